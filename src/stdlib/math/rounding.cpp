#include "stdlib/math/rounding.hpp"

#include <cmath>

namespace gs::stdlib {

namespace {

// 10^e for 0 <= e <= 308: exact up to 22, else correctly rounded as a literal would be.
f64 power_of_ten(int e) {
  long double result = 1, factor = 10;
  for (; e; e >>= 1, factor *= factor) {
    if (e & 1) result *= factor;
  }
  return f64(result);
}

}  // namespace

f64 round_to_decimals(f64 x, i64 decimals) {
  if (!std::isfinite(x) || decimals > 308) return x;
  if (decimals < -308) return std::copysign(0.0, x);
  if (decimals == 0) return std::round(x);
  if (decimals < 0) {
    f64 scale = power_of_ten(int(-decimals));
    return std::round(x / scale) * scale;
  }
  f64 scale = power_of_ten(int(decimals));
  f64 scaled = x * scale;
  // Beyond 2^52 there is nothing to round; an overflow has not even a scaled value.
  return std::fabs(scaled) < 0x1p52 ? std::round(scaled) / scale : x;
}

f64 log_to_base(f64 x, f64 base) {
  if (base == 2) return std::log2(x);
  if (base == 10) {
    f64 log = std::log10(x);
    f64 nearest = std::round(log);
    bool is_power = nearest >= 0 && nearest <= 308 && power_of_ten(int(nearest)) == x;
    return is_power ? nearest : log;
  }
  return std::log(x) / std::log(base);
}

}  // namespace gs::stdlib
