// What passes that move nodes in front of loops share.
#pragma once

#include "jit/ir/loops.hpp"

namespace gs::jit::opt {

// The snapshot for a guard of the loop of `header` that is moved to the end of `from`, from where the loop is entered:
// the header's entry snapshot (it must have one) with each of its phis replaced by the operand for that edge. `origin`
// is the snapshot that the guard had in the loop.
ir::Snapshot* entry_snapshot_for(ir::Function& function, ir::Block* header, const ir::Block* from,
                                 const ir::Snapshot* origin);

// Whether `n` may run where it would not have run: it has no effect and cannot trap, whatever its operands are.
bool may_speculate(const ir::Node* n);

}  // namespace gs::jit::opt
