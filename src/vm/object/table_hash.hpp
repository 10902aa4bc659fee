// The general part of a table: an insertion-ordered hash. Entries stand in order of insertion; an index of u32 words is probed
// linearly. A word is an entry number in the bits of index_mask and bits of the key's hash above (the tag), so that a probe
// touches hardly an entry but the one looked for. Optimized code probes by itself (the IR's HashFind): keep both alike. A removed
// entry keeps its key with a nil value until the next rebuild, so that iteration can go on from it; storing to it again retires
// it (key empty) and appends a new one.
#pragma once

#include "vm/object/objects.hpp"

namespace gs::vm {

struct HashEntry {
  Value key;    // empty: retired
  Value value;  // nil: removed
};

// Sequence numbers of named fields that were removed and stored again (7.4). A kRaw cell.
struct FieldOrder : CellHeader {
  u32 next;
  u32 count;
  u32 sequence[];  // by slot
};

// The header's aux is what hashes of keys start from: the same for all tables of a heap, unknown to its programs.
struct HashPart : CellHeader {
  u32 used;        // entries appended, removed and retired ones included
  u32 live;        // entries with a value that is not nil
  u32 capacity;
  u32 index_mask;  // the index has index_mask + 1 words, a power of two and more than capacity
  FieldOrder* order;  // null unless the named fields' order was disturbed
  HashEntry entries[];  // capacity of them, then u32 index[index_mask + 1]

  static constexpr u32 kFreeIndex = 0xffffffff;  // no entry has this number
  static constexpr u64 kMultiplier = 0x9E3779B97F4A7C15ull;
  static constexpr u64 secret_of(u32 seed) { return seed * kMultiplier; }
  u64 secret() const { return secret_of(aux); }
  u32* index() { return reinterpret_cast<u32*>(entries + capacity); }
  const u32* index() const { return reinterpret_cast<const u32*>(entries + capacity); }
};

// What optimized code finds for keys that are not there: no key, a nil value.
inline constexpr HashEntry kAbsentEntry{Value::empty(), Value::nil()};

}  // namespace gs::vm
