// The path library (language 15.9).
#pragma once

namespace gs::vm {
class Vm;
}

namespace gs::stdlib {

bool install_path(vm::Vm& vm);  // false = raised

}  // namespace gs::stdlib
