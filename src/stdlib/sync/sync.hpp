// sync (15.35) and sched (15.36), and the time functions that wait: time.sleep and time.after.
#pragma once

#include "vm/runtime/vm.hpp"

namespace gs::stdlib {

bool install_sync(vm::Vm& vm);

}  // namespace gs::stdlib
