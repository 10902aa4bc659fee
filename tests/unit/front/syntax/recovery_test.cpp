// Which errors follow a first one, and what bounds them: recovery, the limit of ten, nesting, size.
#include <gtest/gtest.h>

#include "front/syntax/syntax_testing.hpp"

namespace gs::front {
namespace {

using testing::errors;
using testing::first_error;
using testing::repeat;

TEST(Recovery, GoesOnAtTheNextStatement) {
  EXPECT_EQ(errors("x = = 1\ny = 2\nz = )"),
            "1:5: expected expression, found '='\n3:5: expected expression, found ')'");
  EXPECT_EQ(errors("f(1 2 3)\ng(,)"), "1:5: expected ')', found '2'\n2:3: expected expression, found ','");
  EXPECT_EQ(errors("func f() { g( }\nx = = 1"),
            "1:15: expected expression, found '}'\n2:5: expected expression, found '='");
  EXPECT_EQ(errors("x = = 1; y = = 2"), "1:5: expected expression, found '='\n1:14: expected expression, found '='");
}

TEST(Recovery, GoesOnInsideBlocks) {
  EXPECT_EQ(
      errors("func f() {\n  x = = 1\n  if a { y = = 2 }\n}\nz = = 3"),
      "2:7: expected expression, found '='\n3:14: expected expression, found '='\n5:5: expected expression, found '='");
  EXPECT_EQ(errors("switch x {\ncase 1: y = = 1\ncase 2: y = = 2\n}\nf()"),
            "2:13: expected expression, found '='\n3:13: expected expression, found '='");
}

TEST(Recovery, UnclosedBracketsEndAtStatementKeywords) {
  EXPECT_EQ(errors("x := (1 +\nvar y = 2\nz = = 3"),
            "2:1: expected expression, found 'var'\n3:5: expected expression, found '='");
}

TEST(Recovery, BadTokensAreReportedOnce) {
  EXPECT_EQ(errors("x := 1 @ 2\ny = 3"), "1:8: unexpected character '@'");
  EXPECT_EQ(errors("print(\"abc)\n"), "1:7: unterminated string");
  EXPECT_EQ(errors("12ab"), "1:1: invalid number '12ab'");
}

TEST(Recovery, OneErrorAtTheEnd) {
  EXPECT_EQ(errors("func f() { if x { g("), "1:21: expected expression, found end of file");
  EXPECT_EQ(errors("{ { {"), "1:6: expected '}', found end of file");
}

TEST(Recovery, TheTreeStaysWhole) {
  const ParseResult result = parse("a := 1\nb := (\nif c { d = = 1 }\ne := 2", {});
  ASSERT_TRUE(result.diagnostics.has_errors());
  EXPECT_EQ(print_tree(*result.chunk), "a := 1\nb := ((<error>))\nif c {\n  d = <error>\n}\ne := 2\n");
}

TEST(Diagnostics, KeepsTheFirstTenByPosition) {
  Diagnostics diagnostics;
  for (u32 line = 20; line > 0; --line) diagnostics.error({line, 1}, "e");
  ASSERT_EQ(diagnostics.errors().size(), 10u);
  EXPECT_EQ(diagnostics.errors().front().line, 1u);
  EXPECT_EQ(diagnostics.errors().back().line, 10u);
  EXPECT_TRUE(diagnostics.too_many_errors());
}

TEST(Diagnostics, ExactlyTenAreNotTooMany) {
  Diagnostics diagnostics;
  for (u32 line = 1; line <= 10; ++line) diagnostics.error({line, 1}, "e");
  EXPECT_EQ(diagnostics.errors().size(), 10u);
  EXPECT_FALSE(diagnostics.too_many_errors());
}

TEST(Diagnostics, OneErrorAPlace) {
  Diagnostics diagnostics;
  diagnostics.error({1, 1}, "first");
  diagnostics.error({1, 1}, "second");
  ASSERT_EQ(diagnostics.errors().size(), 1u);
  EXPECT_EQ(diagnostics.errors()[0].message, "first");
}

TEST(Diagnostics, WarningsComeSorted) {
  Diagnostics diagnostics;
  diagnostics.warning({2, 1}, "c");
  diagnostics.warning({1, 5}, "b");
  diagnostics.warning({1, 2}, "a");
  EXPECT_EQ(testing::list(diagnostics.take_warnings()), "1:2: a\n1:5: b\n2:1: c");
}

TEST(Nesting, AThousandLevelsAreFine) {
  const usize n = 1000;
  EXPECT_EQ(errors("x = " + repeat("(", n) + "1" + repeat(")", n)), "");
  EXPECT_EQ(errors("x = " + repeat("{", n) + repeat("}", n)), "");
  EXPECT_EQ(errors("x = " + repeat("!", n) + "1"), "");
  EXPECT_EQ(errors("x = " + repeat("1 ** ", n) + "1"), "");
  EXPECT_EQ(errors("x = " + repeat("a[", n) + "1" + repeat("]", n)), "");
  EXPECT_EQ(errors("x = " + repeat("1 + 2 * (", n) + "1" + repeat(")", n)), "");
  EXPECT_EQ(errors(repeat("f(", n) + repeat(")", n)), "");
  EXPECT_EQ(errors(repeat("{", n) + repeat("}", n)), "");
  EXPECT_EQ(errors(repeat("if x { for { ", n) + repeat("} }", n)), "");
  EXPECT_EQ(errors(repeat("f(func() { ", n) + repeat(" })", n)), "");
  EXPECT_EQ(errors(repeat("switch { case x: ", n) + repeat("}", n)), "");
}

TEST(Nesting, TooDeepIsOneError) {
  const usize n = 100000;
  const auto is_too_deep = [](std::string_view source) {
    const std::string all = errors(source);
    return all.ends_with(": nesting too deep") && all.find('\n') == std::string::npos;
  };
  EXPECT_TRUE(is_too_deep("x = " + repeat("(", n) + "1" + repeat(")", n)));
  EXPECT_TRUE(is_too_deep("x = " + repeat("{", n) + repeat("}", n)));
  EXPECT_TRUE(is_too_deep("x = " + repeat("{a: ", n) + "1" + repeat("}", n)));
  EXPECT_TRUE(is_too_deep("x = " + repeat("- ", n) + "1"));
  EXPECT_TRUE(is_too_deep("x = " + repeat("!", n) + "1"));
  EXPECT_TRUE(is_too_deep("x = " + repeat("1 ** ", n) + "1"));
  EXPECT_TRUE(is_too_deep("x = " + repeat("a[", n) + "1" + repeat("]", n)));
  EXPECT_TRUE(is_too_deep("x = " + repeat("func() { return ", n) + "1" + repeat("}", n)));
  EXPECT_TRUE(is_too_deep("x = " + repeat("a || b && c == d .. e + f * (", n) + "1" + repeat(")", n)));
  EXPECT_TRUE(is_too_deep(repeat("f(", n) + repeat(")", n)));
  EXPECT_TRUE(is_too_deep(repeat("{", n) + repeat("}", n)));
  EXPECT_TRUE(is_too_deep(repeat("if x {", n) + repeat("}", n)));
  EXPECT_TRUE(is_too_deep(repeat("func f() {", n) + repeat("}", n)));
  EXPECT_TRUE(is_too_deep(repeat("switch { case x: ", n) + repeat("}", n)));
  EXPECT_TRUE(is_too_deep(repeat("select { case <-x: ", n) + repeat("}", n)));
}

TEST(Nesting, ChainsAreNoNesting) {
  const usize n = 100000;
  EXPECT_EQ(errors("x = 1" + repeat(" + 1", n)), "");
  EXPECT_EQ(errors("x = 1" + repeat(" .. 1", n)), "");
  EXPECT_EQ(errors("x = 1" + repeat(" && 1", n)), "");
  EXPECT_EQ(errors("x = a" + repeat(".b", n)), "");
  EXPECT_EQ(errors("x = a" + repeat("[1]", n)), "");
  EXPECT_EQ(errors("f" + repeat("()", n)), "");
  EXPECT_EQ(errors("f" + repeat(":m()", n)), "");
  EXPECT_EQ(errors("if x { }" + repeat(" else if y { }", n)), "");
  EXPECT_EQ(errors("x = {" + repeat("1, ", n) + "}"), "");
}

TEST(Nesting, ThePrinterWalksChainsInALoop) {
  const usize n = 100000;
  const std::string sum = testing::grouping("1" + repeat(" + 1", n));
  EXPECT_EQ(sum.size(), 1 + n * 6);
  EXPECT_EQ(testing::grouping("a" + repeat(".b", n)), "a" + repeat(".b", n));
}

TEST(Recovery, AnyGarbageEnds) {
  for (std::string_view piece : {"(",
                                 "{",
                                 "[",
                                 ")",
                                 "}",
                                 "]",
                                 "@",
                                 "x = = ( ",
                                 "x = ({[ ",
                                 "case",
                                 "func",
                                 "func f() { g( ",
                                 "if x { y( }\n",
                                 "switch { case ",
                                 "select { case ",
                                 "a:",
                                 "<-",
                                 "go ",
                                 "\"",
                                 "`",
                                 "'"}) {
    EXPECT_NE(errors(repeat(piece, 5000)), "") << piece;
  }
}

}  // namespace
}  // namespace gs::front
