#include "vm/object/value.hpp"

#include <cmath>
#include <limits>

#include <gtest/gtest.h>

#include "vm/object/objects.hpp"

namespace gs::vm {
namespace {

TEST(Value, SmallIntsKeepTheirValueOverTheWholeInlineRange) {
  for (i64 v : {i64(0), i64(1), i64(-1), kMinInlineInt, kMaxInlineInt, i64(123456789)}) {
    Value boxed = Value::small_int(v);
    EXPECT_TRUE(boxed.is_small_int());
    EXPECT_TRUE(boxed.is_number());
    EXPECT_EQ(boxed.as_small_int(), v);
  }
}

TEST(Value, RawOrderOfIntsIsTheirOrder) {
  EXPECT_LT(Value::small_int(-5).bits, Value::small_int(3).bits);
  EXPECT_LT(Value::small_int(kMinInlineInt).bits, Value::small_int(kMaxInlineInt).bits);
}

TEST(Value, IntAdditionNeedsOneCompare) {
  auto sum = [](i64 a, i64 b) { return Value::small_int(a).bits + Value::small_int(b).bits + kIntBias; };
  EXPECT_EQ(Value(sum(40, 2)).as_small_int(), 42);
  EXPECT_EQ(Value(sum(-40, 2)).as_small_int(), -38);
  EXPECT_LT(sum(kMaxInlineInt, 1), kTagInt);
  EXPECT_LT(sum(kMinInlineInt, -1), kTagInt);
}

TEST(Value, DoublesAreTheirOwnBits) {
  for (f64 d : {0.0, -0.0, 1.5, -1e300, std::numeric_limits<f64>::infinity(), -std::numeric_limits<f64>::infinity(),
                std::numeric_limits<f64>::denorm_min()}) {
    Value v = Value::number(d);
    EXPECT_TRUE(v.is_double());
    EXPECT_FALSE(v.is_int());
    EXPECT_FALSE(v.is_cell());
    EXPECT_EQ(std::signbit(v.as_double()), std::signbit(d));
    EXPECT_EQ(v.as_double(), d);
  }
}

TEST(Value, NansFromOutsideBecomeCanonical) {
  f64 odd = std::bit_cast<f64>(0xFFFB123456789ABCull);
  Value v = Value::number(odd);
  EXPECT_TRUE(v.is_double());
  EXPECT_TRUE(std::isnan(v.as_double()));
}

TEST(Value, OnlyNilAndFalseAreFalsy) {
  EXPECT_TRUE(Value::nil().is_falsy());
  EXPECT_TRUE(Value::boolean(false).is_falsy());
  EXPECT_TRUE(Value::boolean(true).is_truthy());
  EXPECT_TRUE(Value::small_int(0).is_truthy());
  EXPECT_TRUE(Value::number(0).is_truthy());
}

TEST(Value, TagsTellCellsApart) {
  alignas(16) char memory[64] = {};
  auto* address = reinterpret_cast<String*>(memory);
  Value s = Value::string(address);
  EXPECT_TRUE(s.is_string());
  EXPECT_TRUE(s.is_cell());
  EXPECT_FALSE(s.is_table());
  EXPECT_FALSE(s.is_number());
  EXPECT_EQ(s.as_string(), address);
  EXPECT_FALSE(Value::nil().is_cell());
  EXPECT_FALSE(Value::small_int(7).is_cell());
}

TEST(Value, MarksOfNativesAreDistinct) {
  EXPECT_TRUE(Value::raised().is_raised());
  EXPECT_TRUE(Value::multi(0).is_multi());
  EXPECT_EQ(Value::multi(1000000).multi_count(), 1000000u);
  EXPECT_FALSE(Value::raised().is_multi());
  EXPECT_FALSE(Value::nil().is_multi());
}

}  // namespace
}  // namespace gs::vm
