// Arithmetic and bits: by the known kinds of the operands, else by the instruction's quick form and the samples, else by tests at run time.
#include <cmath>

#include "jit/region/frame_builder.hpp"
#include "jit/region/runtime_calls.hpp"
#include "prim/arith.hpp"
#include "vm/runtime/operations.hpp"

namespace gs::jit::region {

using bytecode::Instruction;
using ir::Op;
using vm::ArithOp;
using ByteOp = bytecode::Op;

namespace {

struct Form {
  ArithOp op;
  bool constant;
};

bool arith_form(ByteOp base, Form& form) {
  switch (base) {
    case ByteOp::ADD: form = {ArithOp::kAdd, false}; return true;
    case ByteOp::SUB: form = {ArithOp::kSub, false}; return true;
    case ByteOp::MUL: form = {ArithOp::kMul, false}; return true;
    case ByteOp::DIV: form = {ArithOp::kDiv, false}; return true;
    case ByteOp::MOD: form = {ArithOp::kMod, false}; return true;
    case ByteOp::POW: form = {ArithOp::kPow, false}; return true;
    case ByteOp::ADDK: form = {ArithOp::kAdd, true}; return true;
    case ByteOp::SUBK: form = {ArithOp::kSub, true}; return true;
    case ByteOp::MULK: form = {ArithOp::kMul, true}; return true;
    case ByteOp::DIVK: form = {ArithOp::kDiv, true}; return true;
    case ByteOp::MODK: form = {ArithOp::kMod, true}; return true;
    case ByteOp::POWK: form = {ArithOp::kPow, true}; return true;
    default: return false;
  }
}

bool bits_form(ByteOp base, Form& form) {
  switch (base) {
    case ByteOp::BAND: form = {ArithOp::kBand, false}; return true;
    case ByteOp::BOR: form = {ArithOp::kBor, false}; return true;
    case ByteOp::BXOR: form = {ArithOp::kBxor, false}; return true;
    case ByteOp::BANDNOT: form = {ArithOp::kBandNot, false}; return true;
    case ByteOp::SHL: form = {ArithOp::kShl, false}; return true;
    case ByteOp::SHR: form = {ArithOp::kShr, false}; return true;
    case ByteOp::BANDK: form = {ArithOp::kBand, true}; return true;
    case ByteOp::BORK: form = {ArithOp::kBor, true}; return true;
    case ByteOp::BXORK: form = {ArithOp::kBxor, true}; return true;
    case ByteOp::SHLK: form = {ArithOp::kShl, true}; return true;
    case ByteOp::SHRK: form = {ArithOp::kShr, true}; return true;
    default: return false;
  }
}

// What the quick form says of both operands.
Kind promised_kind(ByteOp op) {
  switch (op) {
    case ByteOp::ADD_I:
    case ByteOp::SUB_I:
    case ByteOp::MUL_I:
    case ByteOp::MULK_I:
    case ByteOp::MOD_I:
    case ByteOp::MODK_I: return Kind::kInt;
    case ByteOp::ADD_F:
    case ByteOp::SUB_F:
    case ByteOp::MUL_F:
    case ByteOp::DIV_F:
    case ByteOp::ADDK_F:
    case ByteOp::SUBK_F:
    case ByteOp::MULK_F:
    case ByteOp::DIVK_F: return Kind::kFloat;
    default: return Kind::kUnknown;
  }
}

bool is_number(Kind kind) { return kind == Kind::kInt || kind == Kind::kFloat; }

f64 float_remainder(f64 a, f64 b) { return std::fmod(a, b); }
f64 float_power(f64 a, f64 b) { return std::pow(a, b); }

}  // namespace

bool FrameBuilder::lower_arith(Instruction in) {
  const ByteOp base = bytecode::op_info(in.op()).base;
  Form form;
  if (base == ByteOp::ADDI) {
    // The sum is the same whichever way it was written; only metamethods would see the difference.
    write(in.a(), arithmetic(in.x() == 1 ? ArithOp::kSub : ArithOp::kAdd, read(in.b()),
                             e_.const_int(in.x() == 1 ? -i64(in.sc()) : in.sc()), in));
    return true;
  }
  if (base == ByteOp::UNM) {
    Node* v = read(in.b());
    const Kind kind = e_.likely_kind(v);
    if (kind == Kind::kInt) {
      write(in.a(), e_.emit(Op::NegInt, {as_int(v)}));
    } else if (kind == Kind::kFloat) {
      write(in.a(), e_.emit(Op::NegFloat, {as_float(v)}));
    } else {
      write(in.a(), arith_by_runtime(ArithOp::kUnm, v, v));
    }
    return true;
  }
  if (!arith_form(base, form)) return false;
  Node* right = form.constant ? constant(in.c()) : read(in.c());
  write(in.a(), arithmetic(form.op, read(in.b()), right, in));
  return true;
}

Node* FrameBuilder::arithmetic(ArithOp op, Node* left, Node* right, Instruction in) {
  const bool is_base = in.op() == bytecode::op_info(in.op()).base && in.op() != ByteOp::ADDI;
  const Kind promised = failed_ ? Kind::kUnknown : promised_kind(in.op());
  const auto expect = [&](Node* n) {
    const Kind known = e_.known_kind(n);
    if (known != Kind::kUnknown) return known;
    if (promised != Kind::kUnknown) return promised;
    return failed_ ? Kind::kUnknown : e_.likely_kind(n);
  };
  const Kind a = expect(left), b = expect(right);
  const bool is_mixed = mixed_.contains(left) || mixed_.contains(right);
  if (is_mixed && !failed_ && promised == Kind::kUnknown && op <= ArithOp::kDiv) return any_arithmetic(op, left, right);
  // By the form it was not always ints.
  const bool guesses_ints = !is_base && in.op() != ByteOp::ADDI && promised == Kind::kUnknown && op <= ArithOp::kDiv &&
                            (e_.known_kind(left) != Kind::kInt || e_.known_kind(right) != Kind::kInt);
  if (a == Kind::kInt && b == Kind::kInt) {
    return guesses_ints ? any_arithmetic(op, left, right) : int_arithmetic(op, as_int(left), as_int(right));
  }
  if (is_number(a) && is_number(b)) return float_arithmetic(op, as_number_of(left, a), as_number_of(right, b));
  // One float decides: the other, a number by the form, becomes one.
  const bool numbers = !is_base && !failed_;
  if (numbers && a == Kind::kFloat && b == Kind::kUnknown) return float_arithmetic(op, as_float(left), as_number(right));
  if (numbers && b == Kind::kFloat && a == Kind::kUnknown) return float_arithmetic(op, as_number(left), as_float(right));
  const bool may_be_numbers = (a == Kind::kUnknown || is_number(a)) && (b == Kind::kUnknown || is_number(b));
  const bool simple = op <= ArithOp::kDiv;
  if (may_be_numbers && simple && (!is_base || failed_)) return any_arithmetic(op, left, right);
  return arith_by_runtime(op, left, right, in.x() == bytecode::kConstantOnLeft);
}

Node* FrameBuilder::as_number_of(Node* value, Kind kind) {
  return kind == Kind::kInt ? e_.emit(Op::IntToFloat, {as_int(value)}) : as_float(value);
}

Node* FrameBuilder::int_arithmetic(ArithOp op, Node* left, Node* right) {
  switch (op) {
    case ArithOp::kAdd: return e_.emit(Op::AddInt, {left, right});
    case ArithOp::kSub: return e_.emit(Op::SubInt, {left, right});
    case ArithOp::kMul: return e_.emit(Op::MulInt, {left, right});
    case ArithOp::kDiv: return divide_ints(left, right);
    case ArithOp::kMod:
      guard_false(e_.emit(Op::EqInt, {right, e_.const_int(0)}));
      return e_.emit(Op::RemInt, {left, right});
    default: return arith_by_runtime(op, left, right);
  }
}

Node* FrameBuilder::float_arithmetic(ArithOp op, Node* left, Node* right) {
  switch (op) {
    case ArithOp::kAdd: return e_.emit(Op::AddFloat, {left, right});
    case ArithOp::kSub: return e_.emit(Op::SubFloat, {left, right});
    case ArithOp::kMul: return e_.emit(Op::MulFloat, {left, right});
    case ArithOp::kDiv: return e_.emit(Op::DivFloat, {left, right});
    default: break;
  }
  const auto function = op == ArithOp::kMod ? float_remainder : float_power;
  return e_.emit_typed(Op::CallPure, Type::F64, std::initializer_list<Node*>{left, right}, reinterpret_cast<u64>(function));
}

// An int if it is exact, else a float.
Node* FrameBuilder::divide_ints(Node* left, Node* right) {
  guard_false(e_.emit(Op::EqInt, {right, e_.const_int(0)}));
  Node* rest = e_.emit(Op::RemInt, {left, right});
  Block *exact, *inexact;
  e_.branch(e_.emit(Op::EqInt, {rest, e_.const_int(0)}), exact, inexact);
  Join join(e_);
  e_.block = exact;
  join.arrive(e_.box(e_.emit(Op::DivInt, {left, right})));
  e_.block = inexact;
  Node* quotient = e_.emit(Op::DivFloat, {e_.emit(Op::IntToFloat, {left}), e_.emit(Op::IntToFloat, {right})});
  join.arrive(e_.box(quotient));
  Node* result = join.finish(Type::Boxed);
  if (!result) return e_.const_boxed(Value::nil());
  if (failed_) mixed_.insert(result);
  return result;
}

// Two inline ints, or numbers of which one is a float at least, told apart at run time. Anything else leaves; where that has happened
// before, it is the runtime's.
Node* FrameBuilder::any_arithmetic(ArithOp op, Node* left, Node* right) {
  if (failed_) before_call();
  const State before = state_;  // what one way finds out does not hold on the other
  Join left_is_float(e_), right_is_float(e_), others(e_), join(e_);
  const auto split = [&](Op test, Node* value, Join& other) {
    Block *yes, *no;
    e_.branch(e_.emit(test, {value}), yes, no);
    e_.block = no;
    other.arrive(nullptr);
    e_.block = yes;
  };
  const auto go_on_with_int = [&](Node* value, Join& other) {
    if (e_.known_kind(value) == Kind::kInt || !e_.block) return;
    if (e_.known_kind(value) != Kind::kUnknown) return other.arrive(nullptr);
    split(Op::IsSmallInt, value, other);
  };
  const auto unbox = [&](Node* value) {
    return e_.known_kind(value) == Kind::kInt ? as_int(value) : e_.emit(Op::UnboxInt, {value});
  };
  const auto number = [&](Node* value) {
    if (e_.known_kind(value) != Kind::kUnknown) return as_number(value);
    if (!failed_) return guard(Op::GuardNumber, {value});
    Join is_int(e_), converted(e_);
    split(Op::IsFloat, value, is_int);
    converted.arrive(e_.emit(Op::UnboxFloat, {value}));
    is_int.finish(Type::Void);
    split(Op::IsSmallInt, value, others);
    converted.arrive(e_.emit(Op::IntToFloat, {e_.emit(Op::UnboxInt, {value})}));
    return converted.finish(Type::F64);
  };
  go_on_with_int(left, left_is_float);
  go_on_with_int(right, failed_ ? left_is_float : right_is_float);
  if (e_.block) {
    Node* a = unbox(left);
    join.arrive(e_.box(int_arithmetic(op, a, unbox(right))));
  }
  state_ = before;
  left_is_float.finish(Type::Void);
  if (e_.block) {
    Node* a = failed_ ? number(left) : as_float(left);
    join.arrive(e_.box(float_arithmetic(op, a, number(right))));
  }
  state_ = before;
  right_is_float.finish(Type::Void);
  if (e_.block) {
    Node* a = e_.emit(Op::IntToFloat, {unbox(left)});
    join.arrive(e_.box(float_arithmetic(op, a, as_float(right))));
  }
  state_ = before;
  others.finish(Type::Void);
  if (e_.block) join.arrive(arith_by_runtime(op, left, right));
  if (failed_) state_.globals.clear();
  Node* result = join.finish(Type::Boxed);
  if (!result) return e_.const_boxed(Value::nil());
  mixed_.insert(result);
  return result;
}

Node* FrameBuilder::arith_by_runtime(ArithOp op, Node* left, Node* right, bool swapped) {
  if (swapped) std::swap(left, right);
  return call_runtime(runtime::arithmetic_function(op), {e_.box(left), e_.box(right)});
}

bool FrameBuilder::lower_bits(Instruction in) {
  if (in.op() == ByteOp::NOT) {
    write(in.a(), e_.emit(Op::NotBool, {truth_of(read(in.b()))}));
    return true;
  }
  if (in.op() == ByteOp::BNOT) {
    Node* v = read(in.b());
    const bool is_int = e_.likely_kind(v) == Kind::kInt || (e_.likely_kind(v) == Kind::kUnknown && !failed_);
    write(in.a(), is_int ? e_.emit(Op::XorInt, {as_int(v), e_.const_int(-1)}) : arith_by_runtime(ArithOp::kBnot, v, v));
    return true;
  }
  Form form;
  if (!bits_form(in.op(), form)) return false;
  Node* left = read(in.b());
  Node* right = form.constant ? constant(in.c()) : read(in.c());
  const auto may_be_int = [&](Node* n) {
    const Kind kind = failed_ ? e_.known_kind(n) : e_.likely_kind(n);
    return kind == Kind::kInt || (kind == Kind::kUnknown && !failed_);
  };
  Node* result;
  if (!may_be_int(left) || !may_be_int(right)) {
    result = arith_by_runtime(form.op, left, right, in.x() == bytecode::kConstantOnLeft);
  } else {
    left = as_int(left);
    right = as_int(right);
    switch (form.op) {
      case ArithOp::kBand: result = e_.emit(Op::AndInt, {left, right}); break;
      case ArithOp::kBor: result = e_.emit(Op::OrInt, {left, right}); break;
      case ArithOp::kBxor: result = e_.emit(Op::XorInt, {left, right}); break;
      case ArithOp::kBandNot: result = e_.emit(Op::AndInt, {left, e_.emit(Op::XorInt, {right, e_.const_int(-1)})}); break;
      default: result = shift(form.op, left, right);
    }
  }
  write(in.a(), result);
  return true;
}

// Counts beyond 63 are rare: leave for them.
Node* FrameBuilder::shift(ArithOp op, Node* left, Node* right) {
  if (failed_ && right->op != Op::ConstInt) return arith_by_runtime(op, left, right);
  if (right->op == Op::ConstInt && right->imm > 63) {
    if (i64(right->imm) < 0) return arith_by_runtime(op, left, right);
    return op == ArithOp::kShl ? e_.const_int(0) : e_.emit(Op::ShrInt, {left, e_.const_int(63)});
  }
  if (right->op != Op::ConstInt) guard_true(e_.emit(Op::BelowInt, {right, e_.const_int(64)}));
  return e_.emit(op == ArithOp::kShl ? Op::ShlInt : Op::ShrInt, {left, right});
}

}  // namespace gs::jit::region
