#include "jit/region/analysis.hpp"

#include <algorithm>

#include "bytecode/operands.hpp"
#include "vm/runtime/operations.hpp"

namespace gs::jit::region {

using bytecode::Instruction;
using bytecode::Op;
using vm::Prototype;

u32 template_fields(const Prototype* prototype, u32 constant) {
  return reinterpret_cast<const vm::TableTemplate*>(prototype->constants[constant].bits)->count;
}

void captured_registers(const Prototype* prototype, u32 constant, std::vector<u32>& registers) {
  const auto* inner = reinterpret_cast<const Prototype*>(prototype->constants[constant].bits);
  for (u32 i = 0; i < inner->capture_count; i++) {
    if (inner->capture_list[i] & Prototype::kFromRegister) {
      registers.push_back(inner->capture_list[i] & ~Prototype::kFromRegister);
    }
  }
}

namespace {

class PrototypeFacts : public bytecode::CodeFacts {
 public:
  explicit PrototypeFacts(const Prototype* prototype) : prototype_(prototype) {}
  u32 template_fields(u32 constant) const override { return region::template_fields(prototype_, constant); }
  void captured_registers(u32 constant, std::vector<u32>& registers) const override {
    region::captured_registers(prototype_, constant, registers);
  }

 private:
  const Prototype* prototype_;
};

// Instructions whose slow halves run scripts often enough that nothing in memory should be counted on across them.
bool may_call(Op op) {
  return op == Op::CALL || op == Op::METHOD || op == Op::SEND || op == Op::RECV || op == Op::GO || op == Op::DEFER;
}

LoopEffects effects_of(const Prototype* prototype, std::span<const Instruction> code, const bytecode::ControlFlow& flow,
                       const bytecode::FlowLoop& loop) {
  LoopEffects effects;
  effects.writes.assign(prototype->frame_size, false);
  const auto write = [&](u32 first, u32 count) {
    for (u32 r = first; r < std::min(first + count, prototype->frame_size); r++) effects.writes[r] = true;
  };
  for (u32 block : loop.blocks) {
    for (u32 at = flow.blocks[block].begin; at < flow.blocks[block].end; at++) {
      const Instruction instruction = base_form(code[at]);
      effects.size++;
      const u32 fields = instruction.op() == Op::NEWOBJECT ? template_fields(prototype, instruction.c()) : 0;
      bytecode::Accesses access = bytecode::accesses(instruction, fields);
      // Of an iterator's state only the position changes.
      if (instruction.op() == Op::RANGENEXT) access.writes[0] = {instruction.a() + 1, 1};
      if (instruction.op() == Op::RANGETEST) access.writes[0] = {};
      for (const bytecode::RegisterRange& range : access.writes) write(range.first, range.count);
      if (access.clobbers) write(access.clobbers_from, prototype->frame_size - std::min(access.clobbers_from, prototype->frame_size));
      effects.calls = effects.calls || may_call(instruction.op());
      if (instruction.op() != Op::SETGLOBAL) continue;
      auto* global = reinterpret_cast<vm::Global*>(prototype->constants[instruction.wide()].bits);
      if (std::ranges::find(effects.assigned, global) == effects.assigned.end()) effects.assigned.push_back(global);
    }
  }
  return effects;
}

}  // namespace

CodeAnalysis::CodeAnalysis(const Prototype* prototype)
    : code(prototype->code, prototype->code_length),
      flow(bytecode::analyze_flow(code)),
      live(code, prototype->frame_size, flow, PrototypeFacts(prototype)) {
  for (const bytecode::FlowLoop& loop : flow.loops) effects.push_back(effects_of(prototype, code, flow, loop));
}

}  // namespace gs::jit::region
