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
    guard_no_metatable(as_pointer(iterable, vm::kTagTable));
    return set(iterable, raw(0), e_.const_boxed(Value::nil()));
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
