// The heap verifier: run after collections in stress builds and by tests. Each violation aborts with a sentence.
//
// Reachability and barriers are checked by marking once more from the roots, everything this time: whatever is met must
// have been kept by the collection just finished. A reference to a cell that an eden collection did not keep means that
// the store that made it skipped the barrier.
#include "vm/heap/heap_impl.hpp"
#include "vm/runtime/vm.hpp"

namespace gs::vm {

// Heap invariants 2 and 3 (what is young is found through stacks and the remembered set) and 6 (no reference to a dead cell)
// all show here.
void Marker::check_in_use(const CellHeader* cell) const {
  GS_CHECK(cell->kind > CellKind::kFree && cell->kind < CellKind::kCount, "a referenced cell is in use");
  if (cell->is_large()) {
    GS_CHECK(large_.find(reinterpret_cast<u64>(cell)) == cell, "a referenced large object is in the list");
    return;
  }
  Block* block = blocks_.find(reinterpret_cast<u64>(cell));
  GS_CHECK(block, "a referenced cell lies in a block");
  GS_CHECK(block->find(reinterpret_cast<u64>(cell)) == cell, "a referenced cell was kept by the collection");
}

namespace {

void check_array(const Table* t) {
  GS_CHECK(t->array_length <= t->array_capacity, "an array is within its capacity");
  GS_CHECK((t->array != nullptr) == (t->array_capacity != 0), "an array with capacity has storage");
  if (t->array) GS_CHECK(t->array_capacity <= storage_cell(t->array)->aux, "an array is within its storage");
  for (u32 i = 0; i < t->array_length; i++) {
    Value v = t->array[i];
    switch (t->array_kind()) {
      case ArrayKind::kEmpty: GS_CHECK(false, "an array of kind empty has no elements"); break;
      case ArrayKind::kInts: GS_CHECK(v.is_small_int(), "an array of kind ints holds inline ints"); break;
      case ArrayKind::kDoubles: GS_CHECK(v.is_double(), "an array of kind doubles holds doubles"); break;
      case ArrayKind::kBooleans: GS_CHECK(v.is_boolean(), "an array of kind booleans holds booleans"); break;
      case ArrayKind::kAny: GS_CHECK(!v.is_raised() && !v.is_multi(), "an array holds values of the language"); break;
    }
  }
}

void check_hash(const HashPart* hash) {
  GS_CHECK(hash->used <= hash->capacity && hash->live <= hash->used, "a hash part is within its capacity");
  u32 live = 0;
  for (u32 i = 0; i < hash->used; i++) live += !hash->entries[i].value.is_nil();
  GS_CHECK(live == hash->live, "a hash part knows how many entries have values");
  for (u32 i = 0; i <= hash->index_mask; i++) {
    u32 word = hash->index()[i];
    GS_CHECK(word == HashPart::kFreeIndex || (word & hash->index_mask) < hash->used, "a hash index names entries");
  }
}

void check_table(const Table* t) {
  const Shape* shape = t->shape;
  if (!shape) return;  // being made
  GS_CHECK(shape->kind == CellKind::kShape, "a table has a shape");
  GS_CHECK(bool(t->flags & Table::kDictionary) == shape->is_dictionary(), "a dictionary has a dictionary's shape");
  usize room = Block::of(t)->cell_size - sizeof(Table);
  GS_CHECK(shape->inline_capacity * sizeof(Value) <= room, "a table's cell has its shape's inline slots");
  if (shape->field_count > shape->inline_capacity && t->overflow) {
    GS_CHECK(shape->field_count - shape->inline_capacity <= storage_cell(t->overflow)->aux,
             "overflow fields have room");
  }
  check_array(t);
  if (t->hash) check_hash(t->hash);
}

// Heap invariant 5: shapes are immortal, so are their keys.
void check_shape(const Shape* shape) {
  for (u32 i = 0; i < shape->field_count; i++) {
    if (shape->keys[i]) GS_CHECK(shape->keys[i]->is_interned(), "a shape's keys are interned");
  }
  if (!shape->parent) return;
  GS_CHECK(shape->field_count - shape->parent->field_count <= 1, "a transition adds at most one field");
  GS_CHECK(shape->inline_capacity == shape->parent->inline_capacity, "transitions keep the inline capacity");
}

void check_string(const String* s) {
  if (!s->data) return;  // being made
  if (s->flags & String::kExternal) {
    auto* storage = static_cast<const StringStorage*>(s->storage);
    GS_CHECK(s->data >= storage->bytes && s->data + s->length <= storage->bytes + storage->used,
             "a string's bytes are in its storage");
  } else {
    GS_CHECK(s->data == s->inline_bytes, "a string's bytes follow its header");
  }
}

void check_cell(const CellHeader* cell) {
  if (cell->kind == CellKind::kTable) check_table(static_cast<const Table*>(cell));
  if (cell->kind == CellKind::kShape) check_shape(static_cast<const Shape*>(cell));
  if (cell->kind == CellKind::kString) check_string(static_cast<const String*>(cell));
}

// Heap invariants 1 (the cells in use are those at cell starts) and 4 (none of them young).
void check_block(Block* block) {
  GS_CHECK(block->cell_size == kClassSizes[block->size_class], "a block holds cells of its class");
  GS_CHECK((block->cursor - Block::first_cell()) % block->cell_size == 0, "a block's cursor is at a cell");
  for (usize offset = 0; offset < Block::kSize; offset += kGranule) {
    if (!Block::test(block->live, offset)) continue;
    bool at_cell =
        offset >= Block::first_cell() && offset < block->end && (offset - Block::first_cell()) % block->cell_size == 0;
    GS_CHECK(at_cell, "live bits are at cell starts");
    auto* cell = reinterpret_cast<CellHeader*>(block->at(offset));
    GS_CHECK(cell->kind != CellKind::kFree && cell->kind < CellKind::kCount, "a live cell has a kind");
    GS_CHECK(cell->gc != GcState::kYoung, "a live cell is old");
    GS_CHECK(!cell->is_large(), "a cell in a block is small");
  }
  block->each_cell(check_cell);
}

}  // namespace

void Heap::Impl::verify() {
  if (cycle == Cycle::kSweeping) finish_sweep();
  small.each_block(check_block);
  large.each_cell([](CellHeader* cell) { GS_CHECK(cell->is_large(), "a large object knows that it is one"); });
  large.each_cell(check_cell);
  strings.each([this](String* s) {
    marker.check_in_use(s);
    GS_CHECK(s->is_interned() && s->aux == hash_bytes(view(s), heap.hash_seed_),
             "the string table holds interned strings");
    GS_CHECK(strings.find(view(s), s->aux) == s, "an interned string is found under its content");
  });
  for (CellHeader* cell : remembered) {
    GS_CHECK(cell->gc == GcState::kRemembered, "cells in the remembered set know it");
    marker.check_in_use(cell);
  }
  if (!is_marking()) verify_reachability();
}

// The marks are those of the last collection afterwards; cells made since keep none.
void Heap::Impl::verify_reachability() {
  CellList remembered_now;
  remembered_now.swap(remembered);
  is_collecting = true;
  std::vector<CellHeader*> marked_large;
  large.each_cell([&](CellHeader* cell) {
    if (large.is_marked(cell)) marked_large.push_back(cell);
  });
  small.clear_marks();
  large.clear_marks();
  std::vector<std::pair<CellHeader*, GcState>> states;
  auto save_state = [&](CellHeader* cell) { states.push_back({cell, cell->gc}); };
  small.each_block([&](Block* block) { block->each_cell(save_state); });
  large.each_cell(save_state);
  marker.begin(Marker::Mode::kVerify);
  mark_roots();
  marker.drain();
  marker.converge_ephemerons();
  marker.end();
  for (auto [cell, state] : states) cell->gc = state;
  small.each_block([](Block* block) { block->restore_marks(); });
  large.clear_marks();
  for (CellHeader* cell : marked_large) large.mark(cell);
  remembered.swap(remembered_now);
  is_collecting = false;
}

void Heap::verify() {
  impl_->stack_from = static_cast<const char*>(__builtin_frame_address(0));
  impl_->verify();
}

}  // namespace gs::vm
