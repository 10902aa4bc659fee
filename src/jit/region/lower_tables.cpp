// Tables: making them, lengths, elements of array parts.
#include <algorithm>

#include "jit/region/frame_builder.hpp"
#include "jit/region/runtime_calls.hpp"
#include "vm/object/shape.hpp"
#include "vm/object/table.hpp"
#include "vm/runtime/operations.hpp"

namespace gs::jit::region {

using bytecode::Instruction;
using ir::Op;
using vm::ArrayKind;
using vm::FeedbackSlot;
using vm::Table;
using ByteOp = bytecode::Op;

namespace {

constexpr u64 kFlagsOffset = offsetof(vm::CellHeader, flags);
constexpr u64 kKindOffset = offsetof(vm::CellHeader, detail);

}  // namespace

bool FrameBuilder::lower_table(Instruction in) {
  switch (bytecode::op_info(in.op()).base) {
    case ByteOp::NEWTABLE: return new_table(in), true;
    case ByteOp::NEWOBJECT: return new_object(in), true;
    case ByteOp::GETFIELD: return get_field(in), true;
    case ByteOp::SETFIELD: return set_field(in), true;
    case ByteOp::METHOD: return method(in), true;
    case ByteOp::GETINDEX: return get_index(in.a(), read(in.b()), read(in.c())), true;
    case ByteOp::GETINDEXI: return get_index(in.a(), read(in.b()), e_.const_int(in.c())), true;
    case ByteOp::SETINDEX: {
      Node* table = read(in.a());
      Node* key = read(in.b());
      return set_index(table, key, read(in.c())), true;
    }
    case ByteOp::SETINDEXI: return set_index(read(in.a()), e_.const_int(in.b()), read(in.c())), true;
    case ByteOp::LEN: return length(in), true;
    default: return false;
  }
}

// The first word of a new table's cell.
u64 FrameBuilder::header_of_table(u8 flags) {
  vm::CellHeader header;
  header.kind = vm::CellKind::kTable;
  header.flags = flags;
  return std::bit_cast<u64>(header);
}

void FrameBuilder::new_table(Instruction in) {
  const u32 fields = std::min<u32>(in.c() ? in.c() : 2, vm::kMaxInlineFields);
  const vm::Shape* root = b_.request.vm.shapes().known_root(fields);
  if (in.b() == 0 && root) return write(in.a(), make_object(root, {}));
  Node* t = call_runtime(reinterpret_cast<const void*>(runtime::new_table), {e_.const_int(in.b()), e_.const_int(fields)});
  e_.set_kind(t, Kind::kTable);
  write(in.a(), t);
}

Node* FrameBuilder::make_object(const vm::Shape* shape, std::span<Node* const> fields) {
  std::vector<ir::ObjectTemplate>& templates = e_.function().templates;
  templates.push_back({vm::kTagTable, reinterpret_cast<u64>(shape), offsetof(Table, shape), offsetof(Table, slots),
                       shape->inline_capacity, u32(sizeof(Table) + shape->inline_capacity * sizeof(Value)),
                       vm::kNilBits, header_of_table(0)});
  Node* object = e_.emit_typed(Op::NewObject, Type::Ptr, fields, templates.size() - 1);
  return e_.emit(Op::BoxPtr, {object}, vm::kTagTable);
}

void FrameBuilder::new_object(Instruction in) {
  const auto* from = reinterpret_cast<const vm::TableTemplate*>(prototype_->constants[in.c()].bits);
  if (from->count > from->shape->inline_capacity) return interpret();
  std::vector<Node*> fields;
  for (u32 i = 0; i < from->count; i++) fields.push_back(e_.box(read(in.b() + i)));
  write(in.a(), make_object(from->shape, fields));
}

void FrameBuilder::length(Instruction in) {
  Node* v = read(in.b());
  switch (failed_ ? e_.known_kind(v) : e_.likely_kind(v)) {
    case Kind::kString: return write(in.a(), string_length(as_pointer(v, vm::kTagString)));
    case Kind::kTable: {
      if (failed_) return write(in.a(), length_of_any(e_.box(v)));
      Node* pointer = as_pointer(v, vm::kTagTable);
      guard_no_metatable(pointer);
      return write(in.a(), e_.load(Memory::kU32, Alias::ArrayPart, pointer, offsetof(Table, array_length)));
    }
    case Kind::kUnknown: return write(in.a(), length_of_any(v));
    default: break;
  }
  write(in.a(), call_runtime(reinterpret_cast<const void*>(runtime::length), {e_.box(v)}));
}

Node* FrameBuilder::string_length(Node* string) {
  return e_.load(Memory::kI64, Alias::Constant, string, offsetof(vm::String, length));
}

// Of a string or of a table without a metatable; anything else leaves, or where that has happened is the runtime's.
Node* FrameBuilder::length_of_any(Node* v) {
  if (failed_) before_call();
  const State before = state_;
  Join done(e_), others(e_);
  const auto arrive = [&](Node* n) { done.arrive(failed_ ? e_.box(n) : n); };
  Block *yes, *no;
  e_.branch(e_.emit(Op::HasTag, {v}, vm::kTagString), yes, no);
  e_.block = yes;
  arrive(string_length(e_.emit(Op::UnboxPtr, {v})));
  e_.block = no;
  Node* table;
  if (failed_) {
    e_.branch(e_.emit(Op::HasTag, {v}, vm::kTagTable), yes, no);
    e_.block = no;
    others.arrive(nullptr);
    e_.block = yes;
    table = e_.emit(Op::UnboxPtr, {v});
    Node* flags = e_.load(Memory::kU8, Alias::Header, table, kFlagsOffset);
    Node* bit = e_.emit(Op::AndInt, {flags, e_.const_int(Table::kHasMetatable)});
    e_.branch(e_.emit(Op::EqInt, {bit, e_.const_int(0)}), yes, no);
    e_.block = no;
    others.arrive(nullptr);
    e_.block = yes;
  } else {
    table = guard(Op::GuardTag, {v}, vm::kTagTable);
    guard_no_metatable(table);
  }
  arrive(e_.load(Memory::kU32, Alias::ArrayPart, table, offsetof(Table, array_length)));
  state_ = before;
  if (!failed_) return done.finish(Type::I64);
  others.finish(Type::Void);
  if (e_.block) done.arrive(call_runtime(reinterpret_cast<const void*>(runtime::length), {v}));
  state_ = before;
  state_.globals.clear();
  return done.finish(Type::Boxed);
}

// A Len of a new table and the like: flags are loaded once per loop, so the test costs next to nothing.
void FrameBuilder::guard_no_metatable(Node* table) {
  guard_flags(table, Alias::Header, Table::kHasMetatable, 0);
}

// --- elements

namespace {

// The kind of a new array of such elements.
ArrayKind kind_for(Kind element) {
  switch (element) {
    case Kind::kFloat: return ArrayKind::kDoubles;
    case Kind::kInt: return ArrayKind::kInts;
    case Kind::kBool: return ArrayKind::kBooleans;
    default: return ArrayKind::kAny;
  }
}

}  // namespace

// An array index as 0-based I64; null: the key is no int.
Node* FrameBuilder::element_index(Node* key) {
  Kind kind = e_.likely_kind(key);
  if (failed_) kind = e_.known_kind(key);
  if (kind == Kind::kUnknown && !failed_) kind = Kind::kInt;
  Node* n;
  if (kind == Kind::kFloat && !failed_) {
    n = guard(Op::FloatToInt, {as_float(key)});
  } else if (kind == Kind::kInt) {
    n = as_int(key);
  } else {
    return nullptr;
  }
  return e_.emit(Op::SubInt, {n, e_.const_int(1)});
}

// The sample table whose elements an access by `key` is about, if it has an array part that is.
const Table* FrameBuilder::sample_array(Node* table) const {
  const Value* seen = e_.sample(table);
  return seen && seen->is_table() ? seen->as_table() : nullptr;
}

void FrameBuilder::guard_array_kind(Node* table, ArrayKind kind) {
  Node* now = e_.load(Memory::kU8, Alias::Header, table, kKindOffset);
  guard_true(e_.emit(Op::EqInt, {now, e_.const_int(i64(kind))}));
}

void FrameBuilder::get_index(u32 target, Node* table, Node* key) {
  const Kind kind = e_.likely_kind(table);
  const Table* seen = sample_array(table);
  const bool is_table = !failed_ && (kind == Kind::kTable || kind == Kind::kUnknown);
  if (is_table && is_about_entry(table, key)) return write(target, get_entry(table, key));
  const bool in_array = !seen || seen->array_length != 0;
  Node* index = is_table && in_array ? element_index(key) : nullptr;
  if (!index) {
    Node* v = call_runtime(reinterpret_cast<const void*>(runtime::get_index), {e_.box(table), e_.box(key)});
    return write(target, v);
  }
  Node* pointer = as_pointer(table, vm::kTagTable);
  const ArrayKind elements = seen ? seen->array_kind() : ArrayKind::kAny;
  const bool typed = elements != ArrayKind::kAny && elements != ArrayKind::kEmpty;
  if (typed) {
    guard_array_kind(pointer, elements);
  } else {
    guard_no_metatable(pointer);  // absent elements would be looked for elsewhere
  }
  Node* length = e_.load(Memory::kU32, Alias::ArrayPart, pointer, offsetof(Table, array_length));
  guard(Op::BoundsCheck, {index, length});
  Node* array = e_.load(Memory::kPtr, Alias::ArrayPart, pointer, offsetof(Table, array));
  if (elements == ArrayKind::kDoubles) return write(target, e_.load_indexed(Memory::kF64, Alias::Elements, array, index));
  Node* v = e_.load_indexed(Memory::kBoxed, Alias::Elements, array, index);
  if (elements == ArrayKind::kInts) return write(target, e_.emit(Op::UnboxInt, {v}));
  if (elements == ArrayKind::kBooleans) e_.set_kind(v, Kind::kBool);
  if (seen) e_.set_sample(v, sample_element(seen, key));
  // Mixed arrays: numbers of both kinds are not told apart here.
  write(target, v);
}

Value FrameBuilder::sample_element(const Table* table, Node* key) const {
  const Value* seen = e_.sample(key);
  const u64 at = seen && seen->is_small_int() ? u64(seen->as_small_int()) - 1 : 0;
  return table->array[at < table->array_length ? at : 0];
}

// Elements of one kind are stored: where the array ends, or where a sample says so, it may grow by one.
void FrameBuilder::set_index(Node* table, Node* key, Node* value) {
  const Kind kind = e_.likely_kind(table);
  const Table* seen = sample_array(table);
  const bool fits = !failed_ && (kind == Kind::kTable || kind == Kind::kUnknown);
  if (fits && e_.likely_kind(value) != Kind::kNil && is_about_entry(table, key)) return set_entry(table, key, value);
  ArrayKind elements = ArrayKind::kAny;
  Node* element = fits ? as_element(value, seen, elements) : nullptr;
  Node* index = element ? element_index(key) : nullptr;
  if (!index) return set_any_index(table, key, value);
  Node* pointer = as_pointer(table, vm::kTagTable);
  Node* length = e_.load(Memory::kU32, Alias::ArrayPart, pointer, offsetof(Table, array_length));
  if (elements == ArrayKind::kAny) guard_no_metatable(pointer);  // an absent element would be a store elsewhere
  if (may_append(seen, key)) {
    append_or_check(pointer, index, length, elements);
  } else {
    guard_array_kind(pointer, elements);
    guard(Op::BoundsCheck, {index, length});
  }
  Node* array = e_.load(Memory::kPtr, Alias::ArrayPart, pointer, offsetof(Table, array));
  e_.store_indexed(elements == ArrayKind::kDoubles ? Memory::kF64 : Memory::kBoxed, Alias::Elements, array, index, element);
  if (elements == ArrayKind::kAny && may_refer(element, e_)) e_.emit(Op::Barrier, {pointer});
}

// The value as an element of an array of the kind that it will be stored into; null: that cannot be told.
Node* FrameBuilder::as_element(Node* value, const Table* seen, ArrayKind& kind) {
  const Kind stored = e_.likely_kind(value);
  if (stored == Kind::kNil) return nullptr;
  const bool is_new = !seen || seen->array_length == 0;
  kind = is_new ? kind_for(stored) : seen->array_kind();
  switch (kind) {
    case ArrayKind::kDoubles: return stored == Kind::kFloat ? as_float(value) : nullptr;
    case ArrayKind::kInts: {
      if (stored != Kind::kInt) return nullptr;
      Node* n = as_int(value);
      // Only inline ints are elements of this kind.
      return n->op == Op::ConstInt && !Value::fits_inline(i64(n->imm)) ? nullptr : small_int(n);
    }
    case ArrayKind::kBooleans: return e_.known_kind(value) == Kind::kBool ? e_.box(value) : nullptr;
    default:
      if (is_new && stored == Kind::kUnknown) return nullptr;
      if (e_.known_kind(value) == Kind::kUnknown) guard_false(e_.emit(Op::EqBoxed, {e_.box(value), e_.const_boxed(Value::nil())}));
      return e_.box(value);
  }
}

bool FrameBuilder::may_append(const Table* seen, Node* key) const {
  if (!seen || seen->array_length == 0) return true;
  const Value* at = e_.sample(key);
  // At the last element: it was appended just now.
  return at && at->is_small_int() && at->as_small_int() > 0 && u64(at->as_small_int()) >= seen->array_length;
}

// Inside the array nothing changes; directly behind its end it grows, keeping its kind or getting its first one.
void FrameBuilder::append_or_check(Node* table, Node* index, Node* length, ArrayKind kind) {
  const auto kind_is_right = [&] { guard_array_kind(table, kind); };
  Join join(e_);
  Block *inside, *behind;
  e_.branch(e_.emit(Op::BelowInt, {index, length}), inside, behind);
  e_.block = inside;
  kind_is_right();
  join.arrive(nullptr);
  e_.block = behind;
  guard_true(e_.emit(Op::EqInt, {index, length}));
  guard_true(e_.emit(Op::EqPtr, {e_.load(Memory::kPtr, Alias::Hash, table, offsetof(Table, hash)), e_.const_ptr(nullptr)}));
  if (kind != ArrayKind::kAny) guard_no_metatable(table);
  guard(Op::GrowArray, {table, length}, offsetof(Table, array_capacity));
  Join checked(e_);
  Block *first, *more;
  e_.branch(e_.emit(Op::EqInt, {length, e_.const_int(0)}), first, more);
  e_.block = more;
  kind_is_right();
  checked.arrive(nullptr);
  e_.block = first;
  e_.store(Memory::kU8, Alias::Header, table, kKindOffset, e_.const_int(i64(kind)));
  checked.arrive(nullptr);
  checked.finish(Type::Void);
  e_.store(Memory::kU32, Alias::ArrayPart, table, offsetof(Table, array_length), e_.emit(Op::AddInt, {length, e_.const_int(1)}));
  join.arrive(nullptr);
  join.finish(Type::Void);
}

void FrameBuilder::set_any_index(Node* table, Node* key, Node* value) {
  call_runtime(reinterpret_cast<const void*>(runtime::set_index), {e_.box(table), e_.box(key), e_.box(value)});
}

}  // namespace gs::jit::region
