// Every allocation of many small programs is made to fail once. Whatever fails, the error is "out of memory", the heap
// stays sound, and the same VM runs a check program right after.
#include <gtest/gtest.h>

#include <ostream>

#include "api/compile.hpp"
#include "api/libraries.hpp"
#include "vm/heap/heap.hpp"
#include "vm/runtime/loader.hpp"
#include "vm/runtime/modules.hpp"
#include "vm/runtime/scheduler.hpp"

namespace gs::vm {
namespace {

struct Scenario {
  const char* name;
  const char* source;
};

void PrintTo(const Scenario& scenario, std::ostream* out) { *out << scenario.name; }

constexpr Scenario kScenarios[] = {
    {"table", R"gs(t := {}; t.a = 1; t.b = {}; t[1] = 2)gs"},
    {"table_literal", R"gs(t := {x: 1, y: {2, 3, z: 4}, 5, 6}; return t.y.z)gs"},
    {"table_many_fields", R"gs(t := {}; for i := 1; i <= 40; i++ { t["f" .. i] = i })gs"},
    {"table_dictionary",
     R"gs(t := {}; for i := 1; i <= 40; i++ { t["f" .. i] = i }; for i := 1; i <= 40; i++ { t["f" .. i] = nil })gs"},
    {"table_order", R"gs(t := {a: 1, b: 2, c: 3}; t.a = nil; t.a = 4; for k, v := range t { t[k] = v + 1 })gs"},
    {"table_mixed_keys", R"gs(t := {}; t[1.5] = 1; t[true] = 2; t[{}] = 3; t[-1] = 4; t[1 << 60] = 5)gs"},
    {"array_append", R"gs(t := {}; for i := 1; i <= 100; i++ { append(t, {i}) })gs"},
    {"array_large", R"gs(t := {}; for i := 1; i <= 600; i++ { t[i] = i })gs"},
    {"array_backwards", R"gs(t := {}; for i := 20; i > 0; i-- { t[i] = i }; return #t)gs"},
    {"array_insert_remove", R"gs(t := {1, 2, 3}; table.insert(t, 1, {}); table.remove(t, 1);
       table.insert(t, "x"))gs"},
    {"array_concat", R"gs(return table.concat({1, 2, "three", 4.5}, ", "))gs"},
    {"array_sort", R"gs(t := {5, 2, "a"}; t[3] = 9; table.sort(t, func(a, b) { return a < b }))gs"},
    {"array_unpack", R"gs(return table.unpack({1, {}, "x"}))gs"},
    {"boxed_ints", R"gs(n := 1 << 62; for i := 1; i <= 10; i++ { n = n - (1 << 55) }; return n)gs"},
    {"closures", R"gs(fs := {}; for i := 1; i <= 5; i++ { fs[i] = func() { i++; return i } }; return fs[3]())gs"},
    {"closure_cells", R"gs(n := 0; f := func() { n++; return func() { n += 2; return n } }; return f()())gs"},
    {"varargs", R"gs(f := func(...) { return {...} }; return #f(1, 2, 3, {}, "x"))gs"},
    {"varargs_many", R"gs(f := func(...) { return select("#", ...) };
       return f(table.unpack({1,2,3,4,5,6,7,8,9})))gs"},
    {"recursion", R"gs(func f(n) { if n == 0 { return {} }; return {f(n - 1)} }; return f(20))gs"},
    {"deep_recursion", R"gs(func f(n) { if n == 0 { return 0 }; return 1 + f(n - 1) }; return f(20000))gs"},
    {"defer", R"gs(func f() { defer print(); defer func() { recover() }(); error("x") }; f())gs"},
    {"pcall", R"gs(return pcall(func() { error({code: 1}) }))gs"},
    {"pcall_catches", R"gs(ok, e := pcall(func() { return {{}, {}, "a" .. #arg} }); return ok, e)gs"},
    {"xpcall", R"gs(return xpcall(func() { return nil + 1 }, func(e) { return {e} }))gs"},
    {"error_message", R"gs(return pcall(func() { t := nil; return t.x }))gs"},
    {"error_position", R"gs(return pcall(error, "message", 2))gs"},
    {"tostring", R"gs(return tostring({}) .. tostring(1.5) .. tostring(print) .. tostring(1 << 60))gs"},
    {"tostring_method",
     R"gs(t := setmetatable({}, {__tostring: func(t) { return "a" .. "b" }}); return tostring(t))gs"},
    {"concat_short", R"gs(s := ""; for i := 1; i <= 20; i++ { s = s .. i }; return s)gs"},
    {"concat_long", R"gs(s := ""; for i := 1; i <= 50; i++ { s = s .. "ten bytes " }; return #s)gs"},
    {"concat_doubling", R"gs(s := "x"; for i := 1; i <= 14; i++ { s = s .. s }; return #s)gs"},
    {"string_keys",
     R"gs(t := {}; for i := 1; i <= 30; i++ { t["a key that is rather long and surely not interned " .. i] = i })gs"},
    {"string_upper", R"gs(return ("some text, long enough not to be interned at all, really"):upper():lower())gs"},
    {"string_rep", R"gs(return #("abc"):rep(1000, ","))gs"},
    {"string_sub", R"gs(s := ("x"):rep(200); return s:sub(10, 150) .. s:sub(-3))gs"},
    {"string_format", R"gs(return string.format("%5d|%-8s|%q|%g|%x", 42, "left", "quo\"te", 1.25, 255))gs"},
    {"string_find", R"gs(return ("key = value"):find("(%w+) = (%w+)"))gs"},
    {"string_gmatch", R"gs(n := 0; for w := range ("one two three"):gmatch("%a+") { n += #w }; return n)gs"},
    {"string_gsub",
     R"gs(return ("hello world"):gsub("o", "0"), ("abc"):gsub("%w", {a: "x"}), ("abc"):gsub("%w", func(c) { return c .. c }))gs"},
    {"string_split", R"gs(return ("a,b,,c"):split(","))gs"},
    {"string_pack", R"gs(return string.unpack("<i4", string.pack("<i4", 77)))gs"},
    {"string_bytes", R"gs(return string.char(("abc"):byte(1, -1)))gs"},
    {"string_reverse", R"gs(return ("a longer string that is certainly not interned by the heap"):reverse())gs"},
    {"metatables",
     R"gs(mt := {__index: func(t, k) { return k .. k }, __add: func(a, b) { return {} }}; t := setmetatable({}, mt);
       return t.x, t + 1)gs"},
    {"metatable_each", R"gs(for i := 1; i <= 12; i++ { setmetatable({a: i}, {__index: {b: i}}) })gs"},
    {"inheritance",
     R"gs(A := {}; A.__index = A; A.new = func() { return setmetatable({}, A) }; A.m = func(s) { return s };
       return A.new():m())gs"},
    {"newindex",
     R"gs(log := {}; t := setmetatable({}, {__newindex: func(t, k, v) { rawset(log, k, v) }}); t.a = 1; t[1] = {};
       return log.a)gs"},
    {"call_handler", R"gs(t := setmetatable({}, {__call: func(self, a) { return {a} }}); return t(5))gs"},
    {"weak_tables", R"gs(w := setmetatable({}, {__mode: "k"}); w[{}] = {}; collectgarbage(); return w)gs"},
    {"finalisers",
     R"gs(for i := 1; i <= 5; i++ { setmetatable({}, {__gc: func(o) { o.x = {} }}) }; collectgarbage())gs"},
    {"coroutines",
     R"gs(co := coroutine.create(func(a) { b := coroutine.yield({a}); return b }); coroutine.resume(co, 1);
       return coroutine.resume(co, {}))gs"},
    {"coroutine_wrap",
     R"gs(g := coroutine.wrap(func() { for i := 1; i <= 5; i++ { coroutine.yield({i}) } }); return g(), g(), g())gs"},
    {"coroutine_error", R"gs(co := coroutine.create(func() { error({}) }); return coroutine.resume(co))gs"},
    {"coroutines_many",
     R"gs(cs := {}; for i := 1; i <= 10; i++ { cs[i] = coroutine.wrap(func() { coroutine.yield(i) }); cs[i]() })gs"},
    {"goroutines",
     R"gs(ch := make(chan, 2); go func(ch) { pcall(func() { ch <- {1}; ch <- {2} }); close(ch) }(ch);
       for v := range ch { v[1]++ })gs"},
    {"unbuffered",
     R"gs(ch := make(chan);
       go func(ch) { pcall(func() { for i := 1; i <= 5; i++ { ch <- i } }); close(ch) }(ch);
       n := 0; for v := range ch { n += v }; return n)gs"},
    {"select",
     R"gs(a, b := make(chan, 1), make(chan, 1); a <- {}; select { case v := <-a: return v;
       case b <- 1: return 2 })gs"},
    {"json", R"gs(return json.encode({a: {1, 2, {b: "text"}}, c: true}), json.decode("{\"x\": [1, 2.5, \"s\"]}"))gs"},
    {"load", R"gs(return load("x := {1, 2}; return func(a) { return a + x[1] }")()(4))gs"},
    {"load_error", R"gs(return load("x := := 1"))gs"},
    {"ranges",
     R"gs(t := {1, 2, a: 3}; n := 0; for k, v := range t { n += v }; for i := range 5 { n += i };
       for c := range "añb" { n++ }; return n)gs"},
    {"iterators", R"gs(n := 0; it := func() { n++; if n < 4 { return n, {n} } }; for i, v := range it { v[1]++ })gs"},
    {"globals",
     R"gs(a_new_global := {}; func another_new_global() { return a_new_global }; return another_new_global())gs"},
    {"sort_objects",
     R"gs(t := {}; for i := 1; i <= 20; i++ { t[i] = {k: (i * 7) % 20} };
       table.sort(t, func(a, b) { return a.k < b.k }))gs"},
    {"matrix_of_floats",
     R"gs(m := {}; for i := 1; i <= 5; i++ { m[i] = {}; for j := 1; j <= 5; j++ { m[i][j] = i / j } }; return m)gs"},
    {"numbers_to_text",
     R"gs(s := {}; for i := 1; i <= 20; i++ { append(s, (i * 1.7) .. "") }; return table.concat(s))gs"},
};

constexpr const char* kCheck =
    R"gs(t := {}; for i := 1; i <= 5; i++ { t[i] = "v" .. i }; return table.concat(t, "-") .. #t)gs";

class FailureTest : public testing::TestWithParam<Scenario> {
 protected:
  FailureTest() : vm_(VmOptions{}) {
    EXPECT_TRUE(api::open_libraries(vm_, gscript::Library::all)) << take_error();
    vm_.modules().set_compiler([](std::string_view source, const std::string& name, ChunkSort) {
      front::CompileResult result = api::compile(source, name, front::ChunkKind::kLoad);
      return CompiledChunk{result.ok, std::move(result.image), result.ok ? "" : api::first_error(result, name)};
    });
    EXPECT_TRUE(vm_.set_global("arg", Value::table(vm_.table())));
  }
  GS_NOINLINE Value run(const bytecode::Image& image) {
    Closure* chunk = load_image(vm_, image);
    return chunk ? vm_.call(Value::function(chunk), {}) : Value::raised();
  }
  // The error that passes, as text; the VM is as new afterwards.
  std::string take_error() {
    Value error = vm_.take_error();
    std::string text = error.is_string() ? std::string(view(error.as_string())) : "not a string";
    if (vm_.scheduler().has_fatal()) text += ": " + vm_.scheduler().fatal_report();
    vm_.clear_termination();
    vm_.scheduler().clear_fatal();
    return text;
  }
  Vm vm_;
};

TEST_P(FailureTest, TheVmSurvivesEveryFailure) {
  front::CompileResult program = api::compile(GetParam().source, "scenario", front::ChunkKind::kMain);
  front::CompileResult check = api::compile(kCheck, "check", front::ChunkKind::kMain);
  ASSERT_TRUE(program.ok) << (program.errors.empty() ? "" : program.errors[0].message);
  ASSERT_TRUE(check.ok);
  Heap& heap = vm_.heap();
  for (u64 number = 1;; number++) {
    heap.fail_allocation(number);
    u64 before = heap.stats().allocations;
    Value result = run(program.image);
    bool has_failed = heap.stats().allocations - before >= number;
    heap.fail_allocation(0);
    if (result.is_raised()) {
      ASSERT_TRUE(has_failed);
      std::string error = take_error();
      ASSERT_NE(error.find("out of memory"), std::string::npos) << number << ": " << error;
    }
    ASSERT_FALSE(vm_.is_raising());
    if (number % 8 == 0) {
      heap.collect_full();
      heap.run_pending_finalizers();
      heap.verify();
    }
    Value answer = run(check.image);
    ASSERT_TRUE(answer.is_string()) << number << ": " << take_error();
    ASSERT_EQ(view(answer.as_string()), "v1-v2-v3-v4-v55") << number;
    if (!has_failed) break;
    ASSERT_LT(number, 20000u);
  }
}

INSTANTIATE_TEST_SUITE_P(Scenarios, FailureTest, testing::ValuesIn(kScenarios),
                         [](const auto& info) { return std::string(info.param.name); });

}  // namespace
}  // namespace gs::vm
