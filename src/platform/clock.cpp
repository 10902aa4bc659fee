#include "platform/clock.hpp"

#include <time.h>

namespace gs::platform {

f64 monotonic_seconds() {
  timespec now;
  clock_gettime(CLOCK_MONOTONIC, &now);
  return f64(now.tv_sec) + f64(now.tv_nsec) * 1e-9;
}

void sleep_seconds(f64 seconds) {
  if (seconds <= 0) return;
  timespec span;
  span.tv_sec = time_t(seconds);
  span.tv_nsec = long((seconds - f64(span.tv_sec)) * 1e9);
  nanosleep(&span, nullptr);
}

}  // namespace gs::platform
