#include "stdlib/base_functions/digits.hpp"

#include "base/unicode.hpp"

namespace gs::stdlib {

namespace {

u32 digit_value(char c) {
  if (c >= '0' && c <= '9') return u32(c - '0');
  char lower = char(c | 0x20);
  return lower >= 'a' && lower <= 'z' ? u32(lower - 'a') + 10 : 255;
}

}  // namespace

bool parse_digits(std::string_view text, u32 base, i64& result) {
  text = trim_white_space(text);
  bool negative = text.starts_with('-');
  if (negative) text.remove_prefix(1);
  if (text.empty()) return false;
  u64 magnitude = 0;
  for (char c : text) {
    u32 digit = digit_value(c);
    if (digit >= base) return false;
    if (__builtin_mul_overflow(magnitude, u64(base), &magnitude)) return false;
    if (__builtin_add_overflow(magnitude, u64(digit), &magnitude)) return false;
  }
  result = i64(negative ? 0 - magnitude : magnitude);
  return true;
}

}  // namespace gs::stdlib
