// Clocks.
#pragma once

#include "base/types.hpp"

namespace gs::platform {

f64 monotonic_seconds();  // since some fixed moment; never goes back
f64 thread_seconds();     // processor time of the calling thread
void sleep_seconds(f64 seconds);

}  // namespace gs::platform
