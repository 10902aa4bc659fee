// Loads, moves, globals, captured variables.
#include "jit/region/frame_builder.hpp"
#include "vm/heap/header.hpp"
#include "vm/runtime/frame.hpp"

namespace gs::jit::region {

using bytecode::Instruction;
using ir::Op;
using ByteOp = bytecode::Op;

bool FrameBuilder::lower_load(Instruction in) {
  switch (in.op()) {
    case ByteOp::FUNC:
    case ByteOp::FUNCV: return true;
    case ByteOp::MOVE: write(in.a(), read(in.b())); return true;
    case ByteOp::LOADK: write(in.a(), constant(in.wide())); return true;
    case ByteOp::LOADINT: write(in.a(), e_.const_int(in.swide())); return true;
    case ByteOp::LOADPRIM: write(in.a(), e_.const_boxed(Value(vm::kNilBits + in.b()))); return true;
    case ByteOp::LOADNIL:
      for (u32 i = 0; i < in.b(); i++) write(in.a() + i, e_.const_boxed(Value::nil()));
      return true;
    default: return false;
  }
}

bool FrameBuilder::lower_variable(Instruction in) {
  switch (in.op()) {
    case ByteOp::GETGLOBAL: get_global(in); return true;
    case ByteOp::SETGLOBAL: set_global(in); return true;
    case ByteOp::GETUPVAL: write(in.a(), captured(in.b())); return true;
    case ByteOp::GETUPCELL: get_cell(in.a(), captured(in.b())); return true;
    case ByteOp::GETCELL: get_cell(in.a(), read(in.b())); return true;
    case ByteOp::SETUPCELL: set_cell(captured(in.a()), read(in.b()), in.x() == 1); return true;
    case ByteOp::SETCELL: set_cell(read(in.a()), read(in.b()), in.x() == 1); return true;
    case ByteOp::NEWCELL: {
      Node* cell = e_.emit(Op::NewCell, {e_.box(read(in.b()))}, offsetof(vm::Variable, value));
      write(in.a(), e_.emit(Op::BoxPtr, {cell}, vm::kTagObject));
      return true;
    }
    default: return false;
  }
}

void FrameBuilder::get_global(Instruction in) {
  auto* global = reinterpret_cast<vm::Global*>(prototype_->constants[in.wide()].bits);
  if (const GlobalValue* known = state_.find(global)) return write(in.a(), known->value);
  if (global->value.is_empty()) return interpret();
  if (global->aux == vm::Global::kAssignedOnce || global->aux == vm::Global::kConstant) {
    b_.depend(global);
    b_.reference(global->value);
    if (global->value.is_double()) return write(in.a(), e_.const_float(global->value.as_double()));
    if (global->value.is_int()) return write(in.a(), e_.const_int(global->value.as_int()));
    return write(in.a(), e_.const_boxed(global->value));
  }
  Node* n = load_global(global);
  state_.globals.push_back({global, n, false});
  write(in.a(), speculate_number(n));
}

// Stays in a register until it must be seen.
void FrameBuilder::set_global(Instruction in) {
  auto* global = reinterpret_cast<vm::Global*>(prototype_->constants[in.wide()].bits);
  if (global->value.is_empty() || global->aux != vm::Global::kAssignedMany) return interpret();
  b_.depend(global);
  Node* value = read(in.a());
  if (GlobalValue* known = state_.find(global)) {
    *known = {global, value, true};
  } else {
    state_.globals.push_back({global, value, true});
  }
}

// A captured slot of the running closure. Of a known closure it is a constant.
Node* FrameBuilder::captured(u32 index) {
  const Value* closure = e_.sample(function_);
  const auto* known = closure ? static_cast<const vm::Closure*>(closure->as_function()) : nullptr;
  if (function_->op == Op::ConstBoxed) {
    const Value v = known->captures[index];
    b_.reference(v);
    if (v.is_double()) return e_.const_float(v.as_double());
    if (v.is_int()) return e_.const_int(v.as_int());
    return e_.const_boxed(v);
  }
  Node* pointer = e_.emit(Op::UnboxPtr, {function_});
  Node* n = e_.load(Memory::kBoxed, Alias::Constant, pointer, offsetof(vm::Closure, captures) + index * sizeof(Value));
  if (known) e_.set_sample(n, known->captures[index]);
  return n;
}

void FrameBuilder::get_cell(u32 target, Node* cell) {
  Node* pointer = e_.emit(Op::UnboxPtr, {cell});
  Node* v = e_.load(Memory::kBoxed, Alias::Cells, pointer, offsetof(vm::Variable, value));
  if (const Value* seen = e_.sample(cell)) {
    const Value content = static_cast<const vm::Variable*>(seen->as_cell())->value;
    if (!content.is_empty()) e_.set_sample(v, content);
  }
  write(target, speculate(v, Value::empty()));
}

void FrameBuilder::set_cell(Node* cell, Node* value, bool declares) {
  Node* pointer = e_.emit(Op::UnboxPtr, {cell});
  if (!declares) {
    Node* old = e_.load(Memory::kBoxed, Alias::Cells, pointer, offsetof(vm::Variable, value));
    guard_false(e_.emit(Op::EqBoxed, {old, e_.const_boxed(Value::empty())}));
  }
  store_value(Alias::Cells, pointer, pointer, offsetof(vm::Variable, value), value);
}

void FrameBuilder::store_value(Alias alias, Node* container, Node* address, u64 offset, Node* value) {
  e_.store(Memory::kBoxed, alias, address, offset, e_.box(value));
  // After the store: boxing an int may collect, and a collection forgets what was remembered before.
  if (may_refer(value, e_)) e_.emit(Op::Barrier, {container});
}

}  // namespace gs::jit::region
