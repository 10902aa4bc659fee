#include "stdlib/table/table_build.hpp"

#include <algorithm>
#include <unordered_set>
#include <vector>

#include "stdlib/support/natives.hpp"
#include "stdlib/table/array.hpp"

namespace gs::stdlib {

using namespace vm;

namespace {

/// table.keys(t)
/// Array of the keys, in iteration order.
///     print(table.concat(table.keys({x: 1, y: 2}), " ")) // x y
Value table_keys(Vm& vm, Args args) {
  Table* t;
  if (!arg_table(vm, args, 0, t)) return Value::raised();
  RootedValues keys(vm);
  Value key, value;
  for (u64 cursor = 0; table_next(t, cursor, key, value);) {
    if (!keys.push(key) || !vm.poll()) return Value::raised();
  }
  return new_array(vm, keys);
}

/// table.values(t)
/// Array of the values, in iteration order.
///     print(table.concat(table.values({x: 1, y: 2}), " ")) // 1 2

/// table.toArray(t)
/// Array of the values, as values gives it.
///     print(table.concat(table.toArray({x: 1, y: 2}), " ")) // 1 2

Value table_values(Vm& vm, Args args) {
  Table* t;
  if (!arg_table(vm, args, 0, t)) return Value::raised();
  RootedValues values(vm);
  Value key, value;
  for (u64 cursor = 0; table_next(t, cursor, key, value);) {
    if (!values.push(value) || !vm.poll()) return Value::raised();
  }
  return new_array(vm, values);
}

/// table.copy(t)
/// A shallow copy without metatable.
///     t := {x: 1}; u := table.copy(t); u.x = 2
///     print(t.x, u.x)
///     // 1  2
Value table_copy(Vm& vm, Args args) {
  Table* t;
  if (!arg_table(vm, args, 0, t)) return Value::raised();
  Value copy = new_array(vm, t->array, t->array_length);
  if (copy.is_raised() || !charge(vm, t->array_length / 16)) return Value::raised();
  u64 cursor = 0;
  if (t->array_length && !table_cursor_after(t, Value::small_int(t->array_length), cursor)) return copy;
  Value key, value;
  while (table_next(t, cursor, key, value)) {
    if (!table_set(vm, copy.as_table(), key, value) || !vm.poll()) return Value::raised();
  }
  return copy;
}

/// table.merge(a, b)
/// a, after storing b's entries in it.
///     print(table.count(table.merge({x: 1}, {y: 2}))) // 2
Value table_merge(Vm& vm, Args args) {
  Table *into, *from;
  if (!arg_table(vm, args, 0, into) || !arg_table(vm, args, 1, from)) return Value::raised();
  Value key, value;
  for (u64 cursor = 0; table_next(from, cursor, key, value);) {
    if (!table_set(vm, into, key, value) || !vm.poll()) return Value::raised();
  }
  return args[0];
}

/// table.unique(arr)
/// New array of the first occurrences; 1 and 1.0 are equal.
///     print(table.concat(table.unique({1, 1.0, "a", "a"}), " ")) // 1 a

// A table serves as the set of what was seen: its keys are equal as raw equality has it. NaN equals nothing.
Value table_unique(Vm& vm, Args args) {
  Table* t;
  if (!arg_table(vm, args, 0, t)) return Value::raised();
  RootedValues kept(vm);
  Table* seen = vm.table();
  if (!seen) return Value::raised();
  for (i64 i = 1, count = table_length(t); i <= count; i++) {
    if (!vm.poll()) return Value::raised();
    Value v = element(t, i);
    bool is_nan = v.is_double() && v.as_double() != v.as_double();
    if (v.is_nil() || (!is_nan && !table_get(seen, v).is_nil())) continue;
    if (!kept.push(v) || (!is_nan && !table_set(vm, seen, v, Value::boolean(true)))) return Value::raised();
  }
  return new_array(vm, kept);
}

// Walks nested arrays with a stack of its own. No script runs meanwhile, so the argument keeps every table alive.
class Flattener {
 public:
  Flattener(Vm& vm, i64 depth) : vm_(vm), depth_(depth), out_(vm) {}

  bool run(const Table* root) {
    enter(root);
    while (!levels_.empty()) {
      Level& level = levels_.back();
      if (level.next > table_length(level.table)) {
        on_path_.erase(level.table);
        levels_.pop_back();
      } else if (!take(element(level.table, level.next++))) {
        return false;
      }
    }
    return true;
  }
  bool is_cyclic() const { return cyclic_; }
  RootedValues& result() { return out_; }

 private:
  struct Level {
    const Table* table;
    i64 next;
  };

  void enter(const Table* t) {
    on_path_.insert(t);
    levels_.push_back({t, 1});
  }

  bool take(Value v) {
    if (!v.is_table() || i64(levels_.size()) > depth_) return out_.push(v) && vm_.poll();
    if (on_path_.contains(v.as_table())) {
      cyclic_ = true;
      return false;
    }
    enter(v.as_table());
    return vm_.poll();
  }

  Vm& vm_;
  i64 depth_;
  bool cyclic_ = false;
  std::vector<Level> levels_;
  std::unordered_set<const Table*> on_path_;
  RootedValues out_;
};

/// table.flatten(arr [, depth])
/// New array with the arrays of nested tables spliced in, to any depth by default. Raises "cyclic table".
///     print(table.concat(table.flatten({1, {2, {3}}}), " ")) // 1 2 3
Value table_flatten(Vm& vm, Args args) {
  Table* t;
  i64 depth = INT64_MAX;
  if (!arg_table(vm, args, 0, t) || !opt_int(vm, args, 1, depth)) return Value::raised();
  Flattener flattener(vm, depth);
  if (flattener.run(t)) return new_array(vm, flattener.result());
  return flattener.is_cyclic() ? bad_argument(vm, args, 0, "cyclic table") : Value::raised();
}

/// table.zip(a, b)
/// Array of the pairs {a[i], b[i]}, up to the shorter length.
///     print(table.zip({1, 2}, {"a", "b"})[2][2]) // b
Value table_zip(Vm& vm, Args args) {
  Table *a, *b;
  if (!arg_table(vm, args, 0, a) || !arg_table(vm, args, 1, b)) return Value::raised();
  RootedValues pairs(vm);
  for (i64 i = 1, count = std::min(table_length(a), table_length(b)); i <= count; i++) {
    Value both[] = {element(a, i), element(b, i)};
    Value pair = new_array(vm, both, 2);
    if (pair.is_raised() || !pairs.push(pair) || !vm.poll()) return Value::raised();
  }
  return new_array(vm, pairs);
}

/// table.slice(arr, i [, j=#arr])
/// New array of elements i to j, cut to what there is.
///     print(table.concat(table.slice({1, 2, 3, 4}, 2, 3), " ")) // 2 3
Value table_slice(Vm& vm, Args args) {
  Table* t;
  i64 first;
  if (!arg_table(vm, args, 0, t) || !arg_int(vm, args, 1, first)) return Value::raised();
  i64 last = table_length(t);
  if (!opt_int(vm, args, 2, last)) return Value::raised();
  first = std::max<i64>(first, 1);
  last = std::min(last, table_length(t));
  if (first <= last && !charge(vm, usize(last - first) / 16)) return Value::raised();
  return first > last ? new_array(vm, nullptr, 0) : new_array(vm, t->array + (first - 1), usize(last - first + 1));
}

/// table.filter(arr, f)
/// New array of the elements for which f(v, i) is true.
///     print(table.concat(table.filter({1, 2, 3, 4}, func(v) { return v % 2 == 0 }), " ")) // 2 4
Value table_filter(Vm& vm, Args args) {
  Table* t;
  Value f;
  if (!arg_table(vm, args, 0, t) || !arg_callable(vm, args, 1, f)) return Value::raised();
  RootedValues kept(vm);
  for (i64 i = 1, count = table_length(t); i <= count; i++) {
    Value v = element(t, i);
    Value answer = vm.call(f, {v, vm.integer(i)});
    if (answer.is_raised() || !vm.poll()) return Value::raised();
    if (answer.is_truthy() && !kept.push(v)) return Value::raised();
  }
  return new_array(vm, kept);
}

/// table.map(arr, f)
/// New array of f(v, i).
///     print(table.concat(table.map({1, 2, 3}, func(v) { return v * v }), " ")) // 1 4 9
Value table_map(Vm& vm, Args args) {
  Table* t;
  Value f;
  if (!arg_table(vm, args, 0, t) || !arg_callable(vm, args, 1, f)) return Value::raised();
  RootedValues mapped(vm);
  for (i64 i = 1, count = table_length(t); i <= count; i++) {
    Value v = vm.call(f, {element(t, i), vm.integer(i)});
    if (v.is_raised() || !mapped.push(v) || !vm.poll()) return Value::raised();
  }
  return new_array(vm, mapped);
}

/// table.reduce(arr, f, init)
/// acc = f(acc, v) for each element, beginning with init; the last acc.
///     print(table.reduce({1, 2, 3}, func(a, v) { return a + v }, 0)) // 6
Value table_reduce(Vm& vm, Args args) {
  Table* t;
  Value f;
  if (!arg_table(vm, args, 0, t) || !arg_callable(vm, args, 1, f)) return Value::raised();
  Value accumulator = args[2];
  for (i64 i = 1, count = table_length(t); i <= count; i++) {
    Value arguments[] = {accumulator, element(t, i)};
    i64 results = vm.call_multi(f, arguments);
    if (results < 0 || !vm.poll()) return Value::raised();
    if (results > 0) accumulator = *vm.top;
  }
  return accumulator;
}

/// table.fromArray(arr, f)
/// Table with t[f(v)] = v for each element; those for which f gives nil are left out.
///     print(table.fromArray({"ann", "bob"}, func(v) { return v:sub(1, 1) }).b) // bob
Value table_from_array(Vm& vm, Args args) {
  Table* t;
  Value f;
  if (!arg_table(vm, args, 0, t) || !arg_callable(vm, args, 1, f)) return Value::raised();
  Table* made = vm.table();
  if (!made) return Value::raised();
  for (i64 i = 1, count = table_length(t); i <= count; i++) {
    Value v = element(t, i);
    Value key = vm.call(f, {v});
    if (key.is_raised() || !vm.poll()) return Value::raised();
    if (!key.is_nil() && !table_set(vm, made, key, v)) return Value::raised();
  }
  return Value::table(made);
}

constexpr NativeRow kRows[] = {
    {"keys", table_keys},
    {"values", table_values},
    {"toArray", table_values},
    {"copy", table_copy},
    {"merge", table_merge},
    {"unique", table_unique},
    {"flatten", table_flatten},
    {"zip", table_zip},
    {"slice", table_slice},
    {"filter", table_filter},
    {"map", table_map},
    {"reduce", table_reduce},
    {"fromArray", table_from_array},
};

}  // namespace

std::span<const NativeRow> table_build_rows() { return kRows; }

}  // namespace gs::stdlib
