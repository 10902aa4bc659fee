// Classes of ASCII characters, as the lexer needs them; locale-free.
#pragma once

#include "base/types.hpp"

namespace gs::front {

constexpr bool is_digit(char c) {
  return u8(c - '0') < 10;
}
constexpr bool is_letter(char c) {
  return u8((c | 0x20) - 'a') < 26;
}
constexpr bool is_name_start(char c) {
  return is_letter(c) || c == '_';
}
constexpr bool is_name_part(char c) {
  return is_name_start(c) || is_digit(c);
}

// 99 if `c` is neither digit nor letter.
constexpr u32 digit_value(char c) {
  if (is_digit(c)) return u32(c - '0');
  return is_letter(c) ? u32((c | 0x20) - 'a') + 10 : 99;
}

}  // namespace gs::front
