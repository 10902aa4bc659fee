#include "vm/object/table.hpp"

#include <algorithm>
#include <cstring>

#include "prim/arith.hpp"
#include "vm/heap/heap.hpp"
#include "vm/object/shape.hpp"
#include "vm/object/table_hash_ops.hpp"
#include "vm/runtime/vm.hpp"

namespace gs::vm {

namespace {

constexpr u32 kMaxDynamicFields = 24;  // t[k] = v with string keys: a dictionary beyond so many fields
constexpr u64 kHashPhase = 2ull << 32;
constexpr u64 kCursorMask = kFieldPhase - 1;

u32 overflow_capacity(const Table* t) {
  return t->overflow ? reinterpret_cast<const CellHeader*>(t->overflow - 1)->aux : 0;
}

// Room for field slot `slot`.
bool ensure_slot(Vm& vm, Table* t, u32 slot) {
  u32 inline_capacity = t->shape->inline_capacity;
  if (slot < inline_capacity) return true;
  u32 needed = slot - inline_capacity + 1;
  u32 capacity = overflow_capacity(t);
  if (needed <= capacity) return true;
  Value* grown = vm.heap().grow_values(t->overflow, capacity, std::max(needed, capacity ? capacity * 2 : 4));
  if (!grown) return false;
  t->overflow = grown;
  vm.heap().barrier(t);
  return true;
}

void shape_changed(Vm& vm, Table* t) {
  if (t->flags & Table::kIsPrototype) vm.meta_epoch++;
}

// A metamethod of a metatable changed: caches that relied on it expire.
void note_event_change(Vm& vm, const Table* t, const String* key) {
  if ((t->flags & (Table::kIsMetatable | Table::kIsPrototype)) && key->length > 2 && key->data[0] == '_' &&
      key->data[1] == '_') {
    vm.meta_epoch++;
  }
}

// ---- order of named fields that were removed and stored again

u32 field_sequence(const Table* t, u32 slot) {
  const FieldOrder* order = t->hash ? t->hash->order : nullptr;
  return order && slot < order->count ? order->sequence[slot] : slot;
}

bool is_last_in_order(const Table* t, u32 slot) {
  u32 own = field_sequence(t, slot);
  for (u32 i = 0; i < t->shape->field_count; i++) {
    if (i != slot && t->shape->keys[i] && !field_slot(t, i)->is_nil() && field_sequence(t, i) > own) return false;
  }
  return true;
}

bool move_to_end(Vm& vm, Table* t, u32 slot) {
  HashPart* hash = ensure_hash(vm, t, 0);
  if (!hash) return false;
  u32 fields = t->shape->field_count;
  FieldOrder* order = hash->order;
  if (!order || order->count < fields) {
    auto* grown = vm.heap().allocate_cell<FieldOrder>(CellKind::kRaw, sizeof(FieldOrder) + fields * sizeof(u32));
    if (!grown) return false;
    for (u32 i = 0; i < fields; i++) grown->sequence[i] = field_sequence(t, i);
    grown->count = fields;
    grown->next = order && order->next > fields ? order->next : fields;
    hash->order = order = grown;
    vm.heap().barrier(hash);
    vm.heap().barrier(t);
  }
  order->sequence[slot] = order->next++;
  return true;
}

// Slot of the live field with the least sequence number >= `from`, or -1.
i32 next_field(const Table* t, u32 from, u32& sequence) {
  i32 best = -1;
  const Shape* shape = t->shape;
  bool plain = !t->hash || !t->hash->order;
  for (u32 slot = plain ? from : 0; slot < shape->field_count; slot++) {
    if (!shape->keys[slot] || field_slot(t, slot)->is_nil()) continue;
    u32 own = field_sequence(t, slot);
    if (own < from || (best >= 0 && own > sequence)) continue;
    best = i32(slot);
    sequence = own;
    if (plain) break;
  }
  return best;
}

// ---- dictionary mode

// Moves the named fields into the hash, in front of its other keys.
bool to_dictionary(Vm& vm, Table* t) {
  Shape* shape = t->shape;
  HashPart* old = t->hash;
  u32 live = old ? old->live : 0;
  HashPart* fresh = new_hash(vm, shape->field_count + live + 4);
  Shape* root = fresh ? vm.shapes().dictionary_root(shape->inline_capacity) : nullptr;
  if (!root) return false;
  u32 sequence = 0, from = 0;
  for (i32 slot; (slot = next_field(t, from, sequence)) >= 0; from = sequence + 1) {
    hash_append(fresh, Value::string(shape->keys[slot]), *field_slot(t, u32(slot)));
  }
  for (u32 i = 0; old && i < old->used; i++) {
    if (!old->entries[i].value.is_nil()) hash_append(fresh, old->entries[i].key, old->entries[i].value);
  }
  Table* metatable = table_metatable(t);
  if (metatable) {
    root = vm.shapes().add_own_metatable_slot(root);
    if (!root) return vm.is_raising() ? false : (vm.raise_out_of_memory(), false);
  }
  t->shape = root;
  t->hash = fresh;
  t->flags |= Table::kDictionary;
  if (metatable) {
    if (!ensure_slot(vm, t, root->metatable_slot)) return false;
    *field_slot(t, root->metatable_slot) = Value::table(metatable);
  }
  vm.heap().barrier(t);
  vm.meta_epoch += (t->flags & Table::kIsPrototype) != 0;
  return true;
}

bool dictionary_set(Vm& vm, Table* t, Value key, Value value) {
  if (t->flags & Table::kIsPrototype) vm.meta_epoch++;
  return hash_set(vm, t, key, value);
}

// Stores to a field the table does not have yet.
bool add_field(Vm& vm, Table* t, String* key, Value value, u32 max_fields) {
  bool hash_in_use = t->hash && t->hash->live;
  Shape* target = nullptr;
  if (!hash_in_use && key->is_interned() && t->shape->field_count < max_fields) {
    target = vm.shapes().add_field(t->shape, key);
    if (!target && vm.is_raising()) return false;
  }
  if (!target) {
    shape_changed(vm, t);
    return to_dictionary(vm, t) && hash_set(vm, t, Value::string(key), value);
  }
  u32 slot = target->field_count - 1;
  if (!ensure_slot(vm, t, slot)) return false;
  t->shape = target;
  *field_slot(t, slot) = value;
  vm.heap().barrier(t);
  shape_changed(vm, t);
  note_event_change(vm, t, key);
  return !(t->hash && t->hash->order) || move_to_end(vm, t, slot);
}

bool set_field(Vm& vm, Table* t, String* key, Value value, u32 max_fields) {
  if (t->flags & Table::kDictionary) {
    note_event_change(vm, t, key);
    if (!value.is_nil()) return dictionary_set(vm, t, Value::string(key), value);
    HashEntry* entry = t->hash ? hash_find(t->hash, Value::string(key)) : nullptr;
    if (entry && !entry->value.is_nil()) {
      entry->value = value;
      t->hash->live--;
      if (t->flags & Table::kIsPrototype) vm.meta_epoch++;
    }
    return true;
  }
  i32 slot = key->is_interned() ? shape_find(t->shape, key) : -1;
  if (slot < 0) return value.is_nil() || add_field(vm, t, key, value, max_fields);
  Value* place = field_slot(t, u32(slot));
  note_event_change(vm, t, key);
  if (place->is_nil() != value.is_nil()) {
    shape_changed(vm, t);
    if (!value.is_nil() && !is_last_in_order(t, u32(slot))) {
      if (t->hash && t->hash->live) return to_dictionary(vm, t) && hash_set(vm, t, Value::string(key), value);
      if (!move_to_end(vm, t, u32(slot))) return false;
    } else if (!value.is_nil() && t->hash && t->hash->live) {
      return to_dictionary(vm, t) && hash_set(vm, t, Value::string(key), value);
    }
  }
  *field_slot(t, u32(slot)) = value;
  vm.heap().barrier(t);
  return true;
}

// ---- array part

bool grow_array(Vm& vm, Table* t, usize needed) {
  if (needed > 0xfffffff0ull) {
    vm.raise_out_of_memory();
    return false;
  }
  usize capacity = usize(t->array_capacity) + t->array_capacity / 2;
  if (t->array_capacity < 1024) capacity = usize(t->array_capacity) * 2;
  if (capacity < 4) capacity = 4;
  if (capacity < needed) capacity = needed;
  if (capacity > 0xfffffff0ull) capacity = 0xfffffff0ull;
  Value* grown = vm.heap().grow_values(t->array, t->array_capacity, u32(capacity));
  if (!grown) return false;
  t->array = grown;
  t->array_capacity = u32(capacity);
  vm.heap().barrier(t);
  return true;
}

// The kind of an array of `kind` after storing v.
ArrayKind widen(ArrayKind kind, Value v) {
  ArrayKind own = kind_of_element(v);
  return kind == ArrayKind::kEmpty ? own : kind == own ? kind : ArrayKind::kAny;
}

void note_element(Table* t, Value v) { t->detail = u8(widen(t->array_kind(), v)); }

// Key n + 1 joined the array: keys that follow and wait in the hash do so too.
bool pull_from_hash(Vm& vm, Table* t) {
  while (t->hash && t->hash->live) {
    Value key = vm.integer(i64(t->array_length) + 1);
    HashEntry* entry = hash_find(t->hash, key);
    if (!entry || entry->value.is_nil()) break;
    Value v = entry->value;
    if (t->array_length == t->array_capacity && !grow_array(vm, t, usize(t->array_length) + 1)) return false;
    entry->value = Value::nil();
    t->hash->live--;
    t->array[t->array_length++] = v;
    note_element(t, v);
    vm.heap().barrier(t);  // an entry that is remembered may have become an element
  }
  return true;
}

void shrink_after_removal(Table* t) {
  while (t->array_length && t->array[t->array_length - 1].is_nil()) t->array_length--;
  if (t->array_length == 0) t->detail = u8(ArrayKind::kEmpty);
}

bool push_element(Vm& vm, Table* t, Value value) {
  if (t->array_length == t->array_capacity && !grow_array(vm, t, usize(t->array_length) + 1)) return false;
  t->array[t->array_length++] = value;
  note_element(t, value);
  vm.heap().barrier_element(t, t->array_length - 1);
  return !(t->hash && t->hash->live) || pull_from_hash(vm, t);
}

void hash_remove(Table* t, Value key) {
  HashEntry* entry = t->hash ? hash_find(t->hash, key) : nullptr;
  if (!entry || entry->value.is_nil()) return;
  entry->value = Value::nil();
  t->hash->live--;
}

}  // namespace

Table* new_table(Vm& vm, u32 array_capacity, u32 field_capacity) {
  Shape* root = vm.shapes().root(field_capacity < kMaxInlineFields ? field_capacity : kMaxInlineFields);
  return root ? new_table_of_shape(vm, root, array_capacity) : nullptr;
}

Table* new_table_of_shape(Vm& vm, Shape* shape, u32 array_capacity) {
  u32 slots = shape->inline_capacity;
  auto* t = vm.heap().allocate_cell<Table>(CellKind::kTable, sizeof(Table) + slots * 8);
  if (!t) return nullptr;
  t->shape = shape;
  for (u32 i = 0; i < slots; i++) t->slots[i] = Value::nil();
  if (array_capacity && !table_reserve_array(vm, t, array_capacity)) return nullptr;
  if (shape->field_count > slots && !ensure_slot(vm, t, shape->field_count - 1)) return nullptr;
  return t;
}

bool table_reserve_array(Vm& vm, Table* t, usize capacity) {
  return capacity <= t->array_capacity || grow_array(vm, t, capacity);
}

bool table_init_array(Vm& vm, Table* t, const Value* values, usize count) {
  return table_extend_array(vm, t, 0, values, count);
}

bool table_extend_array(Vm& vm, Table* t, usize start, const Value* values, usize count) {
  while (count && values[count - 1].is_nil()) count--;
  if (!count) return true;
  if (!table_reserve_array(vm, t, start + count)) return false;
  for (usize i = t->array_length; i < start; i++) {
    t->array[i] = Value::nil();
    t->detail = u8(ArrayKind::kAny);
  }
  for (usize i = 0; i < count; i++) {
    t->array[start + i] = values[i];
    note_element(t, values[i]);
  }
  t->array_length = u32(start + count);
  vm.heap().barrier(t);
  return true;
}

Value table_get_int(const Table* t, i64 key) {
  u64 at = u64(key) - 1;
  if (GS_LIKELY(at < t->array_length)) return t->array[at];
  if (!t->hash) return Value::nil();
  BoxedInt boxed{};
  Value k;
  if (Value::fits_inline(key)) {
    k = Value::small_int(key);
  } else {
    boxed.value = key;
    k = Value::boxed_int(&boxed);
  }
  HashEntry* entry = hash_find(t->hash, k);
  return entry ? entry->value : Value::nil();
}

Value table_get_string(const Table* t, String* key) {
  bool is_interned = key->is_interned();
  if (GS_LIKELY(!(t->flags & Table::kDictionary))) {
    i32 slot = is_interned ? shape_find(t->shape, key) : -1;
    return slot < 0 ? Value::nil() : *field_slot(t, u32(slot));
  }
  if (!t->hash) return Value::nil();
  Value k = Value::string(key);
  HashEntry* entry = GS_LIKELY(is_interned) ? hash_find_identical(t->hash, k) : hash_find(t->hash, k);
  return entry ? entry->value : Value::nil();
}

Value table_get(const Table* t, Value key) {
  if (GS_LIKELY(key.is_small_int())) {
    u64 at = u64(key.as_small_int()) - 1;
    if (at < t->array_length) return t->array[at];
    HashEntry* entry = t->hash ? hash_find_identical(t->hash, key) : nullptr;
    return entry ? entry->value : Value::nil();
  }
  if (key.is_string()) return table_get_string(t, key.as_string());
  if (key.is_int()) return table_get_int(t, key.as_int());
  i64 n;
  if (key.is_double() && prim::to_int_exact(key.as_double(), n)) return table_get_int(t, n);
  HashEntry* entry = t->hash ? hash_find(t->hash, key) : nullptr;
  return entry ? entry->value : Value::nil();
}

Value table_get_name(Vm& vm, const Table* t, std::string_view key) {
  String* s = vm.string(key);
  return s ? table_get_string(t, s) : Value::nil();
}

bool table_set_int(Vm& vm, Table* t, i64 key, Value value) {
  u64 at = u64(key) - 1;
  if (GS_LIKELY(at < t->array_length)) {
    t->array[at] = value;
    if (GS_UNLIKELY(value.is_nil())) {
      t->detail = u8(ArrayKind::kAny);
      if (at + 1 == t->array_length) shrink_after_removal(t);
      return true;
    }
    note_element(t, value);
    vm.heap().barrier_element(t, u32(at));
    return true;
  }
  if (at == t->array_length && !value.is_nil()) {
    // Stored out of order before: key n + 1 may still be marked in the hash.
    if (t->hash && t->hash->live) hash_remove(t, Value::small_int(key));
    return push_element(vm, t, value);
  }
  Value k = vm.integer(key);
  if (k.is_raised()) return false;
  if (value.is_nil()) {
    hash_remove(t, k);
    return true;
  }
  return hash_set(vm, t, k, value);
}

bool table_set_string(Vm& vm, Table* t, String* key, Value value) {
  return set_field(vm, t, key, value, kMaxShapeFields);
}

bool table_set_name(Vm& vm, Table* t, std::string_view key, Value value) {
  String* s = vm.string(key);
  return s && table_set_string(vm, t, s, value);
}

bool table_set(Vm& vm, Table* t, Value key, Value value) {
  if (key.is_string()) {
    return set_field(vm, t, key.as_string(), value, kMaxDynamicFields);
  }
  if (key.is_int()) return table_set_int(vm, t, key.as_int(), value);
  if (key.is_double()) {
    i64 n;
    if (prim::to_int_exact(key.as_double(), n)) return table_set_int(vm, t, n, value);
    if (key.as_double() != key.as_double()) {
      vm.raise("table index is NaN");
      return false;
    }
  }
  if (key.is_nil()) {
    vm.raise("table index is nil");
    return false;
  }
  if (value.is_nil()) {
    hash_remove(t, key);
    return true;
  }
  return hash_set(vm, t, key, value);
}

bool table_update(Vm& vm, Table* t, Value key, Value value) {
  HashPart* hash = t->hash;
  if (!hash || value.is_nil()) return false;
  if (key.is_small_int()) {
    if (u64(key.as_small_int()) - 1 < t->array_length) return false;
  } else {
    bool is_plain = (t->flags & (Table::kDictionary | Table::kIsPrototype | Table::kIsMetatable)) == Table::kDictionary;
    if (!is_plain || !key.is_string() || !key.as_string()->is_interned()) return false;
  }
  HashEntry* entry = hash_find_identical(hash, key);
  if (!entry || entry->value.is_nil()) return false;
  entry->value = value;
  vm.heap().barrier_entry(t, u32(entry - hash->entries));
  return true;
}

bool table_append(Vm& vm, Table* t, Value value) {
  return value.is_nil() || table_set_int(vm, t, i64(t->array_length) + 1, value);
}

bool table_next(const Table* t, u64& cursor, Value& key, Value& value) {
  if (cursor < kFieldPhase) {
    for (u64 i = cursor; i < t->array_length; i++) {
      if (t->array[i].is_nil()) continue;
      key = Value::small_int(i64(i) + 1);
      value = t->array[i];
      cursor = i + 1;
      return true;
    }
    cursor = kFieldPhase;
  }
  if (cursor < kHashPhase) {
    u32 from = u32(cursor & kCursorMask);
    // The usual case first: no field was ever removed.
    if (from < t->shape->field_count && !t->hash && t->shape->keys[from] && !field_slot(t, from)->is_nil()) {
      key = Value::string(t->shape->keys[from]);
      value = *field_slot(t, from);
      cursor++;
      return true;
    }
    u32 sequence = 0;
    i32 slot = next_field(t, from, sequence);
    if (slot >= 0) {
      key = Value::string(t->shape->keys[slot]);
      value = *field_slot(t, u32(slot));
      cursor = kFieldPhase + sequence + 1;
      return true;
    }
    cursor = kHashPhase;
  }
  const HashPart* hash = t->hash;
  for (u64 i = cursor & kCursorMask; hash && i < hash->used; i++) {
    if (hash->entries[i].value.is_nil()) continue;
    key = hash->entries[i].key;
    value = hash->entries[i].value;
    cursor = kHashPhase + i + 1;
    return true;
  }
  return false;
}

bool table_cursor_after(const Table* t, Value key, u64& cursor) {
  if (key.is_nil()) {
    cursor = 0;
    return true;
  }
  i64 n;
  bool is_int = key.is_int() || (key.is_double() && prim::to_int_exact(key.as_double(), n));
  if (is_int) {
    n = key.is_int() ? key.as_int() : n;
    // An int removed from the array's end during the iteration is still a place in the array.
    if (u64(n) - 1 < t->array_capacity) {
      bool hashed = u64(n) > t->array_length && t->hash && hash_find(t->hash, Value::small_int(n));
      if (!hashed) {
        cursor = u64(n);
        return true;
      }
    }
    if (Value::fits_inline(n)) key = Value::small_int(n);
  }
  if (key.is_string() && key.as_string()->is_interned() && !(t->flags & Table::kDictionary)) {
    i32 slot = shape_find(t->shape, key.as_string());
    if (slot < 0) return false;
    cursor = kFieldPhase + field_sequence(t, u32(slot)) + 1;
    return true;
  }
  HashEntry* entry = t->hash ? hash_find(t->hash, key) : nullptr;
  if (!entry) return false;
  cursor = kHashPhase + u64(entry - t->hash->entries) + 1;
  return true;
}

Table* table_metatable(const Table* t) {
  if (!(t->flags & Table::kHasMetatable)) return nullptr;
  if (t->shape->metatable) return t->shape->metatable;
  return field_slot(t, t->shape->metatable_slot)->as_table();
}

namespace {

// The shape with the fields of `from` under another (or no) shared metatable; null if there is no such (then see is_raising).
Shape* reshape(Vm& vm, Shape* from, Table* metatable) {
  Shape* shape = vm.shapes().root(from->inline_capacity);
  if (shape && metatable) shape = vm.shapes().with_metatable(shape, metatable);
  for (u32 i = 0; shape && i < from->field_count; i++) shape = vm.shapes().add_field(shape, from->keys[i]);
  return shape;
}

bool store_own_metatable(Vm& vm, Table* t, Value metatable) {
  if (t->shape->metatable_slot == Shape::kNoSlot) {
    Shape* shape = vm.shapes().add_own_metatable_slot(t->shape);
    if (!shape) {
      if (vm.is_raising() || (t->flags & Table::kDictionary)) return vm.is_raising() ? false : (vm.raise_out_of_memory(), false);
      if (!to_dictionary(vm, t)) return false;
      shape = vm.shapes().add_own_metatable_slot(t->shape);
      if (!shape) return vm.is_raising() ? false : (vm.raise_out_of_memory(), false);
    }
    if (!ensure_slot(vm, t, shape->metatable_slot)) return false;
    t->shape = shape;
  }
  *field_slot(t, t->shape->metatable_slot) = metatable;
  vm.heap().barrier(t);
  return true;
}

u8 weak_flags(Vm& vm, Table* metatable) {
  Value mode = table_get_name(vm, metatable, "__mode");
  u8 flags = 0;
  if (!mode.is_string()) return 0;
  for (char c : view(mode.as_string())) flags |= c == 'k' ? Table::kWeakKeys : c == 'v' ? Table::kWeakValues : 0;
  return flags;
}

}  // namespace

bool table_set_metatable(Vm& vm, Table* t, Table* metatable) {
  Table* old = table_metatable(t);
  if (old == metatable) return true;
  vm.meta_epoch += (t->flags & (Table::kIsPrototype | Table::kIsMetatable)) != 0;
  t->flags &= u8(~(Table::kWeakKeys | Table::kWeakValues));
  if (t->shape->metatable_slot != Shape::kNoSlot) {
    *field_slot(t, t->shape->metatable_slot) = metatable ? Value::table(metatable) : Value::nil();
    vm.heap().barrier(t);
  } else {
    Shape* shape = nullptr;
    if (!(t->flags & Table::kDictionary)) {
      shape = t->shape->metatable || !metatable ? reshape(vm, t->shape, metatable)
                                                : vm.shapes().with_metatable(t->shape, metatable);
    }
    if (vm.is_raising()) return false;
    if (shape) {
      t->shape = shape;
      vm.heap().barrier(t);
    } else {
      if (t->shape->metatable) {
        t->flags &= u8(~Table::kHasMetatable);
        if (!to_dictionary(vm, t)) return false;
      }
      if (metatable && !store_own_metatable(vm, t, Value::table(metatable))) return false;
    }
  }
  if (!metatable) {
    t->flags &= u8(~Table::kHasMetatable);
    return true;
  }
  t->flags |= Table::kHasMetatable;
  metatable->flags |= Table::kIsMetatable;
  t->flags |= weak_flags(vm, metatable);
  if (vm.is_raising()) return false;
  Value finalizer = table_get_name(vm, metatable, "__gc");
  return finalizer.is_nil() ? !vm.is_raising() : vm.heap().register_finalizer(t);
}

bool table_insert_at(Vm& vm, Table* t, i64 position, Value value) {
  usize at = usize(position) - 1;
  usize length = t->array_length;
  if (at == length) return table_set_int(vm, t, position, value);
  if (!push_element(vm, t, t->array[length - 1])) return false;
  std::memmove(static_cast<void*>(t->array + at + 1), t->array + at, (length - 1 - at) * sizeof(Value));
  t->array[at] = value;
  note_element(t, value);
  vm.heap().barrier(t);
  return true;
}

Value table_remove_at(Vm& vm, Table* t, i64 position) {
  usize at = usize(position) - 1;
  Value removed = t->array[at];
  std::memmove(static_cast<void*>(t->array + at), t->array + at + 1, (t->array_length - 1 - at) * sizeof(Value));
  t->array[t->array_length - 1] = Value::nil();
  vm.heap().barrier(t);
  shrink_after_removal(t);
  return removed;
}

}  // namespace gs::vm
