// Loads, stores, allocation, barriers.
#include <gtest/gtest.h>

#include <cstring>

#include "jit/backend/harness.hpp"

namespace gs::jit::backend {
namespace {

std::string address(const void* p) {
  char text[32];
  std::snprintf(text, sizeof text, "0x%llx", static_cast<unsigned long long>(reinterpret_cast<u64>(p)));
  return text;
}

TEST(BackendMemory, MovesEveryWidth) {
  alignas(8) static u64 words[8];
  words[0] = 0x1122334455667788;
  words[1] = float_value(2.5);
  Machine m;
  ASSERT_TRUE(m.compile("function widths\nb0:\n  v0 = ConstPtr " + address(words) + R"(
      v1:i = Load v0 0 .u8 .Constant
      v2:i = Load v0 4 .u32 .Constant
      v3:f = Load v0 8 .f64 .Constant
      v4 = ConstInt 1
      v5:f = LoadIndexed v0 v4 0 .f64 .Constant
      v6 = AddFloat v3 v5
      Store v0 v6 16 .f64 .Elements
      Store v0 v1 24 .u8 .Elements
      Store v0 v2 32 .u32 .Elements
      StoreIndexed v0 v4 v2 32 .i64 .Elements
      v7 = LoadByte v0 v4 0
      v8 = BoxInt v7
      Return v8
  )"));
  words[3] = words[4] = ~0ull;
  EXPECT_EQ(m.run().returned, 1u);
  EXPECT_EQ(words[2], float_value(5));
  EXPECT_EQ(words[3], 0xFFFFFFFFFFFFFF88);
  EXPECT_EQ(words[4], 0xFFFFFFFF11223344);
  EXPECT_EQ(words[5], 0x11223344u);
  EXPECT_EQ(m.slot(-2), int_value(0x77));
}

// A hash part as HashLayout's defaults have it: two entries whose keys' hashes want the same place, then an entry number with a wrong tag.
TEST(BackendMemory, FindsEntries) {
  struct Part {
    u32 capacity = 2, index_mask = 3;
    u64 entries[4] = {int_value(5), int_value(50), int_value(6), int_value(60)};
    u32 index[4] = {0x80 | 0, 0x80 | 1, 0xffffffff, 0x40 | 1};
  };
  static Part part;
  static u64 none[2] = {0, int_value(-1)};
  const auto find = [](const void* in, u64 hash, u64 key) {
    Machine m;
    EXPECT_TRUE(m.compile("function find\nb0:\n  v0 = ConstPtr " + address(in) + R"(
      v1 = LoadSlot 0
      v2 = UnboxBits v1
      v3 = LoadSlot 1
      v4 = HashFind v0 v2 v3 )" + address(none) + R"(
      v5:v = Load v4 8 .boxed .Entries
      Return v5
    )"));
    m.slot(0) = hash;
    m.slot(1) = key;
    EXPECT_EQ(m.run().returned, 1u);
    return m.slot(-2);
  };
  constexpr u64 kPlace3 = 3ull << 32;
  EXPECT_EQ(find(&part, 0x80, int_value(5)), int_value(50));
  EXPECT_EQ(find(&part, 0x82, int_value(6)), int_value(60));
  EXPECT_EQ(find(&part, kPlace3 | 0x80, int_value(6)), int_value(60));  // goes round the index
  EXPECT_EQ(find(&part, 0x80, int_value(7)), int_value(-1));
  EXPECT_EQ(find(&part, 2ull << 32 | 0xfffffffc, int_value(5)), int_value(-1));  // a free word with any tag
  EXPECT_EQ(find(nullptr, 0x80, int_value(5)), int_value(-1));
}

TEST(BackendMemory, ReadsAndWritesGlobals) {
  static u64 globals[4];
  Machine m;
  ASSERT_TRUE(m.compile("function globals\nb0:\n  v0 = LoadGlobal " + address(&globals[0]) + R"(
      v1 = GuardInt v0 @s0
      v2 = AddInt v1 v1
      v3 = BoxInt v2
      StoreGlobal v3 )" + address(&globals[3]) + R"(
      Return
    s0: [p0 pc 1 base 0]
  )"));
  globals[0] = int_value(21);
  EXPECT_EQ(m.run().returned, 0u);
  EXPECT_EQ(globals[3], int_value(42));
}

const char* const kObject = R"(function object
    t0: tag 0xfffb000000000000 shape 0x123456789a0 shape_at 8 fields_at 48 fields 3 size 80 rest 0xfff9000000000000
    b0:
      v0 = LoadSlot 0
      v1 = LoadSlot 1
      v2 = NewObject v0 v1
      v3 = BoxPtr v2 0xfffb000000000000
      Return v3
)";

void check_object(const u64* cell) {
  EXPECT_EQ(cell[1], 0x123456789a0u);
  EXPECT_EQ(cell[6], int_value(1));
  EXPECT_EQ(cell[7], int_value(2));
  EXPECT_EQ(cell[8], kNilBits);
}

TEST(BackendMemory, AllocatesByTheHelper) {
  Machine m;
  ASSERT_TRUE(m.compile(kObject));
  m.slot(0) = int_value(1);
  m.slot(1) = int_value(2);
  EXPECT_EQ(m.run().returned, 1u);
  EXPECT_EQ(m.allocation_count, 1u);
  check_object(reinterpret_cast<u64*>(m.slot(-2) & kPointerMask));
}

TEST(BackendMemory, AllocatesFromTheRun) {
  static u64 run[3];
  static u64 space[25];
  Machine m;
  m.target.allocation_run = [](const void*, u32) { return AllocationRun{reinterpret_cast<u64>(run), 96}; };
  ASSERT_TRUE(m.compile(kObject));
  run[0] = reinterpret_cast<u64>(space);
  run[1] = reinterpret_cast<u64>(space + 24);
  for (int round = 0; round < 3; round++) {
    m.slot(0) = int_value(1);
    m.slot(1) = int_value(2);
    EXPECT_EQ(m.run().returned, 1u);
    u64* cell = reinterpret_cast<u64*>(m.slot(-2) & kPointerMask);
    check_object(cell);
    if (round < 2) {
      EXPECT_EQ(cell, space + round * 12);
    }
    EXPECT_EQ(m.allocation_count, round < 2 ? 0u : 1u);
  }
}

TEST(BackendMemory, MakesCellsAndReportsOldOnes) {
  Machine m;
  ASSERT_TRUE(m.compile(R"(function cells
    b0:
      v0 = LoadSlot 0
      v1 = NewCell v0 8
      Barrier v1
      v2 = LoadSlot 1
      v3 = UnboxPtr v2
      Barrier v3
      Store v3 v0 8 .boxed .Cells
      v4 = BoxPtr v1 0xfffd000000000000
      Return v4
  )"));
  u64 old_cell = m.allocate(2);
  reinterpret_cast<u8*>(old_cell)[1] = 1;
  m.slot(0) = int_value(8);
  m.slot(1) = 0xfffd000000000000 | old_cell;
  for (int round = 0; round < 2; round++) {
    EXPECT_EQ(m.run().returned, 1u);
    u64* cell = reinterpret_cast<u64*>(m.slot(-2) & kPointerMask);
    EXPECT_EQ(cell[0], 0x77u);
    EXPECT_EQ(cell[1], int_value(8));
    EXPECT_EQ(reinterpret_cast<u64*>(old_cell)[1], int_value(8));
    EXPECT_EQ(m.remembered, std::vector<u64>{old_cell});
  }
}

TEST(BackendMemory, AddressesSlots) {
  Machine m;
  ASSERT_TRUE(m.compile(R"(function slots
    b0:
      v0 = SlotAddress 5
      v1:v = Load v0 8 .boxed .Constant
      v2 = SlotAddress 3
      v3 = BoxPtr v2 0xfffd000000000000
      Return v1 v3
  )"));
  m.slot(6) = int_value(66);
  EXPECT_EQ(m.run().returned, 2u);
  EXPECT_EQ(m.slot(-2), int_value(66));
  EXPECT_EQ(m.slot(-1), 0xfffd000000000000 | reinterpret_cast<u64>(m.base() + 3));
}

}  // namespace
}  // namespace gs::jit::backend
