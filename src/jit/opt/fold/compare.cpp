// Comparisons, booleans and selections.
#include <bit>
#include <utility>

#include "jit/opt/fold/fold.hpp"

namespace gs::jit::opt {

using namespace ir;

Node* Folder::fold_compare(Node* n) {
  if (n->inputs.empty()) return nullptr;
  Node* a = n->input(0);
  Node* b = n->inputs.size() > 1 ? n->input(1) : nullptr;
  switch (n->op) {
    case Op::EqInt:
      if (a == b) return constant_bool(true);
      // The remainder by a power of two is 0 whatever the dividend's sign if the low bits are.
      if (b->op == Op::ConstInt && b->imm == 0 && a->op == Op::RemInt && a->input(1)->op == Op::ConstInt) {
        const u64 divisor = a->input(1)->imm;
        if (std::has_single_bit(divisor)) {
          return rewrite(n, Op::EqInt, make(n, Op::AndInt, {a->input(0), constant_int(i64(divisor - 1))}), b);
        }
      }
      if (b->op == Op::ConstInt && a->op == Op::AddInt && a->input(1)->op == Op::ConstInt) {
        return rewrite(n, Op::EqInt, a->input(0), constant_int(i64(b->imm - a->input(1)->imm)));
      }
      return nullptr;
    case Op::EqPtr: return a == b ? constant_bool(true) : nullptr;
    case Op::LeInt: return a == b ? constant_bool(true) : nullptr;
    case Op::LtInt: return a == b ? constant_bool(false) : nullptr;
    case Op::BelowInt: return a == b || (b->op == Op::ConstInt && b->imm == 0) ? constant_bool(false) : nullptr;
    case Op::LtFloat: return a == b ? constant_bool(false) : nullptr;
    case Op::NotBool:
      if (a->op == Op::NotBool) return a->input(0);
      if (a->op == Op::LtInt) return make(n, Op::LeInt, {a->input(1), a->input(0)});
      if (a->op == Op::LeInt) return make(n, Op::LtInt, {a->input(1), a->input(0)});
      return nullptr;
    case Op::Select:
      if (a->op == Op::ConstBool) return a->imm ? b : n->input(2);
      if (b == n->input(2)) return b;
      if (a->op == Op::NotBool) {
        n->inputs[0] = a->input(0);
        std::swap(n->inputs[1], n->inputs[2]);
        return n;
      }
      if (n->type == Type::Bool && b->op == Op::ConstBool && n->input(2)->op == Op::ConstBool) {
        return b->imm ? a : make(n, Op::NotBool, {a});
      }
      return nullptr;
    default: return nullptr;
  }
}

Node* Folder::fold_control(Node* n) {
  if (n->op != Op::Branch && n->op != Op::GuardTrue && n->op != Op::GuardFalse) return nullptr;
  Node* condition = n->input(0);
  if (condition->op == Op::NotBool) {
    n->inputs[0] = condition->input(0);
    if (n->op == Op::Branch) {
      std::swap(n->block->successors[0], n->block->successors[1]);
    } else {
      n->op = n->op == Op::GuardTrue ? Op::GuardFalse : Op::GuardTrue;
    }
    return n;
  }
  if (n->op == Op::Branch || condition->op != Op::ConstBool) return nullptr;
  return (condition->imm != 0) == (n->op == Op::GuardTrue) ? removed() : nullptr;
}

}  // namespace gs::jit::opt
