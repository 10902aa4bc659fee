// Checks the numbered invariants of verifier.hpp.
#include "jit/ir/verifier.hpp"

#include <cstring>
#include <optional>

#include "jit/ir/dominators.hpp"
#include "jit/ir/edit.hpp"
#include "jit/ir/uses.hpp"

namespace gs::jit::ir {

namespace {

class Verifier {
 public:
  explicit Verifier(const Function& function) : function_(function) {}

  VerifyResult run() {
    check_graph();
    if (result_.ok) check_nodes();
    return std::move(result_);
  }

 private:
  bool require(bool condition, const Block* block, const char* what) {
    if (!condition && result_.ok) result_ = {false, "b" + std::to_string(block->id) + ": " + what};
    return condition;
  }
  bool require(bool condition, const Node* n, const std::string& what) {
    if (!condition && result_.ok) {
      result_ = {false, std::string(n->info().name) + " v" + std::to_string(n->id) + ": " + what};
    }
    return condition;
  }

  void check_graph() {
    const std::vector<Block*>& blocks = function_.blocks;
    if (blocks.empty()) return void(result_ = {false, "no blocks"});
    require(blocks[0]->predecessors.empty(), blocks[0], "the entry has predecessors");
    std::vector<bool> listed(function_.block_count());
    for (const Block* block : blocks) listed[block->id] = true;
    for (const Block* block : blocks) {
      check_terminator(block);
      for (const Block* to : block->successors) {
        if (to && !(require(listed[to->id], block, "its successor is not in the list") &&
                    require(count(to->predecessors, block) == 1, block, "its successor does not name it once"))) {
          return;
        }
      }
      for (const Block* from : block->predecessors) {
        require(listed[from->id], block, "its predecessor is not in the list");
        require(from->successors[0] == block || from->successors[1] == block, block,
                "its predecessor does not lead to it");
      }
      require(block == blocks[0] || !block->predecessors.empty(), block, "unreachable");
      if (!result_.ok) return;
    }
    check_order();
  }

  void check_terminator(const Block* block) {
    if (!require(block->last && block->last->is(kTerminator), block, "does not end in a terminator")) return;
    const Op op = block->last->op;
    const u32 wanted = op == Op::Jump ? 1 : op == Op::Branch ? 2 : 0;
    require(block->successor_count() == wanted, block, "its terminator wants another number of successors");
    require(!(block->successors[0] && block->successors[0] == block->successors[1]), block,
            "both successors are the same");
  }

  void check_order() {
    std::vector<bool> seen(function_.block_count());
    for (const Block* block : function_.blocks) {
      bool any = block == function_.blocks[0];
      for (const Block* from : block->predecessors) any |= bool(seen[from->id]);
      if (!require(any, block, "stands before all its predecessors")) return;
      seen[block->id] = true;
    }
    dominators_.emplace(function_);
    for (const Block* block : function_.blocks) {
      for (const Block* from : block->predecessors) {
        const bool is_back = dominators_->order(from) >= dominators_->order(block);
        require(!is_back || dominators_->dominates(block, from), block,
                "a back-edge leads to it that it does not dominate");
      }
    }
  }

  void check_nodes() {
    index_.resize(function_.node_count());
    for (const Block* block : function_.blocks) {
      u32 position = 1;
      for (const Node* n = block->first; n; n = n->next) {
        if (!require(n->id < function_.node_count(), n, "its id is too large")) return;
        require(index_[n->id] == 0, n, "two nodes have its id");
        index_[n->id] = position++;
      }
    }
    for (const Block* block : function_.blocks) {
      for (const Node* n = block->first; n && result_.ok; n = n->next) check_node(block, n);
      if (block->entry_snapshot) check_snapshot(first_after_phis(block), block->entry_snapshot);
      if (!result_.ok) return;
    }
  }

  void check_node(const Block* block, const Node* n) {
    require(n->block == block, n, "its block is another one");
    require(!n->previous || n->previous->next == n, n, "the list is broken before it");
    require(!n->is(kTerminator) || n == block->last, n, "a terminator in the middle of a block");
    require(!is_virtual(n), n, "a virtual object in a block");
    const char letter = n->info().result;
    const bool may_be_void = n->op == Op::CallRuntime || n->op == Op::CallDirect;
    require(letter == 'T' ? n->type != Type::Void || may_be_void : letter == type_letter(n->type), n, "its type is not its op's");
    if (n->op == Op::Phi) {
      check_phi(block, n);
    } else {
      check_operands(n);
    }
    if (n->is(kExits) || n->is(kFrames)) {
      if (require(n->snapshot && !n->snapshot->frames.empty(), n, "it has no snapshot")) check_snapshot(n, n->snapshot);
    }
  }

  void check_phi(const Block* block, const Node* n) {
    require(!n->previous || is_phi(n->previous), n, "a phi behind another node");
    if (!require(n->inputs.size() == block->predecessors.size(), n, "as many operands as predecessors are wanted"))
      return;
    for (usize i = 0; i < n->inputs.size(); i++) {
      require(n->input(i)->type == n->type, n, "an operand's type is not the phi's");
      require(is_known(n->input(i), block->predecessors[i]->last), n,
              "an operand does not dominate its predecessor's end");
    }
  }

  void check_operands(const Node* n) {
    const char* letters = n->info().operands;
    const bool is_open = std::strchr(letters, '*');
    if (!require(is_open || n->inputs.size() == std::strlen(letters), n, "wrong number of operands")) return;
    for (usize i = 0; i < n->inputs.size(); i++) {
      const Node* input = n->input(i);
      const char letter = is_open ? 's' : letters[i];
      const char actual = type_letter(input->type);
      require(letter == 's' ? actual != '-' : letter == actual, n,
              "operand " + std::to_string(i) + " has the wrong type");
      require(is_known(input, n), n, "operand v" + std::to_string(input->id) + " does not dominate it");
    }
    if (n->op == Op::Select || n->op == Op::Copy)
      require(n->inputs.back()->type == n->type, n, "its operand's type is not its own");
    if (n->op == Op::Select) require(n->input(1)->type == n->type, n, "its operand's type is not its own");
    if (n->op == Op::Load || n->op == Op::LoadIndexed)
      require(memory_type(n->memory) == n->type, n, "its type is not its memory's");
    if (n->op == Op::Store || n->op == Op::StoreIndexed) {
      require(memory_type(n->memory) == n->inputs.back()->type, n, "the stored value's type is not its memory's");
    }
  }

  void check_snapshot(const Node* n, Snapshot* snapshot) {
    const auto check = [&](Node*& value) {
      require(is_known(value, n), n, "its snapshot's v" + std::to_string(value->id) + " does not dominate it");
    };
    if (n->is(kFrames) && !n->is(kExits)) {
      each_frame_value(snapshot, check);
    } else {
      each_snapshot_value(snapshot, check);
    }
  }

  // Whether `value` stands in a block and is computed before `user` runs.
  bool is_known(const Node* value, const Node* user) const {
    if (!value->block || value->id >= index_.size() || index_[value->id] == 0) return false;
    if (value->block != user->block) return dominators_->dominates(value->block, user->block);
    return index_[value->id] < index_[user->id];
  }

  static usize count(const std::vector<Block*>& list, const Block* block) {
    usize found = 0;
    for (const Block* other : list) found += other == block;
    return found;
  }

  const Function& function_;
  VerifyResult result_;
  std::optional<Dominators> dominators_;
  std::vector<u32> index_;  // by node id: position in its block, from 1
};

}  // namespace

VerifyResult verify(const Function& function) { return Verifier(function).run(); }

}  // namespace gs::jit::ir
