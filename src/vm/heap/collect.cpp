// Collections from beginning to end. docs/internals/heap.md tells the story.
#include <algorithm>
#include <iterator>

#include "platform/clock.hpp"
#include "platform/memory.hpp"
#include "vm/heap/heap_impl.hpp"
#include "vm/heap/hooks.hpp"
#include "vm/runtime/vm.hpp"

namespace gs::vm {

namespace {

// Bytes of large objects freed by a full collection at once (asked for, or at the limit) that make it worth the time to
// give them back to the system: the limit may be needed by blocks next.
constexpr usize kWorthTrimming = 1 << 20;

}  // namespace

void Heap::collect_full() { impl_->stop(Impl::Stop::kFull); }
void Heap::collect_eden() { impl_->stop(impl_->is_marking() ? Impl::Stop::kFinish : Impl::Stop::kEden); }

bool Heap::collect_step() {
  impl_->stop(impl_->next_stop());
  return impl_->cycle == Impl::Cycle::kIdle;
}

// Callers' values may be in registers: they go onto the stack, which is scanned from the next frame on.
GS_NOINLINE void Heap::Impl::stop(Stop kind) {
  __builtin_unwind_init();
  stop_spilled(kind);
  asm volatile("" ::: "memory");  // not a tail call: this frame holds the registers
}

GS_NOINLINE void Heap::Impl::stop_spilled(Stop kind) {
  GS_CHECK(!is_collecting, "a collection does not allocate");
  is_collecting = true;
  stack_from = static_cast<const char*>(__builtin_frame_address(0));
  Pause pause{platform::monotonic_seconds(), 0, 0};
  f64 cpu_start = phase_start = platform::thread_seconds();
  std::fill(std::begin(phase_seconds), std::end(phase_seconds), 0.0);
  usize before = heap.bytes_in_use();
  usize spared = kind == Stop::kEden || kind == Stop::kStart ? std::min(live_base, before) : 0;
  switch (kind) {
    case Stop::kEden: collect_at_once(false); break;
    case Stop::kFull: collect_at_once(true); break;
    case Stop::kStart: start_cycle(); break;
    case Stop::kStep: step_cycle(); break;
    case Stop::kFinish: finish_cycle(); break;
  }
  is_collecting = false;
  last_stop = platform::monotonic_seconds();
  pause.wall = last_stop - pause.start;
  pause.cpu = platform::thread_seconds() - cpu_start;
  if (kind == Stop::kEden || kind == Stop::kStart) adapt_eden(pause);
  count(kind, pause);
  if (GS_UNLIKELY(vm.options().trace_gc)) trace(kind, pause, before, spared);
  heap.pending_finalizers_ = !pending_finalizers.empty();
  if (heap.pending_finalizers_) vm.budget = 0;  // the next poll runs them
  verify_if_due(kind);
}

void Heap::Impl::collect_at_once(bool full) {
  if (cycle == Cycle::kSweeping) finish_sweep();
  heap.close_runs();
  if (full) unmark_all();
  f64 start = platform::thread_seconds();
  marker.begin(full ? Marker::Mode::kFull : Marker::Mode::kEden);
  mark_from_roots();
  mark_seconds = platform::thread_seconds() - start;
  note_peak();
  marker.end();
  if (full) {
    usize large_before = large.bytes();
    start_sweep();
    finish_sweep();
    if (large_before - large.bytes() > kWorthTrimming) platform::trim_malloc();
  } else {
    sweep_eden();
    set_goals(false);
  }
}

// A full collection may come in the middle of a marking: marks made so far and work left are dropped.
void Heap::Impl::unmark_all() {
  small.clear_marks();
  if (is_marking()) {
    large.clear_marks();
    marker.end();
  } else {
    large.unmark_all();
  }
  cycle = Cycle::kIdle;
}

// Verifying wants finished work: after a collection done in steps it waits for the end of the sweep.
void Heap::Impl::verify_if_due(Stop kind) {
  i64 period = vm.options().verify_heap ? 1 : vm.options().tunables.gc_verify;
  if (GS_LIKELY(!period)) return;
  is_verify_due |= kind != Stop::kStep && stats.collections % u64(period) == 0;
  if (!is_verify_due || cycle != Cycle::kIdle) return;
  is_verify_due = false;
  verify();
}

void Heap::Impl::mark_from_roots() {
  mark_roots();
  end_phase(Phase::kRoots);
  mark_remembered();
  end_phase(Phase::kRemembered);
  mark_remembered_elements(0);
  end_phase(Phase::kElements);
  marker.drain();
  end_phase(Phase::kMark);
  finish_marking();
  end_phase(Phase::kWeak);
}

void Heap::Impl::mark_roots() {
  trace_roots(vm, heap);
  for (Table* table : pending_finalizers) marker.cell(table);
  marker.running_stacks(stack_from);
}

// Heap invariant 3: an old cell that refers to a young one is in the remembered set (or its array's element is), is a
// suspended coroutine that was passed through the barrier, or is userdata that reports references.
void Heap::Impl::mark_remembered() {
  for (CellHeader* cell : remembered) {
    cell->gc = GcState::kOld;
    if (marker.is_marked(cell)) marker.enter(cell);
    marker.keep_shallow();
  }
  remembered.clear();
  for (Userdata* userdata : tracing_userdata) {
    if (marker.is_marked(userdata)) marker.enter(userdata);
  }
}

// Each element is two cache misses away, the table and its storage: they are fetched some elements ahead.
void Heap::Impl::mark_remembered_elements(usize from) {
  constexpr usize kTablesAhead = 16, kElementsAhead = 8;
  const std::vector<Element>& list = remembered_elements;
  for (usize i = from; i < list.size(); i++) {
    if (i + kTablesAhead < list.size()) __builtin_prefetch(list[i + kTablesAhead].table);
    if (i + kElementsAhead < list.size()) __builtin_prefetch(list[i + kElementsAhead].place());
    marker.element(list[i].table, list[i].position);
    marker.keep_shallow();
  }
  remembered_elements.resize(from);
}

// Weak values go before finalisers bring objects back, weak keys after: a finaliser still finds what is stored under
// its object.
void Heap::Impl::finish_marking() {
  marker.prepare_weak();
  marker.converge_ephemerons();
  marker.clear_dead_values({0, 0});
  Marker::WeakCounts seen = marker.weak_counts();
  if (queue_finalizers(marker.mode() == Marker::Mode::kFull)) {
    marker.drain();
    marker.converge_ephemerons();
    marker.clear_dead_values(seen);
  }
  marker.clear_dead_keys();
  marker.clear_removed_keys();
}

}  // namespace gs::vm
