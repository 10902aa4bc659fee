// After marking: the dead leave the string table and the lists they are on, and blocks learn which of their cells live.
//
// An eden collection does it at once, for the young. After a full collection it goes on in steps while the program runs,
// in this order: interned strings, cells that own something, large objects, blocks.
//
// Heap invariant 10: until its block's turn comes, a dead cell keeps its contents and its cleared mark: cells are made
// only where the collection before left free memory. So whatever is swept before the blocks may be asked for its mark;
// and a dead string that the program makes anew is found in the table and comes back to life.
#include <algorithm>

#include "platform/clock.hpp"
#include "vm/heap/heap_impl.hpp"
#include "vm/runtime/vm.hpp"

namespace gs::vm {

namespace {

// Pieces of work between two looks at the clock: some ten microseconds.
constexpr usize kStringSlots = 1024;
constexpr usize kOwners = 64;
constexpr usize kLargeObjects = 64;
constexpr usize kBlocks = 16;

// Interned strings are short, so never large. In a block used since the marking those without a live bit are new.
bool is_dead_string(String* s) {
  Block* block = Block::of(s);
  usize offset = Block::offset_of(s);
  return !Block::test(block->marks, offset) && (!block->is_touched || Block::test(block->live, offset));
}

}  // namespace

void Heap::Impl::sweep_eden() {
  restart_count();
  strings.sweep_young([](String* s) { return !Block::test(Block::of(s)->marks, Block::offset_of(s)); });
  end_phase(Phase::kStrings);
  sweep_young_owners();
  end_phase(Phase::kOwners);
  usize large_before = large.bytes();
  large.sweep_young([this](CellHeader* cell) { large_died(cell); });
  heap.footprint_ -= large_before - large.bytes();
  end_phase(Phase::kLarge);
  small.adopt_touched();
  end_phase(Phase::kBlocks);
}

void Heap::Impl::large_died(CellHeader* cell) {
  if (cell->kind == CellKind::kPrototype) destroy(cell);
}

void Heap::Impl::start_sweep() {
  cycle = Cycle::kSweeping;
  unswept_bytes = run_bytes;
  restart_count();
  sweep_phase = SweepPhase::kStrings;
  sweep_position = 0;
  strings.forget_young();
  merge_young_owners();
  large.merge_young();
  small.retire_blocks();
}

void Heap::Impl::finish_sweep() {
  while (cycle == Cycle::kSweeping) sweep_some();
}

void Heap::Impl::sweep_until(f64 deadline) {
  while (cycle == Cycle::kSweeping) {
    sweep_some();
    if (platform::monotonic_seconds() >= deadline) return;
  }
}

// A piece of the phase under way; the next phase when it is done.
void Heap::Impl::sweep_some() {
  switch (sweep_phase) {
    case SweepPhase::kStrings:
      if (strings.sweep(sweep_position, kStringSlots, is_dead_string)) return;
      end_phase(Phase::kStrings);
      break;
    case SweepPhase::kOwners:
      if (sweep_owners(kOwners)) return;
      end_phase(Phase::kOwners);
      break;
    case SweepPhase::kLarge: {
      usize large_before = large.bytes();
      bool goes_on = large.sweep(sweep_position, kLargeObjects, [this](CellHeader* cell) { large_died(cell); });
      heap.footprint_ -= large_before - large.bytes();
      if (goes_on) return;
      end_phase(Phase::kLarge);
      small.close_retired();
      break;
    }
    case SweepPhase::kBlocks:
      if (small.adopt_retired(kBlocks)) return;
      end_phase(Phase::kBlocks);
      cycle = Cycle::kIdle;
      unswept_bytes = 0;
      set_goals(true);
      return;
  }
  sweep_phase = SweepPhase(u8(sweep_phase) + 1);
  sweep_position = 0;
}

// The table grows only when it is swept: a string found in it may be asked for its mark.
void Heap::Impl::finish_strings() {
  while (cycle == Cycle::kSweeping && sweep_phase == SweepPhase::kStrings) sweep_some();
}

void Heap::Impl::revive(String* s) {
  if (cycle != Cycle::kSweeping || sweep_phase != SweepPhase::kStrings || !is_dead_string(s)) return;
  Block::set(Block::of(s)->marks, Block::offset_of(s));
  s->gc = GcState::kOld;
}

}  // namespace gs::vm
