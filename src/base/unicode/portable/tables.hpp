// The shape of the generated tables in tables.cpp; read by properties.cpp only.
#pragma once

#include <span>

#include "base/types.hpp"

namespace gs::unicode {

// first code point << 8 | CharClass; holds up to the next entry. Sorted.
std::span<const u32> class_runs();

// Code points first, first + step, ... last map to themselves + delta. Sorted by first, disjoint.
struct CaseRun {
  u32 first;
  u32 last;
  i32 delta;
  u32 step;
};
std::span<const CaseRun> upper_runs();
std::span<const CaseRun> lower_runs();

}  // namespace gs::unicode
