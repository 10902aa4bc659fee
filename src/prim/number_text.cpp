// Shortest digits come from std::to_chars, correctly rounded reading from std::from_chars; the grammars around them are
// the language's.
#include "prim/number_text.hpp"

#include <charconv>
#include <cmath>
#include <cstring>
#include <limits>

#include "base/attributes.hpp"
#include "base/unicode.hpp"

namespace gs::prim {

namespace {

// "00" to "99".
struct DigitPairs {
  char text[200];
  constexpr DigitPairs() : text() {
    for (int i = 0; i < 100; i++) {
      text[2 * i] = char('0' + i / 10);
      text[2 * i + 1] = char('0' + i % 10);
    }
  }
};
constexpr DigitPairs kPairs;

u32 decimal_width(u64 value) {
  u32 width = 1;
  for (;;) {
    if (value < 10) return width;
    if (value < 100) return width + 1;
    if (value < 1000) return width + 2;
    if (value < 10000) return width + 3;
    value /= 10000;
    width += 4;
  }
}

usize copy_text(char* out, std::string_view text) {
  std::memcpy(out, text.data(), text.size());
  return text.size();
}

usize append_exponent(i32 exponent, u32 min_digits, char* out) {
  char* p = out;
  *p++ = 'e';
  *p++ = exponent < 0 ? '-' : '+';
  const u64 magnitude = u64(exponent < 0 ? -i64(exponent) : i64(exponent));
  for (u32 width = decimal_width(magnitude); width < min_digits; width++) *p++ = '0';
  return usize(p - out) + format_unsigned(magnitude, p);
}

constexpr DecimalLayout kLanguageLayout{-4, 21, 2};

}  // namespace

usize format_unsigned(u64 value, char* out) {
  const u32 width = decimal_width(value);
  char* p = out + width;
  while (value >= 100) {
    p -= 2;
    std::memcpy(p, kPairs.text + value % 100 * 2, 2);
    value /= 100;
  }
  if (value >= 10) {
    std::memcpy(p - 2, kPairs.text + value * 2, 2);
  } else {
    p[-1] = char('0' + value);
  }
  return width;
}

usize format_int(i64 value, char* out) {
  if (value >= 0) return format_unsigned(u64(value), out);
  *out = '-';
  return 1 + format_unsigned(0 - u64(value), out + 1);
}

Decimal shortest_decimal(f64 value) {
  char text[32];
  const char* end = std::to_chars(text, text + sizeof text, value, std::chars_format::scientific).ptr;
  Decimal decimal{};
  const char* p = text;
  if (*p == '-') {
    decimal.negative = true;
    p++;
  }
  decimal.digits[decimal.count++] = *p++;
  if (*p == '.') {
    for (p++; *p != 'e'; p++) decimal.digits[decimal.count++] = *p;
  }
  const bool small = p[1] == '-';
  for (p += 2; p < end; p++) decimal.exponent = decimal.exponent * 10 + (*p - '0');
  if (small) decimal.exponent = -decimal.exponent;
  return decimal;
}

usize layout_decimal(const Decimal& decimal, DecimalLayout layout, char* out) {
  char* p = out;
  if (decimal.negative) *p++ = '-';
  const i32 count = i32(decimal.count);
  const i32 exponent = decimal.exponent;
  if (exponent < layout.low || exponent >= layout.high) {
    *p++ = decimal.digits[0];
    if (count > 1) {
      *p++ = '.';
      p += copy_text(p, {decimal.digits + 1, usize(count - 1)});
    }
    p += append_exponent(exponent, layout.exponent_digits, p);
  } else if (exponent < 0) {
    p += copy_text(p, "0.");
    for (i32 i = exponent + 1; i < 0; i++) *p++ = '0';
    p += copy_text(p, {decimal.digits, usize(count)});
  } else {
    for (i32 i = 0; i < count || i <= exponent; i++) {
      if (i == exponent + 1) *p++ = '.';
      *p++ = i < count ? decimal.digits[i] : '0';
    }
  }
  return usize(p - out);
}

usize format_float(f64 value, char* out) {
  if (GS_UNLIKELY(!std::isfinite(value))) {
    if (value != value) return copy_text(out, "NaN");
    return copy_text(out, value > 0 ? "+Inf" : "-Inf");
  }
  // Integral values whose digits are exact: no search for the shortest.
  if (std::fabs(value) < 9007199254740992.0 && value == std::trunc(value)) {
    usize length = 0;
    if (std::signbit(value)) out[length++] = '-';
    length += format_unsigned(u64(std::fabs(value)), out + length);
    return length + copy_text(out + length, ".0");
  }
  const Decimal decimal = shortest_decimal(value);
  usize length = layout_decimal(decimal, kLanguageLayout, out);
  const bool positional_integer =
      decimal.exponent >= i32(decimal.count) - 1 && decimal.exponent < kLanguageLayout.high;
  return positional_integer ? length + copy_text(out + length, ".0") : length;
}

// ---- text to number

namespace {

int digit_value(char c) {
  const u8 byte = u8(c);
  if (byte - '0' < 10u) return byte - '0';
  const u8 letter = byte | 0x20;
  return letter - 'a' < 26u ? letter - 'a' + 10 : 99;
}

// Reads `digits`: digits of `base`, single '_' between them. Null if there is none or a '_' stands elsewhere.
const char* skip_digits(const char* p, const char* end, int base, bool& underscores) {
  if (p == end || digit_value(*p) >= base) return nullptr;
  for (;;) {
    while (p < end && digit_value(*p) < base) p++;
    if (p == end || *p != '_') return p;
    underscores = true;
    if (++p == end || digit_value(*p) >= base) return nullptr;
  }
}

// A float's text, checked but for its value: digits with an optional point, then an optional exponent mark.
struct FloatText {
  const char* begin;
  const char* exponent;  // at 'e' or 'p', or the end
  const char* end;
  int base;
  bool underscores;
};

std::from_chars_result read_float(const char* begin, const char* end, int base, f64& value) {
  return std::from_chars(begin, end, value, base == 16 ? std::chars_format::hex : std::chars_format::general);
}

// The exponent as written, clamped to what no mantissa in memory can make up for.
i64 exponent_of(const FloatText& text) {
  constexpr i64 kClamp = i64(1) << 52;
  i64 exponent = 0;
  bool negative = false;
  for (const char* p = text.exponent; p < text.end; p++) {
    if (*p == '-') negative = true;
    if (digit_value(*p) < 10 && exponent < kClamp) exponent = exponent * 10 + digit_value(*p);
  }
  return negative ? -exponent : exponent;
}

// Floats with underscores or out of range. The digits are brought into a bounded form that rounds the same: a double is
// decided by its first 767 decimal digits and whether anything but zeros follows.
ParsedNumber read_float_slowly(const FloatText& text) {
  constexpr u32 kKept = 800;
  char plain[kKept + 32];
  u32 count = 0;
  i64 scale = 0;  // digits between the end of `plain` and the point
  bool after_point = false;
  bool more = false;
  for (const char* p = text.begin; p < text.exponent; p++) {
    if (*p == '_') continue;
    if (*p == '.') {
      after_point = true;
      continue;
    }
    if (after_point) scale--;
    if (*p == '0' && count == 0) continue;
    if (count < kKept) {
      plain[count++] = *p;
    } else {
      more |= *p != '0';
      scale++;
    }
  }
  if (count == 0) return ParsedNumber::floating(0.0);
  if (more) {
    plain[count++] = '1';
    scale--;
  }
  const i64 exponent = exponent_of(text) + scale * (text.base == 16 ? 4 : 1);
  const i64 magnitude = exponent + i64(count) * (text.base == 16 ? 4 : 1);
  plain[count] = text.base == 16 ? 'p' : 'e';
  char* end = plain + count + 1;
  end += format_int(exponent, end);
  f64 value = 0.0;
  if (read_float(plain, end, text.base, value).ec == std::errc()) return ParsedNumber::floating(value);
  return magnitude < 0 ? ParsedNumber::floating(0.0) : ParsedNumber::none();
}

ParsedNumber read_float(const FloatText& text) {
  f64 value;
  if (!text.underscores && read_float(text.begin, text.end, text.base, value).ec == std::errc()) {
    return ParsedNumber::floating(value);
  }
  return read_float_slowly(text);
}

// Digits of base 2, 8 or 16 with up to 64 significant bits.
ParsedNumber read_based_int(const char* p, const char* end, int base) {
  const int bits = base == 16 ? 4 : base == 8 ? 3 : 1;
  u64 value = 0;
  for (; p < end; p++) {
    if (*p == '_') continue;
    if (value >> (64 - bits)) return ParsedNumber::none();
    value = value << bits | u64(digit_value(*p));
  }
  return ParsedNumber::integer(i64(value));
}

// [ "+" | "-" ] digits at p, up to the end.
bool is_exponent(const char* p, const char* end, bool& underscores) {
  if (p < end && (*p == '+' || *p == '-')) p++;
  return skip_digits(p, end, 10, underscores) == end;
}

// After "0x", "0b", "0o".
ParsedNumber parse_based(const char* begin, const char* end, int base) {
  if (begin < end && *begin == '_') begin++;
  bool underscores = false;
  const char* p = skip_digits(begin, end, base, underscores);
  if (!p) return ParsedNumber::none();
  if (p == end) return read_based_int(begin, end, base);
  if (base != 16) return ParsedNumber::none();
  if (*p == '.' && ++p < end && digit_value(*p) < 16) p = skip_digits(p, end, 16, underscores);
  if (!p || p == end || (*p | 0x20) != 'p' || !is_exponent(p + 1, end, underscores)) return ParsedNumber::none();
  return read_float({begin, p, end, 16, underscores});
}

// Digits and underscores only. `negative` tells whether 2^63 fits.
ParsedNumber parse_decimal_int(const char* begin, const char* end, bool negative, bool underscores) {
  u64 value = 0;
  const u64 limit = u64(std::numeric_limits<i64>::max()) + negative;
  for (const char* p = begin; p < end; p++) {
    if (*p == '_') continue;
    if (__builtin_mul_overflow(value, u64(10), &value) || __builtin_add_overflow(value, u64(*p - '0'), &value) ||
        value > limit) {
      return read_float({begin, end, end, 10, underscores});
    }
  }
  return ParsedNumber::integer(i64(value));
}

ParsedNumber parse_decimal(const char* begin, const char* end, bool negative) {
  bool underscores = false;
  const char* p = begin;
  if (*p != '.') {
    p = skip_digits(p, end, 10, underscores);
    if (!p) return ParsedNumber::none();
    if (p == end) return parse_decimal_int(begin, end, negative, underscores);
  } else if (end - p < 2 || digit_value(p[1]) >= 10) {
    return ParsedNumber::none();
  }
  if (*p == '.' && ++p < end && digit_value(*p) < 10) p = skip_digits(p, end, 10, underscores);
  if (!p) return ParsedNumber::none();
  const char* exponent = p;
  if (p < end && ((*p | 0x20) != 'e' || !is_exponent(p + 1, end, underscores))) return ParsedNumber::none();
  return read_float({begin, exponent, end, 10, underscores});
}

bool is_word(const char* begin, const char* end, std::string_view word) {
  if (usize(end - begin) != word.size()) return false;
  for (char c : word) {
    if ((*begin++ | 0x20) != c) return false;
  }
  return true;
}

ParsedNumber parse_word(const char* begin, const char* end) {
  if (is_word(begin, end, "inf") || is_word(begin, end, "infinity")) {
    return ParsedNumber::floating(std::numeric_limits<f64>::infinity());
  }
  if (is_word(begin, end, "nan")) return ParsedNumber::floating(std::numeric_limits<f64>::quiet_NaN());
  return ParsedNumber::none();
}

ParsedNumber parse_unsigned(const char* begin, const char* end, bool negative) {
  const char first = *begin;
  if (first == '0' && end - begin > 2) {
    const char letter = begin[1] | 0x20;
    if (letter == 'x') return parse_based(begin + 2, end, 16);
    if (letter == 'b') return parse_based(begin + 2, end, 2);
    if (letter == 'o') return parse_based(begin + 2, end, 8);
  }
  if (u8(first - '0') < 10 || first == '.') return parse_decimal(begin, end, negative);
  return parse_word(begin, end);
}

ParsedNumber negate(ParsedNumber number) {
  if (number.kind == NumberKind::kInt) return ParsedNumber::integer(i64(0 - u64(number.as_int)));
  if (number.kind == NumberKind::kFloat && number.as_float == number.as_float) {
    return ParsedNumber::floating(-number.as_float);
  }
  return number;
}

// Up to 18 plain digits: what most numeric strings are.
bool parse_short_int(std::string_view text, i64& value) {
  if (text.empty() || text.size() > 18) return false;
  u64 sum = 0;
  for (char c : text) {
    const u8 digit = u8(c - '0');
    if (digit > 9) return false;
    sum = sum * 10 + digit;
  }
  value = i64(sum);
  return true;
}

}  // namespace

ParsedNumber parse_number(std::string_view text) {
  i64 value;
  if (GS_LIKELY(parse_short_int(text, value))) return ParsedNumber::integer(value);
  text = trim_white_space(text);
  if (text.empty()) return ParsedNumber::none();
  const char* begin = text.data();
  const char* end = begin + text.size();
  const bool negative = *begin == '-';
  if (negative || *begin == '+') begin++;
  if (begin == end) return ParsedNumber::none();
  const ParsedNumber number = parse_unsigned(begin, end, negative);
  return negative ? negate(number) : number;
}

}  // namespace gs::prim
