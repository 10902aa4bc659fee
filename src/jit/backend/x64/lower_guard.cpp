// Selection: conditions, selects, guards and boxing.
#include <asmjit/x86.h>

#include "jit/backend/x64/lowering.hpp"

namespace gs::jit::backend::x64 {

namespace Inst = asmjit::x86::Inst;
using ir::Node;
using ir::Op;
using ir::Type;

// ---- conditions: the comparing half of an instruction

bool Lowering::can_fold_condition(Node* condition, Node* at) const {
  if (uses_[condition->id] != 1 || vregs_[condition->id] != kNoVReg || condition->block != at->block) return false;
  return (condition->op >= Op::EqInt && condition->op <= Op::NotBool) ||
         (condition->op >= Op::IsFalsy && condition->op <= Op::IsSmallInt);
}

namespace {

// For numbers that are not negative.
Condition unsigned_of(Condition c) {
  switch (c) {
    case Condition::kLess: return Condition::kBelow;
    case Condition::kLessEqual: return Condition::kBelowEqual;
    case Condition::kGreater: return Condition::kAbove;
    case Condition::kGreaterEqual: return Condition::kAboveEqual;
    default: return c;
  }
}

}  // namespace

// A byte or 32-bit word in memory and an immediate.
bool Lowering::compare_narrow(Instr* i, Node* a, i64 value, Node* at, Condition condition) {
  a = resolve(a);
  if (!can_fold_load(a, at, true)) return false;
  bool is_byte = a->memory == ir::Memory::kU8;
  if (value < 0 || (is_byte && value > 255)) return false;
  i->inst = Inst::kIdCmp;
  i->condition = unsigned_of(condition);
  i->width = is_byte ? 1 : 4;
  i->rhs = Rhs::kImmediate;
  i->immediate = value;
  set_memory(i, address_of(a));
  return true;
}

// a & mask == 0
bool Lowering::test_mask(Instr* i, Node* a, Node* b, Node* at) {
  Node* n = resolve(a);
  i64 zero, mask;
  if (!is_imm32(b, zero) || zero != 0 || n->op != Op::AndInt) return false;
  if (uses_[n->id] != 1 || vregs_[n->id] != kNoVReg || n->block != at->block) return false;
  i->inst = Inst::kIdTest;
  i->condition = Condition::kEqual;
  Node* left = resolve(n->inputs[0]);
  if (!is_imm32(n->inputs[1], mask) || mask == 0) {
    i->rhs = Rhs::kOperand;
    i->add_use(use(left));
    i->add_use(use(n->inputs[1]));
    return true;
  }
  i->rhs = Rhs::kImmediate;
  i->immediate = mask;
  bool is_byte = left->memory == ir::Memory::kU8;
  if (can_fold_load(left, at, true) && mask > 0 && (!is_byte || mask < 256)) {
    i->width = is_byte ? 1 : 4;
    set_memory(i, address_of(left));
  } else {
    i->add_use(use(left));
  }
  return true;
}

void Lowering::compare(Instr* i, u32 inst, Node* a, Node* b, Node* at, Condition condition) {
  i64 value;
  if (inst == Inst::kIdCmp && is_imm32(b, value) && compare_narrow(i, a, value, at, condition)) return;
  i->inst = inst;
  i->condition = condition;
  i->add_use(use(a));
  set_rhs(i, b, at, inst == Inst::kIdCmp);
  if (inst == Inst::kIdCmp && i->rhs == Rhs::kImmediate && i->immediate == 0) i->inst = Inst::kIdTest;  // the same flags
}

void Lowering::compare_bits(Instr* i, Operand a, u64 bits, Condition condition) {
  i->inst = Inst::kIdCmp;
  i->condition = condition;
  i->add_use(a);
  if (i64(bits) == i32(bits)) {
    i->rhs = Rhs::kImmediate;
    i->immediate = i64(bits);
  } else {
    i->rhs = Rhs::kOperand;
    i->add_use(constant(bits, RegClass::kGeneral, Need::kAny));
  }
}

// Fills in i's comparison so that its condition says whether `condition` holds. `i` may get instructions in front of it.
void Lowering::set_condition(Instr* i, Node* condition, Node* at) {
  Node* n = resolve(condition);
  u32 ucomi = t_.has_avx ? Inst::kIdVucomisd : Inst::kIdUcomisd;
  if (n != at && !can_fold_condition(n, at)) {
    i->inst = Inst::kIdTest;
    i->width = 4;
    i->condition = Condition::kNotEqual;
    i->add_use(use(n));
    i->rhs = Rhs::kImmediate;
    return;
  }
  Node* a = n->inputs[0];
  Node* b = n->inputs.size() > 1 ? n->inputs[1] : nullptr;
  i64 ignored;
  switch (n->op) {
    case Op::EqInt:
    case Op::EqPtr:
    case Op::EqBoxed:
      if (is_imm32(a, ignored)) std::swap(a, b);
      if (test_mask(i, a, b, at)) return;
      return compare(i, Inst::kIdCmp, a, b, at, Condition::kEqual);
    case Op::LtInt:
    case Op::LeInt:
    case Op::BelowInt: {
      Condition c = n->op == Op::LtInt ? Condition::kLess : n->op == Op::LeInt ? Condition::kLessEqual : Condition::kBelow;
      if (!is_imm32(a, ignored)) return compare(i, Inst::kIdCmp, a, b, at, c);
      c = n->op == Op::LtInt ? Condition::kGreater : n->op == Op::LeInt ? Condition::kGreaterEqual : Condition::kAbove;
      return compare(i, Inst::kIdCmp, b, a, at, c);
    }
    // a < b is "b above a": unordered compares as below.
    case Op::LtFloat: return compare(i, ucomi, b, a, at, Condition::kAbove);
    case Op::LeFloat: return compare(i, ucomi, b, a, at, Condition::kAboveEqual);
    case Op::EqFloat: return compare(i, ucomi, a, b, at, Condition::kFloatEqual);
    case Op::NotBool:
      if (can_fold_condition(resolve(a), at)) {
        set_condition(i, a, at);
      } else {
        i->inst = Inst::kIdTest;
        i->width = 4;
        i->condition = Condition::kNotEqual;
        i->add_use(use(a));
        i->rhs = Rhs::kImmediate;
      }
      i->condition = negate(i->condition);
      return;
    case Op::IsFloat: return compare_bits(i, use(a), kMaxDouble, Condition::kBelowEqual);
    case Op::IsSmallInt: return compare_bits(i, use(a), kTagInt, Condition::kAboveEqual);
    default: break;
  }
  // The others compute something first.
  group_.pop_back();
  Operand computed = of(temporary(RegClass::kGeneral));
  if (n->op == Op::IsFalsy) {  // nil and false are neighbours
    Instr* difference = add(Form::kAdd);
    difference->add_def(computed);
    difference->add_use(use(a));
    difference->rhs = Rhs::kOperand;
    difference->add_use(constant(-kNilBits, RegClass::kGeneral, Need::kAny));
    compare_bits(i, computed, 1, Condition::kBelowEqual);
  } else {
    Instr* tag = add(Form::kShiftImmediate, Inst::kIdShr);
    tag->immediate = 48;
    tag->add_def(computed);
    tag->add_use(any(a));
    compare_bits(i, computed, n->imm >> 48, Condition::kEqual);
    i->width = 4;
  }
  group_.push_back(i);
}

// a < b ? a : b and a > b ? a : b are what minsd and maxsd compute, NaNs and zeros included.
bool Lowering::select_extreme(Node* n) {
  Node* condition = resolve(n->inputs[0]);
  if (n->type != Type::F64 || condition->op != Op::LtFloat || !can_fold_condition(condition, n)) return false;
  Node* a = resolve(n->inputs[1]);
  Node* b = resolve(n->inputs[2]);
  bool is_minimum = resolve(condition->inputs[0]) == a && resolve(condition->inputs[1]) == b;
  bool is_maximum = resolve(condition->inputs[0]) == b && resolve(condition->inputs[1]) == a;
  if (!is_minimum && !is_maximum) return false;
  u32 inst = t_.has_avx ? (is_minimum ? Inst::kIdVminsd : Inst::kIdVmaxsd) : (is_minimum ? Inst::kIdMinsd : Inst::kIdMaxsd);
  Instr* i = add(t_.has_avx ? Form::kVexBinary : Form::kBinary, inst);
  i->add_def(result(n));
  i->add_use(use(a));
  i->add_use(late(any(b)));
  i->rhs = Rhs::kOperand;
  return true;
}

void Lowering::select(Node* n) {
  if (select_extreme(n)) return;
  Instr* i = add(Form::kSelect);
  i->add_def(result(n));
  set_condition(i, n->inputs[0], n);
  i->extra = i->use_count;
  // The result starts as the second of the two; the first must not lie in its register.
  bool swaps = i->condition == Condition::kFloatEqual;  // the other one is easier
  if (swaps) i->condition = Condition::kFloatNotEqual;
  i->add_use(late(any(n->inputs[swaps ? 2 : 1])));
  i->add_use(any(n->inputs[swaps ? 1 : 2]));
  if (f_.vregs[i->def().vreg].hint == kNoVReg) f_.vregs[i->def().vreg].hint = i->use(u32(i->extra) + 1).vreg;
}

// ---- guards

void Lowering::guard_condition(Node* n, bool exits_if) {
  Instr* i = add(Form::kCompareExit);
  set_condition(i, n->inputs[0], n);
  if (!exits_if) i->condition = negate(i->condition);
  i->exit = exit_at(n);
}

void Lowering::lower_guard(Node* n) {
  switch (n->op) {
    case Op::GuardTrue: return guard_condition(n, false);
    case Op::GuardFalse: return guard_condition(n, true);
    case Op::BoundsCheck: {
      Instr* i = add(Form::kCompareExit);
      i64 value;
      bool swaps = is_imm32(n->inputs[0], value);
      compare(i, Inst::kIdCmp, n->inputs[swaps], n->inputs[!swaps], n,
              swaps ? Condition::kBelowEqual : Condition::kAboveEqual);
      i->exit = exit_at(n);
      return;
    }
    case Op::GuardEqual:
    case Op::GuardPtr: {
      Instr* i = add(Form::kCompareExit);
      compare_bits(i, any(n->inputs[0]), n->imm, Condition::kNotEqual);
      if (resolve(n->inputs[0])->is_constant()) i->use(0).need = Need::kRegister;
      if (i->rhs == Rhs::kOperand) i->use(0).need = Need::kRegister;
      i->exit = exit_at(n);
      return;
    }
    case Op::GuardShape: {
      Instr* i = add(Form::kCompareExit, Inst::kIdCmp);
      i->condition = Condition::kNotEqual;
      if (i64(n->imm) == i32(n->imm)) {
        i->rhs = Rhs::kImmediate;
        i->immediate = i64(n->imm);
      } else {
        i->rhs = Rhs::kOperand;
        i->add_use(constant(n->imm));
      }
      Node* base = resolve(n->inputs[0]);
      Address address{.base = use(base), .index = {}, .displacement = i32(n->aux)};
      set_memory(i, address);
      i->exit = exit_at(n);
      return;
    }
    default: break;
  }
  Node* a = resolve(n->inputs[0]);
  if (n->op == Op::GuardFloat && is_in_vector(a)) {
    Instr* i = add(Form::kCheckFloat);
    i->add_use(use(a));
    // In loops memory is compared with a constant in a register: that takes nothing from the vector units.
    if (block_->loop_depth && may_read_again(a, n)) {
      i->add_use(constant(kMaxDouble));
      set_memory(i, address_of(a));
    }
    i->exit = exit_at(n);
    join(i, n);
    return;
  }
  auto bits = [&](u64 value) { return constant(value, RegClass::kGeneral, Need::kAny); };
  Instr* i = nullptr;
  switch (n->op) {
    case Op::GuardInt:
      i = add(Form::kGuardInt);
      i->add_def(result(n));
      i->add_use(use(a));
      i->add_use(bits(kTagInt));
      i->add_use(bits(kIntBias));
      break;
    case Op::GuardFloat:
      i = add(Form::kGuardFloat);
      i->add_def(result(n));
      i->add_use(use(a));
      i->add_use(bits(kMaxDouble));
      break;
    case Op::GuardNumber:
      i = add(Form::kGuardNumber);
      i->add_def(result(n));
      i->add_use(late(use(a)));
      i->add_use(late(bits(kMaxDouble)));
      i->add_use(late(bits(kTagInt)));
      i->add_use(late(bits(kIntBias)));
      i->add_temp(of(temporary(RegClass::kGeneral)));
      i->exits_late = true;
      break;
    default:
      i = add(Form::kGuardTag);
      i->add_def(result(n));
      i->add_use(any(a));
      i->immediate = i64(n->imm >> 48);
      i->exits_late = true;
      break;
  }
  i->exit = exit_at(n);
  join(i, n);
}

void Lowering::join(Instr* i, Node* n) {
  Node* partner = partners_[n->id];
  if (!partner) return;
  i->other_exit = exit_at(partner);
  Node* equal = resolve(partner->inputs[0]);
  Node* constant = resolve(equal->inputs[1]);
  i->other_bits = constant->op == Op::ConstBoxed ? constant->imm : resolve(equal->inputs[0])->imm;
}

// ---- boxing

void Lowering::lower_boxing(Node* n) {
  Node* a = n->inputs[0];
  auto sum = [&](u64 bits) {
    Instr* i = add(Form::kAdd);
    i->add_def(result(n));
    i->add_use(use(a));
    i->rhs = Rhs::kOperand;
    i->add_use(constant(bits, RegClass::kGeneral, Need::kAny));
    if (f_.vregs[i->def().vreg].hint == kNoVReg) f_.vregs[i->def().vreg].hint = i->use(0).vreg;
  };
  switch (n->op) {
    case Op::BoxInt: {
      Instr* i = add(Form::kBoxInt);
      i->add_def(result(n));
      i->add_use(use(a));
      i->add_use(constant(-kIntBias, RegClass::kGeneral, Need::kAny));
      i->add_use(late(constant(kTagInt, RegClass::kGeneral, Need::kAny)));
      return;
    }
    case Op::BoxSmallInt: return sum(-kIntBias);
    case Op::UnboxInt: return sum(kIntBias);
    case Op::BoxBool: return sum(kFalseBits);
    case Op::BoxPtr: return sum(n->imm);
    case Op::UnboxPtr: {
      Instr* i = add(Form::kBinary, Inst::kIdAnd);
      i->commutes = true;
      i->add_def(result(n));
      i->add_use(any(a));
      i->rhs = Rhs::kOperand;
      i->add_use(constant(kPointerMask, RegClass::kGeneral, Need::kAny));
      if (f_.vregs[i->def().vreg].hint == kNoVReg) f_.vregs[i->def().vreg].hint = i->use(0).vreg;
      return;
    }
    default: break;
  }
  move(result(n), any(a));  // BoxFloat, BoxBits, UnboxBits, UnboxFloat
}

}  // namespace gs::jit::backend::x64
