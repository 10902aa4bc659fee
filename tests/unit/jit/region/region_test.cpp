// Regions of small functions: the IR verifies, and run on the heap it computes what the interpreter does.
#include "jit/region/region_fixture.hpp"

namespace gs::jit::region {
namespace {

using ir::Op;

TEST_F(RegionTest, CountedLoopOfInts) {
  run(R"gs(func f(n) { s := 0; for i := 1; i <= n; i++ { s = s + i * 2; if s > 100 { s = s - 100 } }; return s }; f(50))gs");
  auto built = build_function("f", {integer(50)});
  ASSERT_TRUE(built);
  EXPECT_EQ(count_op(*built, Op::BoxInt), 1u) << ir::print(*built);
  EXPECT_EQ(count_op(*built, Op::GuardInt), 1u) << ir::print(*built);
  expect_same("f", {integer(1000)});
}

TEST_F(RegionTest, IntThatBecomesFloatIsPeeled) {
  run(R"gs(func f(n) { s := 0; for i := 1; i <= n; i++ { s = s + i * 0.5 }; return s }; f(50))gs");
  expect_same("f", {integer(50)});
  expect_same("f", {integer(1)});
  expect_same("f", {integer(0)});
  auto built = build_function("f", {integer(50)});
  ASSERT_TRUE(built);
  EXPECT_EQ(count_op(*built, Op::GuardFloat), 0u) << ir::print(*built);
}

TEST_F(RegionTest, ArraysOfFloats) {
  run(R"gs(t := {}
  for i := 1; i <= 100; i++ { t[i] = i + 0.25 }
  func sum(t) { s := 0.0; for i := 1; i <= #t; i++ { s = s + t[i] }; return s }
  func scale(t, k) { for i := 1; i <= #t; i++ { t[i] = t[i] * k }; return t[#t] }
  sum(t); scale(t, 1.5))gs");
  const vm::Value t = vm_.get_global("t");
  expect_same("sum", {t});
  auto built = build_function("scale", {t, number(0.5)});
  ASSERT_TRUE(built);
  EXPECT_EQ(count_op(*built, Op::CallRuntime), 0u) << ir::print(*built);
  EXPECT_EQ(execute(*built, "scale", {t, number(2)}).end, MachineResult::End::kReturned);
}

TEST_F(RegionTest, FieldsAndMethods) {
  run(R"gs(Point := {}
  Point.__index = Point
  Point.dot = func(self, o) { return self.x * o.x + self.y * o.y }
  p := setmetatable({x: 1.5, y: 2.5}, Point)
  q := setmetatable({x: 3.5, y: 4.5}, Point)
  func f(p, q, n) { s := 0.0; for i := 1; i <= n; i++ { s = s + p:dot(q); p.x = p.x + 1.0 }; return s }
  f(p, q, 20); p.x = 1.5)gs");
  auto built = build_function("f", {vm_.get_global("p"), vm_.get_global("q"), integer(3)});
  ASSERT_TRUE(built);
  EXPECT_EQ(count_op(*built, Op::Call), 0u) << ir::print(*built);
  EXPECT_EQ(result_.prototypes.size(), 2u);
  const MachineResult got = execute(*built, "f", {vm_.get_global("p"), vm_.get_global("q"), integer(3)});
  ASSERT_EQ(got.end, MachineResult::End::kReturned);
  EXPECT_EQ(got.results[0].as_double(), 1.5 * 3.5 + 2.5 * 4.5 + 2.5 * 3.5 + 2.5 * 4.5 + 3.5 * 3.5 + 2.5 * 4.5);
}

TEST_F(RegionTest, GlobalsOfALoopStayInRegisters) {
  run(R"gs(x := 0
  x = 1
  func f(n) { for i := 1; i <= n; i++ { x = x + i }; return x }
  f(10); x = 0)gs");
  auto built = build_function("f", {integer(10)});
  ASSERT_TRUE(built);
  EXPECT_EQ(count_op(*built, Op::StoreGlobal), 1u) << ir::print(*built);
  EXPECT_EQ(describe(execute(*built, "f", {integer(10)}).results[0]), "55");
  EXPECT_EQ(describe(vm_.get_global("x")), "55");
}

TEST_F(RegionTest, RecursionIsInlinedOnce) {
  run(R"gs(func fib(n) { if n < 2 { return n }; return fib(n - 1) + fib(n - 2) }; fib(10))gs");
  auto built = build_function("fib", {integer(10)});
  ASSERT_TRUE(built);
  EXPECT_EQ(count_op(*built, Op::Call), 4u) << ir::print(*built);
  expect_same("fib", {integer(12)});
}

struct Snippet {
  const char* name;
  const char* source;   // defines f, calls it
  i64 argument;
};

class SnippetTest : public RegionTest, public testing::WithParamInterface<Snippet> {};

TEST_P(SnippetTest, ComputesTheSame) {
  run(GetParam().source);
  if (HasFatalFailure()) return;
  expect_same("f", {integer(GetParam().argument)});
}

constexpr Snippet kSnippets[] = {
    {"collatz", R"gs(func f(n) { c := 0; for n != 1 { if n % 2 == 0 { n = n / 2 } else { n = 3 * n + 1 }; c = c + 1 }; return c }
       f(27); f(6))gs", 97},
    {"nested", R"gs(func f(n) { s := 0; for i := 1; i <= n; i++ { for j := i; j > 0; j -= 2 { s = s + i * j } }; return s }; f(20))gs", 15},
    {"nested_float", R"gs(func f(n) { s := 0; for i := 1; i <= n; i++ { for j := 1; j <= i; j++ { s = s + i / (j + 0.5) } }; return s }
       f(20))gs", 15},
    {"fill", R"gs(func f(n) { t := {}; for i := 1; i <= n; i++ { t[i] = i * i }; s := 0; for i := 1; i <= n; i++ { s = s + t[i] }
       return s }; f(20))gs", 30},
    {"append", R"gs(func f(n) { t := {}; for i := 1; i <= n; i++ { t[#t + 1] = i }; return #t }; f(20))gs", 30},
    {"objects", R"gs(func f(n) { p := {x: 0, y: 1}; for i := 1; i <= n; i++ { p.x = p.x + p.y; p = {x: p.x, y: i} }; return p.x }
       f(20))gs", 30},
    {"closure_cell", R"gs(func f(n) { c := 0; add := func(k) { c = c + k }; for i := 1; i <= n; i++ { add(i) }; return c }
       f(20))gs", 30},
    {"upvalue", R"gs(func make(k) { return func(x) { return x * k } }; double := make(2)
       func f(n) { s := 0; for i := 1; i <= n; i++ { s = s + double(i) }; return s }; f(20))gs", 30},
    {"range_int", R"gs(func f(n) { s := 0; for i := range n { s = s + i }; return s }; f(20))gs", 30},
    {"range_array", R"gs(t := {3, 1, 4, 1, 5}; func f(n) { s := 0; for j := 1; j <= n; j++ { for i, v := range t { s = s + i * v } }
       return s }; f(20))gs", 5},
    {"range_table", R"gs(t := {a: 3, b: 1, c: 4}; func f(n) { s := 0; for j := 1; j <= n; j++ { for k, v := range t { s = s + v } }
       return s }; f(20))gs", 5},
    {"bits", R"gs(func f(n) { h := 5381; for i := 1; i <= n; i++ { h = ((h << 5) ^ h ^ i) & 0xffffffff; h = h | (i >> 2) }; return h }
       f(20))gs", 30},
    {"power", R"gs(func f(n) { s := 0.0; for i := 1; i <= n; i++ { s = s + i ** 2.5 - i % 7.5 }; return s }; f(20))gs", 30},
    {"mixed", R"gs(func f(n) { s := 0; for i := 1; i <= n; i++ { if i % 3 == 0 { s = s + 0.5 } else { s = s + 1 } }; return s }
       f(20))gs", 31},
    {"and_or", R"gs(func f(n) { c := 0; for i := 1; i <= n; i++ { if i > 3 && i < 10 || i == 15 { c = c + 1 } }; return c }; f(20))gs", 30},
    {"nil_test", R"gs(t := {1, nil, 3, nil, 5}; func f(n) { c := 0; for i := 1; i <= 5; i++ { if t[i] == nil { c = c + 1 } }; return c }
       f(20))gs", 30},
    {"strings", R"gs(func f(n) { c := 0; s := "abc"; for i := 1; i <= n; i++ { if s == "abc" { c = c + #s } }; return c }; f(20))gs", 30},
    {"math", R"gs(func f(n) { s := 0.0; for i := 1; i <= n; i++ { s = s + math.sqrt(i) + math.floor(i / 2) }; return s }; f(20))gs", 30},
    {"tail_call", R"gs(func gcd(a, b) { if b == 0 { return a }; return gcd(b, a % b) }
       func f(n) { s := 0; for i := 1; i <= n; i++ { s = s + gcd(i, 12) }; return s }; f(20))gs", 30},
    {"open_tail_call", R"gs(add := func(a, b) { return a + b }; add = func(a, b) { return a + b }
       func g(i) { return add(i, 2) }; func f(n) { s := 0; for i := 1; i <= n; i++ { s = s + g(i) }; return add(s, 1) }; f(20))gs", 30},
    {"passed_on", R"gs(func three() { return 1, 2, 3 }; func sum(a, b, c) { return a + b + c }
       func f(n) { s := 0; for i := 1; i <= n; i++ { s = s + sum(three()) }; return s }; f(20))gs", 30},
    {"byte", R"gs(text := "hello"; func f(n) { s := 0; for i := 1; i <= #text; i++ { s = s * 31 + text:byte(i) + string.byte(text, i) }
       return math.max(s, n) + bit32.band(s, 255) + math.abs(-n) }; f(20))gs", 30},
    {"several_shapes", R"gs(a := {x: 1, y: 2}; b := {y: 3, x: 4}; c := {z: 0, x: 5, y: 6}
       func g(o) { o.y = o.y + 1; return o.x * 2 + o.y }
       func f(n) { s := 0; for i := 1; i <= n; i++ { s = s + g(a) + g(b) + g(c) }; a.y = 2; b.y = 3; c.y = 6; return s }; f(20))gs", 30},
    {"several_classes", R"gs(func class() { c := {}; c.__index = c; return c }
       A, B, C := class(), class(), class()
       A.area = func(self) { return self.r * 3 }; B.area = func(self) { return self.w * self.h }; C.area = func(self) { return 7 }
       shapes := {setmetatable({r: 2}, A), setmetatable({w: 2, h: 5}, B), setmetatable({}, C)}
       func f(n) { s := 0; for i := 1; i <= n; i++ { for j := 1; j <= 3; j++ { s = s + shapes[j]:area() } }; return s }; f(20))gs", 30},
    {"absent_fields", R"gs(C := {}; C.__index = C; C.kind = "c"; list := nil
       for i := 1; i <= 5; i++ { list = setmetatable({value: i, next: list}, C) }
       func f(n) { s := 0; for i := 1; i <= n; i++ { p := list; for p { s = s + p.value + #p.kind; p = p.next } }; return s }; f(20))gs", 7},
    {"field_set_to_nil", R"gs(o := {a: 1, b: 2}
       func f(n) { s := 0; for i := 1; i <= n; i++ { o.a = nil; if o.a == nil { s = s + o.b }; o.a = i }; return s }; f(20))gs", 7},
    {"inherited_default", R"gs(C := {size: 10}; C.__index = C; o := setmetatable({size: nil, x: 1}, C)
       func f(n) { s := 0; for i := 1; i <= n; i++ { s = s + o.size }; return s }; f(20))gs", 7},
    {"range_function", R"gs(func up(n) { i := 0; return func() { i = i + 1; if i <= n { return i, i * 2 } } }
       func f(n) { s := 0; for k, v := range up(n) { s = s + k * v }; return s }; f(20))gs", 7},
    {"range_string", R"gs(func f(n) { s := 0; for i, c := range "abcdef" { s = s + i * c * n }; return s }; f(20))gs", 7},
    {"constructor", R"gs(P := {}; P.__index = P; P.new = func(x, y) { return setmetatable({x: x, y: y}, P) }
       P.add = func(a, b) { return P.new(a.x + b.x, a.y + b.y) }
       func f(n) { p := P.new(0, 0); for i := 1; i <= n; i++ { p = p:add(P.new(i, 1)) }; return p.x * 100 + p.y }; f(20))gs", 30},
    {"early_return", R"gs(func find(t, x) { for i := 1; i <= #t; i++ { if t[i] == x { return i } }; return -1 }
       t := {5, 6, 7}; func f(n) { s := 0; for i := 1; i <= n; i++ { s = s + find(t, i) }; return s }; f(20))gs", 30},
    {"two_results", R"gs(func dm(a, b) { return a - a % b, a % b }
       func f(n) { s := 0; for i := 1; i <= n; i++ { q, r := dm(i, 7); s = s + q * 10 + r }; return s }; f(20))gs", 30},
    {"swap", R"gs(func f(n) { a, b := 0, 1; for i := 1; i <= n; i++ { a, b = b, a + b }; return a }; f(20))gs", 30},
    {"bool_flags", R"gs(func f(n) { c := 0; up := true; for i := 1; i <= n; i++ { if up { c += 2 } else { c -= 1 }; up = !up }; return c }
       f(20))gs", 31},
    {"long_ints", R"gs(func f(n) { h := 1469598103934665603; for i := 1; i <= n; i++ { h = (h ^ i) * 1099511628211 }; return h }
       f(20))gs", 30},
    {"linked_list", R"gs(func f(n) { list := nil; for i := 1; i <= n; i++ { list = {value: i, next: list} }; s := 0
       for list != nil { s = s + list.value; list = list.next }; return s }; f(20))gs", 30},
    {"matrix", R"gs(func f(n) { m := {}; for i := 1; i <= n; i++ { row := {}; for j := 1; j <= n; j++ { row[j] = i + j * 0.5 }; m[i] = row }
       s := 0; for i := 1; i <= n; i++ { for j := 1; j <= n; j++ { s = s + m[i][j] * m[j][i] } }; return s }; f(10))gs", 12},
};

INSTANTIATE_TEST_SUITE_P(Programs, SnippetTest, testing::ValuesIn(kSnippets),
                         [](const auto& info) { return std::string(info.param.name); });

}  // namespace
}  // namespace gs::jit::region
