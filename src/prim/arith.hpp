// The language's arithmetic on raw numbers (language 3.2 to 3.6): wrapping ints, truncated division, shifts, exact
// comparison and conversion between int and float. The constant folder, the interpreter and the compilers call these,
// so that every one of them computes the same. No values, no errors: callers test the stated preconditions.
#pragma once

#include <bit>
#include <cmath>

#include "base/types.hpp"

namespace gs::prim {

inline constexpr i64 kMinInt = INT64_MIN;
inline constexpr i64 kMaxInt = INT64_MAX;

constexpr i64 add(i64 a, i64 b) {
  return i64(u64(a) + u64(b));
}
constexpr i64 sub(i64 a, i64 b) {
  return i64(u64(a) - u64(b));
}
constexpr i64 mul(i64 a, i64 b) {
  return i64(u64(a) * u64(b));
}
constexpr i64 neg(i64 a) {
  return i64(0 - u64(a));
}

constexpr f64 add(f64 a, f64 b) {
  return a + b;
}
constexpr f64 sub(f64 a, f64 b) {
  return a - b;
}
constexpr f64 mul(f64 a, f64 b) {
  return a * b;
}
constexpr f64 div(f64 a, f64 b) {
  return a / b;
}
constexpr f64 neg(f64 a) {
  return -a;
}
inline f64 mod(f64 a, f64 b) {
  return std::fmod(a, b);
}
inline f64 pow(f64 a, f64 b) {
  return std::pow(a, b);
}

// `/` on ints is exact or a float; these two are its halves. b != 0. kMinInt / -1 wraps to itself.
constexpr bool divides(i64 a, i64 b) {
  return b == -1 || a % b == 0;
}
constexpr i64 div_exact(i64 a, i64 b) {
  return b == -1 ? neg(a) : a / b;
}

// Remainder with the sign of the dividend. b != 0.
constexpr i64 mod(i64 a, i64 b) {
  return b == -1 ? 0 : a % b;
}

// Wrapping power by squaring. exponent >= 0; 0 ** 0 is 1.
constexpr i64 pow(i64 base, i64 exponent) {
  i64 result = 1;
  for (u64 rest = u64(exponent); rest != 0; rest >>= 1) {
    if (rest & 1) result = mul(result, base);
    base = mul(base, base);
  }
  return result;
}

constexpr i64 bit_and(i64 a, i64 b) {
  return a & b;
}
constexpr i64 bit_or(i64 a, i64 b) {
  return a | b;
}
constexpr i64 bit_xor(i64 a, i64 b) {
  return a ^ b;
}
constexpr i64 bit_and_not(i64 a, i64 b) {
  return a & ~b;
}
constexpr i64 bit_not(i64 a) {
  return ~a;
}

// Shifts; count >= 0. Counts of 64 and more shift everything out.
constexpr i64 shift_left(i64 a, i64 count) {
  return count > 63 ? 0 : i64(u64(a) << count);
}
constexpr i64 shift_right(i64 a, i64 count) {
  return a >> (count > 63 ? 63 : count);
}

// The nearest float, ties to even: what an int becomes when it meets a float.
constexpr f64 to_float(i64 a) {
  return f64(a);
}

inline constexpr f64 kTwo63 = 9223372036854775808.0;

// Whether a float's integral part fits an int.
constexpr bool in_int_range(f64 a) {
  return a >= -kTwo63 && a < kTwo63;
}

// The int exactly equal to a float, if there is one.
constexpr bool to_int_exact(f64 a, i64& result) {
  if (!in_int_range(a)) return false;
  const i64 truncated = i64(a);
  if (f64(truncated) != a) return false;
  result = truncated;
  return true;
}

// Comparison by mathematical value. With NaN every one of these is false.
constexpr bool equal(i64 a, i64 b) {
  return a == b;
}
constexpr bool equal(f64 a, f64 b) {
  return a == b;
}
constexpr bool equal(i64 a, f64 b) {
  return in_int_range(b) && f64(i64(b)) == b && i64(b) == a;
}
constexpr bool equal(f64 a, i64 b) {
  return equal(b, a);
}

constexpr bool less(i64 a, i64 b) {
  return a < b;
}
constexpr bool less(f64 a, f64 b) {
  return a < b;
}
// a < b for an int a means a < ceil(b); for an int b, floor(a) < b. The rounding is by truncation and a correction.
constexpr bool less(i64 a, f64 b) {
  if (!in_int_range(b)) return b > 0;
  const i64 truncated = i64(b);
  return f64(truncated) < b ? a <= truncated : a < truncated;
}
constexpr bool less(f64 a, i64 b) {
  if (!in_int_range(a)) return a < 0;
  const i64 truncated = i64(a);
  return f64(truncated) > a ? truncated <= b : truncated < b;
}

constexpr bool less_equal(i64 a, i64 b) {
  return a <= b;
}
constexpr bool less_equal(f64 a, f64 b) {
  return a <= b;
}
constexpr bool less_equal(i64 a, f64 b) {
  return b == b && !less(b, a);
}
constexpr bool less_equal(f64 a, i64 b) {
  return a == a && !less(b, a);
}

}  // namespace gs::prim
