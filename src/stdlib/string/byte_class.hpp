// The ASCII classes of patterns (%a, %d, ...), as constant tables of byte sets.
#pragma once

#include "base/types.hpp"
#include "stdlib/string/pattern.hpp"

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

// Whether `letter`, of either case, names a class.
constexpr bool is_byte_class(char letter) {
  for (const char* name = kByteClasses; *name; name++) {
    if ((letter | 0x20) == *name) return true;
  }
  return false;
}

}  // namespace gs::stdlib
