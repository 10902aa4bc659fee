// Expressions: operands in place, constants in instructions, folding, short circuits.
#include "compile_support.hpp"

namespace gs::front {
namespace {

TEST(CompileExpr, LocalsAreUsedInPlace) {
  EXPECT_EQ(body_code("return a + b * c"),
            "MUL r3 r1 r2\n"
            "ADD r3 r0 r3\n"
            "RETURN1 r3\n");
}

TEST(CompileExpr, ConstantsGoIntoInstructions) {
  EXPECT_EQ(body_code("return a + 1, a - 1, a - 0, a * 2, a & 7, a &^ 7"),
            "ADDI r3 r0 1\n"
            "ADDI r4 r0 -1 x=1\n"
            "SUBK r5 r0 k0 ; 0\n"
            "MULK r6 r0 k1 ; 2\n"
            "BANDK r7 r0 k2 ; 7\n"
            "BANDK r8 r0 k3 ; -8\n"
            "RETURN r3 7\n");
}

TEST(CompileExpr, LeftConstantsKeepTheOrderOfOperands) {
  EXPECT_EQ(body_code("return 2 - a"),
            "LOADINT r3 2\n"
            "SUB r3 r3 r0\n"
            "RETURN1 r3\n");
}

TEST(CompileExpr, FoldsWhatCannotRaise) {
  EXPECT_EQ(body_code("return 1 + 2 * 3 ** 2"), "LOADINT r3 19\nRETURN1 r3\n");
  EXPECT_EQ(body_code("return 7 / 2"), "LOADK r3 k0 ; 3.5\nRETURN1 r3\n");
  EXPECT_EQ(body_code("return 6 / 3"), "LOADINT r3 2\nRETURN1 r3\n");
  EXPECT_EQ(body_code("return #\"abc\" + -1"), "LOADINT r3 2\nRETURN1 r3\n");
  EXPECT_EQ(body_code("return 1 < 2"), "LOADPRIM r3 2\nRETURN1 r3\n");
  EXPECT_EQ(body_code("return !nil"), "LOADPRIM r3 2\nRETURN1 r3\n");
}

TEST(CompileExpr, LeavesWhatRaisesToRunTime) {
  EXPECT_EQ(body_code("return 1 / 0"), "LOADINT r3 1\nDIVK r3 r3 k0 ; 0\nRETURN1 r3\n");
  EXPECT_EQ(body_code("return 1 << -1"), "LOADINT r3 1\nSHLK r3 r3 k0 ; -1\nRETURN1 r3\n");
  EXPECT_EQ(body_code("return 1.5 & 1"), "LOADK r3 k0 ; 1.5\nBANDK r3 r3 k1 ; 1\nRETURN1 r3\n");
}

TEST(CompileExpr, KnownVariablesFold) {
  EXPECT_EQ(body_code("const n = 10; return a * (n + 1)"),
            "LOADINT r3 10\n"
            "MULK r4 r0 k0 ; 11\n"
            "RETURN1 r4\n");
  EXPECT_EQ(code_of("func f() { n := 10; return func(a) { return a + n } }", 2), "ADDI r1 r0 10\nRETURN1 r1\n");
}

TEST(CompileExpr, ComparisonsAsValues) {
  EXPECT_EQ(body_code("return a < b"),
            "JNLT r0 r1 -> 4\n"
            "LOADPRIM r3 2\n"
            "JMP -> 5\n"
            "LOADPRIM r3 1\n"
            "RETURN1 r3\n");
  EXPECT_EQ(body_code("return !(a < b)"),
            "JLT r0 r1 -> 4\n"
            "LOADPRIM r3 2\n"
            "JMP -> 5\n"
            "LOADPRIM r3 1\n"
            "RETURN1 r3\n");
}

TEST(CompileExpr, AndOrKeepTheDecidingValue) {
  EXPECT_EQ(body_code("return a && b || c"),
            "JF r0 -> 4\n"
            "MOVE r3 r1\n"
            "JT r3 -> 5\n"
            "MOVE r3 r2\n"
            "RETURN1 r3\n");
}

TEST(CompileExpr, DefaultValueIsSetInPlace) {
  EXPECT_EQ(body_code("a = a || 5"),
            "JT r0 -> 3\n"
            "LOADINT r0 5\n"
            "RETURN0\n");
}

TEST(CompileExpr, TargetThatIsReadLaterIsNotBuiltUpInPlace) {
  EXPECT_EQ(body_code("a = b && a"),
            "MOVE r3 r1\n"
            "JF r3 -> 4\n"
            "MOVE r3 r0\n"
            "MOVE r0 r3\n"
            "RETURN0\n");
}

TEST(CompileExpr, FieldsAndIndexes) {
  EXPECT_EQ(body_code("return a.x.y, a[\"z\"], a[3], a[3.0], a[-1], a[b]"),
            "GETFIELD r3 r0 f0 ; .x\n"
            "GETFIELD r3 r3 f1 ; .y\n"
            "GETFIELD r4 r0 f2 ; .z\n"
            "GETINDEXI r5 r0 3\n"
            "GETINDEXI r6 r0 3\n"
            "LOADINT r7 -1\n"
            "GETINDEX r7 r0 r7\n"
            "GETINDEX r8 r0 r1\n"
            "RETURN r3 7\n");
}

TEST(CompileExpr, ConcatIsOneInstruction) {
  EXPECT_EQ(body_code("return a .. \"-\" .. b"),
            "MOVE r3 r0\n"
            "LOADK r4 k0 ; \"-\"\n"
            "MOVE r5 r1\n"
            "CONCAT r3 r3 3\n"
            "RETURN1 r3\n");
}

TEST(CompileExpr, ConcatOverLinesKeepsThePlaceOfEachOperator) {
  const CompileResult result = compile_snippet("func f(a, b, c) {\nreturn a\n.. b\n.. c\n}");
  const bytecode::Function& function = result.image.functions[1];
  std::vector<u32> lines;
  for (u32 i = 0; i < function.code.size(); ++i) {
    if (function.code[i].op() == bytecode::Op::CONCAT) lines.push_back(function.lines[i]);
  }
  EXPECT_EQ(lines, (std::vector<u32>{4, 3}));
}

TEST(CompileExpr, Calls) {
  EXPECT_EQ(body_code("return a(b, c(1))"),
            "MOVE r3 r0\n"
            "MOVE r5 r1\n"
            "MOVE r6 r2\n"
            "LOADINT r8 1\n"
            "CALL r6 f0 0 x=2\n"
            "CALL r3 f1 0\n"
            "RETURN r3 0\n");
}

TEST(CompileExpr, MethodCalls) {
  EXPECT_EQ(body_code("a.b:m(c)"),
            "GETFIELD r3 r0 f0 ; .b\n"
            "METHOD r3 r3 f1 ; .m\n"
            "MOVE r6 r2\n"
            "CALL r3 f2 1 x=3\n"
            "RETURN0\n");
}

TEST(CompileExpr, SpreadAndVarargs) {
  EXPECT_EQ(code_of("func f(...) { return g(1, t...), #..., ...[2], ... }"),
            "GETGLOBAL r0 k0 ; g\n"
            "LOADINT r2 1\n"
            "GETGLOBAL r3 k1 ; t\n"
            "SPREAD r3\n"
            "CALL r0 f0 2\n"
            "VARARGCOUNT r1\n"
            "LOADINT r2 2\n"
            "VARARGGET r2 r2\n"
            "VARARG r3 0\n"
            "RETURN r0 0\n");
}

TEST(CompileExpr, ManyArgumentsArePacked) {
  std::string source = "f(0";
  for (int i = 1; i < 300; ++i) source += "," + std::to_string(i);
  const std::string code = code_of(source + ")", 0);
  EXPECT_NE(code.find("SPREAD r2\nCALL r0 f1 1\n"), std::string::npos) << code;
}

TEST(CompileExpr, LongChainsAreNotRecursive) {
  std::string sum = "return a";
  std::string chain = "return a";
  for (int i = 0; i < 100000; ++i) sum += " + b";
  for (int i = 0; i < 50000; ++i) chain += ".x(1)";
  EXPECT_TRUE(compile_snippet(sum).ok);
  EXPECT_TRUE(compile_snippet(chain).ok);
}

}  // namespace
}  // namespace gs::front
