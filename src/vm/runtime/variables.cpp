// Globals, captured variables, closures, table literals, varargs: what the slow halves of the simple opcodes call.
#include "prim/arith.hpp"
#include "vm/heap/heap.hpp"
#include "vm/object/shape.hpp"
#include "vm/runtime/machine_code.hpp"
#include "vm/runtime/operations.hpp"
#include "vm/runtime/stack_pool.hpp"

namespace gs::vm {

void raise_undefined(Vm& vm, const String* name) {
  vm.raise("undefined variable: " + std::string(view(name)));
}

namespace {

bool raise_constant(Vm& vm, const Global* global) {
  vm.raise("cannot assign to constant '" + std::string(view(global->name)) + "'");
  return false;
}

// Assigns, and says how often it was assigned; machine code that relied on another answer is told.
void store_global(Vm& vm, Global* global, Value v, u32 state) {
  bool was_relied_on = (global->flags & Global::kWatched) && (global->aux != Global::kAssignedMany || state != global->aux);
  global->aux = state;
  global->value = v;
  vm.heap().barrier(global);
  if (was_relied_on) vm.jit()->global_changed(global);
}

}  // namespace

bool assign_global(Vm& vm, Global* global, Value v) {
  if (global->value.is_empty()) return raise_undefined(vm, global->name), false;
  if (global->aux == Global::kConstant) return raise_constant(vm, global);
  store_global(vm, global, v, Global::kAssignedMany);
  return true;
}

bool define_global(Vm& vm, Global* global, Value v, bool constant) {
  if (global->aux == Global::kConstant && !vm.may_redeclare) return raise_constant(vm, global);
  bool first = global->value.is_empty();
  store_global(vm, global, v, constant ? Global::kConstant : first ? Global::kAssignedOnce : Global::kAssignedMany);
  return true;
}

bool assign_variable(Vm& vm, Variable* cell, Value v, Value name, bool declares) {
  if (cell->value.is_empty() && !declares) return raise_undefined(vm, name.as_string()), false;
  cell->value = v;
  vm.heap().barrier(cell);
  return true;
}

Closure* make_closure(Vm& vm, Prototype* prototype, Value* base) {
  u32 count = prototype->capture_count;
  auto* closure = vm.heap().allocate_cell<Closure>(CellKind::kClosure, sizeof(Closure) + count * sizeof(Value));
  if (!closure) return nullptr;
  closure->prototype = prototype;
  closure->aux = count;
  const Closure* enclosing = count ? frame_closure(base) : nullptr;
  for (u32 i = 0; i < count; i++) {
    u32 source = prototype->capture_list[i];
    closure->captures[i] =
        source & Prototype::kFromRegister ? base[source & ~Prototype::kFromRegister] : enclosing->captures[source];
  }
  return closure;
}

Table* make_object(Vm& vm, TableTemplate* shape_template, const Value* values) {
  Table* t = new_table_of_shape(vm, shape_template->shape);
  if (!t) return nullptr;
  for (u32 i = 0; i < shape_template->count; i++) *field_slot(t, i) = values[i];
  vm.heap().barrier(t);
  return t;
}

Value extra_argument(const Value* extra, u32 count, Value key) {
  i64 n;
  if (!key.is_number() || !Vm::to_exact_int(key, n)) return Value::nil();
  return u64(n) - 1 < count ? extra[n - 1] : Value::nil();
}

Value pack_values(Vm& vm, const Value* values, u32 count) {
  Table* t = new_table(vm, count, 2);
  if (!t || !table_init_array(vm, t, values, count)) return Value::raised();
  if (!table_set_name(vm, t, "n", Value::small_int(count))) return Value::raised();
  return Value::table(t);
}

bool spread_table(Vm& vm, Value* at) {
  if (!at->is_table()) {
    vm.raise_format("cannot spread a %s value", vm.type_name(*at));
    return false;
  }
  Table* t = at->as_table();
  i64 count = t->array_length;
  i64 n;
  Value given = table_get_name(vm, t, "n");
  if (given.is_number() && Vm::to_exact_int(given, n) && n >= 0) count = n;
  if (!vm.stacks().ensure(at, u64(count) + kFrameHeader)) return false;
  for (i64 i = 0; i < count; i++) at[i] = table_get_int(t, i + 1);
  vm.top = at + count;
  return true;
}

}  // namespace gs::vm
