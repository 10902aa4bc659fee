// Hex, base64, base32, XML entities.
#include "stdlib/encoding/codec.hpp"

#include <gtest/gtest.h>

namespace gs::stdlib {
namespace {

TEST(Hex, GoesBothWays) {
  EXPECT_EQ(hex_encode("AZ\xff"), "415aff");
  std::string out;
  usize at;
  EXPECT_TRUE(hex_decode("415AfF", out, at));
  EXPECT_EQ(out, "AZ\xff");
  EXPECT_FALSE(hex_decode("41g0", out, at));
  EXPECT_EQ(at, 2u);
  EXPECT_FALSE(hex_decode("414", out, at));
  EXPECT_EQ(at, 3u);
}

TEST(Base64, FollowsTheRfc) {
  const char* cases[][2] = {{"", ""},
                            {"f", "Zg=="},
                            {"fo", "Zm8="},
                            {"foo", "Zm9v"},
                            {"foob", "Zm9vYg=="},
                            {"fooba", "Zm9vYmE="},
                            {"foobar", "Zm9vYmFy"}};
  std::string out;
  usize at;
  for (auto& [text, encoded] : cases) {
    EXPECT_EQ(base64_encode(text, kBase64), encoded);
    EXPECT_TRUE(base64_decode(encoded, kBase64, out, at));
    EXPECT_EQ(out, text);
  }
  EXPECT_EQ(base64_encode("hi?>", kBase64Url), "aGk_Pg");
  EXPECT_TRUE(base64_decode("aGk_Pg", kBase64Url, out, at));
  EXPECT_EQ(out, "hi?>");
  EXPECT_TRUE(base64_decode("Zm9v\r\nYg=\n=\n", kBase64, out, at));
  EXPECT_EQ(out, "foob");
}

usize error_of(std::string_view text, const Alphabet& alphabet = kBase64) {
  std::string out;
  usize at = 0;
  return base64_decode(text, alphabet, out, at) ? 999 : at;
}

TEST(Base64, SaysWhereItIsIllegal) {
  EXPECT_EQ(error_of("!aaa"), 0u);
  EXPECT_EQ(error_of("Zm9*"), 3u);
  EXPECT_EQ(error_of("Zm9vYg"), 4u);
  EXPECT_EQ(error_of("Z==="), 1u);
  EXPECT_EQ(error_of("Zg=a"), 3u);
  EXPECT_EQ(error_of("Zg="), 3u);
  EXPECT_EQ(error_of("Zg==x"), 4u);
  EXPECT_EQ(error_of("aGk_Pg==", kBase64Url), 6u);
  EXPECT_EQ(error_of("aGk_P", kBase64Url), 4u);
}

TEST(Base32, FollowsTheRfc) {
  const char* cases[][3] = {{"", "", ""},
                            {"f", "MY======", "CO"},
                            {"fo", "MZXQ====", "CPNG"},
                            {"foo", "MZXW6===", "CPNMU"},
                            {"foob", "MZXW6YQ=", "CPNMUOG"},
                            {"fooba", "MZXW6YTB", "CPNMUOJ1"},
                            {"foobar", "MZXW6YTBOI======", "CPNMUOJ1E8"}};
  std::string out;
  usize at;
  for (auto& [text, padded, hex] : cases) {
    EXPECT_EQ(base32_encode(text, kBase32), padded);
    EXPECT_EQ(base32_encode(text, kBase32Hex), hex);
    EXPECT_TRUE(base32_decode(padded, kBase32, out, at));
    EXPECT_EQ(out, text);
    EXPECT_TRUE(base32_decode(hex, kBase32Hex, out, at));
    EXPECT_EQ(out, text);
  }
  EXPECT_FALSE(base32_decode("M1======", kBase32, out, at));
  EXPECT_FALSE(base32_decode("MZX=====", kBase32, out, at));
}

TEST(Xml, EscapesAndUnescapesOnce) {
  EXPECT_EQ(xml_escape("<a&\"b'>\t\n\r"), "&lt;a&amp;&#34;b&#39;&gt;&#x9;&#xA;&#xD;");
  EXPECT_EQ(xml_unescape("&lt;a&amp;lt; &quot;&apos;&gt;&#233;&#xe9;"), "<a&lt; \"'>\xC3\xA9\xC3\xA9");
  for (const char* text : {"&nbsp;", "&", "&;", "&#;", "&#x110000;", "&#xD800;", "& lt;", "&#12a;"}) {
    EXPECT_EQ(xml_unescape(text), text);
  }
}

}  // namespace
}  // namespace gs::stdlib
