// The inside of Heap, shared by its source files: heap.cpp allocates, collect.cpp collects, cycle.cpp does so in steps,
// sweep.cpp ends it, pacer.cpp says when, finalize.cpp ends the lives of objects that own something, heap_check.cpp
// verifies.
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
  void pass_limit();  // where nothing can be raised
  bool fits(usize bytes) const;
  usize host_bytes() const;
  usize list_bytes() const;     // of the collector's lists
  usize own_bytes() const;      // of these and the mark stack
  usize counted_bytes() const;  // against the limit
  void note_peak();
  void shrink_lists();
  // Collects if the pacer wants it, or at every call in stress mode.
  void before_allocation();
  bool must_fail();
  bool is_vm_being_made() const;
  CellHeader* allocate_small(CellKind kind, u32 size_class);
  CellHeader* out_of_memory();

  // --- collection (collect.cpp)
  // kStart: an eden collection that begins a full one in steps; kFinish: the stop at the end of its marking; kStep: any
  // of the others.
  enum class Stop : u8 { kEden, kFull, kStart, kStep, kFinish };
  void stop(Stop kind);
  Stop next_stop() const;
  void stop_spilled(Stop kind);
  void collect_at_once(bool full);
  void unmark_all();
  void verify_if_due(Stop kind);
  void mark_from_roots();
  void mark_roots();
  void mark_remembered();
  void mark_remembered_elements(usize from);
  void finish_marking();

  // --- full collections in steps (cycle.cpp)
  // kClearing, kMarking: the marking is under way; kSweeping: it is over, and some of the dead are still where they were.
  enum class Cycle : u8 { kIdle, kClearing, kMarking, kSweeping };
  bool is_marking() const { return cycle == Cycle::kClearing || cycle == Cycle::kMarking; }
  f64 step_deadline() const;  // on the monotonic clock
  void start_cycle();
  void step_cycle();
  bool clear_until(f64 deadline);
  void mark_until(f64 deadline);
  bool preclean_until(f64 deadline);
  void finish_cycle();

  // --- after marking (sweep.cpp)
  enum class SweepPhase : u8 { kStrings, kOwners, kLarge, kBlocks };
  void sweep_eden();
  void start_sweep();
  void finish_sweep();
  void sweep_until(f64 deadline);
  void sweep_some();
  void finish_strings();
  void revive(String* s);  // found in the string table
  void large_died(CellHeader* cell);

  // --- pacing (pacer.cpp)
  // What to do before an allocation; false: nothing.
  bool wants_stop(Stop& kind);
  Stop next_stress_stop();
  void restart_count();
  void set_goals(bool full);
  struct Pause {
    f64 start, wall, cpu;  // seconds
  };
  void adapt_eden(Pause pause);
  void count(Stop kind, Pause pause);
  void trace(Stop kind, Pause pause, usize before, usize spared);
  // Ends a phase of a stop: the processor time since the last one was its.
  enum class Phase : u8 { kRoots, kRemembered, kElements, kMark, kWeak, kStrings, kOwners, kLarge, kBlocks };
  static constexpr usize kPhases = usize(Phase::kBlocks) + 1;
  void end_phase(Phase phase);
  usize allocated_bytes() const;
  usize live_bytes() const;
  void trim_blocks(usize keep);

  // --- objects that own something (finalize.cpp)
  void add_tracked(CellHeader* cell);
  void owner_survived(CellHeader* cell);
  void sweep_young_owners();
  void merge_young_owners();
  bool sweep_owners(usize count);
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
  using CellList = std::deque<CellHeader*>;
  CellList remembered;
  CellList remembered_storage;  // of these, set aside for a moment
  // An element of a table's array, or an entry of its hash part.
  struct Element {
    Table* table;
    u64 position;
    const void* place() const { return Marker::place_of(table, position); }
  };
  std::vector<Element> remembered_elements;
  void remember_part(Table* t, u64 position);
  bool matters(Value stored) const;  // to the next collection, if stored into an old cell

  // Coroutines, channels, userdata and shapes: they own memory outside the heap.
  CellList tracked_young;
  CellList tracked_old;
  // Old userdata that report references: entered by every collection, since what they hold changes without a barrier.
  std::vector<Userdata*> tracing_userdata;
  std::vector<Table*> finalizable_young;
  std::vector<Table*> finalizable_old;
  std::deque<Table*> pending_finalizers;
  bool runs_finalizers = false;

  // --- a full collection in steps
  Cycle cycle = Cycle::kIdle;
  bool is_marked_through = false;  // nothing is left but what changed meanwhile
  u32 preclean_rounds = 0;         // how often the remembered set was worked off since the marking began
  usize cleared_blocks = 0;        // of the list of blocks
  SweepPhase sweep_phase = SweepPhase::kStrings;
  usize sweep_position = 0;  // in what the phase goes through
  usize unswept_bytes = 0;   // allocated during the marking: not yet among the live bytes of blocks

  // --- pacing (pacer.cpp): bytes, and times in seconds
  usize run_bytes = 0;         // of runs handed out since the last collection
  usize large_since = 0;       // large objects since then
  usize outside_base = 0;      // memory outside cells at the last collection
  usize live_base = 0;         // live bytes then
  usize eden_budget = 0;       // how much may be allocated before the next collection
  usize full_goal = 0;         // live bytes that make the next collection full
  usize eden_cap = ~usize(0);  // a bound on eden_budget that keeps pauses within the goal
  usize next_step = 0;         // allocated_bytes that bring the next step of the marking
  usize step_bytes = 0;
  usize cycle_budget = 0;  // how much may be allocated before a full collection in steps gets no more time
  f64 mark_seconds = 0;  // spent in the marking under way
  f64 mark_rate = 1e9;   // live bytes marked in a second, of the last full marking
  f64 last_stop = 0;     // when it ended
  f64 phase_seconds[kPhases] = {};  // of the last stop
  f64 phase_start = 0;
  bool is_collecting = false;
  const char* stack_from = nullptr;  // of the stop's caller: what lies lower is the collector's own, or stale
  bool is_verify_due = false;
  bool is_short = false;  // the last collection was forced by the limit, and nothing failed since
  usize short_footprint = 0;  // what it left
  bool exact = false;    // every allocation takes the slow half: stress mode, failure injection
  u32 stress_stops = 0;  // stress mode: how many so far
  u64 allocations = 0;   // counted in exact mode
  u64 fail_at = 0;       // the allocation that fails
  GcStats stats;
};

}  // namespace gs::vm
