#include "stdlib/base_functions/iteration.hpp"

#include "base/utf8.hpp"
#include "stdlib/support/natives.hpp"
#include "stdlib/table/array.hpp"
#include "vm/object/channel.hpp"
#include "vm/runtime/operations.hpp"

namespace gs::stdlib {

using namespace vm;

namespace {

/// next(t [, k])
/// The key and value after key k in iteration order, the first ones for nil; nil at the end.
///     print(next({a: 1, b: 2}, "a")) // b  2
Value base_next(Vm& vm, Args args) {
  Table* t;
  if (!arg_table(vm, args, 0, t)) return Value::raised();
  u64 cursor = 0;
  Value key, value;
  if (!table_cursor_after(t, args[1], cursor)) return vm.raise("invalid key to 'next'");
  return table_next(t, cursor, key, value) ? two_results(vm, key, value) : Value::nil();
}

// An iterator: its captures are what it walks and where it is.
Value make_iterator(Vm& vm, const char* name, NativeFunction step, Value subject, Value position) {
  Native* iterator = vm.native(name, step, {subject, position});
  return iterator ? Value::function(iterator) : Value::raised();
}

Value next_entry(Vm& vm, Args args) {
  Native* self = args.callee();
  u64 cursor = u64(self->captures[1].as_small_int());
  Value key, value;
  if (!table_next(self->captures[0].as_table(), cursor, key, value)) return Value::nil();
  self->captures[1] = Value::small_int(i64(cursor));
  return two_results(vm, key, value);
}

Value next_element(Vm& vm, Args args) {
  Native* self = args.callee();
  i64 index = self->captures[1].as_small_int() + 1;
  Value v = element(self->captures[0].as_table(), index);
  if (v.is_nil()) return v;
  self->captures[1] = Value::small_int(index);
  return two_results(vm, Value::small_int(index), v);
}

Value next_character(Vm& vm, Args args) {
  Native* self = args.callee();
  std::string_view text = view(self->captures[0].as_string());
  usize at = usize(self->captures[1].as_small_int());
  if (at >= text.size()) return Value::nil();
  CodePoint point = decode_utf8(text.data() + at, text.data() + text.size());
  self->captures[1] = Value::small_int(i64(at + point.length));
  return two_results(vm, Value::small_int(i64(at) + 1), Value::small_int(point.code));
}

// Counts: the captures are the limit and the next number, which may be boxed.
Value next_count(Vm& vm, Args args) {
  Native* self = args.callee();
  Value current = self->captures[1];
  i64 n = current.as_int();
  if (n >= self->captures[0].as_int()) return Value::nil();
  Value following = vm.integer(n + 1);
  if (following.is_raised()) return following;
  self->captures[1] = following;
  return current;
}

Value next_received(Vm& vm, Args args) {
  bool ok;
  Value v = channel_receive(vm, args.callee()->captures[0], ok);
  if (v.is_raised()) return v;
  return ok ? v : Value::nil();
}

// What `range` does with a value, as a function.
Value iterator_over(Vm& vm, Value v) {
  Value zero = Value::small_int(0);
  if (v.is_function()) return v;
  if (v.is_table()) return make_iterator(vm, "pairs", next_entry, v, zero);
  if (v.is_string()) return make_iterator(vm, "pairs", next_character, v, zero);
  if (v.is_number()) {
    i64 limit;
    if (!Vm::to_exact_int(v, limit)) return vm.raise("number has no integer representation");
    Value boxed = vm.integer(limit);
    return boxed.is_raised() ? boxed : make_iterator(vm, "pairs", next_count, boxed, zero);
  }
  if (v.is_object() && v.as_cell()->kind == CellKind::kChannel) {
    return make_iterator(vm, "pairs", next_received, v, zero);
  }
  return vm.raise_format("cannot range over %s", vm.type_name(v));
}

/// pairs(t)
/// A function that returns the next key and value on each call, as `range t` visits them; honours __pairs.
///     print(pairs({a: 1})()) // a  1
Value base_pairs(Vm& vm, Args args) {
  Table* t;
  if (!arg_table(vm, args, 0, t)) return Value::raised();
  Value handler = vm.metamethod(args[0], "__pairs");
  if (vm.is_raising()) return Value::raised();
  if (handler.is_nil()) return iterator_over(vm, args[0]);
  Value iterated = vm.call(handler, {args[0]});
  return iterated.is_raised() ? iterated : iterator_over(vm, iterated);
}

/// ipairs(t)
/// A function that returns i and t[i] for i = 1, 2, ... until t[i] is nil.
///     print(ipairs({"a", "b"})()) // 1  a
Value base_ipairs(Vm& vm, Args args) {
  Table* t;
  if (!arg_table(vm, args, 0, t)) return Value::raised();
  return make_iterator(vm, "ipairs", next_element, args[0], Value::small_int(0));
}

constexpr NativeRow kRows[] = {{"next", base_next}, {"pairs", base_pairs}, {"ipairs", base_ipairs}};

}  // namespace

std::span<const NativeRow> iteration_rows() { return kRows; }

}  // namespace gs::stdlib
