// Value numbering over the dominator tree: a pure node or guard that a dominating one equals becomes that one. On the
// way each node is folded (fold/), and what dominating guards and branches have shown is used: conditions known to
// hold, values known to be a constant, an int, a float or a reference.
//
//   v2 = GuardInt v1 @s0
//   ...
//   v7 = GuardInt v1 @s3      ->   v2
//   v8 = IsFloat v1           ->   false
//
// Edges that cannot be taken are left out of account and cut at the end, so that a phi which only they made one is
// not one, and what that folds in turn is folded.
//
// Needs reverse postorder (control). Loads and GuardShape are left to the pass that knows memory.
#include <algorithm>

#include "jit/ir/dominators.hpp"
#include "jit/ir/edit.hpp"
#include "jit/opt/fold/fold.hpp"
#include "jit/opt/pass.hpp"
#include "jit/opt/scoped.hpp"
#include "vm/object/value.hpp"

namespace gs::jit::opt {

using namespace ir;

namespace {

enum class Truth : u8 { kUnknown, kTrue, kFalse };

class Numbering {
 public:
  explicit Numbering(Function& function)
      : function_(function),
        dominators_(function),
        folder_(function),
        truth_(function.node_count()),
        guard_(function.node_count()),
        heads_(bucket_count(function)),
        live_edges_(function.block_count() * 2) {}

  void run() {
    struct Step {
      Block* block;
      Block* next_child;
      usize marks[3];
    };
    std::vector<Step> stack;
    const auto enter = [&](Block* block) {
      stack.push_back({block, dominators_.first_child(block), {truth_.mark(), guard_.mark(), entries_.size()}});
      visit_block(block);
    };
    enter(function_.blocks[0]);
    while (!stack.empty()) {
      if (Block* child = stack.back().next_child) {
        stack.back().next_child = dominators_.next_sibling(child);
        enter(child);
        continue;
      }
      truth_.reset(stack.back().marks[0]);
      guard_.reset(stack.back().marks[1]);
      for (; entries_.size() > stack.back().marks[2]; entries_.pop_back())
        heads_[entries_.back().bucket] = entries_.back().next;
      stack.pop_back();
    }
    remove_copies(function_);
  }

 private:
  struct Entry {
    Node* node;
    u32 bucket;
    u32 next;  // index + 1 in entries_; 0: none
  };

  static usize bucket_count(const Function& function) {
    usize count = 64;
    while (count < function.node_count()) count *= 2;
    return count;
  }

  void visit_block(Block* block) {
    u32 live_count = 0;
    const Block* from = nullptr;
    for (const Block* other : block->predecessors) {
      if (!may_come(other, block)) continue;
      live_count++;
      from = other;
    }
    if (live_count == 0 && block != function_.blocks[0]) return;
    if (live_count == 1 && from->last->op == Op::Branch)
      learn(resolve(from->last->input(0)), from->successors[0] == block);
    always_exits_ = false;
    for (Node* n : nodes(block)) visit(n);
    if (always_exits_) return;
    const Node* condition = block->last->op == Op::Branch ? resolve(block->last->input(0)) : nullptr;
    for (u32 s = 0; s < block->successor_count(); s++) {
      const bool is_taken = !condition || condition->op != Op::ConstBool || (condition->imm != 0) == (s == 0);
      live_edges_[block->id * 2 + s] = is_taken;
    }
  }

  // Whether control may take the edge: of a back-edge nothing is known yet.
  bool may_come(const Block* from, const Block* to) const {
    if (dominators_.order(from) >= dominators_.order(to)) return true;
    return live_edges_[from->id * 2 + (from->successors[0] == to ? 0 : 1)];
  }

  void learn(Node* condition, bool holds) {
    if (condition->is_constant()) return;
    truth_.set(condition->id, holds ? Truth::kTrue : Truth::kFalse);
    if (condition->op == Op::NotBool) learn(resolve(condition->input(0)), !holds);
    const bool is_test = condition->op == Op::IsFloat || condition->op == Op::IsSmallInt || condition->op == Op::HasTag;
    if (is_test && holds) guard_.set(resolve(condition->input(0))->id, condition);
  }

  void visit(Node* n) {
    if (n->op == Op::Copy) return;
    if (is_phi(n)) return visit_phi(n);
    for (Node*& input : n->inputs) input = known_value(resolve(input));
    Node* before = n->previous;
    Block* block = n->block;
    Node* result = folder_.fold(n);
    if (result == n) result = fold_by_guards(n);
    // The rules may have put new nodes in front.
    for (Node* fresh = before ? before->next : block->first; fresh && fresh != n; fresh = fresh->next) {
      visit_fresh(fresh);
    }
    if (!result) {
      block->remove(n);
    } else if (result != n) {
      n->become(resolve(result));
    } else {
      for (Node*& input : n->inputs) input = resolve(input);
      number(n);
    }
  }

  void visit_phi(Node* n) {
    Node* only = nullptr;
    for (usize i = 0; i < n->inputs.size(); i++) {
      Node* input = n->inputs[i] = resolve(n->input(i));
      if (!may_come(n->block->predecessors[i], n->block) || input == n || input == only) continue;
      if (only) return number(n);
      only = input;
    }
    if (only) replace_phi(n, only);  // none: only a loop that is never entered leads here
  }

  // It is no phi any more, so it must not stand among them.
  static void replace_phi(Node* n, Node* other) {
    Block* block = n->block;
    Node* place = first_after_phis(block);
    block->remove(n);
    block->insert_before(place, n);
    n->become(other);
  }

  void visit_fresh(Node* n) {
    for (Node*& input : n->inputs) input = resolve(input);
    number(n);
  }

  // A boolean that is known here, a value a guard compared with a constant.
  Node* known_value(Node* value) {
    const Truth truth = truth_.get(value->id);
    if (truth != Truth::kUnknown) return folder_.constant_bool(truth == Truth::kTrue);
    if (value->type != Type::Boxed) return value;
    const Node* guard = guard_.get(value->id);
    return guard && guard->op == Op::GuardEqual ? folder_.constant_boxed(guard->imm) : value;
  }

  // Folds a test or guard of a boxed value as if the value were the box of what a dominating guard made of it.
  Node* fold_by_guards(Node* n) {
    const bool is_test = n->op == Op::IsFalsy || n->op == Op::HasTag || n->op == Op::IsFloat ||
                         n->op == Op::IsSmallInt || n->op == Op::EqBoxed || n->op == Op::GuardInt ||
                         n->op == Op::GuardFloat || n->op == Op::GuardNumber || n->op == Op::GuardTag ||
                         n->op == Op::GuardEqual;
    if (!is_test) return n;
    Node* boxes[2] = {};
    Node* originals[2] = {};
    bool any = false;
    for (usize i = 0; i < n->inputs.size(); i++) {
      originals[i] = n->input(i);
      boxes[i] = box_of_known(n, n->input(i));
      if (!boxes[i]) continue;
      n->block->insert_before(n, boxes[i]);
      n->inputs[i] = boxes[i];
      any = true;
    }
    if (!any) return n;
    const Op op = n->op;
    Node* result = folder_.fold(n);
    if (result == n && n->op == op) std::copy(originals, originals + n->inputs.size(), n->inputs.begin());
    for (Node* box : boxes) {
      if (box) box->block->remove(box);
    }
    return result;
  }

  Node* box_of_known(Node* position, Node* value) {
    Node* known = guard_.get(value->id);
    if (!known) return nullptr;
    switch (known->op) {
      case Op::GuardInt: return function_.make(Op::BoxInt, Type::Boxed, {known});
      case Op::GuardFloat: return function_.make(Op::BoxFloat, Type::Boxed, {known});
      case Op::GuardTag: return function_.make(Op::BoxPtr, Type::Boxed, {known}, known->imm & ~vm::kPointerMask);
      case Op::IsFloat:
        return function_.make(Op::BoxFloat, Type::Boxed, {folder_.make(position, Op::UnboxFloat, {value})});
      case Op::IsSmallInt:
        return function_.make(Op::BoxSmallInt, Type::Boxed, {folder_.make(position, Op::UnboxInt, {value})});
      case Op::HasTag:
        if (known->imm < vm::kTagString || known->imm >= vm::kTagBoxedInt) return nullptr;
        return function_.make(Op::BoxPtr, Type::Boxed, {folder_.make(position, Op::UnboxPtr, {value})},
                              known->imm & ~vm::kPointerMask);
      default: return nullptr;
    }
  }

  static bool may_number(const Node* n) {
    if (n->is_constant() || n->op == Op::Copy) return false;
    return n->op == Op::Phi || n->is(kPure) ||
           (n->is(kExits) && n->reads() == 0 && !n->is(kTerminator) && !n->is(kFrames));
  }

  void number(Node* n) {
    if (may_number(n)) {
      const bool swap = n->is(kCommutes) && !n->input(1)->is_constant() && n->input(0)->id > n->input(1)->id;
      if (swap) std::swap(n->inputs[0], n->inputs[1]);
      const u32 bucket = bucket_of(n);
      for (u32 at = heads_[bucket]; at != 0; at = entries_[at - 1].next) {
        Node* other = entries_[at - 1].node;
        if (!is_same(n, other)) continue;
        if (is_phi(n)) return replace_phi(n, other);
        if (n->has_result()) n->become(other);
        else n->block->remove(n);
        return;
      }
      entries_.push_back({n, bucket, heads_[bucket]});
      heads_[bucket] = u32(entries_.size());
    }
    learn_from_guard(n);
  }

  void learn_from_guard(Node* n) {
    switch (n->op) {
      case Op::GuardTrue:
      case Op::GuardFalse:
        always_exits_ |= n->input(0)->op == Op::ConstBool;  // a guard that holds is gone
        return learn(n->input(0), n->op == Op::GuardTrue);
      case Op::GuardEqual:
      case Op::GuardInt:
      case Op::GuardFloat:
      case Op::GuardTag: return guard_.set(n->input(0)->id, n);
      default: return;
    }
  }

  u32 bucket_of(const Node* n) const {
    u64 h = u64(n->op) + n->imm * 0x9E3779B97F4A7C15ull;
    for (const Node* input : n->inputs) h = (h ^ input->id) * 0xBF58476D1CE4E5B9ull;
    return u32(h >> 32) & u32(heads_.size() - 1);
  }

  static bool is_same(const Node* a, const Node* b) {
    return a->op == b->op && a->type == b->type && a->imm == b->imm && a->aux == b->aux &&
           a->inputs.size() == b->inputs.size() && (a->op != Op::Phi || a->block == b->block) &&
           std::equal(a->inputs.begin(), a->inputs.end(), b->inputs.begin());
  }

  Function& function_;
  Dominators dominators_;
  Folder folder_;
  Scoped<Truth> truth_;  // by id of a Bool node
  Scoped<Node*> guard_;  // by id of a Boxed node: the guard or test that said last what it is
  std::vector<u32> heads_;
  std::vector<Entry> entries_;
  bool always_exits_ = false;     // a guard of the block visited cannot hold
  std::vector<bool> live_edges_;  // by block id * 2 + successor: control may go there; of blocks visited
};

}  // namespace

void number(Function& function, PassContext& context) {
  Numbering(function).run();
  // Edges that are never taken go: values were taken to be what they are without them.
  control(function, context);
}

}  // namespace gs::jit::opt
