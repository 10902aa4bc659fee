// Guards whose outcome is known from what made their operand: they vanish, or nothing behind them can run.
#include <bit>

#include "jit/opt/fold/fold.hpp"
#include "vm/object/value.hpp"

namespace gs::jit::opt {

using namespace ir;

Node* Folder::fold_guard(Node* n) {
  if (n->inputs.empty() || !n->is(kExits)) return nullptr;
  Node* a = n->input(0);
  const Kind kind = kind_of(a);
  const vm::Value value(a->imm);
  switch (n->op) {
    case Op::GuardInt:
      if (kind == Kind::kUnknown) return nullptr;
      if (kind != Kind::kConstant) return fails(n);
      if (value.is_small_int()) return constant_int(value.as_small_int());
      return value.is_boxed_int() ? nullptr : fails(n);
    case Op::GuardFloat:
      if (kind == Kind::kUnknown) return nullptr;
      return kind == Kind::kConstant && value.is_double() ? constant(Op::ConstFloat, value.bits) : fails(n);
    case Op::GuardNumber:
      if (kind == Kind::kInt) return rewrite(n, Op::IntToFloat, a->input(0));
      if (kind == Kind::kUnknown) return nullptr;
      if (kind != Kind::kConstant) return fails(n);
      if (value.is_double()) return constant(Op::ConstFloat, value.bits);
      return value.is_small_int() ? constant(Op::ConstFloat, std::bit_cast<u64>(f64(value.as_small_int()))) : fails(n);
    case Op::GuardTag:
      if (kind == Kind::kPtr && tag_of(a) == (n->imm & ~vm::kPointerMask)) return a->input(0);
      if (kind == Kind::kUnknown) return nullptr;
      if (kind == Kind::kConstant && value.bits >> 48 == n->imm >> 48)
        return constant(Op::ConstPtr, value.bits & vm::kPointerMask);
      return kind == Kind::kInt && n->imm >> 48 >= vm::kTagBoxedInt >> 48 ? nullptr : fails(n);
    case Op::GuardEqual:
      if (kind == Kind::kConstant) return value.bits == n->imm ? removed() : fails(n);
      return nullptr;
    case Op::GuardPtr:
      if (a->op == Op::ConstPtr) return a->imm == n->imm ? removed() : fails(n);
      return nullptr;
    case Op::BoundsCheck:
      if (a->op != Op::ConstInt || n->input(1)->op != Op::ConstInt) return nullptr;
      return a->imm < n->input(1)->imm ? removed() : fails(n);
    default: return nullptr;
  }
}

}  // namespace gs::jit::opt
