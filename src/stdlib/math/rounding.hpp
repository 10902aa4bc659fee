// The parts of math that are more than a call into the C library. Pure.
#pragma once

#include "base/types.hpp"

namespace gs::stdlib {

// Half away from zero, to `decimals` places (negative: before the point).
f64 round_to_decimals(f64 x, i64 decimals);

// Exact for powers of 2 with base 2 and of 10 with base 10.
f64 log_to_base(f64 x, f64 base);

}  // namespace gs::stdlib
