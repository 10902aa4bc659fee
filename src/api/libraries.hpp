// Which parts of the standard library a VM gets, by preset.
#pragma once

#include "gscript/gscript.hpp"
#include "vm/runtime/vm.hpp"

namespace gs::api {

// Installs the libraries and takes away what `preset` forbids. False = raised (out of memory).
[[nodiscard]] bool open_libraries(vm::Vm& vm, gscript::Library preset);

}  // namespace gs::api
