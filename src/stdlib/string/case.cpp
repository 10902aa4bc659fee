// upper, lower, title, reverse. ASCII text is mapped in place of decoding, without a builder.
#include <algorithm>

#include "stdlib/string/case_natives.hpp"
#include "stdlib/string/rows.hpp"
#include "stdlib/string/text_case.hpp"

namespace gs::stdlib {

using namespace vm;

namespace {

char ascii_upper(char c) { return u8(c - 'a') < 26 ? char(c - 32) : c; }
char ascii_lower(char c) { return u8(c - 'A') < 26 ? char(c + 32) : c; }

// A new string of the same length that `fill` writes.
template <typename Fill>
Value same_length(Vm& vm, const String* s, Fill fill) {
  char small[String::kMaxInterned];
  char* bytes = small;
  String* result = nullptr;
  if (s->length > sizeof small) {
    result = new_string_buffer(vm, s->length, bytes);
    if (!result) return Value::raised();
  }
  fill(bytes);
  return result ? Value::string(result) : vm.string_value({bytes, s->length});
}

// The string with each byte mapped; itself if nothing changes.
template <char (*map)(char)>
Value map_ascii(Vm& vm, String* s) {
  const char* text = s->data;
  const usize length = s->length;
  usize same = 0;
  while (same < length && map(text[same]) == text[same]) same++;
  if (same == length) return Value::string(s);
  return same_length(vm, s, [&](char* out) { std::transform(text, text + length, out, map); });
}

template <typename Map>
Value map_text(Vm& vm, String* s, Map map) {
  StringBuilder out(vm);
  map_code_points(view(s), out, map, [&] { return !out.failed() && vm.poll(); });
  return vm.is_raising() ? Value::raised() : out.finish_value();
}

}  // namespace

/// string.upper(s)
/// s in upper case, by code point.
///     print(string.upper("straße, ñ")) // STRAßE, Ñ
Value text_upper(Vm& vm, Args args) {
  String* s;
  if (!arg_string(vm, args, 0, s)) return Value::raised();
  return is_ascii(view(s)) ? map_ascii<ascii_upper>(vm, s) : map_text(vm, s, to_upper);
}

/// string.lower(s)
/// s in lower case, by code point.
///     print(string.lower("ÀB")) // àb
Value text_lower(Vm& vm, Args args) {
  String* s;
  if (!arg_string(vm, args, 0, s)) return Value::raised();
  return is_ascii(view(s)) ? map_ascii<ascii_lower>(vm, s) : map_text(vm, s, to_lower);
}

/// string.reverse(s)
/// s backwards, by code point.
///     print(string.reverse("añb")) // bña
Value text_reverse(Vm& vm, Args args) {
  String* s;
  if (!arg_string(vm, args, 0, s)) return Value::raised();
  if (is_ascii(view(s))) {
    return same_length(vm, s, [&](char* out) { std::reverse_copy(s->data, s->data + s->length, out); });
  }
  StringBuilder out(vm);
  reverse_code_points(view(s), out, [&] { return !out.failed() && vm.poll(); });
  return vm.is_raising() ? Value::raised() : out.finish_value();
}

namespace {

/// string.title(s)
/// s with the first letter of each word in upper case.
///     print(string.title("hello wide world")) // Hello Wide World
Value string_title(Vm& vm, Args args) {
  String* s;
  if (!arg_string(vm, args, 0, s)) return Value::raised();
  return map_text(vm, s, TitleCase());
}

constexpr NativeRow kRows[] = {
    {"upper", text_upper},
    {"lower", text_lower},
    {"title", string_title},
    {"reverse", text_reverse},
};

}  // namespace

std::span<const NativeRow> case_rows() { return kRows; }

}  // namespace gs::stdlib
