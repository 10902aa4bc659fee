// Ops on constants, and constants to the pool. Pure ops with constant operands are computed by ir::compute; so are
// speculative ones that are sure to succeed.
#include <bit>

#include "jit/ir/compute.hpp"
#include "jit/opt/fold/fold.hpp"
#include "prim/arith.hpp"

namespace gs::jit::opt {

using namespace ir;

namespace {

Op constant_op(Type type) {
  switch (type) {
    case Type::I64: return Op::ConstInt;
    case Type::F64: return Op::ConstFloat;
    case Type::Bool: return Op::ConstBool;
    case Type::Ptr: return Op::ConstPtr;
    default: return Op::ConstBoxed;
  }
}

}  // namespace

Node* Folder::fold_constants(Node* n) {
  if (n->is_constant()) {
    Node* pooled = constant(n->op, n->op == Op::ConstBool ? n->imm != 0 : n->imm);
    return pooled == n ? nullptr : pooled;
  }
  if (n->inputs.empty() || n->inputs.size() > 2 || !n->has_result()) return nullptr;
  for (Node* input : n->inputs) {
    if (!input->is_constant()) return nullptr;
  }
  const u64 a = n->input(0)->imm;
  if (n->op == Op::FloatToInt) {
    i64 whole = 0;
    return prim::to_int_exact(std::bit_cast<f64>(a), whole) ? constant_int(whole) : nullptr;
  }
  if (!n->is(kPure)) return nullptr;
  const std::optional<u64> bits = compute(n->op, n->imm, a, n->inputs.size() > 1 ? n->input(1)->imm : 0);
  return bits ? constant(constant_op(n->type), *bits) : nullptr;
}

}  // namespace gs::jit::opt
