// tonumber with a base.
#include "stdlib/base_functions/digits.hpp"

#include <gtest/gtest.h>

namespace gs::stdlib {
namespace {

TEST(ParseDigits, ReadsAllBases) {
  i64 n = 0;
  EXPECT_TRUE(parse_digits("ff", 16, n));
  EXPECT_EQ(n, 255);
  EXPECT_TRUE(parse_digits(" -zz\n", 36, n));
  EXPECT_EQ(n, -1295);
  EXPECT_TRUE(parse_digits("ffffffffffffffff", 16, n));
  EXPECT_EQ(n, -1);
  EXPECT_TRUE(
      parse_digits("\xC2\xA0"
                   "101",
                   2, n));
  EXPECT_EQ(n, 5);
}

TEST(ParseDigits, RefusesTheRest) {
  i64 n;
  for (const char* text : {"", "-", "9", "1 0", "+1", "1.", "--1"}) EXPECT_FALSE(parse_digits(text, 8, n)) << text;
  EXPECT_FALSE(parse_digits("10000000000000000", 16, n));
}

}  // namespace
}  // namespace gs::stdlib
