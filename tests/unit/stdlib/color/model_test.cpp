// Color models.
#include "stdlib/color/model.hpp"

#include <gtest/gtest.h>

namespace gs::stdlib {
namespace {

TEST(Color, ReadsAndWritesHex) {
  Color c{};
  EXPECT_TRUE(color_from_hex("#f80", c));
  EXPECT_EQ(color_to_hex(c), "#FF8800");
  EXPECT_TRUE(color_from_hex("11223344", c));
  EXPECT_EQ(color_to_hex(c), "#112233");
  EXPECT_DOUBLE_EQ(c.a, 0x44 / 255.0);
  EXPECT_EQ(color_to_hex({2, -1, 0.5}), "#FF0080");
  for (const char* text : {"", "#", "#12", "#12345", "#gggggg", "#1234567"})
    EXPECT_FALSE(color_from_hex(text, c)) << text;
}

TEST(Color, GoesThroughHues) {
  for (Color c : {Color{1, 0, 0}, Color{0.2, 0.4, 0.6}, Color{0, 1, 0.5}, Color{0.3, 0.3, 0.3}, Color{0.9, 0.1, 0.8}}) {
    for (const Color& back : {color_from_hsv(color_to_hsv(c)), color_from_hsl(color_to_hsl(c))}) {
      EXPECT_NEAR(back.r, c.r, 1e-12);
      EXPECT_NEAR(back.g, c.g, 1e-12);
      EXPECT_NEAR(back.b, c.b, 1e-12);
    }
  }
  EXPECT_EQ(color_to_hsv({0, 0, 1}).h, 240);
  EXPECT_EQ(color_to_hex(color_from_hsv({-120, 1, 1})), "#0000FF");
}

}  // namespace
}  // namespace gs::stdlib
