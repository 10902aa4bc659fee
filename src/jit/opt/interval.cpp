// Arithmetic on intervals.
#include "jit/opt/interval.hpp"

#include <bit>

namespace gs::jit::opt {

Interval add(Interval a, Interval b) {
  if (!adds_without_wrap(a, b)) return Interval::all();
  return {a.lo + b.lo, a.hi + b.hi};
}

Interval subtract(Interval a, Interval b) {
  Interval result;
  if (__builtin_sub_overflow(a.lo, b.hi, &result.lo) || __builtin_sub_overflow(a.hi, b.lo, &result.hi))
    return Interval::all();
  return result;
}

Interval multiply(Interval a, Interval b) {
  const i64 factors[4][2] = {{a.lo, b.lo}, {a.lo, b.hi}, {a.hi, b.lo}, {a.hi, b.hi}};
  Interval result{INT64_MAX, INT64_MIN};
  for (const auto& [x, y] : factors) {
    i64 product = 0;
    if (__builtin_mul_overflow(x, y, &product)) return Interval::all();
    result = result.join(Interval::of(product));
  }
  return result;
}

Interval divide(Interval a, i64 divisor) { return {a.lo / divisor, a.hi / divisor}; }

Interval remainder(Interval a, i64 divisor) {
  if (a.lo >= 0 && a.hi < divisor) return a;
  return {a.lo >= 0 ? 0 : -(divisor - 1), a.hi <= 0 ? 0 : divisor - 1};
}

Interval bit_and(Interval a, Interval b) {
  if (a.lo >= 0 && b.lo >= 0) return {0, std::min(a.hi, b.hi)};
  if (a.lo >= 0) return {0, a.hi};
  if (b.lo >= 0) return {0, b.hi};
  return Interval::all();
}

Interval bit_or(Interval a, Interval b) {
  if (a.lo < 0 || b.lo < 0) return Interval::all();
  const u64 widest = u64(std::max(a.hi, b.hi));
  return {0, i64((u64{1} << (64 - std::countl_zero(widest | 1))) - 1)};
}

Interval shift_left(Interval a, i64 count) {
  if (count > 62) return Interval::all();
  return multiply(a, Interval::of(i64{1} << count));
}

Interval shift_right(Interval a, i64 count) { return {a.lo >> count, a.hi >> count}; }

Interval shift_right_logical(Interval a, i64 count) {
  if (a.lo >= 0) return shift_right(a, count);
  return count == 0 ? a : Interval{0, i64(~u64{0} >> count)};
}

}  // namespace gs::jit::opt
