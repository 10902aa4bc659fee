// The text of instructions: operands by format, constants and names behind them.
#include "bytecode/disassembler.hpp"

#include <gtest/gtest.h>

namespace gs::bytecode {
namespace {

TEST(Disassembler, ShowsOperandsByFormat) {
  Image image;
  image.source_name = "a.gs";
  image.functions.resize(1);
  Function& function = image.functions[0];
  function.kind = FunctionKind::kMain;
  function.frame_size = 3;
  function.constants.push_back({.kind = Constant::Kind::kFloat, .number = 2});
  function.constants.push_back({.kind = Constant::Kind::kString, .text = "a\"\n"});
  function.constants.push_back({.kind = Constant::Kind::kGlobal, .text = "print"});
  function.feedback.push_back({.kind = FeedbackInit::Kind::kField, .key = 1});
  function.code = {
      Instruction::abc(Op::FUNC, 3, 0, 0),         Instruction::a32(Op::LOADINT, 0, u32(-5)),
      Instruction::abc(Op::ADDK, 1, 0, 0),         Instruction::a32(Op::GETGLOBAL, 2, 2),
      Instruction::abc(Op::GETFIELD, 1, 2, 0),     Instruction::abc(Op::JLTI, 0, u32(-7), u32(-3)),
      Instruction::abc(Op::LOOPLT, 0, 1, 0, 0xff), Instruction::abc(Op::RETURN0, 0, 0, 0),
  };
  function.lines.assign(function.code.size(), 4);
  EXPECT_EQ(disassemble(image),
            "function 0: main chunk a.gs, 3 registers, 0 parameters\n"
            "    0  [4]  FUNC        3 0\n"
            "    1  [4]  LOADINT     r0 -5\n"
            "    2  [4]  ADDK        r1 r0 k0  ; 2.0\n"
            "    3  [4]  GETGLOBAL   r2 k2  ; print\n"
            "    4  [4]  GETFIELD    r1 r2 f0  ; .a\\\"\\x0a\n"
            "    5  [4]  JLTI        r0 -7 -> 3\n"
            "    6  [4]  LOOPLT      r0 r1 -> 7 x=-1\n"
            "    7  [4]  RETURN0\n");
}

}  // namespace
}  // namespace gs::bytecode
