// Selection: calls, polls, control.
#include <asmjit/x86.h>

#include "base/assert.hpp"
#include "jit/backend/x64/lowering.hpp"
#include "jit/ir/direct_target.hpp"

namespace gs::jit::backend::x64 {

namespace Inst = asmjit::x86::Inst;
using ir::Memory;
using ir::Node;
using ir::Op;
using ir::Type;

// The headers of inlined frames, so that whoever looks at the value stack sees them.
void Lowering::write_frames(Node* n) {
  std::span<ir::SnapshotFrame> frames = n->snapshot->frames;
  for (usize k = 1; k < frames.size(); k++) {
    const ir::SnapshotFrame& outer = frames[k - 1];
    const ir::SnapshotFrame& frame = frames[k];
    const i64 header = frame.base - frame.distance;
    store(slot_address(header - 2), frame.function, Memory::kBoxed, n);
    store_bits(slot_address(header - 1), t_.instruction_address(t_.context, outer.prototype, outer.pc));
    if (!frame.distance) continue;
    store(slot_address(frame.base - 2), frame.function, Memory::kBoxed, n);
    store_bits(slot_address(frame.base - 1), frame.link);
  }
}

// frame_base, frame_pc and top of the VM, as C++ code that runs for this instruction wants them.
void Lowering::publish(Node* n) {
  const ir::SnapshotFrame& frame = n->snapshot->frames.back();
  auto field = [](i32 offset) { return Address{.base = pinned(kVm), .index = {}, .displacement = offset}; };
  auto store_slot_address = [&](i64 slot, i32 offset) {
    Operand address = pinned(kBase);
    if (slot) {
      address = of(temporary(RegClass::kGeneral));
      Instr* i = add(Form::kAdd);
      i->add_def(address);
      i->add_use(pinned(kBase));
      i->rhs = Rhs::kImmediate;
      i->immediate = slot * 8;
    }
    Instr* i = add(Form::kStore);
    i->rhs = Rhs::kOperand;
    i->add_use(address);
    set_memory(i, field(offset));
  };
  store_slot_address(frame.base, t_.vm.frame_base);
  store_slot_address(frame.base + i64(t_.frame_size(t_.context, frame.prototype)), t_.vm.top);
  store_bits(field(t_.vm.frame_pc), t_.instruction_address(t_.context, frame.prototype, frame.pc + 1));
}

void Lowering::call_c(Node* n, std::span<Node* const> arguments, bool with_vm) {
  Instr* i = add(Form::kCallC, 0, u32(arguments.size()) + 2);
  i->clobber = Clobber::kCCall;
  i->immediate = i64(n->imm);
  u32 general = with_vm ? 1 : 0;
  u32 vector = 0;
  i->condition = with_vm ? Condition::kAlways : Condition::kNever;
  if (vregs_[n->id] != kNoVReg) {
    i->add_def(fixed_result(n, n->type == Type::F64 ? Reg(kXmm0) : Reg(kRax)));
  }
  for (Node* argument : arguments) {
    if (argument->type == Type::F64) {
      if (vector == 8) f_.failure = "too many arguments of a C function";
      i->add_use(fixed(argument, Reg(kXmm0 + vector++ % 8)));
    } else {
      if (general == 6) f_.failure = "too many arguments of a C function";
      i->add_use(fixed(argument, kCArguments[general++ % 6]));
    }
  }
}

void Lowering::call_direct(Node* n) {
  GS_ASSERT(reinterpret_cast<const ir::DirectTarget*>(n->imm)->parameters.size() == n->inputs.size(), "all parameters are passed");
  write_frames(n);
  const ir::SnapshotFrame& frame = n->snapshot->frames.back();
  store_bits(slot_address(i64(n->aux) + 1),
             t_.instruction_address(t_.context, frame.prototype, frame.pc + 1) | t_.native_link_flags);
  u32 general = 0, vector = 0;
  std::vector<Operand> in_registers;
  for (Node* input : n->inputs) {
    Node* argument = resolve(input);
    bool is_float = argument->type == Type::F64;
    u32& next = is_float ? vector : general;
    if (next == (is_float ? kDirectFloatArguments : std::size(kDirectArguments))) {
      f_.failure = "too many arguments of a direct call";
      return;
    }
    in_registers.push_back(fixed(argument, is_float ? Reg(kXmm0 + next) : kDirectArguments[next]));
    next++;
  }
  Instr* i = add(Form::kCallDirect, 0, u32(in_registers.size()) + 2);
  i->clobber = Clobber::kMachineCall;
  i->immediate = i64(n->imm);
  i->displacement = i32(n->aux);
  if (vregs_[n->id] != kNoVReg) i->add_def(fixed_result(n, n->type == Type::F64 ? Reg(kXmm0) : Reg(kRax)));
  for (const Operand& o : in_registers) i->add_use(o);
  i->exits_late = true;
  if ((n->type != Type::Boxed && n->type != Type::Void) || n->snapshot->top) i->exit = exit_at(n, true, n->aux);
}

void Lowering::lower_call(Node* n) {
  switch (n->op) {
    case Op::CallPure: return call_c(n, n->inputs, false);
    case Op::CallRuntime:
      write_frames(n);
      publish(n);
      return call_c(n, n->inputs, true);
    case Op::CallDirect: return call_direct(n);
    case Op::Poll: {
      Instr* i = add(Form::kPoll);
      i->exit = exit_at(n);
      return;
    }
    default: break;
  }
  write_frames(n);
  f_.has_frame_base_slot = true;
  Instr* i = add(n->op == Op::Call ? Form::kCallGeneric : Form::kInterpret);
  i->clobber = Clobber::kMachineCall;
  i->displacement = i32(n->aux);
  if (n->op == Op::Call && vregs_[n->id] != kNoVReg) load(n, slot_address(n->aux), Memory::kBoxed);
}

// Arguments of the direct entry.
void Lowering::entry_arguments() {
  u32 general = 0, vector = 0;
  std::span<const ir::DirectParameter> parameters = t_.direct ? t_.direct->parameters : std::span<const ir::DirectParameter>();
  std::vector<Node*> nodes(parameters.size());
  for (Node* n = f_.ir->blocks.front()->first; n; n = n->next) {
    if (n->op == Op::Param && vregs_[n->id] != kNoVReg && n->imm < nodes.size()) nodes[n->imm] = n;
  }
  Instr* entry = add(Form::kEntry, 0, u32(parameters.size()) + 1);
  for (usize k = 0; k < parameters.size(); k++) {
    bool is_float = parameters[k].type == Type::F64;
    u32 number = is_float ? vector++ : general++;
    if (number >= (is_float ? kDirectFloatArguments : std::size(kDirectArguments))) {
      f_.failure = "too many parameters of a direct entry";
    } else if (nodes[k]) {
      entry->add_def(fixed_result(nodes[k], is_float ? Reg(kXmm0 + number) : kDirectArguments[number]));
    }
  }
}

void Lowering::lower_control(Node* n) {
  switch (n->op) {
    case Op::Jump: add(Form::kJump)->targets[0] = block_->successors[0]; return;
    case Op::Branch: {
      Instr* i = add(Form::kCompareBranch);
      set_condition(i, n->inputs[0], n);
      i->targets[0] = block_->successors[0];
      i->targets[1] = block_->successors[1];
      return;
    }
    case Op::Exit: add(Form::kExit)->exit = exit_at(n); return;
    case Op::Return: {
      for (usize k = 0; k < n->inputs.size(); k++) store(slot_address(i64(k) - 2), n->inputs[k], Memory::kBoxed, n);
      add(Form::kReturn)->immediate = i64(n->inputs.size());
      return;
    }
    case Op::ReturnDirect: {
      Instr* i = add(Form::kReturnDirect);
      i->add_use(fixed(n->inputs[0], n->inputs[0]->type == Type::F64 ? Reg(kXmm0) : Reg(kRax)));
      return;
    }
    default: f_.failure = n->info().name;
  }
}

}  // namespace gs::jit::backend::x64
