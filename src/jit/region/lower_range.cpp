// range loops over ints, array parts, and other iterators by the runtime. The state in R[A] .. R[A+2] is semantics/range.hpp's; a table's
// cursor is raw, not a value.
#include "jit/region/frame_builder.hpp"
#include "jit/region/runtime_calls.hpp"
#include "vm/object/shape.hpp"
#include "vm/object/table.hpp"

namespace gs::jit::region {

using bytecode::Instruction;
using ir::Op;
using vm::ArrayKind;
using vm::Table;
using ByteOp = bytecode::Op;

bool FrameBuilder::lower_range(Instruction in) {
  switch (in.op()) {
    case ByteOp::RANGEPREP:
      range_prepare(in);
      flow_to(bytecode::jump_target(analysis_.code, pc_));
      return true;
    case ByteOp::RANGENEXT: range_next(in); return true;
    case ByteOp::RANGETEST: leave(); return true;
    default: return false;
  }
}

void FrameBuilder::range_prepare(Instruction in) {
  const u32 a = in.a();
  const auto set = [&](Node* iterable, Node* position, Node* limit) {
    write(a, iterable);
    write(a + 1, position);
    write(a + 2, limit);
  };
  if (in.x() == 1) return set(e_.const_boxed(Value::empty()), raw(0), e_.const_boxed(Value::nil()));
  Node* iterable = read(a);
  const Kind kind = failed_ ? e_.known_kind(iterable) : e_.likely_kind(iterable);
  if (kind == Kind::kInt) return set(e_.const_boxed(Value::empty()), e_.const_int(0), as_int(iterable));
  if (kind == Kind::kTable && !failed_) {
    Node* pointer = as_pointer(iterable, vm::kTagTable);
    guard_no_metatable(pointer);
    return set(iterable, first_cursor(pointer, sample_array(iterable)), e_.const_boxed(Value::nil()));
  }
  if (kind == Kind::kString && !failed_) {
    as_pointer(iterable, vm::kTagString);
    return set(iterable, raw(0), e_.const_boxed(Value::nil()));
  }
  store_slot(a);
  call_runtime(reinterpret_cast<const void*>(runtime::range_prepare), {slot_address(a)});
  const Value* seen = e_.sample(iterable);
  for (u32 i = 0; i < 3; i++) write(a + i, load_slot(a + i));
  if (seen) e_.set_sample(read(a), *seen);
}

// In front of the fields already if there is no array part.
Node* FrameBuilder::first_cursor(Node* table, const Table* seen) {
  if (!seen || seen->array_length) return raw(0);
  Node* length = e_.load(Memory::kU32, Alias::ArrayPart, table, offsetof(Table, array_length));
  Node* is_empty = e_.emit(Op::EqInt, {length, e_.const_int(0)});
  return e_.emit(Op::BoxBits, {select(is_empty, e_.const_int(i64(vm::kFieldPhase)), e_.const_int(0))});
}

Node* FrameBuilder::raw(u64 bits) { return e_.emit(Op::BoxBits, {e_.const_int(i64(bits))}); }

void FrameBuilder::range_next(Instruction in) {
  const u32 a = in.a();
  Node* iterable = read(a);
  const Value* seen = e_.sample(iterable);
  const bool is_empty = seen && seen->is_empty();
  const Value* limit = e_.sample(read(a + 2));
  if (is_empty && !failed_ && !(limit && limit->is_nil())) {
    if (iterable->op != Op::ConstBoxed) {
      guard(Op::GuardEqual, {iterable}, vm::kEmptyBits);
      improve(iterable, e_.const_boxed(Value::empty()));
    }
    return range_ints(a);
  }
  const Kind kind = e_.likely_kind(iterable);
  if (kind == Kind::kTable && !failed_ && (!seen || seen->as_table()->array_length)) return range_array(a);
  if (kind == Kind::kTable && !failed_) return range_fields(a, false);
  if (e_.known_kind(iterable) == Kind::kTable) return range_fields(a, true);
  range_any(a);
}

void FrameBuilder::range_ints(u32 a) {
  Node* next = as_int(read(a + 1));
  Node* limit = as_int(read(a + 2));
  Block *body, *end;
  e_.branch(e_.emit(Op::LtInt, {next, limit}), body, end);
  flow_to(pc_ + 2, end);
  e_.block = body;
  write(a + 1, e_.emit(Op::AddInt, {next, e_.const_int(1)}));
  write(a + 3, next);
  write(a + 4, e_.const_boxed(Value::nil()));
  loop_back(bytecode::jump_target(analysis_.code, pc_));
}

// The array part by index; what lies behind it by the runtime.
void FrameBuilder::range_array(u32 a) {
  Node* table = read(a);
  const Table* seen = sample_array(table);
  Node* pointer = as_pointer(table, vm::kTagTable);
  const ArrayKind elements = seen ? seen->array_kind() : ArrayKind::kAny;
  const bool typed = elements == ArrayKind::kInts || elements == ArrayKind::kDoubles;
  if (typed) guard_array_kind(pointer, elements);
  Node* cursor = e_.emit(Op::UnboxBits, {e_.box(read(a + 1))});
  Node* length = e_.load(Memory::kU32, Alias::ArrayPart, pointer, offsetof(Table, array_length));
  before_call();
  const State before = state_;
  Block *body, *rest;
  e_.branch(e_.emit(Op::BelowInt, {cursor, length}), body, rest);
  e_.block = body;
  Node* array = e_.load(Memory::kPtr, Alias::ArrayPart, pointer, offsetof(Table, array));
  Node* v = e_.load_indexed(elements == ArrayKind::kDoubles ? Memory::kF64 : Memory::kBoxed, Alias::Elements, array, cursor);
  if (elements == ArrayKind::kInts) {
    v = e_.emit(Op::UnboxInt, {v});
  } else if (!typed) {
    guard_false(e_.emit(Op::EqBoxed, {v, e_.const_boxed(Value::nil())}));
    if (seen) e_.set_sample(v, seen->array[0]);
  }
  Node* next = e_.emit(Op::AddInt, {cursor, e_.const_int(1)});
  write(a + 1, e_.emit(Op::BoxBits, {next}));
  write(a + 3, next);
  write(a + 4, v);
  loop_back(bytecode::jump_target(analysis_.code, pc_));
  state_ = before;
  e_.block = rest;
  if (seen && seen->shape->field_count == 0 && !seen->shape->is_dictionary() && !seen->hash) {
    guard(Op::GuardShape, {pointer}, reinterpret_cast<u64>(seen->shape), offsetof(Table, shape));
    Node* hash = e_.load(Memory::kPtr, Alias::Hash, pointer, offsetof(Table, hash));
    guard_true(e_.emit(Op::EqPtr, {hash, e_.const_ptr(nullptr)}));
    return flow_to(pc_ + 2);
  }
  range_any(a);
}

// The array part, if there may be one, and the fields of tables of whatever shape, as long as their order is the shape's; anything else by
// the runtime.
void FrameBuilder::range_fields(u32 a, bool with_array) {
  Node* pointer = as_pointer(read(a), vm::kTagTable);
  Node* cursor = e_.emit(Op::UnboxBits, {e_.box(read(a + 1))});
  Node* first_field = e_.const_int(i64(vm::kFieldPhase));
  before_call();
  const State before = state_;
  Join others(e_);
  // Goes on where the condition holds.
  const auto only_if = [&](Node* condition, bool wanted) {
    Block *yes, *no;
    e_.branch(condition, yes, no);
    e_.block = wanted ? no : yes;
    others.arrive(nullptr);
    e_.block = wanted ? yes : no;
  };
  const auto go_on = [&](Node* next, Node* key, Node* v) {
    only_if(e_.emit(Op::EqBoxed, {v, e_.const_boxed(Value::nil())}), false);
    write(a + 1, e_.emit(Op::BoxBits, {next}));
    write(a + 3, key);
    write(a + 4, v);
    loop_back(bytecode::jump_target(analysis_.code, pc_));
    state_ = before;
  };
  Node* field = e_.emit(Op::SubInt, {cursor, first_field});
  if (with_array) {
    Block *element, *behind_array;
    Node* length = e_.load(Memory::kU32, Alias::ArrayPart, pointer, offsetof(Table, array_length));
    e_.branch(e_.emit(Op::BelowInt, {cursor, length}), element, behind_array);
    e_.block = element;
    Node* array = e_.load(Memory::kPtr, Alias::ArrayPart, pointer, offsetof(Table, array));
    Node* next = e_.emit(Op::AddInt, {cursor, e_.const_int(1)});
    go_on(next, next, e_.load_indexed(Memory::kBoxed, Alias::Elements, array, cursor));
    e_.block = behind_array;
    field = select(e_.emit(Op::BelowInt, {cursor, first_field}), e_.const_int(0), field);
  }
  Node* hash = e_.load(Memory::kPtr, Alias::Hash, pointer, offsetof(Table, hash));
  only_if(e_.emit(Op::EqPtr, {hash, e_.const_ptr(nullptr)}), true);
  Node* shape = e_.load(Memory::kPtr, Alias::Shape, pointer, offsetof(Table, shape));
  Node* count = e_.load(Memory::kU32, Alias::Constant, shape, offsetof(vm::Shape, field_count));
  Block *body, *behind;
  e_.branch(e_.emit(Op::BelowInt, {field, count}), body, behind);
  e_.block = behind;
  only_if(e_.emit(Op::EqInt, {field, count}), true);
  flow_to(pc_ + 2);
  state_ = before;
  e_.block = body;
  Node* sizes = e_.load(Memory::kU32, Alias::Constant, shape, offsetof(vm::Shape, inline_capacity));
  only_if(e_.emit(Op::BelowInt, {field, e_.emit(Op::AndInt, {sizes, e_.const_int(0xffff)})}), true);
  Node* key = e_.load_indexed(Memory::kPtr, Alias::Constant, shape, field);
  key->imm = offsetof(vm::Shape, keys);
  only_if(e_.emit(Op::EqPtr, {key, e_.const_ptr(nullptr)}), false);
  Node* v = e_.load_indexed(Memory::kBoxed, Alias::Fields, pointer, field);
  v->imm = offsetof(Table, slots);
  Node* next = e_.emit(Op::AddInt, {field, e_.const_int(i64(vm::kFieldPhase) + 1)});
  go_on(next, e_.emit(Op::BoxPtr, {key}, vm::kTagString), v);
  others.finish(Type::Void);
  if (e_.block) range_any(a);
}

void FrameBuilder::range_any(u32 a) {
  store_arguments();
  for (u32 i = 0; i < 3; i++) store_slot(a + i);
  Node* step = call_runtime(reinterpret_cast<const void*>(runtime::range_step), {slot_address(a)});
  Block *body, *end;
  e_.branch(e_.emit(Op::EqBoxed, {step, e_.const_boxed(Value::boolean(true))}), body, end);
  e_.block = end;
  guard_valid(pc_ + 2);
  flow_to(pc_ + 2);
  e_.block = body;
  const u32 target = bytecode::jump_target(analysis_.code, pc_);
  for (u32 i : {1u, 3u, 4u}) write(a + i, load_slot(a + i));
  guard_valid(target);
  loop_back(target);
}

}  // namespace gs::jit::region
