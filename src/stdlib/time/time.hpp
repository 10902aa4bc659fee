// The time library (language 15.26), except sleep and after, which belong to the scheduler's side.
#pragma once

#include "vm/runtime/vm.hpp"

namespace gs::stdlib {

bool install_time(vm::Vm& vm);  // false = raised

// What time.now() gives; or raised.
vm::Value current_time(vm::Vm& vm);

// Seconds and nanoseconds since 1970 now.
void wall_clock(i64& seconds, i32& nanosecond);

}  // namespace gs::stdlib
