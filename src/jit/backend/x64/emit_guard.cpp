// Emission: guards, boxing, allocation, polls, and the rare halves of all instructions.
#include "jit/backend/x64/emitter.hpp"

namespace gs::jit::backend::x64 {

using namespace asmjit;
namespace Inst = asmjit::x86::Inst;

Emitter::Cold& Emitter::defer(Instr* i) {
  cold_.push_back({i, a_.newLabel(), a_.newLabel()});
  return cold_.back();
}

void Emitter::emit_guard(Instr* i) {
  bool avx = t_.has_avx;
  switch (i->form) {
    case Form::kGuardInt: {
      Gp d = gp(reg_of(i->def()));
      Gp a = gp(reg_of(i->use(0)));
      Cold& cold = defer(i);
      a_.emit(Inst::kIdCmp, a, source(i->use(1)));
      a_.jb(cold.entry);
      Operand& bias = i->use(2);
      if (bias.place.is_register()) {
        a_.lea(d, x86::ptr(a, gp(reg_of(bias))));
      } else {
        if (a != d) a_.mov(d, a);
        a_.emit(Inst::kIdAdd, d, source(bias));
      }
      a_.bind(cold.back);
      return;
    }
    case Form::kGuardFloat:
      a_.emit(Inst::kIdCmp, gp(reg_of(i->use(0))), source(i->use(1)));
      a_.ja(i->other_exit ? defer(i).entry : exit_label(i->exit));
      a_.emit(avx ? Inst::kIdVmovq : Inst::kIdMovq, xmm(reg_of(i->def())), gp(reg_of(i->use(0))));
      return;
    case Form::kCheckFloat: {
      // Everything boxed is a NaN: one compare tells floats from the rest, except real NaNs.
      Xmm a = xmm(reg_of(i->use(0)));
      if (i->has_memory) {
        a_.cmp(memory_of(i), gp(reg_of(i->use(1))));
        a_.ja(i->other_exit ? defer(i).entry : exit_label(i->exit));
        return;
      }
      Cold& cold = defer(i);
      avx ? a_.vucomisd(a, a) : a_.ucomisd(a, a);
      a_.jp(cold.entry);
      a_.bind(cold.back);
      return;
    }
    case Form::kGuardNumber: {
      Cold& cold = defer(i);
      a_.emit(Inst::kIdCmp, gp(reg_of(i->use(0))), source(i->use(1)));
      a_.ja(cold.entry);
      a_.emit(avx ? Inst::kIdVmovq : Inst::kIdMovq, xmm(reg_of(i->def())), gp(reg_of(i->use(0))));
      a_.bind(cold.back);
      return;
    }
    case Form::kGuardTag: {
      // Rotated, the tag is the low 16 bits, and the address what is above them.
      Reg d = reg_of(i->def());
      if (t_.has_bmi2) {
        a_.emit(Inst::kIdRorx, gp(d), source(i->use(0), false), imm(48));
      } else {
        if (i->use(0).place != i->def().place) move(i->use(0).place, i->def().place);
        a_.rol(gp(d), imm(16));
      }
      a_.cmp(x86::gpw(d), imm(i16(i->immediate)));
      a_.jne(i->other_exit ? defer(i).entry : exit_label(i->exit));
      a_.shr(gp(d), imm(16));
      return;
    }
    case Form::kBoxInt: {
      Gp d = gp(reg_of(i->def()));
      Gp a = gp(reg_of(i->use(0)));
      Operand& bias = i->use(1);
      if (bias.place.is_register()) {
        if (a == d) {
          a_.add(d, gp(reg_of(bias)));
        } else {
          a_.lea(d, x86::ptr(a, gp(reg_of(bias))));
        }
      } else {
        if (a != d) a_.mov(d, a);
        a_.emit(Inst::kIdAdd, d, source(bias));
      }
      Cold& cold = defer(i);
      a_.emit(Inst::kIdCmp, d, source(i->use(2)));
      a_.jb(cold.entry);
      a_.bind(cold.back);
      return;
    }
    case Form::kBarrier: {
      Cold& cold = defer(i);
      a_.cmp(x86::byte_ptr(gp(reg_of(i->use(0))), t_.cell.gc_state), imm(t_.cell.gc_old));
      a_.je(cold.entry);
      a_.bind(cold.back);
      return;
    }
    case Form::kGrowArray: {
      Cold& cold = defer(i);
      a_.cmp(gp(reg_of(i->use(1))).r32(), x86::dword_ptr(gp(reg_of(i->use(0))), i->displacement));
      a_.jae(cold.entry);
      a_.bind(cold.back);
      return;
    }
    default: {  // kPoll
      Cold& cold = defer(i);
      a_.sub(vm_field(t_.vm.budget, 4), imm(1));
      a_.js(cold.entry);
      a_.bind(cold.back);
    }
  }
}

void Emitter::emit_allocate(Instr* i) {
  Cold& cold = defer(i);
  if (!i->has_memory) {
    a_.jmp(cold.entry);
    a_.bind(cold.back);
    return;
  }
  Gp d = gp(reg_of(i->def()));
  Gp t = gp(reg_of(i->temp(0)));
  Mem next = memory_of(i);
  a_.mov(d, next);
  a_.lea(t, x86::ptr(d, i32(i->immediate >> 32)));
  a_.cmp(t, next.cloneAdjusted(8));
  a_.ja(cold.entry);
  a_.mov(next, t);
  a_.bind(cold.back);
}

// vm/object/table_hash_ops.hpp has this probe in C++. A word of the index with the hash's tag differs from the hash by the entry's number only.
void Emitter::emit_hash_find(Instr* i) {
  const Gp part = gp(reg_of(i->use(0)));
  const Gp hash = gp(reg_of(i->use(1)));
  const Gp entry = gp(reg_of(i->def()));
  const Gp index = gp(reg_of(i->temp(0)));
  const Gp at = gp(reg_of(i->temp(1)));
  const Mem mask = x86::dword_ptr(part, t_.hash.index_mask);
  Cold& cold = defer(i);
  cold.next = a_.newLabel();
  cold.again = a_.newLabel();
  a_.test(part, part);
  a_.jz(cold.entry);
  a_.mov(index.r32(), x86::dword_ptr(part, t_.hash.capacity));
  a_.shl(index, imm(4));
  a_.lea(index, x86::ptr(part, index, 0, t_.hash.entries));
  a_.mov(at, hash);
  a_.shr(at, imm(32));
  a_.bind(cold.again);
  a_.and_(at.r32(), mask);
  a_.mov(entry.r32(), x86::dword_ptr(index, at, 2));
  a_.cmp(entry.r32(), imm(-1));
  a_.je(cold.entry);
  a_.xor_(entry.r32(), hash.r32());
  a_.cmp(entry.r32(), mask);
  a_.ja(cold.next);
  a_.xor_(entry.r32(), hash.r32());
  a_.and_(entry.r32(), mask);
  a_.shl(entry, imm(4));
  a_.cmp(gp(reg_of(i->use(2))), x86::qword_ptr(part, entry, 0, t_.hash.entries));
  a_.jne(cold.next);
  a_.lea(entry, x86::ptr(part, entry, 0, t_.hash.entries));
  a_.bind(cold.back);
}

void Emitter::emit_no_entry(const Cold& cold) {
  Instr* i = cold.instr;
  load_constant(reg_of(i->def()), u64(i->immediate));
  a_.jmp(cold.back);
  a_.bind(cold.next);
  a_.inc(gp32(reg_of(i->temp(1))));
  a_.jmp(cold.again);
}

// A guard failed that stands for two.
void Emitter::leave_if_other(Instr* i, Gp value, u64 bits) {
  if (!i->other_exit) return;
  a_.cmp(value, pool_.word(bits));
  a_.je(exit_label(i->other_exit));
}

// By -1 the processor would trap for the smallest int: the negated dividend, or no remainder.
void Emitter::emit_long_division(Instr* i, Label back) {
  Label trap = a_.newLabel();
  if (i->condition == Condition::kAlways) {
    a_.emit(Inst::kIdCmp, source(i->use(1), false), imm(-1));
    a_.je(trap);
  }
  a_.cqo();
  a_.emit(Inst::kIdIdiv, source(i->use(1), false));
  if (i->condition != Condition::kAlways) return;
  a_.jmp(back);
  a_.bind(trap);
  i->immediate ? a_.xor_(x86::edx, x86::edx) : a_.neg(x86::rax);
}

void Emitter::emit_cold(const Cold& cold) {
  Instr* i = cold.instr;
  a_.bind(cold.entry);
  switch (i->form) {
    case Form::kDivide: emit_long_division(i, cold.back); break;
    case Form::kGuardFloat:
      leave_if_other(i, gp(reg_of(i->use(0))), i->other_bits);
      a_.jmp(exit_label(i->exit));
      return;
    case Form::kGuardTag:
      leave_if_other(i, gp(reg_of(i->def())), i->other_bits << 16 | i->other_bits >> 48);
      a_.jmp(exit_label(i->exit));
      return;
    case Form::kGuardInt: {
      Gp d = gp(reg_of(i->def()));
      Gp a = gp(reg_of(i->use(0)));
      leave_if_other(i, a, i->other_bits);
      a_.cmp(a, pool_.word(kTagBoxedInt));
      a_.jb(exit_label(i->exit));
      if (a != d) a_.mov(d, a);
      a_.shl(d, imm(16));
      a_.shr(d, imm(16));
      a_.mov(d, x86::qword_ptr(d, t_.cell.boxed_int_value));
      break;
    }
    case Form::kCheckFloat: {
      if (i->other_exit) {
        a_.push(x86::rax);
        a_.emit(t_.has_avx ? Inst::kIdVmovq : Inst::kIdMovq, x86::rax, xmm(reg_of(i->use(0))));
        a_.cmp(x86::rax, pool_.word(i->other_bits));
        a_.pop(x86::rax);
        a_.je(exit_label(i->other_exit));
      }
      if (i->has_memory) {
        a_.jmp(exit_label(i->exit));
        return;
      }
      a_.push(x86::rax);
      a_.emit(t_.has_avx ? Inst::kIdVmovq : Inst::kIdMovq, x86::rax, xmm(reg_of(i->use(0))));
      a_.cmp(x86::rax, pool_.word(kMaxDouble));
      a_.pop(x86::rax);
      a_.ja(exit_label(i->exit));
      break;
    }
    case Form::kGuardNumber: {
      Gp a = gp(reg_of(i->use(0)));
      Gp t = gp(reg_of(i->temp(0)));
      Xmm d = xmm(reg_of(i->def()));
      leave_if_other(i, a, i->other_bits);
      a_.emit(Inst::kIdCmp, a, source(i->use(2)));
      a_.jb(exit_label(i->exit));
      a_.mov(t, a);
      a_.emit(Inst::kIdAdd, t, source(i->use(3)));
      if (t_.has_avx) {
        a_.vxorps(d, d, d);
        a_.vcvtsi2sd(d, d, t);
      } else {
        a_.xorps(d, d);
        a_.cvtsi2sd(d, t);
      }
      break;
    }
    case Form::kBoxInt: {
      Gp d = gp(reg_of(i->def()));
      a_.add(d, pool_.word(kIntBias));
      publish_top();
      a_.push(d);
      a_.call(pool_.word(t_.entries.box_int));
      a_.pop(d);
      break;
    }
    case Form::kBarrier:
      a_.push(gp(reg_of(i->use(0))));
      a_.call(pool_.word(t_.entries.barrier));
      a_.lea(x86::rsp, x86::ptr(x86::rsp, 8));
      break;
    case Form::kGrowArray:
      a_.push(gp(reg_of(i->use(0))));
      a_.call(pool_.word(t_.entries.grow_array));
      a_.lea(x86::rsp, x86::ptr(x86::rsp, 8));  // keeps the flags
      a_.jnz(exit_label(i->exit));
      break;
    case Form::kAllocate:
      publish_top();
      a_.push(imm(i32(i->immediate)));
      a_.call(pool_.word(t_.entries.allocate));
      a_.pop(gp(reg_of(i->def())));
      break;
    case Form::kPoll:
      a_.call(pool_.word(t_.entries.poll));
      a_.jnz(exit_label(i->exit));
      break;
    case Form::kHashFind: return emit_no_entry(cold);
    default: return emit_cold_call(cold);
  }
  a_.jmp(cold.back);
}

// Helpers that allocate may collect: the collector looks at the value stack as far as this region's frames may reach.
void Emitter::publish_top() {
  a_.push(x86::rax);
  a_.lea(x86::rax, x86::ptr(x86::r13, i32(t_.frame_slots * 8)));
  a_.mov(x86::qword_ptr(x86::r12, t_.vm.top), x86::rax);
  a_.pop(x86::rax);
}

// Exits push their number and go one common way, which adds the region.
void Emitter::emit_exit_stubs() {
  bool any = false;
  for (usize number = 0; number < exit_labels_.size(); number++) {
    if (!exit_labels_[number].isValid()) continue;
    if (!any) leave_ = a_.newLabel();
    any = true;
    a_.bind(exit_labels_[number]);
    a_.push(imm(i32(number)));
    a_.jmp(leave_);
  }
  if (!any) return;
  a_.bind(leave_);
  a_.push(pool_.word(u64(t_.region)));
  a_.jmp(pool_.word(t_.entries.leave));
}

}  // namespace gs::jit::backend::x64
