#include "vm/object/table_hash.hpp"

#include <cstring>

#include "vm/heap/heap.hpp"
#include "vm/object/table_hash_ops.hpp"
#include "vm/runtime/vm.hpp"

namespace gs::vm {

namespace {

// Keys that are not equal by bits alone: boxed ints and strings too long to be interned.
bool has_content(Value key) {
  return key.is_boxed_int() || (key.is_string() && !key.as_string()->is_interned());
}

u64 key_hash(const HashPart* hash, Value key) {
  if (GS_LIKELY(!has_content(key))) return hash_bits(hash, key.bits);
  return hash_bits(hash, key.is_boxed_int() ? u64(key.as_boxed_int()->value) : string_hash(key.as_string(), hash->secret()));
}

bool content_equal(Value a, Value b) {
  if (a.is_boxed_int()) return b.is_boxed_int() && a.as_boxed_int()->value == b.as_boxed_int()->value;
  return a.is_string() && b.is_string() && strings_equal(a.as_string(), b.as_string());
}

u32 index_size(u32 capacity) {
  u32 size = 4;
  while (size < u64(capacity) * 3 / 2 + 1) size *= 2;
  return size;
}

void index_insert(HashPart* hash, Value key, u32 entry) {
  u32 mask = hash->index_mask;
  u64 h = key_hash(hash, key);
  u32* index = hash->index();
  u32 at = u32(h >> 32) & mask;
  while (index[at] != HashPart::kFreeIndex) at = (at + 1) & mask;
  index[at] = (u32(h) & ~mask) | entry;
}

// A part with room for more, holding the live entries in order.
HashPart* rebuild(Vm& vm, Table* t) {
  HashPart* old = t->hash;
  u32 capacity = old->live < 4 ? 4 : old->live + old->live / 2 + (old->live < 1024 ? old->live / 2 : 0);
  HashPart* fresh = new_hash(vm, capacity);
  if (!fresh) return nullptr;
  for (u32 i = 0; i < old->used; i++) {
    if (!old->entries[i].value.is_nil()) hash_append(fresh, old->entries[i].key, old->entries[i].value);
  }
  fresh->order = old->order;
  t->hash = fresh;
  vm.heap().barrier(t);
  vm.heap().release(old);
  return fresh;
}

}  // namespace

HashPart* new_hash(Vm& vm, u32 capacity) {
  const u32 words = index_size(capacity);
  usize size = sizeof(HashPart) + usize(capacity) * sizeof(HashEntry) + usize(words) * sizeof(u32);
  auto* hash = vm.heap().allocate_cell<HashPart>(CellKind::kHash, size);
  if (!hash) return nullptr;
  hash->capacity = capacity;
  hash->index_mask = words - 1;
  hash->aux = u32(vm.heap().hash_seed());
  std::memset(static_cast<void*>(hash->index()), 0xff, usize(words) * sizeof(u32));
  return hash;
}

HashPart* ensure_hash(Vm& vm, Table* t, u32 capacity) {
  if (t->hash) return t->hash;
  HashPart* hash = new_hash(vm, capacity);
  if (!hash) return nullptr;
  t->hash = hash;
  vm.heap().barrier(t);
  return hash;
}

HashEntry* hash_find(const HashPart* hash, Value key) {
  if (GS_LIKELY(!has_content(key))) return hash_find_identical(hash, key);
  return hash_probe(hash, key_hash(hash, key), [key](Value other) { return content_equal(key, other); });
}

void hash_append(HashPart* hash, Value key, Value value) {
  u32 at = hash->used++;
  hash->entries[at] = {key, value};
  hash->live++;
  index_insert(hash, key, at);
}

bool hash_set(Vm& vm, Table* t, Value key, Value value) {
  HashPart* hash = ensure_hash(vm, t, 4);
  if (!hash) return false;
  if (HashEntry* entry = hash_find(hash, key)) {
    if (!entry->value.is_nil()) {
      entry->value = value;
      vm.heap().barrier_entry(t, u32(entry - hash->entries));
      return true;
    }
    entry->key = Value::empty();  // removed before: goes to the end
  }
  if (hash->used == hash->capacity) {
    hash = rebuild(vm, t);
    if (!hash) return false;
  }
  hash_append(hash, key, value);
  vm.heap().barrier_entry(t, hash->used - 1);
  return true;
}

}  // namespace gs::vm
