// Where the calling OS thread's stack lies. Main runs on it: the collector scans it and C++ entered from scripts checks
// against its low end.
#pragma once

#include "base/types.hpp"

namespace gs::platform {

struct StackBounds {
  void* low;   // lowest usable address
  void* high;  // one past the highest
};

StackBounds thread_stack_bounds();

}  // namespace gs::platform
