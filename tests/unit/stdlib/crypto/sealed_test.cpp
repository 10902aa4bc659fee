// AES-GCM there and back.
#include "stdlib/crypto/sealed.hpp"

#include <gtest/gtest.h>

#include "stdlib/encoding/codec.hpp"

namespace gs::stdlib {
namespace {

TEST(Sealed, GoesBothWaysWithAllKeySizes) {
  std::string nonce(kNonceBytes, 'n');
  for (usize size : {16u, 24u, 32u}) {
    for (const std::string& text : {std::string(), std::string("secret"), std::string(100000, 'x')}) {
      std::string sealed, out;
      ASSERT_TRUE(seal(std::string(size, 'k'), nonce, text, sealed));
      EXPECT_EQ(sealed.size(), kNonceBytes + text.size() + kTagBytes);
      EXPECT_TRUE(unseal(std::string(size, 'k'), sealed, out));
      EXPECT_EQ(out, text);
      sealed.back() = char(sealed.back() ^ 1);
      EXPECT_FALSE(unseal(std::string(size, 'k'), sealed, out));
    }
  }
  std::string out;
  EXPECT_FALSE(unseal(std::string(16, 'k'), "short", out));
}

// NIST's first test case with a text: key, nonce and text all zero.
TEST(Sealed, GivesPublishedValues) {
  std::string sealed;
  ASSERT_TRUE(seal(std::string(16, '\0'), std::string(12, '\0'), std::string(16, '\0'), sealed));
  EXPECT_EQ(hex_encode(sealed.substr(kNonceBytes)), "0388dace60b6a392f328c2b971b2fe78ab6e47d42cec13bdf53a67b21257bddf");
}

}  // namespace
}  // namespace gs::stdlib
