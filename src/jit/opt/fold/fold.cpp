// The driver, and the pool of constants.
#include "jit/opt/fold/fold.hpp"

#include "jit/ir/edit.hpp"

namespace gs::jit::opt {

using namespace ir;

namespace {

constexpr usize kFirstTable = 64;
constexpr u32 kRoundLimit = 16;  // rules lead towards fewer and simpler nodes; this bounds a mistake

u64 hash_of(Op op, u64 imm) { return (imm * 0x9E3779B97F4A7C15ull ^ u64(op)) * 0xBF58476D1CE4E5B9ull >> 20; }

}  // namespace

Folder::Folder(Function& function) : function_(function), table_(kFirstTable) {
  Block* entry = function.blocks[0];
  for (Node* n : nodes(entry)) {
    if (!n->is_constant()) continue;
    // The first one of equal constants serves all, so it must stand first.
    Node*& place = find(n->op, n->imm);
    if (place) {
      n->become(place);
      continue;
    }
    place = n;
    constant_count_++;
    entry->remove(n);
    entry->insert_before(entry->first, n);
    if (constant_count_ * 2 >= table_.size()) grow();
  }
}

Node*& Folder::find(Op op, u64 imm) {
  usize at = hash_of(op, imm) & (table_.size() - 1);
  while (table_[at] && !(table_[at]->op == op && table_[at]->imm == imm)) at = (at + 1) & (table_.size() - 1);
  return table_[at];
}

void Folder::grow() {
  std::vector<Node*> old(table_.size() * 2);
  old.swap(table_);
  for (Node* n : old) {
    if (n) find(n->op, n->imm) = n;
  }
}

Node* Folder::constant(Op op, u64 imm) {
  Node*& place = find(op, imm);
  if (place) return place;
  Node* n = place = function_.make(op, Function::default_type(op), {}, imm);
  function_.blocks[0]->insert_before(function_.blocks[0]->first, n);
  constant_count_++;
  if (constant_count_ * 2 >= table_.size()) grow();
  return n;
}

Node* Folder::make(Node* position, Op op, std::initializer_list<Node*> inputs, u64 imm) {
  Node* n = function_.make(op, Function::default_type(op), inputs, imm);
  position->block->insert_before(position, n);
  return n;
}

Node* Folder::rewrite(Node* n, Op op, Node* a, Node* b) {
  n->op = op;
  n->type = Function::default_type(op);
  n->inputs[0] = a;
  if (b) {
    n->inputs[1] = b;
  } else {
    n->inputs = n->inputs.first(1);
  }
  if (!n->is(kExits)) n->snapshot = nullptr;
  return n;
}

Node* Folder::fold(Node* n) {
  for (u32 round = 0; round < kRoundLimit; round++) {
    Node* result = fold_constants(n);
    if (!result) result = fold_int(n);
    if (!result) result = fold_float(n);
    if (!result) result = fold_compare(n);
    if (!result) result = fold_box(n);
    if (!result) result = fold_guard(n);
    if (!result) result = fold_control(n);
    if (!result) result = fold_address(n);
    if (!result) return n;
    if (result == &removed_) return nullptr;
    if (result != n) return result;
  }
  return n;
}

Node* Folder::fails(Node* n) {
  Node* guard = function_.make(Op::GuardTrue, Type::Void, {constant_bool(false)});
  guard->snapshot = n->snapshot;
  n->block->insert_before(n, guard);
  switch (n->type) {
    case Type::I64: return constant_int(0);
    case Type::F64: return constant(Op::ConstFloat, 0);
    case Type::Ptr: return constant(Op::ConstPtr, 0);
    default: return removed();
  }
}

}  // namespace gs::jit::opt
