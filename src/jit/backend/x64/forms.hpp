// The forms of x86-64 instructions: what the lowering says to the emitter. d: result, a, b ...: uses in order; rhs: the right operand (a use,
// an immediate, or memory); mem: the memory operand.
#pragma once

#include "jit/backend/lir.hpp"

namespace gs::jit::backend {

enum class Form : u8 {
  kEntry,           // d*: fixed: the direct entry's arguments
  kMove,            // d = a, within or between register classes
  kUnary,           // d = inst a, in place
  kZeroExtend,      // d = the low `width` bytes of a
  kAdd,             // d = a + rhs: add or lea
  kBinary,          // d = a inst rhs, in place
  kVexBinary,       // d = inst a, rhs, three operands
  kMultiplyImmediate,  // d = a * immediate; a in memory or register
  kShiftImmediate,  // d = a inst immediate, in place
  kShift,           // d = a inst b
  kDivide,          // rax (rdx if condition is kSecond) = a / b
  kMultiplyHigh,
  kFloatUnary,      // d = inst a [, immediate]
  kFloatLogic,      // d = a inst 16 bytes that repeat immediate
  kFloatFromInt,
  kIntFromFloat,    // truncates
  kExactInt,        // d = int equal to a, else exit; temp: vector
  kLoad,            // d = mem
  kStore,           // mem = a or immediate
  kCompareBranch,   // rhs compare, then to targets
  kCompareExit,     // exit if condition
  kCompareSet,      // d = condition
  kSelect,          // d = condition ? b : c   (extras)
  kGuardInt,        // d, a; b: tag, c: bias
  kGuardFloat,      // d, a; b: largest float
  kCheckFloat,      // exit if the bits of a, in a vector register, are no float; if they are in mem too: b: largest float
  kGuardNumber,     // d, a; b: largest float, c: int tag, d: bias; temp: general
  kGuardTag,        // d, a; immediate: tag
  kBoxInt,          // d, a; b: -bias, c: int tag
  kBarrier,         // a
  kGrowArray,       // a, b; displacement: of the capacity
  kAllocate,        // d; a: address near the run, displacement; immediate: size; temp
  kHashFind,        // d; a: hash part, b: hash, c: key; immediate: if there is none; two temps
  kPoll,
  kCallC,           // fixed uses; d: fixed; immediate: address
  kCallGeneric,
  kCallDirect,
  kInterpret,
  kJump,
  kExit,
  kReturn,          // immediate: count
  kReturnDirect,    // fixed use
};

// x86's condition codes, plus what comparing floats for equality needs (two flags).
enum class Condition : u8 {
  kOverflow, kNoOverflow, kBelow, kAboveEqual, kEqual, kNotEqual, kBelowEqual, kAbove,
  kSign, kNoSign, kParity, kNoParity, kLess, kGreaterEqual, kLessEqual, kGreater,
  kFloatEqual, kFloatNotEqual,
  kAlways, kNever,
};

constexpr Condition negate(Condition c) { return Condition(u8(c) ^ 1); }

}  // namespace gs::jit::backend
