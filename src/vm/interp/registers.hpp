// The interpreter's side of the semantics: where operands come from, how a handler goes on, declines or raises. The files in
// semantics/ are written in these words; the baseline compiler's stencils give the same words another meaning
// (jit/baseline/stencil_words.hpp), and the slow halves of calls have a third one for calls from machine code
// (vm/interp/code_calls.cpp).
//
// Slow and second halves exist once, for interpreter and machine code: a stencil that declines jumps to gs_slow_NAME, which
// sets the interpreter's registers up with a dispatch table whose every entry goes on in machine code.
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
#include "vm/interp/interp.hpp"
#include "vm/runtime/generic.hpp"
#include "vm/runtime/machine_code.hpp"
#include "vm/runtime/operations.hpp"
#include "vm/runtime/switch.hpp"
#include "vm/runtime/vm.hpp"

#define GS_ARGUMENTS vm, base, pc, proto, insn, table
// From machine code, before the instruction at `insn` (an index): what the interpreter has in its registers after fetching it.
#define GS_FETCH_FROM_CODE() (pc = proto->code + insn + 1, insn = pc[-1].word, table = kResumeTable)

namespace gs::vm::interp {

using bytecode::Instruction;
using bytecode::Op;

}  // namespace gs::vm::interp

// Returns natively: machine code relies on finding the VM in its register. A call that is not inlined puts it there.
namespace gs::vm::interp {
[[gnu::noinline]] GS_PRESERVE_NONE inline u64 return_natively(GS_PARAMETERS) { return insn; }
}  // namespace gs::vm::interp
#define RETURN_NATIVELY(result) \
  do { \
    insn = u64(result); \
    GS_MUSTTAIL return return_natively(GS_ARGUMENTS); \
  } while (0)

// --- definitions
#define OPCODE(name) static GS_PRESERVE_NONE u64 op_##name(GS_PARAMETERS)
#define DECLARE_SLOW(name) static GS_COLD GS_PRESERVE_NONE u64 slow_##name(GS_PARAMETERS)
#define ENTRY_FROM_CODE(function) \
  extern "C" GS_PRESERVE_NONE u64 gs_##function(GS_PARAMETERS) { \
    GS_FETCH_FROM_CODE(); \
    GS_MUSTTAIL return function(GS_ARGUMENTS); \
  }
#define SLOW_HALF(name) \
  DECLARE_SLOW(name); \
  ENTRY_FROM_CODE(slow_##name) \
  static GS_COLD GS_PRESERVE_NONE u64 slow_##name(GS_PARAMETERS)
#define SECOND_HALF(name) \
  static GS_NOINLINE GS_PRESERVE_NONE u64 second_##name(GS_PARAMETERS); \
  ENTRY_FROM_CODE(second_##name) \
  static GS_NOINLINE GS_PRESERVE_NONE u64 second_##name(GS_PARAMETERS)

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
// Operands as numbers and values.
#define FSC f64(SC)
#define FSB f64(SB)
#define FSX f64(SX)
#define INT_SB Value(u64(SB) - kIntBias)
#define INT_SWIDE Value(u64(SWIDE) - kIntBias)
#define PRIM_B Value(kNilBits + B)
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
#define QUICKEN(name) quicken(proto, THIS_INSTRUCTION, Op::name)
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
#define TAKE_WIDE() \
  do { \
    NOTE_BRANCH(2); \
    DISPATCH_AT(pc + SWIDE); \
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
#define JUMP() DISPATCH_AT(pc + SWIDE)
#define SKIP_NEXT() DISPATCH_AT(pc + 1)

// --- loops. COUNT_LOOP stands first in an opcode that may jump back: machine code counts there, the interpreter on the way.
#define COUNT_LOOP() \
  do { \
  } while (0)
#define LOOP_BACK(offset) \
  do { \
    __label__ out_of_budget_; \
    pc += (offset); \
    GS_COUNT_DOWN(vm->budget, out_of_budget_); \
    NEXT(); \
  out_of_budget_: \
    GS_MUSTTAIL return slow_poll(GS_ARGUMENTS); \
  } while (0)
// In the interpreter a function that has got machine code meanwhile goes on there.
#define GO_ON_AFTER_POLL() \
  do { \
    if (proto->machine && table == kTable) GS_MUSTTAIL return slow_enter_loop(GS_ARGUMENTS); \
    NEXT(); \
  } while (0)
#define LOOP_BACK_WIDE() LOOP_BACK(SWIDE)
#define LOOP_BACK_IF(condition) \
  do { \
    if (GS_LIKELY(condition)) LOOP_BACK(SC); \
    NEXT(); \
  } while (0)

// --- calls and returns
#define CALL_HALF(name) static GS_NOINLINE GS_PRESERVE_NONE u64 name(GS_PARAMETERS)
#define ENTER_CLOSURE(closure, first_argument) \
  do { \
    base = (first_argument); \
    base[-1] = Value(u64(pc)); \
    proto = (closure)->prototype; \
    if (GS_UNLIKELY(--vm->budget < 0)) GS_MUSTTAIL return slow_CALL_poll(GS_ARGUMENTS); \
    DISPATCH_AT(proto->start); \
  } while (0)

// A function whose parameters are all given and whose frame fits the red zone: its entry instruction has nothing left to do
// but the stack check.
#define ENTER_EXACT(target) \
  do { \
    __label__ out_of_budget_; \
    Value* inner_ = &RA + kFrameHeader; \
    if (GS_UNLIKELY(inner_ > vm->stack_limit)) GS_MUSTTAIL return slow_CALL(GS_ARGUMENTS); \
    GS_COUNT_DOWN(vm->budget, out_of_budget_); \
    inner_[-1] = Value(u64(pc)); \
    base = inner_; \
    proto = (target); \
    DISPATCH_AT(proto->exact_start); \
  out_of_budget_: \
    GS_MUSTTAIL return slow_CALL(GS_ARGUMENTS); \
  } while (0)

// An iterator function, called by RANGENEXT.
#define CALL_ITERATOR(closure, first_argument) \
  do { \
    base = (first_argument); \
    base[-1] = Value(u64(pc) | kLinkRange); \
    proto = (closure)->prototype; \
    if (GS_UNLIKELY(table != kTable)) { \
      insn = u64(proto->entry); \
      GS_MUSTTAIL return slow_run_code(GS_ARGUMENTS); \
    } \
    DISPATCH_AT(proto->start); \
  } while (0)

// The call's cache does not fit.
#define CALL_ANEW(half) GS_MUSTTAIL return half##_CALL(GS_ARGUMENTS)

#define FINISH_NATIVE_CALL(result) \
  do { \
    Value result_ = (result); \
    if (GS_UNLIKELY(result_.is_raised())) RAISE(); \
    insn = pc[-1].word; \
    if (GS_LIKELY(C == 2)) { \
      RA = GS_LIKELY(!result_.is_multi()) ? result_ : result_.multi_count() ? *vm->top : Value::nil(); \
      NEXT(); \
    } \
    if (C == 1) NEXT(); \
    spread_results(*vm, &RA, result_, C); \
    NEXT(); \
  } while (0)

// Frames that the quick returns do not serve: vararg frames, frames that end natively, callers that want more or all results.
#define CHECK_FRAME(otherwise) \
  u64 link_ = frame_link(base); \
  if (GS_UNLIKELY(link_ & kLinkFlags)) otherwise
#define CHECK_CALLER(otherwise) \
  CHECK_FRAME(otherwise); \
  if (GS_UNLIKELY(link_pc(link_)[-1].c() - 1 > 1)) otherwise
// The results are where the caller wants them.
#define LEAVE_FRAME(result_count) \
  do { \
    pc = reinterpret_cast<const Instruction*>(link_); \
    base = base - kFrameHeader - pc[-1].a(); \
    proto = frame_closure(base)->prototype; \
    NEXT(); \
  } while (0)
// Results from `value` to `end`, to wherever the caller wants them.
#define LEAVE_WITH(value, end) \
  do { \
    Value* out_ = base - kFrameHeader; \
    u32 wanted_ = link_pc(link_)[-1].c(); \
    if (wanted_ == 0) { \
      _Pragma("clang loop vectorize(disable) unroll(disable)") while (value != end) *out_++ = *value++; \
      vm->top = out_; \
      LEAVE_FRAME(0); \
    } \
    const Value* out_end_ = out_ + (wanted_ - 1); \
    _Pragma("clang loop vectorize(disable) unroll(disable)") while (out_ != out_end_) *out_++ = \
        value < end ? *value++ : Value::nil(); \
    LEAVE_FRAME(0); \
  } while (0)
