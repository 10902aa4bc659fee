// Removes values that nothing uses: marks from what has effects, may leave or ends a block, then sweeps. Cycles of
// phis go too.
//
//   v3:i = Phi v1 v4          (nothing else uses v3, v4)      ->   nothing
//   v4 = AddInt v3 v2
//
// The registers of a snapshot are uses only if some node leaves by it; a snapshot that serves only kFrames nodes
// loses them. Boxes that only snapshots want go as well: leaving boxes.
#include "jit/ir/edit.hpp"
#include "jit/ir/liveness.hpp"
#include "jit/ir/uses.hpp"
#include "jit/opt/pass.hpp"

namespace gs::jit::opt {

using namespace ir;

namespace {

class DeadCode {
 public:
  explicit DeadCode(Function& function)
      : function_(function), live_(function.node_count()), is_exit_(function.snapshots.size()) {}

  void run() {
    unbox_snapshots(function_);
    const auto mark = [this](Node*& use) { add(use); };
    for (Block* block : function_.blocks) {
      if (block->entry_snapshot) {
        is_exit_[block->entry_snapshot->id] = true;
        each_snapshot_value(block->entry_snapshot, mark);
      }
      for (Node* n : nodes(block)) {
        if (n->is(kExits)) is_exit_[n->snapshot->id] = true;
        if (!is_phi(n) && !n->is(kPure) && !n->is(kRemovable)) add(n);
      }
    }
    while (!work_.empty()) {
      Node* n = work_.back();
      work_.pop_back();
      each_use(n, mark);
    }
    sweep();
  }

 private:
  void add(Node* n) {
    if (live_.has(n->id)) return;
    live_.add(n->id);
    work_.push_back(n);
  }

  void sweep() {
    for (Block* block : function_.blocks) {
      for (Node* n : nodes(block)) {
        if (!live_.has(n->id)) {
          block->remove(n);
        } else if (n->snapshot && !is_exit_[n->snapshot->id]) {
          n->snapshot->registers = {};
          n->snapshot->globals = {};
        }
      }
    }
  }

  Function& function_;
  NodeSet live_;
  std::vector<bool> is_exit_;  // by snapshot id: some node leaves by it
  std::vector<Node*> work_;
};

}  // namespace

void dead(Function& function, PassContext&) { DeadCode(function).run(); }

// Late passes move nothing in front of loops any more.
void finish(Function& function, PassContext&) {
  for (Block* block : function.blocks) block->entry_snapshot = nullptr;
  DeadCode(function).run();
}

}  // namespace gs::jit::opt
