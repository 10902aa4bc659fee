// Least significant digit first, 8 bits a pass; passes in which all words agree are left out, so that small ranges are
// cheap.
#include "stdlib/sort/radix_sort.hpp"

#include <algorithm>
#include <cstring>
#include <utility>

namespace gs::stdlib {

namespace {

constexpr usize kSmall = 192;  // below it a comparison sort is faster than clearing the histograms
constexpr u32 kDigits = 8;
constexpr u32 kRadix = 256;

u8 digit_of(u64 word, u32 digit) { return u8(word >> (digit * 8)); }

void scatter(const u64* from, u64* to, usize count, u32 digit, usize* histogram) {
  usize place = 0;
  for (u32 value = 0; value < kRadix; value++) place += std::exchange(histogram[value], place);
  for (usize i = 0; i < count; i++) to[histogram[digit_of(from[i], digit)]++] = from[i];
}

}  // namespace

void radix_sort(u64* words, u64* scratch, usize count) {
  if (count < kSmall) {
    std::sort(words, words + count);
    return;
  }
  usize histograms[kDigits][kRadix] = {};
  for (usize i = 0; i < count; i++) {
    for (u32 digit = 0; digit < kDigits; digit++) histograms[digit][digit_of(words[i], digit)]++;
  }
  u64* from = words;
  u64* to = scratch;
  for (u32 digit = 0; digit < kDigits; digit++) {
    if (histograms[digit][digit_of(words[0], digit)] == count) continue;
    scatter(from, to, count, digit, histograms[digit]);
    std::swap(from, to);
  }
  if (from != words) std::memcpy(words, from, count * sizeof(u64));
}

}  // namespace gs::stdlib
