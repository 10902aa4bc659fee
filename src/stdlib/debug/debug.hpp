// The debug library (15.34).
#pragma once

#include "vm/runtime/vm.hpp"

namespace gs::stdlib {

bool install_debug(vm::Vm& vm);

}  // namespace gs::stdlib
