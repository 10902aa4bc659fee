// Control flow, liveness and loop effects of one prototype's bytecode, made once for a region however often the function is inlined.
#pragma once

#include <memory>
#include <unordered_map>

#include "bytecode/liveness.hpp"
#include "vm/object/objects.hpp"

namespace gs::jit::region {

struct LoopEffects {
  std::vector<bool> writes;                     // registers that an instruction of the loop writes or clobbers
  std::vector<vm::Global*> assigned;            // globals that an instruction of the loop assigns
  bool calls = false;                           // it may run code that is not in the region
  u32 size = 0;                                 // instructions
};

struct CodeAnalysis {
  explicit CodeAnalysis(const vm::Prototype* prototype);
  std::span<const bytecode::Instruction> code;
  bytecode::ControlFlow flow;
  bytecode::Liveness live;
  std::vector<LoopEffects> effects;  // by loop
};

class AnalysisCache {
 public:
  const CodeAnalysis& of(const vm::Prototype* prototype) {
    std::unique_ptr<CodeAnalysis>& entry = analyses_[prototype];
    if (!entry) entry = std::make_unique<CodeAnalysis>(prototype);
    return *entry;
  }

 private:
  std::unordered_map<const vm::Prototype*, std::unique_ptr<CodeAnalysis>> analyses_;
};

// The instruction's form for analyses: base opcode.
inline bytecode::Instruction base_form(bytecode::Instruction instruction) {
  instruction.set_op(bytecode::op_info(instruction.op()).base);
  return instruction;
}
u32 template_fields(const vm::Prototype* prototype, u32 constant);
void captured_registers(const vm::Prototype* prototype, u32 constant, std::vector<u32>& registers);

}  // namespace gs::jit::region
