#include "jit/region/runtime_calls.hpp"

#include "vm/heap/heap.hpp"
#include "vm/object/table.hpp"
#include "vm/object/table_hash.hpp"
#include "vm/runtime/generic.hpp"
#include "vm/runtime/operations.hpp"
#include "vm/runtime/switch.hpp"

namespace gs::jit::region::runtime {

using namespace vm;

namespace {

template <ArithOp kOp>
Value arithmetic(Vm* vm, Value a, Value b) {
  return vm->arithmetic(kOp, a, b);
}

Value answer(bool completed, bool result) { return completed ? Value::boolean(result) : Value::raised(); }

// An own or inherited field by the VM's cache of (shape, key). Nil: not there. What comes here often is known to the next compilation.
Value cached_field(Vm* vm, Value object, Value key) {
  if (!object.is_table()) return Value::nil();
  Table* t = object.as_table();
  const u64 name = key.bits & kPointerMask;
  const FieldCacheEntry& entry = vm->field_cache[field_cache_index(t->shape, name)];
  if (entry.shape != t->shape || entry.key != name) remember_field(*vm, t, key.as_string());
  if (entry.shape != t->shape || entry.key != name) return Value::nil();
  switch (entry.place) {
    case FieldPlace::kInline: return *reinterpret_cast<const Value*>(reinterpret_cast<const char*>(t) + entry.offset);
    case FieldPlace::kOverflow: return *reinterpret_cast<const Value*>(reinterpret_cast<const char*>(t->overflow) + entry.offset);
    case FieldPlace::kHolder: return entry.epoch == vm->meta_epoch ? *entry.holder : Value::nil();
  }
  return Value::nil();
}

}  // namespace

const void* arithmetic_function(ArithOp op) {
  static constexpr Value (*kFunctions[])(Vm*, Value, Value) = {
      arithmetic<ArithOp::kAdd>,  arithmetic<ArithOp::kSub>, arithmetic<ArithOp::kMul>,    arithmetic<ArithOp::kDiv>,
      arithmetic<ArithOp::kMod>,  arithmetic<ArithOp::kPow>, arithmetic<ArithOp::kBand>,   arithmetic<ArithOp::kBor>,
      arithmetic<ArithOp::kBxor>, arithmetic<ArithOp::kBandNot>, arithmetic<ArithOp::kShl>, arithmetic<ArithOp::kShr>,
      arithmetic<ArithOp::kUnm>,  arithmetic<ArithOp::kBnot>,
  };
  return reinterpret_cast<const void*>(kFunctions[u8(op)]);
}

Value less(Vm* vm, Value a, Value b) {
  bool result = false;
  return answer(vm->less(a, b, result), result);
}
Value less_equal(Vm* vm, Value a, Value b) {
  bool result = false;
  return answer(vm->less_equal(a, b, result), result);
}
Value equals(Vm* vm, Value a, Value b) {
  bool result = false;
  return answer(vm->equals(a, b, result), result);
}
Value length(Vm* vm, Value v) {
  if (v.is_string()) return Value::small_int(i64(v.as_string()->length));
  if (v.is_table() && !(v.as_table()->flags & Table::kHasMetatable)) return Value::small_int(v.as_table()->array_length);
  return vm->length(v);
}

Value get_field(Vm* vm, Value object, Value key) {
  const Value v = cached_field(vm, object, key);
  return v.is_nil() ? vm->index(object, key) : v;
}
Value get_method(Vm* vm, Value object, Value key) {
  const Value v = cached_field(vm, object, key);
  return v.is_nil() ? generic_method(*vm, object, key.as_string()) : v;
}
Value set_field(Vm* vm, Value object, Value key, Value value) {
  cached_field(vm, object, key);
  return vm->set_index(object, key, value) ? Value::nil() : Value::raised();
}
Value add_field(Vm* vm, Value table, Value key, Value value) {
  return vm::table_set_string(*vm, table.as_table(), key.as_string(), value) ? Value::nil() : Value::raised();
}
Value get_index(Vm* vm, Value object, Value key) {
  if (GS_LIKELY(object.is_table())) {
    const Table* t = object.as_table();
    const Value v = table_get(t, key);
    if (!v.is_nil() || !(t->flags & Table::kHasMetatable)) return v;
  }
  return vm->index(object, key);
}
Value set_index(Vm* vm, Value object, Value key, Value value) {
  if (object.is_table() && table_update(*vm, object.as_table(), key, value)) return Value::nil();
  return vm->set_index(object, key, value) ? Value::nil() : Value::raised();
}
Value remember_entry(Vm* vm, Table* table, const void* entry) {
  vm->heap().barrier_entry(table, u32(static_cast<const HashEntry*>(entry) - table->hash->entries));
  return Value::nil();
}

Value new_table(Vm* vm, u64 array_capacity, u64 field_capacity) {
  Table* t = vm::new_table(*vm, u32(array_capacity), u32(field_capacity));
  return t ? Value::table(t) : Value::raised();
}

Value call_native(Vm* vm, Value callee, Value* arguments, u64 count) {
  vm->top = arguments + count;
  const Value result = static_cast<const Native*>(callee.as_function())->entry(*vm, Args{arguments, u32(count)});
  if (!result.is_multi()) return result;
  return result.multi_count() ? *vm->top : Value::nil();
}

Value call_bare(Vm* vm, Value callee, Value argument) {
  Value frame[] = {callee, Value::nil(), argument};
  return static_cast<const Native*>(callee.as_function())->entry(*vm, Args{frame + kFrameHeader, 1});
}

Value range_prepare(Vm* vm, Value* state) {
  return vm::range_prepare(*vm, vm->frame_base, state, false) ? Value::nil() : Value::raised();
}

Value range_step(Vm* vm, Value* state) {
  if (GS_LIKELY(state[0].is_table())) {
    u64 cursor = state[1].bits;
    const bool more = table_next(state[0].as_table(), cursor, state[3], state[4]);
    state[1] = Value(cursor);
    return Value::boolean(more);
  }
  // Resumed from here, with no call between.
  if (Coroutine* co = resumable_of(state[0])) {
    switch_into(*vm, co, state, 0);
    return receive_step(*vm, co, state) ? Value::boolean(!state[3].is_nil()) : Value::raised();
  }
  switch (range_next(*vm, vm->frame_base, frame_closure(vm->frame_base)->prototype, state)) {
    case RangeStep::kBody: return Value::boolean(true);
    case RangeStep::kEnd: return Value::boolean(false);
    case RangeStep::kCall: break;
    case RangeStep::kRaised: return Value::raised();
  }
  const i64 count = vm->call_multi(state[0], {});
  if (count < 0) return Value::raised();
  state[3] = count > 0 ? vm->top[0] : Value::nil();
  state[4] = count > 1 ? vm->top[1] : Value::nil();
  return Value::boolean(!state[3].is_nil());
}

}  // namespace gs::jit::region::runtime
