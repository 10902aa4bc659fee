// Variables that a loop counts up or down: phis of the header that every iteration changes by a bounded amount in one
// direction. Found for range analysis.
#pragma once

#include "jit/ir/loops.hpp"
#include "jit/opt/range.hpp"

namespace gs::jit::opt {

struct Induction {
  ir::Node* phi = nullptr;
  ir::Node* init = nullptr;  // on entry to the loop
  i64 least_step = 0;        // of an iteration
  i64 largest_step = 0;
  ir::Node* symbolic_step = nullptr;  // phi + this is the next value; then least and largest are of its interval

  bool goes_up() const { return least_step >= 0; }
  bool goes_down() const { return largest_step <= 0; }
};

// `phi` is an int phi of the loop's header. False if it is no induction.
bool find_induction(const ir::Loop& loop, const ir::Loops& loops, ir::Node* phi, const RangeFacts& facts,
                    Induction& result);

// What is known at the end of each iteration from the branches on the way: visit(comparison, holds) for conditions in
// blocks that every iteration passes, on the side that leads back to the header.
template <class Visit>
void each_latch_condition(const ir::Loop& loop, const ir::Dominators& dominators, Visit&& visit) {
  if (loop.latches.size() != 1) return;
  ir::Block* to = loop.header;
  for (ir::Block* block = loop.latches[0];; block = dominators.immediate_dominator(block)) {
    // The edge block -> to, if that is how control goes.
    const bool is_edge = block->successors[0] == to || block->successors[1] == to;
    const bool is_only_way = to == loop.header || to->predecessors.size() == 1;
    if (is_edge && is_only_way && block->last->op == ir::Op::Branch)
      visit(ir::resolve(block->last->input(0)), block->successors[0] == to);
    if (block == loop.header) return;
    to = block;
  }
}

}  // namespace gs::jit::opt
