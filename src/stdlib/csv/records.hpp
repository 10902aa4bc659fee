// Comma separated values: reading records off a text and quoting fields. Pure.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/types.hpp"

namespace gs::stdlib {

struct CsvOptions {
  std::string separator = ",";
  std::string comment = "";  // lines that start with it are skipped; empty: none
  bool trims_space = false;
  bool lazy_quotes = false;
};

class CsvReader {
 public:
  CsvReader(std::string_view text, const CsvOptions& options) : rest_(text), options_(options) {}

  // The next record that is not empty. False: the end, or an error.
  bool next(std::vector<std::string>& fields);
  bool failed() const { return !error_.empty(); }
  const std::string& error() const { return error_; }  // "line L, column C: REASON"

 private:
  bool next_line();
  bool read_record(std::vector<std::string>& fields);
  bool read_plain(std::string& field);
  bool read_quoted(std::string& field);
  bool fail(usize column, const char* reason);
  usize column_of(std::string_view at) const { return usize(at.data() - line_.data()) + 1; }

  std::string_view rest_;
  const CsvOptions& options_;
  std::string_view line_;    // without its end
  std::string_view field_;   // what is left of it
  bool line_ended_ = false;  // the line had an end: quoted fields may go on behind it
  bool more_fields_ = false;
  u64 line_number_ = 0;
  std::string error_;
};

bool csv_needs_quotes(std::string_view field, std::string_view separator);

}  // namespace gs::stdlib
