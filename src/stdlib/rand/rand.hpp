// The rand library (language 15.24).
#pragma once

namespace gs::vm {
class Vm;
}

namespace gs::stdlib {

bool install_rand(vm::Vm& vm);  // false = raised

}  // namespace gs::stdlib
