#include "platform/memory.hpp"

#include <gtest/gtest.h>

#include <cstring>
#include <thread>

#include "platform/stack_bounds.hpp"

namespace gs::platform {
namespace {

TEST(Memory, ReservationsAreAlignedAndZero) {
  constexpr usize kSize = 256 << 10;
  auto* at = static_cast<char*>(reserve_memory(kSize, 64 << 10));
  ASSERT_TRUE(at);
  EXPECT_EQ(reinterpret_cast<u64>(at) % (64 << 10), 0u);
  for (usize i = 0; i < kSize; i += 1000) EXPECT_EQ(at[i], 0);
  std::memset(at, 1, kSize);
  decommit_memory(at + kPageSize, kPageSize);
  EXPECT_EQ(at[kPageSize - 1], 1);
  EXPECT_EQ(at[kPageSize], 0);
  EXPECT_EQ(at[2 * kPageSize], 1);
  release_memory(at, kSize);
}

TEST(Memory, ResizingKeepsTheContents) {
  auto* at = static_cast<char*>(reserve_memory(4 * kPageSize, kPageSize));
  ASSERT_TRUE(at);
  at[100] = 5;
  auto* grown = static_cast<char*>(resize_memory(at, 4 * kPageSize, 4000 * kPageSize));
  ASSERT_TRUE(grown);
  EXPECT_EQ(grown[100], 5);
  EXPECT_EQ(grown[3999 * kPageSize], 0);
  release_memory(grown, 4000 * kPageSize);
}

TEST(Memory, WhatCannotBeIsRefused) { EXPECT_EQ(reserve_memory(1ull << 60, kPageSize), nullptr); }

void expect_here() {
  StackBounds bounds = thread_stack_bounds();
  void* here = __builtin_frame_address(0);
  EXPECT_GT(here, bounds.low);
  EXPECT_LT(here, bounds.high);
}

TEST(StackBounds, ContainTheFramesOfTheirThread) {
  expect_here();
  std::thread(expect_here).join();
}

}  // namespace
}  // namespace gs::platform
