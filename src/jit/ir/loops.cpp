// Finding loops: headers in layout order are outer before inner, so each body walk overwrites the innermost loop of
// its blocks.
#include "jit/ir/loops.hpp"

#include <algorithm>

namespace gs::jit::ir {

Loops::Loops(const Function& function, const Dominators& dominators) : innermost_(function.block_count()) {
  std::vector<Loop*> mark(function.block_count());  // the loop whose walk last saw the block
  std::vector<Block*> work;
  for (Block* header : function.blocks) {
    header->loop_depth = innermost_[header->id] ? innermost_[header->id]->depth : 0;
    std::vector<Block*> latches;
    Block* outside = nullptr;
    u32 outside_count = 0;
    for (Block* from : header->predecessors) {
      if (dominators.dominates(header, from)) {
        latches.push_back(from);
      } else {
        outside = from;
        outside_count++;
      }
    }
    if (latches.empty()) continue;
    auto loop = std::make_unique<Loop>();
    loop->header = header;
    loop->parent = innermost_[header->id];
    loop->depth = loop->parent ? loop->parent->depth + 1 : 1;
    for (Loop* around = loop->parent; around; around = around->parent) around->has_inner = true;
    if (outside_count == 1 && outside->last->op == Op::Jump) loop->preheader = outside;
    work = latches;
    loop->latches = std::move(latches);
    loop->blocks.push_back(header);
    mark[header->id] = loop.get();
    while (!work.empty()) {
      Block* block = work.back();
      work.pop_back();
      if (mark[block->id] == loop.get()) continue;
      mark[block->id] = loop.get();
      loop->blocks.push_back(block);
      work.insert(work.end(), block->predecessors.begin(), block->predecessors.end());
    }
    std::sort(loop->blocks.begin() + 1, loop->blocks.end(),
              [&](Block* a, Block* b) { return dominators.order(a) < dominators.order(b); });
    for (Block* block : loop->blocks) innermost_[block->id] = loop.get();
    header->loop_depth = loop->depth;
    loops_.push_back(std::move(loop));
  }
  // Each block's own writes go to its innermost loop, then, inner loops first, to the loops around.
  for (Block* block : function.blocks) {
    block->loop_depth = innermost_[block->id] ? innermost_[block->id]->depth : 0;
    if (!innermost_[block->id]) continue;
    for (Node* n = block->first; n; n = n->next) innermost_[block->id]->writes |= n->writes();
  }
  for (usize i = loops_.size(); i-- > 0;) {
    if (loops_[i]->parent) loops_[i]->parent->writes |= loops_[i]->writes;
  }
}

}  // namespace gs::jit::ir
