// What the region builder knows at a point of the program: which node holds each register of the current frame, and each global that it
// keeps in a register. Copied where control splits, merged where it joins.
#pragma once

#include <vector>

#include "jit/ir/node.hpp"
#include "vm/object/objects.hpp"

namespace gs::jit::region {

using ir::Node;

struct GlobalValue {
  vm::Global* global;
  Node* value;
  bool is_dirty;  // not yet written back
};

struct State {
  std::vector<Node*> registers;  // by register; null: dead
  std::vector<Node*> slots;      // what the register's slot in memory holds, if known
  std::vector<GlobalValue> globals;

  GlobalValue* find(const vm::Global* global) {
    for (GlobalValue& g : globals) {
      if (g.global == global) return &g;
    }
    return nullptr;
  }
};

// Control on its way: the block it comes from has no terminator yet.
struct Edge {
  ir::Block* from;
  State state;
};

}  // namespace gs::jit::region
