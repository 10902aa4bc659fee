#include "bytecode/liveness.hpp"

#include <algorithm>

#include "bytecode/operands.hpp"

namespace gs::bytecode {

void Liveness::mark(Row& live, u32 first, u32 count, bool value) const {
  for (u32 r = first; r < std::min(first + count, registers_); ++r) {
    const u64 bit = u64{1} << (r % 64);
    live[r / 64] = value ? live[r / 64] | bit : live[r / 64] & ~bit;
  }
}

// From what is live behind the instruction to what is live before it.
void Liveness::step(std::span<const Instruction> code, u32 at, const CodeFacts& facts, Row& live) const {
  Instruction instruction = code[at];
  instruction.set_op(op_info(instruction.op()).base);
  const bool is_object = instruction.op() == Op::NEWOBJECT;
  const Accesses access = accesses(instruction, is_object ? facts.template_fields(instruction.c()) : 0);
  if (access.clobbers) mark(live, access.clobbers_from, registers_, false);
  for (const RegisterRange& range : access.writes) mark(live, range.first, range.count, false);
  for (const RegisterRange& range : access.reads) mark(live, range.first, range.count, true);
  if (access.reads_to_top) {
    const u32 end = code[at - 1].a();  // the values from there on come from the instruction before
    mark(live, access.top_reads_from, end - access.top_reads_from, true);
  }
  for (u32 i = at + 1; instruction.op() == Op::SELECT && i <= at + instruction.b(); ++i) {
    for (const RegisterRange& range : accesses(code[i], 0).reads) mark(live, range.first, range.count, true);
  }
  if (instruction.op() != Op::CLOSURE) return;
  std::vector<u32> captured;
  facts.captured_registers(instruction.wide(), captured);
  for (u32 r : captured) mark(live, r, 1, true);
}

Liveness::Liveness(std::span<const Instruction> code, u32 registers, const ControlFlow& flow, const CodeFacts& facts)
    : registers_(registers), words_((registers + 63) / 64), rows_(code.size() * words_, 0) {
  for (bool changed = true; changed;) {
    changed = false;
    for (usize i = flow.blocks.size(); i-- > 0;) {
      const FlowBlock& block = flow.blocks[i];
      Row live(words_, 0);
      for (u32 successor : block.successors) {
        const u64* row = &rows_[flow.blocks[successor].begin * words_];
        for (u32 w = 0; w < words_; ++w) live[w] |= row[w];
      }
      for (u32 at = block.end; at-- > block.begin;) {
        step(code, at, facts, live);
        u64* row = &rows_[at * words_];
        changed = changed || !std::equal(live.begin(), live.end(), row);
        std::ranges::copy(live, row);
      }
    }
  }
}

}  // namespace gs::bytecode
