// The canonical form, rule by rule, and over every program of the repository: formatting is idempotent and changes no code.
#include "front/format/format.hpp"

#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <sstream>

#include "bytecode/disassembler.hpp"

namespace gs::front {
namespace {

std::string formatted(std::string_view source) {
  FormatResult result = format(source);
  if (!result.ok) return result.errors.empty() ? "?" : "error: " + result.errors[0].message;
  EXPECT_EQ(format(result.text).text, result.text) << "not idempotent";
  return result.text;
}

// The code without line numbers; empty if the source does not compile.
std::string code_of(std::string_view source) {
  CompileOptions options;
  options.source_name = "x";
  CompileResult compiled = compile(source, options);
  if (!compiled.ok) return {};
  for (bytecode::Function& function : compiled.image.functions) {
    function.line = function.last_line = 0;
    function.lines.assign(function.lines.size(), 0);
  }
  return bytecode::disassemble(compiled.image);
}

TEST(Format, SpacesAroundTokens) {
  EXPECT_EQ(formatted("x:=1+2*-3\n"), "x := 1 + 2 * -3\n");
  EXPECT_EQ(formatted("f ( a ,b , t [ 1 ] . c : m ( ) )"), "f(a, b, t[1].c:m())\n");
  EXPECT_EQ(formatted("y = - -x ; z = ! # t"), "y = - -x\nz = !#t\n");
  EXPECT_EQ(formatted("t={a:1,[ k ]:2,\"s\"}"), "t = {a: 1, [k]: 2, \"s\"}\n");
  EXPECT_EQ(formatted("f(t ...)\ng := func(a,rest ...){return ...}"),
            "f(t...)\ng := func(a, rest...) { return ... }\n");
  EXPECT_EQ(formatted("x ++\nch<-1\nv:=<- ch\nc:=make ( chan,2 )"), "x++\nch <- 1\nv := <-ch\nc := make(chan, 2)\n");
  EXPECT_EQ(formatted("a=5 .x\nb=1 ..2"), "a = 5 .x\nb = 1 .. 2\n");
  EXPECT_EQ(formatted("if(x){}\nfor;;{ }"), "if (x) {}\nfor ; ; {}\n");
}

TEST(Format, StatementsBeginLines) {
  EXPECT_EQ(formatted("a := 1 b := 2;c()"), "a := 1\nb := 2\nc()\n");
  EXPECT_EQ(formatted("f := func() { a() b();; }"), "f := func() { a(); b() }\n");
  EXPECT_EQ(formatted("f := func() { a(); (b)() /* c */; (d)() }"), "f := func() { a(); (b)() /* c */; (d)() }\n");
  EXPECT_EQ(formatted("a(); (b)()"), "a()\n(b)()\n");
  EXPECT_EQ(formatted("return; x()"), "return\nx()\n");
  EXPECT_EQ(formatted("\n\n\na()\n\n\n\nb()\n\n"), "a()\n\nb()\n");
  EXPECT_EQ(formatted(""), "");
}

TEST(Format, Braces) {
  EXPECT_EQ(formatted("if x\n{\n\n  y()\n\n}\nelse\n{ z() }"), "if x {\n    y()\n} else {\n    z()\n}\n");
  EXPECT_EQ(formatted("if x { y() }\nelse if z { w() }"), "if x { y() } else if z { w() }\n");
  EXPECT_EQ(formatted("if a { b() } else if f(func() {\n c() }) { d() }"),
            "if a { b() } else if f(func() {\n    c()\n}) { d() }\n");
  EXPECT_EQ(formatted("func f()\n{ return 1 }\nfunc g() {\n}"), "func f() { return 1 }\nfunc g() {}\n");
  EXPECT_EQ(formatted("{ a()\n}\nouter :\nfor { break outer }"), "{\n    a()\n}\nouter: for { break outer }\n");
}

TEST(Format, Clauses) {
  EXPECT_EQ(formatted("switch x { case 1,2: a(); b()\ncase 3:\n c() default: }"),
            "switch x {\ncase 1, 2: a(); b()\ncase 3:\n    c()\ndefault:\n}\n");
  EXPECT_EQ(formatted("f := func() { switch x { default: y() } }"),
            "f := func() {\n    switch x {\n    default: y()\n    }\n}\n");
  EXPECT_EQ(formatted("select{case v,ok:=<-a: b()\ncase c<-1:}"),
            "select {\ncase v, ok := <-a: b()\ncase c <- 1:\n}\n");
  EXPECT_EQ(formatted("switch { case a: if b {\n c() } }"), "switch {\ncase a:\n    if b {\n        c()\n    }\n}\n");
  EXPECT_EQ(formatted("switch x\n{ }"), "switch x {}\n");
}

TEST(Format, Tables) {
  EXPECT_EQ(formatted("t := {\n1,2\n}"), "t := {\n    1, 2,\n}\n");
  EXPECT_EQ(formatted("t := {1,2,}"), "t := {1, 2}\n");
  EXPECT_EQ(formatted("t := {a:1 b:2; c:3}"), "t := {a: 1, b: 2, c: 3}\n");
  EXPECT_EQ(formatted("t := {\n a: 1, // one\n b: 2 }"), "t := {\n    a: 1, // one\n    b: 2,\n}\n");
  EXPECT_EQ(formatted("t := {\n 1 // one\n}"), "t := {\n    1, // one\n}\n");
  EXPECT_EQ(formatted("f(1 // c\n,)"), "f(1 // c\n)\n");
  EXPECT_EQ(formatted("f(1,)\nf(\n1,\n)"), "f(1)\nf(\n    1,\n)\n");
}

TEST(Format, ContinuedLines) {
  EXPECT_EQ(formatted("x := a\n.b\n.c(func() {\nd()\n})"), "x := a\n    .b\n    .c(func() {\n        d()\n    })\n");
  EXPECT_EQ(formatted("if a &&\nb {\nc()\n}"), "if a &&\n    b {\n    c()\n}\n");
  EXPECT_EQ(formatted("f({\na: 1 +\n2\n})"), "f({\n    a: 1 +\n        2,\n})\n");
  EXPECT_EQ(formatted("x\n=\n1"), "x =\n    1\n");
  EXPECT_EQ(formatted("f(g\n(1))"), "f(g\n    (1))\n");
}

TEST(Format, CommentsStay) {
  EXPECT_EQ(formatted("a() // x  \nbcd()    // y\n\ne() // z"), "a()   // x\nbcd() // y\n\ne() // z\n");
  EXPECT_EQ(formatted("if a { // why\n b() }\n// after\nelse { c() }"),
            "if a { // why\n    b()\n}\n// after\nelse {\n    c()\n}\n");
  EXPECT_EQ(formatted("switch x {\n// first\ncase 1: a()\n  // second\ncase 2:\n  // inside\n b()\n// last\n}"),
            "switch x {\n// first\ncase 1: a()\n// second\ncase 2:\n    // inside\n    b()\n    // last\n}\n");
  EXPECT_EQ(formatted("f(a /* b */,/* c */ d)"), "f(a /* b */, /* c */ d)\n");
  EXPECT_EQ(formatted("/* a */ b()\nfunc f() { /* c */ }"), "/* a */ b()\nfunc f() { /* c */ }\n");
  EXPECT_EQ(formatted("#!/usr/bin/gscript\r\na()\r\n"), "#!/usr/bin/gscript\na()\n");
  EXPECT_EQ(formatted("// only"), "// only\n");
  EXPECT_EQ(formatted("/* a\n   b */ c()"), "/* a\n   b */ c()\n");
}

TEST(Format, KeywordsAsNames) {
  EXPECT_EQ(formatted("x := t.for\ny := t.func\nz()"), "x := t.for\ny := t.func\nz()\n");
  EXPECT_EQ(formatted("t:if (1)\nu := {if:1,else:2}"), "t:if(1)\nu := {if: 1, else: 2}\n");
}

TEST(Format, ReportsWhatDoesNotParse) {
  EXPECT_EQ(formatted("x := ("), "error: expected expression, found end of file");
}

TEST(Format, EveryProgramKeepsItsCode) {
  int count = 0;
  for (const char* folder : {"tests", "bench", "examples"}) {
    for (const auto& entry : std::filesystem::recursive_directory_iterator(std::string(GS_SOURCE_DIR) + "/" + folder)) {
      if (entry.path().extension() != ".gs") continue;
      std::stringstream text;
      text << std::ifstream(entry.path(), std::ios::binary).rdbuf();
      const std::string source = text.str();
      const FormatResult once = format(source);
      if (!once.ok) continue;
      ++count;
      EXPECT_EQ(format(once.text).text, once.text) << entry.path();
      EXPECT_EQ(code_of(once.text), code_of(source)) << entry.path();
    }
  }
  EXPECT_GT(count, 500);
}

}  // namespace
}  // namespace gs::front
