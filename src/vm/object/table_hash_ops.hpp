// Operations on a table's general part. Keys are normalised: a float with an exact int value is that int.
#pragma once

#include "vm/object/table_hash.hpp"

namespace gs::vm {

class Vm;

// The hash of a key's bits. Its upper half says the place in the index, its lower half has the tag. Both halves of the product count,
// so that neither multiples of a power of two nor keys computed from the multiplier meet; the secret is what a script that computes
// keys does not know.
inline u64 hash_bits(const HashPart* hash, u64 bits) {
  __int128 product = static_cast<__int128>(i64(bits ^ hash->secret())) * i64(HashPart::kMultiplier);
  return u64(product) ^ u64(product >> 64);
}

// The first entry with hash `h` whose key is what is looked for, or null.
template <typename IsKey>
GS_INLINE HashEntry* hash_probe(const HashPart* hash, u64 h, IsKey is_key) {
  u32 mask = hash->index_mask;
  const u32* index = hash->index();
  for (u32 at = u32(h >> 32) & mask;; at = (at + 1) & mask) {
    u32 word = index[at];
    if (word == HashPart::kFreeIndex) return nullptr;
    if ((word ^ u32(h)) & ~mask) continue;
    const HashEntry& entry = hash->entries[word & mask];
    if (GS_LIKELY(is_key(entry.key))) return const_cast<HashEntry*>(&entry);
  }
}

// The entry of `key` (its value may be nil: removed), or null.
HashEntry* hash_find(const HashPart* hash, Value key);
// The same for keys that equal others by their bits: not boxed ints and strings that are not interned.
GS_INLINE HashEntry* hash_find_identical(const HashPart* hash, Value key) {
  return hash_probe(hash, hash_bits(hash, key.bits), [key](Value other) { return other == key; });
}
// Stores value (not nil) under key; grows or makes the part as needed. False = raised.
[[nodiscard]] bool hash_set(Vm& vm, Table* t, Value key, Value value);
// The hash part of `t`, made if there is none. Null = raised.
HashPart* ensure_hash(Vm& vm, Table* t, u32 capacity);
// A fresh part with room for `capacity` entries. Null = raised.
HashPart* new_hash(Vm& vm, u32 capacity);
// Appends without looking for the key; there must be room.
void hash_append(HashPart* hash, Value key, Value value);

}  // namespace gs::vm
