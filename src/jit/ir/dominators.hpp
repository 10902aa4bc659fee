// Which blocks every path from the entry to a block goes through. Computed from function.blocks, which must be in
// reverse postorder; valid until edges change.
//
// The algorithm is that of Cooper, Harvey and Kennedy, "A Simple, Fast Dominance Algorithm" (2001).
#pragma once

#include <vector>

#include "jit/ir/function.hpp"

namespace gs::jit::ir {

class Dominators {
 public:
  explicit Dominators(const Function& function);

  // Null for the entry.
  Block* immediate_dominator(const Block* block) const { return info_[block->id].dominator; }
  // Whether a dominates b; a block dominates itself.
  bool dominates(const Block* a, const Block* b) const {
    return info_[a->id].enter <= info_[b->id].enter && info_[b->id].leave <= info_[a->id].leave;
  }
  // Whether the value of `a` is known where `b` stands.
  bool dominates(const Node* a, const Node* b) const;
  // Blocks immediately dominated, in layout order: a linked list.
  Block* first_child(const Block* block) const { return info_[block->id].first_child; }
  Block* next_sibling(const Block* block) const { return info_[block->id].next_sibling; }
  u32 order(const Block* block) const { return info_[block->id].order; }

 private:
  struct Info {
    Block* dominator = nullptr;
    Block* first_child = nullptr;
    Block* next_sibling = nullptr;
    u32 order = 0;  // index in function.blocks
    u32 enter = 0;  // of a walk over the dominator tree
    u32 leave = 0;
  };

  void number_tree(Block* root);

  std::vector<Info> info_;  // by block id
};

}  // namespace gs::jit::ir
