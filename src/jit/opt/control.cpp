// Makes the graph plain: blocks in reverse postorder, none unreachable; a Branch on a constant becomes a Jump, a
// guard that must fail an Exit; a block joins its only predecessor if it is that one's only successor; a phi of one
// value becomes a copy. Needed first (the region builder's order is its own), and again when folding has made
// conditions constant.
//
//   b1: b0                          b0:
//     v5 = ConstBool true     ->      ...
//     Branch v5 b2 b3                 (nodes of b2)
//   b2: b1
#include "jit/ir/edit.hpp"
#include "jit/opt/pass.hpp"

namespace gs::jit::opt {

using namespace ir;

namespace {

class Control {
 public:
  explicit Control(Function& function) : function_(function) {}

  void run() {
    remove_copies(function_);
    // Cutting an edge makes phis trivial, and those conditions constant.
    bool changed = true;
    while (changed) {
      changed = cut_constant_edges();
      changed |= simplify_phis();
    }
    order_blocks(function_);
    merge_lines();
    remove_copies(function_);
  }

 private:
  bool cut_constant_edges() {
    bool changed = false;
    for (Block* block : function_.blocks) {
      for (Node* n : nodes(block)) {
        if (must_fail(n)) {
          end_with_exit(block, n);
          changed = true;
          break;
        }
      }
      Node* last = block->last;
      if (last->op != Op::Branch) continue;
      const Node* condition = resolve(last->input(0));
      if (condition->op != Op::ConstBool) continue;
      cut_edge(function_, block, block->successors[condition->imm ? 1 : 0]);
      changed = true;
    }
    return order_blocks(function_) || changed;
  }

  static bool must_fail(const Node* n) {
    if (n->op != Op::GuardTrue && n->op != Op::GuardFalse) return false;
    const Node* condition = resolve(n->input(0));
    return condition->op == Op::ConstBool && (condition->imm != 0) == (n->op == Op::GuardFalse);
  }

  void end_with_exit(Block* block, Node* guard) {
    for (Block*& to : block->successors) {
      if (to) remove_predecessor(function_, to, to->predecessor_index(block));
      to = nullptr;
    }
    while (block->last != guard) block->remove(block->last);
    guard->op = Op::Exit;
    guard->inputs = {};
  }

  bool simplify_phis() {
    bool changed = false;
    for (Block* block : function_.blocks) {
      for (Node* n = block->first; n && is_phi(n);) {
        Node* phi = n;
        n = n->next;
        Node* only = only_value(phi);
        if (!only) continue;
        block->insert_before(first_after_phis(block), (block->remove(phi), phi));
        phi->become(only);
        changed = true;
      }
    }
    return changed;
  }

  static Node* only_value(Node* phi) {
    Node* only = nullptr;
    for (Node* input : phi->inputs) {
      input = resolve(input);
      if (input == phi || input == only) continue;
      if (only) return nullptr;
      only = input;
    }
    return only;
  }

  void merge_lines() {
    usize kept = 0;
    for (Block* block : function_.blocks) {
      Block* before = block->predecessors.size() == 1 ? block->predecessors[0] : nullptr;
      if (!before || before->last->op != Op::Jump || before == block) {
        function_.blocks[kept++] = block;
        continue;
      }
      append_block(before, block);
    }
    function_.blocks.resize(kept);
  }

  // `block` has no phis left: one of a single predecessor is trivial.
  static void append_block(Block* before, Block* block) {
    before->remove(before->last);
    for (Node* n : nodes(block)) {
      block->remove(n);
      before->append(n);
    }
    for (u32 i = 0; i < 2; i++) {
      Block* to = block->successors[i];
      before->successors[i] = to;
      if (to) to->predecessors[to->predecessor_index(block)] = before;
    }
    before->is_cold |= block->is_cold;
  }

  Function& function_;
};

}  // namespace

void control(Function& function, PassContext&) { Control(function).run(); }

}  // namespace gs::jit::opt
