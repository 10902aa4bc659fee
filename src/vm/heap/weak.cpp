// Weak tables (language.md 8, __mode): what they do not keep alive, and how dead entries leave them. Strings and
// numbers count as values, not objects: they are kept.
#include <algorithm>

#include "vm/heap/mark.hpp"
#include "vm/runtime/vm.hpp"

namespace gs::vm {

bool Marker::is_dead(Value v) const {
  return v.is_cell() && !v.is_string() && !v.is_boxed_int() && !is_marked(v.as_cell());
}

void Marker::weak_slot(Value v, bool is_weak) {
  if (!is_weak || v.is_string() || v.is_boxed_int()) value(v);
}

// Reports what the table keeps in any case and puts it on the list of its sort.
void Marker::weak_table(Table* table) {
  bool weak_keys = table->flags & Table::kWeakKeys;
  bool weak_values = table->flags & Table::kWeakValues;
  (!weak_keys ? weak_values_ : weak_values ? all_weak_ : ephemerons_).push_back(table);
  // Named fields and the array have strings and ints for keys.
  if (weak_values) {
    for (u32 i = 0; table->shape && i < table->shape->field_count; i++) {
      weak_slot(*field_slot(table, i), i != table->shape->metatable_slot);
    }
    for (u32 i = 0; i < table->array_length; i++) weak_slot(table->array[i], true);
  } else {
    fields(table);
    for (u32 i = 0; i < table->array_length; i++) value(table->array[i]);
  }
  HashPart* hash = table->hash;
  for (u32 i = 0; hash && i < hash->used; i++) {
    const HashEntry& entry = hash->entries[i];
    weak_slot(entry.key, weak_keys || entry.value.is_nil());
    // With weak keys only, values wait for their keys.
    weak_slot(entry.value, weak_values || entry.key.is_cell());
  }
}

// True if a value was reached that was not before.
bool Marker::visit_ephemeron(Table* table) {
  HashPart* hash = table->hash;
  bool reached = false;
  for (u32 i = 0; hash && i < hash->used; i++) {
    const HashEntry& entry = hash->entries[i];
    if (!is_dead(entry.value) || is_dead(entry.key)) continue;
    value(entry.value);
    reached = true;
  }
  return reached;
}

void Marker::prepare_weak() {
  for (auto* list : {&weak_values_, &ephemerons_, &all_weak_, &with_removed_keys_}) {
    std::sort(list->begin(), list->end());
    list->erase(std::unique(list->begin(), list->end()), list->end());
  }
}

void Marker::converge_ephemerons() {
  for (bool reached = true; reached;) {
    reached = false;
    // Draining may append to the list.
    for (usize i = 0; i < ephemerons_.size(); i++) {
      reached |= visit_ephemeron(ephemerons_[i]);
      keep_shallow();
    }
    drain();
  }
}

// Heap invariant 6: no table refers to a dead cell. A dead key must not stay, for another cell may come to live at its
// address.
void Marker::clear_hash(Table* table, bool keys, bool values) {
  HashPart* hash = table->hash;
  for (u32 i = 0; hash && i < hash->used; i++) {
    HashEntry& entry = hash->entries[i];
    bool key_is_dead = keys && is_dead(entry.key);
    bool value_is_dead = values && is_dead(entry.value);
    if (!key_is_dead && !value_is_dead) continue;
    if (!entry.value.is_nil()) hash->live--;
    entry.value = Value::nil();
    if (key_is_dead) entry.key = Value::empty();
  }
}

void Marker::clear_table_values(Table* table) {
  bool cleared = false;
  for (u32 i = 0; table->shape && i < table->shape->field_count; i++) {
    Value* slot = field_slot(table, i);
    if (i == table->shape->metatable_slot || !is_dead(*slot)) continue;
    *slot = Value::nil();
    cleared = true;
  }
  // Caches along a prototype chain rely on the field being there.
  if (cleared && table->flags & Table::kIsPrototype) vm_.meta_epoch++;
  for (u32 i = 0; i < table->array_length; i++) {
    if (is_dead(table->array[i])) table->array[i] = Value::nil();
  }
  while (table->array_length && table->array[table->array_length - 1].is_nil()) table->array_length--;
  if (!table->array_length) table->detail = u8(ArrayKind::kEmpty);
  clear_hash(table, false, true);
}

void Marker::clear_dead_values(WeakCounts from) {
  for (usize i = from.values; i < weak_values_.size(); i++) clear_table_values(weak_values_[i]);
  for (usize i = from.all; i < all_weak_.size(); i++) clear_table_values(all_weak_[i]);
}

void Marker::clear_dead_keys() {
  for (Table* table : ephemerons_) clear_hash(table, true, true);
  for (Table* table : all_weak_) clear_hash(table, true, true);
  // Keys of removed entries are weak in every table.
  for (Table* table : weak_values_) clear_hash(table, true, true);
}

void Marker::clear_removed_keys() {
  for (Table* table : with_removed_keys_) clear_hash(table, true, false);
  for (Work entry : removed_entries_) {
    auto* table = static_cast<Table*>(entry.cell);
    HashEntry& removed = table->hash->entries[entry.position - kHashPosition];
    if (is_dead(removed.key)) removed.key = Value::empty();
  }
}

}  // namespace gs::vm
