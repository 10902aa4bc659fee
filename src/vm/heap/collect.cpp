// Collections from beginning to end. docs/internals/heap.md tells the story.
#include "platform/clock.hpp"
#include "vm/heap/heap_impl.hpp"
#include "vm/heap/hooks.hpp"
#include "vm/runtime/vm.hpp"

namespace gs::vm {

void Heap::collect_full() { impl_->stop(Impl::Stop::kFull); }
void Heap::collect_eden() { impl_->stop(impl_->is_marking ? Impl::Stop::kFinish : Impl::Stop::kEden); }

// Callers' values may be in registers: they go onto the stack, which is scanned from the next frame on.
GS_NOINLINE void Heap::Impl::stop(Stop kind) {
  __builtin_unwind_init();
  stop_spilled(kind);
  asm volatile("" ::: "memory");  // not a tail call: this frame holds the registers
}

GS_NOINLINE void Heap::Impl::stop_spilled(Stop kind) {
  GS_CHECK(!is_collecting, "a collection does not allocate");
  is_collecting = true;
  f64 start = platform::monotonic_seconds();
  usize before = heap.bytes_in_use();
  switch (kind) {
    case Stop::kEden: collect_at_once(false); break;
    case Stop::kFull: collect_at_once(true); break;
    case Stop::kStart: start_marking(); break;
    case Stop::kStep: step_marking(start); break;
    case Stop::kFinish: finish_cycle(); break;
  }
  is_collecting = false;
  f64 end = platform::monotonic_seconds();
  if (kind == Stop::kEden || kind == Stop::kStart) adapt_eden(start, end - start);
  last_stop = end;
  report(kind, end - start, before);
  heap.pending_finalizers_ = !pending_finalizers.empty();
  if (heap.pending_finalizers_) vm.budget = 0;  // the next poll runs them
  i64 period = vm.options().verify_heap ? 1 : vm.options().tunables.gc_verify;
  if (GS_UNLIKELY(period) && !is_marking && stats.collections % u64(period) == 0) verify();
}

void Heap::Impl::collect_at_once(bool full) {
  f64 start = platform::monotonic_seconds();
  heap.close_runs();
  if (full) unmark_all();
  marker.begin(full ? Marker::Mode::kFull : Marker::Mode::kEden);
  mark_roots();
  mark_remembered();
  roots_seconds = platform::monotonic_seconds() - start;
  marker.drain();
  finish_marking();
  mark_seconds = platform::monotonic_seconds() - start;
  sweep(full);
  marker.end();
  set_goals(full);
}

// ---- incremental marking
//
// Heap invariant 8: the program runs between the steps. Cells that were there at the start are old, so every store into
// one of them passes the barrier and puts it into the remembered set, whether it is marked already or not; new cells
// are young. At the end roots and stacks are marked again, the remembered cells entered again, and the young marked on
// the way: like an eden collection on top of the marks made so far. So nothing that was hidden from the marking behind
// its back is lost.

void Heap::Impl::start_marking() {
  collect_at_once(false);  // no young cells, an empty remembered set
  f64 start = platform::monotonic_seconds();
  unmark_all();
  marker.begin(Marker::Mode::kFull);
  mark_roots();
  is_marking = true;
  is_marked_through = has_precleaned = false;
  mark_seconds = platform::monotonic_seconds() - start;
}

void Heap::Impl::step_marking(f64 start) {
  marker.resume();
  // In stress mode as little as possible at a time.
  f64 goal = vm.options().gc_stress ? 0 : f64(vm.options().tunables.gc_pause_goal) * 1e-3;
  is_marked_through = marker.drain_until(start + goal);
  if (is_marked_through && !has_precleaned) {
    has_precleaned = true;
    is_marked_through = false;
    enter_remembered_later();
  }
  mark_seconds += platform::monotonic_seconds() - start;
  next_step = allocated_bytes() + step_bytes;
}

void Heap::Impl::finish_cycle() {
  f64 start = platform::monotonic_seconds();
  heap.close_runs();
  marker.resume();
  mark_roots();
  mark_remembered();
  marker.drain();
  finish_marking();
  is_marking = false;
  mark_seconds += platform::monotonic_seconds() - start;
  sweep(true);
  marker.end();
  set_goals(true);
}

// A full collection may come in the middle of a marking: marks made so far and work left are dropped.
void Heap::Impl::unmark_all() {
  small.clear_marks();
  if (is_marking) {
    large.clear_marks();
    marker.end();
  } else {
    large.unmark_all();
  }
  is_marking = false;
}

// ---- steps

void Heap::Impl::mark_roots() {
  trace_roots(vm, heap);
  for (Table* table : pending_finalizers) marker.cell(table);
  marker.running_stacks();
}

// Heap invariant 3: an old cell that refers to a young one is in the remembered set (or its array's element is), is a
// suspended coroutine that was passed through the barrier, or is userdata that reports references.
void Heap::Impl::mark_remembered() {
  for (CellHeader* cell : remembered) {
    cell->gc = GcState::kOld;
    if (marker.is_marked(cell)) marker.enter(cell);
  }
  remembered.clear();
  mark_remembered_elements();
  for (Userdata* userdata : tracing_userdata) {
    if (marker.is_marked(userdata)) marker.enter(userdata);
  }
}

void Heap::Impl::mark_remembered_elements() {
  for (Element element : remembered_elements) {
    Table* t = element.table;
    if (element.index < t->array_length && marker.is_marked(t)) marker.value(t->array[element.index]);
  }
  remembered_elements.clear();
}

// While the marking goes on: the more is done now, the shorter its end. Heap invariant 9: storage stays remembered, for
// it may be released, which would leave the marker with a pointer to it.
void Heap::Impl::enter_remembered_later() {
  std::erase_if(remembered, [this](CellHeader* cell) {
    if (cell->kind == CellKind::kHash || cell->kind == CellKind::kValues) return false;
    cell->gc = GcState::kOld;
    if (marker.is_marked(cell)) marker.enter_later(cell);
    return true;
  });
  mark_remembered_elements();
}

// Weak values go before finalisers bring objects back, weak keys after: a finaliser still finds what is stored under
// its object.
void Heap::Impl::finish_marking() {
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

// Interned strings are short, so never large: their mark is asked for without looking at them.
void Heap::Impl::sweep(bool full) {
  strings.sweep(full, [](String* s) { return !Block::test(Block::of(s)->marks, Block::offset_of(s)); });
  sweep_tracked(full);
  usize large_before = large.bytes();
  large.sweep(full, [this](CellHeader* cell) {
    if (cell->kind == CellKind::kPrototype) destroy(cell);
  });
  heap.footprint_ -= large_before - large.bytes();
  small.adopt_marks(full);
}

}  // namespace gs::vm
