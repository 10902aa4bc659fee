// Layouts of string.pack: options, alignment, ints of any size.
#include "stdlib/string/pack_format.hpp"

#include <gtest/gtest.h>

#include <string>

namespace gs::stdlib {
namespace {

// Size of fixed layouts, or the error.
std::string size_of(std::string_view format) {
  PackReader reader(format);
  PackOption option;
  u64 size = 0;
  while (!reader.at_end()) {
    if (!reader.next(size, option)) return reader.error();
    size += option.padding + option.size;
  }
  return std::to_string(size);
}

TEST(PackFormat, Sizes) {
  EXPECT_EQ(size_of(""), "0");
  EXPECT_EQ(size_of("b B h H l L j J T"), "46");
  EXPECT_EQ(size_of("i4 i8"), "12");
  EXPECT_EQ(size_of("i I i1 I16"), "25");
  EXPECT_EQ(size_of("f d n"), "20");
  EXPECT_EQ(size_of("xxx"), "3");
}

TEST(PackFormat, Alignment) {
  EXPECT_EQ(size_of("b i4"), "5");
  EXPECT_EQ(size_of("! b i4"), "8");
  EXPECT_EQ(size_of("!2 b i4"), "6");
  EXPECT_EQ(size_of("! b Xi8"), "8");
  EXPECT_EQ(size_of("! b Xi8 b d"), "24");
  EXPECT_EQ(size_of("! b i3"), "format asks for alignment not power of 2");
}

TEST(PackFormat, Errors) {
  EXPECT_EQ(size_of("y"), "invalid format option 'y'");
  EXPECT_EQ(size_of("i17"), "integral size out of limits [1,16]");
  EXPECT_EQ(size_of("i0"), "integral size out of limits [1,16]");
  EXPECT_EQ(size_of("I99999999999"), "integral size out of limits [1,16]");
  EXPECT_EQ(size_of("X"), "invalid next option for option 'X'");
  EXPECT_EQ(size_of("Xz"), "invalid next option for option 'X'");
}

TEST(PackFormat, IntsRoundTrip) {
  for (u32 size = 1; size <= 16; size++) {
    for (bool little : {true, false}) {
      for (i64 value : {i64(0), i64(1), i64(-1), i64(127), i64(-128), i64(0x7FFF), i64(-0x800000), INT64_MAX, INT64_MIN}) {
        if (!fits_packed_int(value, size, true)) continue;
        char bytes[16];
        i64 read;
        write_packed_int(value, size, little, bytes);
        ASSERT_TRUE(read_packed_int(bytes, size, little, true, read));
        EXPECT_EQ(read, value) << size;
      }
    }
  }
}

TEST(PackFormat, IntsThatDoNotFit) {
  EXPECT_TRUE(fits_packed_int(255, 1, false));
  EXPECT_FALSE(fits_packed_int(256, 1, false));
  EXPECT_FALSE(fits_packed_int(-1, 1, false));
  EXPECT_FALSE(fits_packed_int(128, 1, true));
  EXPECT_TRUE(fits_packed_int(-128, 1, true));
  EXPECT_TRUE(fits_packed_int(-1, 8, false));
  i64 value;
  const char big[16] = {0, 0, 0, 0, 0, 0, 0, 0, 1};
  EXPECT_FALSE(read_packed_int(big, 9, true, false, value));
  EXPECT_FALSE(read_packed_int(big, 16, true, true, value));
  EXPECT_TRUE(read_packed_int(big, 8, true, false, value));
}

}  // namespace
}  // namespace gs::stdlib
