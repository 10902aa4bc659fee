// The interpreter's entry: runs the script function in callee[0] with `count` arguments at callee[2]. Number of results, at
// callee[0] on, or -1 after raising. The caller has made the activation current and the callee's link.
#pragma once

#include "vm/object/objects.hpp"

namespace gs::vm::interp {

i64 run(Vm& vm, Value* callee, u32 count);

}  // namespace gs::vm::interp
