#include "vm/heap/mark.hpp"

#include <algorithm>

#include "platform/clock.hpp"
#include "platform/stack_bounds.hpp"
#include "vm/heap/hooks.hpp"
#include "vm/runtime/vm.hpp"

namespace gs::vm {

namespace {

constexpr usize kKeptWork = 1 << 12;  // entries of the mark stack kept between collections
constexpr u32 kSliceCount = 32;       // pieces of work a slice of a table counts for
constexpr usize kDeepestStack = 1ull << 30;

}  // namespace

void Marker::begin(Mode mode) {
  mode_ = mode;
  large_.prepare_lookup();
}

void Marker::end() {
  work_.clear();
  if (work_.capacity() > kKeptWork) std::vector<Work>().swap(work_);
  weak_values_.clear();
  ephemerons_.clear();
  all_weak_.clear();
  with_removed_keys_.clear();
  removed_entries_.clear();
}

void Marker::shrink_lists() {
  auto shrink = [](auto&... lists) { (lists.shrink_to_fit(), ...); };
  shrink(work_, removed_entries_, weak_values_, ephemerons_, all_weak_, with_removed_keys_);
}

usize Marker::bytes() const {
  return bytes_of(work_) + bytes_of(removed_entries_) + bytes_of(weak_values_) + bytes_of(ephemerons_) + bytes_of(all_weak_) +
         bytes_of(with_removed_keys_);
}

void Marker::storage(CellHeader* cell) {
  if (cell && set_mark(cell) && cell->gc == GcState::kYoung) cell->gc = GcState::kOld;
}

// Heap invariant 5: what feedback slots refer to is kept by others.
void Marker::prototype(Prototype* prototype) { trace_prototype(prototype, heap_); }

void Marker::userdata(Userdata* userdata) {
  cell(userdata->metatable);
  if (userdata->type && userdata->type->trace) userdata->type->trace(userdata->payload, &heap_);
}

// Heap invariant 2: a suspended coroutine's stacks are scanned whenever it is entered; whoever switches away from a
// coroutine passes it through the barrier, so that eden collections enter it too.
void Marker::coroutine(Coroutine* co) {
  value(co->entry);
  cell(co->resumer);
  cell(co->goroutine);
  cell(co->active);
  value(co->transfer);
  value(co->wait_object);
  cell(co->started_source);
  value(co->defers);
  if (!co->stack_base || co == vm_.coroutine) return;
  words(co->stack_base, co->top);
  if (co->state != CoroutineState::kDead && co->native_sp) words(co->native_sp, co->native_high);
}

void Marker::running_stacks(const char* from) {
  Coroutine* co = vm_.coroutine;
  const char* high = co ? co->native_high : nullptr;
  // While the VM is being made there is no coroutine yet.
  if (!high || from >= high || usize(high - from) > kDeepestStack) {
    high = static_cast<char*>(platform::thread_stack_bounds().high);
  }
  words(from, high);
  if (!co) return;
  cell(co);
  if (co->stack_base) words(co->stack_base, vm_.top);
}

// Raw pointers, interior ones too, and boxed values; anything else may look like one.
GS_NO_SANITIZE void Marker::words(const void* low, const void* high) {
  auto* at = reinterpret_cast<const u64*>((reinterpret_cast<u64>(low) + 7) & ~7ull);
  constexpr usize kBetweenLooks = 512;
  for (auto* end = static_cast<const u64*>(high); at < end; keep_shallow()) {
    auto* stop = std::min(end, at + kBetweenLooks);
    for (; at < stop; at++) word(*at);
  }
}

GS_INLINE void Marker::word(u64 bits) {
  u64 tag = bits >> 48;
  if (tag != 0 && tag - (kTagString >> 48) > (kTagBoxedInt - kTagString) >> 48) return;
  CellHeader* found = find(bits & kPointerMask);
  if (!found) return;
  // A pointer to storage keeps its memory; what it holds is its owner's to say, who may be weak and outgrow it. Were a
  // record only marked here, whoever refers to it would find it marked and never look inside.
  bool has_owner = found->kind == CellKind::kHash ||
                   (found->kind == CellKind::kValues && !(found->flags & CellHeader::kRecordFlag));
  if (has_owner) {
    storage(found);
  } else {
    cell(found);
  }
}

bool Marker::set_mark_slow(CellHeader* cell) {
  if (mode_ == Mode::kVerify) check_in_use(cell);
  if (cell->is_large()) return large_.mark(cell);
  return Block::test_and_set(Block::of(cell)->marks, Block::offset_of(cell));
}

// Cells in the remembered set stay in it: the program may run before it is looked at.
GS_INLINE void Marker::enter_marked(CellHeader* cell) {
  if (cell->gc == GcState::kYoung) cell->gc = GcState::kOld;
  trace_cell(cell, *this);
}

void Marker::push_rest(Table* table, u64 position) {
  work_.push_back({table, position});
}

void Marker::enter_rest() {
  Work work = work_.back();
  work_.pop_back();
  if (work.position < kHashPosition) {
    array_from(static_cast<Table*>(work.cell), work.position);
  } else {
    hash_from(static_cast<Table*>(work.cell), work.position);
  }
}

// Takes about `count` pieces of work, or all: the cells pass a short queue on the way from the stack, so that they are in the
// cache when their turn comes.
void Marker::enter_some(u32 count) {
  is_entering_ = true;
  CellHeader* queue[kAhead] = {};
  u32 at = 0;
  for (; count && !work_.empty(); count--) {
    if (work_.back().position) {
      enter_rest();
      count -= std::min(count - 1, kSliceCount);
      continue;
    }
    CellHeader* fetched = work_.back().cell;
    work_.pop_back();
    __builtin_prefetch(fetched);
    CellHeader* due = queue[at];
    queue[at] = fetched;
    at = (at + 1) % kAhead;
    if (due) enter_marked(due);
  }
  for (u32 i = 0; i < kAhead; i++) {
    if (CellHeader* due = queue[(at + i) % kAhead]) enter_marked(due);
  }
  is_entering_ = false;
}

void Marker::drain() {
  while (!work_.empty()) enter_some(~0u);
}

bool Marker::drain_until(f64 deadline) {
  constexpr u32 kBetweenLooks = 200;  // pieces of work: some 20 microseconds
  while (!work_.empty()) {
    enter_some(kBetweenLooks);
    if (platform::monotonic_seconds() >= deadline) return work_.empty();
  }
  return true;
}

// ---- tables

void Marker::table(Table* table) {
  if (table->array) storage(storage_cell(table->array));
  if (table->overflow) storage(storage_cell(table->overflow));
  if (table->hash) {
    storage(table->hash);
    storage(table->hash->order);
  }
  if (GS_UNLIKELY(table->flags & (Table::kWeakKeys | Table::kWeakValues))) {
    weak_table(table);
    return;
  }
  fields(table);
  if (table->array && table->array_kind() == ArrayKind::kAny) array_from(table, 0);
  if (table->hash && table->hash->used) hash_from(table, kHashPosition);
}

void Marker::element(Table* table, u64 position) {
  if (!is_marked(table)) return;
  if (position < kHashPosition) {
    if (position < table->array_length) value(table->array[position]);
    return;
  }
  u64 number = position - kHashPosition;
  if (!table->hash || number >= table->hash->used) return;
  const HashEntry& entry = table->hash->entries[number];
  if (entry.value.is_nil() && !entry.key.is_string()) {
    if (entry.key.is_cell()) removed_entries_.push_back({table, position});
    return;
  }
  value(entry.key);
  value(entry.value);
}

void Marker::fields(Table* table) {
  if (!table->shape) return;
  u32 inline_capacity = table->shape->inline_capacity;
  u32 count = table->shape->field_count;
  u32 direct = std::min(count, inline_capacity);
  for (u32 i = 0; i < direct; i++) value(table->slots[i]);
  if (!table->overflow || count <= inline_capacity) return;
  u32 beyond = std::min(count - inline_capacity, storage_cell(table->overflow)->aux);
  for (u32 i = 0; i < beyond; i++) value(table->overflow[i]);
}

// Big parts are entered in slices, so that the mark stack stays short. The program may run between two of them: arrays
// that shrink meanwhile are simply at their end, and whoever moves elements or entries about inside a table passes it
// through the barrier, so that it is entered again.
void Marker::array_from(Table* table, u64 position) {
  u64 end = std::min<u64>(table->array_length, position + kSlice);
  if (end < table->array_length) push_rest(table, end);
  for (u64 i = position; i < end; i++) value(table->array[i]);
}

void Marker::hash_from(Table* table, u64 position) {
  HashPart* hash = table->hash;
  if (!hash) return;
  u64 from = position - kHashPosition;
  u64 end = std::min<u64>(hash->used, from + kSlice);
  if (end < hash->used) push_rest(table, kHashPosition + end);
  bool has_removed = false;
  for (u64 i = from; i < end; i++) {
    const HashEntry& entry = hash->entries[i];
    if (entry.value.is_nil() && !entry.key.is_string()) {
      has_removed |= entry.key.is_cell();
      continue;
    }
    value(entry.key);
    value(entry.value);
  }
  if (has_removed && (with_removed_keys_.empty() || with_removed_keys_.back() != table)) {
    with_removed_keys_.push_back(table);
  }
}

}  // namespace gs::vm
