// The baseline compiler: one pass over a function's bytecode, copying a stencil for every instruction and filling its holes
// (docs/internals/baseline.md). Used by jit/tier.
#pragma once

#include <memory>
#include <vector>

#include "jit/baseline/call_x64.hpp"
#include "jit/baseline/code_buffer.hpp"
#include "jit/baseline/stencil.hpp"
#include "jit/code/code_cache.hpp"
#include "vm/object/objects.hpp"

namespace gs::jit::baseline {

// Where everything is in the code of one function, as offsets from its start.
struct CompiledFunction {
  std::vector<u32> offsets;  // of each instruction; of the first: the generic entry, which may be behind all others
  u32 entry = 0;
  u32 exact_entry = 0;
  u32 hot_size = 0;
  u32 size = 0;
};

class Compiler {
 public:
  // Builds the code of `proto`; the result is valid until the next call.
  const CompiledFunction& compile(const vm::Prototype* proto);
  // Writes what was built last to `range`, which has room for it.
  void place(const CodeRange& range) const;

 private:
  using Instruction = bytecode::Instruction;

  void find_loop_headers();
  void emit_entries();
  void emit_generic_entry(u32 countdown);
  static void redirect_next(CodeBuffer& buffer, usize first_fixup, u32 countdown);
  void emit_body();
  void emit_instruction(u32 index);
  void emit_stencil(u32 index, bytecode::Op op);
  // The smallest stencil that has room for the operands.
  const Stencil& stencil_for(u32 index, bytecode::Op op) const;
  bool is_near(const StencilPart& narrow, u32 index) const;
  void emit_short_stub(u32 index, u32 runtime);
  void copy_part(CodeBuffer& buffer, const StencilPart& part, u32 index, u32 hot_start, u32 cold_start);
  void fill(CodeBuffer& buffer, u32 start, const Relocation& relocation, u32 index, u32 hot_start, u32 cold_start);
  void fill_distance(CodeBuffer& buffer, u32 field, Goal goal, i32 value);
  u32 slow_way(u32 index, u8 symbol);
  void emit_call(u32 index);
  CallSite site_of(u32 index) const;
  u64 hole(Hole hole, u32 index) const;
  // Where the edge of a branch leads: its target, or a stub that notes that it was taken.
  Goal edge(u32 index, u8 bit, u32 target, i32& value);
  u32 jump_target(u32 index) const;
  void resolve(const CodeBuffer& buffer, u32 buffer_start, const CodeRange& range) const;

  const vm::Prototype* proto_ = nullptr;
  CodeBuffer hot_, cold_;
  std::vector<u8> is_loop_header_;
  CompiledFunction out_;
  struct Stub {
    u32 runtime, offset;
  };
  std::vector<Stub> stubs_;          // of the current instruction
  std::vector<u32> runtime_jumps_;   // by entry of the runtime: the last jump there in the cold part
};

}  // namespace gs::jit::baseline
