// Jumps, comparisons, counted loops.
#include "jit/region/frame_builder.hpp"
#include "jit/region/runtime_calls.hpp"
#include "vm/object/string.hpp"

namespace gs::jit::region {

using bytecode::Instruction;
using ir::Op;
using ByteOp = bytecode::Op;

namespace {

constexpr u32 kFellThrough = 1;  // X of branches
constexpr u32 kTaken = 2;

// JLT .. JNGEI by what they compare: the relation, whether it is negated, and whether the operands are swapped.
struct Comparison {
  bool or_equal;
  bool swapped;
};

bool order_form(ByteOp op, Comparison& form) {
  switch (op) {
    case ByteOp::JLT:
    case ByteOp::JNLT:
    case ByteOp::JLTI:
    case ByteOp::JNLTI: form = {false, false}; return true;
    case ByteOp::JLE:
    case ByteOp::JNLE:
    case ByteOp::JLEI:
    case ByteOp::JNLEI: form = {true, false}; return true;
    case ByteOp::JGTI:
    case ByteOp::JNGTI: form = {false, true}; return true;
    case ByteOp::JGEI:
    case ByteOp::JNGEI: form = {true, true}; return true;
    default: return false;
  }
}

// Of a pair of opposites the first jumps when the relation holds.
bool jumps_when_true(ByteOp op) { return ((u8(op) - u8(ByteOp::JLT)) & 1) == 0; }
bool has_immediate(ByteOp op) { return op >= ByteOp::JLTI && op <= ByteOp::JNGEI; }

}  // namespace

bool FrameBuilder::lower_jump(Instruction in) {
  const ByteOp op = in.op();
  if (op == ByteOp::JMP) {
    flow_to(bytecode::jump_target(analysis_.code, pc_));
    return true;
  }
  if (op == ByteOp::LOOP) {
    loop_back(bytecode::jump_target(analysis_.code, pc_));
    return true;
  }
  if (op == ByteOp::JT || op == ByteOp::JF) {
    jump_if({truth_of(read(in.a()))}, op == ByteOp::JT, in, bytecode::jump_target(analysis_.code, pc_));
    return true;
  }
  if (bytecode::is_counted_loop(op)) {
    counted_loop(in);
    return true;
  }
  if (!bytecode::is_comparison(op)) return false;
  const u32 target = bytecode::jump_target(analysis_.code, pc_);
  Comparison form;
  Condition condition;
  if (order_form(op, form)) {
    Node* left = read(in.a());
    Node* right = has_immediate(op) ? e_.const_int(in.sb()) : read(in.b());
    if (form.swapped) std::swap(left, right);
    condition = compare(form.or_equal, left, right);
  } else if (op == ByteOp::JEQP || op == ByteOp::JNEP) {
    const Value wanted(vm::kNilBits + in.b());
    Node* value = read(in.a());
    const Kind kind = e_.known_kind(value);
    if (value->type == Type::Bool && in.b() != 0) {
      condition = {in.b() == 2 ? value : e_.emit(Op::NotBool, {value})};
    } else if (kind != Kind::kUnknown && kind != Kind::kOther && kind != kind_of(wanted)) {
      condition = {e_.const_bool(false)};
    } else {
      condition = {e_.emit(Op::EqBoxed, {e_.box(value), e_.const_boxed(wanted)})};
    }
  } else {
    const bool constant_right = op == ByteOp::JEQK || op == ByteOp::JNEK;
    condition = equal(read(in.a()), constant_right ? constant(in.b()) : read(in.b()));
  }
  jump_if(condition, jumps_when_true(op), in, target);
  return true;
}

Node* FrameBuilder::truth_of(Node* value) {
  switch (value->type) {
    case Type::Bool: return value;
    case Type::Boxed: break;
    default: return e_.const_bool(true);
  }
  const Kind kind = e_.known_kind(value);
  if (value->op == Op::BoxBool) return value->inputs[0];
  if (kind != Kind::kUnknown && kind != Kind::kNil && kind != Kind::kBool && kind != Kind::kOther) return e_.const_bool(true);
  return e_.emit(Op::NotBool, {e_.emit(Op::IsFalsy, {value})});
}

// An edge that was never taken becomes an exit before the jump, which then learns that it was.
void FrameBuilder::jump_if(Condition condition, bool sense, Instruction in, u32 target) {
  if (!e_.block) return;
  Node* value = condition.value;
  const u32 next = pc_ + 1;
  if (value->op == Op::NotBool) {
    value = value->inputs[0];
    sense = !sense;
  }
  if (value->op == Op::ConstBool) return flow_to((value->imm != 0) == sense ? target : next);
  const bool taken = in.x() & kTaken, fell_through = in.x() & kFellThrough;
  if (condition.may_repeat && !failed_ && !(taken && fell_through)) {
    if (!taken && !fell_through) return leave();
    taken == sense ? guard_true(value) : guard_false(value);
    if (taken == sense && e_.block) learn(value);
    return flow_to(taken ? target : next);
  }
  Block *yes, *no;
  e_.branch(value, yes, no);
  const State before = state_;
  for (Block* way : {yes, no}) {
    const u32 to = (way == yes) == sense ? target : next;
    e_.block = way;
    state_ = before;
    if (way == yes) learn(value);
    if (!condition.may_repeat) guard_valid(to);
    flow_to(to);
  }
}

void FrameBuilder::loop_back(u32 target) {
  if (!e_.block) return;
  if (!is_unrolling_) e_.emit(Op::Poll, {})->snapshot = snapshot(target);
  flow_to(target);
}

FrameBuilder::Condition FrameBuilder::compare_by_runtime(const void* function, Node* left, Node* right) {
  Node* answer = call_runtime(function, {e_.box(left), e_.box(right)});
  return {e_.emit(Op::EqBoxed, {answer, e_.const_boxed(Value::boolean(true))}), false};
}

// left < right, or left <= right.
FrameBuilder::Condition FrameBuilder::compare(bool or_equal, Node* left, Node* right) {
  const auto kind_of_operand = [&](Node* n) { return failed_ ? e_.known_kind(n) : e_.likely_kind(n); };
  Kind a = kind_of_operand(left), b = kind_of_operand(right);
  const auto is_number = [](Kind kind) { return kind == Kind::kInt || kind == Kind::kFloat; };
  if (!failed_) {  // nothing known of one: probably as the other; of both: probably ints
    if (a == Kind::kUnknown) a = is_number(b) ? b : b == Kind::kUnknown ? Kind::kInt : a;
    if (b == Kind::kUnknown && is_number(a)) b = a;
  }
  if (a == Kind::kInt && b == Kind::kInt) {
    left = as_int(left);
    return {e_.emit(or_equal ? Op::LeInt : Op::LtInt, {left, as_int(right)})};
  }
  if (is_number(a) && is_number(b)) {
    left = as_exact_float(left, a);
    return {e_.emit(or_equal ? Op::LeFloat : Op::LtFloat, {left, as_exact_float(right, b)})};
  }
  const auto function = or_equal ? runtime::less_equal : runtime::less;
  return compare_by_runtime(reinterpret_cast<const void*>(function), left, right);
}

// A number as a float for a comparison, which is by mathematical value: an int that no float equals leaves.
Node* FrameBuilder::as_exact_float(Node* value, Kind kind) {
  if (kind == Kind::kFloat) return e_.known_kind(value) == Kind::kFloat ? as_float(value) : as_number(value);
  Node* n = as_int(value);
  Node* converted = e_.emit(Op::IntToFloat, {n});
  if (n->op != Op::ConstInt) guard_true(e_.emit(Op::EqInt, {e_.emit(Op::TruncToInt, {converted}), n}));
  return converted;
}

// type(v) == "name" as a test of v; null: it is something else.
Node* FrameBuilder::test_of_type(Emitter& e, const Node* name, const Node* wanted) {
  if (name->op != Op::CallPure || name->imm != reinterpret_cast<u64>(runtime::call_bare)) return nullptr;
  if (wanted->op != Op::ConstBoxed || !Value(wanted->imm).is_string()) return nullptr;
  const std::string_view type = vm::view(Value(wanted->imm).as_string());
  Node* v = name->inputs[2];
  const auto is_within = [&](u64 first, u64 end) {
    Node* distance = e.emit(Op::SubInt, {e.emit(Op::UnboxBits, {v}), e.const_int(i64(first))});
    return e.emit(Op::BelowInt, {distance, e.const_int(i64(end - first))});
  };
  if (type == "string") return e.emit(Op::HasTag, {v}, vm::kTagString);
  if (type == "table") return e.emit(Op::HasTag, {v}, vm::kTagTable);
  if (type == "function") return e.emit(Op::HasTag, {v}, vm::kTagFunction);
  if (type == "nil") return e.emit(Op::EqBoxed, {v, e.const_boxed(Value::nil())});
  if (type == "boolean") return is_within(vm::kFalseBits, vm::kTrueBits + 1);
  if (type == "number") return e.emit(Op::NotBool, {is_within(vm::kMaxDouble + 1, vm::kTagBoxedInt)});
  return nullptr;
}

// The condition holds here: what has a tag is known to have it.
void FrameBuilder::learn(const Node* condition) {
  if (condition->op != Op::HasTag) return;
  Node* v = condition->inputs[0];
  improve(v, e_.emit(Op::BoxPtr, {e_.emit(Op::UnboxPtr, {v})}, condition->imm));
}

FrameBuilder::Condition FrameBuilder::equal(Node* left, Node* right) {
  if (Node* test = test_of_type(e_, left, right)) return {test};
  if (Node* test = test_of_type(e_, right, left)) return {test};
  if (left == right && left->type == Type::I64) return {e_.const_bool(true)};
  if (left->type == Type::Bool && right->type == Type::Bool) {
    left = e_.box(left);
    right = e_.box(right);
  }
  const auto kind_of_operand = [&](Node* n) { return failed_ ? e_.known_kind(n) : e_.likely_kind(n); };
  Kind a = kind_of_operand(left), b = kind_of_operand(right);
  const auto is_number = [](Kind kind) { return kind == Kind::kInt || kind == Kind::kFloat; };
  if (a == Kind::kUnknown && is_number(b) && !failed_) a = b;
  if (b == Kind::kUnknown && is_number(a) && !failed_) b = a;
  if (a == Kind::kInt && b == Kind::kInt) {
    left = as_int(left);
    return {e_.emit(Op::EqInt, {left, as_int(right)})};
  }
  if (is_number(a) && is_number(b)) {
    left = as_exact_float(left, a);
    return {e_.emit(Op::EqFloat, {left, as_exact_float(right, b)})};
  }
  // Values that are equal only to themselves: immediates, interned strings.
  if (is_unique(left) || is_unique(right)) return {e_.emit(Op::EqBoxed, {e_.box(left), e_.box(right)})};
  Node* first = e_.box(left);
  Node* second = e_.box(right);
  Join join(e_);
  Block *same, *different;
  before_call();
  e_.branch(e_.emit(Op::EqBoxed, {first, second}), same, different);
  e_.block = same;
  // A NaN is not equal to itself.
  Node* is_float = e_.known_kind(first) == Kind::kUnknown ? e_.emit(Op::NotBool, {e_.emit(Op::IsFloat, {first})}) : e_.const_bool(true);
  if (is_float->op != Op::ConstBool) {
    Block *sure, *unsure;
    e_.branch(is_float->inputs[0], unsure, sure);
    e_.block = unsure;
    Node* number = e_.emit(Op::UnboxFloat, {first});
    join.arrive(e_.emit(Op::EqFloat, {number, number}));
    e_.block = sure;
  }
  join.arrive(e_.const_bool(true));
  e_.block = different;
  join.arrive(compare_by_runtime(reinterpret_cast<const void*>(runtime::equals), first, second).value);
  return {join.finish(Type::Bool), false};
}

// Whether different bits mean a different value, whatever the other operand is.
bool FrameBuilder::is_unique(const Node* value) const {
  if (value->type == Type::Bool) return true;
  const Kind kind = e_.known_kind(value);
  if (kind == Kind::kNil || kind == Kind::kBool || kind == Kind::kFunction) return true;
  if (value->op != Op::ConstBoxed) return false;
  const Value v(value->imm);
  return v.is_string() && v.as_string()->is_interned();
}

void FrameBuilder::counted_loop(Instruction in) {
  const u32 target = bytecode::jump_target(analysis_.code, pc_);
  Node* variable = read(in.a());
  Node* limit = read(in.b());
  const bool or_equal = in.op() == ByteOp::LOOPLE || in.op() == ByteOp::LOOPGE;
  const bool swapped = in.op() == ByteOp::LOOPGT || in.op() == ByteOp::LOOPGE;
  Kind a = failed_ ? e_.known_kind(variable) : e_.likely_kind(variable);
  Kind b = failed_ ? e_.known_kind(limit) : e_.likely_kind(limit);
  if (a == Kind::kUnknown && !failed_) a = Kind::kInt;
  if (b == Kind::kUnknown && !failed_) b = a;
  const auto is_number = [](Kind kind) { return kind == Kind::kInt || kind == Kind::kFloat; };
  const bool typed = is_number(a) && is_number(b);
  Node* sum;
  if (!typed) {
    failed_ = true;  // whatever they are: complete operations
    sum = any_arithmetic(vm::ArithOp::kAdd, variable, e_.const_int(in.sx()));
  } else {
    variable = a == Kind::kInt ? as_int(variable) : as_float(variable);
    limit = b == Kind::kInt ? as_int(limit) : as_float(limit);  // before the variable changes
    sum = a == Kind::kInt ? e_.emit(Op::AddInt, {variable, e_.const_int(in.sx())})
                          : e_.emit(Op::AddFloat, {variable, e_.const_float(f64(in.sx()))});
  }
  Condition condition = compare(or_equal, swapped ? limit : sum, swapped ? sum : limit);
  if (!e_.block) return;
  write(in.a(), sum);
  Block *again, *done;
  if (condition.value->op == Op::ConstBool) {
    if (condition.value->imm) return loop_back(target);
    return flow_to(pc_ + 1);
  }
  e_.branch(condition.value, again, done);
  e_.block = done;
  if (!typed) guard_valid(pc_ + 1);
  flow_to(pc_ + 1);
  e_.block = again;
  if (!typed) guard_valid(target);
  loop_back(target);
}

}  // namespace gs::jit::region
