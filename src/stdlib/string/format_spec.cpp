// Numbers as C's printf writes them. Correctly rounded digits come from std::to_chars; the forms are put together here,
// free of the host's locale.
#include "stdlib/string/format_spec.hpp"

#include <algorithm>
#include <bit>
#include <charconv>
#include <cmath>
#include <cstring>

#include "prim/number_text.hpp"

namespace gs::stdlib {

namespace {

bool is_digit(char c) { return u8(c - '0') < 10; }

bool set_flag(char c, FormatSpec& spec) {
  switch (c) {
    case '-': return spec.left = true;
    case '+': return spec.plus = true;
    case ' ': return spec.space = true;
    case '#': return spec.alternate = true;
    case '0': return spec.zero = true;
    default: return false;
  }
}

const char* parse_size(const char* p, const char* end, i64& size) {
  size = 0;
  for (; p < end && is_digit(*p); p++) size = std::min(size * 10 + (*p - '0'), FormatSpec::kMaxSize);
  return p;
}

void put_sign(const FormatSpec& spec, bool negative, NumberParts& parts) {
  const char sign = negative ? '-' : spec.plus ? '+' : spec.space ? ' ' : 0;
  if (sign) parts.prefix[parts.prefix_length++] = sign;
}

char* write_based(u64 value, u32 bits, bool upper, char* end) {
  const char* digits = upper ? "0123456789ABCDEF" : "0123456789abcdef";
  char* p = end;
  do {
    *--p = digits[value & ((1u << bits) - 1)];
    value >>= bits;
  } while (value);
  return p;
}

}  // namespace

bool parse_format_spec(const char*& p, const char* end, FormatSpec& spec) {
  while (p < end && set_flag(*p, spec)) p++;
  p = parse_size(p, end, spec.width);
  if (p < end && *p == '.') p = parse_size(p + 1, end, spec.precision);
  if (p == end) return false;
  spec.verb = *p++;
  return true;
}

void lay_out_int(const FormatSpec& spec, i64 value, NumberParts& parts) {
  const u64 magnitude = value < 0 ? 0 - u64(value) : u64(value);
  put_sign(spec, value < 0, parts);
  char* const end = parts.buffer + 32;
  char* begin = parts.buffer;
  usize length;
  if (spec.verb == 'x' || spec.verb == 'X' || spec.verb == 'o') {
    begin = write_based(magnitude, spec.verb == 'o' ? 3 : 4, spec.verb == 'X', end);
    length = usize(end - begin);
    if (spec.alternate && magnitude != 0 && spec.verb != 'o') {
      parts.prefix[parts.prefix_length++] = '0';
      parts.prefix[parts.prefix_length++] = spec.verb;
    }
  } else {
    length = prim::format_unsigned(magnitude, begin);
  }
  if (spec.precision == 0 && magnitude == 0) length = 0;
  if (spec.precision > i64(length)) parts.leading_zeros = u64(spec.precision) - length;
  if (spec.verb == 'o' && spec.alternate && parts.leading_zeros == 0 && (length == 0 || *begin != '0')) {
    parts.leading_zeros = 1;
  }
  parts.body = {begin, length};
  parts.may_zero_pad = spec.precision < 0;
}

namespace {

bool is_upper(char verb) { return verb >= 'A' && verb <= 'Z'; }

// Digits with `precision` decimals in the form asked for, from the start of the buffer. What exceeds any double's
// digits becomes inner zeros.
std::string_view write_digits(f64 magnitude, std::chars_format form, i64 precision, NumberParts& parts) {
  const i64 written = std::min(precision, NumberParts::kMaxDigits);
  parts.inner_zeros = u64(precision - written);
  char* const limit = parts.buffer + sizeof parts.buffer - 1;
  const char* end = std::to_chars(parts.buffer, limit, magnitude, form, int(written)).ptr;
  return {parts.buffer, usize(end - parts.buffer)};
}

// Sets body and suffix from digits that lie at the start of the buffer with room for a point behind them.
void split_exponent(std::string_view digits, NumberParts& parts) {
  const usize mark = digits.find('e');
  parts.body = digits.substr(0, mark);
  if (mark != digits.npos) parts.suffix = digits.substr(mark);
}

void ensure_point(NumberParts& parts) {
  if (parts.body.find('.') != parts.body.npos) return;
  // The exponent moves one place on.
  const usize length = parts.body.size();
  std::memmove(parts.buffer + length + 1, parts.buffer + length, parts.suffix.size());
  parts.buffer[length] = '.';
  parts.body = {parts.buffer, length + 1};
  parts.suffix = {parts.buffer + length + 1, parts.suffix.size()};
}

void strip_zeros(NumberParts& parts) {
  parts.inner_zeros = 0;
  if (parts.body.find('.') == parts.body.npos) return;
  while (parts.body.back() == '0') parts.body.remove_suffix(1);
  if (parts.body.back() == '.') parts.body.remove_suffix(1);
}

void lay_out_general(const FormatSpec& spec, f64 magnitude, NumberParts& parts) {
  if (spec.precision < 0) {
    const usize length = prim::layout_decimal(prim::shortest_decimal(magnitude), {-4, 6, 2}, parts.buffer);
    split_exponent({parts.buffer, length}, parts);
    return;
  }
  const i64 significant = std::max<i64>(spec.precision, 1);
  std::string_view digits = write_digits(magnitude, std::chars_format::scientific, significant - 1, parts);
  int exponent = 0;
  const usize mark = digits.find('e');
  std::from_chars(digits.data() + mark + (digits[mark + 1] == '+' ? 2 : 1), digits.data() + digits.size(), exponent);
  if (exponent >= -4 && exponent < significant) {
    digits = write_digits(magnitude, std::chars_format::fixed, significant - 1 - exponent, parts);
  }
  split_exponent(digits, parts);
  if (spec.alternate) {
    ensure_point(parts);
  } else {
    strip_zeros(parts);
  }
}

// 0xh.hhhp+d: one digit before the point, 0 only for zero and subnormals.
void lay_out_hex(const FormatSpec& spec, f64 magnitude, NumberParts& parts) {
  constexpr i64 kFractionDigits = 13;
  const u64 bits = std::bit_cast<u64>(magnitude);
  const u32 biased = u32(bits >> 52);
  u64 mantissa = (bits & ((u64(1) << 52) - 1)) | u64(biased != 0) << 52;
  const i32 exponent = magnitude == 0 ? 0 : biased ? i32(biased) - 1023 : -1022;
  i64 digits = kFractionDigits;
  if (spec.precision < 0) {
    while (digits > 0 && (mantissa & 15) == 0) {
      mantissa >>= 4;
      digits--;
    }
  } else if (spec.precision < kFractionDigits) {
    digits = spec.precision;
    const u32 dropped = u32(kFractionDigits - digits) * 4;
    const u64 rest = mantissa & ((u64(1) << dropped) - 1);
    const u64 half = u64(1) << (dropped - 1);
    mantissa >>= dropped;
    if (rest > half || (rest == half && (mantissa & 1))) mantissa++;
  } else {
    parts.inner_zeros = u64(spec.precision - kFractionDigits);
  }
  const bool upper = is_upper(spec.verb);
  parts.prefix[parts.prefix_length++] = '0';
  parts.prefix[parts.prefix_length++] = upper ? 'X' : 'x';
  const char* alphabet = upper ? "0123456789ABCDEF" : "0123456789abcdef";
  char* p = parts.buffer;
  *p++ = char('0' + (mantissa >> (digits * 4)));
  if (digits > 0 || parts.inner_zeros || spec.alternate) *p++ = '.';
  for (i64 i = digits; i-- > 0;) *p++ = alphabet[mantissa >> (i * 4) & 15];
  parts.body = {parts.buffer, usize(p - parts.buffer)};
  char* const suffix = p;
  *p++ = upper ? 'P' : 'p';
  *p++ = exponent < 0 ? '-' : '+';
  p += prim::format_unsigned(u64(exponent < 0 ? -exponent : exponent), p);
  parts.suffix = {suffix, usize(p - suffix)};
}

void lay_out_decimal(const FormatSpec& spec, f64 magnitude, NumberParts& parts) {
  const auto form = (spec.verb | 0x20) == 'f' ? std::chars_format::fixed : std::chars_format::scientific;
  split_exponent(write_digits(magnitude, form, spec.precision < 0 ? 6 : spec.precision, parts), parts);
  if (spec.alternate) ensure_point(parts);
}

}  // namespace

void lay_out_float(const FormatSpec& spec, f64 value, NumberParts& parts) {
  if (!std::isfinite(value)) {
    parts.body = {parts.buffer, prim::format_float(value, parts.buffer)};
    parts.may_zero_pad = false;
    return;
  }
  put_sign(spec, std::signbit(value), parts);
  const f64 magnitude = std::fabs(value);
  switch (spec.verb | 0x20) {
    case 'g': lay_out_general(spec, magnitude, parts); break;
    case 'a': lay_out_hex(spec, magnitude, parts); break;
    default: lay_out_decimal(spec, magnitude, parts); break;
  }
  if (is_upper(spec.verb) && !parts.suffix.empty() && parts.suffix[0] == 'e') {
    parts.buffer[parts.suffix.data() - parts.buffer] = 'E';
  }
}

}  // namespace gs::stdlib
