// The ASCII classes of patterns (%a, %d, ...) as constant bitmaps.
#pragma once

#include "base/types.hpp"

namespace gs::stdlib {

// True if `c` belongs to the class of letter `name` (lower case), which must be one of acdglpsuwx.
constexpr bool is_in_byte_class(u8 c, char name) {
  const bool upper = c >= 'A' && c <= 'Z';
  const bool lower = c >= 'a' && c <= 'z';
  const bool digit = c >= '0' && c <= '9';
  const bool graphic = c > ' ' && c < 0x7F;
  switch (name) {
    case 'a': return upper || lower;
    case 'c': return c < ' ' || c == 0x7F;
    case 'd': return digit;
    case 'g': return graphic;
    case 'l': return lower;
    case 'p': return graphic && !upper && !lower && !digit;
    case 's': return c == ' ' || (c >= 9 && c <= 13);
    case 'u': return upper;
    case 'w': return upper || lower || digit;
    case 'x': return digit || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F');
    default: return false;
  }
}

inline constexpr char kByteClasses[] = "acdglpsuwx";

// The bytes of each class, in the order of kByteClasses: bit c & 63 of word c >> 6.
struct ByteClassBits {
  u64 words[sizeof kByteClasses - 1][4] = {};
  constexpr ByteClassBits() {
    for (u32 i = 0; kByteClasses[i]; i++) {
      for (u32 c = 0; c < 256; c++) words[i][c >> 6] |= u64(is_in_byte_class(u8(c), kByteClasses[i])) << (c & 63);
    }
  }
};
inline constexpr ByteClassBits kByteClassBits;

// The index in kByteClasses of the class that `letter`, of either case, names; -1 if it names none.
constexpr int byte_class_index(char letter) {
  for (int i = 0; kByteClasses[i]; i++) {
    if ((letter | 0x20) == kByteClasses[i]) return i;
  }
  return -1;
}

}  // namespace gs::stdlib
