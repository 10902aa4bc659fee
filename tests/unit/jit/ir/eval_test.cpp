// The evaluator: results, exits, memory, and when two runs agree.
#include "jit/ir/eval.hpp"

#include <gtest/gtest.h>

#include "jit/ir/parser.hpp"
#include "vm/object/value.hpp"

namespace gs::jit::ir {
namespace {

EvalResult run(const char* text, std::vector<std::pair<i64, u64>> slots = {}, u64 seed = 1) {
  ParseResult parsed = parse(text);
  EXPECT_TRUE(parsed.function) << parsed.error;
  return evaluate(*parsed.function, {.seed = seed, .slots = std::move(slots), .parameters = {}});
}

u64 boxed(i64 value) { return vm::Value::small_int(value).bits; }

constexpr const char* kSum = R"(function sum of 0 .. n - 1
b0:
  v0 = ConstInt 0
  v1 = ConstInt 1
  v2 = LoadSlot 0
  v3 = GuardInt v2 @s0
  Jump b1
b1: b0 b2  loop
  v4:i = Phi v0 v8
  v5:i = Phi v0 v7
  v6 = LtInt v4 v3
  Branch v6 b2 b3
b2: b1
  v7 = AddInt v5 v4
  v8 = AddInt v4 v1
  Jump b1
b3: b1
  v9 = BoxInt v5
  Return v9
s0: [p0 pc 0 base 0] r0=v2
)";

TEST(IrEval, RunsLoops) {
  const EvalResult result = run(kSum, {{0, boxed(10)}});
  EXPECT_EQ(result.end, EvalEnd::kReturned);
  EXPECT_EQ(result.text(), "returned 45");
}

TEST(IrEval, LeavesAtGuards) {
  const EvalResult result = run(kSum, {{0, vm::kNilBits}});
  EXPECT_EQ(result.end, EvalEnd::kExited);
  EXPECT_EQ(result.exit_node, 3u);
}

TEST(IrEval, AgreesByEffects) {
  const auto with = [](const char* body) {
    return run(
        (std::string("function f\nb0:\n  v0 = ConstBoxed 0x3ff0000000000000\n  v1 = ConstBoxed 0x4000000000000000\n") +
         body + "  Return\n")
            .c_str());
  };
  const EvalResult one = with("  StoreSlot v0 3\n");
  EXPECT_TRUE(agrees(one, with("  StoreSlot v1 3\n  StoreSlot v0 3\n")));
  EXPECT_FALSE(agrees(one, with("  StoreSlot v1 3\n")));
  EXPECT_FALSE(agrees(one, with("")));
  EXPECT_FALSE(agrees(one, with("  StoreGlobal v0 24\n"))) << "classes are spaces of their own";
}

TEST(IrEval, ObjectsAreComparedByContent) {
  const char* real = R"(function f
b0:
  v0 = ConstBoxed 0x3ff0000000000000
  v1 = NewObject v0
  v2 = BoxPtr v1 0xfffb000000000000
  Exit @s0
s0: [p0 pc 1 base 0] r2=v2
t0: tag 0xfffb000000000000 shape 0x1000 shape_at 8 fields_at 48 fields 2 size 64 rest 0xfff9000000000000
)";
  const char* removed = R"(function f
b0:
  v0 = ConstBoxed 0x3ff0000000000000
  Exit @s0
s0: [p0 pc 1 base 0] r2=v1
  v1 = VirtualObject v0
t0: tag 0xfffb000000000000 shape 0x1000 shape_at 8 fields_at 48 fields 2 size 64 rest 0xfff9000000000000
)";
  EXPECT_TRUE(agrees(run(real), run(removed)));
}

TEST(IrEval, EarlierExitsAgreeLaterOnesDoNot) {
  const char* early =
      "function f\nb0:\n  v0 = LoadSlot 0\n  v1 = GuardInt v0 @s0\n  StoreSlot v0 1\n  v2 = GuardFloat v0 @s1\n  "
      "Return\n"
      "s0: [p0 pc 0 base 0]\ns1: [p0 pc 1 base 0]\n";
  const char* sooner =
      "function f\nb0:\n  v0 = LoadSlot 0\n  v2 = GuardFloat v0 @s0\n  Exit @s0\ns0: [p0 pc 0 base 0]\n";
  const auto three = [&](const char* text) { return run(text, {{0, boxed(3)}}); };
  EXPECT_TRUE(agrees(three(early), three(sooner)));
  EXPECT_FALSE(agrees(three(sooner), three(early)));
}

}  // namespace
}  // namespace gs::jit::ir
