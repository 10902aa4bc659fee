// The builder: constants are shared, dead code is dropped, jumps reach however far they must.
#include "bytecode/builder.hpp"

#include <gtest/gtest.h>

#include "bytecode/verifier.hpp"

namespace gs::bytecode {
namespace {

class BuilderTest : public testing::Test {
 protected:
  BuilderTest() {
    image_.functions.resize(1);
    function().kind = FunctionKind::kMain;
    function().frame_size = 20;
    builder_.emit(Instruction::abc(Op::FUNC, 20, 0, 0), 1);
    builder_.emit(Instruction::abc(Op::LOADNIL, 0, 9, 0), 1);
  }

  Function& function() { return image_.functions[0]; }
  void fill(int count) {
    for (int i = 0; i < count; ++i) builder_.emit(Instruction::abc(Op::MOVE, 5, 4, 0), 2);
  }
  void finish() {
    builder_.emit(Instruction::abc(Op::RETURN0, 0, 0, 0), 3);
    ASSERT_TRUE(builder_.finish());
    const VerifyResult result = verify(image_);
    EXPECT_TRUE(result.ok) << result.message;
  }
  u32 count(Op op) {
    u32 found = 0;
    for (const Instruction instruction : function().code) found += instruction.op() == op;
    return found;
  }

  Image image_ = [] {
    Image image;
    image.functions.resize(1);
    return image;
  }();
  Builder builder_{image_.functions[0]};
};

constexpr int kFar = 40000;

TEST_F(BuilderTest, EqualConstantsAreShared) {
  const u32 one = builder_.int_constant(1);
  EXPECT_EQ(builder_.int_constant(1), one);
  EXPECT_NE(builder_.float_constant(1.0), one);
  EXPECT_NE(builder_.float_constant(0.0), builder_.float_constant(-0.0));
  EXPECT_NE(builder_.string_constant("x"), builder_.global_constant("x"));
  EXPECT_EQ(builder_.template_constant({"a", "b"}), builder_.template_constant({"a", "b"}));
  EXPECT_NE(builder_.template_constant({"a", "b"}), builder_.template_constant({"a b"}));
}

TEST_F(BuilderTest, UnreachableCodeIsDropped) {
  builder_.emit(Instruction::abc(Op::RETURN0, 0, 0, 0), 1);
  EXPECT_FALSE(builder_.is_reachable());
  const usize size = function().code.size();
  fill(3);
  EXPECT_EQ(function().code.size(), size);
}

TEST_F(BuilderTest, JumpsToJumpsAreThreaded) {
  const Label first = builder_.new_label();
  const Label second = builder_.new_label();
  builder_.emit_jump(Instruction::abc(Op::JF, 0, 0, 0), first, 1);
  builder_.emit(Instruction::abc(Op::RETURN0, 0, 0, 0), 1);
  builder_.bind(first);
  builder_.emit_jump(Instruction::abc(Op::JMP, 0, 0, 0), second, 1);
  const Label third = builder_.new_label();
  builder_.bind(third);
  fill(1);
  builder_.emit_jump(Instruction::abc(Op::LOOP, 0, 0, 0), third, 1);
  builder_.bind(second);
  builder_.emit_jump(Instruction::abc(Op::JF, 0, 0, 0), third, 1);
  finish();
  EXPECT_EQ(function().code[2].swide(), 2);
}

TEST_F(BuilderTest, JumpToTheNextInstructionIsDropped) {
  const Label end = builder_.new_label();
  builder_.emit_jump(Instruction::abc(Op::JMP, 0, 0, 0), end, 1);
  builder_.bind(end);
  finish();
  EXPECT_EQ(count(Op::JMP), 0u);
}

TEST_F(BuilderTest, FarComparisonIsInverted) {
  const Label end = builder_.new_label();
  builder_.emit_jump(Instruction::abc(Op::JLT, 0, 1, 0), end, 1);
  fill(kFar);
  builder_.bind(end);
  finish();
  EXPECT_EQ(function().code[2].op(), Op::JNLT);
  EXPECT_EQ(function().code[2].sc(), 1);
  EXPECT_EQ(function().code[3].op(), Op::JMP);
  EXPECT_EQ(function().code[3].swide(), kFar);
}

TEST_F(BuilderTest, FarCountedLoopIsTakenApart) {
  const Label body = builder_.new_label();
  builder_.bind(body);
  fill(kFar);
  builder_.emit_jump(Instruction::abc(Op::LOOPGT, 0, 1, 0, u32(-2)), body, 1);
  finish();
  const u32 end = u32(function().code.size()) - 4;
  EXPECT_EQ(function().code[end].op(), Op::ADDI);
  EXPECT_EQ(function().code[end].sc(), -2);
  EXPECT_EQ(function().code[end].x(), 1u);
  EXPECT_EQ(function().code[end + 1].op(), Op::JNLT);
  EXPECT_EQ(function().code[end + 1].a(), 1u);
  EXPECT_EQ(function().code[end + 2].op(), Op::LOOP);
  EXPECT_EQ(i64(end) + 3 + function().code[end + 2].swide(), 2);
}

TEST_F(BuilderTest, FarRangeJumpsThroughAnIsland) {
  const Label body = builder_.new_label();
  const Label next = builder_.new_label();
  builder_.emit_jump(Instruction::abc(Op::RANGEPREP, 8, 0, 0), next, 1);
  builder_.bind(body);
  fill(kFar);
  builder_.bind(next);
  builder_.emit_jump(Instruction::abc(Op::RANGENEXT, 8, 2, 0), body, 1);
  builder_.emit_jump(Instruction::abc(Op::RANGETEST, 8, 0, 0), body, 1);
  finish();
  EXPECT_EQ(count(Op::JMP), 3u);
}

TEST_F(BuilderTest, FarSelectCasesJumpThroughAnIsland) {
  const Label first = builder_.new_label();
  const Label second = builder_.new_label();
  builder_.emit(Instruction::abc(Op::SELECT, 8, 2, 0, 1), 1);
  builder_.emit_jump(Instruction::abc(Op::SELECTCASE, 0, 0, 0), first, 1);
  builder_.emit_jump(Instruction::abc(Op::SELECTCASE, 0, 1, 0, 1), second, 1);
  fill(kFar);
  builder_.bind(first);
  builder_.bind(second);
  finish();
  EXPECT_EQ(count(Op::JMP), 3u);
  EXPECT_EQ(function().code[4].op(), Op::SELECTCASE);
}

TEST_F(BuilderTest, SlotsRunOutInOrder) {
  for (u32 i = 0; i < Builder::kFieldSlots; ++i) EXPECT_EQ(builder_.field_slot(1), i);
  EXPECT_EQ(builder_.field_slot(1), Builder::kNoSlot);
  for (u32 i = Builder::kFieldSlots; i < Builder::kCallSlots; ++i) EXPECT_EQ(builder_.call_slot(2), i);
  EXPECT_EQ(builder_.call_slot(2), Builder::kCallSlots);
  EXPECT_EQ(builder_.call_slot(2), Builder::kCallSlots);
  EXPECT_EQ(builder_.call_slot(3), Builder::kCallSlots + 1);
  while (builder_.method_slot(1) != Builder::kNoSlot) continue;
  for (u32 i = 0; i < 256; ++i) EXPECT_LE(builder_.call_slot(i), Builder::kMaxNarrow);
}

}  // namespace
}  // namespace gs::bytecode
