#include "jit/region/emitter.hpp"

#include "prim/arith.hpp"

namespace gs::jit::region {

using ir::Op;

Kind kind_of(Value v) {
  if (v.is_double()) return Kind::kFloat;
  if (v.is_int()) return Kind::kInt;
  if (v.is_table()) return Kind::kTable;
  if (v.is_string()) return Kind::kString;
  if (v.is_function()) return Kind::kFunction;
  if (v.is_nil()) return Kind::kNil;
  if (v.is_boolean()) return Kind::kBool;
  return Kind::kOther;
}

namespace {

bool are_constant(Op op, std::span<Node* const> inputs) {
  for (const Node* n : inputs) {
    if (n->op != op) return false;
  }
  return !inputs.empty();
}

bool fold_ints(Op op, i64 a, i64 b, i64& result) {
  switch (op) {
    case Op::AddInt: result = prim::add(a, b); return true;
    case Op::SubInt: result = prim::sub(a, b); return true;
    case Op::MulInt: result = prim::mul(a, b); return true;
    case Op::AndInt: result = a & b; return true;
    case Op::OrInt: result = a | b; return true;
    case Op::XorInt: result = a ^ b; return true;
    default: return false;
  }
}

bool fold_comparison(Op op, i64 a, i64 b, bool& result) {
  switch (op) {
    case Op::EqInt: result = a == b; return true;
    case Op::LtInt: result = a < b; return true;
    case Op::LeInt: result = a <= b; return true;
    case Op::BelowInt: result = u64(a) < u64(b); return true;
    default: return false;
  }
}

}  // namespace

// Null: nothing to fold.
Node* Emitter::fold(Op op, std::span<Node* const> inputs) {
  if (are_constant(Op::ConstInt, inputs)) {
    if (inputs.size() == 2) {
      i64 result;
      bool truth;
      const i64 a = i64(inputs[0]->imm), b = i64(inputs[1]->imm);
      if (fold_ints(op, a, b, result)) return const_int(result);
      if (fold_comparison(op, a, b, truth)) return const_bool(truth);
    }
    if (op == Op::IntToFloat) return const_float(f64(i64(inputs[0]->imm)));
    if (op == Op::NegInt) return const_int(prim::neg(i64(inputs[0]->imm)));
  }
  if (are_constant(Op::ConstBoxed, inputs)) {
    if (op == Op::EqBoxed) return const_bool(inputs[0]->imm == inputs[1]->imm);
    if (op == Op::IsFalsy) return const_bool(Value(inputs[0]->imm).is_falsy());
    if (op == Op::IsSmallInt) return const_bool(Value(inputs[0]->imm).is_small_int());
    if (op == Op::IsFloat) return const_bool(Value(inputs[0]->imm).is_double());
  }
  if (op == Op::NotBool && inputs[0]->op == Op::ConstBool) return const_bool(!inputs[0]->imm);
  if (op == Op::NotBool && inputs[0]->op == Op::NotBool) return inputs[0]->inputs[0];
  if (op == Op::UnboxBits && inputs[0]->op == Op::BoxBits) return inputs[0]->inputs[0];
  return nullptr;
}

Node* Emitter::emit_typed(Op op, Type type, std::span<Node* const> inputs, u64 imm, u32 aux) {
  if (Node* folded = fold(op, inputs)) return folded;
  Node* n = function_.make_span(op, type, inputs, imm, aux);
  if (block) block->append(n);
  return n;
}

Node* Emitter::emit(Op op, std::initializer_list<Node*> inputs, u64 imm, u32 aux) {
  return emit_typed(op, ir::Function::default_type(op), std::span(inputs.begin(), inputs.size()), imm, aux);
}

Node* Emitter::const_int(i64 v) { return emit(Op::ConstInt, {}, u64(v)); }
Node* Emitter::const_float(f64 v) { return emit(Op::ConstFloat, {}, std::bit_cast<u64>(v)); }
Node* Emitter::const_ptr(const void* address) { return emit(Op::ConstPtr, {}, reinterpret_cast<u64>(address)); }
Node* Emitter::const_bool(bool v) { return emit(Op::ConstBool, {}, v); }
Node* Emitter::const_boxed(Value v) { return emit(Op::ConstBoxed, {}, v.bits); }

namespace {

Type type_of(Memory memory) {
  switch (memory) {
    case Memory::kU8:
    case Memory::kU32:
    case Memory::kI64: return Type::I64;
    case Memory::kF64: return Type::F64;
    case Memory::kPtr: return Type::Ptr;
    case Memory::kBoxed: return Type::Boxed;
  }
  return Type::Void;
}

}  // namespace

Node* Emitter::load(Memory memory, Alias alias, Node* address, u64 offset) {
  Node* n = emit_typed(Op::Load, type_of(memory), std::initializer_list<Node*>{address}, offset);
  n->memory = memory;
  n->alias = alias;
  return n;
}

Node* Emitter::load_indexed(Memory memory, Alias alias, Node* address, Node* index) {
  Node* n = emit_typed(Op::LoadIndexed, type_of(memory), std::initializer_list<Node*>{address, index});
  n->memory = memory;
  n->alias = alias;
  return n;
}

void Emitter::store(Memory memory, Alias alias, Node* address, u64 offset, Node* value) {
  Node* n = emit(Op::Store, {address, value}, offset);
  n->memory = memory;
  n->alias = alias;
}

void Emitter::store_indexed(Memory memory, Alias alias, Node* address, Node* index, Node* value) {
  Node* n = emit(Op::StoreIndexed, {address, index, value});
  n->memory = memory;
  n->alias = alias;
}

Node* Emitter::box(Node* value) {
  switch (value->type) {
    case Type::I64:
      if (value->op == Op::ConstInt && Value::fits_inline(i64(value->imm))) return const_boxed(Value::small_int(i64(value->imm)));
      if (value->op == Op::GuardInt || value->op == Op::UnboxInt) return value->inputs[0];
      return emit(Op::BoxInt, {value});
    case Type::F64:
      if (value->op == Op::ConstFloat) return const_boxed(Value(value->imm));
      if (value->op == Op::GuardFloat || value->op == Op::UnboxFloat) return value->inputs[0];
      return emit(Op::BoxFloat, {value});
    case Type::Bool:
      if (value->op == Op::ConstBool) return const_boxed(Value::boolean(value->imm));
      return emit(Op::BoxBool, {value});
    default: return value;
  }
}

Node* Emitter::unwrap(Node* value, u64& tag) {
  tag = 0;
  switch (value->op) {
    case Op::BoxPtr: tag = value->imm; [[fallthrough]];
    case Op::BoxInt:
    case Op::BoxSmallInt:
    case Op::BoxFloat:
    case Op::BoxBool: return value->inputs[0];
    default: return value;
  }
}

void Emitter::jump(Block* to) {
  if (!block) return;
  emit(Op::Jump, {});
  function_.connect(block, to);
  block = nullptr;
}

void Emitter::branch(Node* condition, Block*& yes, Block*& no) {
  yes = no = nullptr;
  if (!block) return;
  emit(Op::Branch, {condition});
  yes = function_.add_block();
  no = function_.add_block();
  function_.connect(block, yes);
  function_.connect(block, no);
  block = nullptr;
}

Kind Emitter::known_kind(const Node* n) const {
  switch (n->type) {
    case Type::I64: return Kind::kInt;
    case Type::F64: return Kind::kFloat;
    case Type::Bool: return Kind::kBool;
    default: break;
  }
  switch (n->op) {
    case Op::ConstBoxed: return kind_of(Value(n->imm));
    case Op::BoxInt:
    case Op::BoxSmallInt: return Kind::kInt;
    case Op::BoxFloat: return Kind::kFloat;
    case Op::BoxBool: return Kind::kBool;
    case Op::BoxPtr: return kind_of(Value(n->imm | 8));
    default: break;
  }
  const auto found = kinds_.find(n);
  return found == kinds_.end() ? Kind::kUnknown : found->second;
}

Kind Emitter::likely_kind(const Node* n) const {
  const Kind known = known_kind(n);
  if (known != Kind::kUnknown) return known;
  if (const Value* seen = sample(n)) return kind_of(*seen);
  const auto guess = guesses_.find(n);
  return guess == guesses_.end() ? Kind::kUnknown : guess->second;
}

const Value* Emitter::sample(const Node* n) const {
  const auto found = samples_.find(n);
  if (found != samples_.end()) return &found->second;
  switch (n->op) {
    case Op::ConstBoxed: return &(samples_[n] = Value(n->imm));
    case Op::ConstFloat: return &(samples_[n] = Value(n->imm));
    case Op::ConstInt:
      return Value::fits_inline(i64(n->imm)) ? &(samples_[n] = Value::small_int(i64(n->imm))) : nullptr;
    case Op::GuardInt:
    case Op::GuardFloat:
    case Op::UnboxInt:
    case Op::BoxInt:
    case Op::BoxFloat: return sample(n->inputs[0]);
    default: return nullptr;
  }
}

void Join::arrive(Node* value) {
  if (!emitter_.block) return;
  blocks_.push_back(emitter_.block);
  if (value) values_.push_back(value);
  emitter_.block = nullptr;
}

Node* Join::finish(Type type) {
  if (blocks_.empty()) return nullptr;
  if (blocks_.size() == 1) {
    emitter_.block = blocks_[0];
    return values_.empty() ? nullptr : values_[0];
  }
  Block* merged = emitter_.function().add_block();
  for (Block* from : blocks_) {
    emitter_.block = from;
    emitter_.jump(merged);
  }
  emitter_.block = merged;
  return values_.empty() ? nullptr : emitter_.emit_typed(ir::Op::Phi, type, values_);
}

}  // namespace gs::jit::region
