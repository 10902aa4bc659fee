// Building and editing the graph.
#include "jit/ir/function.hpp"

#include <cstring>

#include "base/assert.hpp"

namespace gs::jit::ir {

void Block::append(Node* n) {
  n->block = this;
  n->previous = last;
  n->next = nullptr;
  (last ? last->next : first) = n;
  last = n;
}

void Block::insert_before(Node* position, Node* n) {
  n->block = this;
  n->next = position;
  n->previous = position->previous;
  (n->previous ? n->previous->next : first) = n;
  position->previous = n;
}

void Block::remove(Node* n) {
  (n->previous ? n->previous->next : first) = n->next;
  (n->next ? n->next->previous : last) = n->previous;
  n->previous = n->next = nullptr;
  n->block = nullptr;
}

u32 Block::predecessor_index(const Block* from) const {
  for (u32 i = 0; i < predecessors.size(); i++) {
    if (predecessors[i] == from) return i;
  }
  GS_ASSERT(false, "not a predecessor");
  return 0;
}

Block* Function::add_block() {
  // Blocks hold vectors, so they are owned rather than arena-allocated.
  owned_blocks_.push_back(std::make_unique<Block>());
  Block* block = owned_blocks_.back().get();
  block->id = next_block_++;
  blocks.push_back(block);
  return block;
}

Type Function::default_type(Op op) {
  switch (info(op).result) {
#define IR_TYPE(name, letter, meaning) case letter: return Type::name;
#include "defs/ir_types.def"
#undef IR_TYPE
  }
  return Type::Void;
}

Node* Function::make(Op op, Type type, std::initializer_list<Node*> inputs, u64 imm, u32 aux) {
  return make_span(op, type, std::span(inputs.begin(), inputs.size()), imm, aux);
}

Node* Function::make_span(Op op, Type type, std::span<Node* const> inputs, u64 imm, u32 aux) {
  Node* n = arena_.make<Node>();
  n->op = op;
  n->type = type;
  n->id = next_node_++;
  n->imm = imm;
  n->aux = aux;
  n->inputs = arena_.copy(inputs);
  return n;
}

Snapshot* Function::make_snapshot(std::span<const SnapshotFrame> frames, std::span<const SnapshotEntry> registers,
                                  std::span<const SnapshotEntry> globals) {
  Snapshot* s = arena_.make<Snapshot>();
  s->id = u32(snapshots.size());
  s->frames = arena_.copy(frames);
  s->registers = arena_.copy(registers);
  s->globals = arena_.copy(globals);
  snapshots.push_back(s);
  return s;
}

void Function::connect(Block* from, Block* to) {
  from->successors[from->successors[0] ? 1 : 0] = to;
  to->predecessors.push_back(from);
}

}  // namespace gs::jit::ir
