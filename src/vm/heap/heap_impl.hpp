// The inside of Heap, shared by its source files: heap.cpp allocates, collect.cpp collects, finalize.cpp ends the lives of
// objects that own something, heap_check.cpp verifies.
#pragma once

#include <deque>

#include "vm/heap/heap.hpp"
#include "vm/heap/large.hpp"
#include "vm/heap/mark.hpp"
#include "vm/heap/small.hpp"
#include "vm/heap/string_table.hpp"

namespace gs::vm {

struct Heap::Impl {
  Impl(Heap& heap, Vm& vm) : heap(heap), vm(vm), marker(vm, heap, small.blocks(), large) {}

  // --- allocation (heap.cpp)
  // True if `bytes` more fit under the limit, after collecting if need be; else raises.
  [[nodiscard]] bool make_room(usize bytes);
  // Collects if the pacer wants it, or at every call in stress mode.
  void before_allocation();
  bool must_fail();
  CellHeader* allocate_small(CellKind kind, u32 size_class);
  CellHeader* out_of_memory();

  // --- collection (collect.cpp)
  void collect(bool full);
  void collect_spilled(bool full);
  void mark_from_roots();
  void finish_marking();
  void sweep(bool full);
  void set_goals(bool full);
  void report(bool full, f64 pause, usize before);
  usize allocated_bytes() const;
  usize live_bytes() const;
  void trim_blocks(usize keep);

  // --- objects that own something (finalize.cpp)
  void add_tracked(CellHeader* cell);
  void sweep_tracked(bool full);
  void destroy(CellHeader* cell);
  void destroy_all();
  // Registered objects that died go into the queue, and stay alive for their finalisers.
  void queue_finalizers(bool full);
  void queue_dead(std::vector<Table*>& registered);
  void run_finalizer(Table* table);

  // --- heap_check.cpp
  void verify();
  void verify_reachability();

  Heap& heap;
  Vm& vm;
  SmallSpace small;
  LargeSpace large;
  StringTable strings;
  Marker marker;
  std::vector<CellHeader*> remembered;

  // Coroutines, channels, userdata and shapes: they own memory outside the heap.
  std::vector<CellHeader*> tracked_young;
  std::vector<CellHeader*> tracked_old;
  // Old userdata that report references: entered by every collection, since what they hold changes without a barrier.
  std::vector<Userdata*> tracing_userdata;
  std::vector<Table*> finalizable_young;
  std::vector<Table*> finalizable_old;
  std::deque<Table*> pending_finalizers;
  bool runs_finalizers = false;

  // --- pacing (collect.cpp): all in bytes
  usize run_bytes = 0;          // of runs handed out since the last collection
  usize large_since = 0;        // large objects since then
  usize outside_base = 0;       // memory outside cells at the last collection
  usize eden_budget = 0;        // how much may be allocated before the next collection
  usize full_goal = 0;          // live bytes that make the next collection full
  usize live_at_full = 0;       // after the last full collection
  bool is_collecting = false;
  bool exact = false;           // every allocation takes the slow half: stress mode, failure injection
  bool stress_full = false;     // stress mode: the next collection is full
  u64 allocations = 0;          // counted in exact mode
  GcStats stats;
};

}  // namespace gs::vm
