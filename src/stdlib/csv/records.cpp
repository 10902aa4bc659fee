#include "stdlib/csv/records.hpp"

#include "base/unicode.hpp"
#include "base/utf8.hpp"

namespace gs::stdlib {

bool CsvReader::next_line() {
  if (rest_.empty()) return false;
  usize end = rest_.find('\n');
  line_ = rest_.substr(0, end);
  line_ended_ = end != rest_.npos;
  rest_.remove_prefix(line_ended_ ? end + 1 : rest_.size());
  if (line_.ends_with('\r')) line_.remove_suffix(1);
  field_ = line_;
  line_number_++;
  return true;
}

bool CsvReader::next(std::vector<std::string>& fields) {
  while (next_line()) {
    bool is_comment = !options_.comment.empty() && line_.starts_with(options_.comment);
    if (!line_.empty() && !is_comment) return read_record(fields);
  }
  return false;
}

bool CsvReader::read_record(std::vector<std::string>& fields) {
  fields.clear();
  do {
    more_fields_ = false;
    if (options_.trims_space) field_ = trim_white_space_left(field_);
    std::string field;
    if (!(field_.starts_with('"') ? read_quoted(field) : read_plain(field))) return false;
    fields.push_back(std::move(field));
  } while (more_fields_);
  return true;
}

bool CsvReader::fail(usize column, const char* reason) {
  error_ = "line " + std::to_string(line_number_) + ", column " + std::to_string(column) + ": " + reason;
  return false;
}

bool CsvReader::read_plain(std::string& field) {
  usize end = field_.find(options_.separator);
  std::string_view text = field_.substr(0, end);
  usize quote = text.find('"');
  if (quote != text.npos && !options_.lazy_quotes) {
    return fail(column_of(field_.substr(quote)), "bare \" in non-quoted field");
  }
  field = text;
  more_fields_ = end != field_.npos;
  if (more_fields_) field_.remove_prefix(end + options_.separator.size());
  return true;
}

bool CsvReader::read_quoted(std::string& field) {
  field_.remove_prefix(1);
  for (;;) {
    usize quote = field_.find('"');
    field.append(field_.substr(0, quote));
    if (quote == field_.npos) {
      usize end_column = line_.size() + 1;
      if (line_ended_) field.push_back('\n');
      if (line_ended_ && next_line()) continue;
      return options_.lazy_quotes || fail(end_column, "missing closing \"");
    }
    std::string_view at_quote = field_.substr(quote);
    field_.remove_prefix(quote + 1);
    if (field_.empty()) return true;
    if (field_.starts_with('"')) {
      field.push_back('"');
      field_.remove_prefix(1);
    } else if (field_.starts_with(options_.separator)) {
      field_.remove_prefix(options_.separator.size());
      return more_fields_ = true;
    } else if (options_.lazy_quotes) {
      field.push_back('"');
    } else {
      return fail(column_of(at_quote), "extraneous \" in quoted field");
    }
  }
}

bool csv_needs_quotes(std::string_view field, std::string_view separator) {
  if (field.empty()) return false;
  if (field.find(separator) != field.npos || field.find_first_of("\"\r\n") != field.npos) return true;
  return is_white_space(decode_utf8(field.data(), field.data() + field.size()).code);
}

}  // namespace gs::stdlib
