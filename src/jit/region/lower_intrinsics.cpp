// Library functions computed in line. Each gives null, with nothing emitted, where the arguments do not look like what it is for: then the
// native is called.
#include <cmath>

#include "jit/region/frame_builder.hpp"
#include "jit/region/runtime_calls.hpp"
#include "vm/object/shape.hpp"

namespace gs::jit::region {

using ir::Op;
using vm::Intrinsic;

namespace {

constexpr i64 kWordMask = 0xffffffff;

using RealFunction = f64 (*)(f64);
using RealFunction2 = f64 (*)(f64, f64);

// The C library's function of one float; null: the intrinsic is none.
RealFunction real_function(Intrinsic which) {
  switch (which) {
    case Intrinsic::kMathSin: return [](f64 x) { return std::sin(x); };
    case Intrinsic::kMathCos: return [](f64 x) { return std::cos(x); };
    case Intrinsic::kMathTan: return [](f64 x) { return std::tan(x); };
    case Intrinsic::kMathAsin: return [](f64 x) { return std::asin(x); };
    case Intrinsic::kMathAcos: return [](f64 x) { return std::acos(x); };
    case Intrinsic::kMathExp: return [](f64 x) { return std::exp(x); };
    case Intrinsic::kMathLog: return [](f64 x) { return std::log(x); };
    case Intrinsic::kMathAtan: return [](f64 x) { return std::atan2(x, 1.0); };
    default: return nullptr;
  }
}

RealFunction2 real_function2(Intrinsic which) {
  switch (which) {
    case Intrinsic::kMathPow: return [](f64 x, f64 y) { return std::pow(x, y); };
    case Intrinsic::kMathFmod: return [](f64 x, f64 y) { return std::fmod(x, y); };
    case Intrinsic::kMathAtan: return [](f64 x, f64 y) { return std::atan2(x, y); };
    default: return nullptr;
  }
}

Op rounding_op(Intrinsic which) {
  return which == Intrinsic::kMathFloor ? Op::FloorFloat : which == Intrinsic::kMathCeil ? Op::CeilFloat : Op::TruncFloat;
}

}  // namespace

Node* FrameBuilder::intrinsic(Intrinsic which, std::span<Node* const> arguments) {
  if (failed_ || which == Intrinsic::kNone || arguments.empty()) return nullptr;
  const auto kind = [&](usize i) { return e_.likely_kind(arguments[i]); };
  const auto is_number = [&](usize i) { return kind(i) == Kind::kInt || kind(i) == Kind::kFloat; };
  const auto as_float_argument = [&](usize i) { return as_number_of(arguments[i], kind(i)); };
  const usize count = arguments.size();
  if (RealFunction f = real_function(which); f && count == 1 && is_number(0)) {
    return e_.emit_typed(Op::CallPure, Type::F64, std::initializer_list<Node*>{as_float_argument(0)}, reinterpret_cast<u64>(f));
  }
  if (RealFunction2 f = real_function2(which); f && count == 2 && is_number(0) && is_number(1)) {
    Node* first = as_float_argument(0);
    return e_.emit_typed(Op::CallPure, Type::F64, std::initializer_list<Node*>{first, as_float_argument(1)}, reinterpret_cast<u64>(f));
  }
  switch (which) {
    case Intrinsic::kMathSqrt: return is_number(0) ? e_.emit(Op::SqrtFloat, {as_float_argument(0)}) : nullptr;
    case Intrinsic::kMathFloor:
    case Intrinsic::kMathCeil:
    case Intrinsic::kMathTrunc:
      if (kind(0) == Kind::kInt) return as_int(arguments[0]);
      if (kind(0) != Kind::kFloat) return nullptr;
      return guard(Op::FloatToInt, {e_.emit(rounding_op(which), {as_float(arguments[0])})});
    case Intrinsic::kMathAbs: {
      if (kind(0) == Kind::kFloat) return e_.emit(Op::AbsFloat, {as_float(arguments[0])});
      if (kind(0) != Kind::kInt) return nullptr;
      Node* n = as_int(arguments[0]);
      return select(e_.emit(Op::LtInt, {n, e_.const_int(0)}), e_.emit(Op::NegInt, {n}), n);
    }
    case Intrinsic::kMathMax:
    case Intrinsic::kMax: return extreme(true, arguments);
    case Intrinsic::kMathMin:
    case Intrinsic::kMin: return extreme(false, arguments);
    case Intrinsic::kLen:
      if (kind(0) == Kind::kTable) {
        return e_.load(Memory::kU32, Alias::ArrayPart, as_pointer(arguments[0], vm::kTagTable), offsetof(vm::Table, array_length));
      }
      [[fallthrough]];
    case Intrinsic::kStringLen:
      if (kind(0) != Kind::kString) return nullptr;
      return e_.load(Memory::kI64, Alias::Constant, as_pointer(arguments[0], vm::kTagString), offsetof(vm::String, length));
    case Intrinsic::kStringByte: return string_byte(arguments);
    case Intrinsic::kSetMetatable: return set_metatable(arguments);
    default: return bit_operation(which, arguments);
  }
}

// type(v): the native knows the names.
Node* FrameBuilder::type_of(const vm::Native* native, std::span<Node* const> arguments) {
  if (arguments.size() != 1) return nullptr;
  const Value callee = Value::function(native);
  switch (e_.known_kind(arguments[0])) {
    case Kind::kNil: return e_.const_boxed(runtime::call_bare(&b_.request.vm, callee, Value::nil()));
    case Kind::kBool: return e_.const_boxed(runtime::call_bare(&b_.request.vm, callee, Value::boolean(true)));
    case Kind::kInt:
    case Kind::kFloat: return e_.const_boxed(runtime::call_bare(&b_.request.vm, callee, Value::number(0.5)));
    default: break;
  }
  Node* n = e_.emit_typed(Op::CallPure, Type::Boxed,
                          std::initializer_list<Node*>{e_.const_ptr(&b_.request.vm), e_.const_boxed(callee), e_.box(arguments[0])},
                          reinterpret_cast<u64>(runtime::call_bare));
  e_.set_kind(n, Kind::kString);
  return n;
}

Node* FrameBuilder::select(Node* condition, Node* yes, Node* no) {
  return e_.emit_typed(Op::Select, yes->type, std::initializer_list<Node*>{condition, yes, no});
}

// Of two: the first of equal ones; a NaN wins.
Node* FrameBuilder::extreme(bool largest, std::span<Node* const> arguments) {
  if (arguments.size() != 2) return nullptr;
  const Kind kind = e_.likely_kind(arguments[0]);
  if (kind != e_.likely_kind(arguments[1])) return nullptr;
  if (kind == Kind::kInt) {
    Node* a = as_int(arguments[0]);
    Node* b = as_int(arguments[1]);
    return select(e_.emit(Op::LtInt, {largest ? a : b, largest ? b : a}), b, a);
  }
  if (kind != Kind::kFloat) return nullptr;
  Node* a = as_float(arguments[0]);
  Node* b = as_float(arguments[1]);
  Node* unless_nan = select(e_.emit(Op::EqFloat, {b, b}), a, b);
  return select(e_.emit(Op::LtFloat, {largest ? a : b, largest ? b : a}), b, unless_nan);
}

// A byte inside the string, counted from its beginning.
Node* FrameBuilder::string_byte(std::span<Node* const> arguments) {
  if (arguments.size() != 2 || e_.likely_kind(arguments[0]) != Kind::kString) return nullptr;
  const Kind key = e_.likely_kind(arguments[1]);
  if (key != Kind::kInt && key != Kind::kUnknown) return nullptr;
  Node* string = as_pointer(arguments[0], vm::kTagString);
  Node* index = e_.emit(Op::SubInt, {as_int(arguments[1]), e_.const_int(1)});
  Node* length = e_.load(Memory::kI64, Alias::Constant, string, offsetof(vm::String, length));
  guard(Op::BoundsCheck, {index, length});
  Node* bytes = e_.load(Memory::kPtr, Alias::Constant, string, offsetof(vm::String, data));
  Node* n = e_.emit(Op::LoadByte, {bytes, index});
  n->memory = Memory::kU8;
  n->alias = Alias::Constant;
  return n;
}

namespace {

// The shape that tables of shape `from` have with this metatable, if some have had it.
const vm::Shape* shape_with_metatable(const vm::Shape* from, const vm::Table* metatable) {
  struct Search {
    const vm::Shape* from;
    const vm::Table* metatable;
    const vm::Shape* found;
  } search{from, metatable, nullptr};
  vm::each_transition(
      from,
      [](void* context, vm::Shape* target) {
        auto* s = static_cast<Search*>(context);
        if (target->metatable == s->metatable && target->field_count == s->from->field_count) s->found = target;
      },
      &search);
  return search.found;
}

// Whether giving a table this metatable is more than a change of its shape and flags.
bool has_effects(const vm::Table* metatable) {
  if (metatable->flags & vm::Table::kDictionary || !(metatable->flags & vm::Table::kIsMetatable)) return true;
  for (u32 i = 0; i < metatable->shape->field_count; i++) {
    const vm::String* key = metatable->shape->keys[i];
    if (key && (vm::view(key) == "__gc" || vm::view(key) == "__mode" || vm::view(key) == "__metatable")) return true;
  }
  return false;
}

}  // namespace

// Whether nothing but snapshots has seen the object since it was made, and no other code has run.
bool FrameBuilder::is_untouched(const Node* object, const Node* box) {
  for (const Node* n = object->next; n; n = n->next) {
    if (n->is(ir::kCalls)) return false;
    for (const Node* input : n->inputs) {
      if ((input == object && n != box) || input == box) return false;
    }
  }
  return box->block == object->block;
}

// Of an object just made, by a metatable that objects of its shape have had before: the object is made with it. Leaving before the call
// does it again, which changes nothing. Events added to the metatable later advance the epoch.
Node* FrameBuilder::set_metatable(std::span<Node* const> arguments) {
  if (arguments.size() != 2 || arguments[0]->op != Op::BoxPtr || arguments[0]->inputs[0]->op != Op::NewObject) return nullptr;
  const Value* seen = e_.sample(arguments[1]);
  if (!seen || !seen->is_table() || has_effects(seen->as_table())) return nullptr;
  const Value metatable = *seen;
  const Node* object = arguments[0]->inputs[0];
  if (object->block != e_.block || !is_untouched(object, arguments[0])) return nullptr;
  const auto* from = reinterpret_cast<const vm::Shape*>(e_.function().templates[object->imm].shape);
  const vm::Shape* to = shape_with_metatable(from, metatable.as_table());
  if (!to) return nullptr;
  if (arguments[1]->op != Op::ConstBoxed) guard(Op::GuardEqual, {arguments[1]}, metatable.bits);
  b_.reference(metatable);
  guard_epoch(b_.request.vm.meta_epoch);
  ir::ObjectTemplate& made = e_.function().templates[object->imm];
  made.shape = reinterpret_cast<u64>(to);
  made.header = header_of_table(vm::Table::kHasMetatable);
  return arguments[0];
}

// bit32: 32-bit words of ints.
Node* FrameBuilder::bit_operation(Intrinsic which, std::span<Node* const> arguments) {
  const usize wanted = which == Intrinsic::kBitNot ? 1 : 2;
  if (which < Intrinsic::kBitAnd || which > Intrinsic::kBitShiftRight || arguments.size() != wanted) return nullptr;
  for (Node* n : arguments) {
    const Kind kind = e_.likely_kind(n);
    if (kind != Kind::kInt && kind != Kind::kUnknown) return nullptr;
  }
  Node* mask = e_.const_int(kWordMask);
  Node* a = as_int(arguments[0]);
  Node* b = wanted == 2 ? as_int(arguments[1]) : mask;
  const auto word = [&](Node* n) { return e_.emit(Op::AndInt, {n, mask}); };
  switch (which) {
    case Intrinsic::kBitAnd: return word(e_.emit(Op::AndInt, {a, b}));
    case Intrinsic::kBitOr: return word(e_.emit(Op::OrInt, {a, b}));
    case Intrinsic::kBitXor:
    case Intrinsic::kBitNot: return word(e_.emit(Op::XorInt, {a, b}));
    default: break;
  }
  guard_true(e_.emit(Op::BelowInt, {b, e_.const_int(32)}));
  if (which == Intrinsic::kBitShiftLeft) return word(e_.emit(Op::ShlInt, {word(a), b}));
  return e_.emit(Op::ShrLogicalInt, {word(a), b});
}

}  // namespace gs::jit::region
