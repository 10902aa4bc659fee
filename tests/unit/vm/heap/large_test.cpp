// Large objects, without a VM.
#include "vm/heap/large.hpp"

#include <gtest/gtest.h>

#include <cstring>

namespace gs::vm {
namespace {

template <typename Dead>
void sweep_all(LargeSpace& space, Dead dead) {
  space.merge_young();
  usize position = 0;
  while (space.sweep(position, 1, dead)) {
  }
}

u64 address(const void* at) { return reinterpret_cast<u64>(at); }

TEST(LargeSpace, FindsObjectsByInteriorAddresses) {
  LargeSpace space;
  std::vector<CellHeader*> cells;
  for (usize i = 0; i < 200; i++) {
    cells.push_back(space.allocate(3000 + i * 2000, i % 3 ? 0 : 96));
    cells.back()->kind = CellKind::kRaw;
    if (i % 50 == 49) {
      space.prepare_lookup();
      for (CellHeader* cell : cells) space.mark(cell);
      space.sweep_young([](CellHeader*) { FAIL() << "all are marked"; });
    }
  }
  space.prepare_lookup();
  for (usize i = 0; i < cells.size(); i++) {
    EXPECT_EQ(space.find(address(cells[i])), cells[i]);
    EXPECT_EQ(space.find(address(cells[i]) + 2999 + i * 2000), cells[i]);
  }
  EXPECT_EQ(space.find(address(cells[0]) - 96), cells[0]) << "the prefix belongs to the object";
  EXPECT_EQ(address(cells[0]) % 32, 0u);
  EXPECT_EQ(space.find(16), nullptr);
}

TEST(LargeSpace, SweepsTheUnmarkedOnly) {
  LargeSpace space;
  CellHeader* old = space.allocate(5000, 0);
  space.mark(old);
  space.sweep_young([](CellHeader*) { FAIL(); });
  CellHeader* young = space.allocate(6000, 0);
  EXPECT_FALSE(space.is_marked(young));
  int dead = 0;
  space.sweep_young([&](CellHeader* cell) { dead += cell == young; });
  EXPECT_EQ(dead, 1);
  EXPECT_TRUE(space.is_marked(old));
  CellHeader* another = space.allocate(300000, 0);
  space.unmark_all();
  EXPECT_FALSE(space.is_marked(old));
  EXPECT_FALSE(space.is_marked(another));
  space.mark(another);
  dead = 0;
  sweep_all(space, [&](CellHeader* cell) { dead += cell == old; });
  EXPECT_EQ(dead, 1);
  space.unmark_all();
  sweep_all(space, [&](CellHeader*) {});
  EXPECT_EQ(space.bytes(), 0u);
}

TEST(LargeSpace, ASweepInStepsCopesWithWhatComesAndGoesMeanwhile) {
  LargeSpace space;
  std::vector<CellHeader*> cells;
  for (int i = 0; i < 10; i++) cells.push_back(space.allocate(5000, 0));
  for (usize i = 0; i < 10; i += 2) space.mark(cells[i]);
  space.merge_young();
  usize position = 0;
  int dead = 0;
  ASSERT_TRUE(space.sweep(position, 4, [&](CellHeader*) { dead++; }));
  space.release(cells[0]);
  space.release(cells[8]);
  CellHeader* fresh = space.allocate(5000, 0);
  while (space.sweep(position, 1, [&](CellHeader*) { dead++; })) {
  }
  EXPECT_EQ(dead, 5);
  space.prepare_lookup();
  EXPECT_EQ(space.find(address(fresh)), fresh);
  EXPECT_EQ(space.find(address(cells[2])), cells[2]);
  EXPECT_EQ(space.bytes(), 4 * LargeSpace::footprint(5000, 0));
}

TEST(LargeSpace, MappedObjectsGrowAndKeepTheirBytes) {
  LargeSpace space;
  CellHeader* cell = space.allocate(200000, 0);
  std::memset(static_cast<void*>(cell + 1), 7, 1000);
  cell->kind = CellKind::kValues;
  CellHeader* grown = space.resize(cell, 5000000);
  ASSERT_TRUE(grown);
  EXPECT_EQ(grown->kind, CellKind::kValues);
  EXPECT_EQ(reinterpret_cast<char*>(grown + 1)[999], 7);
  EXPECT_EQ(reinterpret_cast<char*>(grown + 1)[4000000], 0);
  EXPECT_EQ(space.bytes(), LargeSpace::footprint(5000000, 0));
  EXPECT_EQ(space.resize(space.allocate(4000, 0), 300000), nullptr) << "malloc'ed ones are copied by the caller";
}

TEST(LargeSpace, AnObjectWhereAReleasedOneWasIsFound) {
  LargeSpace space;
  auto make_old = [&] {
    CellHeader* cell = space.allocate(5000, 0);
    space.mark(cell);
    space.sweep_young([](CellHeader*) {});
    space.prepare_lookup();
    return cell;
  };
  for (int i = 0; i < 10; i++) {
    CellHeader* cell = make_old();
    EXPECT_EQ(space.find(address(cell)), cell);
    space.release(cell);
    EXPECT_EQ(space.find(address(cell)), nullptr);
  }
}

TEST(LargeSpace, ReleasedObjectsAreGoneFromBothLists) {
  LargeSpace space;
  CellHeader* old = space.allocate(5000, 0);
  CellHeader* other = space.allocate(5000, 0);
  space.mark(old);
  space.mark(other);
  space.sweep_young([](CellHeader*) {});
  CellHeader* young = space.allocate(7000, 0);
  space.release(old);
  space.release(young);
  space.prepare_lookup();
  EXPECT_EQ(space.find(address(old)), nullptr);
  EXPECT_EQ(space.find(address(other)), other);
  int seen = 0;
  space.each_cell([&](CellHeader*) { seen++; });
  EXPECT_EQ(seen, 1);
}

}  // namespace
}  // namespace gs::vm
