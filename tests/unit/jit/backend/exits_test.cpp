// Leaving: every kind of place and value, inlined frames, globals, removed allocations.
#include <gtest/gtest.h>

#include "jit/backend/harness.hpp"

namespace gs::jit::backend {
namespace {

// Leaves with 20 ints and 20 floats alive: some in registers, some spilled.
TEST(BackendExit, WritesRegistersAndSpills) {
  Machine m;
  std::string text = "function many\nb0:\n";
  std::string snapshot = "s0: [p0 pc 9 base 0]";
  for (int i = 0; i < 20; i++) {
    std::string n = std::to_string(i);
    text += "  v" + std::to_string(100 + i) + " = LoadSlot " + n + "\n";
    text += "  v" + std::to_string(200 + i) + " = UnboxInt v" + std::to_string(100 + i) + "\n";
    text += "  v" + std::to_string(300 + i) + " = AddInt v" + std::to_string(200 + i) + " v" + std::to_string(200 + (i ? i - 1 : 0)) + "\n";
    text += "  v" + std::to_string(400 + i) + " = IntToFloat v" + std::to_string(300 + i) + "\n";
    snapshot += " r" + std::to_string(20 + i) + "=v" + std::to_string(300 + i) + " r" + std::to_string(40 + i) + "=v" + std::to_string(400 + i);
  }
  text += "  v500 = EqInt v319 v318\n  GuardTrue v500 @s0\n";
  // Uses behind the guard, so that the values want registers.
  for (int i = 0; i < 20; i++) {
    text += "  v" + std::to_string(600 + i) + " = BoxSmallInt v" + std::to_string(300 + i) + "\n  StoreSlot v" + std::to_string(600 + i) + " 0\n";
    text += "  v" + std::to_string(700 + i) + " = BoxFloat v" + std::to_string(400 + i) + "\n  StoreSlot v" + std::to_string(700 + i) + " 1\n";
  }
  text += "  Return\n" + snapshot + "\n";
  ASSERT_TRUE(m.compile(text));
  for (int i = 0; i < 20; i++) m.slot(i) = int_value(i * 10);
  RunResult r = m.run();
  ASSERT_TRUE(r.exited);
  EXPECT_EQ(r.exit_pc, 9u);
  EXPECT_GT(m.region.frame_bytes, 0u);
  for (int i = 0; i < 20; i++) {
    i64 sum = i * 10 + (i ? i - 1 : 0) * 10;
    EXPECT_EQ(m.slot(20 + i), int_value(sum));
    EXPECT_EQ(m.slot(40 + i), float_value(f64(sum)));
  }
}

TEST(BackendExit, BoxesEveryType) {
  Machine m;
  ASSERT_TRUE(m.compile(R"(function types
    b0:
      v0 = LoadSlot 0
      v1 = GuardInt v0 @s1
      v2 = ConstInt 0x7fffffffffffffff
      v3 = AddInt v1 v2
      v4 = LtInt v1 v2
      v5 = GuardTag v0 0xffff000000000000 @s1
      v6 = ConstInt 77
      v7 = ConstFloat 1.25
      v8 = ConstBool 1
      v9 = ConstBoxed 0xfff9000000000000
      v10 = BoxInt v3
      v11 = BoxBool v4
      v12 = ConstPtr 0x1230
      v13 = BoxPtr v12 0xfffb000000000000
      v14 = IntToFloat v1
      v15 = BoxFloat v14
      Exit @s0
    s0: [p0 pc 4 base 0] r1=v3 r2=v4 r3=v5#0xfffa000000000000 r4=v6 r5=v7 r6=v8 r7=v9 r8=v10 r9=v11 r10=v13 r11=v15 r12=v0
    s1: [p0 pc 1 base 0]
  )"));
  m.slot(0) = int_value(5);
  RunResult r = m.run();
  ASSERT_TRUE(r.exited);
  EXPECT_EQ(m.slot(1) >> 48, 0xFFFEu);
  EXPECT_EQ(reinterpret_cast<u64*>(m.slot(1) & kPointerMask)[1], 0x8000000000000004);
  EXPECT_EQ(m.slot(2), kFalseBits + 1);
  EXPECT_EQ(m.slot(3), 0xfffa000000000000 | (int_value(5) & kPointerMask));
  EXPECT_EQ(m.slot(4), int_value(77));
  EXPECT_EQ(m.slot(5), float_value(1.25));
  EXPECT_EQ(m.slot(6), kFalseBits + 1);
  EXPECT_EQ(m.slot(7), kNilBits);
  EXPECT_EQ(m.slot(8) >> 48, 0xFFFEu);
  EXPECT_EQ(m.slot(9), kFalseBits + 1);
  EXPECT_EQ(m.slot(10), 0xfffb000000001230);
  EXPECT_EQ(m.slot(11), float_value(5));
  EXPECT_EQ(m.slot(12), int_value(5));
  EXPECT_EQ(m.vm.top, nullptr);
}

TEST(BackendExit, RebuildsInlinedFrames) {
  Machine m;
  ASSERT_TRUE(m.compile(R"(function frames
    b0:
      v0 = LoadSlot 0
      v1 = GuardInt v0 @s0
      v2 = LoadSlot 1
      v3 = ConstInt 3
      v4 = MulInt v1 v3
      Exit @s1
    s0: [p0 pc 1 base 0]
    s1: [p0 pc 12 base 0] [p1 pc 7 base 6 fn v2] [p2 pc 5 base 11 fn v0] r0=v4 r6=v1 r11=v0 r14=v3
  )"));
  m.slot(0) = int_value(4);
  m.slot(1) = 0xFFFC000000001000;
  RunResult r = m.run();
  ASSERT_TRUE(r.exited);
  EXPECT_EQ(r.exit_pc, 5u);
  EXPECT_EQ(r.exit_base, 11);
  EXPECT_EQ(m.slot(0), int_value(12));
  EXPECT_EQ(m.slot(4), 0xFFFC000000001000);
  EXPECT_EQ(m.slot(5), 1000u + 12);  // link: prototype 1, pc 12
  EXPECT_EQ(m.slot(6), int_value(4));
  EXPECT_EQ(m.slot(9), int_value(4));
  EXPECT_EQ(m.slot(10), 2000u + 7);
  EXPECT_EQ(m.slot(11), int_value(4));
  EXPECT_EQ(m.slot(14), int_value(3));
}

TEST(BackendExit, WritesGlobalsAndObjects) {
  Machine m;
  ASSERT_TRUE(m.compile(R"(function objects
    t0: tag 0xfffb000000000000 shape 0x1000 shape_at 8 fields_at 48 fields 2 size 64 rest 0xfff9000000000000
    b0:
      v0 = LoadSlot 0
      v1 = GuardInt v0 @s0
      v2 = IntToFloat v1
      Exit @s1
    s0: [p0 pc 1 base 0]
    s1: [p0 pc 2 base 0] r1=v10 r2=v11 r3=v10 r4=v12 g0x7f0012340000=v2
      v10 = VirtualObject v1 v2
      v11 = VirtualObject v10 v0
      v12 = VirtualCell v11 8
  )"));
  m.slot(0) = int_value(9);
  ASSERT_TRUE(m.run().exited);
  ASSERT_EQ(m.made_objects.size(), 3u);
  EXPECT_EQ(m.made_objects[0], (std::vector<u64>{int_value(9), float_value(9)}));
  EXPECT_EQ(m.made_objects[1], (std::vector<u64>{0xfffb000000000001, int_value(9)}));
  EXPECT_EQ(m.made_objects[2], (std::vector<u64>{0xfffb000000000002}));
  EXPECT_EQ(m.slot(1), 0xfffb000000000001);
  EXPECT_EQ(m.slot(3), m.slot(1));
  EXPECT_EQ(m.slot(2), 0xfffb000000000002);
  EXPECT_EQ(m.slot(4), 0xfffd000000000003);
  ASSERT_EQ(m.global_stores.size(), 1u);
  EXPECT_EQ(m.global_stores[0], std::make_pair(u64(0x7f0012340000), float_value(9)));
}

// A guard whose result may share a register with a value of its snapshot.
TEST(BackendExit, KeepsWhatAGuardOverwrites) {
  Machine m;
  ASSERT_TRUE(m.compile(R"(function guard
    b0:
      v0 = LoadSlot 0
      v1 = GuardTag v0 0xfffb000000000000 @s0
      v2 = BoxPtr v1 0xfffa000000000000
      Return v2
    s0: [p0 pc 1 base 0] r5=v0
  )"));
  m.slot(0) = 0xfffb000000004560;
  EXPECT_EQ(m.run().returned, 1u);
  EXPECT_EQ(m.slot(-2), 0xfffa000000004560);
  m.slot(0) = 0xfffc000000004560;
  EXPECT_TRUE(m.run().exited);
  EXPECT_EQ(m.slot(5), 0xfffc000000004560);
}

TEST(BackendExit, TellsFloatsFromNaNs) {
  Machine m;
  ASSERT_TRUE(m.compile(R"(function floats
    b0:
      v0 = LoadSlot 0
      v1 = GuardFloat v0 @s0
      v2 = BoxFloat v1
      Return v2
    s0: [p0 pc 1 base 0]
  )"));
  for (u64 bits : {float_value(2.5), float_value(-0.0), u64(0x7FF8) << 48, u64(0xFFF8) << 48, u64(0xFFF0) << 48}) {
    m.slot(0) = bits;
    EXPECT_EQ(m.run().returned, 1u);
    EXPECT_EQ(m.slot(-2), bits);
  }
  for (u64 bits : {kNilBits, int_value(3), u64(0xFFFB) << 48 | 0x1000}) {
    m.slot(0) = bits;
    EXPECT_TRUE(m.run().exited);
  }
}

}  // namespace
}  // namespace gs::jit::backend
