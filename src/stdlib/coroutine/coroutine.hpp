// The coroutine library (section 10).
#pragma once

#include "vm/runtime/vm.hpp"

namespace gs::stdlib {

bool install_coroutine(vm::Vm& vm);

}  // namespace gs::stdlib
