// Operations on a table's general part. Keys are normalised: a float with an exact int value is that int.
#pragma once

#include "vm/object/table_hash.hpp"

namespace gs::vm {

class Vm;

// The entry of `key` (its value may be nil: removed), or null.
HashEntry* hash_find(const HashPart* hash, Value key);
// Stores value (not nil) under key; grows or makes the part as needed. False = raised.
[[nodiscard]] bool hash_set(Vm& vm, Table* t, Value key, Value value);
// The hash part of `t`, made if there is none. Null = raised.
HashPart* ensure_hash(Vm& vm, Table* t, u32 capacity);
// A fresh part with room for `capacity` entries. Null = raised.
HashPart* new_hash(Vm& vm, u32 capacity);
// Appends without looking for the key; there must be room.
void hash_append(HashPart* hash, Value key, Value value);

}  // namespace gs::vm
