// Which values are needed after a block's end and before its beginning. Uses are those of each_use; a phi's operand
// is used at the end of the predecessor, the phi itself is defined at its block's beginning.
#pragma once

#include <vector>

#include "jit/ir/function.hpp"

namespace gs::jit::ir {

// A set of node ids.
class NodeSet {
 public:
  explicit NodeSet(u32 size = 0) : words_((size + 63) / 64) {}
  bool has(u32 id) const { return words_[id / 64] >> (id % 64) & 1; }
  void add(u32 id) { words_[id / 64] |= u64{1} << (id % 64); }
  void remove(u32 id) { words_[id / 64] &= ~(u64{1} << (id % 64)); }
  // True if something was new.
  bool add_all(const NodeSet& other) {
    u64 fresh = 0;
    for (usize i = 0; i < words_.size(); i++) {
      fresh |= other.words_[i] & ~words_[i];
      words_[i] |= other.words_[i];
    }
    return fresh != 0;
  }
  // visit(id), ascending.
  template <class Visit>
  void each(Visit&& visit) const {
    for (usize i = 0; i < words_.size(); i++) {
      for (u64 rest = words_[i]; rest != 0; rest &= rest - 1) visit(u32(i * 64 + usize(__builtin_ctzll(rest))));
    }
  }

 private:
  std::vector<u64> words_;
};

class Liveness {
 public:
  explicit Liveness(const Function& function);
  const NodeSet& live_in(const Block* block) const { return in_[block->id]; }
  const NodeSet& live_out(const Block* block) const { return out_[block->id]; }

 private:
  std::vector<NodeSet> in_;
  std::vector<NodeSet> out_;
};

}  // namespace gs::jit::ir
