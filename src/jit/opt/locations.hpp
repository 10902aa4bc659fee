// Places in memory as the IR can name them, numbered densely, and when two of them may be the same bytes. Used by
// `memory`, `licm` and `sink`.
//
// A place is an alias class, a base address, perhaps an index, and an offset. Classes never overlap. Within a class,
// accesses without index at different offsets do not overlap; with the same base and index neither. An object made
// here overlaps nothing that is not it; one that is private (its address goes nowhere) cannot be reached by calls
// either.
#pragma once

#include <vector>

#include "jit/ir/function.hpp"

namespace gs::jit::opt {

struct Place {
  ir::Alias space;
  ir::Memory memory;
  bool is_indexed;
  ir::Node* base;   // null: frame slots, globals
  ir::Node* index;  // null: none
  u64 offset;

  bool operator==(const Place&) const = default;
};

// Whether `n` reads or writes one place (loads, stores, GuardShape, HashFind: what it finds), and which. Operands are looked at through Copies.
bool accesses_place(const ir::Node* n);
Place place_of(const ir::Node* n);
bool is_store(const ir::Node* n);
// The value a store writes.
ir::Node* stored_value(const ir::Node* n);
inline bool makes_object(const ir::Node* n) { return n->op == ir::Op::NewObject || n->op == ir::Op::NewCell; }
// May run the collector: what was young may be old afterwards.
bool may_collect(const ir::Node* n);

// Which objects made in the function are private: their address is used as a base, compared, guarded and named by
// snapshots only.
class PrivateObjects {
 public:
  explicit PrivateObjects(ir::Function& function);
  bool has(const ir::Node* base) const { return base && base->id < is_private_.size() && is_private_[base->id]; }

 private:
  std::vector<bool> is_private_;  // by node id
};

bool may_overlap(const Place& a, const Place& b, const PrivateObjects& objects);

// Numbers places from 0.
class Places {
 public:
  static constexpr u32 kNone = ~0u;

  explicit Places(u32 limit);
  // kNone when there are too many.
  u32 number(const Place& place);
  const Place& operator[](u32 number) const { return places_[number]; }
  u32 count() const { return u32(places_.size()); }
  // The numbers of a class's places.
  const std::vector<u32>& of(ir::Alias space) const { return by_space_[u8(space)]; }

 private:
  u32 limit_;
  std::vector<Place> places_;
  std::vector<u32> table_;  // number + 1 by hash, open addressing
  std::vector<u32> by_space_[ir::kAliasCount];
};

}  // namespace gs::jit::opt
