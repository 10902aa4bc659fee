// Divisions and remainders by constants become multiplications, shifts and masks; multiplications by powers of two
// become shifts.
//
//   v2 = ConstInt 10              v5 = MulHighInt v1 v4     (v4 = 0x6666666666666667)
//   v3 = DivInt v1 v2      ->     v6 = ShrInt v5 2
//                                 v7 = ShrLogicalInt v6 63  (not for a dividend known not to be negative)
//                                 v8 = AddInt v6 v7
//
// The multipliers are those of Granlund and Montgomery, "Division by Invariant Integers using Multiplication" (1994),
// for signed division that truncates. Needs `range` before it, which marks dividends that are not negative and turns
// their divisions by powers of two into shifts.
#include <bit>

#include "jit/ir/edit.hpp"
#include "jit/opt/fold/fold.hpp"
#include "jit/opt/pass.hpp"

namespace gs::jit::opt {

using namespace ir;

namespace {

struct Magic {
  i64 multiplier;
  u32 shift;
};

// For divisors of magnitude 2 and more: with p least such that 2^p > n (d - 2^p mod d), the multiplier is ceil(2^p /
// d), p = 64 + shift.
Magic magic_of(u64 d) {
  using Wide = unsigned __int128;
  const u64 n = (u64{1} << 63) - 1 - (u64{1} << 63) % d;
  for (u32 shift = 0;; shift++) {
    const Wide power = Wide{1} << (64 + shift);
    const u64 rest = u64(power % d);
    const u64 missing = d - rest;
    if (power > Wide{n} * missing) return {i64(u64((power + missing) / d)), shift};
  }
}

class Strength {
 public:
  explicit Strength(Function& function) : function_(function), folder_(function) {}

  void run() {
    for (Block* block : function_.blocks) {
      for (Node* n : nodes(block)) {
        if (n->inputs.size() != 2) continue;
        const Node* right = resolve(n->input(1));
        if (right->op != Op::ConstInt) continue;
        const i64 c = i64(right->imm);
        if (Node* simpler = simplify(n, c)) n->become(simpler);
      }
    }
    remove_copies(function_);
  }

 private:
  Node* simplify(Node* n, i64 c) {
    switch (n->op) {
      case Op::MulInt:
        return c > 0 && std::has_single_bit(u64(c)) ? shift(n, Op::ShlInt, n->input(0), u32(std::countr_zero(u64(c))))
                                                    : nullptr;
      case Op::DivInt: return c == 0 || c == 1 || c == -1 || c == INT64_MIN ? nullptr : quotient(n, c);
      case Op::RemInt: return c == 0 || c == 1 || c == -1 || c == INT64_MIN ? nullptr : remainder(n, c);
      default: return nullptr;
    }
  }

  Node* shift(Node* position, Op op, Node* a, u32 count) {
    return count == 0 ? a : folder_.make(position, op, {a, folder_.constant_int(count)});
  }

  // What rounds the division of a negative dividend by 2^k towards 0: 2^k - 1 for negative ones, else 0.
  Node* rounding(Node* n, Node* a, u32 k) { return shift(n, Op::ShrLogicalInt, shift(n, Op::ShrInt, a, 63), 64 - k); }

  Node* quotient(Node* n, i64 c) {
    Node* a = n->input(0);
    const bool is_natural = (n->aux & 1) != 0;
    const u64 d = c < 0 ? 0 - u64(c) : u64(c);
    Node* result;
    if (std::has_single_bit(d)) {
      const u32 k = u32(std::countr_zero(d));
      Node* rounded = is_natural ? a : folder_.make(n, Op::AddInt, {a, rounding(n, a, k)});
      result = shift(n, Op::ShrInt, rounded, k);
    } else {
      const Magic magic = magic_of(d);
      Node* high = folder_.make(n, Op::MulHighInt, {a, folder_.constant_int(magic.multiplier)});
      if (magic.multiplier < 0) high = folder_.make(n, Op::AddInt, {high, a});
      result = shift(n, Op::ShrInt, high, magic.shift);
      // The quotient is one too small if it is negative, which is when the dividend is.
      if (!is_natural) result = folder_.make(n, Op::AddInt, {result, shift(n, Op::ShrLogicalInt, a, 63)});
    }
    return c < 0 ? folder_.make(n, Op::NegInt, {result}) : result;
  }

  Node* remainder(Node* n, i64 c) {
    Node* a = n->input(0);
    const u64 d = c < 0 ? 0 - u64(c) : u64(c);  // the divisor's sign does not matter
    if (!std::has_single_bit(d)) {
      Node* product = folder_.make(n, Op::MulInt, {quotient(n, i64(d)), folder_.constant_int(i64(d))});
      return folder_.make(n, Op::SubInt, {a, product});
    }
    Node* mask = folder_.constant_int(i64(d - 1));
    if ((n->aux & 1) != 0) return folder_.make(n, Op::AndInt, {a, mask});
    Node* bias = rounding(n, a, u32(std::countr_zero(d)));
    return folder_.make(n, Op::SubInt,
                        {folder_.make(n, Op::AndInt, {folder_.make(n, Op::AddInt, {a, bias}), mask}), bias});
  }

  Function& function_;
  Folder folder_;
};

}  // namespace

void strength(Function& function, PassContext&) { Strength(function).run(); }

}  // namespace gs::jit::opt
