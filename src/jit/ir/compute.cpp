// The pure ops on raw bits.
#include "jit/ir/compute.hpp"

#include <bit>
#include <cmath>

#include "prim/arith.hpp"
#include "vm/object/value.hpp"

namespace gs::jit::ir {

namespace {

constexpr u64 kSlots = 0x5000'0000'0000;  // where the evaluator's frame lies

std::optional<u64> compute_int(Op op, u64 a, u64 b) {
  switch (op) {
    case Op::AddInt: return a + b;
    case Op::SubInt: return a - b;
    case Op::MulInt: return a * b;
    case Op::MulHighInt: return u64((__int128(i64(a)) * i64(b)) >> 64);
    case Op::DivInt: return b == 0 ? std::nullopt : std::optional(u64(prim::div_exact(i64(a), i64(b))));
    case Op::RemInt: return b == 0 ? std::nullopt : std::optional(u64(prim::mod(i64(a), i64(b))));
    case Op::NegInt: return 0 - a;
    case Op::AndInt: return a & b;
    case Op::OrInt: return a | b;
    case Op::XorInt: return a ^ b;
    case Op::ShlInt: return b > 63 ? std::nullopt : std::optional(a << b);
    case Op::ShrInt: return b > 63 ? std::nullopt : std::optional(u64(i64(a) >> b));
    case Op::ShrLogicalInt: return b > 63 ? std::nullopt : std::optional(a >> b);
    case Op::EqInt:
    case Op::EqPtr:
    case Op::EqBoxed: return a == b;
    case Op::LtInt: return i64(a) < i64(b);
    case Op::LeInt: return i64(a) <= i64(b);
    case Op::BelowInt: return a < b;
    default: return std::nullopt;
  }
}

std::optional<u64> compute_float(Op op, f64 x, f64 y) {
  const auto bits = [](f64 value) { return std::optional(std::bit_cast<u64>(value)); };
  switch (op) {
    case Op::AddFloat: return bits(x + y);
    case Op::SubFloat: return bits(x - y);
    case Op::MulFloat: return bits(x * y);
    case Op::DivFloat: return bits(x / y);
    case Op::SqrtFloat: return bits(std::sqrt(x));
    case Op::FloorFloat: return bits(std::floor(x));
    case Op::CeilFloat: return bits(std::ceil(x));
    case Op::TruncFloat: return bits(std::trunc(x));
    case Op::EqFloat: return x == y;
    case Op::LtFloat: return x < y;
    case Op::LeFloat: return x <= y;
    case Op::TruncToInt: return prim::in_int_range(x) ? std::optional(u64(i64(x))) : std::nullopt;
    default: return std::nullopt;
  }
}

std::optional<u64> compute_value(Op op, u64 imm, u64 a) {
  const vm::Value value(a);
  switch (op) {
    case Op::ConstInt:
    case Op::ConstFloat:
    case Op::ConstPtr:
    case Op::ConstBoxed: return imm;
    case Op::ConstBool: return imm != 0;
    case Op::NotBool: return !a;
    case Op::NegFloat: return a ^ u64 { 1 } << 63;
    case Op::AbsFloat: return a & ~(u64{1} << 63);
    case Op::FloatBits: return a;
    case Op::IntToFloat: return std::bit_cast<u64>(prim::to_float(i64(a)));
    case Op::BoxInt:
    case Op::BoxSmallInt:
      return vm::Value::fits_inline(i64(a)) ? std::optional(vm::Value::small_int(i64(a)).bits) : std::nullopt;
    case Op::BoxBits:
    case Op::UnboxBits: return a;
    case Op::SlotAddress: return kSlots + imm * 8;
    case Op::BoxFloat: return vm::Value::number(std::bit_cast<f64>(a)).bits;
    case Op::BoxBool: return vm::kFalseBits + a;
    case Op::BoxPtr: return imm | a;
    case Op::UnboxInt: return value.is_small_int() ? std::optional(u64(value.as_small_int())) : std::nullopt;
    case Op::UnboxFloat: return a;
    case Op::UnboxPtr: return a & vm::kPointerMask;
    case Op::IsFalsy: return value.is_falsy();
    case Op::HasTag: return a >> 48 == imm >> 48;
    case Op::IsFloat: return value.is_double();
    case Op::IsSmallInt: return value.is_small_int();
    default: return std::nullopt;
  }
}

}  // namespace

std::optional<u64> compute(Op op, u64 imm, u64 a, u64 b) {
  if (const auto result = compute_int(op, a, b)) return result;
  if (const auto result = compute_float(op, std::bit_cast<f64>(a), std::bit_cast<f64>(b))) return result;
  return compute_value(op, imm, a);
}

}  // namespace gs::jit::ir
