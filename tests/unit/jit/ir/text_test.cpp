// The text form: what is printed parses to what prints the same; mistakes are named with their line.
#include <gtest/gtest.h>

#include "jit/ir/parser.hpp"
#include "jit/ir/printer.hpp"
#include "jit/ir/verifier.hpp"

namespace gs::jit::ir {
namespace {

constexpr const char* kEverything = R"(function every kind: of line
b0:
  v0 = LoadSlot -2
  v1 = LoadSlot 1
  v2 = GuardInt v1 @s0
  v3 = ConstFloat 1.5
  v4 = ConstFloat 0x7ff8000000000000
  v5 = ConstInt -100000000000
  v6 = GuardTag v0 0xfffb000000000000 @s0
  GuardShape v6 4096 /8 @s0
  v7:v = Load v6 48 .boxed .Fields
  v8:p = Load v6 16 .ptr .ArrayPart
  v9:v = LoadIndexed v8 v2 -8 .boxed .Elements
  Store v6 v7 56 .boxed .Fields
  Jump b1
b1: b0 b2  loop @s1
  v10:i = Phi v2 v12
  v11 = ConstInt 1
  v12 = AddInt v10 v11
  v13 = LtInt v12 v5
  Branch v13 b2 b3
b2: b1
  Poll @s0
  Jump b1
b3: b1  cold
  v14:v = CallRuntime v9 0x10000000 /1 @s2
  Return v14
s0: [p0 pc 3 base 0] r0=v0 r1=v1 g0x7f00=v0
s1: [p0 pc 5 base 0] pinned r1=v10 r2=v6#0xfffb000000000000
s2: [p0 pc 9 base 0] [p1 pc 2 base 6 fn v0] r6=v20
  v21 = VirtualCell v3
  v20 = VirtualObject v2 v21
t0: tag 0xfffb000000000000 shape 0x1000 shape_at 8 fields_at 48 fields 2 size 64 rest 0xfff9000000000000
)";

TEST(IrText, RoundTrips) {
  ParseResult first = parse(kEverything);
  ASSERT_TRUE(first.function) << first.error;
  EXPECT_TRUE(verify(*first.function).ok) << verify(*first.function).message;
  EXPECT_EQ(print(*first.function), kEverything);
}

TEST(IrText, NamesMistakesWithTheirLine) {
  const auto error = [](const char* text) { return parse(text).error; };
  EXPECT_EQ(error("b0:\n"), "line 1: expected 'function NAME'");
  EXPECT_EQ(error("function f\nb0:\n  v0 = Nonsense\n"), "line 3: no op 'Nonsense'");
  EXPECT_EQ(error("function f\nb0:\n  v0 = ConstInt 1\n  Return v1\n"), "line 4: no value 'v1'");
  EXPECT_EQ(error("function f\nb0:\n  Jump b1\n"), "line 3: cannot read 'b1'");
  EXPECT_EQ(error("function f\nb0:\n  v0 = ConstInt 1\n  v0 = ConstInt 2\n"), "line 4: v0 is defined twice");
  EXPECT_EQ(error("function f\nb0:\n  Exit @s0\n"), "line 3: no snapshot '@s0'");
  EXPECT_EQ(error("function f\nb0:\n  v0:x = Param\n"), "line 3: no such type");
}

}  // namespace
}  // namespace gs::jit::ir
