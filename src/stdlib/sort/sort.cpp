#include "stdlib/sort/sort.hpp"

#include "stdlib/sort/sort_array.hpp"
#include "stdlib/table/array.hpp"

namespace gs::stdlib {

using namespace vm;

namespace {

/// sort.asc(arr)
/// arr, sorted in place by `<`.
///     print(table.concat(sort.asc({3, 1, 2}), " ")) // 1 2 3
Value sort_asc(Vm& vm, Args args) {
  Table* t;
  return arg_table(vm, args, 0, t) && sort_array(vm, t, Direction::kAscending) ? args[0] : Value::raised();
}

/// sort.desc(arr)
/// arr, sorted in place, largest first.
///     print(table.concat(sort.desc({3, 1, 2}), " ")) // 3 2 1
Value sort_desc(Vm& vm, Args args) {
  Table* t;
  return arg_table(vm, args, 0, t) && sort_array(vm, t, Direction::kDescending) ? args[0] : Value::raised();
}

/// sort.by(arr, less)
/// arr, sorted in place by less(a, b).
///     print(table.concat(sort.by({"bb", "a"}, func(a, b) { return #a < #b }), " ")) // a bb
Value sort_by(Vm& vm, Args args) {
  Table* t;
  Value less;
  if (!arg_table(vm, args, 0, t) || !arg_callable(vm, args, 1, less)) return Value::raised();
  return sort_array_by(vm, t, less) ? args[0] : Value::raised();
}

/// sort.byKey(arr, f)
/// arr, sorted in place by f(v), which is called once for each element.
///     print(sort.byKey({{n: 2}, {n: 1}}, func(v) { return v.n })[1].n) // 1
Value sort_by_key(Vm& vm, Args args) {
  Table* t;
  Value key;
  if (!arg_table(vm, args, 0, t) || !arg_callable(vm, args, 1, key)) return Value::raised();
  return sort_array_by_key(vm, t, key) ? args[0] : Value::raised();
}

/// sort.reverse(arr)
/// arr, reversed in place.
///     print(table.concat(sort.reverse({1, 2, 3}), " ")) // 3 2 1
Value sort_reverse(Vm& vm, Args args) {
  Table* t;
  return arg_table(vm, args, 0, t) && reverse_array(vm, t) ? args[0] : Value::raised();
}

/// sort.isSorted(arr)
/// Whether the elements ascend; equal ones may follow each other.
///     print(sort.isSorted({1, 2, 2}), sort.isSorted({2, 1})) // true  false
Value sort_is_sorted(Vm& vm, Args args) {
  Table* t;
  if (!arg_table(vm, args, 0, t)) return Value::raised();
  for (i64 i = 2, count = table_length(t); i <= count; i++) {
    bool lower;
    if (!default_less(vm, element(t, i), element(t, i - 1), lower)) return Value::raised();
    if (lower) return Value::boolean(false);
  }
  return Value::boolean(true);
}

/// sort.bsearch(arr, v)
/// An index of v in an ascending array, or nil.
///     print(sort.bsearch({1, 3, 5, 7}, 5), sort.bsearch({1, 3}, 2)) // 3  nil

// The first index whose element is not below v; equal to v if neither is below the other.
Value sort_bsearch(Vm& vm, Args args) {
  Table* t;
  if (!arg_table(vm, args, 0, t)) return Value::raised();
  i64 low = 1, count = table_length(t), high = count + 1;
  bool lower;
  while (low < high) {
    i64 middle = low + (high - low) / 2;
    if (!default_less(vm, element(t, middle), args[1], lower)) return Value::raised();
    if (lower) {
      low = middle + 1;
    } else {
      high = middle;
    }
  }
  if (low > count) return Value::nil();
  if (!default_less(vm, args[1], element(t, low), lower)) return Value::raised();
  return lower ? Value::nil() : vm.integer(low);
}

/// sort.unique(arr)
/// New array without consecutive equals.
///     print(table.concat(sort.unique({1, 1, 2, 1}), " ")) // 1 2 1
Value sort_unique(Vm& vm, Args args) {
  Table* t;
  if (!arg_table(vm, args, 0, t)) return Value::raised();
  RootedValues kept(vm);
  for (i64 i = 1, count = table_length(t); i <= count; i++) {
    Value v = element(t, i);
    bool equal = false;
    if (kept.size() && !vm.equals(kept[kept.size() - 1], v, equal)) return Value::raised();
    if ((!equal && !kept.push(v)) || !vm.poll()) return Value::raised();
  }
  return new_array(vm, kept);
}

/// sort.partition(arr, f)
/// Two new arrays: of the elements for which f(v) is true, and of the others.
///     print(#sort.partition({1, 2, 3}, func(v) { return v > 1 })) // 2
Value sort_partition(Vm& vm, Args args) {
  Table* t;
  Value f;
  if (!arg_table(vm, args, 0, t) || !arg_callable(vm, args, 1, f)) return Value::raised();
  RootedValues accepted(vm), rejected(vm);
  for (i64 i = 1, count = table_length(t); i <= count; i++) {
    Value v = element(t, i);
    Value answer = vm.call(f, {v});
    if (answer.is_raised() || !vm.poll()) return Value::raised();
    if (!(answer.is_truthy() ? accepted : rejected).push(v)) return Value::raised();
  }
  Value first = new_array(vm, accepted);
  Value second = first.is_raised() ? first : new_array(vm, rejected);
  return second.is_raised() ? second : vm.results({first, second});
}

// The first element whose key (itself without a function) no other's is below, or above.
Value extreme(Vm& vm, Args args, Direction direction) {
  Table* t;
  Value f;
  if (!arg_table(vm, args, 0, t)) return Value::raised();
  if (args.has(1) && !arg_callable(vm, args, 1, f)) return Value::raised();
  Value best, best_key;
  for (i64 i = 1, count = table_length(t); i <= count; i++) {
    Value v = element(t, i);
    Value key = f.is_nil() ? v : vm.call(f, {v});
    if (key.is_raised()) return key;
    bool better = i == 1;
    bool ascending = direction == Direction::kAscending;
    if (!better && !default_less(vm, ascending ? key : best_key, ascending ? best_key : key, better))
      return Value::raised();
    if (!better) continue;
    best = v;
    best_key = key;
  }
  return best;
}

/// sort.min(arr [, f])
/// The first smallest element, by f(v) if given; nil if there is none.
///     print(sort.min({3, 1, 2}), sort.min({})) // 1  nil
Value sort_min(Vm& vm, Args args) { return extreme(vm, args, Direction::kAscending); }
/// sort.max(arr [, f])
/// The first largest element, by f(v) if given; nil if there is none.
///     print(sort.max({"a", "bbb"}, string.len)) // bbb
Value sort_max(Vm& vm, Args args) { return extreme(vm, args, Direction::kDescending); }

constexpr NativeRow kRows[] = {
    {"asc", sort_asc},         {"desc", sort_desc},       {"by", sort_by},
    {"byKey", sort_by_key},    {"reverse", sort_reverse}, {"isSorted", sort_is_sorted},
    {"bsearch", sort_bsearch}, {"unique", sort_unique},   {"partition", sort_partition},
    {"min", sort_min},         {"max", sort_max},
};

}  // namespace

bool install_sort(Vm& vm) { return vm.register_library("sort", kRows) != nullptr; }

}  // namespace gs::stdlib
