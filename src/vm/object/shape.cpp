#include "vm/object/shape.hpp"

#include <cstring>

#include "vm/heap/heap.hpp"
#include "vm/runtime/vm.hpp"

namespace gs::vm {

namespace {

constexpr u32 kLinearFields = 8;          // up to so many fields are searched without an index
constexpr u32 kMaxTransitions = 128;      // of one shape, of each sort
constexpr u32 kMaxOneOffMetatables = 8;   // metatables seen once that one shape takes up

u32 key_hash(const String* key) { return u32(u64(key) >> 4) * 0x9E3779B1u; }

u32 index_size_for(u32 fields) {
  if (fields <= kLinearFields) return 0;
  u32 size = 16;
  while (size < fields * 2) size *= 2;
  return size;
}

}  // namespace

// Targets by what was added: a key (String*), a metatable (Table*), or null for the hidden own-metatable field.
struct ShapeTransitions {
  struct Entry {
    const void* added;
    Shape* target;
  };
  std::vector<Entry> entries;
  u32 metatables = 0;

  Shape* find(const void* added) const {
    for (const Entry& entry : entries) {
      if (entry.added == added) return entry.target;
    }
    return nullptr;
  }
};

void each_transition(const Shape* shape, void (*visit)(void*, Shape*), void* context) {
  if (!shape->transitions) return;
  for (const auto& entry : shape->transitions->entries) visit(context, entry.target);
}

void free_transitions(Shape* shape) {
  delete shape->transitions;
  shape->transitions = nullptr;
}

Shapes::Shapes(Vm& vm) : vm_(vm) {}
Shapes::~Shapes() = default;

Shape* Shapes::make(Shape* parent, u32 inline_capacity, String* key, bool adds_slot, Table* metatable) {
  u32 fields = (parent ? parent->field_count : 0) + u32(adds_slot);
  u32 index_size = index_size_for(fields);
  auto* shape = vm_.heap().allocate_cell<Shape>(CellKind::kShape, sizeof(Shape) + fields * 8 + index_size * 2);
  if (!shape) return nullptr;
  shape->parent = parent;
  shape->metatable = metatable;
  shape->inline_capacity = u16(inline_capacity);
  shape->metatable_slot = parent ? parent->metatable_slot : Shape::kNoSlot;
  shape->field_count = fields;
  if (parent) {
    std::memcpy(shape->keys, parent->keys, parent->field_count * 8);
    shape->flags |= parent->flags & kDictionary;
  }
  if (adds_slot) {
    shape->keys[fields - 1] = key;
    if (!key) shape->metatable_slot = u16(fields - 1);
  }
  if (index_size) {
    shape->index_mask = index_size - 1;
    std::memset(shape->index(), 0xff, index_size * 2);
    for (u32 slot = 0; slot < fields; slot++) {
      u32 at = key_hash(shape->keys[slot]) & shape->index_mask;
      while (shape->index()[at] != Shape::kNoSlot) at = (at + 1) & shape->index_mask;
      shape->index()[at] = u16(slot);
    }
  }
  count_++;
  return shape;
}

Shape* Shapes::root(u32 inline_capacity) {
  u32 at = (inline_capacity + 1) / 2;
  if (!roots_[at]) roots_[at] = make(nullptr, at * 2, nullptr, false, nullptr);
  return roots_[at];
}

Shape* Shapes::dictionary_root(u32 inline_capacity) {
  u32 at = (inline_capacity + 1) / 2;
  if (!dictionary_roots_[at]) {
    dictionary_roots_[at] = make(nullptr, at * 2, nullptr, false, nullptr);
    if (dictionary_roots_[at]) dictionary_roots_[at]->flags |= kDictionary;
  }
  return dictionary_roots_[at];
}

Shape* Shapes::transition(Shape* from, const void* added, String* key, bool adds_slot, Table* metatable) {
  if (from->transitions) {
    if (Shape* known = from->transitions->find(added)) return known;
    if (from->transitions->entries.size() >= kMaxTransitions) return nullptr;
  }
  if (count_ >= kMaxShapes) return nullptr;
  constexpr usize kBytes = 2 * sizeof(ShapeTransitions::Entry);  // a list has up to twice the room it needs
  Shape* shape = make(from, from->inline_capacity, key, adds_slot, metatable);
  if (!shape) return nullptr;
  vm_.heap().account_unchecked(kBytes);
  if (!from->transitions) from->transitions = new ShapeTransitions;
  from->transitions->entries.push_back({added, shape});
  vm_.heap().barrier(from);
  return shape;
}

Shape* Shapes::add_field(Shape* from, String* key) {
  if (from->field_count >= kMaxShapeFields || from->is_dictionary()) return nullptr;
  return transition(from, key, key, true, from->metatable);
}

Shape* Shapes::with_metatable(Shape* from, Table* metatable) {
  if (from->is_dictionary()) return nullptr;
  if (from->transitions) {
    if (Shape* known = from->transitions->find(metatable)) return known;
    bool seen = metatable->flags & Table::kIsMetatable;
    if (!seen && from->transitions->metatables >= kMaxOneOffMetatables) return nullptr;
  }
  Shape* shape = transition(from, metatable, nullptr, false, metatable);
  if (shape) from->transitions->metatables++;
  return shape;
}

Shape* Shapes::add_own_metatable_slot(Shape* from) { return transition(from, nullptr, nullptr, true, nullptr); }

i32 shape_find(const Shape* shape, const String* key) {
  if (!shape->index_mask) {
    for (u32 slot = 0; slot < shape->field_count; slot++) {
      if (shape->keys[slot] == key) return i32(slot);
    }
    return -1;
  }
  u32 at = key_hash(key) & shape->index_mask;
  for (;;) {
    u16 slot = shape->index()[at];
    if (slot == Shape::kNoSlot) return -1;
    if (shape->keys[slot] == key) return slot;
    at = (at + 1) & shape->index_mask;
  }
}

}  // namespace gs::vm
