// The arithmetic of language 3.2 to 3.6 on raw numbers: wrapping, truncation, shifts, exact comparison.
#include "prim/arith.hpp"

#include <gtest/gtest.h>

#include <limits>

namespace gs::prim {
namespace {

constexpr f64 kInf = std::numeric_limits<f64>::infinity();
constexpr f64 kNaN = std::numeric_limits<f64>::quiet_NaN();

TEST(Arith, IntsWrap) {
  EXPECT_EQ(add(kMaxInt, i64(1)), kMinInt);
  EXPECT_EQ(sub(kMinInt, i64(1)), kMaxInt);
  EXPECT_EQ(mul(kMaxInt, i64(2)), -2);
  EXPECT_EQ(neg(kMinInt), kMinInt);
}

TEST(Arith, DivisionIsExactOrNot) {
  EXPECT_TRUE(divides(6, 3));
  EXPECT_FALSE(divides(7, 2));
  EXPECT_TRUE(divides(kMinInt, -1));
  EXPECT_EQ(div_exact(kMinInt, -1), kMinInt);
  EXPECT_EQ(div_exact(-6, 3), -2);
}

TEST(Arith, RemainderHasTheSignOfTheDividend) {
  EXPECT_EQ(mod(i64(-7), i64(3)), -1);
  EXPECT_EQ(mod(i64(7), i64(-3)), 1);
  EXPECT_EQ(mod(kMinInt, i64(-1)), 0);
  EXPECT_EQ(mod(-5.5, 2.0), -1.5);
}

TEST(Arith, IntPowerWraps) {
  EXPECT_EQ(pow(i64(2), i64(10)), 1024);
  EXPECT_EQ(pow(i64(2), i64(63)), kMinInt);
  EXPECT_EQ(pow(i64(2), i64(64)), 0);
  EXPECT_EQ(pow(i64(0), i64(0)), 1);
  EXPECT_EQ(pow(i64(-3), i64(3)), -27);
}

TEST(Arith, ShiftsSaturate) {
  EXPECT_EQ(shift_left(1, 63), kMinInt);
  EXPECT_EQ(shift_left(1, 64), 0);
  EXPECT_EQ(shift_right(-8, 1), -4);
  EXPECT_EQ(shift_right(-8, 70), -1);
  EXPECT_EQ(shift_right(8, 70), 0);
}

TEST(Arith, FloatToInt) {
  i64 result = 0;
  EXPECT_TRUE(to_int_exact(-9223372036854775808.0, result));
  EXPECT_EQ(result, kMinInt);
  EXPECT_TRUE(to_int_exact(-0.0, result));
  EXPECT_EQ(result, 0);
  EXPECT_FALSE(to_int_exact(9223372036854775808.0, result));
  EXPECT_FALSE(to_int_exact(1.5, result));
  EXPECT_FALSE(to_int_exact(kNaN, result));
}

TEST(Arith, MixedComparisonIsExact) {
  EXPECT_TRUE(equal(i64(1), 1.0));
  EXPECT_FALSE(equal(i64(9007199254740993), 9007199254740992.0));
  EXPECT_FALSE(equal(kMaxInt, kTwo63));
  EXPECT_TRUE(less(kMaxInt, kTwo63));
  EXPECT_TRUE(less(i64(9007199254740992), 9007199254740994.0));
  EXPECT_FALSE(less(i64(9007199254740993), 9007199254740992.0));
  EXPECT_TRUE(less(9007199254740992.0, i64(9007199254740993)));
  for (const i64 a : {-3, -2, -1, 0, 1, 2, 3}) {
    for (const f64 b : {-2.5, -2.0, -0.5, 0.0, 0.5, 2.0, 2.5}) {
      EXPECT_EQ(less(a, b), f64(a) < b) << a << " " << b;
      EXPECT_EQ(less(b, a), b < f64(a)) << a << " " << b;
      EXPECT_EQ(less_equal(a, b), f64(a) <= b) << a << " " << b;
      EXPECT_EQ(less_equal(b, a), b <= f64(a)) << a << " " << b;
    }
  }
}

TEST(Arith, ComparisonWithInfinityAndNaN) {
  EXPECT_TRUE(less(kMaxInt, kInf));
  EXPECT_TRUE(less(-kInf, kMinInt));
  EXPECT_FALSE(less(i64(0), kNaN));
  EXPECT_FALSE(less(kNaN, i64(0)));
  EXPECT_FALSE(less_equal(i64(0), kNaN));
  EXPECT_FALSE(less_equal(kNaN, i64(0)));
  EXPECT_FALSE(equal(i64(0), kNaN));
}

}  // namespace
}  // namespace gs::prim
