// Fields and methods by the shapes that the inline caches have seen: one shape is guarded; several are told apart, with the runtime behind
// them.
#include <algorithm>

#include "jit/region/frame_builder.hpp"
#include "jit/region/runtime_calls.hpp"
#include "vm/object/shape.hpp"
#include "vm/object/table.hpp"

namespace gs::jit::region {

using bytecode::Instruction;
using ir::Op;
using vm::FeedbackSlot;
using vm::FieldPlace;
using vm::Shape;
using vm::Table;
using ByteOp = bytecode::Op;

namespace {

constexpr u64 kShapeMask = ~u64{7};  // a field slot's word 0 may carry its form in the low bits
constexpr usize kMaxShapes = 6;      // told apart in line
constexpr int kMaxChain = 100;
constexpr u32 kMaxArguments = 8;     // instructions between a method and its call that are built for each shape
constexpr u64 kWayStep = 0x9E37'79B9'7F4A'7C15;
constexpr u32 kMaxRepeated = 48;     // instructions of a method that is built for each shape, not for all shapes that have it

const Shape* shape_of(const FeedbackSlot* slot) { return reinterpret_cast<const Shape*>(slot->word[0] & kShapeMask); }
Value key_of(const FeedbackSlot* slot) { return Value::string(reinterpret_cast<const vm::String*>(slot->word[3])); }

// The node that boxes and guards of the same table start from.
const Node* boxed_origin(const Node* n) {
  while (n->op == Op::UnboxPtr || n->op == Op::BoxPtr || n->op == Op::GuardTag) n = n->inputs[0];
  return n;
}

// What may stand between a method and its call and be built more than once: it computes an argument, without much code.
bool computes_argument(ByteOp op) {
  switch (op) {
    case ByteOp::MOVE:
    case ByteOp::LOADK:
    case ByteOp::LOADINT:
    case ByteOp::LOADPRIM:
    case ByteOp::LOADNIL:
    case ByteOp::GETGLOBAL:
    case ByteOp::GETUPVAL:
    case ByteOp::GETUPCELL:
    case ByteOp::GETCELL:
    case ByteOp::GETFIELD: return true;
    default: return op >= ByteOp::ADD && op <= ByteOp::NOT;
  }
}

// The table behind t's __index, or null. `has_handler`: there is something else.
Table* index_table(const Table* t, bool& has_handler) {
  const Shape* shape = t->shape;
  has_handler = shape->is_dictionary();
  for (u32 i = 0; i < shape->field_count; i++) {
    if (!shape->keys[i] || vm::view(shape->keys[i]) != "__index") continue;
    const Value next = *vm::field_slot(t, i);
    has_handler = has_handler || !(next.is_table() || next.is_nil());
    return next.is_table() ? next.as_table() : nullptr;
  }
  return nullptr;
}

// Visits the metatable and the __index tables of tables of this shape: visit(table), true to go on. False if the chain cannot be followed.
template <class Visit>
bool each_holder(const Shape* shape, Visit visit) {
  if (shape->metatable_slot != Shape::kNoSlot) return false;
  Table* metatable = shape->metatable;
  for (int step = 0; metatable && step < kMaxChain; step++) {
    metatable->flags |= Table::kIsMetatable | Table::kIsPrototype;  // changes of its layout advance the epoch from now on
    bool has_handler;
    Table* holder = index_table(metatable, has_handler);
    if (has_handler) return false;
    if (!holder) return true;
    holder->flags |= Table::kIsPrototype;
    if (!visit(holder)) return true;
    metatable = vm::table_metatable(holder);
  }
  return metatable == nullptr;
}

}  // namespace

u64 FrameBuilder::vm_offset(const void* field) const {
  return u64(static_cast<const char*>(field) - reinterpret_cast<const char*>(&b_.request.vm));
}

void FrameBuilder::guard_epoch(u64 epoch) {
  Node* vm = e_.const_ptr(&b_.request.vm);
  Node* now = e_.load(Memory::kU32, Alias::Vm, vm, vm_offset(&b_.request.vm.meta_epoch));
  guard_true(e_.emit(Op::EqInt, {now, e_.const_int(i64(epoch))}));
}

// Whether reading the key of a table of this shape whose own field is nil, or absent, gives nil, as long as the meta epoch stands.
bool FrameBuilder::absent_is_nil(const Shape* shape, Value key) const {
  if (shape->is_dictionary()) return false;
  bool is_nil = true;
  const bool followed = each_holder(shape, [&](const Table* holder) {
    is_nil = vm::table_get_string(holder, key.as_string()).is_nil();
    return is_nil;
  });
  return followed && is_nil;
}

// Whether a table of this shape takes new fields without asking a __newindex, as long as the meta epoch stands.
bool FrameBuilder::takes_new_fields(const Shape* shape) const {
  if (shape->is_dictionary() || shape->metatable_slot != Shape::kNoSlot) return false;
  Table* metatable = shape->metatable;
  if (!metatable) return true;
  const Shape* events = metatable->shape;
  if (events->is_dictionary()) return false;
  for (u32 i = 0; i < events->field_count; i++) {
    if (events->keys[i] && vm::view(events->keys[i]) == "__newindex") return false;
  }
  metatable->flags |= Table::kIsMetatable | Table::kIsPrototype;
  return true;
}

// Where tables of the shape have the inherited value that the cache found at `place`.
Alias FrameBuilder::place_alias(const Value* place, const Shape* shape) const {
  Alias alias = Alias::Hash;
  each_holder(shape, [&](const Table* holder) {
    const u32 inside = holder->shape->inline_capacity;
    const u32 outside = holder->shape->field_count > inside ? holder->shape->field_count - inside : 0;
    if (place >= holder->slots && place < holder->slots + inside) alias = Alias::Fields;
    if (holder->overflow && place >= holder->overflow && place < holder->overflow + outside) alias = Alias::Overflow;
    return alias == Alias::Hash;
  });
  return alias;
}

// What the instruction's own cache knows, if its form says that it is valid.
bool FrameBuilder::own_place(Instruction in, const FeedbackSlot* slot, FieldAccess& access) const {
  access = {shape_of(slot), FieldPlace::kInline, u32(slot->word[1]), nullptr, 0};
  if (!access.shape) return false;
  switch (in.op()) {
    case ByteOp::GETFIELD_I:
    case ByteOp::METHOD_I:
    case ByteOp::SETFIELD_I: return true;
    case ByteOp::GETFIELD_O:
    case ByteOp::SETFIELD_O: access.place = FieldPlace::kOverflow; return true;
    case ByteOp::GETFIELD_P:
    case ByteOp::METHOD_P:
      access.place = FieldPlace::kHolder;
      access.holder = reinterpret_cast<const Value*>(slot->word[2]);
      access.epoch = u32(slot->word[1]);
      return access.epoch == b_.request.vm.meta_epoch;
    default: return false;
  }
}

// What is known of the key's place in tables of several shapes: the instruction's cache, the VM's, the sample object. Most likely first.
std::vector<FrameBuilder::FieldAccess> FrameBuilder::places(Instruction in, const FeedbackSlot* slot, Node* object) const {
  std::vector<FieldAccess> found;
  const Value* seen = e_.sample(object);
  const auto add = [&](const FieldAccess& access) {
    const bool known = std::ranges::any_of(found, [&](const FieldAccess& f) { return f.shape == access.shape; });
    if (access.is_absent()) {
      if (!known && lacks(access.shape, key_of(slot))) found.push_back(access);
      return;
    }
    const bool stale = access.place == FieldPlace::kHolder && (failed_ || access.epoch != b_.request.vm.meta_epoch);
    if (!known && !stale) found.push_back(access);
  };
  FieldAccess own;
  if (own_place(in, slot, own)) add(own);
  const u64 name = slot->word[3];
  for (const vm::FieldCacheEntry& entry : b_.request.vm.field_cache) {
    if (entry.shape && entry.key == name) add({entry.shape, entry.place, entry.offset, entry.holder, entry.epoch});
  }
  if (seen && seen->is_table()) {
    add({seen->as_table()->shape, FieldPlace::kHolder, 0, &vm::FieldCacheEntry::kAbsent, 0});
    const auto first = std::ranges::find(found, seen->as_table()->shape, &FieldAccess::shape);
    if (first != found.end()) std::rotate(found.begin(), first, first + 1);
  }
  if (found.size() > kMaxShapes) found.resize(kMaxShapes);
  const auto first = std::ranges::find(found, shape_on_way(object), &FieldAccess::shape);
  return first == found.end() ? found : std::vector{*first};
}

// The object's shape as it was told apart earlier on this way, or null. It may have changed since: what goes by it tests it again.
const Shape* FrameBuilder::shape_on_way(const Node* object) const {
  const auto known = std::ranges::find(b_.shapes_on_way, boxed_origin(object), &std::pair<const Node*, const Shape*>::first);
  return known == b_.shapes_on_way.end() ? nullptr : known->second;
}

// Whether to speculate on what the instruction's own cache knows.
bool FrameBuilder::is_own_place(Instruction in, const FeedbackSlot* slot, const Node* object, FieldAccess& access) const {
  if (failed_ || !own_place(in, slot, access)) return false;
  const Shape* shape = shape_on_way(object);
  return !shape || shape == access.shape;
}

// The address and alias class of an own field.
Node* FrameBuilder::field_base(Node* table, const FieldAccess& access, Alias& alias) {
  alias = access.place == FieldPlace::kInline ? Alias::Fields : Alias::Overflow;
  return access.place == FieldPlace::kInline ? table : e_.load(Memory::kPtr, alias, table, offsetof(Table, overflow));
}

bool FrameBuilder::FieldAccess::goes_by_metatables() const {
  return shape->metatable || (place == FieldPlace::kHolder && !is_absent());
}

Node* FrameBuilder::load_field(Node* table, const FieldAccess& access) {
  if (access.is_absent()) return e_.const_boxed(Value::nil());
  if (access.place == FieldPlace::kHolder) {
    Node* v = e_.load(Memory::kBoxed, place_alias(access.holder, access.shape), e_.const_ptr(access.holder), 0);
    e_.set_sample(v, *access.holder);
    return v;
  }
  Alias alias;
  Node* base = field_base(table, access, alias);
  return e_.load(Memory::kBoxed, alias, base, access.offset);
}

void FrameBuilder::sample_own(Node* v, const Value* seen, const FieldAccess& access) {
  if (!seen || !seen->is_table() || seen->as_table()->shape != access.shape || access.place == FieldPlace::kHolder) return;
  const Table* t = seen->as_table();
  const char* base = access.place == FieldPlace::kInline ? reinterpret_cast<const char*>(t) : reinterpret_cast<const char*>(t->overflow);
  e_.set_sample(v, *reinterpret_cast<const Value*>(base + access.offset));
}

Node* FrameBuilder::table_of_shape(Node* object, const Shape* shape) {
  Node* pointer = as_pointer(object, vm::kTagTable);
  guard(Op::GuardShape, {pointer}, reinterpret_cast<u64>(shape), offsetof(Table, shape));
  return pointer;
}

void FrameBuilder::get_field(Instruction in) {
  const FeedbackSlot* slot = prototype_->feedback(in.c());
  Node* object = read(in.b());
  const Value* seen = e_.sample(object);
  const Value key = key_of(slot);
  FieldAccess access;
  if (!is_own_place(in, slot, object, access)) {
    if (Node* absent = absent_field(object, seen, key)) return write(in.a(), absent);
    Node* v = get_field_of_any(object, places(in, slot, object), key, reinterpret_cast<const void*>(runtime::get_field));
    sample_field(v, seen, key);
    return write(in.a(), v);
  }
  Node* pointer = table_of_shape(object, access.shape);
  if (access.place == FieldPlace::kHolder) guard_epoch(access.epoch);
  Node* v = load_field(pointer, access);
  sample_own(v, seen, access);
  if (access.place != FieldPlace::kHolder && absent_is_nil(access.shape, key)) {
    if (access.shape->metatable) guard_epoch(b_.request.vm.meta_epoch);
    return write(in.a(), speculate_number(v));
  }
  write(in.a(), speculate(v, Value::nil()));
}

// Whether tables of this shape have no such field, and read nil for it as long as the meta epoch stands.
bool FrameBuilder::lacks(const Shape* shape, Value key) const {
  return key.as_string()->is_interned() && !shape->is_dictionary() && vm::shape_find(shape, key.as_string()) < 0 &&
         absent_is_nil(shape, key);
}

// A field that tables like the sample do not have: nil. Null: not known to be so.
Node* FrameBuilder::absent_field(Node* object, const Value* seen, Value key) {
  if (failed_ || !seen || !seen->is_table()) return nullptr;
  const Shape* shape = seen->as_table()->shape;
  if (!lacks(shape, key)) return nullptr;
  table_of_shape(object, shape);
  if (shape->metatable) guard_epoch(b_.request.vm.meta_epoch);
  return e_.const_boxed(Value::nil());
}

// One way for each shape; others go by the runtime.
Node* FrameBuilder::get_field_of_any(Node* object, const std::vector<FieldAccess>& places, Value key, const void* otherwise) {
  b_.reference(key);
  if (places.empty()) return call_runtime(otherwise, {e_.box(object), e_.const_boxed(key)});
  before_call();
  if (std::ranges::any_of(places, &FieldAccess::goes_by_metatables)) {
    guard_epoch(b_.request.vm.meta_epoch);
  }
  const State before = state_;
  Join found(e_), others(e_);
  each_shape(object, places, others, [&](Node* pointer, const FieldAccess& access) {
    Node* v = load_field(pointer, access);
    if (access.place != FieldPlace::kHolder && absent_is_nil(access.shape, key)) return found.arrive(v);
    Block *absent, *present;
    e_.branch(e_.emit(Op::EqBoxed, {v, e_.const_boxed(Value::nil())}), absent, present);
    e_.block = absent;
    others.arrive(nullptr);
    e_.block = present;
    found.arrive(v);
  });
  others.finish(Type::Void);
  if (e_.block) found.arrive(call_runtime(otherwise, {e_.box(object), e_.const_boxed(key)}));
  state_ = before;
  state_.globals.clear();
  return found.finish(Type::Boxed);
}

// Tells the object's shape apart: `visit` is called in a block for each; what is none of them arrives at `others`.
template <class Visit>
void FrameBuilder::each_shape(Node* object, const std::vector<FieldAccess>& places, Join& others, Visit visit) {
  Block *yes, *no;
  Node* pointer;
  if (e_.known_kind(object) == Kind::kUnknown) {
    e_.branch(e_.emit(Op::HasTag, {object}, vm::kTagTable), yes, no);
    e_.block = no;
    others.arrive(nullptr);
    e_.block = yes;
    pointer = e_.emit(Op::UnboxPtr, {object});
  } else {
    pointer = as_pointer(object, vm::kTagTable);
  }
  Node* shape = e_.load(Memory::kPtr, Alias::Shape, pointer, offsetof(Table, shape));
  for (const FieldAccess& access : places) {
    e_.branch(e_.emit(Op::EqPtr, {shape, e_.const_ptr(access.shape)}), yes, no);
    e_.block = yes;
    if (yes) visit(pointer, access);
    e_.block = no;
  }
  others.arrive(nullptr);
}

// What a field read by the runtime probably is: the sample object's own field.
void FrameBuilder::sample_field(Node* v, const Value* object, Value key) {
  if (!object || !object->is_table()) return;
  const Value content = vm::table_get_string(object->as_table(), key.as_string());
  if (!content.is_nil()) e_.set_sample(v, content);
}

void FrameBuilder::method(Instruction in) {
  const FeedbackSlot* slot = prototype_->feedback(in.c());
  Node* object = read(in.b());
  const Value* seen = e_.sample(object);
  FieldAccess access;
  Node* v;
  if (in.op() == ByteOp::METHOD_S && !failed_) {
    as_pointer(object, vm::kTagString);
    guard_epoch(u32(slot->word[1]));
    const auto* place = reinterpret_cast<const Value*>(slot->word[2]);
    v = e_.load(Memory::kBoxed, Alias::Fields, e_.const_ptr(place), 0);
    e_.set_sample(v, *place);
  } else if (is_own_place(in, slot, object, access)) {
    Node* pointer = table_of_shape(object, access.shape);
    if (access.place == FieldPlace::kHolder) guard_epoch(access.epoch);
    v = load_field(pointer, access);
    sample_own(v, seen, access);
    guard_false(e_.emit(Op::EqBoxed, {v, e_.const_boxed(Value::nil())}));
  } else {
    std::vector<FieldAccess> known = places(in, slot, object);
    std::erase_if(known, &FieldAccess::is_absent);  // an error, raised by the runtime
    if (call_method_by_shape(in, object, known)) return;
    v = get_field_of_any(object, known, key_of(slot), reinterpret_cast<const void*>(runtime::get_method));
    note_candidates(v, known);
  }
  write(in.a(), v);
  write(in.a() + 2, object);
}

// The call that takes the method, if what computes the arguments is short enough to be built once for each shape.
std::optional<u32> FrameBuilder::call_of_method(Instruction in) const {
  for (u32 at = pc_ + 1; at < block_end_ && at <= pc_ + 1 + kMaxArguments; at++) {
    const Instruction next = base_form(analysis_.code[at]);
    if (next.op() == ByteOp::CALL) {
      const bool is_fixed = next.c() != 0 && next.x() != 0;
      return next.a() == in.a() && is_fixed ? std::optional(at) : std::nullopt;
    }
    if (!computes_argument(next.op())) return std::nullopt;
  }
  return std::nullopt;
}

// Shapes that lead to one function: what it does with their fields is known on the way of each alone.
bool FrameBuilder::is_repeatable(const vm::Prototype* target) const {
  return target->code_length <= kMaxRepeated && target->code_length * kMaxShapes <= b_.inline_left;
}

// One way from finding a method to behind its call: for one shape, or for all that lead to one function.
struct FrameBuilder::MethodWay {
  Value method;
  const Shape* shape;  // null: several
  Join entry;
};

// The method is asked for by shape and called at once: the shapes stay apart until the call has returned. On each way the callee is
// a constant and the object's shape known; objects of other shapes, and methods that were replaced, go a general way.
bool FrameBuilder::call_method_by_shape(Instruction in, Node* object, const std::vector<FieldAccess>& places) {
  const std::optional<u32> call = call_of_method(in);
  const auto is_known = [](const FieldAccess& a) {
    return a.place == FieldPlace::kHolder && a.holder->is_function() && a.holder->as_function()->is_closure();
  };
  if (!call || std::ranges::none_of(places, is_known)) return false;
  const Value key = key_of(prototype_->feedback(in.c()));
  b_.reference(key);
  before_call();
  if (std::ranges::any_of(places, &FieldAccess::goes_by_metatables)) guard_epoch(b_.request.vm.meta_epoch);
  std::vector<MethodWay> ways;
  Join others(e_), unknown(e_);
  each_shape(object, places, others, [&](Node* pointer, const FieldAccess& access) {
    Node* v = load_field(pointer, access);
    const Value expected = is_known(access) ? *access.holder : Value::nil();
    Block *yes, *no;
    b_.reference(expected);
    e_.branch(e_.emit(Op::EqBoxed, {v, e_.const_boxed(expected)}), yes, no);
    if (expected.is_nil()) std::swap(yes, no);
    e_.block = no;
    others.arrive(nullptr);
    e_.block = yes;
    if (expected.is_nil()) return unknown.arrive(v);
    const bool is_alone = is_repeatable(static_cast<vm::Closure*>(expected.as_function())->prototype);
    auto way = std::ranges::find_if(ways, [&](const MethodWay& w) { return !is_alone && w.method == expected; });
    if (way != ways.end()) {
      way->shape = nullptr;
      return way->entry.arrive(nullptr);
    }
    ways.push_back({expected, access.shape, Join(e_)});
    ways.back().entry.arrive(nullptr);
  });
  const State before = state_;
  const u32 method_pc = pc_;
  const u64 path = path_;
  std::vector<Edge> edges;
  bool needs_check = false;
  const auto build_way = [&](Node* method, u64 number) {
    path_ = path + number * kWayStep;
    build_method_way(in, object, method, *call, edges);
    needs_check |= needs_check_;
    state_ = before;
    pc_ = method_pc;
  };
  for (MethodWay& way : ways) {
    way.entry.finish(Type::Void);
    if (way.shape) b_.shapes_on_way.push_back({boxed_origin(object), way.shape});
    build_way(e_.const_boxed(way.method), u64(&way - ways.data()) + 1);
    if (way.shape) b_.shapes_on_way.pop_back();
  }
  others.finish(Type::Void);
  if (e_.block) unknown.arrive(call_runtime(reinterpret_cast<const void*>(runtime::get_method), {e_.box(object), e_.const_boxed(key)}));
  if (Node* method = unknown.finish(Type::Boxed)) {
    state_.globals.clear();
    write(in.a(), method);
    write(in.a() + 2, object);
    guard_valid(pc_ + 1);
    const bool was_unlikely = std::exchange(is_unlikely_, true);
    build_way(method, 0);
    is_unlikely_ = was_unlikely;
  }
  path_ = path;
  needs_check_ = needs_check;
  last_built_ = *call;
  if (!edges.empty()) merge(std::move(edges), *call + 1);
  return true;
}

void FrameBuilder::build_method_way(Instruction in, Node* object, Node* method, u32 call, std::vector<Edge>& edges) {
  needs_check_ = false;
  if (!e_.block) return;
  write(in.a(), method);
  write(in.a() + 2, object);
  for (u32 at = pc_ + 1; at < call; at++) {
    if (!build_instruction(at)) return;
  }
  lower_at(call);
  if (e_.block) edges.push_back({e_.block, state_});
}

// The functions that a method found by shape may be.
void FrameBuilder::note_candidates(const Node* method, const std::vector<FieldAccess>& places) {
  std::vector<Value>& candidates = candidates_[method];
  for (const FieldAccess& access : places) {
    if (access.place != FieldPlace::kHolder) continue;
    const Value v = *access.holder;
    if (!v.is_function() || !v.as_function()->is_closure()) continue;
    if (std::ranges::find(candidates, v) == candidates.end()) candidates.push_back(v);
  }
}

void FrameBuilder::set_field(Instruction in) {
  const FeedbackSlot* slot = prototype_->feedback(in.c());
  Node* object = read(in.a());
  Node* value = read(in.b());
  if (in.op() == ByteOp::SETFIELD_A && !failed_ && shape_of(slot)) return add_field(slot, object, value);
  FieldAccess access;
  if (!is_own_place(in, slot, object, access)) return set_field_of_any(object, places(in, slot, object), key_of(slot), value);
  Node* pointer = table_of_shape(object, access.shape);
  Alias alias;
  Node* base = field_base(pointer, access, alias);
  Node* old = e_.load(Memory::kBoxed, alias, base, access.offset);
  guard_false(e_.emit(Op::EqBoxed, {old, e_.const_boxed(Value::nil())}));
  store_value(alias, pointer, base, access.offset, value);
}

void FrameBuilder::set_field_of_any(Node* object, std::vector<FieldAccess> places, Value key, Node* value) {
  b_.reference(key);
  std::erase_if(places, [](const FieldAccess& a) { return a.place == FieldPlace::kHolder; });
  Node* boxed = e_.box(value);
  const auto by_runtime = [&] {
    call_runtime(reinterpret_cast<const void*>(runtime::set_field), {e_.box(object), e_.const_boxed(key), boxed});
  };
  if (places.empty()) return by_runtime();
  before_call();
  const bool takes_any = std::ranges::all_of(places, [&](const FieldAccess& a) { return takes_new_fields(a.shape); });
  if (takes_any && std::ranges::any_of(places, [](const FieldAccess& a) { return a.shape->metatable != nullptr; })) {
    guard_epoch(b_.request.vm.meta_epoch);
  }
  const bool is_nil = e_.known_kind(value) == Kind::kNil;
  const State before = state_;
  Join done(e_), absents(e_), others(e_);
  each_shape(object, places, others, [&](Node* pointer, const FieldAccess& access) {
    Alias alias;
    Node* base = field_base(pointer, access, alias);
    Node* old = e_.load(Memory::kBoxed, alias, base, access.offset);
    Block *absent, *present;
    e_.branch(e_.emit(Op::EqBoxed, {old, e_.const_boxed(Value::nil())}), absent, present);
    // A field comes into being, at the end of the fields' order; or nothing happens.
    e_.block = absent;
    (!takes_any ? others : is_nil ? done : absents).arrive(nullptr);
    e_.block = present;
    store_value(alias, pointer, base, access.offset, value);
    done.arrive(nullptr);
  });
  others.finish(Type::Void);
  if (e_.block) by_runtime();
  done.arrive(nullptr);
  absents.finish(Type::Void);
  if (e_.block) call_runtime(reinterpret_cast<const void*>(runtime::add_field), {e_.box(object), e_.const_boxed(key), boxed});
  done.arrive(nullptr);
  state_ = before;
  state_.globals.clear();
  done.finish(Type::Void);
}

// The object gains the field: as the interpreter's form, for tables that nothing else watches.
void FrameBuilder::add_field(const FeedbackSlot* slot, Node* object, Node* value) {
  Node* pointer = table_of_shape(object, shape_of(slot));
  const Kind kind = e_.known_kind(value);
  if (kind == Kind::kUnknown) guard_false(e_.emit(Op::EqBoxed, {value, e_.const_boxed(Value::nil())}));
  if (kind == Kind::kNil) return leave();
  Node* hash = e_.load(Memory::kPtr, Alias::Hash, pointer, offsetof(Table, hash));
  guard_true(e_.emit(Op::EqPtr, {hash, e_.const_ptr(nullptr)}));
  Node* flags = e_.load(Memory::kU8, Alias::Header, pointer, offsetof(vm::CellHeader, flags));
  Node* watched = e_.emit(Op::AndInt, {flags, e_.const_int(Table::kIsPrototype | Table::kIsMetatable)});
  guard_true(e_.emit(Op::EqInt, {watched, e_.const_int(0)}));
  guard_epoch(slot->word[1] >> 32);
  Node* boxed = e_.box(value);  // may collect: before the table is half changed
  e_.store(Memory::kPtr, Alias::Shape, pointer, offsetof(Table, shape), e_.const_ptr(reinterpret_cast<const void*>(slot->word[2])));
  e_.store(Memory::kBoxed, Alias::Fields, pointer, u32(slot->word[1]), boxed);
  if (may_refer(value, e_)) e_.emit(Op::Barrier, {pointer});
}

}  // namespace gs::jit::region
