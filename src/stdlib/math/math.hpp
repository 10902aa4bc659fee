// The math library (language 15.4).
#pragma once

namespace gs::vm {
class Vm;
}

namespace gs::stdlib {

bool install_math(vm::Vm& vm);  // false = raised

}  // namespace gs::stdlib
