// Algebra on ints: identities of the ring of 64-bit ints, with constants on the right and gathered.
#include <utility>

#include "jit/opt/fold/fold.hpp"

namespace gs::jit::opt {

using namespace ir;

namespace {

bool is_int(const Node* n, i64 value) { return n->op == Op::ConstInt && i64(n->imm) == value; }

}  // namespace

Node* Folder::fold_int(Node* n) {
  if (n->inputs.empty()) return nullptr;
  if (n->is(kCommutes) && n->input(0)->is_constant() && !n->input(1)->is_constant())
    std::swap(n->inputs[0], n->inputs[1]);
  Node* a = n->input(0);
  Node* b = n->inputs.size() > 1 ? n->input(1) : nullptr;
  const bool constant_b = b && b->op == Op::ConstInt;
  switch (n->op) {
    case Op::AddInt:
      if (is_int(b, 0)) return a;
      if (constant_b && a->op == Op::AddInt && a->input(1)->op == Op::ConstInt) {
        return rewrite(n, Op::AddInt, a->input(0), constant_int(i64(a->input(1)->imm + b->imm)));
      }
      if (a->op == Op::SubInt && a->input(1) == b) return a->input(0);
      if (b->op == Op::SubInt && b->input(1) == a) return b->input(0);
      if (b->op == Op::NegInt) return rewrite(n, Op::SubInt, a, b->input(0));
      if (a->op == Op::NegInt) return rewrite(n, Op::SubInt, b, a->input(0));
      return nullptr;
    case Op::SubInt:
      if (a == b) return constant_int(0);
      if (constant_b) return rewrite(n, Op::AddInt, a, constant_int(i64(0 - b->imm)));
      if (is_int(a, 0)) return rewrite(n, Op::NegInt, b);
      if (b->op == Op::NegInt) return rewrite(n, Op::AddInt, a, b->input(0));
      if (a->op == Op::AddInt && a->input(0) == b) return a->input(1);
      if (a->op == Op::AddInt && a->input(1) == b) return a->input(0);
      return nullptr;
    case Op::MulInt:
      if (is_int(b, 0)) return b;
      if (is_int(b, 1)) return a;
      if (is_int(b, -1)) return rewrite(n, Op::NegInt, a);
      if (constant_b && a->op == Op::MulInt && a->input(1)->op == Op::ConstInt) {
        return rewrite(n, Op::MulInt, a->input(0), constant_int(i64(a->input(1)->imm * b->imm)));
      }
      return nullptr;
    case Op::DivInt:
      if (is_int(b, 1)) return a;
      if (is_int(b, -1)) return rewrite(n, Op::NegInt, a);
      return nullptr;
    case Op::RemInt:
      if (is_int(b, 1) || is_int(b, -1)) return constant_int(0);
      return nullptr;
    case Op::NegInt:
      if (a->op == Op::NegInt) return a->input(0);
      if (a->op == Op::SubInt) return make(n, Op::SubInt, {a->input(1), a->input(0)});
      return nullptr;
    case Op::AndInt:
      if (a == b || is_int(b, -1)) return a;
      if (is_int(b, 0)) return b;
      if (constant_b && a->op == Op::AndInt && a->input(1)->op == Op::ConstInt) {
        return rewrite(n, Op::AndInt, a->input(0), constant_int(i64(a->input(1)->imm & b->imm)));
      }
      return nullptr;
    case Op::OrInt:
      if (a == b || is_int(b, 0)) return a;
      if (is_int(b, -1)) return b;
      return nullptr;
    case Op::XorInt:
      if (a == b) return constant_int(0);
      if (is_int(b, 0)) return a;
      if (constant_b && a->op == Op::XorInt && a->input(1)->op == Op::ConstInt) {
        return rewrite(n, Op::XorInt, a->input(0), constant_int(i64(a->input(1)->imm ^ b->imm)));
      }
      return nullptr;
    case Op::ShlInt:
    case Op::ShrInt:
    case Op::ShrLogicalInt:
      if (is_int(b, 0) || is_int(a, 0)) return a;
      if (constant_b && a->op == n->op && a->input(1)->op == Op::ConstInt && b->imm + a->input(1)->imm < 64) {
        return rewrite(n, n->op, a->input(0), constant_int(i64(b->imm + a->input(1)->imm)));
      }
      return nullptr;
    default: return nullptr;
  }
}

}  // namespace gs::jit::opt
