// Boxing and unboxing undone, and tests of values whose kind is known from what boxed them.
//
//   v2 = BoxInt v1
//   v3 = GuardInt v2 @s0      ->   v1
#include "jit/opt/fold/fold.hpp"
#include "vm/object/value.hpp"

namespace gs::jit::opt {

using namespace ir;

Kind kind_of(const Node* n) {
  switch (n->op) {
    case Op::BoxInt:
    case Op::BoxSmallInt: return Kind::kInt;
    case Op::BoxFloat: return Kind::kFloat;
    case Op::BoxBool: return Kind::kBool;
    case Op::BoxPtr: return Kind::kPtr;
    case Op::ConstBoxed: return Kind::kConstant;
    default: return Kind::kUnknown;
  }
}

u64 tag_of(const Node* n) {
  constexpr u64 kTagMask = ~vm::kPointerMask;
  switch (n->op) {
    case Op::BoxSmallInt: return vm::kTagInt;
    case Op::BoxBool: return vm::kTagImmediate;
    case Op::BoxPtr: return n->imm & kTagMask;
    case Op::ConstBoxed: return n->imm > vm::kMaxDouble ? n->imm & kTagMask : 0;
    default: return 0;
  }
}

namespace {

// Whether `op` takes out what `box` put in.
bool undoes(Op op, const Node* box) {
  switch (op) {
    case Op::GuardInt:
    case Op::UnboxInt: return kind_of(box) == Kind::kInt;
    case Op::GuardFloat:
    case Op::GuardNumber:
    case Op::UnboxFloat: return kind_of(box) == Kind::kFloat;
    case Op::UnboxPtr: return box->op == Op::BoxPtr;
    case Op::UnboxBits: return box->op == Op::BoxBits;
    default: return false;
  }
}

// A box of what was unboxed from a value is that value.
bool reboxes(const Node* n, const Node* unbox) {
  switch (n->op) {
    case Op::BoxInt:
    case Op::BoxSmallInt: return unbox->op == Op::GuardInt || unbox->op == Op::UnboxInt;
    case Op::BoxFloat: return unbox->op == Op::GuardFloat || unbox->op == Op::UnboxFloat;
    case Op::BoxBits: return unbox->op == Op::UnboxBits;
    case Op::BoxPtr: return unbox->op == Op::GuardTag && unbox->imm >> 48 == n->imm >> 48;
    default: return false;
  }
}

}  // namespace

Node* Folder::fold_box(Node* n) {
  if (n->inputs.empty()) return nullptr;
  Node* a = n->input(0);
  if (undoes(n->op, a) || reboxes(n, a)) return a->input(0);
  const Kind kind = kind_of(a);
  switch (n->op) {
    case Op::IsFalsy:
      if (kind == Kind::kBool) return rewrite(n, Op::NotBool, a->input(0));
      return kind == Kind::kInt || kind == Kind::kFloat || kind == Kind::kPtr ? constant_bool(false) : nullptr;
    case Op::HasTag:
      if (const u64 tag = tag_of(a)) return constant_bool(tag == (n->imm & ~vm::kPointerMask));
      // An int is under the tag of ints or, if it is large, under that of boxed ones.
      if (kind == Kind::kInt && n->imm >> 48 < vm::kTagBoxedInt >> 48) return constant_bool(false);
      return kind == Kind::kFloat && n->imm >> 48 > vm::kMaxDouble >> 48 ? constant_bool(false) : nullptr;
    case Op::IsFloat:
      return kind != Kind::kUnknown && kind != Kind::kConstant ? constant_bool(kind == Kind::kFloat) : nullptr;
    case Op::IsSmallInt:
      if (a->op == Op::BoxSmallInt) return constant_bool(true);
      return kind == Kind::kFloat || kind == Kind::kBool ? constant_bool(false) : nullptr;
    case Op::EqBoxed: {
      Node* b = n->input(1);
      if (a == b) return constant_bool(true);
      const Kind other = kind_of(b);
      if (kind == Kind::kInt && other == Kind::kInt) return rewrite(n, Op::EqInt, a->input(0), b->input(0));
      if (kind == Kind::kPtr && other == Kind::kPtr && tag_of(a) == tag_of(b))
        return rewrite(n, Op::EqPtr, a->input(0), b->input(0));
      if (kind == Kind::kInt && other == Kind::kConstant && vm::Value(b->imm).is_small_int()) {
        return rewrite(n, Op::EqInt, a->input(0), constant_int(vm::Value(b->imm).as_small_int()));
      }
      if (kind == Kind::kBool && other == Kind::kConstant) {
        if (b->imm == vm::kTrueBits) return a->input(0);
        if (b->imm == vm::kFalseBits) return make(n, Op::NotBool, {a->input(0)});
      }
      if (const u64 tag = tag_of(a); tag && tag_of(b) && tag != tag_of(b)) return constant_bool(false);
      // Kinds that never share bits.
      const bool constant_is_int = other == Kind::kConstant && vm::Value(b->imm).is_int();
      if (kind == Kind::kInt && other == Kind::kConstant && !constant_is_int) return constant_bool(false);
      if (kind == Kind::kFloat && other == Kind::kConstant && !vm::Value(b->imm).is_double())
        return constant_bool(false);
      return nullptr;
    }
    default: return nullptr;
  }
}

}  // namespace gs::jit::opt
