// Tables: values in hash parts, by keys that equal others by their bits: ints outside of the array part and interned strings of tables
// that are dictionaries. Other keys and tables are the runtime's.
#include "jit/region/frame_builder.hpp"
#include "jit/region/runtime_calls.hpp"
#include "vm/heap/heap.hpp"
#include "vm/object/table.hpp"
#include "vm/object/table_hash.hpp"

namespace gs::jit::region {

using ir::Op;
using vm::HashEntry;
using vm::HashPart;
using vm::String;
using vm::Table;

namespace {

constexpr u8 kWeak = Table::kWeakKeys | Table::kWeakValues;

}  // namespace

// Whether samples say that an access by `key` is about a value in the hash part.
bool FrameBuilder::is_about_entry(Node* table, Node* key) const {
  const Table* seen = sample_array(table);
  if (failed_ || !seen || !seen->hash) return false;
  switch (e_.likely_kind(key)) {
    case Kind::kString: return seen->flags & Table::kDictionary;
    case Kind::kInt: {
      if (seen->array_length == 0) return true;
      const Value* at = e_.sample(key);
      return at && at->is_small_int() && u64(at->as_small_int()) - 1 >= seen->array_length;
    }
    default: return false;
  }
}

void FrameBuilder::guard_flags(Node* cell, Alias alias, u8 mask, u8 wanted) {
  Node* flags = e_.load(Memory::kU8, alias, cell, offsetof(vm::CellHeader, flags));
  guard_true(e_.emit(Op::EqInt, {e_.emit(Op::AndInt, {flags, e_.const_int(mask)}), e_.const_int(wanted)}));
}

// The entry of `key` in the table, whose flags in `without` are off. Collections change entries of weak tables, so what is known of those
// would not last: they are never looked into.
Node* FrameBuilder::find_entry(Node* table, Node* key, u8 without) {
  Node* plain;
  if (e_.likely_kind(key) == Kind::kInt) {
    Node* n = as_int(key);
    guard_flags(table, Alias::Header, without, 0);
    Node* index = e_.emit(Op::SubInt, {n, e_.const_int(1)});
    guard_false(e_.emit(Op::BelowInt, {index, e_.load(Memory::kU32, Alias::ArrayPart, table, offsetof(Table, array_length))}));
    plain = small_int(n);
  } else {
    Node* string = as_pointer(key, vm::kTagString);
    guard_flags(string, Alias::Constant, String::kInterned, String::kInterned);
    guard_flags(table, Alias::Header, without | Table::kDictionary, Table::kDictionary);
    plain = e_.box(key);
  }
  // As hash_bits.
  const u64 secret = HashPart::secret_of(u32(b_.request.vm.heap().hash_seed()));
  Node* seeded = e_.emit(Op::XorInt, {e_.emit(Op::UnboxBits, {plain}), e_.const_int(i64(secret))});
  Node* multiplier = e_.const_int(i64(HashPart::kMultiplier));
  Node* low = e_.emit(Op::MulInt, {seeded, multiplier});
  Node* hash = e_.emit(Op::XorInt, {low, e_.emit(Op::MulHighInt, {seeded, multiplier})});
  Node* part = e_.load(Memory::kPtr, Alias::Hash, table, offsetof(Table, hash));
  return e_.emit(Op::HashFind, {part, hash, plain}, reinterpret_cast<u64>(&vm::kAbsentEntry));
}

// The value of an int, which must be an inline one; guards.
Node* FrameBuilder::small_int(Node* n) {
  if (n->op == Op::ConstInt && Value::fits_inline(i64(n->imm))) return e_.box(n);
  Node* biased = e_.emit(Op::AddInt, {n, e_.const_int(i64(vm::kIntBias))});
  guard_true(e_.emit(Op::BelowInt, {biased, e_.const_int(i64(vm::kIntBias * 2))}));
  return e_.emit(Op::BoxSmallInt, {n});
}

Node* FrameBuilder::get_entry(Node* table, Node* key) {
  const Table* seen = sample_array(table);
  Node* pointer = as_pointer(table, vm::kTagTable);
  Node* entry = find_entry(pointer, key, Table::kHasMetatable);
  Node* v = e_.load(Memory::kBoxed, Alias::Entries, entry, offsetof(HashEntry, value));
  if (const Value* at = e_.sample(key)) {
    const Value content = vm::table_get(seen, *at);
    if (!content.is_nil()) e_.set_sample(v, content);
  }
  return v;
}

// Over a value that is there in line; whatever else a store may be is done by the runtime.
void FrameBuilder::set_entry(Node* table, Node* key, Node* value) {
  Node* boxed = e_.likely_kind(value) == Kind::kInt ? small_int(as_int(value)) : e_.box(value);
  Node* pointer = as_pointer(table, vm::kTagTable);
  // Values of metatables and of what is inherited from are in caches.
  const u8 cached = e_.likely_kind(key) == Kind::kString ? Table::kIsPrototype | Table::kIsMetatable : 0;
  Node* entry = find_entry(pointer, key, kWeak | cached);
  Node* old = e_.load(Memory::kBoxed, Alias::Entries, entry, offsetof(HashEntry, value));
  before_call();
  const State before = state_;
  Join done(e_);
  Block *absent, *present;
  e_.branch(e_.emit(Op::EqBoxed, {old, e_.const_boxed(Value::nil())}), absent, present);
  e_.block = present;
  if (e_.known_kind(value) == Kind::kUnknown) {
    Block *removes, *replaces;
    e_.branch(e_.emit(Op::EqBoxed, {boxed, e_.const_boxed(Value::nil())}), removes, replaces);
    e_.block = removes;
    call_runtime(reinterpret_cast<const void*>(runtime::set_index), {e_.box(table), e_.box(key), boxed});
    done.arrive(nullptr);
    e_.block = replaces;
  }
  e_.store(Memory::kBoxed, Alias::Entries, entry, offsetof(HashEntry, value), boxed);
  if (may_refer(boxed, e_)) remember_entry(pointer, entry);
  done.arrive(nullptr);
  e_.block = absent;
  call_runtime(reinterpret_cast<const void*>(runtime::set_index), {e_.box(table), e_.box(key), boxed});
  done.arrive(nullptr);
  state_ = before;
  state_.globals.clear();
  done.finish(Type::Void);
}

// The barrier for one entry of what may be a big table.
void FrameBuilder::remember_entry(Node* table, Node* entry) {
  Node* state = e_.load(Memory::kU8, Alias::Collector, table, offsetof(vm::CellHeader, gc));
  Join done(e_);
  Block *old, *young;
  e_.branch(e_.emit(Op::EqInt, {state, e_.const_int(i64(vm::GcState::kOld))}), old, young);
  e_.block = old;
  call_runtime(reinterpret_cast<const void*>(runtime::remember_entry), {table, entry});
  done.arrive(nullptr);
  e_.block = young;
  done.arrive(nullptr);
  done.finish(Type::Void);
}

}  // namespace gs::jit::region
