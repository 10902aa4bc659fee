// The invariants of a function's IR. Run on what the region builder makes and, in debug builds, after each pass.
//
//  1. function.blocks: the entry (without predecessors) first, all reachable, predecessors before successors except
//     along back-edges, and a back-edge's target dominates its source. Edges stand in both lists; two successors differ.
//  2. A block: phis, other nodes, one terminator with as many successors as its op wants.
//  3. Operands: number and types as the op's row says; each dominates its use (a phi's: the end of the predecessor).
//  4. kExits and kFrames nodes have a snapshot with frames; its values dominate the node. An entry_snapshot's dominate
//     the block's first node after the phis.
//  5. Virtual objects are in no block and used by snapshots and each other only.
#pragma once

#include <string>

#include "jit/ir/function.hpp"

namespace gs::jit::ir {

struct VerifyResult {
  bool ok = true;
  std::string message;  // the first broken invariant
};

[[nodiscard]] VerifyResult verify(const Function& function);

}  // namespace gs::jit::ir
