// A collection from beginning to end, and when the next one comes. docs/internals/heap.md tells the story.
#include <algorithm>
#include <cstdio>

#include "platform/clock.hpp"
#include "vm/heap/heap_impl.hpp"
#include "vm/heap/hooks.hpp"
#include "vm/runtime/vm.hpp"

namespace gs::vm {

void Heap::collect_full() { impl_->collect(true); }
void Heap::collect_eden() { impl_->collect(false); }

// Callers' values may be in registers: they go onto the stack, which is scanned from the next frame on.
GS_NOINLINE void Heap::Impl::collect(bool full) {
  __builtin_unwind_init();
  collect_spilled(full);
  asm volatile("" ::: "memory");  // not a tail call: this frame holds the registers
}

GS_NOINLINE void Heap::Impl::collect_spilled(bool full) {
  GS_CHECK(!is_collecting, "a collection does not allocate");
  is_collecting = true;
  f64 start = platform::monotonic_seconds();
  usize before = heap.bytes_in_use();
  heap.close_runs();
  if (full) {
    small.clear_marks();
    large.unmark_all();
  }
  marker.begin(full ? Marker::Mode::kFull : Marker::Mode::kEden);
  mark_from_roots();
  finish_marking();
  sweep(full);
  marker.end();
  set_goals(full);
  is_collecting = false;
  report(full, platform::monotonic_seconds() - start, before);
  heap.pending_finalizers_ = !pending_finalizers.empty();
  if (heap.pending_finalizers_) vm.budget = 0;  // the next poll runs them
  i64 period = vm.options().verify_heap ? 1 : vm.options().tunables.gc_verify;
  if (GS_UNLIKELY(period) && stats.collections % u64(period) == 0) verify();
}

// Heap invariant 3: an old cell that refers to a young one is in the remembered set, is a suspended coroutine that was passed
// through the barrier, or is userdata that reports references.
void Heap::Impl::mark_from_roots() {
  trace_roots(vm, heap);
  for (Table* table : pending_finalizers) marker.cell(table);
  marker.running_stacks();
  if (marker.mode() == Marker::Mode::kEden) {
    for (CellHeader* cell : remembered) {
      cell->gc = GcState::kOld;
      marker.enter(cell);
    }
    for (Userdata* userdata : tracing_userdata) marker.enter(userdata);
  }
  remembered.clear();
  marker.drain();
}

// Weak values go before finalisers bring objects back, weak keys after: a finaliser still finds what is stored under its object.
void Heap::Impl::finish_marking() {
  marker.converge_ephemerons();
  marker.clear_dead_values({0, 0});
  Marker::WeakCounts seen = marker.weak_counts();
  queue_finalizers(marker.mode() == Marker::Mode::kFull);
  marker.drain();
  marker.converge_ephemerons();
  marker.clear_dead_keys();
  marker.clear_dead_values(seen);
  marker.clear_removed_keys();
}

void Heap::Impl::sweep(bool full) {
  strings.sweep(full, [this](String* s) { return !marker.is_marked(s); });
  sweep_tracked(full);
  usize large_before = large.bytes();
  large.sweep(full, [this](CellHeader* cell) {
    if (cell->kind == CellKind::kPrototype) destroy(cell);
  });
  heap.footprint_ -= large_before - large.bytes();
  small.adopt_marks(full);
}

// ---- pacing

usize Heap::Impl::allocated_bytes() const {
  usize outside = heap.outside_ > outside_base ? heap.outside_ - outside_base : 0;
  return run_bytes + large_since + outside;
}

// Live as far as is known: what survived the last collection and the memory outside cells.
usize Heap::Impl::live_bytes() const { return small.live_bytes() + large.bytes() + heap.outside_; }

void Heap::Impl::set_goals(bool full) {
  const Tunables& tunables = vm.options().tunables;
  usize live = live_bytes();
  usize minimum = usize(tunables.gc_min_heap);
  if (full) full_goal = std::max(live + live / 100 * usize(tunables.gc_growth), minimum);
  eden_budget = std::clamp(live / 100 * usize(tunables.gc_eden), minimum, std::max(minimum, usize(tunables.gc_max_eden)));
  run_bytes = large_since = 0;
  outside_base = heap.outside_;
  trim_blocks(eden_budget / Block::kSize);
}

void Heap::Impl::trim_blocks(usize keep) {
  usize cached = small.blocks().cached();
  small.blocks().trim(keep);
  heap.footprint_ -= (cached - small.blocks().cached()) * Block::kSize;
}

void Heap::Impl::report(bool full, f64 pause, usize before) {
  stats.collections++;
  stats.full_collections += full;
  stats.total_pause += pause;
  stats.longest_pause = std::max(stats.longest_pause, pause);
  if (!vm.options().trace_gc) return;
  constexpr f64 kMiB = 1 << 20;
  usize after = heap.bytes_in_use();
  std::fprintf(stderr, "gc kind=%s pause=%.2fms before=%.1fMiB after=%.1fMiB survivors=%.1f%%\n", full ? "full" : "eden",
               pause * 1e3, f64(before) / kMiB, f64(after) / kMiB, before ? 100.0 * f64(after) / f64(before) : 0.0);
}

}  // namespace gs::vm
