// Names and scopes: where variables live, what sees what, the errors of scoping.
#include "compile_support.hpp"

namespace gs::front {
namespace {

bool has(const std::string& code, const std::string& part) {
  return code.find(part) != std::string::npos;
}

TEST(Resolver, TopLevelNamesAreGlobals) {
  EXPECT_EQ(code_of("x := 1\nx := 2\nx = 3\nconst k = x\n{ x := 5; y = x }", 0),
            "LOADINT r0 1\n"
            "DEFGLOBAL r0 k0 ; x\n"
            "LOADINT r0 2\n"
            "SETGLOBAL r0 k0 ; x\n"
            "LOADINT r0 3\n"
            "SETGLOBAL r0 k0 ; x\n"
            "GETGLOBAL r0 k0 ; x\n"
            "DEFGLOBAL r0 k1 x=1 ; k\n"
            "LOADINT r0 5\n"
            "SETGLOBAL r0 k2 ; y\n"
            "RETURN0\n");
}

TEST(Resolver, ModuleNamesArePrivateAndSeenByItsFunctions) {
  const std::string source = "y := x\nfunc f() { return x }\nx := 1\nreturn x";
  EXPECT_EQ(code_of(source, 0, ChunkKind::kModule),
            "GETGLOBAL r0 k0 ; x\n"
            "DEFGLOBAL r0 k1 ; module y\n"
            "CLOSURE r0 k2 ; function 1 'f'\n"
            "DEFGLOBAL r0 k3 ; module f\n"
            "LOADINT r0 1\n"
            "DEFGLOBAL r0 k4 ; module x\n"
            "GETGLOBAL r0 k4 ; module x\n"
            "RETURN1 r0\n");
  EXPECT_EQ(code_of(source, 1, ChunkKind::kModule), "GETGLOBAL r0 k0 ; module x\nRETURN1 r0\n");
}

TEST(Resolver, ReplMayRedeclare) {
  EXPECT_TRUE(compile_snippet("const a = 1; a := 2; var a", ChunkKind::kRepl).ok);
  EXPECT_EQ(code_of("x := 1", 0, ChunkKind::kRepl), "LOADINT r0 1\nDEFGLOBAL r0 k0 ; x\nRETURN0\n");
  EXPECT_EQ(code_of("x, 1", 0, ChunkKind::kRepl), "GETGLOBAL r0 k0 ; x\nLOADINT r1 1\nRETURN r0 3\n");
}

TEST(Resolver, FinalVariablesAreCapturedByValue) {
  EXPECT_TRUE(has(code_of("func f(a) { return func() { return a } }", 2), "GETUPVAL"));
  EXPECT_TRUE(has(code_of("func f(a) { a = a || 1; return func() { return a } }", 2), "GETUPVAL"));
  EXPECT_TRUE(has(code_of("func f(t) { for k := range t { g(func() { return k }) } }", 2), "GETUPVAL"));
  EXPECT_TRUE(has(code_of("func f(t) { for i := 0; i < t; i++ { g(func() { return i }) } }", 2), "GETUPVAL"));
  EXPECT_TRUE(has(code_of("func f(a) { for a { x := g(); h(func() { return x }) } }", 2), "GETUPVAL"));
}

TEST(Resolver, OthersLiveInCells) {
  EXPECT_TRUE(has(code_of("func f(a) { g := func() { return a }; a = 1; return g }", 2), "GETUPCELL"));
  EXPECT_TRUE(has(code_of("func f(a) { return func() { a++ } }", 2), "SETUPCELL"));
  EXPECT_TRUE(has(code_of("func f(a) { for { a = g(); h(func() { return a }) } }", 2), "GETUPCELL"));
  EXPECT_TRUE(has(code_of("func f(t) { for i := 0; i < t; i++ { g(func() { return i }); i++ } }", 2), "GETUPCELL"));
  EXPECT_TRUE(has(code_of("func f(t) { for i := 0; g(func() { return i }); i++ { } }", 2), "GETUPCELL"));
  EXPECT_TRUE(has(code_of("func f(x) { switch x { default: x = 1 case g(func() { return x }): } }", 2), "GETUPCELL"));
}

TEST(Resolver, CellsOfLoopVariablesAreRenewed) {
  const std::string code = body_code("for i := 0; i < a; i++ { b(func() { i++ }) }");
  EXPECT_TRUE(has(code, "GETCELL r4 r3 k0 ; \"i\"\nNEWCELL r3 r4\nGETCELL r4 r3")) << code;
}

TEST(Resolver, RecursionSeesItsOwnName) {
  EXPECT_EQ(code_of("func o() { f := func(n) { return f(n) } return f }", 1),
            "LOADPRIM r0 3\n"
            "NEWCELL r0 r0\n"
            "CLOSURE r1 k1 ; function 2 'f'\n"
            "SETCELL r0 r1 k0 x=1 ; \"f\"\n"
            "GETCELL r1 r0 k0 ; \"f\"\n"
            "RETURN1 r1\n");
  EXPECT_TRUE(has(code_of("func o() { f := (func(n) { return f(n) }) return f }", 2), "GETGLOBAL"));
  EXPECT_TRUE(has(code_of("func o(a) { a := a + 1; return a }", 1), "ADDI r0 r0 1"));
  EXPECT_TRUE(has(code_of("func o(a) { { a := a + 1; return a } }", 1), "ADDI r1 r0 1"));
}

TEST(Resolver, SiblingFunctionsSeeEachOther) {
  const std::string source = "func o() { func f() { return g() } func g() { return f() } return f }";
  EXPECT_TRUE(has(code_of(source, 2), "GETUPCELL"));  // g, not yet declared when f is made
  EXPECT_TRUE(has(code_of(source, 3), "GETUPVAL"));   // f, declared before g is made
  EXPECT_TRUE(has(code_of("func o() { h(func() { return g() }) func g() { } }", 2), "GETGLOBAL"));
}

TEST(Resolver, DeclarationErrors) {
  EXPECT_EQ(errors_of("a, b := 1, 2\na, b := 3, 4"), Texts{"2:1: no new variables on left side of :="});
  EXPECT_EQ(errors_of("func f(a) { var a }"), Texts{"1:17: 'a' redeclared in this block"});
  EXPECT_EQ(errors_of("x := 1; const x = 2"), Texts{"1:15: 'x' redeclared in this block"});
  EXPECT_EQ(errors_of("func f(a, b, a) { }"), Texts{"1:14: duplicate parameter 'a'"});
  EXPECT_EQ(errors_of("func f(_, _) { return _ }"), Texts{"1:23: cannot use _ as a value"});
  EXPECT_EQ(errors_of("_ := 1; _ = 2; _, x := 1, 2"), Texts{});
}

TEST(Resolver, ConstantErrors) {
  EXPECT_EQ(errors_of("const a = 1\na = 2\na++\na := 3\nfunc a() { }\nfunc f() { a += 1 }"),
            (Texts{"2:1: cannot assign to constant 'a'", "3:1: cannot assign to constant 'a'",
                   "4:1: cannot assign to constant 'a'", "5:6: cannot assign to constant 'a'",
                   "6:12: cannot assign to constant 'a'"}));
  EXPECT_EQ(errors_of("const a = 1\n{ a := 2; a = 3 }"), Texts{});
  EXPECT_EQ(errors_of("func f() { k = 1 }\nconst k = 2", ChunkKind::kModule),
            Texts{"1:12: cannot assign to constant 'k'"});
}

TEST(Resolver, LabelErrors) {
  EXPECT_EQ(errors_of("break"), Texts{"1:1: break outside loop, switch or select"});
  EXPECT_EQ(errors_of("switch { default: continue }"), Texts{"1:19: continue outside loop"});
  EXPECT_EQ(errors_of("for { break x }"), Texts{"1:13: label 'x' not defined"});
  EXPECT_EQ(errors_of("x: for { func() { for { break x } }() }"), Texts{"1:31: label 'x' not defined"});
  EXPECT_EQ(errors_of("x: switch { default: for { continue x } }"), Texts{"1:37: 'x' does not label a loop"});
  EXPECT_EQ(errors_of("x: for { }\nx: for { }"), Texts{"2:1: label 'x' already defined"});
}

TEST(Resolver, VarargErrors) {
  EXPECT_EQ(errors_of("func f() { return ... }"), Texts{"1:19: cannot use '...' outside a vararg function"});
  EXPECT_EQ(errors_of("print(...)"), Texts{});
  EXPECT_EQ(errors_of("func f(...) { return func() { return #... } }").size(), 1u);
}

TEST(Resolver, Warnings) {
  CompileOptions options;
  options.warnings = true;
  options.known_globals = {"print"};
  const CompileResult result = compile(
      "x := 1\nx := 2\nfunc f() { }\nfunc f() { }\nl: for { break }\nprint(nosuch, nosuch)\ng := func() { return late "
      "}\nlate := 1",
      options);
  ASSERT_TRUE(result.ok);
  std::vector<u32> lines;
  for (const Diagnostic& warning : result.warnings) lines.push_back(warning.line);
  EXPECT_EQ(lines, (std::vector<u32>{2, 4, 5, 6}));
}

TEST(Resolver, TooManyRegisters) {
  std::string source = "func f() {\n";
  for (int i = 0; i < 66000; ++i) source += "v" + std::to_string(i) + " := g()\n";
  const Texts errors = errors_of(source + "}");
  ASSERT_EQ(errors.size(), 1u);
  EXPECT_EQ(errors[0], "65536:1: function or expression needs too many registers");
}

}  // namespace
}  // namespace gs::front
