// Tables (language.md 7): raw reads and stores, the array model, iteration in order. No metamethods here: generic_index does
// those. Stores return false after raising (out of memory, nil or NaN key).
//
// Three stores: array part (1..n), named fields described by the shape, and a general insertion-ordered hash. Invariant T1:
// every named field was inserted before every key of the hash, so order = array, fields, hash. Fields re-inserted after removal keep
// their slot and get a sequence number (table_order) instead.
#pragma once

#include "vm/object/objects.hpp"

namespace gs::vm {

Table* new_table(Vm& vm, u32 array_capacity = 0, u32 field_capacity = 0);  // null = raised

Table* new_table_of_shape(Vm& vm, Shape* shape, u32 array_capacity = 0);

Value table_get(const Table* t, Value key);  // any key; nil if absent
Value table_get_int(const Table* t, i64 key);
Value table_get_string(const Table* t, String* key);
// For natives' constant names: content need not be interned yet.
Value table_get_name(Vm& vm, const Table* t, std::string_view key);

[[nodiscard]] bool table_set(Vm& vm, Table* t, Value key, Value value);
[[nodiscard]] bool table_set_int(Vm& vm, Table* t, i64 key, Value value);
[[nodiscard]] bool table_set_string(Vm& vm, Table* t, String* key, Value value);
[[nodiscard]] bool table_set_name(Vm& vm, Table* t, std::string_view key, Value value);
[[nodiscard]] bool table_append(Vm& vm, Table* t, Value value);  // at #t + 1; nil: nothing

// The usual store into the general hash, which needs no look at metatables: over a value that is there. False: it is something
// else, and nothing happened.
bool table_update(Vm& vm, Table* t, Value key, Value value);

inline i64 table_length(const Table* t) { return t->array_length; }
// Room for at least `capacity` array elements.
[[nodiscard]] bool table_reserve_array(Vm& vm, Table* t, usize capacity);
// Makes the array part of `t` (which must be empty) a copy of `count` values, up to the last non-nil one, holes included.
[[nodiscard]] bool table_init_array(Vm& vm, Table* t, const Value* values, usize count);

// Likewise from key start + 1 on: the next batch of a literal's elements.
[[nodiscard]] bool table_extend_array(Vm& vm, Table* t, usize start, const Value* values, usize count);

// What is added to the number of a field (in the order of fields) to make the cursor before it; below it are array positions.
constexpr u64 kFieldPhase = 1ull << 32;

// Iteration: `cursor` starts at 0; false at the end. Entries removed meanwhile are skipped, the order is 7.4's.
bool table_next(const Table* t, u64& cursor, Value& key, Value& value);
// `next(t, k)`: the cursor after key k; false if the key is unknown.
bool table_cursor_after(const Table* t, Value key, u64& cursor);

Table* table_metatable(const Table* t);  // null if none
[[nodiscard]] bool table_set_metatable(Vm& vm, Table* t, Table* metatable);

// Array-part primitives for the table library. Positions are 1-based.
[[nodiscard]] bool table_insert_at(Vm& vm, Table* t, i64 position, Value value);  // shifts up; 1 <= position <= #t + 1
Value table_remove_at(Vm& vm, Table* t, i64 position);                            // shifts down; 1 <= position <= #t

}  // namespace gs::vm
