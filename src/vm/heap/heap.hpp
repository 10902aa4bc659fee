// The heap: allocation and collection. Non-moving mark-region with size classes, conservative roots, precise heap
// (docs/internals/heap.md). Blocks of 64 KiB hold cells of one size class; bigger cells and prototypes are large
// objects on a list of their own.
//
// Contract for users: allocate returns zeroed memory with kind set and gc = kYoung, or null after raising "out of
// memory" in the VM (limit or system). It may collect first. After storing a reference into a cell that may be old,
// call barrier().
#pragma once

#include <memory>
#include <string_view>

#include "vm/heap/header.hpp"
#include "vm/object/objects.hpp"

namespace gs::vm {

class Vm;

struct GcStats {
  u64 collections = 0;
  u64 full_collections = 0;
  u64 steps = 0;        // of incremental markings
  f64 total_pause = 0;  // seconds of the wall clock
  f64 longest_pause = 0;
  f64 total_cpu = 0;  // seconds of the processor: what the pauses would be on an idle machine
  f64 longest_cpu = 0;
  u64 bytes_in_use = 0;
  u64 peak_bytes = 0;
  u64 allocations = 0;  // requests so far; counted only in stress mode and after fail_allocation
};

class Heap {
 public:
  // Free cells of one size, zeroed: machine code too allocates by moving `next`.
  struct FreeRun {
    char* next;
    char* end;
    usize cell_size;  // of the class
  };

  explicit Heap(Vm& vm);
  ~Heap();

  // size in bytes, header included. Small sizes (<= kMaxSmall) come from blocks.
  CellHeader* allocate(CellKind kind, usize size) {
    if (owns_memory(kind)) return allocate_tracked(kind, size);
    return allocate_any(kind, size);
  }
  // The fast half alone, for cells whose run is known (run_of their size): null if the run is used up.
  //
  // Machine code does the same without a call. The heap and its runs do not move: for a class known at compile time,
  // with r = &run(run_of(size)),
  //
  //     cell = r->next;  next = cell + r->cell_size          // cell_size is a constant
  //     if (next > r->end) goto slow                         // allocate(kind, size): may collect, may raise
  //     r->next = next;  cell->kind = kind
  //
  // The cell is zero beyond its kind: young, no flags. Stores into it need no barrier until the next call that may
  // allocate. Kinds that own memory (coroutine, channel, userdata, shape) always take the call; in stress mode and under
  // failure injection all do, for runs are one cell long then.
  GS_INLINE CellHeader* try_allocate(CellKind kind, u32 run_index) {
    FreeRun& run = runs_[run_index];
    char* cell = run.next;
    if (GS_UNLIKELY(usize(run.end - cell) < run.cell_size)) return nullptr;
    run.next = cell + run.cell_size;
    auto* header = reinterpret_cast<CellHeader*>(cell);
    header->kind = kind;
    return header;
  }
  static constexpr u32 kNoRun = 63;  // a run that is always empty
  u32 run_of(usize small_size) const { return class_of_[(small_size + 15) >> 4]; }
  // The run itself, for machine code that allocates by bumping `next`.
  const FreeRun& run(u32 run_index) const { return runs_[run_index]; }
  // While one lives, allocations are counted but not refused: for memory that machine code already relies on, in small amounts. If
  // the limit is passed, the next poll raises "out of memory".
  class WithoutLimit {
   public:
    explicit WithoutLimit(Heap& heap) : heap_(heap) { heap_.unlimited_++; }
    ~WithoutLimit() { heap_.unlimited_--; }
    WithoutLimit(const WithoutLimit&) = delete;
    WithoutLimit& operator=(const WithoutLimit&) = delete;

   private:
    Heap& heap_;
  };
  // While one lives, what is set aside from scripts may be used, and a block more: a host whose scripts hold all memory in
  // globals can still load the few lines that let go of it.
  class Reserve {
   public:
    explicit Reserve(Heap& heap) : heap_(heap), before_(heap.reserve_) { heap_.open_reserve(); }
    ~Reserve() { heap_.reserve_ = before_; }
    Reserve(const Reserve&) = delete;
    Reserve& operator=(const Reserve&) = delete;

   private:
    Heap& heap_;
    usize before_;
  };
  template <typename T>
  T* allocate_cell(CellKind kind, usize size = sizeof(T)) {
    return static_cast<T*>(allocate(kind, size));
  }
  // A large object with `prefix` bytes of its own before the cell (prototypes' feedback slots). prefix is a multiple of
  // 32.
  CellHeader* allocate_large(CellKind kind, usize size, usize prefix = 0);
  // A storage cell (kValues, kRaw): the address after the 8-byte header; aux = capacity as given.
  Value* allocate_values(u32 capacity);
  // The same for storage whose contents are not traced by an owner but by itself, however it is reached.
  Value* allocate_record(u32 capacity);
  // Grows a kValues storage in place if it is large and can be, else allocates, copies and frees. Values beyond the old
  // ones are nil.
  Value* grow_values(Value* old, u32 old_capacity, u32 new_capacity);
  // Gives back a cell known to be unreferenced (outgrown storage). Optional: the collector would find it.
  void release(CellHeader* cell);

  // The store barrier: `container` got a reference stored into it.
  static GS_INLINE bool needs_barrier(const CellHeader* container) { return container->gc == GcState::kOld; }
  GS_INLINE void barrier(CellHeader* container) {
    if (GS_UNLIKELY(needs_barrier(container))) remember(container);
  }
  void remember(CellHeader* container);
  // The same for a store into element `index` (from 0) of the array part: spares collections a look at the rest of a
  // big array. Moving elements or entries about inside a table wants barrier().
  GS_INLINE void barrier_element(Table* t, u32 index) {
    if (GS_UNLIKELY(needs_barrier(t))) remember_element(t, index);
  }
  // The same for a store into entry number `entry` of the hash part.
  GS_INLINE void barrier_entry(Table* t, u32 entry) {
    if (GS_UNLIKELY(needs_barrier(t))) remember_entry(t, entry);
  }
  void remember_element(Table* t, u32 index);
  void remember_entry(Table* t, u32 entry);

  // Memory outside cells that counts against the limit: stacks, builders' buffers, wait queues, machine code. To be
  // called before it is taken; may collect. False = raised.
  [[nodiscard]] bool account(usize bytes);
  // Whether so much may be accounted without a collection.
  bool has_room(usize bytes) const;
  // The same for what is little beside what was accounted with it: counts, never fails.
  void account_unchecked(usize bytes) {
    footprint_ += bytes;
    outside_ += bytes;
  }
  void unaccount(usize bytes) {
    footprint_ -= bytes;
    outside_ -= bytes;
  }

  // How collections come: eden ones with now and then a full one, or full ones in steps only.
  enum class Mode : u8 { kGenerational, kIncremental };

  void collect_full();
  void collect_eden();
  // One stop of the cycle under way, or the first of a new one; true if the cycle is over.
  bool collect_step();
  Mode mode() const { return mode_; }
  void set_mode(Mode mode) { mode_ = mode; }
  // collectgarbage("stop") / ("restart")
  void set_running(bool running) { running_ = running; }
  bool is_running() const { return running_; }
  // An allocation that could not be refused passed the limit.
  bool is_over_limit() const { return is_over_limit_; }
  // What a poll does then; false: raised.
  [[nodiscard]] bool settle_limit();
  // Cells, storage and accounted memory; free cells in blocks are not counted.
  usize bytes_in_use() const;
  GcStats stats() const;

  // Finalisers: `t` got a metatable with __gc. Pending ones run from Vm::poll (between two instructions).
  [[nodiscard]] bool register_finalizer(Table* t);
  bool has_pending_finalizers() const { return pending_finalizers_; }
  // May leave an uncatchable error passing (Vm::is_raising).
  void run_pending_finalizers();
  void run_all_finalizers();  // at program end

  // Interned strings: the canonical string of this content, or null = raised.
  String* intern(std::string_view text);
  u64 hash_seed() const { return hash_seed_; }

  // Lets the allocation of this number from now on fail as if there were no memory; 0: none. Every allocation is slow
  // from then on.
  void fail_allocation(u64 number);

  // Checks every invariant (after a collection in stress builds); aborts with a sentence on violation.
  void verify();

  // During a collection: objects and roots outside src/vm/heap report their references with these. The `marker` that
  // UserdataClass::trace receives is the Heap.
  void mark_value(Value v) {
    if (v.is_cell()) mark_cell(v.as_cell());
  }
  void mark_cell(CellHeader* cell);  // null is fine

  static constexpr usize kMaxSmall = 2048;
  static constexpr usize kSmallClasses = kMaxSmall / 16 + 1;
  static constexpr usize kMaxCell = 1ull << 47;

 private:
  struct Impl;
  bool remembers_parts(Table* t, u32 length);
  // Kinds with memory outside the heap, whose deaths the collector must see.
  static constexpr bool owns_memory(CellKind kind) {
    return kind == CellKind::kCoroutine || kind == CellKind::kChannel || kind == CellKind::kUserdata ||
           kind == CellKind::kShape;
  }
  GS_INLINE CellHeader* allocate_any(CellKind kind, usize size) {
    usize index = (size + 15) >> 4;
    if (GS_LIKELY(index < kSmallClasses)) {
      if (CellHeader* cell = try_allocate(kind, class_of_[index])) return cell;
    }
    return allocate_slow(kind, size);
  }
  CellHeader* allocate_slow(CellKind kind, usize size);
  CellHeader* allocate_tracked(CellKind kind, usize size);
  void close_runs();
  void open_reserve();

  FreeRun runs_[64];
  u8 class_of_[kSmallClasses];
  Vm& vm_;
  usize footprint_ = 0;  // bytes that count against the limit: blocks, large objects, accounted memory; see own_bytes
  usize outside_ = 0;    // of these, accounted memory
  u64 hash_seed_ = 0;
  u32 unlimited_ = 0;    // nested WithoutLimit
  usize reserve_ = 0;    // bytes beyond what scripts get of the limit that may be used
  bool is_over_limit_ = false;
  Mode mode_ = Mode::kGenerational;
  bool running_ = true;
  bool pending_finalizers_ = false;  // the queue is not empty
  std::unique_ptr<Impl> impl_;
};

}  // namespace gs::vm
