#include "vm/heap/block.hpp"

#include <algorithm>
#include <bit>
#include <cstring>

#include "base/assert.hpp"
#include "platform/memory.hpp"

namespace gs::vm {

namespace {

constexpr usize kRegionSize = 16ull << 30;      // address space only
constexpr usize kSmallestRegion = 16ull << 20;  // where address space is limited

// Offset of the first granule at or after `offset` whose bit is set, or `end`.
usize next_set(const u64* bits, usize offset, usize end) {
  usize granule = offset / kGranule;
  usize word = granule / 64;
  u64 rest = bits[word] >> (granule % 64) << (granule % 64);
  while (!rest) {
    if (++word == Block::kWords) return end;
    rest = bits[word];
  }
  return std::min((word * 64 + usize(std::countr_zero(rest))) * kGranule, end);
}

}  // namespace

void Block::format(u32 new_class) {
  size_class = new_class;
  cell_size = kClassSizes[new_class];
  reciprocal = u32(((1ull << 32) + cell_size - 1) / cell_size);
  end = u32(first_cell() + (kSize - first_cell()) / cell_size * cell_size);
  cursor = u32(first_cell());
  live_bytes = 0;
  is_touched = false;
  if (!is_zero) {
    std::memset(marks, 0, sizeof marks);
    std::memset(live, 0, sizeof live);
  }
}

bool Block::next_run(usize most, char*& run, char*& run_end) {
  usize start = cursor;
  while (start < end && test(live, start)) start += cell_size;
  if (start >= end) {
    cursor = end;
    return false;
  }
  usize stop = next_set(live, start, end);
  usize cells = std::max<usize>(most / cell_size, 1);
  stop = std::min(stop, start + cells * cell_size);
  cursor = u32(stop);
  run = at(start);
  run_end = at(stop);
  if (!is_zero) std::memset(run, 0, stop - start);
  return true;
}

void Block::adopt_marks() {
  usize count = 0;
  for (usize i = 0; i < kWords; i++) {
    live[i] = marks[i];
    count += usize(std::popcount(marks[i]));
  }
  live_bytes = u32(count * cell_size);
  if (is_touched) is_zero = false;
  is_touched = false;
  cursor = u32(first_cell());
}

void Block::drop_dead() {
  for (usize i = 0; i < kWords; i++) {
    for (u64 dead = live[i] & ~marks[i]; dead; dead &= dead - 1) {
      usize granule = i * 64 + usize(std::countr_zero(dead));
      reinterpret_cast<CellHeader*>(at(granule * kGranule))->kind = CellKind::kFree;
    }
    live[i] &= marks[i];
  }
}

void Block::clear_marks() { std::memset(marks, 0, sizeof marks); }

void Block::restore_marks() { std::memcpy(marks, live, sizeof marks); }

BlockSpace::~BlockSpace() {
  for (const Region& region : regions_) {
    platform::release_memory(region.base, region.size);
    platform::release_memory(region.states, region.size / Block::kSize);
  }
}

bool BlockSpace::add_region() {
  usize size = kRegionSize;
  char* base = nullptr;
  while (!base && size >= kSmallestRegion) {
    base = static_cast<char*>(platform::reserve_memory(size, Block::kSize));
    if (!base) size /= 2;
  }
  if (!base) return false;
  // Where address space is limited others need some too: there may be more regions later.
  if (size < kRegionSize && size >= 4 * kSmallestRegion) {
    platform::release_memory(base + size / 4, size - size / 4);
    size /= 4;
  }
  auto* states = static_cast<BlockState*>(platform::reserve_memory(size / Block::kSize, platform::kPageSize));
  if (!states) {
    platform::release_memory(base, size);
    return false;
  }
  u64 low = reinterpret_cast<u64>(base);
  if (regions_.empty()) {
    first_base_ = low_ = low;
    first_size_ = span_ = size;
    first_states_ = states;
  } else {
    u64 high = std::max(low + size, low_ + span_);
    low_ = std::min(low, low_);
    span_ = high - low_;
  }
  regions_.push_back({base, size, 0, states});
  return true;
}

Block* BlockSpace::find_in_regions(u64 address) const {
  for (const Region& region : regions_) {
    u64 index = (address - reinterpret_cast<u64>(region.base)) / Block::kSize;
    if (index < region.used) {
      bool in_use = region.states[index] != BlockState::kFree;
      return in_use ? reinterpret_cast<Block*>(region.base + index * Block::kSize) : nullptr;
    }
  }
  return nullptr;
}

void BlockSpace::set_state(const Block* block, BlockState state) {
  for (Region& region : regions_) {
    usize offset = usize(reinterpret_cast<const char*>(block) - region.base);
    if (offset >= region.size) continue;
    region.states[offset / Block::kSize] = state;
    return;
  }
  GS_CHECK(false, "a block belongs to a region");
}

Block* BlockSpace::take() {
  Block* block;
  if (!cached_.empty()) {
    block = cached_.back();
    cached_.pop_back();
  } else if (!bare_.empty()) {
    block = bare_.back();
    bare_.pop_back();
    block->is_zero = true;
  } else {
    if (regions_.empty() || (regions_.back().used + 1) * Block::kSize > regions_.back().size) {
      if (!add_region()) return nullptr;
    }
    Region& region = regions_.back();
    block = reinterpret_cast<Block*>(region.base + region.used++ * Block::kSize);
    block->is_zero = true;
  }
  set_state(block, BlockState::kOld);
  return block;
}

void BlockSpace::give_back(Block* block) {
  set_state(block, BlockState::kFree);
  cached_.push_back(block);
}

void BlockSpace::trim(usize keep) {
  while (cached_.size() > keep) {
    Block* block = cached_.back();
    cached_.pop_back();
    platform::decommit_memory(block, Block::kSize);
    bare_.push_back(block);
  }
}

}  // namespace gs::vm
