// Who frees machine code asks here whether any native stack may return into it.
#pragma once

#include <vector>

#include "jit/code/code_cache.hpp"

namespace gs::vm {
class Vm;
}

namespace gs::jit {

// A piece of code memory and whom to tell that it is held.
struct HeldRange {
  CodeRange range;
  bool* is_held;
};

// Sets what `is_held` points to for each range that some word of a coroutine's native stack points into: any may be a return address.
// Sorts the ranges.
void find_held(vm::Vm& vm, std::vector<HeldRange>& ranges);

}  // namespace gs::jit
