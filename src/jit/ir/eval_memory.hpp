// The evaluator's memory: words of an alias class, contents by hash, a running hash of all that was written.
#pragma once

#include <unordered_map>

#include "jit/ir/function.hpp"

namespace gs::jit::ir {

constexpr u64 mix(u64 a, u64 b) {
  u64 h = (a ^ (b + 0x9E3779B97F4A7C15ull + (a << 6) + (a >> 2))) * 0xBF58476D1CE4E5B9ull;
  h ^= h >> 29;
  h *= 0x94D049BB133111EBull;
  return h ^ (h >> 32);
}

// A plausible value of the kind, decided by a hash.
u64 plausible(Memory kind, u64 hash);
u64 plausible(Type type, u64 hash);

class EvalMemory {
 public:
  explicit EvalMemory(u64 seed) : seed_(seed) {}

  u64 load(Alias space, u64 address, Memory kind);
  void store(Alias space, u64 address, Memory kind, u64 bits);
  // A call happened: some words change, all that was written becomes part of the past.
  void scramble(u64 call);
  // Of the past and of every word that now differs from what it held then.
  u64 hash() const { return mix(past_, changes_); }
  // The same if slots and globals held other values: leaving writes them. Not visible to later loads.
  u64 change_of(Alias space, u64 address, u64 bits);
  u64 hash_with(u64 change) const { return mix(past_, changes_ ^ change); }

  // Objects and cells.
  struct Object {
    u32 template_index;
    bool is_cell;
    u32 offset;  // of a cell's value
  };
  u64 allocate(Object object);
  const Object* object_at(u64 address) const;
  // The object that an address or a value refers to.
  const Object* object_of(u64 bits) const;

 private:
  struct Word {
    u64 value;
    u64 before;  // at the beginning of this epoch
    u32 epoch;
    Memory kind;
  };
  Word& word_at(Alias space, u64 address, Memory kind);
  u64 contribution(Alias space, u64 address, const Word& word) const;
  u64 stable(u64 bits) const;

  u64 seed_;
  u64 past_ = 0;
  u64 changes_ = 0;
  u32 epoch_ = 0;
  std::unordered_map<u64, Word> words_[kAliasCount];
  std::vector<Object> objects_;
};

}  // namespace gs::jit::ir
