// The pure half of string.format: reading `%[flags][width][.precision]verb` and laying out numbers as C does (language
// 15.2). Text comes in parts, so that padding and long runs of zeros are written straight into the result.
#pragma once

#include <string_view>

#include "base/types.hpp"

namespace gs::stdlib {

struct FormatSpec {
  bool left = false;       // -
  bool plus = false;       // +
  bool space = false;      // ' '
  bool alternate = false;  // #
  bool zero = false;       // 0
  i64 width = 0;
  i64 precision = -1;      // -1: none
  char verb = 0;

  // Widths and precisions beyond this are read as this: no string is that long.
  static constexpr i64 kMaxSize = i64(1) << 48;
};

// Reads what follows a '%' from p < end on and leaves p behind the verb. False if the text ends before a verb.
[[nodiscard]] bool parse_format_spec(const char*& p, const char* end, FormatSpec& spec);

// A number laid out: prefix, leading zeros, body, inner zeros, suffix.
struct NumberParts {
  // The longest body: a double's 309 digits, the point, and kMaxDigits decimals.
  static constexpr i64 kMaxDigits = 1100;

  char prefix[3];          // sign, 0x
  u32 prefix_length = 0;
  u64 leading_zeros = 0;
  std::string_view body;
  u64 inner_zeros = 0;     // precision beyond the digits any double has
  std::string_view suffix;  // exponent
  bool may_zero_pad = true;
  char buffer[kMaxDigits + 400];

  u64 size() const { return prefix_length + leading_zeros + body.size() + inner_zeros + suffix.size(); }
};

// Verbs d i u x X o.
void lay_out_int(const FormatSpec& spec, i64 value, NumberParts& parts);
// Verbs f F e E g G a A.
void lay_out_float(const FormatSpec& spec, f64 value, NumberParts& parts);

}  // namespace gs::stdlib
