// Values as exits see them: boxing is undone, since leaving boxes anyway; so a box that only exits want is not computed.
#pragma once

#include "jit/ir/node.hpp"

namespace gs::jit::backend {

struct Leaf {
  ir::Node* node;
  ir::Type type;
  u64 tag;  // of a Ptr
};

inline Leaf leaf_of(ir::Node* value, u64 tag) {
  using ir::Op, ir::Type;
  ir::Node* n = resolve(value);
  switch (n->op) {
    case Op::BoxInt:
    case Op::BoxSmallInt: return {resolve(n->inputs[0]), Type::I64, 0};
    case Op::BoxFloat: return {resolve(n->inputs[0]), Type::F64, 0};
    case Op::BoxBool: return {resolve(n->inputs[0]), Type::Bool, 0};
    case Op::BoxPtr: return {resolve(n->inputs[0]), Type::Ptr, n->imm};
    case Op::BoxBits: return {resolve(n->inputs[0]), Type::Boxed, 0};
    default: return {n, n->type, tag};
  }
}

}  // namespace gs::jit::backend
