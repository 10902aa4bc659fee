// Representation of phis: a Boxed phi whose operands are all boxes of one kind becomes a phi of what is in them.
//
//   v3:v = Phi v1 v9          v1 = BoxInt v0        v3:i = Phi v0 v8
//   v4 = GuardInt v3 @s0      v9 = BoxInt v8   ->   v20 = BoxInt v3      (for uses as a value)
//                                                   v4 = GuardInt v20    (folded by `number`)
//
// Optimistic over cycles of phis. An operand need not be a box: a guard of it that dominates the edge will do. Where
// a loop is entered with a value of unknown kind (a slot of the frame, at OSR), all other operands agree and the loop
// guards the phi, the guard is put in front of the loop, with the snapshot of the loop's entry.
#include "jit/ir/dominators.hpp"
#include "jit/ir/edit.hpp"
#include "jit/ir/uses.hpp"
#include "jit/opt/move.hpp"
#include "jit/opt/pass.hpp"
#include "vm/object/value.hpp"

namespace gs::jit::opt {

using namespace ir;

namespace {

// How a value may be held. kAny: nothing known yet (optimism).
struct Form {
  enum Kind : u8 { kAny, kUnboxed, kBoxed } kind = kAny;
  Type type = Type::Boxed;
  u64 tag = 0;  // of a Ptr

  bool operator==(const Form&) const = default;
  static Form boxed() { return {kBoxed, Type::Boxed, 0}; }
  static Form of(Type type, u64 tag = 0) { return {kUnboxed, type, tag}; }
  Form meet(const Form& other) const {
    if (kind == kAny) return other;
    if (other.kind == kAny || other == *this) return *this;
    return boxed();
  }
};

// What unboxing by `n` yields; kAny if it does not unbox.
Form form_of_guard(const Node* n) {
  switch (n->op) {
    case Op::GuardInt:
    case Op::UnboxInt: return Form::of(Type::I64);
    case Op::GuardFloat:
    case Op::UnboxFloat: return Form::of(Type::F64);
    case Op::GuardTag: return Form::of(Type::Ptr, n->imm & ~vm::kPointerMask);
    default: return {};
  }
}

class Representation {
 public:
  Representation(Function& function, PassContext& context)
      : function_(function),
        context_(context),
        dominators_(function),
        form_(function.node_count()),
        wanted_(function.node_count()),
        first_guard_(function.node_count()),
        next_guard_(function.node_count()),
        unboxed_(function.node_count()) {}

  void run() {
    collect();
    if (phis_.empty()) return;
    do {
      solve();
    } while (demote());
    rewrite();
    remove_copies(function_);
    unbox_snapshots(function_);
  }

 private:
  static Form wanted_form(const Node* guard) {
    if (!guard) return {};
    return guard->op == Op::GuardNumber ? Form::of(Type::F64) : form_of_guard(guard);
  }

  void collect() {
    for (Block* block : function_.blocks) {
      for (Node* n : nodes(block)) {
        if (is_phi(n) && n->type == Type::Boxed) phis_.push_back(n);
        if (n->inputs.empty()) continue;
        Node* value = n->input(0);
        if (wanted_form(n).kind != Form::kUnboxed) continue;
        if (is_phi(value) && n->snapshot && !n->snapshot->is_pinned) wanted_[value->id] = n;
        if (n->op == Op::GuardNumber) continue;
        next_guard_[n->id] = first_guard_[value->id];
        first_guard_[value->id] = n;
      }
    }
  }

  void solve() {
    bool changed = true;
    while (changed) {
      changed = false;
      for (Node* phi : phis_) {
        Form form = form_[phi->id];
        if (form.kind == Form::kBoxed) continue;
        for (usize i = 0; i < phi->inputs.size(); i++) form = form.meet(form_of_operand(phi, i));
        changed |= form != form_[phi->id];
        form_[phi->id] = form;
      }
    }
  }

  // Phis that were hoped for too much. True if there was one.
  bool demote() {
    bool changed = false;
    for (Node* phi : phis_) {
      Form& form = form_[phi->id];
      if (form.kind == Form::kBoxed) continue;
      const Form wanted = wanted_form(wanted_[phi->id]);
      if (form.kind == Form::kAny && wanted.kind == Form::kUnboxed) {
        form = wanted;
        changed = true;
      } else if (form.kind == Form::kAny || (form != wanted && needs_guard(phi))) {
        form = Form::boxed();
        changed = true;
      }
    }
    return changed;
  }

  bool needs_guard(const Node* phi) const {
    for (usize i = 0; i < phi->inputs.size(); i++) {
      if (is_entry_guess(phi, i)) return true;
    }
    return false;
  }

  // The operand's kind is unknown: only on entry to a loop that has an entry snapshot, else the phi is boxed.
  bool is_entry_guess(const Node* phi, usize i) const {
    const Node* value = phi->input(i);
    return !is_hopeful(value) && form_of_value(value, phi->block->predecessors[i]).kind == Form::kAny;
  }

  // A phi that is not known to stay boxed.
  bool is_hopeful(const Node* n) const {
    return is_phi(n) && n->type == Type::Boxed && form_[n->id].kind != Form::kBoxed;
  }

  Form form_of_operand(const Node* phi, usize i) const {
    const Node* value = phi->input(i);
    if (is_hopeful(value)) return form_[value->id];
    const Block* from = phi->block->predecessors[i];
    const Form form = form_of_value(value, from);
    if (form.kind != Form::kAny) return form;
    const bool may_guess = context_.may_speculate && phi->block->entry_snapshot && from->last->op == Op::Jump &&
                           !dominators_.dominates(phi->block, from);
    return may_guess ? Form{} : Form::boxed();
  }

  // What is known of a boxed value at the end of `from`; kAny: nothing.
  Form form_of_value(const Node* value, const Block* from) const {
    switch (value->op) {
      case Op::BoxInt:
      case Op::BoxSmallInt: return Form::of(Type::I64);
      case Op::BoxFloat: return Form::of(Type::F64);
      case Op::BoxBool: return Form::of(Type::Bool);
      case Op::BoxPtr: return Form::of(Type::Ptr, value->imm & ~vm::kPointerMask);
      case Op::ConstBoxed: return form_of_constant(vm::Value(value->imm));
      default: break;
    }
    const Node* guard = guard_at(value, from);
    return guard ? form_of_guard(guard) : Form{};
  }

  static Form form_of_constant(vm::Value value) {
    if (value.is_small_int()) return Form::of(Type::I64);
    if (value.is_double()) return Form::of(Type::F64);
    if (value.is_boolean()) return Form::of(Type::Bool);
    return Form::boxed();
  }

  Node* guard_at(const Node* value, const Block* from) const {
    for (Node* guard = first_guard_[value->id]; guard; guard = next_guard_[guard->id]) {
      if (dominators_.dominates(guard->block, from)) return guard;
    }
    return nullptr;
  }

  void rewrite() {
    for (Node* phi : phis_) {
      const Form form = form_[phi->id];
      if (form.kind != Form::kUnboxed) continue;
      unboxed_[phi->id] = function_.make_span(Op::Phi, form.type, phi->inputs);
      phi->block->insert_before(phi, unboxed_[phi->id]);
    }
    for (Node* phi : phis_) {
      Node* fresh = unboxed_[phi->id];
      if (!fresh) continue;
      for (usize i = 0; i < fresh->inputs.size(); i++) fresh->inputs[i] = unboxed_operand(phi, i);
    }
    for (Node* phi : phis_) {
      if (unboxed_[phi->id]) replace(phi, unboxed_[phi->id]);
    }
  }

  Node* unboxed_operand(Node* phi, usize i) {
    Node* value = phi->input(i);
    Block* from = phi->block->predecessors[i];
    const Form form = form_[phi->id];
    if (unboxed_[value->id]) return unboxed_[value->id];
    if (value->op == Op::ConstBoxed) return constant_at(from, vm::Value(value->imm));
    if (form_of_value(value, from) == form) {
      const bool is_box = value->op >= Op::BoxInt && value->op <= Op::BoxPtr;
      return is_box ? value->input(0) : guard_at(value, from);
    }
    const Op op = form.type == Type::I64 ? Op::GuardInt : form.type == Type::F64 ? Op::GuardFloat : Op::GuardTag;
    Node* guard = function_.make(op, form.type, {value}, form.tag);
    guard->snapshot = entry_snapshot_for(function_, phi->block, from, wanted_[phi->id]->snapshot);
    from->insert_before(from->last, guard);
    return guard;
  }

  Node* constant_at(Block* block, vm::Value value) {
    Node* n = value.is_small_int() ? function_.make(Op::ConstInt, Type::I64, {}, u64(value.as_small_int()))
              : value.is_double()  ? function_.make(Op::ConstFloat, Type::F64, {}, value.bits)
                                   : function_.make(Op::ConstBool, Type::Bool, {}, value.is_true());
    block->insert_before(block->last, n);
    return n;
  }

  // Other uses see a box of the new phi in the old one's place.
  void replace(Node* phi, Node* fresh) {
    const Op op = fresh->type == Type::I64    ? Op::BoxInt
                  : fresh->type == Type::F64  ? Op::BoxFloat
                  : fresh->type == Type::Bool ? Op::BoxBool
                                              : Op::BoxPtr;
    Node* box = function_.make(op, Type::Boxed, {fresh}, form_[phi->id].tag);
    Node* place = first_after_phis(phi->block);
    phi->block->insert_before(place, box);
    phi->block->remove(phi);
    phi->block->insert_before(place, phi);
    phi->become(box);
  }

  Function& function_;
  PassContext& context_;
  Dominators dominators_;
  std::vector<Form> form_;          // of Boxed phis, by id
  std::vector<Node*> wanted_;       // by id of a phi: a guard that unboxes it
  std::vector<Node*> first_guard_;  // by id of a boxed value: its guards, linked by next_guard_
  std::vector<Node*> next_guard_;
  std::vector<Node*> unboxed_;  // by id of a Boxed phi: what replaces it
  std::vector<Node*> phis_;
};

}  // namespace

void represent(Function& function, PassContext& context) { Representation(function, context).run(); }

}  // namespace gs::jit::opt
