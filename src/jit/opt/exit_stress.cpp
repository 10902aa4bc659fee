// In front of each guard comes one with the same snapshot that tests a byte of memory.
#include "jit/opt/exit_stress.hpp"

#include "jit/ir/edit.hpp"

namespace gs::jit::opt {

using namespace ir;

namespace {

bool is_guard(const Node* n) { return n->op >= Op::GuardInt && n->op <= Op::BoundsCheck && n->snapshot; }

}  // namespace

void stress_exits(Function& function, std::deque<ForcedExit>& forced) {
  for (Block* block : function.blocks) {
    for (Node* n : nodes(block)) {
      if (!is_guard(n)) continue;
      ForcedExit& exit = forced.emplace_back();
      Node* place = function.make(Op::ConstPtr, Type::Ptr, {}, reinterpret_cast<u64>(&exit.armed));
      Node* armed = function.make(Op::Load, Type::I64, {place});
      armed->memory = Memory::kU8;
      armed->alias = Alias::Vm;
      Node* zero = function.make(Op::ConstInt, Type::I64, {}, 0);
      Node* passes = function.make(Op::EqInt, Type::Bool, {armed, zero});
      Node* guard = function.make(Op::GuardTrue, Type::Void, {passes});
      guard->snapshot = n->snapshot;
      exit.node = guard->id;
      for (Node* made : {place, armed, zero, passes, guard}) block->insert_before(n, made);
    }
  }
}

}  // namespace gs::jit::opt
