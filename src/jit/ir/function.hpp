// A region's IR: blocks of nodes in an arena. Made by jit/region or the text parser, changed by jit/opt, turned into machine code by
// jit/backend.
#pragma once

#include <initializer_list>
#include <memory>
#include <string>
#include <vector>

#include "base/arena.hpp"
#include "jit/ir/block.hpp"
#include "jit/ir/object_template.hpp"
#include "jit/ir/snapshot.hpp"

namespace gs::jit::ir {

class Function {
 public:
  std::string name;               // for dumps: function and line
  std::vector<Block*> blocks;     // in layout order; the entry first. Reverse postorder unless a pass says otherwise
  std::vector<Snapshot*> snapshots;
  std::vector<ObjectTemplate> templates;  // by imm of NewObject and VirtualObject

  Block* add_block();
  // A node that stands nowhere yet. Checks operand count and types against the table in debug builds.
  Node* make(Op op, Type type, std::initializer_list<Node*> inputs = {}, u64 imm = 0, u32 aux = 0);
  Node* make_span(Op op, Type type, std::span<Node* const> inputs, u64 imm = 0, u32 aux = 0);
  // The result type from the op's row (Void for none); for T ops the type must be given to make.
  static Type default_type(Op op);
  Snapshot* make_snapshot(std::span<const SnapshotFrame> frames, std::span<const SnapshotEntry> registers,
                          std::span<const SnapshotEntry> globals);
  // Appends an edge; `to` gains a predecessor. Phis of `to` must be extended by the caller.
  void connect(Block* from, Block* to);

  Arena& arena() { return arena_; }
  u32 node_count() const { return next_node_; }
  // Nodes made from now on have ids of at least `first`: the parser keeps the lower ones for the numbers in its text.
  void reserve_node_ids(u32 first) { next_node_ = first > next_node_ ? first : next_node_; }
  u32 block_count() const { return next_block_; }

 private:
  Arena arena_;
  std::vector<std::unique_ptr<Block>> owned_blocks_;
  u32 next_node_ = 0;
  u32 next_block_ = 0;
};

}  // namespace gs::jit::ir
