// Case mapping and reversal by code point.
#include "stdlib/string/text_case.hpp"

#include <gtest/gtest.h>

#include <string>

namespace gs::stdlib {
namespace {

struct Text {
  std::string text;
  void append(std::string_view part) { text += part; }
  void append(char c) { text += c; }
};

constexpr auto kGoOn = [] { return true; };

template <typename Map>
std::string mapped(std::string_view text, Map map) {
  Text out;
  map_code_points(text, out, map, kGoOn);
  return out.text;
}

TEST(TextCase, Maps) {
  EXPECT_EQ(mapped("stra\u00dfe \u00f1\u0101\U00010428", to_upper), "STRA\u00dfE \u00d1\u0100\U00010400");
  EXPECT_EQ(mapped("\u00d1AB\xff\xc3", to_lower), "\u00f1ab\xff\xc3");
}

TEST(TextCase, Title) {
  EXPECT_EQ(mapped("hello  wORLD\t\u00e9lan\u3000x", TitleCase()), "Hello  WORLD\t\u00c9lan\u3000X");
  EXPECT_EQ(mapped("", TitleCase()), "");
}

TEST(TextCase, Reverse) {
  Text out;
  reverse_code_points("a\u00f1\u4e2d\xff\x80z", out, kGoOn);
  EXPECT_EQ(out.text, "z\x80\xff\u4e2d\u00f1" "a");
}

}  // namespace
}  // namespace gs::stdlib
