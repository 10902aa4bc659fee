// Deflate containers there and back.
#include "stdlib/compress/deflate.hpp"

#include <gtest/gtest.h>

namespace gs::stdlib {
namespace {

std::string pack(std::string_view text, Container container, int level = kDefaultLevel) {
  std::string out, error;
  EXPECT_TRUE(
      deflate_text(text, container, level, [&](std::string_view piece) { return out.append(piece), true; }, error));
  return out;
}

bool unpack(std::string_view data, Container container, std::string& out, std::string& error) {
  out.clear();
  return inflate_text(data, container, [&](std::string_view piece) { return out.append(piece), true; }, error);
}

TEST(Deflate, GoesBothWays) {
  std::string big;
  for (int i = 0; i < 300000; i++) big.push_back(char(i * i >> 7));
  for (Container container : {Container::kRaw, Container::kZlib, Container::kGzip}) {
    for (const std::string& text : {std::string(), std::string("data"), big, std::string(1000000, 'x')}) {
      std::string out, error;
      EXPECT_TRUE(unpack(pack(text, container, 9), container, out, error)) << error;
      EXPECT_EQ(out, text);
    }
  }
}

TEST(Deflate, FindsBadData) {
  std::string out, error;
  std::string packed = pack("some text to pack", Container::kGzip);
  EXPECT_FALSE(unpack(packed.substr(0, packed.size() - 5), Container::kGzip, out, error));
  EXPECT_EQ(error, "unexpected end of data");
  error.clear();
  EXPECT_FALSE(unpack("garbage", Container::kZlib, out, error));
  EXPECT_FALSE(error.empty());
  error.clear();
  EXPECT_FALSE(unpack("", Container::kGzip, out, error));
  EXPECT_FALSE(error.empty());
}

TEST(Deflate, StopsWhenTheConsumerDoes) {
  std::string packed = pack(std::string(1 << 24, 'x'), Container::kZlib), error;
  int pieces = 0;
  EXPECT_FALSE(inflate_text(packed, Container::kZlib, [&](std::string_view) { return ++pieces < 3; }, error));
  EXPECT_EQ(pieces, 3);
  EXPECT_TRUE(error.empty());
}

}  // namespace
}  // namespace gs::stdlib
