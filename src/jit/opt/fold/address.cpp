// Constants in indexes and addresses become part of the offset, which addressing modes hold.
//
//   v2 = AddInt v1 -1
//   v3:v = LoadIndexed v0 v2        ->     v3:v = LoadIndexed v0 v1 -8
#include "jit/opt/fold/fold.hpp"

namespace gs::jit::opt {

using namespace ir;

namespace {

constexpr i64 kLargestOffset = i64{1} << 28;  // well inside 32-bit displacements

bool fits(i64 offset) { return offset > -kLargestOffset && offset < kLargestOffset; }

}  // namespace

Node* Folder::fold_address(Node* n) {
  const bool is_byte = n->op == Op::LoadByte;
  if (n->op != Op::LoadIndexed && n->op != Op::StoreIndexed && !is_byte) return nullptr;
  Node* index = n->input(1);
  if (index->op == Op::AddInt && index->input(1)->op == Op::ConstInt && fits(i64(index->input(1)->imm))) {
    const i64 offset = i64(n->imm) + i64(index->input(1)->imm) * (is_byte ? 1 : 8);
    if (!fits(offset)) return nullptr;
    n->imm = u64(offset);
    n->inputs[1] = index->input(0);
    return n;
  }
  return nullptr;
}

}  // namespace gs::jit::opt
