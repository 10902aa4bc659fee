// Expressions: precedence, grouping, operands and where they end (language 1.2 and 2).
#include <gtest/gtest.h>

#include "front/syntax/syntax_testing.hpp"

namespace gs::front {
namespace {

using testing::first_error;
using testing::grouping;
using testing::tree;

TEST(Expression, PrecedenceOfTheLanguageDefinition) {
  EXPECT_EQ(grouping("-2**2"), "(-(2 ** 2))");
  EXPECT_EQ(grouping("2**-1"), "(2 ** (-1))");
  EXPECT_EQ(grouping("2**3**2"), "(2 ** (3 ** 2))");
  EXPECT_EQ(grouping("2 ** -2 ** 2"), "(2 ** (-(2 ** 2)))");
  EXPECT_EQ(grouping("#t ** 2"), "((#t) ** 2)");
  EXPECT_EQ(grouping("!x == y"), "((!x) == y)");
  EXPECT_EQ(grouping("-3 % 2"), "((-3) % 2)");
  EXPECT_EQ(grouping("1 + 1 << 3"), "(1 + (1 << 3))");
  EXPECT_EQ(grouping("\"a\" .. 1 + 2"), "(\"a\" .. (1 + 2))");
  EXPECT_EQ(grouping("<-ch + 1"), "((<-ch) + 1)");
  EXPECT_EQ(grouping("!-x ** 2"), "(!(-(x ** 2)))");
  EXPECT_EQ(grouping("#!<-x"), "(#(!(<-x)))");
}

TEST(Expression, LevelsGroupToTheLeft) {
  EXPECT_EQ(grouping("a - b + c | d ^ e"), "((((a - b) + c) | d) ^ e)");
  EXPECT_EQ(grouping("a * b / c % d << e >> f & g &^ h"), "(((((((a * b) / c) % d) << e) >> f) & g) &^ h)");
  EXPECT_EQ(grouping("a == b != c < d <= e > f >= g"), "((((((a == b) != c) < d) <= e) > f) >= g)");
  EXPECT_EQ(grouping("a + b * c - d"), "((a + (b * c)) - d)");
}

TEST(Expression, ChainsAreLists) {
  EXPECT_EQ(grouping("a .. b + 1 .. c"), "(a .. (b + 1) .. c)");
  EXPECT_EQ(grouping("a && b && c || d || e && f"), "((a && b && c) || d || (e && f))");
  EXPECT_EQ(grouping("a .. b == c .. d"), "((a .. b) == (c .. d))");
}

TEST(Expression, ParenthesesStay) {
  EXPECT_EQ(grouping("(a + b) * c"), "((((a + b))) * c)");
  EXPECT_EQ(grouping("(f())"), "((f()))");
}

TEST(Expression, PostfixChains) {
  EXPECT_EQ(grouping("a.b[c](d, e):f(g).default:nil()"), "a.b[c](d, e):f(g).default:nil()");
  EXPECT_EQ(grouping("{1}[1]"), "{1}[1]");
  EXPECT_EQ(grouping("\"x\":rep(3)"), "\"x\":rep(3)");
  EXPECT_EQ(grouping("func(x) { }(4)"), "func(x) {\n}(4)");
  EXPECT_EQ(grouping("-a.b"), "(-a.b)");
}

TEST(Expression, Varargs) {
  EXPECT_EQ(grouping("#..."), "#...");
  EXPECT_EQ(grouping("...[i + 1].x"), "...[(i + 1)].x");
  EXPECT_EQ(grouping("#...[1]"), "(#...[1])");
  EXPECT_EQ(grouping("f(...)"), "f(...)");
  EXPECT_EQ(grouping("f(a, t...,)"), "f(a, t...)");
  EXPECT_EQ(grouping("f(... ...)"), "f(......)");
  EXPECT_EQ(first_error("f(t..., 1)"), "1:9: expected ')', found '1'");
}

TEST(Expression, Tables) {
  EXPECT_EQ(grouping("{}"), "{}");
  EXPECT_EQ(grouping("{1, 2; x: 3, [\"k y\"]: 4, nil: 5, 6, [7]: 8,}"),
            "{1, 2, x: 3, [\"k y\"]: 4, nil: 5, 6, [7]: 8}");
  EXPECT_EQ(grouping("{a b: 1 c}"), "{a, b: 1, c}");
  EXPECT_EQ(grouping("{obj:m()}"), "{obj: m()}");
  EXPECT_EQ(grouping("{x: obj:m()}"), "{x: obj:m()}");
  EXPECT_EQ(grouping("{func: 1, true: 2}"), "{func: 1, true: 2}");
  EXPECT_EQ(first_error("x = {a = 1}"), "1:8: expected '}', found '='");
  EXPECT_EQ(first_error("x = {1,, 2}"), "1:8: expected expression, found ','");
  EXPECT_EQ(first_error("x = {[1] 2}"), "1:10: expected ':', found '2'");
}

TEST(Expression, MakeChannel) {
  EXPECT_EQ(grouping("make(chan)"), "make(chan)");
  EXPECT_EQ(grouping("make(chan, n + 1)"), "make(chan, (n + 1))");
  EXPECT_EQ(grouping("make(3)"), "make(3)");
  EXPECT_EQ(grouping("make"), "make");
  EXPECT_EQ(first_error("x = make(chan 1)"), "1:15: expected ')', found '1'");
  EXPECT_EQ(first_error("x = chan"), "1:5: expected expression, found 'chan'");
}

TEST(Expression, NegativeMinInt) {
  EXPECT_EQ(grouping("-9223372036854775808"), "(--9223372036854775808)");
  EXPECT_EQ(grouping("- - 9223372036854775808"), "(-(--9223372036854775808))");
  EXPECT_EQ(first_error("x = 9223372036854775808"), "1:5: integer literal too large");
  EXPECT_EQ(first_error("x = -(9223372036854775808)"), "1:7: integer literal too large");
  EXPECT_EQ(first_error("x = -9223372036854775808 ** 2"), "1:6: integer literal too large");
  EXPECT_EQ(first_error("x = ^9223372036854775808"), "1:6: integer literal too large");
  EXPECT_EQ(first_error("x = 1 - 9223372036854775808"), "1:9: integer literal too large");
}

TEST(Expression, NewlinesInBracketsAreWhiteSpace) {
  EXPECT_EQ(tree("f(a\n- b\n(c)\n[d])"), "f((a - b(c)[d]))");
  EXPECT_EQ(tree("x = {a\n- b}"), "x = {(a - b)}");
  EXPECT_EQ(tree("x = t[a\n(b)]"), "x = t[a(b)]");
}

TEST(Expression, LineStartsInStatementContext) {
  EXPECT_EQ(tree("x = f\n(g)()"), "x = f\n((g))()");
  EXPECT_EQ(tree("x = a\n<-b"), "x = a\n(<-b)");
  EXPECT_EQ(tree("f(func() {\nx = a\n(b)()\n})"), "f(func() {\n  x = a\n  ((b))()\n})");
  EXPECT_EQ(tree("x = a\n+ b\n.. c\n.d\n:e()\n&^ f"), "x = ((a + b) .. (c.d:e() &^ f))");
  EXPECT_EQ(tree("x =\n-y"), "x = (-y)");
  EXPECT_EQ(tree("x = y *\n-z"), "x = (y * (-z))");
  EXPECT_EQ(first_error("y = 1\n- 2"), "2:1: expression is not a statement");
  EXPECT_EQ(first_error("x = t\n[1]"), "2:1: expected statement, found '['");
  EXPECT_EQ(first_error("x = 6\n& 3"), "2:1: expected statement, found '&'");
  EXPECT_EQ(first_error("x = 6 ++"), "1:7: expected statement, found '++'");
  EXPECT_EQ(tree("x = a /*\n*/ (b)()"), "x = a\n((b))()");
}

TEST(Expression, Errors) {
  EXPECT_EQ(first_error("x = "), "1:5: expected expression, found end of file");
  EXPECT_EQ(first_error("x = (1"), "1:7: expected ')', found end of file");
  EXPECT_EQ(first_error("x = a.1"), "1:7: expected name, found '1'");
  EXPECT_EQ(first_error("x = a:b"), "1:8: expected '(', found end of file");
  EXPECT_EQ(first_error("x = a[1"), "1:8: expected ']', found end of file");
  EXPECT_EQ(first_error("print(x = 2)"), "1:9: expected ')', found '='");
  EXPECT_EQ(first_error("print(x <- 1)"), "1:9: expected ')', found '<-'");
  EXPECT_EQ(first_error("f(\"a\" `raw\nstring`)"), "1:7: expected ')', found '`raw...'");
  EXPECT_EQ(first_error("x = 1 @ 2"), "1:7: unexpected character '@'");
}

// Where the run-time errors of each node are placed.
TEST(Expression, Positions) {
  const ParseResult result = parse("x = a\n  + b\n.c\n:m\n(1)", {});
  const auto& sum = ast::as<ast::Binary>(*ast::as<ast::Assign>(*result.chunk->body.statements[0]).values[0]);
  EXPECT_EQ(sum.position(), (ast::Position{2, 3}));
  const auto& call = ast::as<ast::MethodCall>(*sum.right);
  EXPECT_EQ(call.colon, (ast::Position{4, 1}));
  EXPECT_EQ(call.position(), (ast::Position{5, 1}));
  EXPECT_EQ(call.receiver->position(), (ast::Position{3, 1}));
  EXPECT_EQ(ast::left_operand(*call.receiver)->position(), (ast::Position{2, 5}));
}

TEST(Expression, ConcatRemembersEachOperator) {
  const ParseResult result = parse("x = a .. b\n.. c", {});
  const auto& concat = ast::as<ast::Concat>(*ast::as<ast::Assign>(*result.chunk->body.statements[0]).values[0]);
  ASSERT_EQ(concat.operators.size(), 2u);
  EXPECT_EQ(concat.operators[0], (ast::Position{1, 7}));
  EXPECT_EQ(concat.operators[1], (ast::Position{2, 1}));
}

}  // namespace
}  // namespace gs::front
