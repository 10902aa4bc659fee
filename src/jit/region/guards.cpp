// Snapshots, guards, and what goes with calls: slots, globals, the test of validity.
#include <algorithm>

#include "jit/region/frame_builder.hpp"

namespace gs::jit::region {

using ir::Op;

FrameBuilder::OpenList FrameBuilder::open_list(u32 pc) const {
  const i32 count = pc == pc_ ? top_count_ : pc == pc_ + 1 ? next_top_count_ : -1;
  if (count < 0) return {};
  const u32 first = analysis_.code[pc - 1].a();
  return {first, first + u32(count), true};
}

Snapshot* FrameBuilder::snapshot(u32 pc) {
  std::vector<ir::SnapshotFrame> frames = outer_frames_;
  frames.push_back(snapshot_frame(pc));
  std::vector<ir::SnapshotEntry> registers = outer_registers_;
  const OpenList open = open_list(pc);
  for (u32 r = 0; r < state_.registers.size(); r++) {
    Node* n = state_.registers[r];
    const bool is_live = r >= prototype_->frame_size || analysis_.live.is_live(pc, r) || (r >= open.first && r < open.end);
    if (!n || state_.slots[r] == n || !is_live) continue;
    ir::SnapshotEntry entry{base_ + i64(r), n};
    entry.value = Emitter::unwrap(n, entry.tag);
    registers.push_back(entry);
  }
  std::vector<ir::SnapshotEntry> globals;
  for (const GlobalValue& g : state_.globals) {
    if (!g.is_dirty) continue;
    ir::SnapshotEntry entry{i64(reinterpret_cast<u64>(&g.global->value)), g.value};
    entry.value = Emitter::unwrap(g.value, entry.tag);
    globals.push_back(entry);
  }
  Snapshot* made = e_.function().make_snapshot(frames, registers, globals);
  if (open.is_known) made->top = base_ + i32(open.end);
  made->is_pinned = b_.request.history && b_.request.history->has_failed_moved(prototype_, pc);
  made->is_at_join = is_at_join_;
  return made;
}

Node* FrameBuilder::guard(Op op, std::initializer_list<Node*> inputs, u64 imm, u32 aux) {
  Node* n = e_.emit(op, inputs, imm, aux);
  n->snapshot = snapshot_here();
  return n;
}

void FrameBuilder::guard_true(Node* condition) {
  if (condition->op == Op::NotBool) return guard_false(condition->inputs[0]);
  if (condition->op == Op::ConstBool) return condition->imm ? void() : leave();
  guard(Op::GuardTrue, {condition});
}

void FrameBuilder::guard_false(Node* condition) {
  if (condition->op == Op::NotBool) return guard_true(condition->inputs[0]);
  if (condition->op == Op::ConstBool) return condition->imm ? leave() : void();
  guard(Op::GuardFalse, {condition});
}

// After a call: what the code relies on may have changed meanwhile.
void FrameBuilder::guard_valid(u32 next_pc) {
  if (!b_.request.validity || !e_.block) return;
  Node* valid = e_.load(Memory::kU8, Alias::Vm, e_.const_ptr(b_.request.validity), 0);
  Node* n = e_.emit(Op::GuardFalse, {e_.emit(Op::EqInt, {valid, e_.const_int(0)})});
  n->snapshot = snapshot(next_pc);
}

namespace {

// The number behind a value known to be one.
Node* known_int(Emitter& e, Node* value) {
  u64 tag;
  if (value->op == Op::ConstBoxed) return e.const_int(Value(value->imm).as_int());
  Node* inner = Emitter::unwrap(value, tag);
  return inner->type == Type::I64 ? inner : nullptr;
}

Node* known_float(Emitter& e, Node* value) {
  u64 tag;
  if (value->op == Op::ConstBoxed) return e.const_float(Value(value->imm).as_double());
  Node* inner = Emitter::unwrap(value, tag);
  return inner->type == Type::F64 ? inner : e.emit(Op::UnboxFloat, {value});
}

}  // namespace

Node* FrameBuilder::to_int(Node* value) {
  if (value->type == Type::I64) return value;
  const Kind known = e_.known_kind(value);
  if (known != Kind::kInt && known != Kind::kUnknown) {
    leave();
    return e_.const_int(0);
  }
  Node* n = known == Kind::kInt ? known_int(e_, value) : nullptr;
  return n ? n : guard(Op::GuardInt, {value});
}

Node* FrameBuilder::to_float(Node* value) {
  if (value->type == Type::F64) return value;
  const Kind known = e_.known_kind(value);
  if (known != Kind::kFloat && known != Kind::kUnknown) {
    leave();
    return e_.const_float(0);
  }
  return known == Kind::kFloat ? known_float(e_, value) : guard(Op::GuardFloat, {value});
}

Node* FrameBuilder::as_int(Node* value) {
  Node* n = to_int(value);
  if (n != value && e_.block) improve(value, n);
  return n;
}

Node* FrameBuilder::as_float(Node* value) {
  Node* n = to_float(value);
  if (n != value && e_.block) improve(value, n);
  return n;
}

Node* FrameBuilder::as_number(Node* value) {
  switch (e_.known_kind(value)) {
    case Kind::kInt: return e_.emit(Op::IntToFloat, {as_int(value)});
    case Kind::kFloat: return as_float(value);
    case Kind::kUnknown: break;
    default: leave(); return e_.const_float(0);
  }
  if (!failed_ && e_.likely_kind(value) == Kind::kFloat) return as_float(value);
  return guard(Op::GuardNumber, {value});
}

Node* FrameBuilder::as_pointer(Node* value, u64 tag) {
  if (value->op == Op::BoxPtr && value->imm == tag) return value->inputs[0];
  if (value->op == Op::ConstBoxed && (value->imm & ~vm::kPointerMask) == tag) {
    b_.reference(Value(value->imm));
    return e_.const_ptr(Value(value->imm).as_cell());
  }
  const Kind known = e_.known_kind(value);
  if (value->type == Type::Boxed && known == Kind::kUnknown) return guard(Op::GuardTag, {value}, tag);
  if (value->type == Type::Boxed && known == kind_of(Value(tag | 8))) return e_.emit(Op::UnboxPtr, {value});
  leave();
  return e_.const_ptr(nullptr);
}

Node* FrameBuilder::speculate_number(Node* loaded) {
  if (loaded->type != Type::Boxed) return loaded;
  const Kind kind = failed_ ? Kind::kUnknown : e_.likely_kind(loaded);
  return kind == Kind::kInt ? as_int(loaded) : kind == Kind::kFloat ? as_float(loaded) : loaded;
}

Node* FrameBuilder::speculate(Node* loaded, Value absent) {
  Node* number = speculate_number(loaded);
  if (number->type != Type::Boxed) return number;
  guard_false(e_.emit(Op::EqBoxed, {loaded, e_.const_boxed(absent)}));
  return loaded;
}

// --- registers and slots

Node* FrameBuilder::read(u32 reg) {
  if (!state_.registers[reg]) state_.registers[reg] = load_slot(reg);
  return state_.registers[reg];
}

// Beyond the frame only the values of an open list are.
void FrameBuilder::write(u32 reg, Node* value) {
  if (reg >= state_.registers.size()) {
    state_.registers.resize(reg + 1);
    state_.slots.resize(reg + 1);
    b_.use_slots(base_ + i32(reg + 1));
  }
  state_.registers[reg] = value;
}

void FrameBuilder::improve(Node* value, Node* better) {
  for (Node*& n : state_.registers) n = n == value ? better : n;
  for (Node*& n : state_.slots) n = n == value ? better : n;
  for (GlobalValue& g : state_.globals) g.value = g.value == value ? better : g.value;
}

// Brings the register's value to its slot.
void FrameBuilder::store_slot(u32 reg) {
  Node* value = read(reg);
  if (state_.slots[reg] == value) return;
  e_.emit(Op::StoreSlot, {e_.box(value)}, u64(i64(base_) + reg));
  state_.slots[reg] = value;
}

Node* FrameBuilder::load_slot(u32 reg) {
  Node* n = e_.emit(Op::LoadSlot, {}, u64(i64(base_) + reg));
  state_.slots[reg] = n;
  return n;
}

Node* FrameBuilder::constant(u32 index) {
  const Value v = prototype_->constants[index];
  if (v.is_double()) return e_.const_float(v.as_double());
  if (v.is_int()) return e_.const_int(v.as_int());
  b_.reference(v);
  return e_.const_boxed(v);
}

// --- globals

Node* FrameBuilder::load_global(vm::Global* global) {
  Node* n = e_.emit(Op::LoadGlobal, {}, reinterpret_cast<u64>(&global->value));
  e_.set_sample(n, global->value);
  return n;
}

void FrameBuilder::write_back(const GlobalValue& g) {
  e_.emit(Op::StoreGlobal, {e_.box(g.value)}, reinterpret_cast<u64>(&g.global->value));
  if (may_refer(g.value, e_)) e_.emit(Op::Barrier, {e_.const_ptr(g.global)});
}

void FrameBuilder::write_back_globals() {
  for (GlobalValue& g : state_.globals) {
    if (g.is_dirty) write_back(g);
    g.is_dirty = false;
  }
}

// Whether the value, boxed, may be a reference to a cell: ints may be boxed in one.
bool FrameBuilder::may_refer(const Node* value, const Emitter& emitter) {
  switch (value->op) {
    case Op::ConstInt: return !Value::fits_inline(i64(value->imm));
    case Op::BoxSmallInt: return false;
    case Op::ConstBoxed: return Value(value->imm).is_cell();
    default: break;
  }
  const Kind kind = emitter.known_kind(value);
  return kind != Kind::kFloat && kind != Kind::kBool && kind != Kind::kNil;
}

// --- calls of all sorts

void FrameBuilder::before_call() { write_back_globals(); }

void FrameBuilder::after_call(u32 next_pc) {
  state_.globals.clear();
  guard_valid(next_pc);
}

// `arguments` follow the VM. That the code is still valid is tested behind the instruction.
Node* FrameBuilder::call_runtime(const void* function, std::initializer_list<Node*> arguments, Type type) {
  before_call();
  Node* n = e_.emit_typed(Op::CallRuntime, type, std::span(arguments.begin(), arguments.size()), reinterpret_cast<u64>(function), 1);
  n->snapshot = snapshot_here();
  state_.globals.clear();
  needs_check_ = true;
  return n;
}

// Runs the instruction by its interpreter handler. Not for instructions that jump or call.
void FrameBuilder::interpret() {
  const bytecode::Instruction in = base_form(analysis_.code[pc_]);
  const bool is_object = in.op() == bytecode::Op::NEWOBJECT;
  const bytecode::Accesses access = bytecode::accesses(in, is_object ? template_fields(prototype_, in.c()) : 0);
  if (access.reads_to_top || access.writes_to_top) return leave();
  before_call();
  store_arguments();
  std::vector<u32> reads;
  for (const bytecode::RegisterRange& range : access.reads) {
    for (u32 r = range.first; r < range.first + range.count; r++) reads.push_back(r);
  }
  if (in.op() == bytecode::Op::CLOSURE) captured_registers(prototype_, in.wide(), reads);
  for (u32 r : reads) store_slot(r);
  e_.emit(Op::Interpret, {})->snapshot = snapshot_here();
  if (access.clobbers) {
    for (u32 r = access.clobbers_from; r < prototype_->frame_size; r++) state_.registers[r] = state_.slots[r] = nullptr;
  }
  for (const bytecode::RegisterRange& range : access.writes) {
    for (u32 r = range.first; r < std::min(range.first + range.count, prototype_->frame_size); r++) write(r, load_slot(r));
  }
  after_call(pc_ + 1);
}

}  // namespace gs::jit::region
