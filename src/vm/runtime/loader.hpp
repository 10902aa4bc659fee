// Image -> heap objects: prototypes with their code, constants and feedback slots. The one door from bytecode into the VM.
#pragma once

#include "bytecode/image.hpp"
#include "vm/runtime/vm.hpp"

namespace gs::vm {

// The chunk of a verified image as a closure; null = raised. Global names are bound to the VM's globals, module variables to
// cells of this load. `function_name` names a module in tracebacks.
Closure* load_image(Vm& vm, const bytecode::Image& image, std::string_view function_name = "");

}  // namespace gs::vm
