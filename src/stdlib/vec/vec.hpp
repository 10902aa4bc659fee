// The vec library (language 15.28).
#pragma once

namespace gs::vm {
class Vm;
}

namespace gs::stdlib {

bool install_vec(vm::Vm& vm);  // false = raised

}  // namespace gs::stdlib
