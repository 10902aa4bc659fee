// The interpreter's entries: from C++, from machine code, and the dispatch tables. Machine code and interpreter share one calling
// convention (docs/internals/baseline.md): preserve_none functions of the six arguments below, the first four pinned.
#pragma once

#include "base/attributes.hpp"
#include "bytecode/instruction.hpp"
#include "vm/object/objects.hpp"

#define GS_PARAMETERS \
  [[maybe_unused]] Vm *vm, [[maybe_unused]] Value *base, [[maybe_unused]] const bytecode::Instruction *pc, \
      [[maybe_unused]] Prototype *proto, [[maybe_unused]] u64 insn, [[maybe_unused]] void *const *table

namespace gs::vm::interp {

using Handler = GS_PRESERVE_NONE u64 (*)(GS_PARAMETERS);

// What a handler does when it is through: it calls table[opcode] of the next instruction.
extern void* const kTable[256];        // goes on in the interpreter
extern void* const kResumeTable[256];  // goes on in the function's machine code, if it (still) has some
// Returns natively the address of the instruction to go on with; -1: an error is passing, the frame has not been unwound. So
// machine code can call any handler except those of calls and returns.
extern void* const kReturnTable[256];

// Runs the script function in callee[0] with `count` arguments at callee[2]. Number of results, at callee[0] on, or -1 after
// raising. The caller has made the activation current and the callee's link.
i64 run(Vm& vm, Value* callee, u32 count);

// From now on calls of `proto` go to the interpreter, or to machine code whose native entries these are.
void interpret_from_now_on(Vm& vm, Prototype* proto);
void run_code_from_now_on(Prototype* proto, MachineCode* code, const void* entry, const void* exact_entry);

}  // namespace gs::vm::interp
