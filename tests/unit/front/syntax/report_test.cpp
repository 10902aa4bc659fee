// Diagnostics and trees as people see them, warnings of `gscript check`, and REPL input.
#include <gtest/gtest.h>

#include "front/syntax/syntax_testing.hpp"

namespace gs::front {
namespace {

using testing::repeat;
using testing::warnings;

TEST(FormatDiagnostic, ShowsTheLineAndACaret) {
  EXPECT_EQ(format_diagnostic({2, 5, "oops"}, "a.gs", "x\ny = = 2\nz"), "a.gs:2:5: oops\n    y = = 2\n        ^\n");
  EXPECT_EQ(format_diagnostic({1, 1, "odd"}, "a.gs", "x", "warning: "), "a.gs:1:1: warning: odd\n    x\n    ^\n");
}

TEST(FormatDiagnostic, KeepsTabs) {
  EXPECT_EQ(format_diagnostic({1, 5, "oops"}, "a", "\ta\t b"), "a:1:5: oops\n    \ta\t b\n    \t \t ^\n");
}

TEST(FormatDiagnostic, LineEnds) {
  EXPECT_EQ(format_diagnostic({1, 2, "oops"}, "a", "ab\r\ncd"), "a:1:2: oops\n    ab\n     ^\n");
  EXPECT_EQ(format_diagnostic({2, 1, "oops"}, "a", "ab\n"), "a:2:1: oops\n    \n    ^\n");
  EXPECT_EQ(format_diagnostic({1, 3, "oops"}, "a", "ab"), "a:1:3: oops\n    ab\n      ^\n");
  EXPECT_EQ(format_diagnostic({9, 9, "oops"}, "a", "ab"), "a:9:9: oops\n    \n    ^\n");
}

TEST(FormatDiagnostic, SkipsTheByteOrderMark) {
  EXPECT_EQ(format_diagnostic({1, 1, "oops"}, "a", "\xEF\xBB\xBFx"), "a:1:1: oops\n    x\n    ^\n");
}

TEST(FormatDiagnostic, CutsHugeLines) {
  const std::string text = format_diagnostic({1, 500000, "oops"}, "a", repeat("x", 1000000));
  EXPECT_LT(text.size(), 1000u);
}

TEST(DumpAst, TreeOrErrors) {
  CompileOptions options;
  options.source_name = "a.gs";
  EXPECT_EQ(dump_ast("x := 1 + 2", options), "x := (1 + 2)\n");
  EXPECT_EQ(dump_ast("x = = 2", options), "a.gs:1:5: expected expression, found '='\n    x = = 2\n        ^\n");
}

TEST(Warnings, SharedLines) {
  EXPECT_EQ(warnings("a = 1 b = 2\nc = 3; d = 4"), "1:7: statements share a line without ';'");
  EXPECT_EQ(warnings("if a { f() } g()"), "1:14: statements share a line without ';'");
  EXPECT_EQ(warnings("if a { f() }\ng()\nl: for { break }"), "");
  EXPECT_EQ(warnings("switch a { case 1: f() default: g() }"), "");
}

TEST(Warnings, TableFields) {
  EXPECT_EQ(warnings("x = {1, 2 3\n4}"), "1:11: table fields without separator\n2:1: table fields without separator");
  EXPECT_EQ(warnings("x = {1, 2; a: 3,}"), "");
}

TEST(Warnings, DuplicateKeys) {
  EXPECT_EQ(warnings("x = {a: 1, b: 2, a: 3}"), "1:18: duplicate key 'a' in table literal");
  EXPECT_EQ(warnings("x = {a: 1, [\"a\"]: 3}"), "1:12: duplicate key 'a' in table literal");
  EXPECT_EQ(warnings("x = {5, [1]: 6, [1.0]: 7}"),
            "1:9: duplicate key '1' in table literal\n1:17: duplicate key '1' in table literal");
  EXPECT_EQ(warnings("x = {[-1]: 1, [-1]: 2, [true]: 1, [true]: 2, [0.5]: 1, [0.5]: 1}"),
            "1:15: duplicate key '-1' in table literal\n1:35: duplicate key 'true' in table literal\n"
            "1:56: duplicate key '0.5' in table literal");
  EXPECT_EQ(warnings("x = {a: 1, [a]: 2, [a]: 3, [1]: 1, [\"1\"]: 2, [1e-9]: 1, [2e-9]: 1}"), "");
}

TEST(Warnings, LeadingZero) { EXPECT_EQ(warnings("x = 010 + 10"), "1:5: decimal number with leading zero"); }

TEST(Warnings, Unreachable) {
  const std::string line2 = "2:1: unreachable statement";
  EXPECT_EQ(warnings("return\nf()\ng()"), "2:1: unreachable statement: the 'return' before it ends with its line");
  EXPECT_EQ(warnings("for { }\nf()"), line2);
  EXPECT_EQ(warnings("{ return }\nf()"), line2);
  EXPECT_EQ(warnings("if a { return } else if b { return } else { return }\nf()"), line2);
  EXPECT_EQ(warnings("switch { case a: fallthrough; case b: return; default: return }\nf()"), line2);
  EXPECT_EQ(warnings("select { case <-a: return }\nf()"), line2);
  EXPECT_EQ(warnings("for x { break\nf() }"), "2:1: unreachable statement");
  EXPECT_EQ(warnings("for x { continue\nf() }"), "2:1: unreachable statement");
  EXPECT_EQ(warnings("l: for { for { break } }\nf()"), line2);
}

TEST(Warnings, Reachable) {
  for (std::string_view statement :
       {"for { break }", "for x { }", "for { if a { break } }", "l: for { for { break l } }", "if a { return }",
        "if a { return } else { }", "switch { case a: return }", "switch { case a: break; default: return }",
        "select { case <-a: return; default: }", "f(func() { return })", "func f() { return }",
        "for range x { return }", "l: for { switch { default: break l } }"}) {
    EXPECT_EQ(warnings(std::string(statement) + "\nf()"), "") << statement;
  }
}

struct Input {
  bool ok;
  bool is_expression;
  bool incomplete;
};

Input repl(std::string_view source) {
  const ParseResult result = parse(source, {.kind = ChunkKind::kRepl});
  return {!result.diagnostics.has_errors(), result.is_expression, result.incomplete};
}

TEST(Repl, ExpressionLists) {
  for (std::string_view source : {"1", "a, b", "f()", "{}", "{a: 1}", "<-ch", "...", "func() { }", "x\n+ 1", "f(\n)"}) {
    EXPECT_TRUE(repl(source).is_expression) << source;
  }
  EXPECT_EQ(print_tree(*parse("1, f()", {.kind = ChunkKind::kRepl}).chunk), "return 1, f()\n");
}

TEST(Repl, Statements) {
  for (std::string_view source :
       {"x := 1", "x++", "f();", "", "// nothing", "{ x := 1 }", "f() g()", "return 1", "f()\ng()"}) {
    const Input input = repl(source);
    EXPECT_TRUE(input.ok) << source;
    EXPECT_FALSE(input.is_expression) << source;
    EXPECT_FALSE(input.incomplete) << source;
  }
}

TEST(Repl, Incomplete) {
  for (std::string_view source : {"f(1",
                                  "1 +",
                                  "{1,",
                                  "{",
                                  "func f() {",
                                  "if x",
                                  "if x {",
                                  "`abc",
                                  "/* x",
                                  "x =",
                                  "a.",
                                  "a:",
                                  "x := {a: ",
                                  "select {",
                                  "switch x { case 1",
                                  "for",
                                  "x.y(",
                                  "-",
                                  "print(\"a\" ..",
                                  "{ x := 1",
                                  "f(func() {\n x = 1\n",
                                  "go",
                                  "const a ="}) {
    EXPECT_TRUE(repl(source).incomplete) << source;
    EXPECT_TRUE(repl(std::string(source) + "\n").incomplete) << source;
  }
}

TEST(Repl, Wrong) {
  for (std::string_view source :
       {"x = )", "f(1))", "\"abc", "[", "1 2", "x := func() {\n y = = 1", "if x { ) ", "a\n(b)"}) {
    const Input input = repl(source);
    EXPECT_FALSE(input.ok) << source;
    EXPECT_FALSE(input.incomplete) << source;
  }
}

TEST(Parse, TreeOutlivesTheSource) {
  std::string source = "name := \"value\" .. `raw` .. other.field";
  const ParseResult result = parse(source, {});
  source.assign(source.size(), '?');
  EXPECT_EQ(print_tree(*result.chunk), "name := (\"value\" .. \"raw\" .. other.field)\n");
}

}  // namespace
}  // namespace gs::front
