// Values across the boundary: C++ types, handles, tables, calls.
#include <gscript/gscript.hpp>

#include <gtest/gtest.h>

namespace {

using gscript::Function;
using gscript::Table;
using gscript::Type;
using gscript::Value;
using gscript::VM;

TEST(Values, ResultsOfRun) {
  VM vm;
  EXPECT_EQ(vm.run("return 6 * 7").as<int>(), 42);
  EXPECT_EQ(vm.run("return 1 / 4").as<double>(), 0.25);
  EXPECT_EQ(vm.run("return \"a\" .. 1").as<std::string>(), "a1");
  EXPECT_TRUE(vm.run("return 1 < 2").as<bool>());
  EXPECT_TRUE(vm.run("x := 1").is_nil());
}

TEST(Values, IntegersKeep64Bits) {
  VM vm;
  vm.set("big", INT64_MAX);
  EXPECT_EQ(vm.run("return big").as<std::int64_t>(), INT64_MAX);
  EXPECT_EQ(vm.run("return big + 1").as<std::int64_t>(), INT64_MIN);
  EXPECT_EQ(vm.run("return 1 << 50").as<std::uint64_t>(), 1ull << 50);
  EXPECT_EQ(vm.run("return 1 << 50").type(), Type::integer);
}

TEST(Values, WhatDoesNotFitThrows) {
  VM vm;
  EXPECT_THROW(vm.run("return 300").as<std::int8_t>(), gscript::Error);
  EXPECT_THROW(vm.run("return 1.5").as<int>(), gscript::Error);
  EXPECT_THROW(vm.run("return \"x\"").as<int>(), gscript::Error);
  EXPECT_EQ(vm.run("return 3.0").as<int>(), 3);
  EXPECT_FALSE(vm.run("return {}").try_as<std::string>());
}

TEST(Values, Globals) {
  VM vm;
  vm.set("answer", 42);
  vm.set("name", "deep");
  vm.set("pi", 3.25);
  vm.set("nothing", nullptr);
  EXPECT_EQ(vm.run("return name .. answer .. pi .. tostring(nothing)").as<std::string>(), "deep423.25nil");
  vm.run("answer = answer + 1");
  EXPECT_EQ(vm.get<int>("answer"), 43);
  EXPECT_TRUE(vm.get("unknown").is_nil());
}

TEST(Values, ContainersAreTables) {
  VM vm;
  vm.set("list", std::vector<int>{3, 1, 2});
  vm.run("table.sort(list)");
  EXPECT_EQ(vm.get<std::vector<int>>("list"), (std::vector<int>{1, 2, 3}));
  vm.set("ages", std::map<std::string, int>{{"ann", 3}, {"bob", 4}});
  EXPECT_EQ(vm.run("return ages.ann + ages.bob").as<int>(), 7);
  auto back = vm.run("return {x: 1.5, y: 2}").as<std::map<std::string, double>>();
  EXPECT_EQ(back, (std::map<std::string, double>{{"x", 1.5}, {"y", 2}}));
  EXPECT_THROW(vm.run("return {1, \"two\"}").as<std::vector<int>>(), gscript::Error);
  auto nested = vm.run("return {{1, 2}, {3}}").as<std::vector<std::vector<int>>>();
  EXPECT_EQ(nested.size(), 2u);
  EXPECT_EQ(nested[1][0], 3);
}

TEST(Values, Tables) {
  VM vm;
  Table table = vm.table();
  table.set("x", 1);
  table.set(1, "one");
  table.append("two");
  table.set("square", [](int n) { return n * n; });
  vm.set("t", table);
  EXPECT_EQ(vm.run("return t[1] .. t[2] .. t.square(t.x + 2)").as<std::string>(), "onetwo9");
  EXPECT_EQ(table.size(), 2u);
  EXPECT_EQ(table.get<int>("x"), 1);
  EXPECT_FALSE(table.get<std::optional<int>>("missing").has_value());
  std::string keys;
  table.for_each([&](const Value& key, const Value&) { keys += key.to_string() + ";"; });
  EXPECT_EQ(keys, "1;2;x;square;");
}

TEST(Values, TablesHonourMetatables) {
  VM vm;
  Table table = vm.run("return setmetatable({}, {__index: func(t, k) { return k .. \"!\" }})").as<Table>();
  EXPECT_EQ(table.get<std::string>("hey"), "hey!");
}

TEST(Values, Functions) {
  VM vm;
  vm.run("func add(a, b) { return a + b }\nfunc two() { return 1, \"x\" }\nfunc count(...) { return #... }");
  EXPECT_EQ(vm.call<int>("add", 2, 3), 5);
  EXPECT_EQ(vm.call<double>("add", 2, 0.5), 2.5);
  auto [number, text] = vm.call<std::tuple<int, std::string>>("two");
  EXPECT_EQ(number, 1);
  EXPECT_EQ(text, "x");
  EXPECT_EQ(vm.call<gscript::Rest>("two").size(), 2u);
  EXPECT_EQ(vm.call<int>("count", 1, nullptr, nullptr), 3);
  Function add = vm.get<Function>("add");
  EXPECT_EQ(add(20, 22).as<int>(), 42);
  vm.call<void>("add", 1, 1);
}

TEST(Values, HandlesKeepAlive) {
  VM vm;
  std::vector<Value> held;
  for (int i = 0; i < 1000; i++) held.push_back(vm.run("return {" + std::to_string(i) + "}"));
  vm.collect_garbage();
  for (int i = 0; i < 1000; i++) EXPECT_EQ(held[i].as<Table>().get<int>(1), i);
  Value copy = held[7];
  held.clear();
  vm.collect_garbage();
  EXPECT_EQ(copy.as<Table>().get<int>(1), 7);
}

TEST(Values, HandlesMayOutliveTheVm) {
  Value value;
  Function function;
  {
    VM vm;
    value = vm.run("return {1}");
    function = vm.run("return print").as<Function>();
  }
  EXPECT_TRUE(value.is_table());
  EXPECT_THROW(value.as<Table>().get(1), std::logic_error);
  EXPECT_THROW(function(), std::logic_error);
}

TEST(Values, Equality) {
  VM vm;
  Value a = vm.run("shared := {}\nreturn shared");
  EXPECT_EQ(a, vm.get("shared"));
  EXPECT_FALSE(a == vm.run("return {}"));
  EXPECT_EQ(Value(1), Value(1.0));
  EXPECT_EQ(vm.string("abc"), vm.run("return \"abc\""));
}

TEST(Values, StringsHoldAnyBytes) {
  VM vm;
  std::string bytes("a\0b\xff", 4);
  vm.set("s", bytes);
  EXPECT_EQ(vm.run("return #s").as<int>(), 4);
  EXPECT_EQ(vm.get<std::string>("s"), bytes);
}

TEST(Values, ValuesOfAnotherVmAreRefused) {
  VM first, second;
  EXPECT_THROW(second.set("t", first.table()), std::logic_error);
}

}  // namespace
