// Builtin functions (language 14) that need nothing of the runtime's inside.
#pragma once

namespace gs::vm {
class Vm;
}

namespace gs::stdlib {

bool install_base_functions(vm::Vm& vm);  // false = raised

}  // namespace gs::stdlib
