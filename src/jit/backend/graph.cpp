// Blocks, loops and their order.
#include "jit/backend/graph.hpp"

#include <algorithm>

namespace gs::jit::backend {

namespace {

class GraphBuilder {
 public:
  explicit GraphBuilder(LFunction& f) : f_(f) {}

  void run() {
    make_blocks();
    number_in_postorder();
    find_loops();
    spread_coldness();
    order();
  }

 private:
  void make_blocks() {
    of_.resize(f_.ir->block_count());
    std::vector<ir::Block*> work{f_.ir->blocks.front()};
    make(work.front());
    while (!work.empty()) {
      ir::Block* block = work.back();
      work.pop_back();
      for (u32 i = 0; i < block->successor_count(); i++) {
        if (of_[block->successors[i]->id]) continue;
        make(block->successors[i]);
        work.push_back(block->successors[i]);
      }
    }
    usize count = f_.storage.size();
    for (usize i = 0; i < count; i++) {
      LBlock* from = &f_.storage[i];
      for (u32 s = 0; s < from->block->successor_count(); s++) connect(from, s);
    }
  }

  LBlock* make(ir::Block* block) {
    LBlock* made = &f_.storage.emplace_back();
    made->block = block;
    if (block) {
      made->is_cold = block->is_cold || block->last->op == ir::Op::Exit;
      of_[block->id] = made;
    }
    return made;
  }

  void connect(LBlock* from, u32 s) {
    LBlock* to = of_[from->block->successors[s]->id];
    if (from->block->successor_count() == 2 && to->block->predecessors.size() > 1) {
      LBlock* edge = make(nullptr);
      edge->is_cold = from->is_cold || to->is_cold;
      edge->predecessors.push_back(from);
      edge->successors[0] = to;
      from->successors[s] = edge;
      to->predecessors.push_back(edge);
    } else {
      from->successors[s] = to;
      to->predecessors.push_back(from);
    }
  }

  // Numbers blocks, and notes back-edges: their targets are on the current path.
  void number_in_postorder() {
    struct Frame {
      LBlock* block;
      u32 next;
    };
    std::vector<Frame> path;
    enum : u8 { kNew, kOpen, kDone };
    std::vector<u8> state(f_.storage.size());
    for (u32 i = 0; i < f_.storage.size(); i++) f_.storage[i].index = i;
    LBlock* entry = &f_.storage.front();
    path.push_back({entry, 0});
    state[entry->index] = kOpen;
    while (!path.empty()) {
      Frame& frame = path.back();
      if (frame.next == frame.block->successor_count()) {
        state[frame.block->index] = kDone;
        reverse_postorder_.push_back(frame.block);
        path.pop_back();
        continue;
      }
      LBlock* to = frame.block->successors[frame.next++];
      if (state[to->index] == kOpen) {
        to->is_header = true;
        back_edges_.push_back({frame.block, to});
      } else if (state[to->index] == kNew) {
        state[to->index] = kOpen;
        path.push_back({to, 0});
      }
    }
    std::reverse(reverse_postorder_.begin(), reverse_postorder_.end());
  }

  // Outer headers come first in reverse postorder, so inner loops overwrite what outer ones said.
  void find_loops() {
    std::vector<LBlock*> body;
    for (LBlock* header : reverse_postorder_) {
      if (!header->is_header) continue;
      header->outer = header->loop;
      u32 depth = header->loop_depth + 1;
      body.clear();
      add_to_loop(header, header, depth, body);
      for (auto& edge : back_edges_) {
        if (edge.to == header) add_to_loop(edge.from, header, depth, body);
      }
      while (!body.empty()) {
        LBlock* block = body.back();
        body.pop_back();
        if (block == header) continue;
        for (LBlock* predecessor : block->predecessors) add_to_loop(predecessor, header, depth, body);
      }
    }
  }

  static void add_to_loop(LBlock* block, LBlock* header, u32 depth, std::vector<LBlock*>& body) {
    if (block->loop == header) return;
    block->loop = header;
    block->loop_depth = depth;
    body.push_back(block);
  }

  bool is_back_edge(LBlock* from, LBlock* to) const {
    return std::any_of(back_edges_.begin(), back_edges_.end(), [&](auto& edge) { return edge.from == from && edge.to == to; });
  }

  // What only cold blocks lead to is cold.
  void spread_coldness() {
    reverse_postorder_.front()->is_cold = false;
    for (LBlock* block : reverse_postorder_) {
      if (block->is_cold || block->predecessors.empty()) continue;
      block->is_cold = std::all_of(block->predecessors.begin(), block->predecessors.end(), [&](LBlock* p) {
        return p->is_cold || (block->is_header && is_back_edge(p, block));
      });
    }
  }

  static u32 shared_depth(const LBlock* a, const LBlock* b) {
    const LBlock* loop = a->loop;
    while (loop && !b->is_inside(loop)) loop = loop->outer;
    return loop ? loop->loop_depth : 0;
  }

  // Topological over forward edges between hot blocks; among those that are ready, what shares most loops with the last one.
  void order() {
    std::vector<u32> waiting(f_.storage.size());
    for (LBlock* block : reverse_postorder_) {
      for (LBlock* p : block->predecessors) {
        if (!p->is_cold && !(block->is_header && is_back_edge(p, block))) waiting[block->index]++;
      }
    }
    std::vector<LBlock*> ready{reverse_postorder_.front()};
    LBlock* last = ready.front();
    while (!ready.empty()) {
      usize best = ready.size() - 1;
      for (usize i = ready.size() - 1; i-- > 0;) {
        if (rank(ready[i], last) > rank(ready[best], last)) best = i;
      }
      last = ready[best];
      ready.erase(ready.begin() + i64(best));
      f_.blocks.push_back(last);
      for (u32 s = last->successor_count(); s-- > 0;) {
        LBlock* to = last->successors[s];
        if (to->is_cold || (to->is_header && is_back_edge(last, to))) continue;
        if (--waiting[to->index] == 0) ready.push_back(to);
      }
    }
    for (LBlock* block : reverse_postorder_) {
      if (block->is_cold) f_.blocks.push_back(block);
    }
    for (u32 i = 0; i < f_.blocks.size(); i++) f_.blocks[i]->index = i;
  }

  u64 rank(LBlock* block, LBlock* last) const { return u64(shared_depth(block, last)) << 32 | block->loop_depth; }

  struct Edge {
    LBlock *from, *to;
  };
  LFunction& f_;
  std::vector<LBlock*> of_;  // by IR block id
  std::vector<LBlock*> reverse_postorder_;
  std::vector<Edge> back_edges_;
};

// Puts the loop's header behind its last block if that jumps to it and the header decides about leaving: one jump less in each turn.
void rotate(std::vector<LBlock*>& layout, LBlock* header) {
  usize begin = usize(std::find(layout.begin(), layout.end(), header) - layout.begin());
  usize end = begin + 1;
  while (end < layout.size() && !layout[end]->is_cold && layout[end]->is_inside(header)) end++;
  LBlock* last = layout[end - 1];
  bool decides = header->successor_count() == 2 &&
                 header->successors[0]->is_inside(header) != header->successors[1]->is_inside(header);
  bool is_jump = last->successor_count() == 1 && last->successors[0] == header;
  if (decides && is_jump && end - begin > 1) {
    std::rotate(layout.begin() + i64(begin), layout.begin() + i64(begin) + 1, layout.begin() + i64(end));
  }
  bool is_innermost = true;
  for (usize i = begin; i < end; i++) is_innermost &= layout[i] == header || !layout[i]->is_header;
  if (is_innermost) layout[begin]->is_aligned = true;
}

}  // namespace

void build_graph(LFunction& f) { GraphBuilder(f).run(); }

void lay_out(LFunction& f) {
  f.layout = f.blocks;
  for (LBlock* block : f.blocks) {
    if (block->is_header && !block->is_cold) rotate(f.layout, block);
  }
}

}  // namespace gs::jit::backend
