// Emission: calls and what may follow them.
#include "jit/backend/x64/emitter.hpp"
#include "jit/ir/direct_target.hpp"

namespace gs::jit::backend::x64 {

using namespace asmjit;
namespace Inst = asmjit::x86::Inst;

namespace {

const ir::SnapshotFrame& innermost(const Instr* i) { return i->node->snapshot->frames.back(); }

// Number of results that a Call's continuation expects; 0: any number, left for the next instruction.
u32 wanted_operand(const ir::Node* call) { return u32(call->imm); }

}  // namespace

void Emitter::move_base(i64 slots) {
  if (slots) a_.lea(x86::r13, x86::ptr(x86::r13, i32(slots * 8)));
}

void Emitter::emit_call(Instr* i) {
  const ir::Node* n = i->node;
  Mem saved_base = slot(0);
  switch (i->form) {
    case Form::kCallC:
      move_fixed_uses(i);
      if (n->op == ir::Op::CallRuntime) a_.mov(x86::rdi, x86::r12);
      a_.call(pool_.word(u64(i->immediate)));
      if (n->type == ir::Type::Bool) a_.movzx(x86::eax, x86::al);
      if (n->op == ir::Op::CallRuntime && n->aux & 1) {
        Cold& cold = defer(i);
        if (n->type == ir::Type::Bool) {
          a_.test(x86::eax, x86::eax);
        } else {
          a_.cmp(x86::rax, pool_.word(kRaisedBits));
        }
        a_.je(cold.entry);
      }
      return;
    case Form::kCallGeneric: {
      const ir::SnapshotFrame& frame = innermost(i);
      move_base(frame.base);
      a_.mov(x86::r15, imm(u64(frame.prototype)));
      a_.mov(x86::edi, imm(frame.pc));
      a_.call(pool_.word(t_.entries.call));
      a_.mov(x86::r13, saved_base);
      Cold& cold = defer(i);
      u32 wanted = wanted_operand(n);
      if (wanted) {
        a_.cmp(x86::rax, imm(wanted - 1));
        a_.jne(cold.entry);
      } else {
        a_.jmp(cold.entry);
      }
      a_.bind(cold.back);
      return;
    }
    case Form::kCallDirect: {
      move_fixed_uses(i);
      move_base(i64(n->aux) + kFrameHeader);
      auto* target = reinterpret_cast<const ir::DirectTarget*>(n->imm);
      if (target == t_.direct) {
        a_.call(direct_entry_);
      } else {
        a_.mov(x86::r10, imm(u64(&target->code)));
        a_.call(x86::qword_ptr(x86::r10));
      }
      move_base(-(i64(n->aux) + kFrameHeader));  // a lea: it leaves the flag
      Cold& cold = defer(i);
      a_.jc(cold.entry);
      a_.bind(cold.back);
      return;
    }
    default: break;
  }
  // kInterpret: a handler may ask to run the instruction again, in another form.
  const ir::SnapshotFrame& frame = innermost(i);
  u64 next = t_.instruction_address(t_.context, frame.prototype, frame.pc + 1);
  Cold& cold = defer(i);
  Label again = a_.newLabel();
  a_.bind(again);
  move_base(frame.base);
  a_.mov(x86::r14, imm(next));
  a_.mov(x86::r15, imm(u64(frame.prototype)));
  a_.mov(x86::rdi, x86::qword_ptr(x86::r14, -8));
  a_.mov(x86::rsi, imm(t_.entries.return_table));
  a_.mov(x86::rax, imm(t_.entries.handler_table));
  a_.movzx(x86::ecx, x86::dil);
  a_.call(x86::qword_ptr(x86::rax, x86::rcx, 3));
  a_.mov(x86::r13, saved_base);
  a_.cmp(x86::rax, pool_.word(next));
  a_.jne(cold.entry);
  cold_.back().back = again;
}

// The error goes through the frame that called: it is unwound by the runtime.
void Emitter::pass_error(Instr* i) {
  const ir::SnapshotFrame& frame = innermost(i);
  if (t_.direct) a_.mov(x86::r10, x86::r13);
  move_base(frame.base);
  a_.mov(x86::r15, imm(u64(frame.prototype)));
  a_.mov(x86::r14, imm(t_.instruction_address(t_.context, frame.prototype, frame.pc + 1)));
  if (!error_tail_.isValid()) error_tail_ = a_.newLabel();
  a_.jmp(error_tail_);
}

void Emitter::emit_cold_call(const Cold& cold) {
  Instr* i = cold.instr;
  const ir::Node* n = i->node;
  if (i->form == Form::kCallC) return pass_error(i);
  Label no_error = a_.newLabel();
  a_.test(x86::rax, x86::rax);
  a_.jns(no_error);
  pass_error(i);
  a_.bind(no_error);
  if (i->form == Form::kCallGeneric) {
    a_.mov(x86::rdi, x86::r12);
    a_.lea(x86::rsi, frame_slot(n->aux));
    a_.mov(x86::edx, x86::eax);
    a_.mov(x86::ecx, imm(wanted_operand(n)));
    a_.call(pool_.word(t_.entries.settle_results));
  } else if (i->form == Form::kCallDirect) {
    convert_result(i, cold.back);
  }
  a_.jmp(cold.back);
}

// A direct call ended as a generic one: the value in the slot becomes what was promised, or the region is left behind the call. If the
// next instruction takes all results, their end is noted.
void Emitter::convert_result(Instr* i, Label) {
  const ir::Node* n = i->node;
  if (n->type == ir::Type::Void) return;
  if (n->snapshot->top) {
    a_.lea(x86::rcx, x86::ptr(x86::r13, x86::rax, 3, i32(n->aux * 8)));
    a_.mov(vm_field(t_.vm.top), x86::rcx);
    a_.cmp(x86::rax, imm(1));
    a_.jne(exit_label(i->exit));
  }
  Label has_value = a_.newLabel();
  a_.test(x86::rax, x86::rax);
  a_.jne(has_value);
  a_.mov(x86::rax, imm(kNilBits));
  a_.mov(frame_slot(n->aux), x86::rax);
  a_.bind(has_value);
  a_.mov(x86::rax, frame_slot(n->aux));
  if (n->type == ir::Type::Boxed) return;
  auto* target = reinterpret_cast<const ir::DirectTarget*>(n->imm);
  ValueCode(a_, pool_, t_).unbox(target->result, frame_slot(n->aux), n->type == ir::Type::F64 ? Reg(kXmm0) : Reg(kRax), exit_label(i->exit));
}

}  // namespace gs::jit::backend::x64
