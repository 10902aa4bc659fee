// Allocation: the slow half of small cells, large objects, storage, accounting and the limit.
#include "vm/heap/heap.hpp"

#include <algorithm>
#include <cstring>
#include <random>

#include "vm/heap/heap_impl.hpp"
#include "vm/runtime/vm.hpp"

namespace gs::vm {

namespace {

constexpr auto kClasses = class_table();
// Full collections forced by the limit while as much as the limit is allocated. Beyond that they would be all that happens.
constexpr u64 kCollectionsInLimit = 256;
constexpr usize kRunBytes = 16 << 10;  // most that is handed out and zeroed at once: stays in the first-level cache
static_assert(kClassCount <= 64 && kMaxSmallCell == Heap::kMaxSmall);

usize values_size(u32 capacity) { return sizeof(CellHeader) + usize(capacity) * sizeof(Value); }

Value* values_of(CellHeader* storage) { return reinterpret_cast<Value*>(storage + 1); }

void fill_nil(Value* from, Value* to) { std::fill(from, to, Value::nil()); }

u64 random_seed() {
  std::random_device device;
  return u64(device()) << 32 | device();
}

}  // namespace

Heap::Heap(Vm& vm) : vm_(vm), hash_seed_(random_seed()), impl_(std::make_unique<Impl>(*this, vm)) {
  std::copy(kClasses.begin(), kClasses.end(), class_of_);
  for (u32 i = 0; i < kClassCount; i++) runs_[i].cell_size = kClassSizes[i];
  runs_[kNoRun] = {reinterpret_cast<char*>(this), reinterpret_cast<char*>(this), kGranule};
  static_assert(kClassCount <= kNoRun);
  close_runs();
  impl_->exact = vm.options().gc_stress;
  if (u64 number = vm.options().fail_allocation) fail_allocation(number);
  impl_->set_goals(true);
}

// An eden collection looks for the young, a marking under way for all it has not reached.
bool Heap::Impl::matters(Value stored) const {
  return stored.is_cell() && (is_marking() || stored.as_cell()->gc == GcState::kYoung);
}

Heap::~Heap() { impl_->destroy_all(); }

void Heap::close_runs() {
  for (u32 i = 0; i < kClassCount; i++) runs_[i].next = runs_[i].end = reinterpret_cast<char*>(this);
}

// ---- room

usize Heap::Impl::list_bytes() const {
  return bytes_of(remembered) + bytes_of(remembered_storage) + bytes_of(remembered_elements) + bytes_of(tracked_young) +
         bytes_of(tracked_old) + bytes_of(tracing_userdata) + strings.list_bytes() + large.list_bytes() + small.list_bytes();
}

usize Heap::Impl::own_bytes() const { return list_bytes() + marker.bytes(); }

// The collector's own lists grow where nothing can fail: while it marks, and with stores. So room for them is set aside, and
// they count for that much from the start; the mark stack has room of its own beside the lists that have grown already.
usize Heap::Impl::counted_bytes() const {
  u64 limit = vm.options().memory_limit;
  usize aside = limit / 128 + std::min<u64>(limit / 16, 1 << 20);
  usize marking = std::max<u64>(marker.bytes(), std::min<u64>(limit / 32, 512 << 10));
  return heap.footprint_ + std::max(list_bytes() + marking, aside);
}

// The bytes of the limit that are only for what the host loads: a small chunk may need a new block in each of a dozen size
// classes.
usize Heap::Impl::host_bytes() const { return std::min<u64>(vm.options().memory_limit / 32, 32 * Block::kSize); }

bool Heap::Impl::fits(usize bytes) const {
  u64 limit = vm.options().memory_limit;
  return !limit || is_vm_being_made() || counted_bytes() + bytes <= limit - host_bytes() + heap.reserve_;
}

bool Heap::has_room(usize bytes) const { return impl_->fits(bytes); }

// The collector's lists may have grown beyond the limit, which is not the host's fault.
void Heap::open_reserve() {
  constexpr usize kMost = 4 * Block::kSize;
  usize limit = vm_.options().memory_limit, counted = impl_->counted_bytes();
  reserve_ = impl_->host_bytes() + Block::kSize + std::min(counted - std::min(counted, limit), kMost);
}

void Heap::Impl::note_peak() { stats.peak_bytes = std::max<u64>(stats.peak_bytes, heap.footprint_ + own_bytes()); }

// What lists had room for once is of no use when memory is short.
void Heap::Impl::shrink_lists() {
  auto shrink = [](auto&... lists) { (lists.shrink_to_fit(), ...); };
  shrink(remembered, remembered_storage, remembered_elements, tracked_young, tracked_old, tracing_userdata);
  marker.shrink_lists();
  strings.shrink_list();
}

// Heap invariant 7: memory is counted before it is taken.
bool Heap::Impl::make_room(usize bytes) {
  if (fits(bytes)) return true;
  if (heap.unlimited_ && heap.is_over_limit_) return true;
  if (cycle == Cycle::kSweeping && !is_collecting) finish_sweep();
  trim_blocks(0);
  if (fits(bytes)) return true;
  u64 limit = vm.options().memory_limit;
  usize since = run_bytes + large_since + std::max(heap.footprint_, short_footprint) - short_footprint;
  bool was_just_done = is_short && since < limit / kCollectionsInLimit;
  if (!is_collecting && bytes < limit && !was_just_done) {
    stop(Stop::kFull);
    is_short = !heap.unlimited_;  // a poll will look again: what was in use may have been let go by then
    short_footprint = heap.footprint_;
    vm.charge(heap.footprint_);
    trim_blocks(0);
    shrink_lists();
    if (fits(bytes)) return true;
  }
  if (heap.unlimited_) {
    pass_limit();
    return true;
  }
  out_of_memory();
  return false;
}

// The next poll raises.
void Heap::Impl::pass_limit() {
  heap.is_over_limit_ = true;
  vm.budget = 0;
}

bool Heap::settle_limit() {
  is_over_limit_ = false;
  return impl_->make_room(0);
}

CellHeader* Heap::Impl::out_of_memory() {
  is_short = false;  // whoever takes the error may let go of memory
  vm.raise_out_of_memory();
  return nullptr;
}

bool Heap::Impl::must_fail() { return exact && ++allocations == fail_at && !is_vm_being_made() && !heap.unlimited_; }

// There is nobody yet to raise an error to. An empty VM takes some 100 KiB, whatever its limit is.
bool Heap::Impl::is_vm_being_made() const { return !vm.coroutine; }

void Heap::fail_allocation(u64 number) {
  impl_->exact = true;
  impl_->fail_at = number ? impl_->allocations + number : 0;
  close_runs();
}

void Heap::Impl::before_allocation() {
  if (is_collecting || !heap.running_) return;
  Stop kind;
  if (wants_stop(kind)) stop(kind);
}

bool Heap::account(usize bytes) {
  vm_.charge(bytes);
  if (impl_->must_fail()) return impl_->out_of_memory();
  if (!impl_->make_room(bytes)) return false;
  footprint_ += bytes;
  outside_ += bytes;
  impl_->note_peak();
  return true;
}

// ---- small cells

CellHeader* Heap::allocate_slow(CellKind kind, usize size) {
  if (size > kMaxSmall) return allocate_large(kind, size);
  impl_->before_allocation();
  if (impl_->must_fail()) return impl_->out_of_memory();
  return impl_->allocate_small(kind, class_of_[(size + kGranule - 1) / kGranule]);
}

CellHeader* Heap::Impl::allocate_small(CellKind kind, u32 size_class) {
  FreeRun& run = heap.runs_[size_class];
  usize most = exact ? run.cell_size : kRunBytes;
  if (run.next == run.end) {
    while (!small.next_run(size_class, most, run.next, run.end)) {
      usize new_bytes = small.blocks().cached() ? 0 : Block::kSize;
      // Blocks that wait to be swept have free cells too.
      if (cycle == Cycle::kSweeping && !fits(new_bytes)) {
        finish_sweep();
        continue;
      }
      if (!make_room(new_bytes)) return nullptr;
      // The collection that made room may have found free cells.
      if (small.next_run(size_class, most, run.next, run.end)) break;
      new_bytes = small.blocks().cached() ? 0 : Block::kSize;
      if (!small.add_block(size_class)) return out_of_memory();
      heap.footprint_ += new_bytes;
      note_peak();
    }
    run_bytes += usize(run.end - run.next);
  }
  auto* header = reinterpret_cast<CellHeader*>(run.next);
  run.next += run.cell_size;
  header->kind = kind;
  return header;
}

CellHeader* Heap::allocate_tracked(CellKind kind, usize size) {
  CellHeader* cell = allocate_any(kind, size);
  if (cell) impl_->add_tracked(cell);
  return cell;
}

// ---- large objects

CellHeader* Heap::allocate_large(CellKind kind, usize size, usize prefix) {
  impl_->before_allocation();
  if (impl_->must_fail() || size > kMaxCell) return impl_->out_of_memory();
  usize bytes = LargeSpace::footprint(size, prefix);
  vm_.charge(bytes);
  if (!impl_->make_room(bytes)) return nullptr;
  CellHeader* cell = impl_->large.allocate(size, prefix);
  if (!cell) {
    collect_full();
    cell = impl_->large.allocate(size, prefix);
    if (!cell) return impl_->out_of_memory();
  }
  cell->kind = kind;
  footprint_ += bytes;
  impl_->large_since += bytes;
  impl_->note_peak();
  return cell;
}

// ---- storage

Value* Heap::allocate_values(u32 capacity) {
  CellHeader* storage = allocate(CellKind::kValues, values_size(capacity));
  if (!storage) return nullptr;
  storage->aux = capacity;
  Value* values = values_of(storage);
  fill_nil(values, values + capacity);
  return values;
}

Value* Heap::allocate_record(u32 capacity) {
  Value* values = allocate_values(capacity);
  if (values) storage_cell(values)->flags |= CellHeader::kRecordFlag;
  return values;
}

Value* Heap::grow_values(Value* old, u32 old_capacity, u32 new_capacity) {
  if (!old) return allocate_values(new_capacity);
  CellHeader* storage = storage_cell(old);
  if (storage->is_large() && storage->gc != GcState::kRemembered) {
    impl_->before_allocation();
    usize old_bytes = LargeSpace::bytes_of(storage);
    usize bytes = LargeSpace::footprint(values_size(new_capacity), 0);
    if (impl_->must_fail()) return impl_->out_of_memory(), nullptr;
    if (!impl_->make_room(bytes - old_bytes)) return nullptr;
    if (CellHeader* grown = impl_->large.resize(storage, values_size(new_capacity))) {
      footprint_ += bytes - old_bytes;
      impl_->large_since += bytes - old_bytes;
      impl_->note_peak();
      grown->aux = new_capacity;
      fill_nil(values_of(grown) + old_capacity, values_of(grown) + new_capacity);
      return values_of(grown);
    }
  }
  Value* values = allocate_values(new_capacity);
  if (!values) return nullptr;
  std::memcpy(static_cast<void*>(values), old, usize(old_capacity) * sizeof(Value));
  release(storage);
  return values;
}

void Heap::release(CellHeader* cell) {
  // The remembered set must not be left with a pointer to it.
  if (cell->gc == GcState::kRemembered) return;
  if (cell->is_large()) {
    usize bytes = LargeSpace::bytes_of(cell);
    footprint_ -= bytes;
    impl_->large_since -= std::min(impl_->large_since, bytes);
    impl_->large.release(cell);
  } else {
    impl_->small.release(cell);
  }
}

void Heap::remember(CellHeader* container) {
  constexpr usize kBetweenLooks = 4096;
  container->gc = GcState::kRemembered;
  impl_->remembered.push_back(container);
  if (impl_->remembered.size() % kBetweenLooks == 0 && !impl_->fits(0)) impl_->pass_limit();
}

// Big tables that few references were stored into are remembered by the element or entry. They stay kOld, so that each
// store comes here; the header's aux counts how often since the last collection (in its upper half, to some bits), until
// a look at the whole table costs less than the stores. False: it is remembered as a whole.
bool Heap::remembers_parts(Table* t, u32 length) {
  constexpr u32 kSmallLength = 64;
  constexpr u32 kElementsPerStore = 8;  // looked at in the time of a store that comes here
  u32 collection = u32(impl_->stats.collections) << 16;
  u32 stores = (t->aux & ~0xffffu) == collection ? t->aux & 0xffff : 0;
  u32 most = std::clamp<u32>(length / kElementsPerStore, 16, 0xfffe);
  bool is_weak = t->flags & (Table::kWeakKeys | Table::kWeakValues);
  if (length < kSmallLength || is_weak || stores >= most) {
    remember(t);
    return false;
  }
  t->aux = collection | (stores + 1);
  return true;
}

void Heap::remember_element(Table* t, u32 index) {
  if (remembers_parts(t, t->array_length) && impl_->matters(t->array[index])) impl_->remember_part(t, index);
}

void Heap::remember_entry(Table* t, u32 entry) {
  if (!remembers_parts(t, t->hash->used)) return;
  const HashEntry& stored = t->hash->entries[entry];
  if (impl_->matters(stored.key) || impl_->matters(stored.value)) impl_->remember_part(t, Marker::kHashPosition + entry);
}

// Where the list may not grow, the table is remembered as a whole.
void Heap::Impl::remember_part(Table* t, u64 position) {
  bool is_full = remembered_elements.size() == remembered_elements.capacity();
  if (is_full && !fits(remembered_elements.capacity() * sizeof(Element))) {
    heap.remember(t);
  } else {
    remembered_elements.push_back({t, position});
  }
}

// ---- strings

String* Heap::intern(std::string_view text) {
  u32 hash = hash_bytes(text, hash_seed_);
  StringTable& strings = impl_->strings;
  if (String* known = strings.find(text, hash)) {
    if (GS_UNLIKELY(impl_->cycle == Impl::Cycle::kSweeping)) impl_->revive(known);
    return known;
  }
  // `text` may lie in a cell that only the caller's frame refers to: it stays, roots are conservative and interior.
  auto* s = allocate_cell<String>(CellKind::kString, offsetof(String, inline_bytes) + text.size());
  if (!s) return nullptr;
  if (strings.needs_growth()) impl_->finish_strings();
  if (strings.needs_growth()) {
    usize bytes = strings.growth_bytes();
    if (!account(bytes)) return nullptr;
    usize old_bytes = strings.bytes();
    if (!strings.grow()) {
      unaccount(bytes);
      return impl_->out_of_memory(), nullptr;
    }
    unaccount(old_bytes);
  }
  s->length = text.size();
  s->data = s->inline_bytes;
  s->flags = String::kInterned;
  s->aux = hash;
  std::memcpy(s->inline_bytes, text.data(), text.size());
  strings.add(s);
  return s;
}

// ---- facts

usize Heap::bytes_in_use() const {
  usize unused = 0;
  for (u32 i = 0; i < kClassCount; i++) unused += usize(runs_[i].end - runs_[i].next);
  return impl_->small.live_bytes() + impl_->unswept_bytes + impl_->run_bytes - unused + impl_->large.bytes() + outside_;
}

GcStats Heap::stats() const {
  GcStats stats = impl_->stats;
  stats.bytes_in_use = bytes_in_use();
  stats.allocations = impl_->allocations;
  return stats;
}

void Heap::mark_cell(CellHeader* cell) {
  impl_->marker.cell(cell);
  impl_->marker.keep_shallow();
}

}  // namespace gs::vm
