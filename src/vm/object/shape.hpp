// Shapes (hidden classes): the layout of a table's named fields and, for shared metatables, the metatable itself, so that one
// compare of a shape pointer proves both.
//
// A shape is immutable; adding a field or setting a metatable moves a table along a transition to another shape. Slot i of a
// table belongs to keys[i]; the first `inline_capacity` slots are in the table cell, the others in its overflow storage.
// One-off metatables (a fresh one for each object) must not blow up the tree: such a metatable is kept in a hidden field
// (key null) of the object when a shape has already taken up several metatables that were set only once. Keys are interned strings: a
// longer string key makes its table a dictionary. Shapes live as long as the VM; their number is bounded: past the bounds
// tables fall to dictionary mode, whose shapes have no fields (but perhaps the hidden one).
#pragma once

#include "vm/object/objects.hpp"

namespace gs::vm {

struct ShapeTransitions;

struct Shape : CellHeader {
  Table* metatable;       // shared metatable, or null
  ShapeTransitions* transitions;  // null if none yet; owned, outside the heap
  Shape* parent;
  u32 field_count;
  u16 inline_capacity;
  u16 metatable_slot;     // slot of the hidden own-metatable field, or kNoSlot
  u32 index_mask;         // size - 1 of the key index that follows keys; 0: few fields, search keys linearly
  u32 pad;
  String* keys[];         // field_count of them, then u16 index[index_mask + 1]

  static constexpr u16 kNoSlot = 0xffff;
  static constexpr u8 kDictionary = 1;  // flags
  bool is_dictionary() const { return flags & kDictionary; }
  u16* index() { return reinterpret_cast<u16*>(keys + field_count); }
  const u16* index() const { return reinterpret_cast<const u16*>(keys + field_count); }
};

constexpr u32 kMaxInlineFields = 30;
constexpr u32 kMaxShapeFields = 512;  // more named fields: dictionary mode
constexpr u32 kMaxShapes = 60000;

// The VM's shapes: roots by inline capacity, transitions.
class Shapes {
 public:
  explicit Shapes(Vm& vm);
  ~Shapes();
  // Shape of an empty table with room for `inline_capacity` (rounded up to even) fields. Null only if out of memory (raised).
  Shape* root(u32 inline_capacity);
  // The same if it was asked for before, else null.
  Shape* known_root(u32 inline_capacity) const { return roots_[(inline_capacity + 1) / 2]; }
  // Shape of a dictionary-mode table.
  Shape* dictionary_root(u32 inline_capacity);
  // Null if the transition would exceed the bounds (`raised` tells it from out of memory).
  Shape* add_field(Shape* from, String* key);
  Shape* with_metatable(Shape* from, Table* metatable);
  Shape* add_own_metatable_slot(Shape* from);
  template <typename Visitor>
  void each_root(Visitor visit) {
    for (Shape* shape : roots_) {
      if (shape) visit(shape);
    }
    for (Shape* shape : dictionary_roots_) {
      if (shape) visit(shape);
    }
  }
  u32 count() const { return count_; }

 private:
  Shape* make(Shape* parent, u32 inline_capacity, String* key, bool adds_slot, Table* metatable);
  Shape* transition(Shape* from, const void* added, String* key, bool adds_slot, Table* metatable);
  static constexpr u8 kDictionary = Shape::kDictionary;
  Vm& vm_;
  Shape* roots_[kMaxInlineFields / 2 + 1] = {};
  Shape* dictionary_roots_[kMaxInlineFields / 2 + 1] = {};
  u32 count_ = 0;
};

// Visits every transition target of a shape (the collector; roots_ and this reach all shapes).
void each_transition(const Shape* shape, void (*visit)(void* context, Shape* target), void* context);
void free_transitions(Shape* shape);

// Slot of `key`, or -1.
i32 shape_find(const Shape* shape, const String* key);

inline Value* field_slot(Table* t, u32 slot) {
  u32 inline_capacity = t->shape->inline_capacity;
  return slot < inline_capacity ? &t->slots[slot] : &t->overflow[slot - inline_capacity];
}
inline const Value* field_slot(const Table* t, u32 slot) { return field_slot(const_cast<Table*>(t), slot); }

}  // namespace gs::vm
