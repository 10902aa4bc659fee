// Emission: entries, returns, and the ways out by errors. Protocols: docs/internals/optimizer.md.
#include "jit/backend/x64/emitter.hpp"
#include "jit/ir/direct_target.hpp"

namespace gs::jit::backend::x64 {

using namespace asmjit;
namespace Inst = asmjit::x86::Inst;

bool direct_registers(std::span<const ir::DirectParameter> parameters, std::vector<Reg>& registers) {
  u32 general = 0, vector = 0;
  for (const ir::DirectParameter& p : parameters) {
    bool is_float = p.type == ir::Type::F64;
    u32 number = is_float ? vector++ : general++;
    if (number >= (is_float ? kDirectFloatArguments : std::size(kDirectArguments))) return false;
    registers.push_back(is_float ? Reg(kXmm0 + number) : kDirectArguments[number]);
  }
  return true;
}

// ---- values

void ValueCode::box(ir::DirectParameter parameter, Reg from, Reg to) {
  x86::Gp d = x86::gpq(to);
  if (parameter.type == ir::Type::F64) {
    a_.emit(t_.has_avx ? Inst::kIdVmovq : Inst::kIdMovq, d, x86::xmm(from - kFirstVectorReg));
    return;
  }
  if (from != to) a_.mov(d, x86::gpq(from));
  switch (parameter.type) {
    case ir::Type::I64: {
      Label fits = a_.newLabel();
      a_.add(d, pool_.word(-kIntBias));
      a_.cmp(d, pool_.word(kTagInt));
      a_.jae(fits);
      a_.add(d, pool_.word(kIntBias));
      a_.push(d);
      a_.call(pool_.word(t_.entries.box_int));
      a_.pop(d);
      a_.bind(fits);
      return;
    }
    case ir::Type::Bool: a_.add(d, pool_.word(kFalseBits)); return;
    case ir::Type::Ptr: a_.or_(d, pool_.word(parameter.tag)); return;
    default: return;
  }
}

void ValueCode::unbox(ir::DirectParameter parameter, x86::Mem from, Reg to, Label otherwise) {
  if (parameter.type == ir::Type::F64) {
    a_.mov(x86::r10, from);
    a_.cmp(x86::r10, pool_.word(kMaxDouble));
    a_.ja(otherwise);
    a_.emit(t_.has_avx ? Inst::kIdVmovq : Inst::kIdMovq, x86::xmm(to - kFirstVectorReg), x86::r10);
    return;
  }
  x86::Gp d = x86::gpq(to);
  a_.mov(d, from);
  switch (parameter.type) {
    case ir::Type::I64: {
      Label is_small = a_.newLabel(), done = a_.newLabel();
      a_.cmp(d, pool_.word(kTagInt));
      a_.jae(is_small);
      a_.cmp(d, pool_.word(kTagBoxedInt));
      a_.jb(otherwise);
      a_.shl(d, imm(16));
      a_.shr(d, imm(16));
      a_.mov(d, x86::qword_ptr(d, t_.cell.boxed_int_value));
      a_.jmp(done);
      a_.bind(is_small);
      a_.add(d, pool_.word(kIntBias));
      a_.bind(done);
      return;
    }
    case ir::Type::Bool:
      a_.sub(d, pool_.word(kFalseBits));
      a_.cmp(d, imm(1));
      a_.ja(otherwise);
      return;
    case ir::Type::Ptr:
      a_.mov(x86::r10, d);
      a_.shr(x86::r10, imm(48));
      a_.cmp(x86::r10d, imm(u32(parameter.tag >> 48)));
      a_.jne(otherwise);
      a_.and_(d, pool_.word(kPointerMask));
      return;
    default: return;
  }
}

void emit_adapter(x86::Assembler& a, ConstantPool& pool, const ir::DirectTarget& direct, const Target& target) {
  std::vector<Reg> registers;
  if (!direct_registers(direct.parameters, registers)) return;
  ValueCode values(a, pool, target);
  a.push(x86::r13);
  for (usize k = 0; k < registers.size(); k++) {
    Reg boxed = class_of(registers[k]) == RegClass::kVector ? Reg(kR10) : registers[k];
    values.box(direct.parameters[k], registers[k], boxed);
    a.mov(x86::qword_ptr(x86::r13, i32(k * 8)), x86::gpq(boxed));
  }
  a.mov(x86::r15, imm(direct.prototype_address));
  a.mov(x86::r10, imm(u64(direct.generic_code)));
  a.call(x86::qword_ptr(x86::r10));
  a.pop(x86::r13);
  a.stc();
  a.ret();
}

// ---- entries

void Emitter::emit_entries() {
  entry_ = a_.newLabel();
  if (t_.is_loop) return emit_loop_entry();
  exact_entry_ = a_.newLabel();
  if (t_.direct) return emit_direct_entry();
  emit_generic_entry();
}

void Emitter::emit_prologue() {
  if (frame_bytes_) a_.sub(x86::rsp, imm(frame_bytes_));
  if (f_.uses_frame_pointer) a_.mov(slot(u32(t_.region->saved_frame_pointer)), x86::rbp);
  if (f_.has_frame_base_slot) a_.mov(slot(0), x86::r13);
}

// The carry flag says how a direct call ended; moving the stack pointer clears it.
void Emitter::emit_epilogue(bool sets_carry) {
  if (f_.uses_frame_pointer) a_.mov(x86::rbp, slot(u32(t_.region->saved_frame_pointer)));
  if (frame_bytes_) a_.add(x86::rsp, imm(frame_bytes_));
  if (sets_carry) a_.stc();
  if (t_.direct && !sets_carry && !frame_bytes_) a_.clc();
  a_.ret();
}

// Of both stacks. r10 is free at entries.
void Emitter::emit_stack_checks(Label otherwise) {
  if (t_.frame_slots <= t_.red_zone_slots) {
    a_.cmp(x86::r13, vm_field(t_.vm.stack_limit));
  } else {
    a_.lea(x86::r10, x86::ptr(x86::r13, i32((t_.frame_slots - t_.red_zone_slots) * 8)));
    a_.cmp(x86::r10, vm_field(t_.vm.stack_limit));
  }
  a_.ja(otherwise);
  a_.cmp(x86::rsp, vm_field(t_.vm.native_limit));
  a_.jb(otherwise);
}

void Emitter::emit_loop_entry() {
  a_.align(AlignMode::kCode, 64);
  a_.bind(entry_);
  emit_prologue();
}

void Emitter::emit_generic_entry() {
  a_.align(AlignMode::kCode, 64);
  a_.bind(entry_);
  if (t_.parameter_count) {
    fill_ = a_.newLabel();
    a_.cmp(vm_field(t_.vm.call_arguments, 4), imm(t_.parameter_count));
    a_.jb(fill_);
  }
  a_.bind(exact_entry_);
  no_room_ = a_.newLabel();
  emit_stack_checks(no_room_);
  emit_prologue();
}

void Emitter::emit_direct_entry() {
  direct_entry_ = a_.newLabel();
  adapter_ = a_.newLabel();
  a_.align(AlignMode::kCode, 64);
  a_.bind(direct_entry_);
  emit_stack_checks(adapter_);
  emit_prologue();
}

// The generic entry of a function that runs by the direct protocol.
void Emitter::emit_wrapper() {
  std::vector<Reg> registers;
  direct_registers(t_.direct->parameters, registers);
  ValueCode values(a_, pool_, t_);
  a_.align(AlignMode::kCode, 16);
  a_.bind(entry_);
  if (t_.parameter_count) {
    fill_ = a_.newLabel();
    a_.cmp(vm_field(t_.vm.call_arguments, 4), imm(t_.parameter_count));
    a_.jb(fill_);
  }
  a_.bind(exact_entry_);
  no_room_ = a_.newLabel();
  emit_stack_checks(no_room_);
  emit_prologue();
  bail_ = a_.newLabel();
  for (usize k = 0; k < registers.size(); k++) values.unbox(t_.direct->parameters[k], frame_slot(i64(k)), registers[k], bail_);
  a_.call(direct_entry_);
  Label done = a_.newLabel();
  a_.jc(done);
  if (t_.direct->result.type != ir::Type::Void) {
    values.box(t_.direct->result, t_.direct->result.type == ir::Type::F64 ? Reg(kXmm0) : Reg(kRax), kRax);
    a_.mov(frame_slot(-2), x86::rax);
    a_.mov(x86::eax, imm(1));
  }
  a_.bind(done);
  emit_epilogue(false);
}

// Nil for the arguments that were not given.
void Emitter::emit_fill_arguments() {
  if (!fill_.isValid()) return;
  Label more = a_.newLabel();
  a_.bind(fill_);
  a_.mov(x86::ecx, vm_field(t_.vm.call_arguments, 4));
  a_.mov(x86::rax, imm(kNilBits));
  a_.bind(more);
  a_.mov(x86::qword_ptr(x86::r13, x86::rcx, 3), x86::rax);
  a_.add(x86::ecx, imm(1));
  a_.cmp(x86::ecx, imm(t_.parameter_count));
  a_.jb(more);
  a_.jmp(exact_entry_);
}

void Emitter::emit_make_room() {
  if (no_room_.isValid()) {
    a_.bind(no_room_);
    a_.mov(x86::edi, imm(1));
    a_.jmp(pool_.word(t_.entries.make_room));
  }
  if (!t_.direct) return;
  // Without room the function starts again at its generic entry, which makes some.
  a_.bind(adapter_);
  emit_adapter(a_, pool_, *t_.direct, t_);
  // The generic entry met a value of another type: the function runs from its first instruction in the lower tier.
  a_.bind(bail_);
  RecipeWriter recipe(*t_.region);
  Exit exit;
  exit.op = ir::Op::Param;
  exit.recipe = recipe.begin();
  recipe.number(1);
  recipe.constant(u64(t_.prototype));
  recipe.number(1);
  recipe.signed_number(0);
  for (int part = 0; part < 3; part++) recipe.number(0);
  t_.region->exits.push_back(exit);
  a_.push(imm(i32(t_.region->exits.size() - 1)));
  a_.push(pool_.word(u64(t_.region)));
  a_.jmp(pool_.word(t_.entries.leave));
}

void Emitter::emit_error_tail() {
  if (!error_tail_.isValid()) return;
  a_.bind(error_tail_);
  if (f_.uses_frame_pointer) a_.mov(x86::rbp, slot(u32(t_.region->saved_frame_pointer)));
  if (frame_bytes_) a_.add(x86::rsp, imm(frame_bytes_));
  if (!t_.direct) {
    a_.jmp(pool_.word(t_.entries.unwind));
    return;
  }
  a_.push(x86::r10);
  a_.call(pool_.word(t_.entries.unwind));
  a_.pop(x86::r13);
  a_.stc();
  a_.ret();
}

}  // namespace gs::jit::backend::x64
