// The natural loops of a function, nested. A region's loops are reducible: a back-edge leads to a block that
// dominates its source.
#pragma once

#include <memory>
#include <vector>

#include "jit/ir/dominators.hpp"

namespace gs::jit::ir {

struct Loop {
  Block* header;
  Loop* parent = nullptr;  // the loop around it
  u32 depth = 1;
  bool has_inner = false;
  std::vector<Block*> blocks;   // with those of inner loops, in layout order; the header first
  std::vector<Block*> latches;  // sources of back-edges
  Block* preheader = nullptr;   // the only predecessor from outside, if it ends in a Jump
  AliasSet writes = 0;          // classes that some node in it writes

  bool contains(const Loop* other) const {
    while (other && other != this) other = other->parent;
    return other == this;
  }
};

class Loops {
 public:
  // Fills Block::loop_depth.
  Loops(const Function& function, const Dominators& dominators);

  // Outer loops before inner ones.
  const std::vector<std::unique_ptr<Loop>>& all() const { return loops_; }
  // The innermost loop a block is in; null if none.
  Loop* of(const Block* block) const { return innermost_[block->id]; }
  bool is_inside(const Block* block, const Loop* loop) const { return loop->contains(of(block)); }

 private:
  std::vector<std::unique_ptr<Loop>> loops_;
  std::vector<Loop*> innermost_;  // by block id
};

}  // namespace gs::jit::ir
