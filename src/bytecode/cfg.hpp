// The control flow graph of one function's bytecode: basic blocks in reverse postorder, natural loops. For compilers that follow
// control (jit/region). Works on verified code, quickened or not, without a VM.
#pragma once

#include <span>
#include <vector>

#include "bytecode/instruction.hpp"

namespace gs::bytecode {

struct FlowBlock {
  u32 begin = 0;                 // instructions begin .. end - 1
  u32 end = 0;
  std::vector<u32> successors;   // block numbers; of a conditional jump the target first
  std::vector<u32> predecessors;
  i32 loop = -1;                 // innermost loop that contains it, or -1
};

struct FlowLoop {
  u32 header = 0;                // block number
  i32 parent = -1;
  std::vector<u32> blocks;       // ascending: reverse postorder; inner loops' blocks included
};

// Blocks are numbered in reverse postorder, 0 is the entry. Unreachable code is in no block.
struct ControlFlow {
  std::vector<FlowBlock> blocks;
  std::vector<FlowLoop> loops;   // outer before inner
  bool is_reducible = true;      // every back-edge leads to a block that dominates its source: otherwise loops are not complete
  std::vector<i32> block_at;     // by instruction: the block it begins, or -1

  bool contains(const FlowLoop& loop, u32 block) const;
  const FlowLoop* loop_with_header(u32 block) const;  // null: none
};

ControlFlow analyze_flow(std::span<const Instruction> code);

// Index of the instruction that the jump at `at` leads to. Precondition: it has a jump operand.
u32 jump_target(std::span<const Instruction> code, u32 at);

}  // namespace gs::bytecode
