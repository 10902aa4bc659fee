// Changes of the graph.
#include "jit/ir/edit.hpp"

#include <algorithm>

#include "base/assert.hpp"
#include "jit/ir/uses.hpp"

namespace gs::jit::ir {

void remove_copies(Function& function) {
  const auto redirect = [](Node*& use) { use = resolve(use); };
  for (Snapshot* snapshot : function.snapshots) each_snapshot_value(snapshot, redirect);
  for (Block* block : function.blocks) {
    for (Node* n : nodes(block)) {
      if (n->op == Op::Copy) {
        block->remove(n);
      } else {
        for (Node*& input : n->inputs) redirect(input);
      }
    }
  }
}

namespace {

// A pointer stays boxed in a field, which has no place for its tag, but by a box in no block.
void unbox_fields(Function& function, Node* object) {
  for (Node*& field : object->inputs) {
    const bool is_box = field->op == Op::BoxInt || field->op == Op::BoxSmallInt || field->op == Op::BoxFloat ||
                        field->op == Op::BoxBool;
    if (is_virtual(field)) {
      unbox_fields(function, field);
    } else if (is_box) {
      field = field->input(0);
    } else if (field->op == Op::BoxPtr && field->block) {
      field = function.make(Op::BoxPtr, Type::Boxed, {field->input(0)}, field->imm);
    }
  }
}

}  // namespace

void unbox_snapshots(Function& function) {
  const auto unbox = [&](SnapshotEntry& entry) {
    Node* box = entry.value;
    switch (box->op) {
      case Op::VirtualObject:
      case Op::VirtualCell: return unbox_fields(function, box);
      case Op::BoxPtr: entry.tag = box->imm; [[fallthrough]];
      case Op::BoxInt:
      case Op::BoxSmallInt:
      case Op::BoxFloat:
      case Op::BoxBool: entry.value = box->input(0); return;
      default: return;
    }
  };
  for (Snapshot* snapshot : function.snapshots) {
    for (SnapshotEntry& entry : snapshot->registers) unbox(entry);
    for (SnapshotEntry& entry : snapshot->globals) unbox(entry);
  }
}

namespace {

// Postorder without recursion: regions of inlined code may be deep.
std::vector<Block*> postorder(const Function& function) {
  struct Step {
    Block* block;
    u32 next;
  };
  std::vector<Block*> order;
  std::vector<bool> seen(function.block_count());
  std::vector<Step> stack{{function.blocks[0], 0}};
  seen[function.blocks[0]->id] = true;
  while (!stack.empty()) {
    Step& step = stack.back();
    const u32 count = step.block->successor_count();
    if (step.next == count) {
      order.push_back(step.block);
      stack.pop_back();
      continue;
    }
    // The successor visited last comes first in reverse postorder: the first one, unless it is the colder.
    const bool first_last = count == 2 && !(step.block->successors[0]->is_cold && !step.block->successors[1]->is_cold);
    Block* next = step.block->successors[first_last ? 1 - step.next : step.next];
    step.next++;
    if (!seen[next->id]) {
      seen[next->id] = true;
      stack.push_back({next, 0});
    }
  }
  return order;
}

}  // namespace

bool order_blocks(Function& function) {
  std::vector<Block*> order = postorder(function);
  std::reverse(order.begin(), order.end());
  std::vector<bool> reachable(function.block_count());
  for (Block* block : order) reachable[block->id] = true;
  for (Block* block : order) {
    for (u32 i = u32(block->predecessors.size()); i-- > 0;) {
      if (!reachable[block->predecessors[i]->id]) remove_predecessor(function, block, i);
    }
  }
  const bool dropped = order.size() != function.blocks.size();
  function.blocks = std::move(order);
  return dropped;
}

void remove_predecessor(Function&, Block* to, u32 index) {
  to->predecessors.erase(to->predecessors.begin() + index);
  for (Node* n = to->first; n && is_phi(n); n = n->next) {
    std::copy(n->inputs.begin() + index + 1, n->inputs.end(), n->inputs.begin() + index);
    n->inputs = n->inputs.first(n->inputs.size() - 1);
  }
}

void cut_edge(Function& function, Block* from, Block* to) {
  GS_ASSERT(from->successors[1], "only a branch can lose an edge");
  remove_predecessor(function, to, to->predecessor_index(from));
  if (from->successors[0] == to) from->successors[0] = from->successors[1];
  from->successors[1] = nullptr;
  Node* jump = from->last;
  jump->op = Op::Jump;
  jump->inputs = {};
}

Block* split_edge(Function& function, Block* from, Block* to) {
  Block* middle = function.add_block();
  function.blocks.pop_back();
  // Right behind its predecessor: reverse postorder stays one.
  const auto place = std::find(function.blocks.begin(), function.blocks.end(), from);
  function.blocks.insert(place + 1, middle);
  middle->append(function.make(Op::Jump, Type::Void));
  middle->successors[0] = to;
  middle->predecessors.push_back(from);
  middle->is_cold = to->is_cold || from->is_cold;
  to->predecessors[to->predecessor_index(from)] = middle;
  from->successors[from->successors[0] == to ? 0 : 1] = middle;
  return middle;
}

void append_input(Function& function, Node* phi, Node* value) {
  std::vector<Node*> inputs(phi->inputs.begin(), phi->inputs.end());
  inputs.push_back(value);
  phi->inputs = function.arena().copy(std::span<Node* const>(inputs));
}

}  // namespace gs::jit::ir
