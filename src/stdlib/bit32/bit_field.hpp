// Shifts and fields of 32-bit words (language 15.23). Pure.
#pragma once

#include <bit>

#include "base/types.hpp"

namespace gs::stdlib {

// Negative counts shift the other way; 32 and more give 0.
constexpr u32 shift_word_left(u32 word, i64 count) {
  if (count >= 32 || count <= -32) return 0;
  return count >= 0 ? word << count : word >> -count;
}

// Keeps the sign; negative counts shift left.
constexpr i32 shift_word_arithmetic(u32 word, i64 count) {
  if (count < 0) return i32(count <= -32 ? 0 : word << -count);
  return i32(word) >> (count > 31 ? 31 : count);
}

constexpr bool is_bit_field(i64 position, i64 width) {
  return position >= 0 && width >= 1 && position <= 32 && width <= 32 && position + width <= 32;
}

constexpr u32 low_bits(i64 width) { return width >= 32 ? ~u32(0) : (u32(1) << width) - 1; }

constexpr u32 extract_field(u32 word, i64 position, i64 width) { return word >> position & low_bits(width); }

constexpr u32 replace_field(u32 word, u32 field, i64 position, i64 width) {
  const u32 mask = low_bits(width) << position;
  return (word & ~mask) | (field << position & mask);
}

constexpr i32 highest_bit(u32 word) { return 31 - std::countl_zero(word); }

}  // namespace gs::stdlib
