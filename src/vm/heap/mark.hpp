// Marking: finds what is in use. An explicit stack, no recursion. Driven by collect.cpp:
//
//   begin -> roots and stacks (Heap calls cell/value/words) -> drain -> weak.cpp's steps -> end
//
// An incremental marking is the same with the program running between begin, several calls of drain_until, and the
// rest.
//
// Three modes. Full: every cell counts as unreached at first. Eden: the old (marked by earlier collections) are taken
// for reached and not entered, except those in the remembered set. Verify: a full marking that checks that everything
// it meets was known to be in use.
#pragma once

#include <deque>
#include <vector>

#include "vm/heap/block.hpp"
#include "vm/heap/heap.hpp"
#include "vm/heap/large.hpp"
#include "vm/heap/trace.hpp"
#include "vm/object/table_hash.hpp"

namespace gs::vm {

// What the collector's lists take. Those without a bound grow by pieces: a doubling in the middle of a stop could pass the
// memory limit by as much as the list's size.
template <typename T>
usize bytes_of(const std::vector<T>& list) {
  return list.capacity() * sizeof(T);
}

// A deque's pieces are of 512 bytes, and it keeps a table of them.
template <typename T>
usize bytes_of(const std::deque<T>& list) {
  constexpr usize kPiece = 512;
  return (list.size() * sizeof(T) / kPiece + 1) * (kPiece + sizeof(void*));
}

class Marker {
 public:
  enum class Mode : u8 { kEden, kFull, kVerify };

  Marker(Vm& vm, Heap& heap, BlockSpace& blocks, LargeSpace& large)
      : vm_(vm), heap_(heap), blocks_(blocks), large_(large) {}

  void begin(Mode mode);
  // The program ran since: large objects came and went.
  void resume() { large_.prepare_lookup(); }
  void end();
  Mode mode() const { return mode_; }
  usize bytes() const;  // of its lists
  void shrink_lists();

  // Reports references; see trace.hpp for what they mean.
  GS_INLINE void cell(CellHeader* cell);
  GS_INLINE void value(Value v) {
    if (v.is_cell()) cell(v.as_cell());
  }
  void storage(CellHeader* cell);
  void table(Table* table);
  void words(const void* low, const void* high);
  void prototype(Prototype* prototype);
  void userdata(Userdata* userdata);
  void coroutine(Coroutine* coroutine);

  // The running coroutine: the native stack from an address on, and the value stack.
  void running_stacks(const char* from);
  // Enters a cell whatever its mark: one of the remembered set.
  void enter(CellHeader* cell) { trace_cell(cell, *this); }
  // One of a table's references: an element of its array or an entry of its hash part.
  void element(Table* table, u64 position);
  static const void* place_of(const Table* table, u64 position) {
    if (position < kHashPosition) return table->array + position;
    return table->hash->entries + (position - kHashPosition);
  }
  static constexpr u64 kHashPosition = 1ull << 40;  // positions in a table: array index, or this + entry number
  // Enters a marked cell later.
  void enter_later(CellHeader* cell) { work_.push_back({cell, 0}); }
  // To be called while roots are reported: enters some of what is waiting if that is much.
  void keep_shallow() {
    if (GS_UNLIKELY(work_.size() > kDeepWork) && !is_entering_) enter_some(kDeepWork);
  }
  // Until nothing reached is left unentered.
  void drain();
  // The same for about so long; true if it is done. `deadline` in seconds of the monotonic clock.
  bool drain_until(f64 deadline);

  bool is_marked(const CellHeader* cell) const {
    if (cell->is_large()) return large_.is_marked(cell);
    return Block::test(Block::of(cell)->marks, Block::offset_of(cell));
  }

  // Aborts unless the cell was in use when this collection began (heap_check.cpp).
  void check_in_use(const CellHeader* cell) const;

  // --- weak tables (weak.cpp)
  struct WeakCounts {
    usize values, all;
  };
  // First of all: a table may have been met more than once.
  void prepare_weak();
  // Values whose keys turned out to be reached are reached, until nothing changes.
  void converge_ephemerons();
  WeakCounts weak_counts() const { return {weak_values_.size(), all_weak_.size()}; }
  // Removes entries with dead values from the tables with weak values met since `from`.
  void clear_dead_values(WeakCounts from);
  void clear_dead_keys();
  // Keys of removed entries are not kept alive: dead ones go.
  void clear_removed_keys();

 private:
  // Work left: a cell to enter, or the rest of a big table from `position` on.
  struct Work {
    CellHeader* cell;
    u64 position;
  };
  using TableList = std::deque<Table*>;
  static constexpr u32 kDeepWork = 8192;            // 128 KiB
  static constexpr u32 kSlice = 256;                // elements entered at once
  static constexpr u32 kAhead = 8;                  // cells fetched into the cache ahead of being entered

  CellHeader* find(u64 address) const {
    CellHeader* cell = nullptr;
    if (Block* block = blocks_.find(address)) {
      cell = block->find(address);
    } else {
      cell = large_.find(address);
    }
    return cell && cell->kind != CellKind::kFree ? cell : nullptr;
  }
  void word(u64 bits);
  void enter_rest();
  void push_rest(Table* table, u64 position);
  void enter_some(u32 count);
  bool set_mark(CellHeader* cell);
  bool set_mark_slow(CellHeader* cell);
  void enter_marked(CellHeader* cell);
  void array_from(Table* table, u64 position);
  void hash_from(Table* table, u64 position);
  void fields(Table* table);
  void weak_table(Table* table);
  void weak_slot(Value v, bool is_weak);
  bool is_dead(Value v) const;
  bool visit_ephemeron(Table* table);
  void clear_table_values(Table* table);
  void clear_hash(Table* table, bool keys, bool values);

  Vm& vm_;
  Heap& heap_;
  BlockSpace& blocks_;
  LargeSpace& large_;
  Mode mode_ = Mode::kFull;
  std::vector<Work> work_;
  bool is_entering_ = false;
  TableList weak_values_;
  TableList ephemerons_;
  TableList all_weak_;
  TableList with_removed_keys_;
  std::vector<Work> removed_entries_;  // the same for single entries
};

// Most cells met are marked already: the usual case is decided without touching them, for each would be a cache miss.
GS_INLINE bool Marker::set_mark(CellHeader* cell) {
  if (GS_LIKELY(blocks_.is_in_first_region(cell))) {
    if (mode_ == Mode::kEden && !blocks_.is_in_touched_block(cell)) return false;
    if (GS_UNLIKELY(mode_ == Mode::kVerify)) check_in_use(cell);
    return Block::test_and_set(Block::of(cell)->marks, Block::offset_of(cell));
  }
  return set_mark_slow(cell);
}

GS_INLINE void Marker::cell(CellHeader* cell) {
  if (cell && set_mark(cell)) work_.push_back({cell, 0});
}

}  // namespace gs::vm
