// Changes of the graph that several passes need. All keep phis, predecessors and successors in step.
#pragma once

#include "jit/ir/function.hpp"

namespace gs::jit::ir {

// Redirects every use of a Copy (in nodes and snapshots) to what it stands for, and removes the Copies.
void remove_copies(Function& function);

// Snapshots take values out of their boxes: leaving the region boxes them.
void unbox_snapshots(Function& function);

// Blocks in reverse postorder, the likely successor right behind its predecessor; unreachable blocks are dropped.
// True if some were.
bool order_blocks(Function& function);

// `to` loses its predecessor number `index`, its phis the operand.
void remove_predecessor(Function& function, Block* to, u32 index);

// The edge from `from` to `to` is cut: `from`'s terminator becomes a Jump to its other successor.
void cut_edge(Function& function, Block* from, Block* to);

// A new block on the edge, with a Jump; it takes the edge's place among the predecessors of `to`.
Block* split_edge(Function& function, Block* from, Block* to);

// The phi operand vector with one more operand at its end.
void append_input(Function& function, Node* phi, Node* value);

// A copy of the snapshot in which each value is `map(value)`; virtual objects are copied too.
template <class Map>
Snapshot* copy_snapshot(Function& function, const Snapshot* snapshot, Map&& map);

inline bool is_phi(const Node* n) { return n->op == Op::Phi; }
inline Node* first_after_phis(const Block* block) {
  Node* n = block->first;
  while (n && is_phi(n)) n = n->next;
  return n;
}

}  // namespace gs::jit::ir

#include "jit/ir/edit_inline.hpp"
