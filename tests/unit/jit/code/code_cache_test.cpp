#include "jit/code/code_cache.hpp"

#include <gtest/gtest.h>

#include <cstring>

namespace gs::jit {
namespace {

int answer() { return 42; }
const void* here() { return reinterpret_cast<const void*>(&answer); }

TEST(CodeCache, RunsWhatIsWritten) {
  CodeCache cache(1 << 20, here());
  CodeRange range = cache.allocate(6);
  ASSERT_TRUE(range.code);
  EXPECT_EQ(range.size, CodeCache::kUnit);
  const unsigned char code[] = {0xb8, 7, 0, 0, 0, 0xc3};  // mov eax, 7; ret
  std::memcpy(range.writable, code, sizeof code);
  EXPECT_EQ(reinterpret_cast<int (*)()>(range.code)(), 7);
  range.writable[1] = 8;
  EXPECT_EQ(reinterpret_cast<int (*)()>(range.code)(), 8);
}

TEST(CodeCache, IsNearTheRuntime) {
  CodeCache cache(1 << 20, here());
  CodeRange range = cache.allocate(100);
  ASSERT_TRUE(range.code);
  i64 distance = range.code - static_cast<const char*>(here());
  EXPECT_EQ(distance, i64(i32(distance)));
}

TEST(CodeCache, KnowsItsAddresses) {
  CodeCache cache(1 << 20, here());
  CodeRange range = cache.allocate(100);
  EXPECT_TRUE(cache.contains(range.code + 50));
  EXPECT_FALSE(cache.contains(range.writable));
  EXPECT_EQ(cache.writable(range.code + 50), range.writable + 50);
}

TEST(CodeCache, StaysBelowItsLimit) {
  CodeCache cache(64 << 10, here());
  usize total = 0;
  std::vector<CodeRange> ranges;
  for (CodeRange range = cache.allocate(1000); range.code; range = cache.allocate(1000)) {
    ranges.push_back(range);
    total += range.size;
  }
  EXPECT_EQ(total, usize(64 << 10));
  EXPECT_EQ(cache.bytes_in_use(), total);
  EXPECT_EQ(cache.bytes_mapped(), usize(64 << 10));
  EXPECT_FALSE(cache.is_forbidden());
}

TEST(CodeCache, JoinsFreedNeighbours) {
  CodeCache cache(64 << 10, here());
  CodeRange pieces[4];
  for (CodeRange& piece : pieces) piece = cache.allocate(16 << 10);
  EXPECT_FALSE(cache.allocate(64).code);
  cache.free(pieces[0]);
  cache.free(pieces[2]);
  EXPECT_FALSE(cache.allocate(32 << 10).code);
  cache.free(pieces[1]);
  CodeRange big = cache.allocate(48 << 10);
  EXPECT_EQ(big.code, pieces[0].code);
  cache.free(pieces[3]);
  cache.free(big);
  EXPECT_EQ(cache.bytes_in_use(), 0u);
  EXPECT_TRUE(cache.allocate(64 << 10).code);
}

TEST(CodeCache, GrowsByChunks) {
  CodeCache cache(2 << 20, here());
  CodeRange first = cache.allocate(200 << 10);
  CodeRange second = cache.allocate(200 << 10);
  ASSERT_TRUE(first.code && second.code);
  EXPECT_GT(cache.bytes_mapped(), CodeCache::kFirstChunk);
  EXPECT_LT(cache.bytes_mapped(), usize(2 << 20));
  EXPECT_FALSE(cache.allocate(4 << 20).code);
}

}  // namespace
}  // namespace gs::jit
