// The inside of Heap, shared by its source files: heap.cpp allocates, collect.cpp collects, pacer.cpp says when,
// finalize.cpp ends the lives of objects that own something, heap_check.cpp verifies.
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
  // kStart: an eden collection that begins an incremental marking; kFinish ends it with what a full collection does.
  enum class Stop : u8 { kEden, kFull, kStart, kStep, kFinish };
  void stop(Stop kind);
  void stop_spilled(Stop kind);
  void collect_at_once(bool full);
  void start_marking();
  void step_marking(f64 start);
  void finish_cycle();
  void unmark_all();
  void mark_roots();
  void mark_remembered();
  void mark_remembered_elements();
  void enter_remembered_later();
  void finish_marking();
  void sweep(bool full);

  // --- pacing (pacer.cpp)
  // What to do before an allocation; false: nothing.
  bool wants_stop(Stop& kind);
  Stop next_stress_stop();
  void set_goals(bool full);
  void adapt_eden(f64 start, f64 pause);
  void report(Stop kind, f64 pause, usize before);
  usize allocated_bytes() const;
  usize live_bytes() const;
  void trim_blocks(usize keep);

  // --- objects that own something (finalize.cpp)
  void add_tracked(CellHeader* cell);
  void sweep_tracked(bool full);
  void destroy(CellHeader* cell);
  void destroy_all();
  // Registered objects that died go into the queue, and stay alive for their finalisers.
  // False: there are none.
  bool queue_finalizers(bool full);
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
  struct Element {
    Table* table;
    u32 index;
  };
  std::vector<Element> remembered_elements;

  // Coroutines, channels, userdata and shapes: they own memory outside the heap.
  std::vector<CellHeader*> tracked_young;
  std::vector<CellHeader*> tracked_old;
  // Old userdata that report references: entered by every collection, since what they hold changes without a barrier.
  std::vector<Userdata*> tracing_userdata;
  std::vector<Table*> finalizable_young;
  std::vector<Table*> finalizable_old;
  std::deque<Table*> pending_finalizers;
  bool runs_finalizers = false;

  // --- the incremental marking
  bool is_marking = false;         // between kStart and kFinish
  bool is_marked_through = false;  // nothing is left but what changed meanwhile
  bool has_precleaned = false;     // the remembered set was looked at since the marking began

  // --- pacing (pacer.cpp): bytes, and times in seconds
  usize run_bytes = 0;         // of runs handed out since the last collection
  usize large_since = 0;       // large objects since then
  usize outside_base = 0;      // memory outside cells at the last collection
  usize eden_budget = 0;       // how much may be allocated before the next collection
  usize full_goal = 0;         // live bytes that make the next collection full
  usize eden_cap = ~usize(0);  // a bound on eden_budget that keeps pauses within the goal
  usize next_step = 0;         // allocated_bytes that bring the next step of the marking
  usize step_bytes = 0;
  f64 mark_seconds = 0;   // spent in the marking under way
  f64 mark_rate = 1e9;    // live bytes marked in a second, of the last full marking
  f64 roots_seconds = 0;  // of the last stop: what did not depend on its eden
  f64 last_stop = 0;      // when it ended
  bool is_collecting = false;
  bool exact = false;    // every allocation takes the slow half: stress mode, failure injection
  u32 stress_stops = 0;  // stress mode: how many so far
  u64 allocations = 0;   // counted in exact mode
  u64 fail_at = 0;       // the allocation that fails
  GcStats stats;
};

}  // namespace gs::vm
