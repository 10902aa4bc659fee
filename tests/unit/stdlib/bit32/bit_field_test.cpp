// Shifts and fields of 32-bit words.
#include "stdlib/bit32/bit_field.hpp"

#include <gtest/gtest.h>

namespace gs::stdlib {
namespace {

TEST(BitField, Shifts) {
  EXPECT_EQ(shift_word_left(1, 31), 0x80000000u);
  EXPECT_EQ(shift_word_left(1, 32), 0u);
  EXPECT_EQ(shift_word_left(0x80000000u, -31), 1u);
  EXPECT_EQ(shift_word_left(0x80000000u, -32), 0u);
  EXPECT_EQ(shift_word_arithmetic(0x80000000u, 31), -1);
  EXPECT_EQ(shift_word_arithmetic(0x80000000u, 32), -1);
  EXPECT_EQ(shift_word_arithmetic(16, 2), 4);
  EXPECT_EQ(shift_word_arithmetic(1, -31), INT32_MIN);
  EXPECT_EQ(shift_word_arithmetic(1, -32), 0);
}

TEST(BitField, Fields) {
  EXPECT_EQ(extract_field(0xABCD1234u, 8, 8), 0x12u);
  EXPECT_EQ(extract_field(0xABCD1234u, 0, 32), 0xABCD1234u);
  EXPECT_EQ(replace_field(0xABCD1234u, 0xFF, 8, 8), 0xABCDFF34u);
  EXPECT_EQ(replace_field(0, 0x1FF, 28, 4), 0xF0000000u);
  EXPECT_TRUE(is_bit_field(31, 1));
  EXPECT_FALSE(is_bit_field(31, 2));
  EXPECT_FALSE(is_bit_field(-1, 1));
  EXPECT_FALSE(is_bit_field(0, 0));
  EXPECT_FALSE(is_bit_field(INT64_MAX, INT64_MAX));
}

TEST(BitField, HighestBit) {
  EXPECT_EQ(highest_bit(0), -1);
  EXPECT_EQ(highest_bit(1), 0);
  EXPECT_EQ(highest_bit(~u32(0)), 31);
}

}  // namespace
}  // namespace gs::stdlib
