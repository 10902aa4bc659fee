// Sorting plain 64-bit words: what arrays of only ints or only doubles come down to.
#pragma once

#include "base/types.hpp"

namespace gs::stdlib {

// Ascending order of unsigned words. scratch: room for `count` words. Linear time.
void radix_sort(u64* words, u64* scratch, usize count);

// Doubles' bits to words that compare unsigned as the doubles do, and back. NaNs excepted; -0.0 comes before 0.0.
constexpr u64 double_to_ordered(u64 bits) { return bits >> 63 ? ~bits : bits | 1ull << 63; }
constexpr u64 ordered_to_double(u64 word) { return word >> 63 ? word & ~(1ull << 63) : ~word; }

}  // namespace gs::stdlib
