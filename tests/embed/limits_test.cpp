// Limits, interrupts, presets, hooks, modules.
#include <gscript/gscript.hpp>

#include <gtest/gtest.h>

#include <atomic>
#include <chrono>
#include <thread>

namespace {

using gscript::Error;
using gscript::ErrorKind;
using gscript::Options;
using gscript::VM;

ErrorKind kind_of(VM& vm, const std::string& source) {
  try {
    vm.run(source);
  } catch (const Error& error) {
    return error.kind();
  }
  ADD_FAILURE() << "nothing was thrown by " << source;
  return ErrorKind::runtime;
}

TEST(Limits, Time) {
  VM vm({.time_limit = 0.1});
  auto start = std::chrono::steady_clock::now();
  EXPECT_EQ(kind_of(vm, "for { pcall(func() { for { } }) }"), ErrorKind::time_limit);
  EXPECT_LT(std::chrono::steady_clock::now() - start, std::chrono::seconds(2));
  EXPECT_EQ(kind_of(vm, "for { }"), ErrorKind::time_limit);
  vm.set_time_limit(5);
  EXPECT_EQ(vm.run("return 1").as<int>(), 1);
}

TEST(Limits, HostCannotSwallowTheTimeLimit) {
  VM vm({.time_limit = 0.1});
  vm.set("swallow", [](gscript::Function f) {
    try {
      f();
    } catch (const Error&) {}
  });
  EXPECT_EQ(kind_of(vm, "swallow(func() { for { } })\nfor { }"), ErrorKind::time_limit);
}

TEST(Limits, Memory) {
  VM vm({.memory_limit = 32 << 20});
  EXPECT_EQ(vm.run("ok, e := pcall(func() { t := {}\n for { append(t, string.rep(\"x\", 1000) .. #t) } })\nreturn e")
                .as<std::string>(),
            "out of memory");
  EXPECT_EQ(vm.run("return 1").as<int>(), 1);
  EXPECT_LT(vm.memory_in_use(), 33u << 20);
}

TEST(Limits, InterruptFromAnotherThread) {
  VM vm;
  std::atomic<bool> started = false;
  vm.set("started", [&] { started = true; });
  std::thread other([&] {
    while (!started) std::this_thread::yield();
    vm.interrupt();
  });
  EXPECT_EQ(kind_of(vm, "started()\nfor { pcall(func() { for { } }) }"), ErrorKind::interrupted);
  other.join();
  EXPECT_EQ(vm.run("return 1").as<int>(), 1);
}

TEST(Limits, StackOverflowIsAnError) {
  VM vm;
  vm.set("through", [](gscript::Function f) { f(); });
  EXPECT_EQ(vm.run("func f() { return 1 + f() }\nok, e := pcall(f)\nreturn e").as<std::string>(), "stack overflow");
  EXPECT_EQ(vm.run("func g() { through(g) }\nok, e := pcall(g)\nreturn e").as<std::string>(), "stack overflow");
}

TEST(Hosts, VmsOnManyThreads) {
  std::vector<std::thread> threads;
  std::atomic<int> sum = 0;
  for (int i = 0; i < 4; i++) {
    threads.emplace_back([&sum, i] {
      VM vm;
      vm.set("n", i);
      sum += vm.run("s := 0\nfor i := 0; i < 10000; i++ { s += n }\nreturn s").as<int>();
    });
  }
  for (std::thread& thread : threads) thread.join();
  EXPECT_EQ(sum, 60000);
}

TEST(Hosts, VmMayMoveToAnotherThread) {
  VM vm;
  vm.run("func deep(n) { if n == 0 { return 0 }; ok, v := pcall(deep, n - 1); return v + 1 }\nt := {}");
  int depth = 0;
  std::thread other([&] {
    depth = vm.call<int>("deep", 500);
    vm.run("for i := 0; i < 1000; i++ { append(t, {i}) }");
    vm.collect_garbage();
  });
  other.join();
  EXPECT_EQ(depth, 500);
  EXPECT_EQ(vm.run("return #t + t[1000][1]").as<int>(), 1999);
}

TEST(Hosts, PrintHook) {
  std::string text;
  VM vm({.print = [&](std::string_view part) { text += part; }});
  vm.run("print(1, \"two\")\nio.write(\"three\")");
  EXPECT_EQ(text, "1\ttwo\nthree");
}

TEST(Hosts, Presets) {
  VM safe({.library = gscript::Library::safe});
  EXPECT_EQ(safe.run("ok := pcall(func() { return io })\nreturn ok").as<bool>(), false);
  EXPECT_TRUE(safe.run("return os.exit == nil && os.time() > 0").as<bool>());
  EXPECT_EQ(safe.run("ok, e := pcall(require, \"x\")\nreturn ok").as<bool>(), false);
  VM app({.library = gscript::Library::app});
  EXPECT_TRUE(app.run("return os.exit == nil && io.open != nil").as<bool>());
}

TEST(Hosts, Modules) {
  VM vm;
  gscript::Table module = vm.table();
  module.set("twice", [](int x) { return 2 * x; });
  vm.set_module("host.tools", module);
  int loads = 0;
  vm.set_module("lazy", [&] { return ++loads; });
  EXPECT_EQ(vm.run("return require(\"host.tools\").twice(21)").as<int>(), 42);
  EXPECT_EQ(vm.run("return require(\"lazy\") + require(\"lazy\")").as<int>(), 2);
  EXPECT_EQ(loads, 1);
}

TEST(Hosts, Arguments) {
  VM vm({.arguments = {"tool.gs", "a", "b"}});
  EXPECT_EQ(vm.run("x, y := ...\nreturn arg[0] .. arg[1] .. x .. y").as<std::string>(), "tool.gsaab");
}

TEST(Hosts, FinalisersRunAtTheEnd) {
  std::string text;
  {
    VM vm({.print = [&](std::string_view part) { text += part; }});
    vm.run("kept := setmetatable({}, {__gc: func() { print(\"closed\") }})");
  }
  EXPECT_EQ(text, "closed\n");
}

TEST(Hosts, TunablesAreChecked) {
  EXPECT_THROW(VM({.tunables = {{"no.such", "1"}}}), std::invalid_argument);
  EXPECT_THROW(VM({.tunables = {{"ic.polymorphic", "0"}}}), std::invalid_argument);
  VM vm({.tunables = {{"sched.slice", "5"}}});
}

TEST(Hosts, Completion) {
  VM vm;
  vm.run("config := {alpha: 1, alps: 2, beta: {gamma: 3}}");
  EXPECT_EQ(vm.complete("x = conf"), (std::vector<std::string>{"config"}));
  EXPECT_EQ(vm.complete("config.al"), (std::vector<std::string>{"alpha", "alps"}));
  EXPECT_EQ(vm.complete("f(config.beta."), (std::vector<std::string>{"gamma"}));
}

TEST(Hosts, InteractiveInput) {
  std::string text;
  VM vm({.print = [&](std::string_view part) { text += part; }});
  EXPECT_FALSE(vm.interact("func f(x) {\n"));
  EXPECT_TRUE(vm.interact("func f(x) {\nreturn x + 1 }\n"));
  EXPECT_TRUE(vm.interact("f(1), nil\n"));
  EXPECT_TRUE(vm.interact("y := 3\n"));
  EXPECT_EQ(text, "2\tnil\n");
}

}  // namespace
