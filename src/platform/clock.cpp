#include "platform/clock.hpp"

#include <time.h>

namespace gs::platform {

namespace {

f64 read_clock(clockid_t clock) {
  timespec now;
  clock_gettime(clock, &now);
  return f64(now.tv_sec) + f64(now.tv_nsec) * 1e-9;
}

}  // namespace

f64 monotonic_seconds() { return read_clock(CLOCK_MONOTONIC); }

f64 thread_seconds() { return read_clock(CLOCK_THREAD_CPUTIME_ID); }

void sleep_seconds(f64 seconds) {
  if (seconds <= 0) return;
  timespec span;
  span.tv_sec = time_t(seconds);
  span.tv_nsec = long((seconds - f64(span.tv_sec)) * 1e9);
  nanosleep(&span, nullptr);
}

}  // namespace gs::platform
