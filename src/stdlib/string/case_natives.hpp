// upper, lower and reverse as natives: string and utf8 register the same ones.
#pragma once

#include "vm/runtime/native.hpp"

namespace gs::stdlib {

vm::Value text_upper(vm::Vm& vm, vm::Args args);
vm::Value text_lower(vm::Vm& vm, vm::Args args);
vm::Value text_reverse(vm::Vm& vm, vm::Args args);

}  // namespace gs::stdlib
