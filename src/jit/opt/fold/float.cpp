// Algebra on floats, only where the result has the same bits for every operand, zeros of both signs, infinities and
// NaN included.
#include <bit>
#include <cmath>

#include "jit/opt/fold/fold.hpp"

namespace gs::jit::opt {

using namespace ir;

namespace {

bool is_float(const Node* n, f64 value) { return n->op == Op::ConstFloat && n->imm == std::bit_cast<u64>(value); }

// Whether x / c and x * (1 / c) are the same for all x: c is a power of two and so is 1 / c, both normal.
bool has_exact_inverse(const Node* n) {
  if (n->op != Op::ConstFloat) return false;
  const f64 value = std::bit_cast<f64>(n->imm);
  int exponent = 0;
  const f64 fraction = std::frexp(value, &exponent);
  return std::isnormal(value) && std::fabs(fraction) == 0.5 && std::isnormal(1.0 / value);
}

}  // namespace

Node* Folder::fold_float(Node* n) {
  if (n->inputs.empty()) return nullptr;
  Node* a = n->input(0);
  Node* b = n->inputs.size() > 1 ? n->input(1) : nullptr;
  switch (n->op) {
    case Op::AddFloat: return is_float(b, -0.0) ? a : nullptr;
    case Op::SubFloat: return is_float(b, 0.0) ? a : nullptr;
    case Op::MulFloat: return is_float(b, 1.0) ? a : nullptr;
    case Op::DivFloat:
      if (is_float(b, 1.0)) return a;
      if (!has_exact_inverse(b)) return nullptr;
      return rewrite(n, Op::MulFloat, a,
                     constant(Op::ConstFloat, std::bit_cast<u64>(1.0 / std::bit_cast<f64>(b->imm))));
    case Op::NegFloat: return a->op == Op::NegFloat ? a->input(0) : nullptr;
    case Op::AbsFloat:
      if (a->op == Op::AbsFloat) return a;
      return a->op == Op::NegFloat ? rewrite(n, Op::AbsFloat, a->input(0)) : nullptr;
    case Op::FloorFloat:
    case Op::CeilFloat:
    case Op::TruncFloat:
      return a->op == Op::FloorFloat || a->op == Op::CeilFloat || a->op == Op::TruncFloat || a->op == Op::IntToFloat
                 ? a
                 : nullptr;
    default: return nullptr;
  }
}

}  // namespace gs::jit::opt
