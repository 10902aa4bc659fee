#include "vm/object/string.hpp"

#include <cstring>

#include "platform/memory.hpp"
#include "vm/heap/heap.hpp"
#include "vm/heap/string_table.hpp"
#include "vm/runtime/vm.hpp"

namespace gs::vm {

namespace {

constexpr u64 kMaxLength = 1ull << 47;

StringStorage* new_storage(Vm& vm, u64 capacity) {
  auto* storage = vm.heap().allocate_cell<StringStorage>(CellKind::kRaw, sizeof(StringStorage) + capacity);
  if (storage) storage->capacity = capacity;
  return storage;
}

// A long string whose bytes are the first `length` of `storage`.
String* new_external(Vm& vm, StringStorage* storage, u64 length) {
  auto* s = vm.heap().allocate_cell<String>(CellKind::kString, sizeof(String));
  if (!s) return nullptr;
  s->length = length;
  s->flags |= String::kExternal;
  s->storage = storage;
  s->data = storage->bytes;
  return s;
}

// `a` ends where its storage's used bytes end, and `count` more fit: the append can share the storage.
bool can_append_in_place(const String* a, u64 count) {
  if (!(a->flags & String::kExternal)) return false;
  auto* storage = static_cast<StringStorage*>(a->storage);
  return storage->bytes == a->data && storage->used == a->length && storage->capacity - storage->used >= count;
}

String* append_in_place(Vm& vm, String* a, const String* b) {
  auto* storage = static_cast<StringStorage*>(a->storage);
  String* s = new_external(vm, storage, a->length + b->length);
  if (!s) return nullptr;
  std::memcpy(storage->bytes + storage->used, b->data, b->length);
  storage->used += b->length;
  s->flags |= String::kConcatenated;
  return s;
}

// A copy of a and b with as much room again behind them.
String* append_with_room(Vm& vm, const String* a, const String* b) {
  u64 length = a->length + b->length;
  StringStorage* storage = new_storage(vm, length + length);
  if (!storage) return nullptr;
  std::memcpy(storage->bytes, a->data, a->length);
  std::memcpy(storage->bytes + a->length, b->data, b->length);
  storage->used = length;
  String* s = new_external(vm, storage, length);
  if (s) s->flags |= String::kConcatenated;
  return s;
}

}  // namespace

String* new_string(Vm& vm, std::string_view text) {
  if (text.size() <= String::kMaxInterned) return vm.heap().intern(text);
  char* bytes;
  String* s = new_string_buffer(vm, text.size(), bytes);
  if (s) std::memcpy(bytes, text.data(), text.size());
  return s;
}

String* new_string_buffer(Vm& vm, usize length, char*& bytes) {
  if (length >= kMaxLength) {
    vm.raise("string too large");
    return nullptr;
  }
  auto* s = vm.heap().allocate_cell<String>(CellKind::kString, offsetof(String, inline_bytes) + length);
  if (!s) return nullptr;
  constexpr usize kWorthAdvice = 2 << 20;
  if (length >= kWorthAdvice) platform::expect_writing(s, length);
  s->length = length;
  s->data = s->inline_bytes;
  bytes = s->inline_bytes;
  return s;
}

String* concat_strings(Vm& vm, String* a, String* b) {
  if (b->length == 0) return a;
  if (a->length == 0) return b;
  u64 length = a->length + b->length;
  if (length >= kMaxLength) {
    vm.raise("string too large");
    return nullptr;
  }
  if (length <= String::kMaxInterned) {
    char bytes[String::kMaxInterned];
    std::memcpy(bytes, a->data, a->length);
    std::memcpy(bytes + a->length, b->data, b->length);
    return vm.heap().intern({bytes, length});
  }
  if (can_append_in_place(a, b->length)) return append_in_place(vm, a, b);
  if (a->flags & String::kConcatenated) return append_with_room(vm, a, b);
  char* bytes;
  String* s = new_string_buffer(vm, length, bytes);
  if (!s) return nullptr;
  std::memcpy(bytes, a->data, a->length);
  std::memcpy(bytes + a->length, b->data, b->length);
  s->flags |= String::kConcatenated;
  return s;
}

u32 string_hash(const String* s, u64 seed) {
  if (!s->aux) const_cast<String*>(s)->aux = hash_bytes(view(s), seed);
  return s->aux;
}

bool strings_equal(const String* a, const String* b) {
  if (a == b) return true;
  if (a->length != b->length || (a->is_interned() && b->is_interned())) return false;
  return std::memcmp(a->data, b->data, a->length) == 0;
}

int compare_strings(const String* a, const String* b) {
  u64 shared = a->length < b->length ? a->length : b->length;
  if (int order = std::memcmp(a->data, b->data, shared)) return order;
  return a->length < b->length ? -1 : a->length > b->length;
}

}  // namespace gs::vm
