#include "front/compile/known_value.hpp"

#include "prim/arith.hpp"

namespace gs::front {

using bytecode::Op;

namespace {

std::optional<KnownValue> fold_ints(Op op, i64 a, i64 b) {
  switch (op) {
    case Op::ADD:
      return KnownValue::from_int(prim::add(a, b));
    case Op::SUB:
      return KnownValue::from_int(prim::sub(a, b));
    case Op::MUL:
      return KnownValue::from_int(prim::mul(a, b));
    case Op::DIV:
      if (b == 0) return std::nullopt;
      if (prim::divides(a, b)) return KnownValue::from_int(prim::div_exact(a, b));
      return KnownValue::from_float(prim::div(prim::to_float(a), prim::to_float(b)));
    case Op::MOD:
      if (b == 0) return std::nullopt;
      return KnownValue::from_int(prim::mod(a, b));
    case Op::POW:
      if (b < 0) return KnownValue::from_float(prim::pow(prim::to_float(a), prim::to_float(b)));
      return KnownValue::from_int(prim::pow(a, b));
    default:
      return std::nullopt;
  }
}

std::optional<KnownValue> fold_floats(Op op, f64 a, f64 b) {
  switch (op) {
    case Op::ADD:
      return KnownValue::from_float(prim::add(a, b));
    case Op::SUB:
      return KnownValue::from_float(prim::sub(a, b));
    case Op::MUL:
      return KnownValue::from_float(prim::mul(a, b));
    case Op::DIV:
      return KnownValue::from_float(prim::div(a, b));
    case Op::MOD:
      return KnownValue::from_float(prim::mod(a, b));
    case Op::POW:
      return KnownValue::from_float(prim::pow(a, b));
    default:
      return std::nullopt;
  }
}

std::optional<KnownValue> fold_bits(Op op, i64 a, i64 b) {
  switch (op) {
    case Op::BAND:
      return KnownValue::from_int(prim::bit_and(a, b));
    case Op::BOR:
      return KnownValue::from_int(prim::bit_or(a, b));
    case Op::BXOR:
      return KnownValue::from_int(prim::bit_xor(a, b));
    case Op::BANDNOT:
      return KnownValue::from_int(prim::bit_and_not(a, b));
    case Op::SHL:
      if (b < 0) return std::nullopt;
      return KnownValue::from_int(prim::shift_left(a, b));
    case Op::SHR:
      if (b < 0) return std::nullopt;
      return KnownValue::from_int(prim::shift_right(a, b));
    default:
      return std::nullopt;
  }
}

// The int a bit operator takes a number for.
bool to_bits(const KnownValue& literal, i64& result) {
  if (literal.is_int()) {
    result = literal.integer;
    return true;
  }
  return literal.kind == KnownValue::Kind::kFloat && prim::to_int_exact(literal.number, result);
}

bool is_nan(const KnownValue& literal) {
  return literal.kind == KnownValue::Kind::kFloat && literal.number != literal.number;
}

std::optional<KnownValue> checked(std::optional<KnownValue> result) {
  // NaN has no place among constants: identical bits of a constant must mean equality.
  if (result && is_nan(*result)) return std::nullopt;
  return result;
}

template <typename Compare>
bool compare_numbers(const KnownValue& a, const KnownValue& b, Compare compare) {
  if (a.is_int()) return b.is_int() ? compare(a.integer, b.integer) : compare(a.integer, b.number);
  return b.is_int() ? compare(a.number, b.integer) : compare(a.number, b.number);
}

bool numbers_equal(const KnownValue& a, const KnownValue& b) {
  return compare_numbers(a, b, [](auto x, auto y) { return prim::equal(x, y); });
}

bool literals_equal(const KnownValue& a, const KnownValue& b) {
  if (a.is_number() && b.is_number()) return numbers_equal(a, b);
  return a.kind == b.kind && a.boolean == b.boolean && a.text == b.text;
}

}  // namespace

std::optional<KnownValue> fold_binary(Op op, const KnownValue& left, const KnownValue& right) {
  if (!left.is_number() || !right.is_number()) return std::nullopt;
  if (op >= Op::BAND && op <= Op::SHR) {
    i64 a = 0;
    i64 b = 0;
    if (!to_bits(left, a) || !to_bits(right, b)) return std::nullopt;
    return fold_bits(op, a, b);
  }
  if (left.is_int() && right.is_int()) return checked(fold_ints(op, left.integer, right.integer));
  return checked(fold_floats(op, left.as_float(), right.as_float()));
}

std::optional<KnownValue> fold_unary(Op op, const KnownValue& operand) {
  i64 bits = 0;
  switch (op) {
    case Op::UNM:
      if (operand.is_int()) return KnownValue::from_int(prim::neg(operand.integer));
      if (operand.is_number()) return KnownValue::from_float(prim::neg(operand.number));
      return std::nullopt;
    case Op::BNOT:
      if (!to_bits(operand, bits)) return std::nullopt;
      return KnownValue::from_int(prim::bit_not(bits));
    case Op::NOT:
      return KnownValue::from_bool(!operand.is_truthy());
    case Op::LEN:
      if (!operand.is_string()) return std::nullopt;
      return KnownValue::from_int(i64(operand.text.size()));
    default:
      return std::nullopt;
  }
}

std::optional<bool> fold_relation(Relation relation, const KnownValue& left, const KnownValue& right) {
  const auto less = [](auto a, auto b) { return prim::less(a, b); };
  const auto less_equal = [](auto a, auto b) { return prim::less_equal(a, b); };
  if (relation == Relation::kEqual) return literals_equal(left, right);
  if (relation == Relation::kNotEqual) return !literals_equal(left, right);
  if (!left.is_number() || !right.is_number()) return std::nullopt;
  switch (relation) {
    case Relation::kLess:
      return compare_numbers(left, right, less);
    case Relation::kLessEqual:
      return compare_numbers(left, right, less_equal);
    case Relation::kGreater:
      return compare_numbers(right, left, less);
    default:
      return compare_numbers(right, left, less_equal);
  }
}

}  // namespace gs::front
