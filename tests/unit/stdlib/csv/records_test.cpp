// Reading CSV records.
#include "stdlib/csv/records.hpp"

#include <gtest/gtest.h>

namespace gs::stdlib {
namespace {

// Fields joined by '|', records by '/'; or the error.
std::string read_all(std::string_view text, const CsvOptions& options = {}) {
  CsvReader reader(text, options);
  std::vector<std::string> fields;
  std::string out;
  while (reader.next(fields)) {
    for (usize i = 0; i < fields.size(); i++) out.append(i ? "|" : "").append(fields[i]);
    out.append("/");
  }
  return reader.failed() ? reader.error() : out;
}

TEST(Csv, ReadsRecords) {
  EXPECT_EQ(read_all("a,\"b,c\"\n1,2\n"), "a|b,c/1|2/");
  EXPECT_EQ(read_all("a,b\r\n\r\nc,,\n\nlast"), "a|b/c||/last/");
  EXPECT_EQ(read_all("\"x \"\"y\"\"\",\"two\r\nlines\"\n"), "x \"y\"|two\nlines/");
  EXPECT_EQ(read_all("\"\",\"\"\n"), "|/");
  EXPECT_EQ(read_all(""), "");
}

TEST(Csv, TakesOptions) {
  EXPECT_EQ(read_all("#c\na;b\n", {.separator = ";", .comment = "#"}), "a|b/");
  EXPECT_EQ(read_all(" a, \"b\"\n", {.trims_space = true}), "a|b/");
  EXPECT_EQ(read_all("a \"b\",\"c\"d\"\n", {.lazy_quotes = true}), "a \"b\"|c\"d/");
}

TEST(Csv, SaysWhereQuotesAreMalformed) {
  EXPECT_EQ(read_all("ok\na,b\"c\n"), "line 2, column 4: bare \" in non-quoted field");
  EXPECT_EQ(read_all("\"a\"b,c\n"), "line 1, column 3: extraneous \" in quoted field");
  EXPECT_EQ(read_all("\"open\nmore"), "line 2, column 5: missing closing \"");
}

TEST(Csv, QuotesOnlyWhereNeeded) {
  for (const char* field : {"a,b", "x\"y", "l\nm", " lead", "\r"}) EXPECT_TRUE(csv_needs_quotes(field, ",")) << field;
  for (const char* field : {"", "a b", "a;b", "1.5"}) EXPECT_FALSE(csv_needs_quotes(field, ",")) << field;
}

}  // namespace
}  // namespace gs::stdlib
