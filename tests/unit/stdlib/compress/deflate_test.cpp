// Deflate containers there and back.
#include "stdlib/compress/deflate.hpp"

#include <gtest/gtest.h>

namespace gs::stdlib {
namespace {

Output output_to(std::string& out) {
  static std::string piece;
  return {[](usize count) { return piece.assign(count, '\0').data(); },
          [&out](usize count) { return out.append(piece, 0, count), true; }};
}

std::string pack(std::string_view text, Container container, int level = kDefaultLevel) {
  std::string out, error;
  EXPECT_TRUE(deflate_text(text, container, level, output_to(out), error));
  return out;
}

bool unpack(std::string_view data, Container container, std::string& out, std::string& error) {
  out.clear();
  return inflate_text(data, container, output_to(out), error);
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

TEST(Deflate, InflatesIntoWhatGzipClaims) {
  const std::string text(300000, 'x');
  std::string packed = pack("some text", Container::kGzip);
  EXPECT_EQ(claimed_length(packed), 9u);
  EXPECT_EQ(claimed_length("short"), 0u);
  std::string room(9, '\0');
  const auto always = [] { return true; };
  EXPECT_TRUE(inflate_exactly(packed, room.data(), 9, always));
  EXPECT_EQ(room, "some text");
  EXPECT_FALSE(inflate_exactly(packed, room.data(), 8, always));
  EXPECT_FALSE(inflate_exactly(packed, room.data(), 9, [] { return false; }));
  room.resize(1000);
  EXPECT_FALSE(inflate_exactly(packed, room.data(), 1000, always));
  EXPECT_FALSE(inflate_exactly(packed.substr(0, 20), room.data(), 9, always));
  packed = pack(text, Container::kGzip);
  EXPECT_EQ(claimed_length(packed), 0u);  // hardly credible
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

TEST(Deflate, StopsWhenTheOutputDoes) {
  std::string packed = pack(std::string(1 << 24, 'x'), Container::kZlib), error;
  int pieces = 0;
  std::string room;
  const Output output{[&](usize count) { return room.assign(count, '\0').data(); },
                      [&](usize) { return ++pieces < 3; }};
  EXPECT_FALSE(inflate_text(packed, Container::kZlib, output, error));
  EXPECT_EQ(pieces, 3);
  EXPECT_TRUE(error.empty());
  const Output none{[](usize) { return nullptr; }, [](usize) { return true; }};
  EXPECT_FALSE(inflate_text(packed, Container::kZlib, none, error));
  EXPECT_TRUE(error.empty());
}

}  // namespace
}  // namespace gs::stdlib
