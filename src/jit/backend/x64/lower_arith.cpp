// Selection: arithmetic and conversions.
#include <asmjit/x86.h>

#include <bit>

#include "jit/backend/x64/lowering.hpp"

namespace gs::jit::backend::x64 {

namespace Inst = asmjit::x86::Inst;
using ir::Node;
using ir::Op;

void Lowering::lower_int(Node* n) {
  switch (n->op) {
    case Op::AddInt: return add_int(n, n->inputs[0], n->inputs[1], 1);
    case Op::SubInt: return add_int(n, n->inputs[0], n->inputs[1], -1);
    case Op::MulInt: return multiply(n);
    case Op::AndInt: return and_int(n);
    case Op::OrInt: return binary(n, Inst::kIdOr);
    case Op::XorInt: return binary(n, Inst::kIdXor);
    case Op::ShlInt: return shift(n, Inst::kIdShl, Inst::kIdShlx);
    case Op::ShrInt: return shift(n, Inst::kIdSar, Inst::kIdSarx);
    case Op::ShrLogicalInt: return shift(n, Inst::kIdShr, Inst::kIdShrx);
    case Op::DivInt: return divide(n, false);
    case Op::RemInt: return divide(n, true);
    default: break;
  }
  if (n->op == Op::NegInt) {
    Instr* i = add(Form::kUnary, Inst::kIdNeg);
    i->add_def(result(n));
    i->add_use(any(n->inputs[0]));
    return;
  }
  Instr* i = add(Form::kMultiplyHigh);  // rdx:rax = rax * b
  i->clobbered = 1u << kRax | 1u << kRdx;
  i->add_def(fixed_result(n, kRdx));
  i->add_use(any(n->inputs[0]));
  i->add_use(any(n->inputs[1]));
}

// d = a inst rhs, computed in d.
void Lowering::binary(Node* n, u32 inst) {
  Node* a = resolve(n->inputs[0]);
  Node* b = resolve(n->inputs[1]);
  bool commutes = n->is(ir::kCommutes);
  // What ends here makes the better left operand, constants and loads the better right one.
  bool b_ends = uses_[b->id] == 1 && uses_[a->id] > 1 && !b->is_constant() && !can_fold_load(b, n);
  if (commutes && (a->is_constant() || b_ends)) std::swap(a, b);
  Instr* i = add(Form::kBinary, inst);
  i->commutes = commutes;
  i->add_def(result(n));
  i->add_use(any(a));
  set_rhs(i, b, n);
  // Otherwise b could be given d's register, and be gone when a has been moved there.
  if (!commutes || i->rhs == Rhs::kMemory) {
    for (u32 u = 1; u < i->use_count; u++) i->use(u).is_late = true;
  }
  VRegInfo& info = f_.vregs[i->def().vreg];
  if (info.hint == kNoVReg) info.hint = i->use(0).vreg;
}

void Lowering::and_int(Node* n) {
  Node* mask = resolve(n->inputs[1]);
  bool is_byte = mask->op == Op::ConstInt && mask->imm == 0xFF;
  if (!is_byte && !(mask->op == Op::ConstInt && mask->imm == 0xFFFF'FFFF)) return binary(n, Inst::kIdAnd);
  Instr* i = add(Form::kZeroExtend);
  i->width = is_byte ? 1 : 4;
  i->add_def(result(n));
  i->add_use(any(n->inputs[0]));
  if (resolve(n->inputs[0])->is_constant()) i->use(0).need = Need::kRegister;
}

void Lowering::add_int(Node* n, Node* a, Node* b, i64 sign) {
  i64 value;
  if (sign > 0 && is_imm32(a, value)) std::swap(a, b);
  bool has_immediate = is_imm32(b, value) && value != INT32_MIN;
  if (sign < 0 && !has_immediate) return binary(n, Inst::kIdSub);
  // Shifts by 1 to 3 that only feed the sum are part of a lea.
  if (!has_immediate) {
    for (int turn = 0; turn < 2; turn++, std::swap(a, b)) {
      Node* shifted = resolve(b);
      if (shifted->op != Op::ShlInt || uses_[shifted->id] != 1 || shifted->block != n->block) continue;
      if (!is_imm32(shifted->inputs[1], value) || value < 1 || value > 3) continue;
      Instr* i = add(Form::kAdd);
      i->scale = u8(value);
      i->add_def(result(n));
      i->rhs = Rhs::kOperand;
      i->add_use(use(a));
      i->add_use(use(shifted->inputs[0]));
      return;
    }
    if (can_fold_load(resolve(b), n) || can_fold_load(resolve(a), n)) return binary(n, Inst::kIdAdd);
  }
  Instr* i = add(Form::kAdd);
  i->add_def(result(n));
  i->add_use(any(a));
  if (has_immediate) {
    i->rhs = Rhs::kImmediate;
    i->immediate = value * sign;
  } else {
    i->rhs = Rhs::kOperand;
    i->add_use(any(b));
  }
  VRegInfo& info = f_.vregs[i->def().vreg];
  if (info.hint == kNoVReg) info.hint = i->use(0).vreg;
}

void Lowering::multiply(Node* n) {
  Node* a = n->inputs[0];
  Node* b = n->inputs[1];
  i64 value;
  if (is_imm32(a, value)) std::swap(a, b);
  if (!is_imm32(b, value)) return binary(n, Inst::kIdImul);
  if (value == 3 || value == 5 || value == 9) {
    Instr* i = add(Form::kAdd);
    i->scale = value == 3 ? 1 : value == 5 ? 2 : 3;
    i->add_def(result(n));
    i->rhs = Rhs::kOperand;
    i->add_use(use(a));
    i->add_use(use(a));
    return;
  }
  bool is_power = value > 0 && std::has_single_bit(u64(value));
  Instr* i = is_power ? add(Form::kShiftImmediate, Inst::kIdShl) : add(Form::kMultiplyImmediate);
  i->immediate = is_power ? std::countr_zero(u64(value)) : value;
  i->add_def(result(n));
  i->add_use(any(a));
}

void Lowering::shift(Node* n, u32 inst, u32 inst_bmi) {
  i64 count;
  if (is_imm32(n->inputs[1], count)) {
    Instr* i = add(Form::kShiftImmediate, inst);
    i->immediate = count & 63;
    i->add_def(result(n));
    i->add_use(any(n->inputs[0]));
    VRegInfo& info = f_.vregs[i->def().vreg];
    if (info.hint == kNoVReg) info.hint = i->use(0).vreg;
    return;
  }
  Instr* i = add(Form::kShift, t_.has_bmi2 ? inst_bmi : inst);
  i->add_def(result(n));
  i->add_use(any(n->inputs[0]));
  i->add_use(t_.has_bmi2 ? use(n->inputs[1]) : any(n->inputs[1]));
  if (t_.has_bmi2) {
    if (resolve(n->inputs[0])->is_constant()) i->use(0).need = Need::kRegister;
  } else {
    i->clobbered = 1u << kRcx;
    i->use(1).is_late = true;
  }
}

void Lowering::divide(Node* n, bool wants_remainder) {
  Instr* i = add(Form::kDivide);
  i->clobbered = 1u << kRax | 1u << kRdx;
  i->add_def(fixed_result(n, wants_remainder ? kRdx : kRax));
  i->add_use(any(n->inputs[0]));
  i->add_use(any(n->inputs[1]));
  if (resolve(n->inputs[1])->is_constant()) i->use(1).need = Need::kRegister;
  i->immediate = wants_remainder;
  if (n->aux & 2) i->width = 4;
  // Dividing by -1 traps for the smallest int.
  Node* divisor = resolve(n->inputs[1]);
  bool may_trap = !(n->aux & 1) && !(divisor->op == Op::ConstInt && i64(divisor->imm) != -1);
  i->condition = may_trap ? Condition::kAlways : Condition::kNever;
}

void Lowering::lower_float(Node* n) {
  constexpr u64 kSignBit = 1ull << 63;
  switch (n->op) {
    case Op::AddFloat: return float_binary(n, Inst::kIdAddsd, Inst::kIdVaddsd);
    case Op::SubFloat: return float_binary(n, Inst::kIdSubsd, Inst::kIdVsubsd);
    case Op::MulFloat: return float_binary(n, Inst::kIdMulsd, Inst::kIdVmulsd);
    case Op::DivFloat: return float_binary(n, Inst::kIdDivsd, Inst::kIdVdivsd);
    case Op::SqrtFloat: return float_unary(n, Inst::kIdSqrtsd, Inst::kIdVsqrtsd, -1);
    case Op::FloorFloat: return float_unary(n, Inst::kIdRoundsd, Inst::kIdVroundsd, 9);
    case Op::CeilFloat: return float_unary(n, Inst::kIdRoundsd, Inst::kIdVroundsd, 10);
    case Op::TruncFloat: return float_unary(n, Inst::kIdRoundsd, Inst::kIdVroundsd, 11);
    default: break;
  }
  if (n->op == Op::NegFloat || n->op == Op::AbsFloat) {
    bool negates = n->op == Op::NegFloat;
    Instr* i = add(Form::kFloatLogic, t_.has_avx ? (negates ? Inst::kIdVxorpd : Inst::kIdVandpd)
                                                 : (negates ? Inst::kIdXorpd : Inst::kIdAndpd));
    i->immediate = i64(negates ? kSignBit : ~kSignBit);
    i->add_def(result(n));
    i->add_use(use(n->inputs[0]));
    return;
  }
  if (n->op == Op::FloatBits) return move(result(n), any(n->inputs[0]));
  if (n->op == Op::FloatToInt) {
    Instr* i = add(Form::kExactInt);
    i->add_def(result(n));
    i->add_use(late(use(n->inputs[0])));
    i->add_temp(of(temporary(RegClass::kVector)));
    i->exits_late = true;
    i->exit = exit_at(n);
    return;
  }
  Instr* i = add(n->op == Op::IntToFloat ? Form::kFloatFromInt : Form::kIntFromFloat);
  i->add_def(result(n));
  i->add_use(any(n->inputs[0]));
}

void Lowering::float_binary(Node* n, u32 inst, u32 vex) {
  if (!t_.has_avx) return binary(n, inst);
  Node* a = resolve(n->inputs[0]);
  Node* b = resolve(n->inputs[1]);
  if (n->is(ir::kCommutes) && (a->is_constant() || (can_fold_load(a, n) && !can_fold_load(b, n)))) std::swap(a, b);
  Instr* i = add(Form::kVexBinary, vex);
  i->add_def(result(n));
  i->add_use(use(a));
  set_rhs(i, b, n, false);
  VRegInfo& info = f_.vregs[i->def().vreg];
  if (info.hint == kNoVReg) info.hint = i->use(0).vreg;
}

void Lowering::float_unary(Node* n, u32 inst, u32 vex, i64 immediate) {
  Instr* i = add(Form::kFloatUnary, t_.has_avx ? vex : inst);
  i->immediate = immediate;
  i->add_def(result(n));
  i->add_use(use(n->inputs[0]));
}

}  // namespace gs::jit::backend::x64
