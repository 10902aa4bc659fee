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

// The stack pointer, roughly: for checks against limits that leave room.
inline char* stack_pointer() {
  char* sp;
#if defined(__x86_64__)
  asm("movq %%rsp, %0" : "=r"(sp));
#else
  asm("mov %0, sp" : "=r"(sp));
#endif
  return sp;
}

}  // namespace gs::platform
