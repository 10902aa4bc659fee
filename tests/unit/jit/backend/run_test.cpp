// Small functions, compiled and run.
#include <gtest/gtest.h>

#include <bit>
#include <limits>

#include "jit/backend/harness.hpp"

namespace gs::jit::backend {
namespace {

TEST(BackendRun, ReturnsASum) {
  Machine m;
  ASSERT_TRUE(m.compile(R"(function sum
    b0:
      v0 = LoadSlot 0
      v1 = GuardInt v0 @s0
      v2 = ConstInt 5
      v3 = AddInt v1 v2
      v4 = BoxInt v3
      Return v4
    s0: [p1 pc 3 base 0] r0=v0
  )"));
  m.slot(0) = int_value(37);
  RunResult r = m.run();
  EXPECT_EQ(r.returned, 1u);
  EXPECT_FALSE(r.exited);
  EXPECT_EQ(m.slot(-2), int_value(42));

  m.slot(0) = int_value((1ll << 47) - 3);
  m.run();
  EXPECT_EQ(m.slot(-2) >> 48, 0xFFFEu);

  m.slot(0) = m.box(1ll << 60);
  m.run();
  EXPECT_EQ(reinterpret_cast<i64*>(m.slot(-2) & kPointerMask)[1], (1ll << 60) + 5);

  m.slot(0) = float_value(1.5);
  r = m.run();
  EXPECT_TRUE(r.exited);
  EXPECT_EQ(r.exit_pc, 3u);
  EXPECT_EQ(m.slot(0), float_value(1.5));
}

TEST(BackendRun, SumsInALoop) {
  Machine m;
  ASSERT_TRUE(m.compile(R"(function loop
    b0:
      v0 = LoadSlot 0
      v1 = GuardInt v0 @s0
      v2 = ConstInt 0
      v3 = ConstInt 1
      Jump b1
    b1: b0 b2  loop
      v4:i = Phi v2 v6
      v5:i = Phi v3 v7
      v8 = LeInt v5 v1
      Branch v8 b2 b3
    b2: b1
      v6 = AddInt v4 v5
      v7 = AddInt v5 v3
      Poll @s1
      Jump b1
    b3: b1
      v9 = BoxInt v4
      Return v9
    s0: [p1 pc 1 base 0] r0=v0
    s1: [p1 pc 2 base 0] r1=v6 r2=v7
  )"));
  m.slot(0) = int_value(100);
  EXPECT_EQ(m.run().returned, 1u);
  EXPECT_EQ(m.slot(-2), int_value(5050));
  m.vm.budget = 10;
  m.run();
  EXPECT_EQ(m.slot(-2), int_value(5050));
  EXPECT_GT(m.poll_count, 5u);
  m.vm.budget = 4;
  m.poll_leaves = true;
  RunResult r = m.run();
  EXPECT_TRUE(r.exited);
  EXPECT_EQ(r.exit_pc, 2u);
  EXPECT_EQ(m.slot(1), int_value(15));
  EXPECT_EQ(m.slot(2), int_value(6));
}

}  // namespace
}  // namespace gs::jit::backend
