// Array tables as library functions see them: elements 1..#t, raw.
#pragma once

#include "vm/runtime/vm.hpp"

namespace gs::stdlib {

inline vm::Value element(const vm::Table* t, i64 index) {
  u64 at = u64(index) - 1;
  return GS_LIKELY(at < t->array_length) ? t->array[at] : vm::table_get_int(t, index);
}

// A new table whose array is `count` values up to the last that is not nil; or raised.
inline vm::Value new_array(vm::Vm& vm, const vm::Value* values, usize count) {
  vm::Table* t = vm.table();
  return t && vm::table_init_array(vm, t, values, count) ? vm::Value::table(t) : vm::Value::raised();
}
inline vm::Value new_array(vm::Vm& vm, vm::RootedValues& values) { return new_array(vm, values.data(), values.size()); }

// t[first..last] as results; or raised. For unpack and table.unpack.
vm::Value unpack_elements(vm::Vm& vm, const vm::Table* t, i64 first, i64 last);
// Reverses the array of t in place. False = raised.
[[nodiscard]] bool reverse_array(vm::Vm& vm, vm::Table* t);

}  // namespace gs::stdlib
