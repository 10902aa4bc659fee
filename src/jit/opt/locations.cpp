// Places in memory.
#include "jit/opt/locations.hpp"

#include "jit/ir/edit.hpp"

namespace gs::jit::opt {

using namespace ir;

bool accesses_place(const Node* n) {
  switch (n->op) {
    case Op::LoadSlot:
    case Op::StoreSlot:
    case Op::LoadGlobal:
    case Op::StoreGlobal:
    case Op::GuardShape:
    case Op::Load:
    case Op::Store:
    case Op::LoadIndexed:
    case Op::StoreIndexed:
    case Op::LoadByte:
    case Op::HashFind: return true;
    default: return false;
  }
}

bool is_store(const Node* n) {
  return n->op == Op::Store || n->op == Op::StoreIndexed || n->op == Op::StoreSlot || n->op == Op::StoreGlobal;
}

Node* stored_value(const Node* n) { return resolve(n->inputs.back()); }

Place place_of(const Node* n) {
  switch (n->op) {
    case Op::LoadSlot:
    case Op::StoreSlot: return {Alias::Frame, Memory::kBoxed, false, nullptr, nullptr, n->imm};
    case Op::LoadGlobal:
    case Op::StoreGlobal: return {Alias::Globals, Memory::kBoxed, false, nullptr, nullptr, n->imm};
    case Op::GuardShape: return {Alias::Shape, Memory::kPtr, false, resolve(n->input(0)), nullptr, n->aux};
    case Op::Load:
    case Op::Store: return {n->alias, n->memory, false, resolve(n->input(0)), nullptr, n->imm};
    case Op::LoadByte: return {n->alias, Memory::kU8, true, resolve(n->input(0)), resolve(n->input(1)), n->imm};
    case Op::HashFind: return {Alias::Hash, Memory::kPtr, true, resolve(n->input(0)), resolve(n->input(2)), n->imm};
    default: return {n->alias, n->memory, true, resolve(n->input(0)), resolve(n->input(1)), n->imm};
  }
}

bool may_collect(const Node* n) {
  return makes_object(n) || n->op == Op::BoxInt || n->op == Op::GrowArray || n->is(kCalls) || n->is(kFrames);
}

PrivateObjects::PrivateObjects(Function& function) : is_private_(function.node_count()) {
  // boxed[id]: the object a BoxPtr refers to; uses of the box are uses of the object.
  std::vector<Node*> object(function.node_count());
  for (Block* block : function.blocks) {
    for (Node* n : nodes(block)) {
      if (makes_object(n)) {
        is_private_[n->id] = true;
        object[n->id] = n;
      } else if (n->op == Op::BoxPtr && object[n->input(0)->id]) {
        object[n->id] = object[n->input(0)->id];
      }
    }
  }
  for (Block* block : function.blocks) {
    for (Node* n : nodes(block)) {
      for (usize i = 0; i < n->inputs.size(); i++) {
        const Node* used = object[n->input(i)->id];
        if (!used) continue;
        const bool is_base = i == 0 && accesses_place(n) && !(n->op == Op::StoreSlot || n->op == Op::StoreGlobal);
        const bool is_harmless = is_base || n->op == Op::BoxPtr || n->op == Op::Barrier || n->op == Op::EqPtr ||
                                 n->op == Op::EqBoxed || n->op == Op::IsFalsy || n->op == Op::HasTag ||
                                 n->op == Op::IsFloat;
        if (!is_harmless) is_private_[used->id] = false;
      }
      if (!n->snapshot) continue;
      for (const SnapshotFrame& frame : n->snapshot->frames) {
        if (frame.function && object[frame.function->id]) is_private_[object[frame.function->id]->id] = false;
      }
    }
  }
}

bool may_overlap(const Place& a, const Place& b, const PrivateObjects& objects) {
  if (a.space != b.space) return false;
  if (a.base != b.base) {
    if (objects.has(a.base) || objects.has(b.base)) return false;
    if (a.base && b.base && makes_object(a.base) && makes_object(b.base)) return false;
  }
  if (!a.is_indexed && !b.is_indexed) return a.offset == b.offset;
  const bool same_element = a.is_indexed && b.is_indexed && a.base == b.base && a.index == b.index;
  return !same_element || a.offset == b.offset;
}

namespace {

u64 hash_of(const Place& place) {
  u64 h = place.offset * 0x9E3779B97F4A7C15ull + u64(place.space) * 64 + u64(place.memory) * 2 + place.is_indexed;
  if (place.base) h = (h ^ place.base->id) * 0xBF58476D1CE4E5B9ull;
  if (place.index) h = (h ^ place.index->id) * 0x94D049BB133111EBull;
  return h >> 24;
}

}  // namespace

Places::Places(u32 limit) : limit_(limit), table_(64) {
  while (table_.size() < usize{limit} * 2) table_.resize(table_.size() * 2);
}

u32 Places::number(const Place& place) {
  usize at = hash_of(place) & (table_.size() - 1);
  for (; table_[at] != 0; at = (at + 1) & (table_.size() - 1)) {
    if (places_[table_[at] - 1] == place) return table_[at] - 1;
  }
  if (places_.size() == limit_) return kNone;
  places_.push_back(place);
  table_[at] = u32(places_.size());
  by_space_[u8(place.space)].push_back(u32(places_.size()) - 1);
  return u32(places_.size()) - 1;
}

}  // namespace gs::jit::opt
