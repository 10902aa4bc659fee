#include "cli/assertions.hpp"

#include <cmath>

namespace gs::cli {
namespace {

using gscript::Error;
using gscript::Rest;
using gscript::Value;

constexpr double kDefaultTolerance = 1e-9;

Value argument(const Rest& arguments, std::size_t i) { return i < arguments.size() ? arguments[i] : Value(); }

// "MESSAGE: TEXT" if the test gave a message as argument i.
[[noreturn]] void fail(const Rest& arguments, std::size_t i, const std::string& text) {
  const Value message = argument(arguments, i);
  throw Error(message.is_nil() ? text : message.to_string() + ": " + text);
}

Value check_equal(const Rest& arguments) {
  const Value got = argument(arguments, 0), want = argument(arguments, 1);
  if (!deep_equal(got, want)) fail(arguments, 2, "got " + describe(got) + ", want " + describe(want));
  return got;
}

Value check_not_equal(const Rest& arguments) {
  const Value got = argument(arguments, 0);
  if (deep_equal(got, argument(arguments, 1))) fail(arguments, 2, "got " + describe(got) + ", want anything else");
  return got;
}

Value check_near(const Rest& arguments) {
  const Value got = argument(arguments, 0), want = argument(arguments, 1);
  const Value given = argument(arguments, 2);
  if (!got.is_number() || !want.is_number())
    fail({}, 0, "got " + describe(got) + ", want a number near " + describe(want));
  const double tolerance = given.is_nil() ? kDefaultTolerance : given.as<double>();
  if (!(std::fabs(got.as<double>() - want.as<double>()) <= tolerance)) {
    fail(arguments, 3, "got " + describe(got) + ", want " + describe(want) + " within " + describe(Value(tolerance)));
  }
  return got;
}

Value check_true(const Rest& arguments) {
  const Value got = argument(arguments, 0);
  if (!got.is_true()) fail(arguments, 1, "got " + describe(got) + ", want a true value");
  return got;
}

Value check_false(const Rest& arguments) {
  const Value got = argument(arguments, 0);
  if (got.is_true()) fail(arguments, 1, "got " + describe(got) + ", want nil or false");
  return got;
}

// raises(f [, text]): the error value; its text must contain `text`.
Value check_raises(gscript::VM& vm, const Rest& arguments) {
  const Value expected = argument(arguments, 1);
  try {
    argument(arguments, 0).as<gscript::Function>().call<void>();
  } catch (const Error& error) {
    if (error.kind() != gscript::ErrorKind::runtime) throw;
    const std::string message = error.what();
    if (!expected.is_nil() && message.find(expected.as<std::string>()) == std::string::npos) {
      fail({}, 0, "raised " + describe(vm.string(message)) + ", want an error with " + describe(expected));
    }
    return error.value();
  }
  fail(arguments, 2, "raised nothing, want an error");
}

}  // namespace

// Called as t.name(...) and as t:name(...).
template <typename F>
void Assertions::define(const std::string& name, F body) {
  table_.set(name, vm_.function(
                       [this, body](Rest arguments) -> Value {
                         if (!arguments.empty() && arguments[0] == table_) arguments.erase(arguments.begin());
                         return body(arguments);
                       },
                       "t." + name));
}

Assertions::Assertions(gscript::VM& vm) : vm_(vm), table_(vm.table()) {
  define("equal", check_equal);
  define("notEqual", check_not_equal);
  define("near", check_near);
  define("isTrue", check_true);
  define("isFalse", check_false);
  define("raises", [&vm](const Rest& arguments) { return check_raises(vm, arguments); });
  define("fail", [](const Rest& arguments) -> Value {
    throw Error(arguments.empty() ? std::string("failed") : arguments[0].to_string());
  });
  define("skip", [this](const Rest& arguments) -> Value {
    skip_reason_ = arguments.empty() ? std::string() : arguments[0].to_string();
    throw Error("skipped");
  });
}

}  // namespace gs::cli
