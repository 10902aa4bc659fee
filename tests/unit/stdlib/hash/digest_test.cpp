// Digests against published values, whole and in pieces.
#include "stdlib/hash/digest.hpp"

#include <gtest/gtest.h>

#include "stdlib/encoding/codec.hpp"

namespace gs::stdlib {
namespace {

template <typename Algorithm>
std::string hex_of(std::string_view text) {
  return hex_encode(digest_of<Algorithm>(text));
}

TEST(Digest, GivesPublishedValues) {
  EXPECT_EQ(hex_of<Md5>(""), "d41d8cd98f00b204e9800998ecf8427e");
  EXPECT_EQ(hex_of<Md5>("a"), "0cc175b9c0f1b6a831c399e269772661");
  EXPECT_EQ(hex_of<Sha1>("abc"), "a9993e364706816aba3e25717850c26c9cd0d89d");
  EXPECT_EQ(hex_of<Sha256>("abc"), "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
  EXPECT_EQ(hex_of<Sha512>("abc"),
            "ddaf35a193617abacc417349ae20413112e6fa4e89a97ea20a9eeee64b55d39a"
            "2192992a274fc1a836ba3c23a3feebbd454d4423643ce80e2a9ac94fa54ca49f");
}

TEST(Digest, DoesNotDependOnThePieces) {
  std::string text;
  for (int i = 0; i < 500; i++) text.push_back(char(i * 7));
  for (usize size : {55u, 56u, 63u, 64u, 65u, 111u, 112u, 127u, 128u, 129u, 500u}) {
    std::string_view whole = std::string_view(text).substr(0, size);
    Digest<Sha256> small;
    Digest<Sha512> large;
    for (usize i = 0; i < size; i += 13) {
      small.update(whole.substr(i, 13));
      large.update(whole.substr(i, 13));
    }
    EXPECT_EQ(small.finish(), digest_of<Sha256>(whole)) << size;
    EXPECT_EQ(large.finish(), digest_of<Sha512>(whole)) << size;
  }
}

TEST(Digest, ComputesHmacAndCrc) {
  HmacSha256 hmac("key");
  hmac.update("The quick brown fox jumps over the lazy dog");
  EXPECT_EQ(hex_encode(hmac.finish()), "f7bc83f430538424b13298e6aa6fb143ef4d59a14946175997479dbc2d1a3cd8");
  EXPECT_EQ(crc32_update(0, "hello"), 907060870u);
  EXPECT_EQ(crc32_update(crc32_update(0, "he"), "llo"), 907060870u);
}

}  // namespace
}  // namespace gs::stdlib
