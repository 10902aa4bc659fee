// next, pairs, ipairs: iteration as functions. The iterators are natives whose captures hold the state; a table's
// cursor is kept as an int.
#pragma once

#include "vm/runtime/vm.hpp"

namespace gs::stdlib {

std::span<const vm::NativeRow> iteration_rows();

}  // namespace gs::stdlib
