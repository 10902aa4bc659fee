// Statements: assignment order, conditions, loops, switch, select, returns.
#include "compile_support.hpp"

namespace gs::front {
namespace {

TEST(CompileStatement, SwapKeepsTheOldValue) {
  EXPECT_EQ(body_code("a, b = b, a"),
            "MOVE r3 r0\n"
            "MOVE r0 r1\n"
            "MOVE r1 r3\n"
            "RETURN0\n");
}

TEST(CompileStatement, TargetsAreEvaluatedInTurn) {
  EXPECT_EQ(body_code("a, b[a] = 2, c"),
            "LOADINT r0 2\n"
            "SETINDEX r1 r0 r2\n"
            "RETURN0\n");
}

TEST(CompileStatement, ResultsLandInDeclaredVariables) {
  EXPECT_EQ(body_code("x, y, z := a()\nreturn y"),
            "MOVE r3 r0\n"
            "CALL r3 f0 4 x=1\n"
            "RETURN1 r4\n");
}

TEST(CompileStatement, MixedDeclarationAssignsAndDeclares) {
  EXPECT_EQ(body_code("a, x := b, a\nreturn x"),
            "MOVE r4 r0\n"
            "MOVE r0 r1\n"
            "MOVE r3 r4\n"
            "RETURN1 r3\n");
}

TEST(CompileStatement, OpAssignEvaluatesTableAndKeyOnce) {
  EXPECT_EQ(body_code("a[b()] += 1"),
            "MOVE r3 r1\n"
            "CALL r3 f0 2 x=1\n"
            "GETINDEX r4 r0 r3\n"
            "ADDI r4 r4 1\n"
            "SETINDEX r0 r3 r4\n"
            "RETURN0\n");
  EXPECT_EQ(body_code("a++; b -= 2; c ..= a"),
            "ADDI r0 r0 1\n"
            "ADDI r1 r1 -2 x=1\n"
            "MOVE r3 r2\n"
            "MOVE r4 r0\n"
            "CONCAT r2 r3 2\n"
            "RETURN0\n");
}

TEST(CompileStatement, ReceiveOfTwo) {
  EXPECT_EQ(body_code("v, ok := <-a\nv, ok = <-b\nb <- v"),
            "RECV r3 r0 x=1\n"
            "RECV r5 r1 x=1\n"
            "MOVE r3 r5\n"
            "MOVE r4 r6\n"
            "SEND r1 r3\n"
            "RETURN0\n");
}

TEST(CompileStatement, ConditionsAreJumps) {
  EXPECT_EQ(body_code("if a < b && !(c == nil || a >= 10) { return 1 }"),
            "JNLT r0 r1 -> 6\n"
            "JEQP r2 0 -> 6\n"
            "JGEI r0 10 -> 6\n"
            "LOADINT r3 1\n"
            "RETURN1 r3\n"
            "RETURN0\n");
}

TEST(CompileStatement, NumbersOnTheLeftTurnTheComparisonRound) {
  EXPECT_EQ(body_code("if 1 < a { return } if 1.0 >= b { return } if a > b { return }"),
            "JNGTI r0 1 -> 3\n"
            "RETURN0\n"
            "JNLEI r1 1 -> 5\n"
            "RETURN0\n"
            "JNLT r1 r0 -> 7\n"
            "RETURN0\n"
            "RETURN0\n");
}

TEST(CompileStatement, KnownConditionsVanish) {
  EXPECT_EQ(body_code("if false { a() } else { return b }"), "RETURN1 r1\n");
  EXPECT_EQ(body_code("for true { b = 1 }"), "LOADINT r1 1\nLOOP -> 1\n");
}

TEST(CompileStatement, BreakInAnIfIsOneJump) {
  EXPECT_EQ(body_code("for { if a == b { break } c() }"),
            "JEQ r0 r1 -> 5\n"
            "MOVE r3 r2\n"
            "CALL r3 f0 1 x=1\n"
            "LOOP -> 1\n"
            "RETURN0\n");
}

TEST(CompileStatement, CountedLoop) {
  EXPECT_EQ(body_code("for i := 0; i < 10; i++ { a(i) }"),
            "LOADINT r3 0\n"
            "LOADINT r4 10\n"
            "MOVE r5 r0\n"
            "MOVE r7 r3\n"
            "CALL r5 f0 1 x=2\n"
            "LOOPLT r3 r4 -> 3 x=1\n"
            "RETURN0\n");
}

TEST(CompileStatement, CountedLoopWithUnknownBoundsHasAGuard) {
  EXPECT_EQ(body_code("for i := a; i >= b; i -= 2 { }"),
            "MOVE r3 r0\n"
            "JNLE r1 r3 -> 4\n"
            "LOOPGE r3 r1 -> 3 x=-2\n"
            "RETURN0\n");
  EXPECT_EQ(body_code("for i := a; 5 > i; i++ { }"),
            "MOVE r3 r0\n"
            "LOADINT r4 5\n"
            "JNLTI r3 5 -> 5\n"
            "LOOPLT r3 r4 -> 4 x=1\n"
            "RETURN0\n");
}

TEST(CompileStatement, LoopsThatDoNotCountToAFixedLimit) {
  for (const char* loop :
       {"for i := 0; i < #a; i++ { }", "for i := 0; i > b; i++ { }", "for i := 0; i < b; i += c { }",
        "for i := 0; i != b; i++ { }", "for i := 0; i < b; c++ { }", "for i := 0; i < b; i += -1 { }"}) {
    const std::string code = body_code(loop);
    EXPECT_NE(code.find("LOOP ->"), std::string::npos) << loop << "\n" << code;
  }
}

TEST(CompileStatement, Range) {
  EXPECT_EQ(body_code("for k, v := range a { b(k, v) }"),
            "MOVE r3 r0\n"
            "RANGEPREP r3 -> 7\n"
            "MOVE r8 r1\n"
            "MOVE r10 r6\n"
            "MOVE r11 r7\n"
            "CALL r8 f0 1 x=3\n"
            "RANGENEXT r3 2 -> 3\n"
            "RANGETEST r3 -> 3\n"
            "RETURN0\n");
  EXPECT_EQ(code_of("func f(...) { for i, _ := range ... { continue } }"),
            "RANGEPREP r0 -> 2 x=1\n"
            "RANGENEXT r0 1 -> 2\n"
            "RANGETEST r0 -> 2\n"
            "RETURN0\n");
}

TEST(CompileStatement, Switch) {
  EXPECT_EQ(body_code("switch a { default: return 0 case 1, \"x\": b() fallthrough case c: return 3 }"),
            "JEQK r0 k0 -> 6 ; 1\n"
            "JEQK r0 k1 -> 6 ; \"x\"\n"
            "JEQ r0 r2 -> 8\n"
            "LOADINT r3 0\n"
            "RETURN1 r3\n"
            "MOVE r3 r1\n"
            "CALL r3 f0 1 x=1\n"
            "LOADINT r3 3\n"
            "RETURN1 r3\n");
}

TEST(CompileStatement, Select) {
  EXPECT_EQ(body_code("select { case v, ok := <-a: return v, ok case b <- c: default: return 1 }"),
            "SELECT r3 2 x=1\n"
            "SELECTCASE r0 r0 -> 6\n"
            "SELECTCASE r1 r2 -> 9 x=1\n"
            "LOADINT r3 1\n"
            "RETURN1 r3\n"
            "MOVE r5 r3\n"
            "MOVE r6 r4\n"
            "RETURN r5 3\n"
            "RETURN0\n");
}

TEST(CompileStatement, DeferringFunctionsReturnThroughTheirDeferredCalls) {
  EXPECT_EQ(body_code("defer a:close(1); go b(c...); if c { return 5 }"),
            "METHOD r3 r0 f0 ; .close\n"
            "LOADINT r6 1\n"
            "DEFER r3 3\n"
            "MOVE r3 r1\n"
            "MOVE r5 r2\n"
            "SPREAD r5\n"
            "GO r3 0\n"
            "JF r2 -> 11\n"
            "LOADINT r3 5\n"
            "RETURND r3 2\n"
            "RETURND r0 1\n");
}

TEST(CompileStatement, InstructionsHaveTheLineOfTheirOperator) {
  const CompileResult result = compile_snippet("func f(a) {\n  return a\n    .x\n    +\n    a\n    [1]\n}");
  ASSERT_FALSE(result.ok);  // `[` on its own line begins a statement
  const CompileResult good = compile_snippet("func f(a) {\n  return a\n    .x\n    +\n    a[\n    1]\n}");
  ASSERT_TRUE(good.ok);
  EXPECT_EQ(good.image.functions[1].lines, (std::vector<u32>{1, 3, 5, 4, 2}));
}

TEST(CompileStatement, FarJumpsInLongFunctions) {
  std::string body = "for k, v := range a { for i := 0; i < b; i++ { if a < b { ";
  for (int i = 0; i < 40000; ++i) body += "c = a.x\n";
  const CompileResult result = compile_snippet("func f(a, b, c) { " + body + "} } } }");
  ASSERT_TRUE(result.ok);
  const bytecode::VerifyResult verified = bytecode::verify(result.image);
  EXPECT_TRUE(verified.ok) << verified.message;
}

}  // namespace
}  // namespace gs::front
