// The pure parts of math: the generator's fixed sequences, rounding, exact logarithms.
#include <gtest/gtest.h>

#include <cmath>
#include <cstdlib>
#include <string>

#include "stdlib/math/generator.hpp"
#include "stdlib/math/rounding.hpp"

namespace gs::stdlib {
namespace {

TEST(Generator, IsXoshiro256StarStarSeededBySplitmix) {
  // Published results of splitmix64 from seed 0 are the first state; the reference code gives this first output for it.
  Generator generator(0);
  EXPECT_EQ(generator.next(), 0x99ec5f36cb75f2b4u);
  EXPECT_EQ(generator.next(), 0xbf6e1f784956452au);
}

TEST(Generator, EqualSeedsGiveEqualSequences) {
  Generator a(42), b(42), c(43);
  for (int i = 0; i < 100; i++) EXPECT_EQ(a.next_in(1, 1000), b.next_in(1, 1000));
  EXPECT_NE(a.next(), c.next());
}

TEST(Generator, StaysInTheInterval) {
  Generator generator(1);
  bool low = false, high = false;
  for (int i = 0; i < 1000; i++) {
    i64 n = generator.next_in(-2, 2);
    EXPECT_GE(n, -2);
    EXPECT_LE(n, 2);
    low |= n == -2;
    high |= n == 2;
    f64 x = generator.next_float();
    EXPECT_GE(x, 0);
    EXPECT_LT(x, 1);
  }
  EXPECT_TRUE(low && high);
  generator.next_in(INT64_MIN, INT64_MAX);
  EXPECT_EQ(generator.next_in(5, 5), 5);
}

TEST(Rounding, IsHalfAwayFromZero) {
  EXPECT_EQ(round_to_decimals(2.567, 2), 2.57);
  EXPECT_EQ(round_to_decimals(-2.5, 0), -3);
  EXPECT_EQ(round_to_decimals(0.125, 2), 0.13);
  EXPECT_EQ(round_to_decimals(1234, -2), 1200);
  EXPECT_EQ(round_to_decimals(1250, -2), 1300);
  EXPECT_EQ(round_to_decimals(1e300, 10), 1e300);
  EXPECT_EQ(round_to_decimals(1.5, 400), 1.5);
  EXPECT_EQ(round_to_decimals(1.5, -400), 0);
  EXPECT_TRUE(std::isnan(round_to_decimals(NAN, 1)));
}

TEST(Log, IsExactForPowersOfTwoAndTen) {
  for (int e = -1074; e < 1024; e++) EXPECT_EQ(log_to_base(std::ldexp(1, e), 2), e);
  for (int e = -307; e <= 308; e++) {
    EXPECT_EQ(log_to_base(std::strtod(("1e" + std::to_string(e)).c_str(), nullptr), 10), e) << e;
  }
}

}  // namespace
}  // namespace gs::stdlib
