// Makes every guard of a region fail once, for tests: leaving must be right at each of them, whether it is likely or not.
#pragma once

#include <deque>

#include "jit/ir/function.hpp"

namespace gs::jit::opt {

// A guard that was put in front of another one: it leaves as long as `armed` is not 0.
struct ForcedExit {
  u32 node;  // its id
  u8 armed = 1;
};

// Before the first pass. `forced` must live as long as the code: its addresses become part of it.
void stress_exits(ir::Function& function, std::deque<ForcedExit>& forced);

}  // namespace gs::jit::opt
