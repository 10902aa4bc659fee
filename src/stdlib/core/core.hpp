// The builtins that reach into the runtime (section 14): errors, modules, channels, the collector.
#pragma once

#include "vm/runtime/vm.hpp"

namespace gs::stdlib {

bool install_core(vm::Vm& vm);

}  // namespace gs::stdlib
