// Errors across the boundary, both ways: values, tracebacks, destructors.
#include <gscript/gscript.hpp>

#include <gtest/gtest.h>

namespace {

using gscript::Error;
using gscript::ErrorKind;
using gscript::VM;

template <typename F>
Error error_of(F action) {
  try {
    action();
  } catch (const Error& error) {
    return error;
  }
  ADD_FAILURE() << "nothing was thrown";
  return Error("nothing was thrown");
}

TEST(Errors, ScriptErrorsAreExceptions) {
  VM vm;
  Error error = error_of([&] { vm.run("func f() {\n  error(\"bad\")\n}\nf()", "demo.gs"); });
  EXPECT_EQ(error.kind(), ErrorKind::runtime);
  EXPECT_STREQ(error.what(), "bad");
  EXPECT_EQ(error.value().as<std::string>(), "bad");
  EXPECT_EQ(error.traceback(), "stack traceback:\n\tdemo.gs:2: in function 'f'\n\tdemo.gs:4: in main chunk\n");
  EXPECT_EQ(error.report(), "demo.gs:2: bad\n" + error.traceback());
  EXPECT_EQ(vm.run("return 1").as<int>(), 1);
}

TEST(Errors, AnyValueIsDelivered) {
  VM vm;
  Error error = error_of([&] { vm.run("error({code: 7})"); });
  EXPECT_EQ(error.value().as<gscript::Table>().get<int>("code"), 7);
}

TEST(Errors, CompileErrors) {
  VM vm;
  Error error = error_of([&] { vm.run("x := := 1", "c.gs"); });
  EXPECT_EQ(error.kind(), ErrorKind::compile);
  EXPECT_NE(error.report().find("    x := := 1\n"), std::string::npos);
}

TEST(Errors, MissingFiles) {
  VM vm;
  Error error = error_of([&] { vm.run_file("/nonexistent/x.gs"); });
  EXPECT_EQ(error.kind(), ErrorKind::file);
  EXPECT_STREQ(error.what(), "cannot open '/nonexistent/x.gs': no such file or directory");
}

TEST(Errors, ExceptionsBecomeScriptErrors) {
  VM vm;
  vm.set("fail", [] { throw std::runtime_error("no luck"); });
  vm.set("odd", [] { throw 42; });
  EXPECT_EQ(vm.run("ok, e := pcall(fail)\nreturn tostring(ok) .. e").as<std::string>(), "falseno luck");
  EXPECT_EQ(vm.run("ok, e := pcall(odd)\nreturn e").as<std::string>(), "unknown C++ exception");
  Error error = error_of([&] { vm.run("fail()", "x.gs"); });
  EXPECT_EQ(error.report(), "x.gs:1: no luck\nstack traceback:\n\tx.gs:1: in main chunk\n");
}

TEST(Errors, HostsRaiseValues) {
  VM vm;
  vm.set("fail", [](VM& vm) {
    gscript::Table value = vm.table();
    value.set("code", 3);
    throw Error(value);
  });
  EXPECT_EQ(vm.run("ok, e := pcall(fail)\nreturn e.code").as<int>(), 3);
}

TEST(Errors, PassThroughHostFramesWithTheirValueAndTraceback) {
  VM vm;
  vm.set("through", [](gscript::Function f) { f(); });
  vm.run("func inner() {\n  error({n: 1})\n}", "a.gs");
  EXPECT_EQ(vm.run("ok, e := pcall(through, inner)\nreturn e.n").as<int>(), 1);
  Error error = error_of([&] { vm.run("\nthrough(inner)", "b.gs"); });
  EXPECT_EQ(error.value().as<gscript::Table>().get<int>("n"), 1);
  EXPECT_EQ(error.traceback(), "stack traceback:\n\ta.gs:2: in function 'inner'\n\tb.gs:2: in main chunk\n");
}

TEST(Errors, HostsMayCatchScriptErrors) {
  VM vm;
  vm.set("attempt", [](gscript::Function f) {
    try {
      f();
      return std::string("fine");
    } catch (const Error& error) {
      return std::string("caught ") + error.what();
    }
  });
  EXPECT_EQ(vm.run("return attempt(func() { error(\"x\") }) .. attempt(func() { })").as<std::string>(), "caught xfine");
}

struct Tracker {
  explicit Tracker(int& count) : count(count) { count++; }
  ~Tracker() { count--; }
  int& count;
};

TEST(Errors, DestructorsRunBothWays) {
  VM vm;
  int alive = 0;
  vm.set("hold", [&](gscript::Function f) {
    Tracker tracker(alive);
    f();
  });
  vm.set("fail", [&] {
    Tracker tracker(alive);
    throw std::runtime_error("x");
  });
  EXPECT_THROW(vm.run("hold(func() { hold(func() { fail() }) })"), Error);
  EXPECT_EQ(alive, 0);
  vm.run("pcall(hold, func() { hold(fail) })");
  EXPECT_EQ(alive, 0);
}

TEST(Errors, DeferredCallsRunOnTheWayToTheHost) {
  VM vm;
  EXPECT_THROW(vm.run("log := {}\nfunc f() { defer append(log, \"ran\"); error(\"x\") }\nf()"), Error);
  EXPECT_EQ(vm.run("return log[1]").as<std::string>(), "ran");
}

TEST(Errors, InGoroutinesEndTheRun) {
  VM vm;
  Error error = error_of([&] { vm.run("go func() { error(\"lost\") }()\nch := make(chan)\n<-ch", "g.gs"); });
  EXPECT_EQ(error.kind(), ErrorKind::runtime);
  EXPECT_NE(error.report().find("g.gs:1: lost\nstack traceback (goroutine 2):\n"), std::string::npos);
  EXPECT_EQ(vm.run("return 2").as<int>(), 2);
}

TEST(Errors, Deadlock) {
  VM vm;
  Error error = error_of([&] { vm.run("ch := make(chan)\n<-ch", "d.gs"); });
  EXPECT_EQ(error.kind(), ErrorKind::deadlock);
  EXPECT_EQ(error.exit_status(), 2);
  EXPECT_EQ(vm.run("return 3").as<int>(), 3);
}

TEST(Errors, Exit) {
  VM vm;
  Error error = error_of([&] { vm.run("pcall(func() { os.exit(7) })"); });
  EXPECT_EQ(error.kind(), ErrorKind::exit);
  EXPECT_EQ(error.exit_status(), 7);
  EXPECT_EQ(vm.run("return 4").as<int>(), 4);
}

}  // namespace
