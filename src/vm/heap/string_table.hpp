// The interned strings: open addressing with linear probing, entries weak. A collection removes the dead: an eden
// collection looks only at the strings interned since the last one, a full collection at all.
#pragma once

#include <string_view>
#include <vector>

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
  // False: the system has no memory; nothing changed.
  [[nodiscard]] bool grow();
  // Precondition: not in the table, and there is room. `s->aux` is its hash.
  void add(String* s);

  // Removes strings for which is_dead(String*) holds: the young ones, or all.
  template <typename IsDead>
  void sweep(bool all, IsDead is_dead) {
    if (all) {
      for (usize at = 0; at < capacity_;) {
        if (slots_[at] && is_dead(slots_[at])) {
          remove_at(at);  // brings another string here
        } else {
          at++;
        }
      }
    } else {
      for (String* s : young_) {
        if (is_dead(s)) remove(s);
      }
    }
    young_.clear();
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

  static constexpr usize kSlotBytes = sizeof(String*) + sizeof(u32);

  // Hashes stand apart from their strings, so that a probe touches no string but the one looked for. 0: free.
  u32* hashes_ = nullptr;
  String** slots_ = nullptr;
  usize capacity_ = 0;  // 0 or a power of two
  usize count_ = 0;
  std::vector<String*> young_;
};

}  // namespace gs::vm
