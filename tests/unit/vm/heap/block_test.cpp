// Blocks and the lazy sweep, without a VM.
#include "vm/heap/block.hpp"

#include <gtest/gtest.h>

#include <cstring>

#include "vm/heap/small.hpp"

namespace gs::vm {
namespace {

TEST(SizeClass, EverySizeFitsItsClassAndNoSmallerOne) {
  auto table = class_table();
  for (usize size = 1; size <= kMaxSmallCell; size++) {
    u32 size_class = table[(size + kGranule - 1) / kGranule];
    EXPECT_GE(kClassSizes[size_class], size);
    if (size_class) EXPECT_LT(kClassSizes[size_class - 1], size);
  }
}

class BlockTest : public testing::Test {
 protected:
  // A block full of cells, as after a collection that found `live(i)` of cell i.
  template <typename Live>
  Block* make(u32 size_class, Live live) {
    Block* block = space_.take();
    block->format(size_class);
    char *run, *end;
    while (block->next_run(Block::kSize, run, end)) {
      for (char* cell = run; cell < end; cell += block->cell_size) {
        reinterpret_cast<CellHeader*>(cell)->kind = CellKind::kRaw;
        std::memset(cell + sizeof(CellHeader), 0xab, block->cell_size - sizeof(CellHeader));
      }
    }
    block->is_touched = true;
    usize i = 0;
    for (usize offset = Block::first_cell(); offset < block->end; offset += block->cell_size) {
      if (live(i++)) Block::set(block->marks, offset);
    }
    block->adopt_marks();
    return block;
  }
  BlockSpace space_;
};

TEST_F(BlockTest, AnAddressFindsTheCellThatContainsIt) {
  for (u32 size_class = 0; size_class < kClassCount; size_class++) {
    Block* block = make(size_class, [](usize) { return true; });
    for (usize offset = Block::first_cell(); offset < block->end; offset++) {
      usize index = (offset - Block::first_cell()) / block->cell_size;
      char* start = block->at(Block::first_cell() + index * block->cell_size);
      ASSERT_EQ(reinterpret_cast<char*>(block->find(reinterpret_cast<u64>(block->at(offset)))), start);
    }
    EXPECT_EQ(block->find(reinterpret_cast<u64>(block->at(block->end))), nullptr);
    EXPECT_EQ(block->find(reinterpret_cast<u64>(block->at(8))), nullptr);
  }
}

TEST_F(BlockTest, RunsAreTheDeadCellsZeroed) {
  for (u32 size_class : {0u, 2u, 9u, kClassCount - 1}) {
    Block* block = make(size_class, [](usize i) { return i % 5 == 1 || i % 7 == 2; });
    usize free = 0, expected = 0, cells = (block->end - Block::first_cell()) / block->cell_size;
    for (usize i = 0; i < cells; i++) expected += !(i % 5 == 1 || i % 7 == 2);
    char *run, *end;
    while (block->next_run(4096, run, end)) {
      for (char* at = run; at < end; at++) ASSERT_EQ(*at, 0);
      for (char* cell = run; cell < end; cell += block->cell_size) {
        ASSERT_FALSE(Block::test(block->live, Block::offset_of(cell)));
        free++;
      }
    }
    EXPECT_EQ(free, expected);
    EXPECT_EQ(block->live_bytes, (cells - expected) * block->cell_size);
  }
}

TEST_F(BlockTest, DeadCellsAreNotInUseBeforeAndAfterTheirRunIsTaken) {
  Block* block = make(3, [](usize i) { return i == 4; });
  usize first = Block::first_cell();
  EXPECT_FALSE(block->is_in_use(first));
  EXPECT_TRUE(block->is_in_use(first + 4 * block->cell_size));
  char *run, *end;
  ASSERT_TRUE(block->next_run(4096, run, end));
  EXPECT_FALSE(block->is_in_use(first));
  reinterpret_cast<CellHeader*>(run)->kind = CellKind::kTable;
  EXPECT_TRUE(block->is_in_use(first));
  EXPECT_FALSE(block->is_in_use(first + 5 * block->cell_size)) << "beyond the cursor, unmarked";
}

TEST_F(BlockTest, CachedBlocksAreReusedAndTrimmedOnesReadAsZero) {
  Block* a = make(5, [](usize) { return true; });
  space_.give_back(a);
  EXPECT_EQ(space_.find(reinterpret_cast<u64>(a)), nullptr);
  EXPECT_EQ(space_.take(), a);
  EXPECT_FALSE(a->is_zero);
  space_.give_back(a);
  space_.trim(0);
  ASSERT_EQ(space_.take(), a);
  EXPECT_TRUE(a->is_zero);
  a->format(0);
  char *run, *end;
  ASSERT_TRUE(a->next_run(Block::kSize, run, end));
  EXPECT_EQ(end, a->at(a->end));
  for (char* at = run; at < end; at++) ASSERT_EQ(*at, 0);
}

TEST(SmallSpace, ReusesWhatDiedAndKeepsWhatLives) {
  SmallSpace space;
  std::vector<CellHeader*> cells;
  auto allocate = [&]() -> CellHeader* {
    static char *next, *end;
    if (cells.empty()) next = end = nullptr;
    if (next == end) {
      if (!space.next_run(1, 1024, next, end)) {
        EXPECT_TRUE(space.add_block(1));
        EXPECT_TRUE(space.next_run(1, 1024, next, end));
      }
    }
    auto* cell = reinterpret_cast<CellHeader*>(next);
    next += kClassSizes[1];
    cell->kind = CellKind::kRaw;
    cells.push_back(cell);
    return cell;
  };
  for (int i = 0; i < 10000; i++) allocate();
  usize blocks = space.block_count();
  for (usize i = 0; i < cells.size(); i += 2) Block::set(Block::of(cells[i])->marks, Block::offset_of(cells[i]));
  space.adopt_touched();
  EXPECT_EQ(space.live_bytes(), 5000u * 32);
  std::vector<CellHeader*> kept;
  for (usize i = 0; i < cells.size(); i += 2) kept.push_back(cells[i]);
  cells.clear();
  for (int i = 0; i < 5000; i++) {
    CellHeader* cell = allocate();
    cell->aux = 1;
  }
  EXPECT_EQ(space.block_count(), blocks);
  for (CellHeader* cell : kept) EXPECT_EQ(cell->aux, 0u);
  // Nothing marked: all blocks are empty.
  space.clear_marks();
  space.retire_blocks();
  space.close_retired();
  while (space.adopt_retired(1)) {
  }
  EXPECT_EQ(space.block_count(), 0u);
  EXPECT_EQ(space.blocks().cached(), blocks);
}

TEST(SmallSpace, CellsMadeBeforeTheSweepStayAndTheDeadKeepTheirContentsUntilThen) {
  SmallSpace space;
  ASSERT_TRUE(space.add_block(1));
  char *next, *end;
  std::vector<CellHeader*> cells;
  while (space.next_run(1, 1, next, end)) {
    cells.push_back(reinterpret_cast<CellHeader*>(next));
    cells.back()->kind = CellKind::kRaw;
  }
  // An eden collection keeps the first half. A full one finds the first cell alone alive.
  auto mark = [](CellHeader* cell) { Block::set(Block::of(cell)->marks, Block::offset_of(cell)); };
  for (usize i = 0; i < cells.size() / 2; i++) mark(cells[i]);
  space.adopt_touched();
  space.clear_marks();
  mark(cells[0]);
  space.retire_blocks();
  ASSERT_TRUE(space.next_run(1, 1, next, end));
  auto* fresh = reinterpret_cast<CellHeader*>(next);
  EXPECT_EQ(fresh, cells[cells.size() / 2]) << "where the eden collection left free memory";
  fresh->kind = CellKind::kTable;
  EXPECT_EQ(cells[1]->kind, CellKind::kRaw);
  space.close_retired();
  EXPECT_FALSE(space.adopt_retired(10));
  Block* block = Block::of(fresh);
  EXPECT_TRUE(block->is_in_use(Block::offset_of(cells[0])));
  EXPECT_FALSE(block->is_in_use(Block::offset_of(cells[1])));
  EXPECT_TRUE(block->is_in_use(Block::offset_of(fresh)));
  mark(fresh);
  space.adopt_touched();
  EXPECT_EQ(space.live_bytes(), 2u * kClassSizes[1]);
}

}  // namespace
}  // namespace gs::vm
