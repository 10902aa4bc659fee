// Dominators by iteration over reverse postorder; the tree is numbered so that dominance is two comparisons.
#include "jit/ir/dominators.hpp"

namespace gs::jit::ir {

Dominators::Dominators(const Function& function) : info_(function.block_count()) {
  const std::vector<Block*>& blocks = function.blocks;
  for (u32 i = 0; i < blocks.size(); i++) info_[blocks[i]->id].order = i;
  const auto meet = [this](Block* a, Block* b) {
    while (a != b) {
      while (info_[a->id].order > info_[b->id].order) a = info_[a->id].dominator;
      while (info_[b->id].order > info_[a->id].order) b = info_[b->id].dominator;
    }
    return a;
  };
  bool changed = true;
  while (changed) {
    changed = false;
    for (usize i = 1; i < blocks.size(); i++) {
      Block* dominator = nullptr;
      for (Block* from : blocks[i]->predecessors) {
        if (from != blocks[0] && !info_[from->id].dominator) continue;
        dominator = dominator ? meet(dominator, from) : from;
      }
      Block*& current = info_[blocks[i]->id].dominator;
      changed |= current != dominator;
      current = dominator;
    }
  }
  for (usize i = blocks.size(); i-- > 1;) {
    Block* parent = info_[blocks[i]->id].dominator;
    if (!parent) continue;
    info_[blocks[i]->id].next_sibling = info_[parent->id].first_child;
    info_[parent->id].first_child = blocks[i];
  }
  number_tree(blocks[0]);
}

void Dominators::number_tree(Block* root) {
  u32 clock = 1;
  Block* block = root;
  info_[root->id].enter = clock++;
  while (block) {
    if (Block* child = info_[block->id].first_child; child && info_[child->id].enter == 0) {
      block = child;
      info_[block->id].enter = clock++;
      continue;
    }
    info_[block->id].leave = clock++;
    Block* sibling = info_[block->id].next_sibling;
    if (sibling && block != root) info_[sibling->id].enter = clock++;
    block = block == root ? nullptr : sibling ? sibling : info_[block->id].dominator;
  }
}

bool Dominators::dominates(const Node* a, const Node* b) const {
  if (a->block != b->block) return dominates(a->block, b->block);
  for (const Node* n = a; n; n = n->next) {
    if (n == b) return true;
  }
  return false;
}

}  // namespace gs::jit::ir
