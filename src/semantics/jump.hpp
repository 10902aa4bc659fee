// Jumps, comparisons and counted loops.

OPCODE(JMP) { JUMP(); }

// The loop budget ran out: polls, credits the loop, goes on. The place is the instruction to go on with.
SLOW_HALF(poll) {
  PUBLISH();
  vm->frame_pc = pc + 1;
  if (!loop_poll(*vm, proto)) RAISE();
  GO_ON_AFTER_POLL();
}

OPCODE(LOOP) {
  COUNT_LOOP();
  LOOP_BACK_WIDE();
}

OPCODE(JT) {
  if (RA.is_truthy()) TAKE_WIDE();
  FALL_THROUGH();
}

OPCODE(JF) {
  if (RA.is_falsy()) TAKE_WIDE();
  FALL_THROUGH();
}

// Comparisons of anything but two inline ints or two floats.
#define SLOW_COMPARE(NAME, COMPARE, LEFT, RIGHT, SENSE) \
  SLOW_HALF(NAME) { \
    PUBLISH(); \
    bool result; \
    if (!vm->COMPARE(LEFT, RIGHT, result)) RAISE(); \
    JUMP_IF(result == SENSE); \
  }

#define ORDER_JUMP(NAME, COMPARE, OPERATOR, SENSE) \
  SLOW_COMPARE(NAME, COMPARE, RA, RB, SENSE) \
  OPCODE(NAME) { \
    u64 a = RA.bits, b = RB.bits; \
    if ((a & b) >= kTagInt) JUMP_IF((a OPERATOR b) == SENSE); \
    f64 x = AS_DOUBLE(RA), y = AS_DOUBLE(RB); \
    if (GS_UNLIKELY(__builtin_isunordered(x, y))) DECLINE(NAME); \
    JUMP_IF((x OPERATOR y) == SENSE); \
  }

ORDER_JUMP(JLT, less, <, true)
ORDER_JUMP(JNLT, less, <, false)
ORDER_JUMP(JLE, less_equal, <=, true)
ORDER_JUMP(JNLE, less_equal, <=, false)

// Against a small int in the instruction. a > b means b < a (3.6): the slow half swaps.
#define IMMEDIATE_JUMP(NAME, COMPARE, LEFT, RIGHT, OPERATOR, SENSE) \
  SLOW_COMPARE(NAME, COMPARE, LEFT, RIGHT, SENSE) \
  OPCODE(NAME) { \
    u64 a = RA.bits, b = INT_SB.bits; \
    if (GS_LIKELY(a >= kTagInt)) JUMP_IF((a OPERATOR b) == SENSE); \
    f64 x = AS_DOUBLE(RA), y = FSB; \
    if (GS_UNLIKELY(__builtin_isunordered(x, y))) DECLINE(NAME); \
    JUMP_IF((x OPERATOR y) == SENSE); \
  }

IMMEDIATE_JUMP(JLTI, less, RA, Value::small_int(SB), <, true)
IMMEDIATE_JUMP(JNLTI, less, RA, Value::small_int(SB), <, false)
IMMEDIATE_JUMP(JLEI, less_equal, RA, Value::small_int(SB), <=, true)
IMMEDIATE_JUMP(JNLEI, less_equal, RA, Value::small_int(SB), <=, false)
IMMEDIATE_JUMP(JGTI, less, Value::small_int(SB), RA, >, true)
IMMEDIATE_JUMP(JNGTI, less, Value::small_int(SB), RA, >, false)
IMMEDIATE_JUMP(JGEI, less_equal, Value::small_int(SB), RA, >=, true)
IMMEDIATE_JUMP(JNGEI, less_equal, Value::small_int(SB), RA, >=, false)

// Equality. Two ints: identical bits; two floats: the hardware's answer; otherwise identical bits are equal, and different
// bits need the slow half only where content or __eq may decide.
#define EQUAL_JUMP(NAME, RIGHT, SENSE) \
  SLOW_COMPARE(NAME, equals, RA, RIGHT, SENSE) \
  OPCODE(NAME) { \
    u64 a = RA.bits, b = RIGHT.bits; \
    if ((a & b) >= kTagInt) JUMP_IF((a == b) == SENSE); \
    f64 x = AS_DOUBLE(RA), y = AS_DOUBLE(RIGHT); \
    if (!__builtin_isunordered(x, y)) JUMP_IF((x == y) == SENSE); \
    if (a == b && a > kMaxDouble) JUMP_IF(SENSE); \
    if ((a >> 48) == (kTagImmediate >> 48) || (b >> 48) == (kTagImmediate >> 48)) JUMP_IF(!SENSE); \
    DECLINE(NAME); \
  }

EQUAL_JUMP(JEQ, RB, true)
EQUAL_JUMP(JNE, RB, false)

// Against a constant. Identical bits are equal (no constant is NaN); a boxed value that is not a long string or boxed int, compared with
// an int or an interned string, is not.
#define EQUAL_CONSTANT_JUMP(NAME, SENSE) \
  SLOW_COMPARE(NAME, equals, RA, KB, SENSE) \
  OPCODE(NAME) { \
    u64 a = RA.bits, k = KB.bits; \
    if (a == k) JUMP_IF(SENSE); \
    if ((a & k) >= kTagInt) JUMP_IF(!SENSE); \
    if (a > kMaxDouble && k > kMaxDouble && X & 4) JUMP_IF(!SENSE); \
    DECLINE(NAME); \
  }

EQUAL_CONSTANT_JUMP(JEQK, true)
EQUAL_CONSTANT_JUMP(JNEK, false)

OPCODE(JEQP) { JUMP_IF(RA == PRIM_B); }
OPCODE(JNEP) { JUMP_IF(!(RA == PRIM_B)); }

// Counted loops. With ints one compare tests variable, sum and limit for the int tag: no other value lies within a small
// step of the int range.
#define COUNTED_LOOP(NAME, OPERATOR, COMPARE, LEFT, RIGHT) \
  SLOW_HALF(NAME) { \
    PUBLISH(); \
    Value sum = vm->arithmetic(SX < 0 ? ArithOp::kSub : ArithOp::kAdd, RA, Value::small_int(SX < 0 ? -SX : SX)); \
    if (sum.is_raised()) RAISE(); \
    RA = sum; \
    bool result; \
    if (!vm->COMPARE(LEFT, RIGHT, result)) RAISE(); \
    if (result) LOOP_BACK(SC); \
    NEXT(); \
  } \
  SECOND_HALF(NAME) { \
    f64 sum = AS_DOUBLE(RA) + FSX; \
    f64 limit = AS_DOUBLE(RB); \
    if (GS_UNLIKELY(__builtin_isunordered(sum, limit))) DECLINE(NAME); \
    RA = Value(std::bit_cast<u64>(sum)); \
    if (sum OPERATOR limit) LOOP_BACK(SC); \
    NEXT(); \
  } \
  OPCODE(NAME) { \
    COUNT_LOOP(); \
    u64 a = RA.bits, r = a + u64(SX), limit = RB.bits; \
    if (GS_UNLIKELY((a & r & limit) < kTagInt)) SECOND(NAME); \
    RA = Value(r); \
    LOOP_BACK_IF(r OPERATOR limit); \
  }

COUNTED_LOOP(LOOPLT, <, less, RA, RB)
COUNTED_LOOP(LOOPLE, <=, less_equal, RA, RB)
COUNTED_LOOP(LOOPGT, >, less, RB, RA)
COUNTED_LOOP(LOOPGE, >=, less_equal, RB, RA)
