// Pure values are computed as late as they can be without entering a loop: behind the loop that computes them but
// does not use them, and in that way of a branch that needs them.
//
//   b1: b0 b2  loop                          b1: b0 b2  loop
//     v3:i = Phi v1 v9                         v3:i = Phi v1 v9
//     v4 = BoxInt v3                  ->       ...
//     ...                                    b3: b1
//   b3: b1                                     v4 = BoxInt v3
//     Return v4                                Return v4
//
// Walks backward, so that all uses of a node are placed before it; the place is the lowest common dominator of its
// uses.
#include "jit/ir/edit.hpp"
#include "jit/ir/loops.hpp"
#include "jit/ir/uses.hpp"
#include "jit/opt/locations.hpp"
#include "jit/opt/move.hpp"
#include "jit/opt/pass.hpp"

namespace gs::jit::opt {

using namespace ir;

namespace {

class LateComputation {
 public:
  explicit LateComputation(Function& function)
      : function_(function), dominators_(function), loops_(function, dominators_), uses_(function.node_count()) {}

  void run() {
    for (Block* block : function_.blocks) {
      if (block->entry_snapshot) {
        each_snapshot_value(block->entry_snapshot, [&](Node*& value) { add_use(value, block, true); });
      }
      for (Node* phi = block->first; phi && is_phi(phi); phi = phi->next) {
        for (usize i = 0; i < phi->inputs.size(); i++) add_use(phi->input(i), block->predecessors[i], false);
      }
    }
    for (usize i = function_.blocks.size(); i-- > 0;) {
      Block* block = function_.blocks[i];
      for (Node* n = block->last; n && !is_phi(n);) {
        Node* before = n->previous;
        // What may collect must not come between a barrier and a store that relies on it.
        const bool is_bound = may_collect(n) && uses_[n->id].is_stored;
        if (n->is(kPure) && !n->is_constant() && may_speculate(n) && !is_bound) place(n);
        const bool is_store = n->writes() & ~alias_bit(Alias::Frame);
        each_use(n, [&](Node*& use) {
          add_use(use, n->block, !n->is(kTerminator));
          if (is_store) uses_[use->id].is_stored = true;
        });
        n = before;
      }
    }
  }

 private:
  struct Uses {
    Block* dominator = nullptr;  // lowest block that dominates all uses
    bool is_inside = false;      // some use is in that block, before its terminator
    bool is_stored = false;      // some use writes memory
  };

  void add_use(Node* value, Block* block, bool is_inside) {
    Uses& uses = uses_[value->id];
    Block* dominator = uses.dominator ? meet(uses.dominator, block) : block;
    uses.is_inside = (dominator == uses.dominator && uses.is_inside) || (dominator == block && is_inside);
    uses.dominator = dominator;
  }

  Block* meet(Block* a, Block* b) const {
    while (a != b) {
      while (dominators_.order(a) > dominators_.order(b)) a = dominators_.immediate_dominator(a);
      while (dominators_.order(b) > dominators_.order(a)) b = dominators_.immediate_dominator(b);
    }
    return a;
  }

  void place(Node* n) {
    Block* target = uses_[n->id].dominator;
    if (!target || target == n->block) return;
    while (target != n->block && target->loop_depth > n->block->loop_depth)
      target = dominators_.immediate_dominator(target);
    // Not into another loop of the same depth either.
    while (target != n->block && !loops_contain(target, n->block)) target = dominators_.immediate_dominator(target);
    if (target == n->block) return;
    n->block->remove(n);
    // In front of what was moved there before, which may use it.
    target->insert_before(
        uses_[n->id].dominator == target && uses_[n->id].is_inside ? first_after_phis(target) : target->last, n);
  }

  // Whether every loop around `target` is around `block` too.
  bool loops_contain(const Block* target, const Block* block) const {
    const Loop* loop = loops_.of(target);
    return !loop || loop->contains(loops_.of(block));
  }

  Function& function_;
  Dominators dominators_;
  Loops loops_;
  std::vector<Uses> uses_;  // by node id
};

}  // namespace

void late(Function& function, PassContext&) { LateComputation(function).run(); }

}  // namespace gs::jit::opt
