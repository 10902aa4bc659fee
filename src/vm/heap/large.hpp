// Large objects: cells above kMaxSmallCell, and prototypes with their feedback slots before them. Middle-sized ones
// come from malloc, big ones are mappings of their own, so that they can grow without a copy.
//
// Each is preceded by a LargePreamble. The list is kept in two parts: `young`, since the last collection, unsorted;
// `old`, sorted by address for the lookup of conservative roots. The mark is a header flag whose meaning flips with
// every full collection, so that clearing all marks costs nothing.
#pragma once

#include <vector>

#include "vm/heap/header.hpp"

namespace gs::vm {

struct LargePreamble {
  CellHeader* cell;
  usize bytes;        // of the whole allocation, this included
  usize young_index;  // in the young list, or kInOld
  bool is_mapped;
};
constexpr usize kLargePreamble = 32;
static_assert(sizeof(LargePreamble) == kLargePreamble);

class LargeSpace {
 public:
  LargeSpace() = default;
  ~LargeSpace();
  LargeSpace(const LargeSpace&) = delete;
  LargeSpace& operator=(const LargeSpace&) = delete;

  // Bytes the system will be asked for.
  static usize footprint(usize size, usize prefix);
  // A zeroed cell with kind kFree. Null: the system has no memory.
  CellHeader* allocate(usize size, usize prefix);
  // The same cell with room for `size` bytes, perhaps elsewhere; only for cells without prefix. Null: nothing changed.
  CellHeader* resize(CellHeader* cell, usize size);
  void release(CellHeader* cell);
  static usize bytes_of(const CellHeader* cell) { return preamble_of(cell)->bytes; }

  bool is_marked(const CellHeader* cell) const { return (cell->flags & CellHeader::kMarkedFlag) == marked_; }
  // False if it was marked already.
  bool mark(CellHeader* cell) {
    if (is_marked(cell)) return false;
    cell->flags ^= CellHeader::kMarkedFlag;
    return true;
  }
  // A full marking begins: everything counts as unreached. Precondition: the old are all marked, as every collection
  // leaves them.
  void unmark_all();
  // The same, whatever the marks are.
  void clear_marks();

  // Before find: sorts what came since the last collection.
  void prepare_lookup();
  // The object that contains the address, its prefix included, or null.
  CellHeader* find(u64 address) const;

  // Frees the unmarked that were made since the last collection; dead(CellHeader*) is called before each is freed. The
  // others are old then.
  template <typename Dead>
  void sweep_young(Dead dead) {
    usize kept = 0;
    for (Entry entry : young_) {
      if (!free_if_dead(entry, dead)) young_[kept++] = entry;
    }
    young_.resize(kept);
    merge_young();
  }
  // After merge_young: the same for `count` of the old from `position` on, which moves; true: there are more.
  template <typename Dead>
  bool sweep(usize& position, usize count, Dead dead) {
    for (; count && position < old_.size(); position++) {
      Entry& entry = old_[position];
      if (entry.is_released()) continue;
      if (free_if_dead(entry, dead)) entry.bits |= 1;
      count--;
    }
    if (position < old_.size()) return true;
    std::erase_if(old_, [](Entry entry) { return entry.is_released(); });
    return false;
  }
  // All objects are old now.
  void merge_young();
  template <typename Visitor>
  void each_cell(Visitor visit) {
    for (Entry entry : old_) {
      if (!entry.is_released()) visit(entry.object()->cell);
    }
    for (Entry entry : young_) visit(entry.object()->cell);
  }
  usize bytes() const { return bytes_; }
  usize list_bytes() const { return (old_.capacity() + young_.capacity()) * sizeof(Entry); }

 private:
  static constexpr usize kInOld = ~usize(0);
  // An object's address; bit 0: released since the list was made, which keeps the order and is dropped by the next
  // sweep.
  struct Entry {
    u64 bits = 0;
    bool is_released() const { return bits & 1; }
    LargePreamble* object() const { return reinterpret_cast<LargePreamble*>(bits & ~1ull); }
    friend bool operator<(Entry a, Entry b) { return a.bits < b.bits; }
  };
  static LargePreamble* preamble_of(const CellHeader* cell) {
    return reinterpret_cast<LargePreamble*>(reinterpret_cast<u64>(cell) - kLargePreamble);
  }
  template <typename Dead>
  bool free_if_dead(Entry entry, Dead dead) {
    LargePreamble* object = entry.object();
    if (is_marked(object->cell)) return false;
    dead(object->cell);
    free_memory(object);
    return true;
  }
  void add_young(LargePreamble* object);
  void detach(LargePreamble* object);
  void free_memory(LargePreamble* object);
  static CellHeader* find_in(const std::vector<Entry>& list, u64 address);

  std::vector<Entry> old_;  // sorted
  std::vector<Entry> young_;
  usize bytes_ = 0;
  u8 marked_ = CellHeader::kMarkedFlag;  // the flag's value that means marked
  u64 low_ = ~0ull;                      // all objects ever made lie between
  u64 high_ = 0;
};

}  // namespace gs::vm
