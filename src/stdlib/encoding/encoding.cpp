#include "stdlib/encoding/encoding.hpp"

#include "base/unicode.hpp"
#include "stdlib/encoding/codec.hpp"
#include "stdlib/support/natives.hpp"

namespace gs::stdlib {

using namespace vm;

namespace {

/// encoding.hexEncode(s)
/// Hex digits in lower case.
///     print(encoding.hexEncode("AZ")) // 415a

/// encoding.base32Encode(s)
/// Base32 with padding.
///     print(encoding.base32Encode("hi")) // NBUQ====

/// encoding.base32HexEncode(s)
/// Base32 with the extended hex alphabet, without padding.
///     print(encoding.base32HexEncode("hi")) // D1KG

/// encoding.xmlEscape(s)
/// s with the characters that mean something in XML escaped.
///     print(encoding.xmlEscape("<a&b>")) // &lt;a&amp;b&gt;

/// encoding.xmlUnescape(s)
/// s with the named entities and numeric references replaced; unknown ones stay.
///     print(encoding.xmlUnescape("&lt;&#65;&nope;")) // <A&nope;

template <std::string (*kFunction)(std::string_view)>
Value transformed(Vm& vm, Args args) {
  std::string_view text;
  if (!arg_string(vm, args, 0, text) || !charge(vm, text.size() / 8)) return Value::raised();
  return vm.string_value(kFunction(text));
}

/// encoding.hexDecode(s)
/// The bytes, or nil and an error.
///     print(encoding.hexDecode("415a")) // AZ
Value encoding_hex_decode(Vm& vm, Args args) {
  std::string_view text;
  if (!arg_string(vm, args, 0, text) || !charge(vm, text.size() / 8)) return Value::raised();
  std::string out;
  usize error_at;
  if (hex_decode(text, out, error_at)) return vm.string_value(out);
  return vm.failure(error_at == text.size() ? "odd length hex string"
                                            : "invalid hex digit at input byte " + std::to_string(error_at));
}

Value decode_base32(Vm& vm, Args args, const Alphabet& alphabet) {
  std::string_view text;
  if (!arg_string(vm, args, 0, text) || !charge(vm, text.size() / 8)) return Value::raised();
  std::string out;
  usize error_at;
  if (base32_decode(text, alphabet, out, error_at)) return vm.string_value(out);
  return vm.failure("illegal base32 data at input byte " + std::to_string(error_at));
}

std::string encode_base32(std::string_view text) { return base32_encode(text, kBase32); }
std::string encode_base32_hex(std::string_view text) { return base32_encode(text, kBase32Hex); }
/// encoding.base32Decode(s)
/// The bytes, or nil and an error.
///     print(encoding.base32Decode("NBUQ====")) // hi
Value encoding_base32_decode(Vm& vm, Args args) { return decode_base32(vm, args, kBase32); }
/// encoding.base32HexDecode(s)
/// The bytes, or nil and an error.
///     print(encoding.base32HexDecode("D1KG")) // hi
Value encoding_base32_hex_decode(Vm& vm, Args args) { return decode_base32(vm, args, kBase32Hex); }

// ---- INI

bool append_line(Vm& vm, StringBuilder& out, Value key, Value value) {
  if (!vm.append_string_form(out, key)) return false;
  out.append('=');
  if (!vm.append_string_form(out, value)) return false;
  out.append('\n');
  return !out.failed();
}

bool append_section(Vm& vm, StringBuilder& out, Value name, Table* section) {
  if (out.size()) out.append('\n');
  out.append('[');
  if (!vm.append_string_form(out, name)) return false;
  out.append("]\n");
  Value key, value;
  for (u64 cursor = 0; table_next(section, cursor, key, value);) {
    if (!append_line(vm, out, key, value)) return false;
  }
  return !out.failed();
}

/// encoding.iniEncode(t)
/// `k=v` lines for plain fields, then a section for each field that is a table.
///     print(string.replaceAll(encoding.iniEncode({a: 1, s: {b: 2}}), "\n", "|")) // a=1||[s]|b=2|
Value encoding_ini_encode(Vm& vm, Args args) {
  Table* t;
  if (!arg_table(vm, args, 0, t)) return Value::raised();
  StringBuilder out(vm);
  Value key, value;
  for (u64 cursor = 0; table_next(t, cursor, key, value);) {
    if (!value.is_table() && !append_line(vm, out, key, value)) return Value::raised();
  }
  for (u64 cursor = 0; table_next(t, cursor, key, value);) {
    if (value.is_table() && !append_section(vm, out, key, value.as_table())) return Value::raised();
  }
  return out.finish_value();
}

// The table of a section, made if it is new; null = raised.
Table* enter_section(Vm& vm, Table* root, std::string_view name) {
  Value known = table_get_name(vm, root, name);
  if (vm.is_raising()) return nullptr;
  if (known.is_table()) return known.as_table();
  Table* section = vm.table();
  return section && table_set_name(vm, root, name, Value::table(section)) ? section : nullptr;
}

/// encoding.iniDecode(s)
/// Table of strings, sections as tables; `;` and `#` begin comments.
///     print(encoding.iniDecode("[s]\nb=2").s.b) // 2
Value encoding_ini_decode(Vm& vm, Args args) {
  std::string_view text;
  if (!arg_string(vm, args, 0, text) || !charge(vm, text.size() / 8)) return Value::raised();
  Table* root = vm.table();
  Table* section = root;
  while (section && !text.empty()) {
    usize end = text.find('\n');
    std::string_view line = trim_white_space(text.substr(0, end));
    text.remove_prefix(end == text.npos ? text.size() : end + 1);
    if (line.empty() || line[0] == ';' || line[0] == '#') continue;
    if (line.starts_with('[') && line.ends_with(']')) {
      section = enter_section(vm, root, trim_white_space(line.substr(1, line.size() - 2)));
      continue;
    }
    usize equals = line.find('=');
    if (equals == line.npos) continue;
    Value value = vm.string_value(trim_white_space(line.substr(equals + 1)));
    bool stored = !value.is_raised() && table_set_name(vm, section, trim_white_space(line.substr(0, equals)), value);
    if (!stored || !vm.poll()) return Value::raised();
  }
  return section ? Value::table(root) : Value::raised();
}

constexpr NativeRow kRows[] = {
    {"hexEncode", transformed<hex_encode>},
    {"hexDecode", encoding_hex_decode},
    {"base32Encode", transformed<encode_base32>},
    {"base32Decode", encoding_base32_decode},
    {"base32HexEncode", transformed<encode_base32_hex>},
    {"base32HexDecode", encoding_base32_hex_decode},
    {"iniEncode", encoding_ini_encode},
    {"iniDecode", encoding_ini_decode},
    {"xmlEscape", transformed<xml_escape>},
    {"xmlUnescape", transformed<xml_unescape>},
};

}  // namespace

bool install_encoding(Vm& vm) { return vm.register_library("encoding", kRows) != nullptr; }

}  // namespace gs::stdlib
