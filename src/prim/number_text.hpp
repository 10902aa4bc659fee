// Numbers to text and back (language 3.3, 3.4, 1.5): the one text form of ints and floats, the shortest digits it and
// the libraries lay out in their own ways, and the reading of numeric strings. Pure, locale-free, no allocation. Called
// by concatenation, string form, tonumber, the lexer, format and the encoders.
#pragma once

#include <string_view>

#include "base/types.hpp"

namespace gs::prim {

// Room that fits the text of any number, as written by format_int and format_float.
inline constexpr usize kMaxNumberText = 40;

// Write the text form (3.3) to `out`, return its length.
usize format_int(i64 value, char* out);
usize format_float(f64 value, char* out);

// Decimal digits of `value`, most significant first, without sign; at most 20.
usize format_unsigned(u64 value, char* out);

// The shortest decimal digits that read back as a finite double: d.ddd x 10^exponent. Zero is the digit 0.
struct Decimal {
  bool negative;
  u32 count;     // digits, 1 to 17, no trailing zeros
  i32 exponent;  // of the first digit
  char digits[17];
};
Decimal shortest_decimal(f64 value);

// How digits become text: exponent form if exponent < low or exponent >= high, else positional.
struct DecimalLayout {
  i32 low;
  i32 high;              // at most 21
  u32 exponent_digits;   // at least this many
};
// Writes sign and digits as laid out, no ".0"; returns the length (at most kMaxNumberText - 2).
usize layout_decimal(const Decimal& decimal, DecimalLayout layout, char* out);

enum class NumberKind : u8 { kNone, kInt, kFloat };

struct ParsedNumber {
  NumberKind kind = NumberKind::kNone;
  union {
    i64 as_int = 0;
    f64 as_float;
  };

  static ParsedNumber none() { return {}; }
  static ParsedNumber integer(i64 value) {
    ParsedNumber number;
    number.kind = NumberKind::kInt;
    number.as_int = value;
    return number;
  }
  static ParsedNumber floating(f64 value) {
    ParsedNumber number;
    number.kind = NumberKind::kFloat;
    number.as_float = value;
    return number;
  }
};

// The number a string stands for (3.4), kNone if it is not one.
ParsedNumber parse_number(std::string_view text);

}  // namespace gs::prim
