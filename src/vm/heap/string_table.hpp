// The interned strings: open addressing with linear probing, entries weak. A collection removes the dead: an eden
// collection looks only at the strings interned since the last one; after a full collection all are looked at, some at a
// time.
#pragma once

#include <string_view>
#include <vector>

#include "vm/heap/block.hpp"
#include "vm/object/objects.hpp"

namespace gs::vm {

// A hash of bytes no script can predict without the seed; never 0.
u32 hash_bytes(std::string_view text, u64 seed);

class StringTable {
 public:
  StringTable() = default;
  ~StringTable();
  StringTable(const StringTable&) = delete;
  StringTable& operator=(const StringTable&) = delete;

  String* find(std::string_view text, u32 hash) const;
  bool needs_growth() const { return (count_ + 1) * 4 > capacity_ * 3; }
  usize growth_bytes() const { return next_capacity() * kSlotBytes; }
  usize bytes() const { return capacity_ * kSlotBytes; }
  usize list_bytes() const { return young_.capacity() * sizeof(String*); }
  void shrink_list() { young_.shrink_to_fit(); }
  // False: the system has no memory; nothing changed.
  [[nodiscard]] bool grow();
  // Precondition: not in the table, and there is room. `s->aux` is its hash.
  void add(String* s);

  // Removes the strings interned since the last call of this or of forget_young for which is_dead(String*) holds.
  template <typename IsDead>
  void sweep_young(IsDead is_dead) {
    for (usize i = 0; i < young_.size(); i++) {
      if (is_dead(young_[i])) remove(young_[i]);
    }
    young_.clear();
  }
  void forget_young() { young_.clear(); }
  // Looks at `count` slots from `position` on, which moves, and removes the dead; true: there are more. Strings may be
  // added between two calls, but the table must not grow.
  template <typename IsDead>
  bool sweep(usize& position, usize count, IsDead is_dead) {
    usize end = position + count < capacity_ ? position + count : capacity_;
    while (position < end) {
      if (position + kAhead < end && hashes_[position + kAhead]) __builtin_prefetch(mark_word(slots_[position + kAhead]));
      if (slots_[position] && is_dead(slots_[position])) {
        remove_at(position);  // brings another string here
      } else {
        position++;
      }
    }
    return position < capacity_;
  }
  template <typename Visitor>
  void each(Visitor visit) const {
    for (usize at = 0; at < capacity_; at++) {
      if (slots_[at]) visit(slots_[at]);
    }
  }
  usize count() const { return count_; }

 private:
  usize next_capacity() const { return capacity_ ? capacity_ * 2 : 1024; }
  void insert(String* s, u32 hash);
  void remove(String* s);
  void remove_at(usize at);

  // Where is_dead will look first.
  static const void* mark_word(const String* s) {
    return Block::of(s)->marks + Block::offset_of(s) / kGranule / 64;
  }

  static constexpr usize kAhead = 8;  // slots fetched into the cache ahead
  static constexpr usize kSlotBytes = sizeof(String*) + sizeof(u32);

  // Hashes stand apart from their strings, so that a probe touches no string but the one looked for. 0: free.
  u32* hashes_ = nullptr;
  String** slots_ = nullptr;
  usize capacity_ = 0;  // 0 or a power of two
  usize count_ = 0;
  std::vector<String*> young_;
};

}  // namespace gs::vm
