// A basic block: phis, then other nodes, then one terminator.
#pragma once

#include <vector>

#include "jit/ir/node.hpp"

namespace gs::jit::ir {

struct Block {
  u32 id = 0;                        // dense within the function
  bool is_cold = false;              // feedback says it (almost) never runs
  bool is_loop_header = false;       // the builder's word; back-edges come from blocks it dominates
  u32 loop_depth = 0;                // filled by Loops
  std::vector<Block*> predecessors;  // order is that of phi operands
  Block* successors[2] = {};         // as the terminator says
  Node* first = nullptr;
  Node* last = nullptr;              // the terminator, when complete
  // Of loop headers: the frames at the block's beginning, in terms of its phis. With each phi replaced by its operand for the loop's
  // entry it is the snapshot of guards moved in front of the loop. Null: none, nothing that exits may be moved there.
  Snapshot* entry_snapshot = nullptr;

  u32 successor_count() const { return successors[1] ? 2 : successors[0] ? 1 : 0; }
  void append(Node* n);
  void insert_before(Node* position, Node* n);  // position in this block
  void remove(Node* n);                         // unlinks; the node may be inserted elsewhere
  u32 predecessor_index(const Block* from) const;
};

// for (Node* n : nodes(block)): in order; the current node may be removed, nodes may be inserted before it.
class NodeRange {
 public:
  explicit NodeRange(Block* block) : block_(block) {}
  struct Iterator {
    Node* node;
    Node* next;
    Node* operator*() const { return node; }
    bool operator!=(const Iterator& other) const { return node != other.node; }
    void operator++() {
      node = next;
      next = node ? node->next : nullptr;
    }
  };
  Iterator begin() const { return {block_->first, block_->first ? block_->first->next : nullptr}; }
  Iterator end() const { return {nullptr, nullptr}; }

 private:
  Block* block_;
};
inline NodeRange nodes(Block* block) { return NodeRange(block); }

}  // namespace gs::jit::ir
