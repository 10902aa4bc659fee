// string.gsub, registered with the other pattern functions.
#pragma once

#include "vm/runtime/native.hpp"

namespace gs::stdlib {

vm::Value string_gsub(vm::Vm& vm, vm::Args args);

}  // namespace gs::stdlib
