// The interpreter's side of the semantics: where operands come from, how a handler goes on, declines or raises. The files in
// semantics/ are written in these words; the baseline compiler's stencils will give the same words another meaning.
//
// A handler is a preserve_none function whose six arguments stay in registers through the whole run. Rules that keep fast
// halves frameless (checked by tools/check_frameless.py):
//   - a fast half never calls an ordinary function; it tail-calls: NEXT, TAKE, DECLINE
//   - a slow half is a cold function of its own; it publishes the frame, calls C++, and goes on with NEXT
#pragma once

#include "base/attributes.hpp"
#include "bytecode/instruction.hpp"
#include "vm/heap/heap.hpp"
#include "vm/object/coroutine.hpp"
#include "vm/object/objects.hpp"
#include "vm/object/shape.hpp"
#include "vm/runtime/frame.hpp"
#include "vm/runtime/generic.hpp"
#include "vm/runtime/switch.hpp"
#include "vm/runtime/vm.hpp"

#define GS_PARAMETERS \
  Vm *vm, Value *base, const bytecode::Instruction *pc, Prototype *proto, u64 insn, void *const *table
#define GS_ARGUMENTS vm, base, pc, proto, insn, table

namespace gs::vm::interp {

using bytecode::Instruction;
using bytecode::Op;
using Handler = GS_PRESERVE_NONE u64 (*)(GS_PARAMETERS);

}  // namespace gs::vm::interp

// --- definitions
#define OPCODE(name) GS_PRESERVE_NONE u64 op_##name([[maybe_unused]] GS_PARAMETERS)
#define SLOW_HALF(name) GS_COLD GS_PRESERVE_NONE u64 slow_##name([[maybe_unused]] GS_PARAMETERS)
#define SECOND_HALF(name) GS_NOINLINE GS_PRESERVE_NONE u64 second_##name([[maybe_unused]] GS_PARAMETERS)

// --- operands
#define A u32(u16(insn >> 16))
#define B u32(u16(insn >> 32))
#define C u32(insn >> 48)
#define X u32(u8(insn >> 8))
#define SX i64(i8(insn >> 8))
#define SB i64(i16(insn >> 32))
#define SC (i64(insn) >> 48)
#define WIDE u32(insn >> 32)
#define SWIDE (i64(insn) >> 32)
#define RA base[A]
#define RB base[B]
#define RC base[C]
#define KB proto->constants[B]
#define KC proto->constants[C]
#define KWIDE proto->constants[WIDE]
#define FEEDBACK(index) (reinterpret_cast<FeedbackSlot*>(proto) - ((index) + 1))
// A register read as a double, straight from memory: no move between register files.
#define AS_DOUBLE(value) (*reinterpret_cast<const volatile f64*>(&(value)))

// --- going on
#define DISPATCH_AT(target) \
  do { \
    const Instruction* next_ = (target); \
    insn = next_->word; \
    pc = next_ + 1; \
    GS_MUSTTAIL return reinterpret_cast<Handler>(table[u8(insn)])(GS_ARGUMENTS); \
  } while (0)
#define NEXT() DISPATCH_AT(pc)
#define DECLINE(name) GS_MUSTTAIL return slow_##name(GS_ARGUMENTS)
#define SECOND(name) GS_MUSTTAIL return second_##name(GS_ARGUMENTS)
#define RAISE() GS_MUSTTAIL return slow_unwind(GS_ARGUMENTS)

// --- for slow halves: make the frame visible to C++ (tracebacks, the collector, callbacks)
#define PUBLISH_TO(limit) (vm->frame_base = base, vm->frame_pc = pc, vm->top = (limit))
#define PUBLISH() PUBLISH_TO(base + proto->frame_size)

// --- feedback
#define QUICKEN(name) (*reinterpret_cast<u8*>(const_cast<Instruction*>(pc - 1)) = u8(Op::name))
#define THIS_INSTRUCTION (const_cast<Instruction*>(pc - 1))
// Branch feedback: bit 0 of X: fell through, bit 1: taken.
#define NOTE_BRANCH(bit) \
  do { \
    if (GS_UNLIKELY(!(insn & ((bit) << 8)))) reinterpret_cast<u8*>(const_cast<Instruction*>(pc - 1))[1] |= (bit); \
  } while (0)
#define TAKE() \
  do { \
    NOTE_BRANCH(2); \
    DISPATCH_AT(pc + SC); \
  } while (0)
#define FALL_THROUGH() \
  do { \
    NOTE_BRANCH(1); \
    NEXT(); \
  } while (0)
#define JUMP_IF(condition) \
  do { \
    if (condition) TAKE(); \
    FALL_THROUGH(); \
  } while (0)
