// Blocks: 64 KiB of cells of one size, aligned to 64 KiB so that masking a cell's address finds its block. The block's
// header holds two bitmaps with a bit for each 16-byte granule, used at cell starts: `marks`, what the collection under
// way has reached, and `live`, what survived the last finished one.
//
// The allocator walks a block once between two collections: `cursor` separates cells handed out since (all of them
// zeroed then) from those still as the last collection left them. Hence heap invariant 1: a cell is in use if its live
// bit is set, or if it lies before the cursor and its kind is not kFree. Everything else is free memory, whatever it
// contains.
#pragma once

#include <vector>

#include "vm/heap/header.hpp"
#include "vm/heap/size_class.hpp"

namespace gs::vm {

struct Block {
  static constexpr usize kSize = 64 << 10;
  static constexpr usize kWords = kSize / kGranule / 64;

  u32 cell_size;
  u32 size_class;
  u32 reciprocal;   // 2^32 / cell_size, rounded up
  u32 end;          // byte offset behind the last cell
  u32 cursor;       // byte offset of the next cell to look at for allocation
  u32 live_bytes;   // at the end of the last collection
  u32 list_index;   // in the list of all blocks
  bool is_touched;  // cells were handed out since the last collection
  bool is_zero;     // fresh from the system
  alignas(64) u64 marks[kWords];
  u64 live[kWords];

  static Block* of(const void* cell) { return reinterpret_cast<Block*>(reinterpret_cast<u64>(cell) & ~u64(kSize - 1)); }
  static usize offset_of(const void* cell) { return reinterpret_cast<u64>(cell) & (kSize - 1); }
  static constexpr usize first_cell();
  char* at(usize offset) { return reinterpret_cast<char*>(this) + offset; }

  static bool test(const u64* bits, usize offset) {
    return bits[offset / kGranule / 64] >> (offset / kGranule % 64) & 1;
  }
  static void set(u64* bits, usize offset) { bits[offset / kGranule / 64] |= 1ull << (offset / kGranule % 64); }
  static void clear(u64* bits, usize offset) { bits[offset / kGranule / 64] &= ~(1ull << (offset / kGranule % 64)); }
  // False if the bit was set already.
  static bool test_and_set(u64* bits, usize offset) {
    u64& word = bits[offset / kGranule / 64];
    u64 bit = 1ull << (offset / kGranule % 64);
    if (word & bit) return false;
    word |= bit;
    return true;
  }

  void format(u32 new_class);
  bool is_in_use(usize offset) {
    return test(live, offset) ||
           (offset < cursor && reinterpret_cast<CellHeader*>(at(offset))->kind != CellKind::kFree);
  }
  // The cell in use that contains the address (not only its start), or null.
  CellHeader* find(u64 address) {
    usize offset = address & (kSize - 1);
    if (offset < first_cell() || offset >= end) return nullptr;
    usize index = (offset - first_cell()) * reciprocal >> 32;
    usize start = first_cell() + index * cell_size;
    return is_in_use(start) ? reinterpret_cast<CellHeader*>(at(start)) : nullptr;
  }
  // The next run of free cells from the cursor on, at most about `most` bytes, zeroed; the cursor moves behind it.
  // False: none left.
  bool next_run(usize most, char*& run, char*& run_end);
  // After marking: what is marked is live, the cursor goes back to the start.
  void adopt_marks();
  // The same where cells were made since the marking ended: the dead are free, but not for use yet.
  void drop_dead();
  void clear_marks();
  // Back to the state after the last collection.
  void restore_marks();
  // Calls visit(CellHeader*) for every cell in use.
  template <typename Visitor>
  void each_cell(Visitor visit) {
    for (usize offset = first_cell(); offset < end; offset += cell_size) {
      if (is_in_use(offset)) visit(reinterpret_cast<CellHeader*>(at(offset)));
    }
  }
};
constexpr usize Block::first_cell() { return sizeof(Block); }
static_assert(sizeof(Block) % 64 == 0);

// What a block is used for, in a table beside the blocks: asked for every reference an eden collection meets.
enum class BlockState : u8 { kFree, kOld, kTouched };  // kTouched: cells were handed out since the last collection

// Where blocks come from: reservations of address space, blocks in use, a cache of empty ones. Blocks in the cache keep
// their memory; others are given back to the system.
class BlockSpace {
 public:
  BlockSpace() = default;
  ~BlockSpace();
  BlockSpace(const BlockSpace&) = delete;
  BlockSpace& operator=(const BlockSpace&) = delete;

  // An unformatted block. Null: the system has no address space left.
  Block* take();
  void set_state(const Block* block, BlockState state);
  // In the first region lie the blocks of most heaps, and nothing else: a cell there is small without looking at it.
  bool is_in_first_region(const void* cell) const { return reinterpret_cast<u64>(cell) - first_base_ < first_size_; }
  bool is_in_touched_block(const void* cell_in_first_region) const {
    u64 offset = reinterpret_cast<u64>(cell_in_first_region) - first_base_;
    return first_states_[offset / Block::kSize] == BlockState::kTouched;
  }
  // The block is empty: into the cache.
  void give_back(Block* block);
  // Gives cached blocks back to the system until `keep` are left.
  void trim(usize keep);
  usize cached() const { return cached_.size(); }
  // The block in use at this address, or null.
  Block* find(u64 address) const {
    if (address - low_ >= span_) return nullptr;
    return find_in_regions(address);
  }

 private:
  struct Region {
    char* base;
    usize size;
    usize used;          // blocks handed out at least once
    BlockState* states;  // of every block; a mapping of its own
  };
  Block* find_in_regions(u64 address) const;
  bool add_region();

  std::vector<Region> regions_;
  // The first region again: most heaps have no other.
  u64 first_base_ = 0;
  u64 first_size_ = 0;
  BlockState* first_states_ = nullptr;
  std::vector<Block*> cached_;  // empty, with memory
  std::vector<Block*> bare_;    // empty, given back to the system: zero
  u64 low_ = 0;
  u64 span_ = 0;
};

}  // namespace gs::vm
