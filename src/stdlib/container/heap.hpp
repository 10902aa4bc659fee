// Heap objects: a binary min-heap by `<`, first in first out among equals.
#pragma once

#include "vm/runtime/vm.hpp"

namespace gs::stdlib {

[[nodiscard]] bool install_heap_class(vm::Vm& vm);
vm::Value container_heap_new(vm::Vm& vm, vm::Args args);

}  // namespace gs::stdlib
