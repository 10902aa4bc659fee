// Intervals of ints, for range analysis: lo <= x <= hi. Operations that may wrap yield everything.
#pragma once

#include <algorithm>

#include "base/types.hpp"

namespace gs::jit::opt {

struct Interval {
  i64 lo = INT64_MIN;
  i64 hi = INT64_MAX;

  static constexpr Interval all() { return {}; }
  static constexpr Interval of(i64 value) { return {value, value}; }
  constexpr bool is_all() const { return lo == INT64_MIN && hi == INT64_MAX; }
  constexpr bool is_constant() const { return lo == hi; }
  constexpr bool is_inside(i64 low, i64 high) const { return lo >= low && hi <= high; }
  constexpr Interval join(Interval other) const { return {std::min(lo, other.lo), std::max(hi, other.hi)}; }
  constexpr Interval meet(Interval other) const { return {std::max(lo, other.lo), std::min(hi, other.hi)}; }
  // A value that satisfies contradictory facts: the code is dead.
  constexpr bool is_empty() const { return lo > hi; }
  constexpr bool operator==(const Interval&) const = default;
};

// The sum of two bounds, held at the ends of int64.
constexpr i64 saturating_add(i64 a, i64 b) {
  i64 result = 0;
  if (!__builtin_add_overflow(a, b, &result)) return result;
  return b > 0 ? INT64_MAX : INT64_MIN;
}

constexpr bool adds_without_wrap(Interval a, Interval b) {
  i64 ignored = 0;
  return !__builtin_add_overflow(a.lo, b.lo, &ignored) && !__builtin_add_overflow(a.hi, b.hi, &ignored);
}

Interval add(Interval a, Interval b);
Interval subtract(Interval a, Interval b);
Interval multiply(Interval a, Interval b);
Interval divide(Interval a, i64 divisor);     // divisor > 0
Interval remainder(Interval a, i64 divisor);  // divisor > 0
Interval bit_and(Interval a, Interval b);
Interval bit_or(Interval a, Interval b);  // of xor too
Interval shift_left(Interval a, i64 count);
Interval shift_right(Interval a, i64 count);
Interval shift_right_logical(Interval a, i64 count);

}  // namespace gs::jit::opt
