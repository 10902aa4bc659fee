// Classes and case of code points.
#include "base/unicode.hpp"

#include <gtest/gtest.h>

namespace gs {
namespace {

TEST(Unicode, SimpleCase) {
  EXPECT_EQ(to_upper('a'), u32('A'));
  EXPECT_EQ(to_upper('z'), u32('Z'));
  EXPECT_EQ(to_upper('{'), u32('{'));
  EXPECT_EQ(to_upper('`'), u32('`'));
  EXPECT_EQ(to_lower('Z'), u32('z'));
  EXPECT_EQ(to_upper(0xF1), 0xD1u);      // n with tilde
  EXPECT_EQ(to_lower(0xD1), 0xF1u);
  EXPECT_EQ(to_upper(0xDF), 0xDFu);      // sharp s has no simple upper case
  EXPECT_EQ(to_upper(0xFF), 0x178u);
  EXPECT_EQ(to_upper(0xB5), 0x39Cu);
  EXPECT_EQ(to_lower(0x130), u32('i'));
  EXPECT_EQ(to_upper(0x131), u32('I'));
  EXPECT_EQ(to_upper(0x1C6), 0x1C4u);
  EXPECT_EQ(to_upper(0x1C5), 0x1C4u);
  EXPECT_EQ(to_upper(0x3C2), 0x3A3u);    // final sigma
  EXPECT_EQ(to_lower(0x3A3), 0x3C3u);
  EXPECT_EQ(to_upper(0x1FB3), 0x1FBCu);
  EXPECT_EQ(to_upper(0x10428), 0x10400u);
  EXPECT_EQ(to_lower(0x1E9E), 0xDFu);
  EXPECT_EQ(to_upper(0x101), 0x100u);
  EXPECT_EQ(to_upper(0x100), 0x100u);
}

TEST(Unicode, Classes) {
  EXPECT_EQ(char_class('a'), CharClass::kLetter);
  EXPECT_EQ(char_class('7'), CharClass::kDigit);
  EXPECT_EQ(char_class(' '), CharClass::kSpace);
  EXPECT_EQ(char_class('+'), CharClass::kPunctuation);
  EXPECT_EQ(char_class('_'), CharClass::kPunctuation);
  EXPECT_EQ(char_class(0), CharClass::kOther);
  EXPECT_EQ(char_class(0x7F), CharClass::kOther);
  EXPECT_EQ(char_class(0x4E2D), CharClass::kLetter);
  EXPECT_EQ(char_class(0x663), CharClass::kDigit);   // Arabic-Indic three
  EXPECT_EQ(char_class(0x3000), CharClass::kSpace);
  EXPECT_EQ(char_class(0x20AC), CharClass::kPunctuation);
  EXPECT_EQ(char_class(0x301), CharClass::kOther);   // combining mark
  EXPECT_EQ(char_class(0x10FFFF), CharClass::kOther);
}

TEST(Unicode, Trim) {
  EXPECT_EQ(trim_white_space(" \t x y\n\u00a0\u3000"), "x y");
  EXPECT_EQ(trim_white_space("\u2003\u2003"), "");
  EXPECT_EQ(trim_white_space(""), "");
  EXPECT_EQ(trim_white_space_left("  x "), "x ");
  EXPECT_EQ(trim_white_space_right("  x "), "  x");
  EXPECT_EQ(trim_white_space("\x80 x \xff"), "\x80 x \xff");
}

}  // namespace
}  // namespace gs
