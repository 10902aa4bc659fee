// A value or effect of the IR. Nodes live in their function's arena and stand in one block's list, in execution order.
#pragma once

#include <span>

#include "base/types.hpp"
#include "jit/ir/ops.hpp"

namespace gs::jit::ir {

struct Block;
struct Snapshot;

struct Node {
  Op op;
  Type type = Type::Void;
  Memory memory = Memory::kBoxed;  // loads and stores
  Alias alias = Alias::Frame;      // loads and stores whose op says kByNode
  u32 id = 0;                      // dense within the function
  u32 aux = 0;                     // second immediate
  u64 imm = 0;                     // immediate; its use is in ir_ops.def
  std::span<Node*> inputs;         // arena storage; passes may write to it
  Node* copied = nullptr;          // storage for the operand of a node that became a Copy
  Snapshot* snapshot = nullptr;    // ops with kExits or kFrames
  Block* block = nullptr;
  Node* previous = nullptr;        // in the block
  Node* next = nullptr;

  const OpInfo& info() const { return ir::info(op); }
  bool is(OpFlags flag) const { return info().is(flag); }
  AliasSet reads() const { return info().reads | (info().reads_by_node ? alias_bit(alias) : 0); }
  AliasSet writes() const { return info().writes | (info().writes_by_node ? alias_bit(alias) : 0); }
  bool is_constant() const { return op >= Op::ConstInt && op <= Op::ConstBoxed; }
  bool has_result() const { return type != Type::Void; }
  Node* input(usize i) const { return inputs[i]; }

  // From now on this node is another name for `other` (which dominates it). Uses are redirected by remove_copies.
  void become(Node* other) {
    op = Op::Copy;
    copied = other;
    inputs = std::span(&copied, 1);
    snapshot = nullptr;
  }
};

inline Node* resolve(Node* n) {
  while (n->op == Op::Copy) n = n->inputs[0];
  return n;
}

}  // namespace gs::jit::ir
