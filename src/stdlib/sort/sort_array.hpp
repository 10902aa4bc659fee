// The one sorting engine behind table.sort and the sort library: stable, elements written back at the end, so that a
// comparison that raises leaves the table unchanged. Comparators may yield and may change the table.
#pragma once

#include "vm/runtime/vm.hpp"

namespace gs::stdlib {

enum class Direction { kAscending, kDescending };

// By `<` with metamethods. False = raised.
[[nodiscard]] bool sort_array(vm::Vm& vm, vm::Table* t, Direction direction);
// By the truth of less(a, b).
[[nodiscard]] bool sort_array_by(vm::Vm& vm, vm::Table* t, vm::Value less);
// By `<` of key(v), which is called once for each element.
[[nodiscard]] bool sort_array_by_key(vm::Vm& vm, vm::Table* t, vm::Value key);

// a < b, cheap for ints, doubles and strings. False = raised.
[[nodiscard]] bool default_less(vm::Vm& vm, vm::Value a, vm::Value b, bool& result);

}  // namespace gs::stdlib
