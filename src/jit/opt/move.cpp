// Moving nodes in front of loops.
#include "jit/opt/move.hpp"

#include "jit/ir/edit.hpp"

namespace gs::jit::opt {

using namespace ir;

Snapshot* entry_snapshot_for(Function& function, Block* header, const Block* from, const Snapshot* origin) {
  const u32 index = header->predecessor_index(from);
  Snapshot* result = copy_snapshot(function, header->entry_snapshot, [&](Node* value) {
    value = resolve(value);
    return is_phi(value) && value->block == header ? resolve(value->input(index)) : value;
  });
  result->is_pinned = result->is_at_join = false;
  result->origin = origin->origin ? origin->origin : origin;
  return result;
}

bool may_speculate(const Node* n) {
  if (!n->is(kPure) || n->op == Op::CallPure) return false;
  const bool divides = n->op == Op::DivInt || n->op == Op::RemInt;
  return !divides || (n->input(1)->op == Op::ConstInt && n->input(1)->imm != 0);
}

}  // namespace gs::jit::opt
