#include "stdlib/math/generator.hpp"

#include <sys/random.h>
#include <time.h>

namespace gs::stdlib {

u64 random_seed() {
  u64 seed;
  if (getrandom(&seed, sizeof seed, 0) == sizeof seed) return seed;
  timespec now{};
  clock_gettime(CLOCK_REALTIME, &now);
  return u64(now.tv_sec) * 1000000007u ^ u64(now.tv_nsec);
}

}  // namespace gs::stdlib
