// Strings as sequences of code points: an invalid byte counts as one, 65533.
#include "stdlib/utf8/utf8.hpp"

#include "base/unicode.hpp"
#include "base/utf8.hpp"
#include "stdlib/string/byte_range.hpp"
#include "stdlib/string/case_natives.hpp"
#include "vm/runtime/vm.hpp"

namespace gs::stdlib {

using namespace vm;

namespace {

/// utf8.len(s)
/// The number of code points, or nil and "invalid UTF-8 string".
///     print(utf8.len("aé中"), utf8.len("\xff")) // 3  nil  invalid UTF-8 string
Value utf8_len(Vm& vm, Args args) {
  std::string_view s;
  if (!arg_string(vm, args, 0, s)) return Value::raised();
  if (!is_valid_utf8(s)) return vm.failure("invalid UTF-8 string");
  return Value::small_int(i64(count_code_points(s)));
}

/// utf8.valid(s)
/// Whether s is valid UTF-8.
///     print(utf8.valid("é"), utf8.valid("\xff")) // true  false
Value utf8_valid(Vm& vm, Args args) {
  std::string_view s;
  if (!arg_string(vm, args, 0, s)) return Value::raised();
  return Value::boolean(is_valid_utf8(s));
}

/// utf8.char(n...)
/// The string of these code points. Raises "value out of range".
///     print(utf8.char(72, 0x4e2d)) // H中
Value utf8_char(Vm& vm, Args args) {
  StringBuilder out(vm);
  for (u32 i = 0; i < args.count; i++) {
    i64 code;
    if (!arg_int(vm, args, i, code)) return Value::raised();
    if (code < 0 || code > kMaxCodePoint || !is_scalar(u32(code))) {
      return bad_argument(vm, args, i, "value out of range");
    }
    char bytes[kMaxUtf8];
    out.append({bytes, encode_utf8(u32(code), bytes)});
  }
  return out.finish_value();
}

// The bytes of the code points first..last, negative ones counted from the end.
std::string_view code_point_range(std::string_view s, i64 first, i64 last) {
  if (last == -1) last = INT64_MAX;
  if (first < 0 || last < 0) {
    const usize count = count_code_points(s);
    first = absolute_index(first, count);
    last = absolute_index(last, count);
  }
  if (first < 1) first = 1;
  if (first > last) return s.substr(0, 0);
  usize missing = usize(first - 1);
  const usize start = skip_code_points(s, 0, missing);
  missing = usize(last - first) + 1;
  return s.substr(start, skip_code_points(s, start, missing) - start);
}

/// utf8.codepoint(s [, i=1 [, j=i]])
/// The code points at positions i to j; nil if there are none.
///     print(utf8.codepoint("aé中", 2)) // 233
Value utf8_codepoint(Vm& vm, Args args) {
  std::string_view s;
  i64 first = 1;
  if (!arg_string(vm, args, 0, s) || !opt_int(vm, args, 1, first)) return Value::raised();
  i64 last = first;
  if (!opt_int(vm, args, 2, last)) return Value::raised();
  const std::string_view part = code_point_range(s, first, last);
  if (part.empty()) return Value::nil();
  const usize count = count_code_points(part);
  Value* out = vm.result_space(count);
  if (!out) return Value::raised();
  const char* end = part.data() + part.size();
  for (const char* p = part.data(); p < end;) {
    const CodePoint point = decode_utf8(p, end);
    *out++ = Value::small_int(point.code);
    p += point.length;
  }
  return Value::multi(u32(count));
}

// Appends {pos, code}.
bool append_code(Vm& vm, Table* codes, String* const (&names)[2], i64 position, u32 code) {
  Table* entry = vm.table(0, 2);
  return entry && table_set_string(vm, entry, names[0], Value::small_int(position)) &&
         table_set_string(vm, entry, names[1], Value::small_int(code)) &&
         table_append(vm, codes, Value::table(entry)) && vm.poll();
}

/// utf8.codes(s)
/// Array of {pos, code}, pos being the byte position.
///     print(utf8.codes("aé")[2].code) // 233
Value utf8_codes(Vm& vm, Args args) {
  std::string_view s;
  if (!arg_string(vm, args, 0, s)) return Value::raised();
  Table* codes = vm.table();
  String* const names[2] = {vm.string("pos"), vm.string("code")};
  if (!codes || !names[0] || !names[1]) return Value::raised();
  const char* end = s.data() + s.size();
  for (const char* p = s.data(); p < end;) {
    const CodePoint point = decode_utf8(p, end);
    if (!append_code(vm, codes, names, p - s.data() + 1, point.code)) return Value::raised();
    p += point.length;
  }
  return Value::table(codes);
}

/// utf8.offset(s, n [, i=1])
/// The byte position of the n-th code point counted from byte i; nil beyond the end.
///     print(utf8.offset("aé中", 3)) // 4
Value utf8_offset(Vm& vm, Args args) {
  std::string_view s;
  i64 number;
  i64 start = 1;
  if (!arg_string(vm, args, 0, s) || !arg_int(vm, args, 1, number) || !opt_int(vm, args, 2, start)) {
    return Value::raised();
  }
  start = absolute_index(start, s.size());
  if (number < 1 || start < 1 || start > i64(s.size()) + 1) return Value::nil();
  usize missing = usize(number - 1);
  const usize offset = skip_code_points(s, usize(start - 1), missing);
  return missing ? Value::nil() : Value::small_int(i64(offset) + 1);
}

/// utf8.sub(s, i [, j=-1])
/// Code points i to j.
///     print(utf8.sub("aé中", -2)) // é中
Value utf8_sub(Vm& vm, Args args) {
  String* s;
  i64 first;
  i64 last = -1;
  if (!arg_string(vm, args, 0, s) || !arg_int(vm, args, 1, first) || !opt_int(vm, args, 2, last)) {
    return Value::raised();
  }
  const std::string_view part = code_point_range(view(s), first, last);
  return part.size() == s->length ? Value::string(s) : vm.string_value(part);
}

/// utf8.charclass(n)
/// "L" letter, "N" digit, "S" space, "P" punctuation or symbol, "O" other.
///     print(utf8.charclass(97), utf8.charclass(48)) // L  N
Value utf8_charclass(Vm& vm, Args args) {
  i64 code;
  if (!arg_int(vm, args, 0, code)) return Value::raised();
  const bool is_code_point = code >= 0 && code <= kMaxCodePoint;
  switch (is_code_point ? char_class(u32(code)) : CharClass::kOther) {
    case CharClass::kLetter: return vm.string_value("L");
    case CharClass::kDigit: return vm.string_value("N");
    case CharClass::kSpace: return vm.string_value("S");
    case CharClass::kPunctuation: return vm.string_value("P");
    case CharClass::kOther: break;
  }
  return vm.string_value("O");
}

/// utf8.reverse(s)
/// s backwards, by code point.
///     print(utf8.reverse("aé")) // éa

/// utf8.upper(s)
/// s in upper case.
///     print(utf8.upper("é")) // É

/// utf8.lower(s)
/// s in lower case.
///     print(utf8.lower("É")) // é

constexpr NativeRow kRows[] = {
    {"len", utf8_len},
    {"valid", utf8_valid},
    {"char", utf8_char},
    {"codepoint", utf8_codepoint},
    {"codes", utf8_codes},
    {"offset", utf8_offset},
    {"sub", utf8_sub},
    {"reverse", text_reverse},
    {"upper", text_upper},
    {"lower", text_lower},
    {"charclass", utf8_charclass},
};

// One lead byte or ASCII byte and its continuation bytes.
constexpr std::string_view kCharPattern("[\0-\x7F\xC2-\xF4][\x80-\xBF]*", 14);

}  // namespace

/// utf8.charpattern
/// A pattern for one encoded character.
///     print(string.match("é!", utf8.charpattern)) // é

bool install_utf8(Vm& vm) {
  Table* library = vm.register_library("utf8", kRows);
  if (!library) return false;
  const Value pattern = vm.string_value(kCharPattern);
  return !pattern.is_raised() && table_set_name(vm, library, "charpattern", pattern);
}

}  // namespace gs::stdlib
