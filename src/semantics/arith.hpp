// Arithmetic. A base form is complete and cold: it computes and then quickens by what it saw. Quick forms: _I ints, _F floats,
// _N any two numbers, ints first. For two floats the operation is done first and its result tested for NaN: every boxed
// value is a NaN, so one compare replaces two tag checks (a genuine NaN takes the slow way and comes out right).

// --- second halves: one int and one float, without a call
#define MIXED_OPERANDS(left, right) \
  f64 x, y; \
  Value left_ = (left), right_ = (right); \
  if (left_.is_small_int()) { \
    x = f64(left_.as_small_int()); \
  } else if (left_.is_double()) { \
    x = left_.as_double(); \
  } else { \
    DECLINE(ARITH); \
  } \
  if (right_.is_small_int()) { \
    y = f64(right_.as_small_int()); \
  } else if (right_.is_double()) { \
    y = right_.as_double(); \
  } else { \
    DECLINE(ARITH); \
  } \
  if (left_.is_small_int() && right_.is_small_int()) DECLINE(ARITH)

SLOW_HALF(ARITH) {
  PUBLISH();
  Value left, right;
  ArithOp op = arith_operands(proto, base, THIS_INSTRUCTION, left, right);
  Value r = vm->arithmetic(op, left, right);
  if (r.is_raised()) RAISE();
  quicken_arith(proto, THIS_INSTRUCTION, left, right);
  RA = r;
  NEXT();
}

#define MIXED_ARITH(NAME, RIGHT, OPERATOR) \
  SECOND_HALF(NAME) { \
    MIXED_OPERANDS(RB, RIGHT); \
    f64 r = x OPERATOR y; \
    if (GS_UNLIKELY(r != r)) DECLINE(ARITH); \
    RA = Value(std::bit_cast<u64>(r)); \
    NEXT(); \
  }

#define FLOAT_ARITH(NAME, RIGHT, OPERATOR) \
  OPCODE(NAME) { \
    f64 r = AS_DOUBLE(RB) OPERATOR AS_DOUBLE(RIGHT); \
    if (GS_UNLIKELY(r != r)) DECLINE(ARITH); \
    RA = Value(std::bit_cast<u64>(r)); \
    NEXT(); \
  }

#define BASE_ARITH(NAME) \
  OPCODE(NAME) { DECLINE(ARITH); }

// Int forms of + and -: one compare tests both operands and the result for the int tag.
#define INT_SUM(NAME, RIGHT, OPERATOR, FAIL) \
  OPCODE(NAME) { \
    u64 a = RB.bits, b = RIGHT.bits; \
    u64 r = a OPERATOR b OPERATOR kIntBias; \
    if (GS_UNLIKELY((a & b & r) < kTagInt)) FAIL; \
    RA = Value(r); \
    NEXT(); \
  }

#define INT_PRODUCT(NAME, RIGHT, FAIL) \
  OPCODE(NAME) { \
    u64 a = RB.bits, b = RIGHT.bits; \
    i64 r; \
    if (GS_UNLIKELY((a & b) < kTagInt)) FAIL; \
    if (GS_UNLIKELY(__builtin_mul_overflow(i64(a + kIntBias), i64(b + kIntBias), &r))) FAIL; \
    u64 boxed = u64(r) - kIntBias; \
    if (GS_UNLIKELY(boxed < kTagInt)) FAIL; \
    RA = Value(boxed); \
    NEXT(); \
  }

// Any two numbers: two ints, else two floats, else the mixed second half.
#define NUMERIC_SUM(NAME, RIGHT, OPERATOR) \
  MIXED_ARITH(NAME, RIGHT, OPERATOR) \
  OPCODE(NAME) { \
    u64 a = RB.bits, b = RIGHT.bits; \
    u64 sum = a OPERATOR b OPERATOR kIntBias; \
    if ((a & b & sum) >= kTagInt) { \
      RA = Value(sum); \
      NEXT(); \
    } \
    if (GS_UNLIKELY(a > kMaxDouble || b > kMaxDouble)) SECOND(NAME); \
    RA = Value::number(AS_DOUBLE(RB) OPERATOR AS_DOUBLE(RIGHT)); \
    NEXT(); \
  }

#define NUMERIC_PRODUCT(NAME, RIGHT) \
  MIXED_ARITH(NAME, RIGHT, *) \
  OPCODE(NAME) { \
    u64 a = RB.bits, b = RIGHT.bits; \
    i64 product; \
    if ((a & b) >= kTagInt) { \
      if (GS_UNLIKELY(__builtin_mul_overflow(i64(a + kIntBias), i64(b + kIntBias), &product))) DECLINE(ARITH); \
      u64 boxed = u64(product) - kIntBias; \
      if (GS_UNLIKELY(boxed < kTagInt)) DECLINE(ARITH); \
      RA = Value(boxed); \
      NEXT(); \
    } \
    if (GS_UNLIKELY(a > kMaxDouble || b > kMaxDouble)) SECOND(NAME); \
    RA = Value::number(AS_DOUBLE(RB) * AS_DOUBLE(RIGHT)); \
    NEXT(); \
  }

// `/`: exact int quotients stay int (3.2).
#define NUMERIC_QUOTIENT(NAME, RIGHT) \
  MIXED_ARITH(NAME, RIGHT, /) \
  OPCODE(NAME) { \
    u64 a = RB.bits, b = RIGHT.bits; \
    if ((a & b) >= kTagInt) { \
      i64 n = i64(a + kIntBias), d = i64(b + kIntBias); \
      if (GS_UNLIKELY(u64(d) + 1 <= 1)) DECLINE(ARITH); \
      i64 q = n / d; \
      RA = q * d == n ? Value::small_int(q) : Value(std::bit_cast<u64>(f64(n) / f64(d))); \
      NEXT(); \
    } \
    if (GS_UNLIKELY(a > kMaxDouble || b > kMaxDouble)) SECOND(NAME); \
    RA = Value::number(AS_DOUBLE(RB) / AS_DOUBLE(RIGHT)); \
    NEXT(); \
  }

#define INT_REMAINDER(NAME, RIGHT) \
  OPCODE(NAME) { \
    u64 a = RB.bits, b = RIGHT.bits; \
    if (GS_UNLIKELY((a & b) < kTagInt)) DECLINE(ARITH); \
    i64 n = i64(a + kIntBias), d = i64(b + kIntBias); \
    if (GS_UNLIKELY(u64(d) + 1 <= 1)) DECLINE(ARITH); \
    i64 r = ((u64(n) | u64(d)) >> 32) == 0 ? i64(u32(n) % u32(d)) : n % d; \
    RA = Value::small_int(r); \
    NEXT(); \
  }

#define ARITH_FORMS(SUFFIX, RIGHT) \
  BASE_ARITH(ADD##SUFFIX) \
  FLOAT_ARITH(ADD##SUFFIX##_F, RIGHT, +) \
  NUMERIC_SUM(ADD##SUFFIX##_N, RIGHT, +) \
  BASE_ARITH(SUB##SUFFIX) \
  FLOAT_ARITH(SUB##SUFFIX##_F, RIGHT, -) \
  NUMERIC_SUM(SUB##SUFFIX##_N, RIGHT, -) \
  BASE_ARITH(MUL##SUFFIX) \
  INT_PRODUCT(MUL##SUFFIX##_I, RIGHT, DECLINE(ARITH)) \
  FLOAT_ARITH(MUL##SUFFIX##_F, RIGHT, *) \
  NUMERIC_PRODUCT(MUL##SUFFIX##_N, RIGHT) \
  BASE_ARITH(DIV##SUFFIX) \
  FLOAT_ARITH(DIV##SUFFIX##_F, RIGHT, /) \
  NUMERIC_QUOTIENT(DIV##SUFFIX##_N, RIGHT) \
  BASE_ARITH(MOD##SUFFIX) \
  INT_REMAINDER(MOD##SUFFIX##_I, RIGHT) \
  BASE_ARITH(POW##SUFFIX)

ARITH_FORMS(, RC)
ARITH_FORMS(K, KC)
INT_SUM(ADD_I, RC, +, DECLINE(ARITH))
INT_SUM(SUB_I, RC, -, DECLINE(ARITH))

OPCODE(ADDI) {
  u64 a = RB.bits;
  u64 r = a + u64(SC);
  if (GS_LIKELY((a & r) >= kTagInt)) {  // of r alone: 0.0 less one would pass
    RA = Value(r);
    NEXT();
  }
  if (GS_LIKELY(a <= kMaxDouble)) {
    RA = Value::number(AS_DOUBLE(RB) + FSC);
    NEXT();
  }
  DECLINE(ARITH);
}

// --- bits: ints that are inline; everything else (boxed ints, integral floats, strings) is the slow half's
#define INT_BITWISE(NAME, RIGHT, EXPRESSION) \
  OPCODE(NAME) { \
    u64 a = RB.bits, b = RIGHT.bits; \
    if (GS_UNLIKELY((a & b) < kTagInt)) DECLINE(ARITH); \
    i64 x = i64(a + kIntBias), y = i64(b + kIntBias); \
    u64 r = u64(EXPRESSION) - kIntBias; \
    if (GS_UNLIKELY(r < kTagInt)) DECLINE(ARITH); \
    RA = Value(r); \
    NEXT(); \
  }
#define INT_SHIFT(NAME, RIGHT, EXPRESSION) \
  OPCODE(NAME) { \
    u64 a = RB.bits, b = RIGHT.bits; \
    if (GS_UNLIKELY((a & b) < kTagInt)) DECLINE(ARITH); \
    i64 x = i64(a + kIntBias), y = i64(b + kIntBias); \
    if (GS_UNLIKELY(u64(y) > 63)) DECLINE(ARITH); \
    u64 r = u64(EXPRESSION) - kIntBias; \
    if (GS_UNLIKELY(r < kTagInt)) DECLINE(ARITH); \
    RA = Value(r); \
    NEXT(); \
  }

INT_BITWISE(BAND, RC, x & y)
INT_BITWISE(BOR, RC, x | y)
INT_BITWISE(BXOR, RC, x ^ y)
INT_BITWISE(BANDNOT, RC, x & ~y)
INT_SHIFT(SHL, RC, u64(x) << y)
INT_SHIFT(SHR, RC, x >> y)
INT_BITWISE(BANDK, KC, x & y)
INT_BITWISE(BORK, KC, x | y)
INT_BITWISE(BXORK, KC, x ^ y)
INT_SHIFT(SHLK, KC, u64(x) << y)
INT_SHIFT(SHRK, KC, x >> y)

OPCODE(UNM) {
  u64 a = RB.bits;
  u64 r = 0 - a - 2 * kIntBias;
  if (GS_LIKELY((a & r) >= kTagInt)) {
    RA = Value(r);
    NEXT();
  }
  if (GS_LIKELY(a <= kMaxDouble)) {
    RA = Value(a ^ 1ull << 63);
    NEXT();
  }
  DECLINE(ARITH);
}

OPCODE(BNOT) {
  u64 a = RB.bits;
  if (GS_UNLIKELY(a < kTagInt)) DECLINE(ARITH);
  RA = Value(u64(~i64(a + kIntBias)) - kIntBias);
  NEXT();
}

OPCODE(NOT) {
  RA = Value::boolean(RB.is_falsy());
  NEXT();
}

SLOW_HALF(LEN) {
  PUBLISH();
  Value r = vm->length(RB);
  if (r.is_raised()) RAISE();
  RA = r;
  NEXT();
}

OPCODE(LEN) {
  Value v = RB;
  if (GS_LIKELY(v.is_table())) {
    Table* t = v.as_table();
    if (GS_UNLIKELY(t->flags & Table::kHasMetatable)) DECLINE(LEN);
    RA = Value::small_int(t->array_length);
    NEXT();
  }
  if (GS_UNLIKELY(!v.is_string())) DECLINE(LEN);
  RA = Value::small_int(i64(v.as_string()->length));
  NEXT();
}

SLOW_HALF(CONCAT) {
  PUBLISH();
  Value r = generic_concat(*vm, &RB, C);
  if (r.is_raised()) RAISE();
  RA = r;
  NEXT();
}

OPCODE(CONCAT) { DECLINE(CONCAT); }
