// The bump allocator: alignment, growth, stable addresses.
#include "base/arena.hpp"

#include <gtest/gtest.h>

#include <array>
#include <string>

namespace gs {
namespace {

TEST(Arena, AlignsAndSeparates) {
  Arena arena;
  char* c = arena.make<char>('x');
  i64* first = arena.make<i64>(1);
  i64* second = arena.make<i64>(2);
  EXPECT_EQ(reinterpret_cast<std::uintptr_t>(first) % alignof(i64), 0u);
  EXPECT_EQ(*c, 'x');
  EXPECT_EQ(*first, 1);
  EXPECT_EQ(*second, 2);
}

TEST(Arena, GrowsWithoutMoving) {
  Arena arena;
  std::vector<u32*> items;
  for (u32 i = 0; i < 100000; ++i) items.push_back(arena.make<u32>(i));
  for (u32 i = 0; i < 100000; ++i) ASSERT_EQ(*items[i], i);
}

TEST(Arena, HoldsWhatExceedsABlock) {
  Arena arena;
  const std::string big(10 << 20, 'y');
  const std::string_view copy = arena.copy(std::string_view(big));
  EXPECT_EQ(copy, big);
  EXPECT_NE(copy.data(), big.data());
}

TEST(Arena, CopiesSpans) {
  Arena arena;
  const std::array<i32, 3> items{1, 2, 3};
  const std::span<i32> copy = arena.copy(std::span<const i32>(items));
  ASSERT_EQ(copy.size(), 3u);
  EXPECT_EQ(copy[2], 3);
  EXPECT_TRUE(arena.copy(std::span<const i32>()).empty());
}

TEST(Arena, MovingKeepsAddresses) {
  Arena arena;
  i64* item = arena.make<i64>(7);
  Arena other = std::move(arena);
  EXPECT_EQ(*item, 7);
  EXPECT_EQ(*arena.make<i64>(8), 8);
  EXPECT_EQ(*other.make<i64>(9), 9);
}

}  // namespace
}  // namespace gs
