// Backward dataflow over blocks in postorder until nothing changes: as many rounds as loops are nested, and one or two.
#include "jit/ir/liveness.hpp"

#include "jit/ir/edit.hpp"
#include "jit/ir/uses.hpp"

namespace gs::jit::ir {

Liveness::Liveness(const Function& function) : in_(function.block_count(), NodeSet(function.node_count())), out_(in_) {
  bool changed = true;
  while (changed) {
    changed = false;
    for (usize i = function.blocks.size(); i-- > 0;) {
      Block* block = function.blocks[i];
      NodeSet& out = out_[block->id];
      for (Block* to : block->successors) {
        if (!to) continue;
        out.add_all(in_[to->id]);
        const u32 index = to->predecessor_index(block);
        for (Node* phi = to->first; phi && is_phi(phi); phi = phi->next) out.add(phi->input(index)->id);
      }
      NodeSet live = out;
      for (Node* n = block->last; n; n = n->previous) {
        live.remove(n->id);
        if (!is_phi(n)) each_use(n, [&](Node*& use) { live.add(use->id); });
      }
      changed |= in_[block->id].add_all(live);
    }
  }
}

}  // namespace gs::jit::ir
