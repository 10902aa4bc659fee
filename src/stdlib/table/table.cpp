// table.*: the functions that change or read a table as a list. Those that call back or build new tables from whole
// ones are in table_build.cpp.
#include "stdlib/table/table.hpp"

#include <algorithm>

#include "prim/arith.hpp"
#include "stdlib/sort/sort_array.hpp"
#include "stdlib/support/natives.hpp"
#include "stdlib/table/array.hpp"
#include "stdlib/table/table_build.hpp"
#include "vm/heap/heap.hpp"

namespace gs::stdlib {

using namespace vm;

Value unpack_elements(Vm& vm, const Table* t, i64 first, i64 last) {
  if (first > last) return Value::multi(0);
  u64 count = u64(last) - u64(first) + 1;
  if (count - 1 >= 0x7fffffff) return vm.raise_stack_overflow();
  Value* out = vm.result_space(count);
  if (!out || !charge(vm, count / 8)) return Value::raised();
  for (u64 i = 0; i < count; i++) out[i] = element(t, first + i64(i));
  return Value::multi(u32(count));
}

bool reverse_array(Vm& vm, Table* t) {
  u32 length = t->array_length;
  if (length < 2) return true;
  if (!charge(vm, length / 16)) return false;
  std::reverse(t->array, t->array + length);
  vm.heap().barrier(t);
  // A hole at the front is now at the end, where the array may not have one.
  return !t->array[length - 1].is_nil() || table_set_int(vm, t, length, Value::nil());
}

namespace {

/// table.insert(t, v) / table.insert(t, pos, v)
/// Appends v at `#t + 1`, or shifts the elements from pos up by one and stores v there. Raises "position out of
/// bounds" if pos < 1.
///     t := {1, 3}; table.insert(t, 2, 2); table.insert(t, 4)
///     print(table.concat(t, " "))
///     // 1 2 3 4
Value table_insert(Vm& vm, Args args) {
  Table* t;
  if (!arg_table(vm, args, 0, t)) return Value::raised();
  if (args.count <= 2) return table_append(vm, t, args[1]) ? Value::multi(0) : Value::raised();
  i64 position;
  if (!arg_int(vm, args, 1, position)) return Value::raised();
  if (position < 1) return bad_argument(vm, args, 1, "position out of bounds");
  i64 length = table_length(t);
  if (position < length && !charge(vm, usize(length - position) / 64)) return Value::raised();
  bool done = position <= length ? table_insert_at(vm, t, position, args[2]) : table_set_int(vm, t, position, args[2]);
  return done ? Value::multi(0) : Value::raised();
}

/// table.remove(t [, pos=#t])
/// Removes the element at pos, shifts the rest down, and returns it; nil outside 1..#t.
///     print(table.remove({"a", "b"}, 1), table.remove({}, 1)) // a  nil
Value table_remove(Vm& vm, Args args) {
  Table* t;
  if (!arg_table(vm, args, 0, t)) return Value::raised();
  i64 position = table_length(t);
  if (!opt_int(vm, args, 1, position)) return Value::raised();
  if (u64(position) - 1 >= u64(table_length(t))) return Value::nil();
  if (!charge(vm, usize(table_length(t) - position) / 64)) return Value::raised();
  return table_remove_at(vm, t, position);
}

/// table.concat(t [, sep="" [, i=1 [, j=#t]]])
/// The string forms of elements i to j, joined.
///     print(table.concat({1, 2, 3}, ", ")) // 1, 2, 3
///     print(table.concat({1, 2, 3}, "", 2)) // 23
Value table_concat(Vm& vm, Args args) {
  Table* t;
  std::string_view separator;
  i64 first = 1;
  if (!arg_table(vm, args, 0, t) || !opt_string(vm, args, 1, separator) || !opt_int(vm, args, 2, first)) {
    return Value::raised();
  }
  i64 last = table_length(t);
  if (!opt_int(vm, args, 3, last)) return Value::raised();
  if (first > last) return vm.string_value("");
  StringBuilder out(vm);
  for (i64 i = first;; i++) {
    Value v = element(t, i);
    if (v.is_string()) {
      out.append(view(v.as_string()));
    } else if (!vm.append_string_form(out, v)) {
      return Value::raised();
    }
    if (i == last) return out.finish_value();
    out.append(separator);
    if (out.failed() || !vm.poll()) return Value::raised();
  }
}

/// table.sort(t [, less])
/// Sorts in place, stably, by `<` or by less(a, b). If a comparison raises, t is unchanged.
///     t := {3, 1, 2}; table.sort(t); print(table.concat(t, " "))
///     table.sort(t, func(a, b) { return a > b })
///     print(table.concat(t, " "))
///     // 1 2 3
///     // 3 2 1
Value table_sort(Vm& vm, Args args) {
  Table* t;
  Value less;
  if (!arg_table(vm, args, 0, t)) return Value::raised();
  if (!args.has(1)) return sort_array(vm, t, Direction::kAscending) ? Value::multi(0) : Value::raised();
  return arg_callable(vm, args, 1, less) && sort_array_by(vm, t, less) ? Value::multi(0) : Value::raised();
}

/// table.unpack(t [, i=1 [, j=#t]])
/// The values of elements i to j.
///     print(table.unpack({1, 2, 3}, 2)) // 2  3
Value table_unpack(Vm& vm, Args args) {
  Table* t;
  i64 first = 1;
  if (!arg_table(vm, args, 0, t) || !opt_int(vm, args, 1, first)) return Value::raised();
  i64 last = table_length(t);
  return opt_int(vm, args, 2, last) ? unpack_elements(vm, t, first, last) : Value::raised();
}

/// table.pack(...)
/// Array of the arguments, with their number in field n.
///     print(table.pack(nil, 2, nil).n) // 3
Value table_pack(Vm& vm, Args args) {
  Value packed = new_array(vm, args.base, args.count);
  if (packed.is_raised()) return packed;
  return table_set_name(vm, packed.as_table(), "n", vm.integer(args.count)) ? packed : Value::raised();
}

// Overlapping ranges go through a copy, so that stores always run upwards and grow arrays as arrays.
bool move_through_copy(Vm& vm, const Table* from, i64 first, u64 count, Table* to, i64 target) {
  RootedValues copy(vm);
  for (u64 i = 0; i < count; i++) {
    if (!copy.push(element(from, first + i64(i))) || !vm.poll()) return false;
  }
  for (u64 i = 0; i < count; i++) {
    if (!table_set_int(vm, to, target + i64(i), copy[i])) return false;
  }
  return true;
}

/// table.move(a, f, e, to [, b=a])
/// Copies a[f..e] to b[to..], which may overlap, and returns b.
///     print(table.concat(table.move({1, 2, 3}, 1, 2, 2), " ")) // 1 1 2
Value table_move(Vm& vm, Args args) {
  Table* from;
  i64 first, last, target;
  if (!arg_table(vm, args, 0, from) || !arg_int(vm, args, 1, first) || !arg_int(vm, args, 2, last) ||
      !arg_int(vm, args, 3, target)) {
    return Value::raised();
  }
  Table* to = from;
  if (!opt_table(vm, args, 4, to)) return Value::raised();
  if (last < first) return Value::table(to);
  // Neither the number of elements nor their new places may leave the ints.
  if (first <= 0 && last >= prim::kMaxInt + first) return bad_argument(vm, args, 2, "too many elements to move");
  if (target > prim::kMaxInt - (last - first)) return bad_argument(vm, args, 3, "destination wraps around");
  if (to == from && target > first && target <= last) {
    u64 count = u64(last - first) + 1;
    return move_through_copy(vm, from, first, count, to, target) ? Value::table(to) : Value::raised();
  }
  for (u64 i = 0; i <= u64(last - first); i++) {
    if (!table_set_int(vm, to, target + i64(i), element(from, first + i64(i))) || !vm.poll()) return Value::raised();
  }
  return Value::table(to);
}

/// table.reverse(arr)
/// arr, reversed in place.
///     print(table.concat(table.reverse({1, 2, 3}), " ")) // 3 2 1
Value table_reverse(Vm& vm, Args args) {
  Table* t;
  return arg_table(vm, args, 0, t) && reverse_array(vm, t) ? args[0] : Value::raised();
}

/// table.count(t)
/// The number of entries of any key.
///     print(table.count({1, 2, x: 3})) // 3
Value table_count(Vm& vm, Args args) {
  Table* t;
  if (!arg_table(vm, args, 0, t)) return Value::raised();
  i64 count = 0;
  Value key, value;
  for (u64 cursor = 0; table_next(t, cursor, key, value);) count++;
  return charge(vm, usize(count)) ? vm.integer(count) : Value::raised();
}

/// table.contains(t, v)
/// Whether any entry equals v, without metamethods.
///     print(table.contains({1, 2}, 2.0)) // true
Value table_contains(Vm& vm, Args args) {
  Table* t;
  if (!arg_table(vm, args, 0, t)) return Value::raised();
  Value key, value;
  for (u64 cursor = 0; table_next(t, cursor, key, value);) {
    if (Vm::raw_equals(value, args[1])) return Value::boolean(true);
    if (!vm.poll()) return Value::raised();
  }
  return Value::boolean(false);
}

/// table.indexOf(arr, v)
/// The first index of v, or nil.
///     print(table.indexOf({"a", "b"}, "b"), table.indexOf({}, 1)) // 2  nil
Value table_index_of(Vm& vm, Args args) {
  Table* t;
  if (!arg_table(vm, args, 0, t)) return Value::raised();
  for (i64 i = 1, count = table_length(t); i <= count; i++) {
    Value v = element(t, i);
    if (!v.is_nil() && Vm::raw_equals(v, args[1])) return vm.integer(i);
    if (!vm.poll()) return Value::raised();
  }
  return Value::nil();
}

constexpr NativeRow kRows[] = {
    {"insert", table_insert}, {"remove", table_remove},     {"concat", table_concat},    {"sort", table_sort},
    {"unpack", table_unpack}, {"pack", table_pack},         {"move", table_move},        {"reverse", table_reverse},
    {"count", table_count},   {"contains", table_contains}, {"indexOf", table_index_of},
};

}  // namespace

bool install_table(Vm& vm) {
  return vm.register_library("table", kRows) && vm.register_library("table", table_build_rows());
}

}  // namespace gs::stdlib
