// A full collection in steps, between which the program runs: kClearing -> kMarking -> (the last stop) -> kSweeping.
// The pacer says when the steps come; each takes about gc.pausegoal.
//
// Heap invariant 8: cells that were there at the start are old, so every store into one of them passes the barrier and
// puts it into the remembered set, whether it is marked already or not; new cells are young until the marking reaches
// them. In the last stop roots and stacks are marked again, the remembered cells entered again, and the young marked on
// the way: like an eden collection on top of the marks made so far. So nothing that was hidden from the marking behind
// its back is lost. Looking at roots and remembered cells before (precleaning) only makes that stop shorter.
#include <algorithm>

#include "platform/clock.hpp"
#include "vm/heap/heap_impl.hpp"
#include "vm/runtime/vm.hpp"

namespace gs::vm {

namespace {

constexpr usize kShortRest = 1000;       // remembered cells and elements left to the last stop
constexpr u32 kMostRounds = 8;           // of precleaning
constexpr usize kBetweenLooks = 64;      // remembered cells between two looks at the clock
constexpr usize kBlocksBetweenLooks = 32;

}  // namespace

Heap::Impl::Stop Heap::Impl::next_stop() const {
  if (cycle == Cycle::kMarking && is_marked_through) return Stop::kFinish;
  if (cycle != Cycle::kIdle) return Stop::kStep;
  return heap.mode_ == Mode::kIncremental ? Stop::kStart : Stop::kEden;
}

// In stress mode as little as possible at a time.
f64 Heap::Impl::step_deadline() const {
  f64 goal = vm.options().gc_stress ? 0 : f64(vm.options().tunables.gc_pause_goal) * 1e-3;
  return platform::monotonic_seconds() + goal;
}

void Heap::Impl::start_cycle() {
  collect_at_once(false);  // no young cells, an empty remembered set
  large.unmark_all();
  marker.begin(Marker::Mode::kFull);
  cycle = Cycle::kClearing;
  cleared_blocks = 0;
  preclean_rounds = 0;
  is_marked_through = false;
  mark_seconds = 0;
}

void Heap::Impl::step_cycle() {
  f64 deadline = step_deadline();
  f64 start = platform::thread_seconds();
  if (cycle == Cycle::kSweeping) {
    sweep_until(deadline);
  } else {
    marker.resume();
    mark_until(deadline);
    mark_seconds += platform::thread_seconds() - start;
  }
  next_step = allocated_bytes() + step_bytes;
}

// Blocks made meanwhile have no marks.
bool Heap::Impl::clear_until(f64 deadline) {
  while (cleared_blocks < small.block_count()) {
    cleared_blocks = small.clear_marks(cleared_blocks, kBlocksBetweenLooks);
    if (platform::monotonic_seconds() >= deadline) return false;
  }
  return true;
}

void Heap::Impl::mark_until(f64 deadline) {
  if (cycle == Cycle::kClearing) {
    if (!clear_until(deadline)) return;
    cycle = Cycle::kMarking;
    mark_roots();
  }
  while (marker.drain_until(deadline)) {
    if (preclean_rounds == kMostRounds || remembered.size() + remembered_elements.size() <= kShortRest) {
      is_marked_through = true;
      return;
    }
    if (!preclean_until(deadline)) return;
    preclean_rounds++;
    mark_roots();
  }
}

// Heap invariant 9: storage stays remembered, for it may be released, which would leave the marker with a pointer to it.
bool Heap::Impl::preclean_until(f64 deadline) {
  while (!remembered.empty() || !remembered_elements.empty()) {
    for (usize i = 0; i < kBetweenLooks && !remembered.empty(); i++) {
      CellHeader* cell = remembered.back();
      remembered.pop_back();
      if (cell->kind == CellKind::kHash || cell->kind == CellKind::kValues) {
        remembered_storage.push_back(cell);
        continue;
      }
      cell->gc = GcState::kOld;
      if (cell->kind == CellKind::kTable) cell->aux = 0;  // stores into it are remembered by the element again
      if (marker.is_marked(cell)) marker.enter_later(cell);
    }
    usize count = remembered_elements.size();
    mark_remembered_elements(count - std::min(count, kBetweenLooks));
    if (platform::monotonic_seconds() >= deadline) break;
  }
  bool is_done = remembered.empty() && remembered_elements.empty();
  remembered.insert(remembered.end(), remembered_storage.begin(), remembered_storage.end());
  remembered_storage.clear();
  return is_done;
}

void Heap::Impl::finish_cycle() {
  f64 start = platform::thread_seconds();
  heap.close_runs();
  marker.resume();
  if (cycle == Cycle::kClearing) small.clear_marks(cleared_blocks, small.block_count());
  mark_from_roots();
  mark_seconds += platform::thread_seconds() - start;
  note_peak();
  marker.end();
  start_sweep();
}

}  // namespace gs::vm
