// What a function of the IR does, node by node, on the same memory that its machine code uses: the reference of the random tests.
#pragma once

#include <unordered_map>
#include <vector>

#include "jit/backend/harness.hpp"

namespace gs::jit::backend {

struct ReferenceResult {
  bool exited = false;
  u32 exit_node = 0;
  u64 returned = 0;
  bool is_stuck = false;  // too many steps
};

// Runs on the machine's frame and on real memory.
ReferenceResult run_reference(ir::Function& function, Machine& machine);

// The same value: boxed ints by content, any NaN for any NaN.
bool is_same_value(u64 a, u64 b);

}  // namespace gs::jit::backend
