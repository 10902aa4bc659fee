// The second half of the table library: functions that make tables out of tables, with or without callbacks.
#pragma once

#include "vm/runtime/vm.hpp"

namespace gs::stdlib {

std::span<const vm::NativeRow> table_build_rows();

}  // namespace gs::stdlib
