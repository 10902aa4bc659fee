// Code that moves between frames and into the runtime, written by hand: function entries, call sequences, stubs. The registers and
// the protocol are described in docs/internals/baseline.md; stencil_table.cpp checks that the compiler of the stencils agrees.
#pragma once

#include "jit/baseline/code_buffer.hpp"
#include "vm/object/objects.hpp"

namespace gs::jit::baseline {

// Runtime entries the hand-written code jumps to: values of Goal::kRuntime below the stencils' symbols.
enum class Runtime : i32 { kPoll, kMakeRoom, kCall, kReturned, kReturn, kCount };
const void* runtime_address(Runtime entry);

// A call instruction as its code needs it.
struct CallSite {
  i32 index;               // of the instruction
  const vm::Prototype* proto;
  u32 a;                   // the call register
  u32 wanted;              // results + 1; 0: all
  u64 link;                // what the callee's frame gets
};

// At an entry: checks for room on both stacks; the budget. What fails goes to stubs in `cold`.
u32 emit_entry_checks(CodeBuffer& hot, CodeBuffer& cold, bool exact);
void emit_entry_countdown(CodeBuffer& hot, CodeBuffer& cold);

// Calls `target`, which is in R[A] with exactly its parameters, and goes on behind the call sequence when as many results came back as
// wanted. Returns the hot offset at which completed calls from elsewhere go on.
u32 emit_known_call(CodeBuffer& hot, CodeBuffer& cold, const CallSite& site, const vm::Prototype* target, bool is_self,
                    u32 self_entry);
// Calls whatever is in R[A], from `buffer` (hot or cold).
void emit_unknown_call(CodeBuffer& buffer, CodeBuffer& cold, const CallSite& site);
// The same in `cold`, for the miss of a known call: goes on at `return_point`.
void emit_missed_call(CodeBuffer& cold, const CallSite& site, u32 return_point);

// mov edi, index; jmp entry
void emit_stub(CodeBuffer& buffer, i32 index, i32 runtime);
// Notes in the bytecode that the branch at `index` went this way (bit 1 or 2 of X), marks the function, goes on at `target`.
void emit_branch_note(CodeBuffer& cold, i32 index, u8 bit, i32 target);

}  // namespace gs::jit::baseline
