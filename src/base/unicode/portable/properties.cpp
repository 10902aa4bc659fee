// Classes and case of code points by binary search in tables of our own, for builds without utf8proc.
#include <algorithm>

#include "base/unicode.hpp"
#include "base/unicode/portable/tables.hpp"

namespace gs {

namespace {

u32 map_case(std::span<const unicode::CaseRun> runs, u32 code) {
  auto after = std::upper_bound(runs.begin(), runs.end(), code,
                                [](u32 wanted, const unicode::CaseRun& run) { return wanted < run.first; });
  if (after == runs.begin()) return code;
  const unicode::CaseRun& run = after[-1];
  if (code > run.last || (code - run.first) % run.step != 0) return code;
  return u32(i32(code) + run.delta);
}

}  // namespace

CharClass char_class(u32 code) {
  auto runs = unicode::class_runs();
  auto after = std::upper_bound(runs.begin(), runs.end(), code << 8 | 0xFF);
  return CharClass(after[-1] & 0xFF);
}

u32 to_upper_multi(u32 code) { return map_case(unicode::upper_runs(), code); }
u32 to_lower_multi(u32 code) { return map_case(unicode::lower_runs(), code); }

}  // namespace gs
