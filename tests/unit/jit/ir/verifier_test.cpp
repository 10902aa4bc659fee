// Each invariant of verifier.hpp broken once.
#include "jit/ir/verifier.hpp"

#include <gtest/gtest.h>

#include "jit/ir/parser.hpp"

namespace gs::jit::ir {
namespace {

std::string problem(const std::string& body) {
  ParseResult parsed = parse("function f\n" + body);
  EXPECT_TRUE(parsed.function) << parsed.error;
  return parsed.function ? verify(*parsed.function).message : parsed.error;
}

TEST(IrVerifier, AcceptsGoodCode) {
  EXPECT_EQ(problem("b0:\n v0 = ConstInt 1\n Jump b1\nb1: b0\n v1 = BoxInt v0\n Return v1\n"), "");
}

TEST(IrVerifier, WantsATerminator) {
  EXPECT_EQ(problem("b0:\n v0 = ConstInt 1\n"), "b0: does not end in a terminator");
  EXPECT_EQ(problem("b0:\n Return\n Return\n"), "Return v0: a terminator in the middle of a block");
}

TEST(IrVerifier, WantsEdgesOnBothSides) {
  EXPECT_EQ(problem("b0:\n Jump b1\nb1:\n Return\n"), "b0: its successor does not name it once");
  EXPECT_EQ(problem("b0:\n Jump b1\nb1: b0 b2\n Return\nb2:\n Return\n"), "b1: its predecessor does not lead to it");
}

TEST(IrVerifier, WantsOperandsOfTheRow) {
  EXPECT_EQ(problem("b0:\n v0 = ConstFloat 1.0\n v1 = NegInt v0\n Return\n"),
            "NegInt v1: operand 0 has the wrong type");
  EXPECT_EQ(problem("b0:\n v0 = ConstInt 1\n v1 = AddInt v0\n Return\n"), "AddInt v1: wrong number of operands");
}

TEST(IrVerifier, WantsDefinitionsToDominateUses) {
  EXPECT_EQ(problem("b0:\n v0 = NegInt v1\n v1 = ConstInt 1\n Return\n"), "NegInt v0: operand v1 does not dominate it");
  EXPECT_EQ(problem("b0:\n v0 = ConstBool 1\n Branch v0 b1 b2\nb1: b0\n v1 = ConstInt 1\n Jump b2\nb2: b0 b1\n v2 = "
                    "NegInt v1\n Return\n"),
            "NegInt v2: operand v1 does not dominate it");
}

TEST(IrVerifier, WantsPhisToMatchPredecessors) {
  EXPECT_EQ(problem("b0:\n v0 = ConstInt 1\n Jump b1\nb1: b0\n v1:i = Phi v0 v0\n Return\n"),
            "Phi v1: as many operands as predecessors are wanted");
  EXPECT_EQ(problem("b0:\n v0 = ConstInt 1\n Jump b1\nb1: b0\n v1:f = Phi v0\n Return\n"),
            "Phi v1: an operand's type is not the phi's");
}

TEST(IrVerifier, WantsSnapshots) {
  EXPECT_EQ(problem("b0:\n v0 = LoadSlot 0\n v1 = GuardInt v0\n Return\n"), "GuardInt v1: it has no snapshot");
  EXPECT_EQ(problem("b0:\n v0 = LoadSlot 0\n v1 = GuardInt v0 @s0\n Return\ns0: [p0 pc 0 base 0] r0=v1\n"),
            "GuardInt v1: its snapshot's v1 does not dominate it");
}

TEST(IrVerifier, WantsReducibleLoops) {
  EXPECT_EQ(problem("b0:\n v0 = ConstBool 1\n Branch v0 b1 b2\nb1: b0 b2\n Jump b2\nb2: b0 b1\n Jump b1\n"),
            "b1: a back-edge leads to it that it does not dominate");
}

}  // namespace
}  // namespace gs::jit::ir
