// Bound functions and classes: conversions, messages, callbacks, ownership.
#include <gscript/gscript.hpp>

#include <gtest/gtest.h>

namespace {

using gscript::VM;

std::string message_of(VM& vm, const std::string& source) {
  try {
    vm.run(source);
  } catch (const gscript::Error& error) {
    return error.what();
  }
  return "no error";
}

int triple(int x) { return 3 * x; }

TEST(Functions, AnyCallable) {
  VM vm;
  int calls = 0;
  vm.set("lambda", [&](int a, const std::string& b) {
    calls++;
    return b + std::to_string(a);
  });
  vm.set("pointer", &triple);
  vm.set("object", std::function<double(double)>([](double x) { return x / 2; }));
  EXPECT_EQ(vm.run("return lambda(pointer(2), \"n\") .. object(5)").as<std::string>(), "n62.5");
  EXPECT_EQ(calls, 1);
}

TEST(Functions, ParametersOfAllKinds) {
  VM vm;
  vm.set("view", [](std::string_view s) { return int(s.size()); });
  vm.set("maybe", [](std::optional<int> x) { return x.value_or(-1); });
  vm.set("rest", [](int first, gscript::Rest rest) { return first + int(rest.size()); });
  vm.set("list", [](const std::vector<double>& v) { return v.empty() ? 0.0 : v.back(); });
  vm.set("many", [](gscript::VM& vm, gscript::Function f) { return std::make_tuple(f(1), vm.string("x")); });
  EXPECT_EQ(vm.run("return view(\"four\")").as<int>(), 4);
  EXPECT_EQ(vm.run("return maybe() + maybe(nil) + maybe(5)").as<int>(), 3);
  EXPECT_EQ(vm.run("return rest(10, 1, 2, 3)").as<int>(), 13);
  EXPECT_EQ(vm.run("return list({1, 2.5})").as<double>(), 2.5);
  EXPECT_EQ(vm.run("a, b := many(func(x) { return x + 1 })\nreturn a .. b").as<std::string>(), "2x");
}

TEST(Functions, NoResultsOrMany) {
  VM vm;
  vm.set("nothing", [] {});
  vm.set("six", [] { return std::make_tuple(1, 2, 3, 4, 5, 6); });
  EXPECT_EQ(vm.run("return select(\"#\", nothing())").as<int>(), 0);
  EXPECT_EQ(vm.run("return select(\"#\", six()) + select(6, six())").as<int>(), 12);
}

TEST(Functions, WrongArgumentsHaveTheLibrarysMessages) {
  VM vm;
  vm.set("f", [](int, std::string) {});
  EXPECT_EQ(message_of(vm, "f(1, 2)"), "bad argument #2 to 'f' (string expected, got number)");
  EXPECT_EQ(message_of(vm, "f()"), "bad argument #1 to 'f' (integer expected, got nil)");
  EXPECT_EQ(message_of(vm, "f(1.5, \"\")"), "bad argument #1 to 'f' (integer expected, got number)");
}

TEST(Functions, ScriptsCallBackThroughTheHost) {
  VM vm;
  vm.set("apply", [](gscript::Function f, int n) {
    int sum = 0;
    for (int i = 0; i < n; i++) sum += f.call<int>(i);
    return sum;
  });
  EXPECT_EQ(vm.run("return apply(func(i) { return i * i }, 4)").as<int>(), 14);
}

TEST(Functions, CallbacksMayYieldAndBlock) {
  VM vm;
  vm.set("apply", [](gscript::Function f) { return f.call<int>(); });
  EXPECT_EQ(vm.run("co := coroutine.wrap(func() { return apply(func() { return coroutine.yield(1) + 1 }) })\n"
                   "first := co()\n"
                   "return first + co(10)")
                .as<int>(),
            12);
  EXPECT_EQ(vm.run("ch := make(chan)\n"
                   "go func() { ch <- apply(func() { sched.yield(); return 5 }) }()\n"
                   "return <-ch")
                .as<int>(),
            5);
}

struct Counter {
  static inline int alive = 0;
  int value;
  explicit Counter(int start) : value(start) { alive++; }
  Counter(const Counter& other) : value(other.value) { alive++; }
  ~Counter() { alive--; }
  int next() { return value++; }
  int peek() const { return value; }
};

void bind_counter(VM& vm) {
  vm.bind_class<Counter>("Counter")
      .constructor<int>()
      .method("next", &Counter::next)
      .method("peek", &Counter::peek)
      .method("add", [](Counter& counter, int n) { counter.value += n; })
      .function("answer", [] { return 42; })
      .property("value", &Counter::value)
      .property("doubled", [](const Counter& counter) { return counter.value * 2; });
}

TEST(Classes, MethodsAndProperties) {
  VM vm;
  bind_counter(vm);
  EXPECT_EQ(vm.run("c := Counter.new(5)\nc:next()\nc:add(10)\nreturn c:peek()").as<int>(), 16);
  EXPECT_EQ(vm.run("c.value = 3\nc.value += 1\nreturn c.value + c.doubled").as<int>(), 12);
  EXPECT_EQ(vm.run("return Counter.answer()").as<int>(), 42);
  EXPECT_EQ(vm.run("return type(c) .. tostring(c.nothing)").as<std::string>(), "userdatanil");
  EXPECT_EQ(message_of(vm, "c.doubled = 1"), "cannot assign to a field of a Counter object");
  EXPECT_EQ(message_of(vm, "c:add(\"x\")"), "bad argument #1 to 'Counter:add' (integer expected, got string)");
  EXPECT_NE(message_of(vm, "c.peek()"), "no error");
}

TEST(Classes, ObjectsCrossBothWays) {
  VM vm;
  bind_counter(vm);
  vm.set("shared", Counter(7));
  EXPECT_EQ(vm.run("shared:next()\nreturn shared:next()").as<int>(), 8);
  EXPECT_EQ(vm.get<Counter*>("shared")->value, 9);
  vm.set("read", [](const Counter& counter) { return counter.value; });
  vm.set("maybe", [](Counter* counter) { return counter ? counter->value : -1; });
  EXPECT_EQ(vm.run("return read(shared) + maybe(nil)").as<int>(), 8);
  EXPECT_NE(message_of(vm, "read({})"), "no error");
  EXPECT_NE(message_of(vm, "read(print)"), "no error");
}

TEST(Classes, ObjectsDieWithTheirLastReference) {
  int before = Counter::alive;
  {
    VM vm;
    bind_counter(vm);
    vm.run("for i := 0; i < 1000; i++ { Counter.new(i) }\nkept := Counter.new(1)");
    EXPECT_GE(Counter::alive, before + 1);
    vm.collect_garbage();
    EXPECT_LT(Counter::alive, before + 500);
  }
  EXPECT_EQ(Counter::alive, before);
}

TEST(Functions, CapturesDieWithTheirFunction) {
  auto token = std::make_shared<int>(1);
  {
    VM vm;
    vm.set("f", [token] { return *token; });
    EXPECT_EQ(token.use_count(), 2);
  }
  EXPECT_EQ(token.use_count(), 1);
}

struct Color {
  int rgb = 0;
};

}  // namespace

template <>
struct gscript::Convert<Color> {
  static constexpr const char* kName = "color";
  static bool read(const Value& value, Color& out) {
    if (!value.is_string()) return false;
    out.rgb = int(std::stoul(value.as<std::string>(), nullptr, 16));
    return true;
  }
  static Value make(VM& vm, const Color& color) { return vm.value("#" + std::to_string(color.rgb)); }
};

namespace {

TEST(Functions, HostsAddConversions) {
  VM vm;
  vm.set("brighten", [](Color color) { return Color{color.rgb + 1}; });
  EXPECT_EQ(vm.run("return brighten(\"ff\")").as<std::string>(), "#256");
  EXPECT_EQ(message_of(vm, "brighten(1)"), "bad argument #1 to 'brighten' (color expected, got number)");
}

}  // namespace
