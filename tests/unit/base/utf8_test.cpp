// UTF-8 decoding, encoding and walking.
#include "base/utf8.hpp"

#include <gtest/gtest.h>

#include <string>

namespace gs {
namespace {

CodePoint decode(std::string_view text) { return decode_utf8(text.data(), text.data() + text.size()); }

TEST(Utf8, EveryScalarRoundTrips) {
  for (u32 code = 0; code <= kMaxCodePoint; code++) {
    if (!is_scalar(code)) continue;
    char bytes[kMaxUtf8];
    const usize length = encode_utf8(code, bytes);
    const CodePoint point = decode({bytes, length});
    ASSERT_TRUE(point.valid) << code;
    ASSERT_EQ(point.code, code);
    ASSERT_EQ(point.length, length);
    ASSERT_EQ(decode_utf8_before(bytes, bytes + length).code, code);
  }
}

TEST(Utf8, InvalidBytesStandAlone) {
  for (std::string_view text : {"\x80", "\xc0\x80", "\xc1\xbf", "\xc3", "\xc3(", "\xe0\x80\x80", "\xe0\x9f\xbf", "\xed\xa0\x80",
                                "\xed\xbf\xbf", "\xe2\x82", "\xf0\x80\x80\x80", "\xf0\x8f\xbf\xbf", "\xf4\x90\x80\x80", "\xf5\x80\x80\x80",
                                "\xff", "\xf0\x9f\x98"}) {
    const CodePoint point = decode(text);
    EXPECT_FALSE(point.valid);
    EXPECT_EQ(point.code, kReplacement);
    EXPECT_EQ(point.length, 1u);
    EXPECT_FALSE(is_valid_utf8(text));
  }
}

TEST(Utf8, DecodesBackwards) {
  const std::string text = "a\u00e9\u4e2d\U0001F600\x80";
  const char* begin = text.data();
  const char* p = begin + text.size();
  std::u32string codes;
  while (p > begin) {
    const CodePoint point = decode_utf8_before(begin, p);
    codes.push_back(point.code);
    p -= point.length;
  }
  EXPECT_EQ(codes, U"\uFFFD\U0001F600\u4e2d\u00e9a");
}

TEST(Utf8, CountsAndSkips) {
  EXPECT_EQ(count_code_points(""), 0u);
  EXPECT_EQ(count_code_points("hello, world of ascii"), 21u);
  EXPECT_EQ(count_code_points("a\u00f1b"), 3u);
  EXPECT_EQ(count_code_points("\xff\xfe" "abcdefghijkl\u4e2d"), 15u);
  usize count = 3;
  EXPECT_EQ(skip_code_points("a\u00f1bc", 0, count), 4u);
  EXPECT_EQ(count, 0u);
  count = 9;
  EXPECT_EQ(skip_code_points("a\u00f1bc", 1, count), 5u);
  EXPECT_EQ(count, 6u);
}

TEST(Utf8, Ascii) {
  EXPECT_TRUE(is_ascii(""));
  EXPECT_TRUE(is_ascii("0123456789abcdef"));
  EXPECT_FALSE(is_ascii("0123456789\x80" "bcdef"));
  EXPECT_FALSE(is_ascii("0123456789bcdefgh\x80"));
}

}  // namespace
}  // namespace gs
