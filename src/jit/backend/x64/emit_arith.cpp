// Emission: arithmetic, compares, selects.
#include "jit/backend/x64/emitter.hpp"

namespace gs::jit::backend::x64 {

using namespace asmjit;
namespace Inst = asmjit::x86::Inst;

void Emitter::emit_arithmetic(Instr* i) {
  switch (i->form) {
    case Form::kAdd: return emit_add(i);
    case Form::kZeroExtend: {
      Gp d = gp32(reg_of(i->def()));
      Place a = i->use(0).place;
      if (i->width == 4) {
        a.is_slot() ? a_.mov(d, x86::dword_ptr(x86::rsp, i32(a.slot() * 8))) : a_.mov(d, gp32(a.reg()));
      } else {
        a.is_slot() ? a_.movzx(d, x86::byte_ptr(x86::rsp, i32(a.slot() * 8))) : a_.movzx(d, x86::gpb(a.reg()));
      }
      return;
    }
    case Form::kBinary: return emit_binary(i);
    case Form::kVexBinary:
      a_.emit(i->inst, xmm(reg_of(i->def())), xmm(reg_of(i->use(0))), rhs_of(i, false));
      return;
    case Form::kUnary:
      if (i->use(0).place != i->def().place) move(i->use(0).place, i->def().place);
      a_.emit(i->inst, gp(reg_of(i->def())));
      return;
    case Form::kMultiplyImmediate: {
      asmjit::Operand a = source(i->use(0), false);
      a_.emit(Inst::kIdImul, gp(reg_of(i->def())), a, imm(i->immediate));
      return;
    }
    case Form::kShiftImmediate:
      if (i->use(0).place != i->def().place) move(i->use(0).place, i->def().place);
      if (i->immediate) a_.emit(i->inst, gp(reg_of(i->def())), imm(i->immediate));
      return;
    case Form::kShift: return emit_shift(i);
    case Form::kDivide: return emit_divide(i);
    case Form::kMultiplyHigh:
      move(i->use(0).place, Place::of_register(kRax));
      a_.emit(Inst::kIdImul, source(i->use(1), false));
      return;
    default: return emit_float(i);
  }
}

// In place: the result's register starts as the left operand.
void Emitter::emit_binary(Instr* i) {
  Operand& d = i->def();
  Operand* a = &i->use(0);
  Operand* b = i->rhs == Rhs::kOperand ? &i->use(1) : nullptr;
  if (i->commutes && b && b->place == d.place && a->place != d.place) std::swap(a, b);
  if (a->place != d.place) move(a->place, d.place);
  asmjit::Operand left = class_of(d.place.reg()) == RegClass::kVector ? asmjit::Operand(xmm(d.place.reg())) : asmjit::Operand(gp(d.place.reg()));
  a_.emit(i->inst, left, b ? source(*b, class_of(d.place.reg()) == RegClass::kGeneral) : rhs_of(i));
}

void Emitter::emit_add(Instr* i) {
  Gp d = gp(reg_of(i->def()));
  Operand& a = i->use(0);
  if (i->rhs == Rhs::kImmediate) {
    if (a.place == i->def().place || !a.place.is_register()) {
      if (a.place != i->def().place) move(a.place, i->def().place);
      if (i->immediate == 0) return;
      a_.add(d, imm(i->immediate));
    } else if (i->immediate == 0) {
      a_.mov(d, gp(reg_of(a)));
    } else {
      a_.lea(d, x86::ptr(gp(reg_of(a)), i32(i->immediate)));
    }
    return;
  }
  Operand& b = i->use(1);
  if (i->scale) {
    a_.lea(d, x86::ptr(gp(reg_of(a)), gp(reg_of(b)), i->scale));
  } else if (a.place == i->def().place) {
    a_.emit(Inst::kIdAdd, d, source(b));
  } else if (b.place == i->def().place) {
    a_.emit(Inst::kIdAdd, d, source(a));
  } else if (a.place.is_register() && b.place.is_register()) {
    a_.lea(d, x86::ptr(gp(reg_of(a)), gp(reg_of(b))));
  } else {
    bool starts_as_a = a.place.is_register() || !b.place.is_register();
    move(starts_as_a ? a.place : b.place, i->def().place);
    a_.emit(Inst::kIdAdd, d, source(starts_as_a ? b : a));
  }
}

void Emitter::emit_shift(Instr* i) {
  if (t_.has_bmi2) {
    a_.emit(i->inst, gp(reg_of(i->def())), source(i->use(0), false), gp(reg_of(i->use(1))));
    return;
  }
  // rcx is free here; the result may have been given it.
  move(i->use(1).place, Place::of_register(kRcx));
  if (i->use(0).place != i->def().place) move(i->use(0).place, i->def().place);
  a_.emit(i->inst, gp(reg_of(i->def())), x86::cl);
}

// Dividing 32 bits takes processors less time, some of them by far: that is done where both operands turn out to fit.
void Emitter::emit_divide(Instr* i) {
  asmjit::Operand divisor = source(i->use(1), false, 4);
  if (i->use(1).place.is_slot()) divisor = x86::dword_ptr(x86::rsp, i32(i->use(1).place.slot() * 8));
  move(i->use(0).place, Place::of_register(kRax));
  if (i->width == 4) {
    a_.xor_(x86::edx, x86::edx);
    a_.emit(Inst::kIdDiv, divisor);
  } else {
    Cold& cold = defer(i);
    a_.mov(x86::rdx, x86::rax);
    a_.emit(Inst::kIdOr, x86::rdx, source(i->use(1), false));
    a_.shr(x86::rdx, imm(32));
    a_.jnz(cold.entry);
    a_.emit(Inst::kIdDiv, divisor);
    a_.bind(cold.back);
  }
}

void Emitter::emit_float(Instr* i) {
  bool avx = t_.has_avx;
  switch (i->form) {
    case Form::kFloatUnary: {
      Xmm d = xmm(reg_of(i->def()));
      Xmm a = xmm(reg_of(i->use(0)));
      if (i->immediate >= 0) {
        avx ? a_.emit(i->inst, d, a, a, imm(i->immediate)) : a_.emit(i->inst, d, a, imm(i->immediate));
      } else {
        avx ? a_.emit(i->inst, d, a, a) : a_.emit(i->inst, d, a);
      }
      return;
    }
    case Form::kFloatLogic: {
      Xmm d = xmm(reg_of(i->def()));
      if (avx) {
        a_.emit(i->inst, d, xmm(reg_of(i->use(0))), pool_.twice(u64(i->immediate)));
      } else {
        if (i->use(0).place != i->def().place) move(i->use(0).place, i->def().place);
        a_.emit(i->inst, d, pool_.twice(u64(i->immediate)));
      }
      return;
    }
    case Form::kFloatFromInt: {
      // The conversion keeps the upper half: without the xor it would wait for whatever was there.
      Xmm d = xmm(reg_of(i->def()));
      asmjit::Operand a = source(i->use(0), false);
      if (avx) {
        a_.vxorps(d, d, d);
        a_.emit(Inst::kIdVcvtsi2sd, d, d, a);
      } else {
        a_.xorps(d, d);
        a_.emit(Inst::kIdCvtsi2sd, d, a);
      }
      return;
    }
    case Form::kIntFromFloat:
      a_.emit(avx ? Inst::kIdVcvttsd2si : Inst::kIdCvttsd2si, gp(reg_of(i->def())), source(i->use(0)));
      return;
    default: break;
  }
  // kExactInt
  Gp d = gp(reg_of(i->def()));
  Xmm a = xmm(reg_of(i->use(0)));
  Xmm t = xmm(reg_of(i->temp(0)));
  Label exit = exit_label(i->exit);
  if (avx) {
    a_.vcvttsd2si(d, a);
    a_.vxorps(t, t, t);
    a_.vcvtsi2sd(t, t, d);
    a_.vucomisd(t, a);
  } else {
    a_.cvttsd2si(d, a);
    a_.xorps(t, t);
    a_.cvtsi2sd(t, d);
    a_.ucomisd(t, a);
  }
  a_.jne(exit);
  a_.jp(exit);
}

// ---- compares

void Emitter::emit_compare(Instr* i) {
  bool is_left_memory = i->has_memory && i->rhs != Rhs::kMemory;
  asmjit::Operand left = is_left_memory ? asmjit::Operand(memory_of(i, i->width)) : source(i->use(0), true, i->width);
  if (i->inst == Inst::kIdTest && i->rhs == Rhs::kImmediate && i->immediate == 0) {
    a_.emit(i->inst, left, left);
    return;
  }
  bool is_general = i->inst == Inst::kIdCmp || i->inst == Inst::kIdTest;
  a_.emit(i->inst, left, i->width == 1 ? asmjit::Operand(imm(i8(i->immediate))) : rhs_of(i, is_general));
}

void Emitter::emit_compare_exit(Instr* i) {
  emit_compare(i);
  jump_if(i->condition, exit_label(i->exit));
}

void Emitter::emit_set(Instr* i) {
  Reg d = reg_of(i->def());
  emit_compare(i);
  if (i->condition == Condition::kFloatEqual || i->condition == Condition::kFloatNotEqual) {
    bool equal = i->condition == Condition::kFloatEqual;
    Label done = a_.newLabel();
    a_.mov(gp32(d), imm(equal ? 0 : 1));
    a_.jne(done);
    a_.jp(done);
    a_.mov(gp32(d), imm(equal ? 1 : 0));
    a_.bind(done);
    return;
  }
  a_.emit(Inst::setccFromCond(x86::CondCode(u8(i->condition))), x86::gpb(d));
  a_.movzx(gp32(d), x86::gpb(d));
}

void Emitter::emit_select(Instr* i) {
  Operand& yes = i->use(i->extra);
  Operand& no = i->use(u32(i->extra) + 1);
  Reg d = reg_of(i->def());
  emit_compare(i);
  // Moves leave the flags alone, except the shortest way to load 0.
  if (no.place.is_constant()) {
    if (class_of(d) == RegClass::kVector) {
      move(no.place, i->def().place);
    } else {
      load_constant(d, bits_of(no.place), false);
    }
  } else if (no.place != i->def().place) {
    move(no.place, i->def().place);
  }
  if (class_of(d) == RegClass::kGeneral) {
    asmjit::Operand a = source(yes, false);
    if (i->condition == Condition::kFloatNotEqual) {
      a_.emit(Inst::kIdCmovne, gp(d), a);
      a_.emit(Inst::kIdCmovp, gp(d), a);
    } else {
      a_.emit(Inst::cmovccFromCond(x86::CondCode(u8(i->condition))), gp(d), a);
    }
    return;
  }
  Label done = a_.newLabel();
  if (i->condition == Condition::kFloatNotEqual) {
    Label take = a_.newLabel();
    a_.jp(take);
    a_.je(done);
    a_.bind(take);
  } else {
    jump_if(negate(i->condition), done);
  }
  move(yes.place, i->def().place);
  a_.bind(done);
}

}  // namespace gs::jit::backend::x64
