// What passes that move nodes in front of loops share.
#pragma once

#include "jit/ir/loops.hpp"

namespace gs::jit::opt {

// The snapshot for a node that exits at the end of `from`, from where the loop of `header` is entered: the header's
// entry snapshot with each of its phis replaced by the operand for that edge. The header must have one.
ir::Snapshot* entry_snapshot_for(ir::Function& function, ir::Block* header, const ir::Block* from);

// Whether `n` may run where it would not have run: it has no effect and cannot trap, whatever its operands are.
bool may_speculate(const ir::Node* n);

}  // namespace gs::jit::opt
