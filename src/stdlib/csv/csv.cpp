#include "stdlib/csv/csv.hpp"

#include "base/utf8.hpp"
#include "stdlib/csv/records.hpp"
#include "stdlib/table/array.hpp"
#include "vm/runtime/vm.hpp"

namespace gs::stdlib {

using namespace vm;

namespace {

// ---- options

bool is_separator(std::string_view text) {
  if (text.empty() || text[0] == '"' || text[0] == '\r' || text[0] == '\n') return false;
  return decode_utf8(text.data(), text.data() + text.size()).length == text.size();
}

// A string field of the options; left as it is if missing. False = raised.
bool string_option(Vm& vm, Args args, u32 index, Table* options, std::string_view name, std::string& out) {
  Value v = table_get_name(vm, options, name);
  if (vm.is_raising()) return false;
  if (v.is_string()) out = view(v.as_string());
  if (v.is_nil() || v.is_string()) return true;
  bad_argument(vm, args, index, std::string(name) + ": string expected, got " + vm.type_name(v));
  return false;
}

bool read_options(Vm& vm, Args args, u32 index, CsvOptions& out) {
  Table* options = nullptr;
  if (!opt_table(vm, args, index, options)) return false;
  if (!options) return true;
  if (!string_option(vm, args, index, options, "sep", out.separator) ||
      !string_option(vm, args, index, options, "comment", out.comment)) {
    return false;
  }
  out.trims_space = table_get_name(vm, options, "trimSpace").is_truthy();
  out.lazy_quotes = table_get_name(vm, options, "lazyQuotes").is_truthy();
  if (vm.is_raising()) return false;
  if (is_separator(out.separator)) return true;
  bad_argument(vm, args, index, "invalid separator");
  return false;
}

// ---- reading

Value row_of(Vm& vm, const std::vector<std::string>& fields) {
  Table* row = vm.table(u32(fields.size()));
  for (usize i = 0; row && i < fields.size(); i++) {
    Value text = vm.string_value(fields[i]);
    if (text.is_raised() || !table_append(vm, row, text)) return Value::raised();
  }
  return row ? Value::table(row) : Value::raised();
}

Value named_row_of(Vm& vm, Table* headers, const std::vector<std::string>& fields) {
  Table* row = vm.table(0, u32(table_length(headers)));
  for (usize i = 0; row && i < fields.size() && i64(i) < table_length(headers); i++) {
    Value text = vm.string_value(fields[i]);
    if (text.is_raised() || !table_set(vm, row, element(headers, i64(i) + 1), text)) return Value::raised();
  }
  return row ? Value::table(row) : Value::raised();
}

Value parse_rows(Vm& vm, Args args, bool with_headers) {
  std::string_view text;
  CsvOptions options;
  if (!arg_string(vm, args, 0, text) || !read_options(vm, args, 1, options)) return Value::raised();
  CsvReader reader(text, options);
  std::vector<std::string> fields;
  Value headers;
  if (with_headers && reader.next(fields)) {
    headers = row_of(vm, fields);
    if (headers.is_raised()) return headers;
  }
  Table* rows = vm.table();
  if (!rows) return Value::raised();
  while (!reader.failed() && reader.next(fields)) {
    Value row = with_headers ? named_row_of(vm, headers.as_table(), fields) : row_of(vm, fields);
    if (row.is_raised() || !table_append(vm, rows, row) || !vm.poll()) return Value::raised();
  }
  if (!reader.failed()) return Value::table(rows);
  return vm.raise(std::string(view(args.callee()->name)) + ": " + reader.error());
}

/// csv.parse(s [, opts])
/// Array of arrays of strings. opts: sep, comment, trimSpace, lazyQuotes. Malformed quotes raise "csv.parse: line
/// L, column C: REASON".
///     print(csv.parse("a,\"b,c\"\n1,2\n")[1][2]) // b,c
///     print(#csv.parse("a;b", {sep: ";"})[1]) // 2
Value csv_parse(Vm& vm, Args args) {
  return parse_rows(vm, args, false);
}
/// csv.parseWithHeaders(s [, opts])
/// Array of tables keyed by the first row.
///     print(csv.parseWithHeaders("name,age\nann,30\n")[1].age) // 30
Value csv_parse_with_headers(Vm& vm, Args args) {
  return parse_rows(vm, args, true);
}

// ---- writing

bool append_field(Vm& vm, StringBuilder& out, Value v, const CsvOptions& options) {
  String* form = vm.to_string_form(v);
  if (!form) return false;
  std::string_view text = view(form);
  if (!csv_needs_quotes(text, options.separator)) {
    out.append(text);
    return !out.failed();
  }
  out.append('"');
  for (char c : text) {
    if (c == '"') out.append('"');
    out.append(c);
  }
  out.append('"');
  return !out.failed();
}

bool append_row(Vm& vm, StringBuilder& out, Table* row, const CsvOptions& options) {
  for (i64 i = 1; i <= table_length(row); i++) {
    if (i > 1) out.append(options.separator);
    if (!append_field(vm, out, element(row, i), options)) return false;
  }
  out.append('\n');
  return !out.failed() && vm.poll();
}

/// csv.encode(rows [, opts])
/// Text of an array of arrays, quoted where needed; rows end in a newline. opts: sep.
///     print(string.trim(csv.encode({{"x", "y\"z"}}))) // x,"y""z"
Value csv_encode(Vm& vm, Args args) {
  Table* rows;
  CsvOptions options;
  if (!arg_table(vm, args, 0, rows) || !read_options(vm, args, 1, options)) return Value::raised();
  StringBuilder out(vm);
  for (i64 i = 1; i <= table_length(rows); i++) {
    Value row = element(rows, i);
    if (row.is_table() && !append_row(vm, out, row.as_table(), options)) return Value::raised();
  }
  return out.finish_value();
}

bool append_named_row(Vm& vm, StringBuilder& out, Table* headers, Table* row, const CsvOptions& options) {
  for (i64 i = 1; i <= table_length(headers); i++) {
    if (i > 1) out.append(options.separator);
    if (!append_field(vm, out, table_get(row, element(headers, i)), options)) return false;
  }
  out.append('\n');
  return !out.failed() && vm.poll();
}

/// csv.encodeWithHeaders(rows, headers [, opts])
/// A header row, then the named fields of each row.
///     print(string.replaceAll(csv.encodeWithHeaders({{a: 1, b: 2}}, {"b", "a"}), "\n", "|")) // b,a|2,1|
Value csv_encode_with_headers(Vm& vm, Args args) {
  Table *rows, *headers;
  CsvOptions options;
  if (!arg_table(vm, args, 0, rows) || !arg_table(vm, args, 1, headers) || !read_options(vm, args, 2, options)) {
    return Value::raised();
  }
  StringBuilder out(vm);
  if (!append_row(vm, out, headers, options)) return Value::raised();
  for (i64 i = 1; i <= table_length(rows); i++) {
    Value row = element(rows, i);
    if (row.is_table() && !append_named_row(vm, out, headers, row.as_table(), options)) return Value::raised();
  }
  return out.finish_value();
}

constexpr NativeRow kRows[] = {{"parse", csv_parse},
                               {"parseWithHeaders", csv_parse_with_headers},
                               {"encode", csv_encode},
                               {"encodeWithHeaders", csv_encode_with_headers}};

}  // namespace

bool install_csv(Vm& vm) {
  return vm.register_library("csv", kRows) != nullptr;
}

}  // namespace gs::stdlib
