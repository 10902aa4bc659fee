// Division and remainder by constants against prim/, for divisors and dividends at all the corners.
#include <gtest/gtest.h>

#include <bit>

#include "jit/ir/compute.hpp"
#include "jit/ir/edit.hpp"
#include "jit/ir/eval.hpp"
#include "jit/ir/verifier.hpp"
#include "jit/opt/pass.hpp"
#include "prim/arith.hpp"
#include "vm/object/value.hpp"

namespace gs::jit::opt {
namespace {

using namespace ir;

const i64 kNumbers[] = {0,
                        1,
                        2,
                        3,
                        5,
                        6,
                        7,
                        9,
                        10,
                        11,
                        12,
                        25,
                        60,
                        64,
                        100,
                        125,
                        127,
                        128,
                        255,
                        365,
                        625,
                        641,
                        1000,
                        1000003,
                        1000000007,
                        (i64{1} << 31) - 1,
                        i64{1} << 31,
                        (i64{1} << 32) + 1,
                        i64{1} << 62,
                        (i64{1} << 62) + 1,
                        INT64_MAX - 1,
                        INT64_MAX};

// Runs `op` by the constant over one dividend, after the pass; nothing is left that divides.
i64 run(Op op, i64 dividend, i64 divisor) {
  Function function;
  Block* block = function.add_block();
  const auto add = [&](Op kind, std::initializer_list<Node*> inputs, u64 imm = 0) {
    Node* n = function.make(kind, kind == Op::Param ? Type::I64 : Function::default_type(kind), inputs, imm);
    block->append(n);
    return n;
  };
  Node* a = add(Op::Param, {});
  Node* c = add(Op::ConstInt, {}, u64(divisor));
  Node* result = add(op, {a, c});
  result->aux = dividend >= 0;
  Node* box = add(Op::BoxFloat, {add(Op::IntToFloat, {add(Op::ShrInt, {result, add(Op::ConstInt, {}, 32)})})});
  Node* low = add(Op::BoxInt, {add(Op::AndInt, {result, add(Op::ConstInt, {}, 0xffff'ffff)})});
  block->append(function.make(Op::Return, Type::Void, {box, low}));
  PassContext context;
  strength(function, context);
  EXPECT_TRUE(verify(function).ok) << verify(function).message;
  for (const Node* n = block->first; n; n = n->next) EXPECT_FALSE(n->op == Op::DivInt || n->op == Op::RemInt);
  const EvalResult end = evaluate(function, {.seed = 1, .slots = {}, .parameters = {u64(dividend)}});
  return i64(u64(i64(vm::Value(end.results[0]).as_double())) << 32 | u64(vm::Value(end.results[1]).as_small_int()));
}

TEST(Strength, DividesAsPrimDoes) {
  for (i64 magnitude : kNumbers) {
    if (magnitude < 2) continue;
    for (i64 divisor : {magnitude, -magnitude}) {
      for (i64 number : kNumbers) {
        for (i64 dividend : {number, -number, -number - 1, number - divisor}) {
          ASSERT_EQ(run(Op::DivInt, dividend, divisor), prim::div_exact(dividend, divisor))
              << dividend << " / " << divisor;
          ASSERT_EQ(run(Op::RemInt, dividend, divisor), prim::mod(dividend, divisor)) << dividend << " % " << divisor;
        }
      }
    }
  }
}

}  // namespace
}  // namespace gs::jit::opt
