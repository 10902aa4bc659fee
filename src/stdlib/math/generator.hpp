// The random generator of math and rand: xoshiro256** (Blackman and Vigna), seeded by splitmix64. Fixed here, and all
// derived numbers computed in integers or exact steps, so that equal seeds give equal sequences on every machine.
#pragma once

#include "base/types.hpp"

namespace gs::stdlib {

class Generator {
 public:
  explicit Generator(u64 seed) { this->seed(seed); }

  void seed(u64 seed) {
    for (u64& word : state_) {
      seed += 0x9e3779b97f4a7c15;
      u64 z = seed;
      z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9;
      z = (z ^ (z >> 27)) * 0x94d049bb133111eb;
      word = z ^ (z >> 31);
    }
  }

  u64 next() {
    u64 result = rotate(state_[1] * 5, 7) * 9;
    u64 shifted = state_[1] << 17;
    state_[2] ^= state_[0];
    state_[3] ^= state_[1];
    state_[1] ^= state_[2];
    state_[0] ^= state_[3];
    state_[2] ^= shifted;
    state_[3] = rotate(state_[3], 45);
    return result;
  }

  // In [0, 1): a multiple of 2^-53.
  f64 next_float() { return f64(next() >> 11) * 0x1p-53; }

  // Uniform in 0..limit: masks to the needed bits and tries again when above.
  u64 next_up_to(u64 limit) {
    if (limit == 0) return 0;
    u64 mask = ~0ull >> __builtin_clzll(limit);
    for (;;) {
      u64 bits = next() >> __builtin_clzll(mask);
      if (bits <= limit) return bits;
    }
  }

  // Uniform in low..high. Precondition: low <= high.
  i64 next_in(i64 low, i64 high) { return i64(u64(low) + next_up_to(u64(high) - u64(low))); }

 private:
  static u64 rotate(u64 x, int by) { return x << by | x >> (64 - by); }

  u64 state_[4];
};

// A seed from the system's entropy.
u64 random_seed();

}  // namespace gs::stdlib
