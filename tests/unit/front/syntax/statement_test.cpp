// Statements, their ambiguities and their errors (language 2, 5).
#include <gtest/gtest.h>

#include "front/syntax/syntax_testing.hpp"

namespace gs::front {
namespace {

using testing::errors;
using testing::first_error;
using testing::tree;

TEST(Statement, Simple) {
  EXPECT_EQ(tree("a, b := 1, 2"), "a, b := 1, 2");
  EXPECT_EQ(tree("a, t.b, t[1] = f()"), "a, t.b, t[1] = f()");
  EXPECT_EQ(tree("a += 1 b..=2 c&^=3 t.d<<=4"), "a += 1\nb ..= 2\nc &^= 3\nt.d <<= 4");
  EXPECT_EQ(tree("a++; t[1]--"), "a += 1\nt[1] -= 1");
  EXPECT_EQ(tree("ch <- 1 + 2"), "ch <- (1 + 2)");
  EXPECT_EQ(tree("a || b <- c"), "(a || b) <- c");
  EXPECT_EQ(tree("<-ch"), "(<-ch)");
  EXPECT_EQ(tree("a := b <-c"), "a := b\n(<-c)");
  EXPECT_EQ(tree("f()(1):m(2)"), "f()(1):m(2)");
  EXPECT_EQ(tree(";;a := 1;; b := 2;"), "a := 1\nb := 2");
  EXPECT_EQ(tree("a := 1 b := 2 f() g()"), "a := 1\nb := 2\nf()\ng()");
}

TEST(Statement, NotStatements) {
  EXPECT_EQ(errors("x"), "1:1: expression is not a statement");
  EXPECT_EQ(errors("x + 1; (f()); \"s\"; t[1]"),
            "1:1: expression is not a statement\n1:8: expression is not a statement\n"
            "1:15: expression is not a statement\n1:20: expression is not a statement");
  EXPECT_EQ(first_error("in := 1"), "1:1: expected statement, found 'in'");
  EXPECT_EQ(first_error("else { }"), "1:1: expected statement, found 'else'");
  EXPECT_EQ(first_error("a, b"), "1:5: expected '=', found end of file");
  EXPECT_EQ(first_error("a, b += 1"), "1:6: expected '=', found '+='");
}

TEST(Statement, Targets) {
  for (std::string_view source :
       {"5 = 1", "f() = 1", "(a) = 1", "a + b = 1", "f() += 1", "f()++", "...[1] = 2", "f() := 1"}) {
    EXPECT_EQ(errors(source), "1:1: cannot assign to this expression") << source;
  }
  EXPECT_EQ(errors("a, f() = 1, 2"), "1:4: cannot assign to this expression");
  EXPECT_EQ(errors("a, b.c := 1, 2"), "1:4: cannot assign to this expression");
}

TEST(Statement, Declarations) {
  EXPECT_EQ(tree("var a, b = f()"), "var a, b = f()");
  EXPECT_EQ(tree("var a"), "var a");
  EXPECT_EQ(tree("const a, b = 1, 2"), "const a, b = 1, 2");
  EXPECT_EQ(errors("const k"), "1:7: missing value in const declaration");
  EXPECT_EQ(errors("const k\nx = = 1"), "1:7: missing value in const declaration\n2:5: expected expression, found '='");
  EXPECT_EQ(first_error("var 1 = 2"), "1:5: expected name, found '1'");
  EXPECT_EQ(first_error("var x := 2"), "1:7: expected '=', found ':='");
}

TEST(Statement, Functions) {
  EXPECT_EQ(tree("func f(a, b, rest...) { return a }"), "func f(a, b, rest...) {\n  return a\n}");
  EXPECT_EQ(tree("func f(...,) { }"), "func f(...) {\n}");
  EXPECT_EQ(tree("func f(a,\nb,) { }"), "func f(a, b) {\n}");
  EXPECT_EQ(tree("func() { }()"), "func() {\n}()");
  EXPECT_EQ(first_error("func f(..., a) { }"), "1:13: expected ')', found 'a'");
  EXPECT_EQ(first_error("func f(1) { }"), "1:8: expected name, found '1'");
  EXPECT_EQ(first_error("func 5() { }"), "1:6: expected name, found '5'");
  EXPECT_EQ(first_error("func f() return"), "1:10: expected '{', found 'return'");
}

TEST(Statement, FunctionNames) {
  EXPECT_EQ(tree("f := func() { }"), "f := func f() {\n}");
  EXPECT_EQ(tree("var f, g = func() { }, func() { }"), "var f, g = func f() {\n}, func g() {\n}");
  EXPECT_EQ(tree("const f = func() { }"), "const f = func f() {\n}");
  EXPECT_EQ(tree("f = func() { }"), "f = func f() {\n}");
  EXPECT_EQ(tree("a.b.f = func() { }"), "a.b.f = func a.b.f() {\n}");
  EXPECT_EQ(tree("x = {f: func() { }, [1]: func() { }}"), "x = {f: func f() {\n}, [1]: func() {\n}}");
  EXPECT_EQ(tree("a[1] = func() { }"), "a[1] = func() {\n}");
  EXPECT_EQ(tree("f().g = func() { }"), "f().g = func() {\n}");
  EXPECT_EQ(tree("f := (func() { })"), "f := ((func() {\n}))");
  EXPECT_EQ(tree("f := func() { }()"), "f := func() {\n}()");
}

TEST(Statement, FunctionLines) {
  const ParseResult result = parse("\nf := func(\n) {\n\n}", {});
  const auto& declaration = ast::as<ast::Declaration>(*result.chunk->body.statements[0]);
  const ast::Function& function = *ast::as<ast::FunctionExpr>(*declaration.values[0]).function;
  EXPECT_EQ(function.line, 2u);
  EXPECT_EQ(function.last_line, 5u);
  EXPECT_TRUE(result.chunk->is_chunk);
  EXPECT_EQ(result.chunk->last_line, 5u);
}

TEST(Statement, If) {
  EXPECT_EQ(tree("if a { f() } else if b { g() } elseif v := h(); v { } else { i() }"),
            "if a {\n  f()\n} else if b {\n  g()\n} else if v := h(); v {\n} else {\n  i()\n}");
  EXPECT_EQ(tree("if a\n{\n}\nelse\n{\n}"), "if a {\n} else {\n}");
  EXPECT_EQ(tree("if t == {} { }"), "if (t == {}) {\n}");
  EXPECT_EQ(tree("if {} { }"), "if {} {\n}");
  EXPECT_EQ(tree("if ch <- v; ok { }"), "if ch <- v; ok {\n}");
  EXPECT_EQ(first_error("if x = 1 { }"), "1:10: expected ';', found '{'");
  EXPECT_EQ(first_error("if x; y { }"), "1:4: expression is not a statement");
  EXPECT_EQ(first_error("if true"), "1:8: expected '{', found end of file");
  EXPECT_EQ(first_error("if true { f()"), "1:14: expected '}', found end of file");
}

TEST(Statement, For) {
  EXPECT_EQ(tree("for { }"), "for {\n}");
  EXPECT_EQ(tree("for x { }"), "for x {\n}");
  EXPECT_EQ(tree("for i := 0; i < 3; i++ { }"), "for i := 0; (i < 3); i += 1 {\n}");
  EXPECT_EQ(tree("for ;; { }"), "for {\n}");
  EXPECT_EQ(tree("for f(); ; { }"), "for f(); ; {\n}");
  EXPECT_EQ(tree("for k, v := range t { }"), "for k, v := range t {\n}");
  EXPECT_EQ(tree("for k := range ... { }"), "for k := range ... {\n}");
  EXPECT_EQ(tree("for range {1} { }"), "for range {1} {\n}");
  EXPECT_EQ(errors("for a, b, c := range t { }"), "1:11: range permits at most two variables");
  EXPECT_EQ(first_error("for i := 0; i < 3 { }"), "1:19: expected ';', found '{'");
  EXPECT_EQ(first_error("for i := 0; i < 3; i := 2 { }"), "1:22: expected '=', found ':='");
  EXPECT_EQ(first_error("for i := 0 { }"), "1:12: expected ';', found '{'");
}

TEST(Statement, Switch) {
  EXPECT_EQ(tree("switch n := f(); n {\ncase 1, 2: a()\nfallthrough\ncase 3:\ndefault: ;; b()\n}"),
            "switch n := f(); n {\ncase 1, 2:\n  a()\n  fallthrough\ncase 3:\ndefault:\n  b()\n}");
  EXPECT_EQ(tree("switch n := f(); { }"), "switch n := f(); {\n}");
  EXPECT_EQ(tree("switch { }"), "switch {\n}");
  EXPECT_EQ(tree("switch x\n{ }"), "switch x {\n}");
  EXPECT_EQ(tree("switch x { case (a:m()): case f(a:m()): case {a: 1}.a: case t[a:m()]: }"),
            "switch x {\ncase ((a:m())):\ncase f(a:m()):\ncase {a: 1}.a:\ncase t[a:m()]:\n}");
  EXPECT_EQ(tree("switch { case func() { a:m() }: }"), "switch {\ncase func() {\n  a:m()\n}:\n}");
  EXPECT_EQ(errors("switch 1 {\ndefault: f()\ndefault: g()\n}"), "3:1: more than one default");
  EXPECT_EQ(first_error("switch x { f() }"), "1:12: expected '}', found 'f'");
}

TEST(Statement, Fallthrough) {
  const std::string misplaced = "fallthrough must be the last statement of a clause";
  EXPECT_EQ(errors("fallthrough"), "1:1: " + misplaced);
  EXPECT_EQ(errors("switch { case 1: fallthrough; f()\ncase 2: }"), "1:18: " + misplaced);
  EXPECT_EQ(errors("switch { case 1: if x { fallthrough }\ncase 2: }"), "1:25: " + misplaced);
  EXPECT_EQ(errors("select { default: fallthrough }"), "1:19: " + misplaced);
  EXPECT_EQ(errors("switch { case 1: case 2: fallthrough }"), "1:26: cannot fall through out of the last clause");
  EXPECT_EQ(errors("switch { case 1: fallthrough;; case 2: }"), "");
}

TEST(Statement, Select) {
  EXPECT_EQ(tree("select {\ncase v := <-a: f()\ncase v, ok = <-b.c:\ncase t[1] = <-d():\ncase c <- x + 1:\ncase "
                 "<-e:\ndefault:\n}"),
            "select {\ncase v := <-a:\n  f()\ncase v, ok = <-b.c:\ncase t[1] = <-d():\ncase c <- (x + 1):\ncase "
            "<-e:\ndefault:\n}");
  EXPECT_EQ(tree("select\n{\n}"), "select {\n}");
  EXPECT_EQ(tree("select(\"#\")"), "select(\"#\")");
  EXPECT_EQ(tree("x = select"), "x = select");
  EXPECT_EQ(errors("select { default: default: }"), "1:19: more than one default");
  EXPECT_EQ(first_error("select { case a, b, c := <-d: }"), "1:19: expected ':=', found ','");
  EXPECT_EQ(first_error("select { case x: }"), "1:16: expected '<-', found ':'");
  EXPECT_EQ(first_error("select { case x := 1: }"), "1:20: expected '<-', found '1'");
  EXPECT_EQ(first_error("select { case v := <-x + 1: }"), "1:24: expected ':', found '+'");
}

TEST(Statement, Labels) {
  EXPECT_EQ(tree("l: for { break l }"), "l: for {\n  break l\n}");
  EXPECT_EQ(tree("l:\nswitch { }"), "l: switch {\n}");
  EXPECT_EQ(tree("l: select { }"), "l: select {\n}");
  EXPECT_EQ(tree("obj:select()"), "obj:select()");
  EXPECT_EQ(tree("obj:m()"), "obj:m()");
  EXPECT_EQ(tree("for { break\nx() }"), "for {\n  break\n  x()\n}");
  EXPECT_EQ(first_error("for { continue x() }"), "1:18: expected expression, found ')'");
}

TEST(Statement, Return) {
  EXPECT_EQ(tree("return\nf()"), "return\nf()");
  EXPECT_EQ(tree("return f(), 2"), "return f(), 2");
  EXPECT_EQ(tree("func f() { return }"), "func f() {\n  return\n}");
  EXPECT_EQ(tree("return <-ch"), "return (<-ch)");
  EXPECT_EQ(tree("return {1}"), "return {1}");
  EXPECT_EQ(tree("return; f()"), "return\nf()");
  EXPECT_EQ(first_error("return )"), "1:8: expected statement, found ')'");
}

TEST(Statement, GoAndDefer) {
  EXPECT_EQ(tree("go f() defer a:m(t...)"), "go f()\ndefer a:m(t...)");
  EXPECT_EQ(tree("go (f)()"), "go ((f))()");
  EXPECT_EQ(tree("go func() { }()"), "go func() {\n}()");
  EXPECT_EQ(errors("go f"), "1:4: go requires a function call");
  EXPECT_EQ(errors("func f() { defer 5 }"), "1:18: defer requires a function call");
  EXPECT_EQ(errors("go (f())"), "1:4: go requires a function call");
  EXPECT_EQ(errors("go f() + 1"), "1:4: go requires a function call");
}

TEST(Statement, Goto) {
  EXPECT_EQ(errors("goto done"), "1:1: goto is not supported");
  EXPECT_EQ(errors("goto done\nf()\ngoto x"), "1:1: goto is not supported\n3:1: goto is not supported");
}

TEST(Statement, Blocks) {
  EXPECT_EQ(tree("{ a() { b() } }"), "{\n  a()\n  {\n    b()\n  }\n}");
  EXPECT_EQ(first_error("f()\n}"), "2:1: expected statement, found '}'");
}

}  // namespace
}  // namespace gs::front
