// Dominators, loops, liveness and the edits of the graph, on small functions.
#include <gtest/gtest.h>

#include "jit/ir/dominators.hpp"
#include "jit/ir/edit.hpp"
#include "jit/ir/liveness.hpp"
#include "jit/ir/loops.hpp"
#include "jit/ir/parser.hpp"
#include "jit/ir/printer.hpp"
#include "jit/ir/verifier.hpp"

namespace gs::jit::ir {
namespace {

// Two nested loops: b2 .. b5 around b3, b4.
constexpr const char* kNested = R"(function nested
b0:
  v0 = ConstInt 0
  v1:i = Param 0
  Jump b1
b1: b0
  Jump b2
b2: b1 b5  loop
  v2:i = Phi v0 v7
  v3 = LtInt v2 v1
  Branch v3 b6 b7
b6: b2
  Jump b3
b3: b6 b4  loop
  v4:i = Phi v2 v5
  v5 = AddInt v4 v1
  v6 = LtInt v5 v1
  Branch v6 b4 b5
b4: b3
  Jump b3
b5: b3
  v7 = AddInt v2 v5
  Jump b2
b7: b2
  v8 = BoxInt v2
  Return v8
)";

class IrGraph : public testing::Test {
 protected:
  IrGraph() : parsed_(parse(kNested)), function_(*parsed_.function) {
    for (Block* block : function_.blocks) by_id_[block->id] = block;
  }
  Block* b(u32 id) { return by_id_[id]; }

  ParseResult parsed_;
  Function& function_;
  Block* by_id_[8];
};

TEST_F(IrGraph, Dominators) {
  const Dominators dominators(function_);
  EXPECT_EQ(dominators.immediate_dominator(b(0)), nullptr);
  EXPECT_EQ(dominators.immediate_dominator(b(2)), b(1));
  EXPECT_EQ(dominators.immediate_dominator(b(5)), b(3));
  EXPECT_EQ(dominators.immediate_dominator(b(7)), b(2));
  EXPECT_TRUE(dominators.dominates(b(2), b(4)));
  EXPECT_TRUE(dominators.dominates(b(4), b(4)));
  EXPECT_FALSE(dominators.dominates(b(4), b(5)));
  EXPECT_FALSE(dominators.dominates(b(7), b(3)));
  EXPECT_FALSE(dominators.dominates(b(3), b(7)));
}

TEST_F(IrGraph, Loops) {
  const Dominators dominators(function_);
  const Loops loops(function_, dominators);
  ASSERT_EQ(loops.all().size(), 2u);
  const Loop& outer = *loops.all()[0];
  const Loop& inner = *loops.all()[1];
  EXPECT_EQ(outer.header, b(2));
  EXPECT_EQ(outer.preheader, b(1));
  EXPECT_EQ(outer.blocks.size(), 5u);
  EXPECT_TRUE(outer.has_inner);
  EXPECT_EQ(inner.header, b(3));
  EXPECT_EQ(inner.parent, &outer);
  EXPECT_EQ(inner.preheader, b(6));
  EXPECT_EQ(inner.depth, 2u);
  EXPECT_EQ(loops.of(b(5)), &outer);
  EXPECT_EQ(loops.of(b(4)), &inner);
  EXPECT_EQ(loops.of(b(7)), nullptr);
  EXPECT_TRUE(loops.is_inside(b(4), &outer));
  EXPECT_FALSE(loops.is_inside(b(5), &inner));
  EXPECT_EQ(b(4)->loop_depth, 2u);
}

TEST_F(IrGraph, Liveness) {
  const Liveness liveness(function_);
  EXPECT_TRUE(liveness.live_in(b(2)).has(1));
  EXPECT_FALSE(liveness.live_in(b(2)).has(0));
  EXPECT_FALSE(liveness.live_in(b(2)).has(2)) << "a phi is born in its block";
  EXPECT_TRUE(liveness.live_out(b(4)).has(5)) << "a phi's operand is used at the predecessor's end";
  EXPECT_TRUE(liveness.live_in(b(3)).has(2));
  EXPECT_FALSE(liveness.live_in(b(7)).has(1));
}

TEST_F(IrGraph, SplitAndCutEdges) {
  split_edge(function_, b(2), b(7));
  EXPECT_TRUE(verify(function_).ok) << print(function_);
  cut_edge(function_, b(3), b(4));
  EXPECT_TRUE(order_blocks(function_));
  EXPECT_TRUE(verify(function_).ok) << print(function_);
  EXPECT_EQ(function_.blocks.size(), 8u);
}

TEST_F(IrGraph, CopiesAreFollowed) {
  Node* phi = b(2)->first;
  Node* box = b(7)->first;
  box->inputs[0]->block->insert_before(phi, function_.make(Op::ConstInt, Type::I64, {}, 4));
  Node* four = b(2)->first;
  b(2)->remove(four);
  b(0)->insert_before(b(0)->first, four);
  Node* sum = b(5)->first;
  sum->become(four);
  remove_copies(function_);
  EXPECT_EQ(phi->input(1), four);
  EXPECT_TRUE(verify(function_).ok) << print(function_);
}

}  // namespace
}  // namespace gs::jit::ir
