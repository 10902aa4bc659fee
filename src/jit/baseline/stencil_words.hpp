// The baseline compiler's side of the semantics: the words of vm/interp/registers.hpp with "operands are holes" and "going on is
// the end of the stencil". Included by stencil_source.cpp alone, which tools/stencilgen turns into a table of stencils.
//
// A stencil is the code of a fast half. vm, base and proto are in the interpreter's registers; pc, insn and table hold nothing.
// It ends with a jump to one of the continuations below, which the compiler directs or leaves out, or declines with a jump to
// gs_slow_NAME or gs_second_NAME, which the compiler leads through a stub that says which instruction it was.
#pragma once

#include "base/attributes.hpp"
#include "bytecode/instruction.hpp"
#include "vm/heap/heap.hpp"
#include "vm/interp/interp.hpp"
#include "vm/object/coroutine.hpp"
#include "vm/object/objects.hpp"
#include "vm/object/shape.hpp"
#include "vm/runtime/frame.hpp"
#include "vm/runtime/generic.hpp"
#include "vm/runtime/machine_code.hpp"
#include "vm/runtime/operations.hpp"
#include "vm/runtime/switch.hpp"
#include "vm/runtime/vm.hpp"

#define GS_ARGUMENTS vm, base, pc, proto, insn, table

namespace gs::vm::interp {

using bytecode::Instruction;
using bytecode::Op;

extern "C" {
#define HOLE(name, meaning) extern const char gs_hole_##name[];
#include "jit/baseline/holes.def"
#undef HOLE
// Continuations.
GS_PRESERVE_NONE u64 gs_next(GS_PARAMETERS);       // the instruction that follows
GS_PRESERVE_NONE u64 gs_taken(GS_PARAMETERS);      // the jump's target
GS_PRESERVE_NONE u64 gs_skip(GS_PARAMETERS);       // the one after the instruction that follows
GS_PRESERVE_NONE u64 gs_enter(GS_PARAMETERS);      // the call sequence: R[A] is the function in the cache
GS_PRESERVE_NONE u64 gs_call_anew(GS_PARAMETERS);  // the call, whatever R[A] is
GS_PRESERVE_NONE u64 gs_slow_unwind(GS_PARAMETERS);
GS_PRESERVE_NONE u64 gs_slow_unwind_entry(GS_PARAMETERS);
GS_PRESERVE_NONE u64 gs_finish_native(GS_PARAMETERS);
}

// 64 bits that the compiler fills in.
#define HOLE64(name) \
  ({ \
    u64 value_; \
    asm("movabsq $gs_hole_" #name ", %0" : "=r"(value_)); \
    value_; \
  })
// 32 bits whose value the compiler of the stencil must not reason about, and 32 signed bits.
#define HOLE32(name) \
  ({ \
    u32 value_; \
    asm("movl $gs_hole_" #name ", %0" : "=r"(value_)); \
    value_; \
  })
#define HOLE32S(name) \
  ({ \
    i64 value_; \
    asm("movq $gs_hole_" #name ", %0" : "=r"(value_)); \
    value_; \
  })
#define HOLE(name) reinterpret_cast<u64>(gs_hole_##name)
#define AT_OFFSET(type, pointer, name) (*reinterpret_cast<type*>(reinterpret_cast<char*>(pointer) + HOLE(name)))

}  // namespace gs::vm::interp

#define RETURN_NATIVELY(result) return u64(result)

// --- definitions. Slow halves are the interpreter's: here they are declared, and compiled to nothing. Second halves become stencils
// that are copied into the cold area where stencilgen finds it worthwhile.
#define OPCODE(name) extern "C" GS_PRESERVE_NONE u64 op_##name(GS_PARAMETERS)
#define SLOW_HALF(name) \
  extern "C" GS_PRESERVE_NONE u64 gs_slow_##name(GS_PARAMETERS); \
  [[maybe_unused]] static GS_PRESERVE_NONE u64 slow_##name(GS_PARAMETERS)
#define SECOND_HALF(name) \
  extern "C" GS_PRESERVE_NONE u64 gs_second_##name(GS_PARAMETERS); \
  extern "C" GS_PRESERVE_NONE u64 second_##name(GS_PARAMETERS)

// --- operands
#define A u32(HOLE(A))
#define B u32(HOLE(B))
#define C u32(HOLE(C))
#define X u32(HOLE(X))
#define SX HOLE32S(SX)
#define SB HOLE32S(SC)
#define SC HOLE32S(SC)
#define SWIDE HOLE32S(SC)
#define FSC std::bit_cast<f64>(HOLE64(FSC))
#define FSB std::bit_cast<f64>(HOLE64(FSB))
#define FSX std::bit_cast<f64>(HOLE64(FSX))
#define INT_SB Value(HOLE64(INT_SB))
#define INT_SWIDE Value(HOLE64(INT_SWIDE))
#define PRIM_B Value(HOLE64(PRIM_B))
#define RA AT_OFFSET(Value, base, A8)
#define RB AT_OFFSET(Value, base, B8)
#define RC AT_OFFSET(Value, base, C8)
#define KB AT_OFFSET(Value, proto, KB)
#define KC AT_OFFSET(Value, proto, KC)
#define KWIDE Value(HOLE64(K64))
#define FEEDBACK(index) (&AT_OFFSET(FeedbackSlot, proto, SLOT))
#define AS_DOUBLE(value) (*reinterpret_cast<const volatile f64*>(&(value)))

// --- going on
// pc, insn and table are whatever they are.
#define GO_TO(continuation) \
  do { \
    const Instruction* pc_; \
    u64 insn_; \
    void* const* table_; \
    GS_MUSTTAIL return continuation(vm, base, pc_, proto, insn_, table_); \
  } while (0)
#define NEXT() GO_TO(gs_next)
#define DISPATCH_AT(target) NEXT()
#define DECLINE(name) GO_TO(gs_slow_##name)
#define SECOND(name) GO_TO(gs_second_##name)
#define RAISE() DECLINE(unwind)
#define PUBLISH_TO(limit) \
  (vm->frame_base = base, vm->frame_pc = reinterpret_cast<const Instruction*>(HOLE64(PC)), vm->top = (limit))
#define PUBLISH() PUBLISH_TO(base + proto->frame_size)

// --- feedback: edges not yet seen are led through stubs that note them
#define QUICKEN(name) \
  do { \
  } while (0)
#define THIS_INSTRUCTION (static_cast<Instruction*>(nullptr))
#define TAKE() GO_TO(gs_taken)
#define TAKE_WIDE() TAKE()
#define FALL_THROUGH() NEXT()
#define JUMP_IF(condition) \
  do { \
    if (condition) TAKE(); \
    FALL_THROUGH(); \
  } while (0)
#define JUMP() TAKE()
#define SKIP_NEXT() GO_TO(gs_skip)

// --- loops: the jump is left to the assembler, so that counting is one instruction and a branch
#define COUNT_LOOP() asm volatile("decl %0\n\tjs gs_poll" : "+m"(vm->budget) : : "cc", "memory")
#define GO_ON_AFTER_POLL() NEXT()
#define LOOP_BACK(offset) TAKE()
#define LOOP_BACK_WIDE() TAKE()
#define LOOP_BACK_IF(condition) JUMP_IF(condition)

// --- calls and returns. Machine code returns natively; what the caller wants is the call site's to see to.
#define ENTER_EXACT(target) GO_TO(gs_enter)
#define CALL_ANEW(half) GO_TO(gs_call_anew)
#define CALL_ITERATOR(closure, first_argument) NEXT()
#define FINISH_NATIVE_CALL(result) \
  do { \
    Value result_ = (result); \
    bool is_plain_ = (result_.bits >> 32) - (kRaisedBits >> 32) > 1; \
    if (GS_UNLIKELY(!is_plain_ || HOLE32(C) - 1 > 1)) { \
      table = reinterpret_cast<void* const*>(result_.bits); \
      GS_MUSTTAIL return gs_finish_native(GS_ARGUMENTS); \
    } \
    RA = result_; \
    NEXT(); \
  } while (0)
static_assert(gs::vm::kMultiBits >> 32 == (gs::vm::kRaisedBits >> 32) + 1);
#define CHECK_FRAME(otherwise) [[maybe_unused]] u64 link_ = 0
#define CHECK_CALLER(otherwise) CHECK_FRAME(otherwise)
#define LEAVE_FRAME(result_count) return (result_count)
#define LEAVE_WITH(value, end) \
  do { \
    Value* out_ = base - kFrameHeader; \
    _Pragma("clang loop vectorize(disable) unroll(disable)") while (value != end) *out_++ = *value++; \
    return u64(out_ - (base - kFrameHeader)); \
  } while (0)
