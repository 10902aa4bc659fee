// range over anything (language.md 5): preparing the iterator's state and the steps the interpreter does not do itself.
#include "base/utf8.hpp"
#include "vm/object/channel.hpp"
#include "vm/runtime/generic.hpp"
#include "vm/runtime/operations.hpp"

namespace gs::vm {

namespace {

bool prepare_number(Vm& vm, Value* state, Value limit) {
  i64 n;
  if (!Vm::to_exact_int(limit, n)) {
    vm.raise("number has no integer representation");
    return false;
  }
  state[0] = Value::empty();
  state[1] = Value::small_int(0);
  state[2] = vm.integer(n);
  return !state[2].is_raised();
}

// __pairs: its first result is iterated instead; a table it gives, directly.
bool apply_pairs(Vm& vm, Value& iterable, bool& direct) {
  Value handler = vm.metamethod(iterable, "__pairs");
  if (vm.is_raising()) return false;
  if (handler.is_nil()) return true;
  iterable = vm.call(handler, {iterable});
  direct = true;
  return !iterable.is_raised();
}

RangeStep next_string(Value* state) {
  std::string_view text = view(state[0].as_string());
  usize at = state[1].bits;
  if (at >= text.size()) return RangeStep::kEnd;
  CodePoint decoded = decode_utf8(text.data() + at, text.data() + text.size());
  state[3] = Value::small_int(i64(at) + 1);
  state[4] = Value::small_int(decoded.code);
  state[1] = Value(at + decoded.length);
  return RangeStep::kBody;
}

RangeStep next_table(Value* state) {
  u64 cursor = state[1].bits;
  bool more = table_next(state[0].as_table(), cursor, state[3], state[4]);
  state[1] = Value(cursor);
  return more ? RangeStep::kBody : RangeStep::kEnd;
}

// The extra arguments: number state[1] is next.
RangeStep next_vararg(const Value* base, const Prototype* proto, Value* state) {
  u64 distance = frame_link(base) >> 3;
  u64 given = distance - kFrameHeader;
  u64 count = given > proto->parameters ? given - proto->parameters : 0;
  u64 at = state[1].bits;
  if (at >= count) return RangeStep::kEnd;
  state[3] = Value::small_int(i64(at) + 1);
  state[4] = (base - distance + proto->parameters)[at];
  state[1] = Value(at + 1);
  return RangeStep::kBody;
}

RangeStep next_native(Vm& vm, Value* state) {
  i64 count = vm.call_multi(state[0], {});
  if (count < 0) return RangeStep::kRaised;
  state[3] = count > 0 ? vm.top[0] : Value::nil();
  state[4] = count > 1 ? vm.top[1] : Value::nil();
  return state[3].is_nil() ? RangeStep::kEnd : RangeStep::kBody;
}

// Ints beyond the inline range.
RangeStep next_big_int(Vm& vm, Value* state) {
  i64 next = state[1].as_int();
  if (next >= state[2].as_int()) return RangeStep::kEnd;
  state[3] = state[1];
  state[4] = Value::nil();
  state[1] = vm.integer(next + 1);
  return state[1].is_raised() ? RangeStep::kRaised : RangeStep::kBody;
}

}  // namespace

bool range_prepare(Vm& vm, Value*, Value* state, bool varargs) {
  if (varargs) {
    state[0] = Value::empty();
    state[1] = Value(0ull);
    state[2] = Value::nil();
    return true;
  }
  bool direct = false;
  if (!apply_pairs(vm, state[0], direct)) return false;
  Value iterable = state[0];
  if (iterable.is_number()) return prepare_number(vm, state, iterable);
  state[1] = Value(0ull);
  bool callable = iterable.is_function() || iterable.is_string() || iterable.is_table();
  bool is_channel = iterable.is_object() && iterable.as_cell()->kind == CellKind::kChannel;
  if (callable || is_channel) return true;
  vm.raise_format("cannot range over %s", vm.type_name(iterable));
  return false;
}

RangeStep range_next(Vm& vm, Value* base, Prototype* proto, Value* state) {
  Value iterable = state[0];
  if (iterable.is_empty()) return state[2].is_nil() ? next_vararg(base, proto, state) : next_big_int(vm, state);
  if (iterable.is_table()) return next_table(state);
  if (iterable.is_string()) return next_string(state);
  if (iterable.is_function()) {
    if (!iterable.as_function()->is_closure()) return next_native(vm, state);
    state[3] = iterable;
    return RangeStep::kCall;
  }
  bool ok;
  Value v = channel_receive(vm, iterable, ok);
  if (v.is_raised()) return RangeStep::kRaised;
  state[3] = v;
  state[4] = Value::nil();
  return ok ? RangeStep::kBody : RangeStep::kEnd;
}

}  // namespace gs::vm
