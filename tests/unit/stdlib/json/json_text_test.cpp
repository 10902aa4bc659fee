// Strings and numbers as JSON text.
#include "stdlib/json/json_text.hpp"

#include <gtest/gtest.h>

#include <limits>
#include <string>

namespace gs::stdlib {
namespace {

struct Text {
  std::string text;
  void append(std::string_view part) { text += part; }
  void append(char c) { text += c; }
};

std::string encoded(std::string_view text) {
  Text out;
  append_json_string(out, text);
  return out.text;
}

std::string number(f64 value) {
  char buffer[prim::kMaxNumberText];
  return {buffer, format_json_float(value, buffer)};
}

TEST(JsonText, Strings) {
  EXPECT_EQ(encoded(""), "\"\"");
  EXPECT_EQ(encoded("plain \u00e9\U0001F600"), "\"plain \u00e9\U0001F600\"");
  EXPECT_EQ(encoded("a\"b\\c\n\r\t\b\f"), R"("a\"b\\c\n\r\t\b\f")");
  EXPECT_EQ(encoded("<a&b>"), R"("\u003ca\u0026b\u003e")");
  EXPECT_EQ(encoded(std::string_view("\0\x1f", 2)), R"("\u0000\u001f")");
  EXPECT_EQ(encoded("\u2028\u2029"), R"("\u2028\u2029")");
  EXPECT_EQ(encoded("\x80" "a\xff"), "\"\ufffda\ufffd\"");
  EXPECT_EQ(encoded("\x7f"), "\"\x7f\"");
}

TEST(JsonText, Floats) {
  EXPECT_EQ(number(3.0), "3");
  EXPECT_EQ(number(-0.0), "-0");
  EXPECT_EQ(number(2.5), "2.5");
  EXPECT_EQ(number(1e20), "100000000000000000000");
  EXPECT_EQ(number(1e21), "1e+21");
  EXPECT_EQ(number(0.000001), "0.000001");
  EXPECT_EQ(number(1e-7), "1e-7");
  EXPECT_EQ(number(1.5e-10), "1.5e-10");
  EXPECT_EQ(number(std::numeric_limits<f64>::infinity()), "null");
  EXPECT_EQ(number(std::numeric_limits<f64>::quiet_NaN()), "null");
}

}  // namespace
}  // namespace gs::stdlib
