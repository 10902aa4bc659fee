// The container library (language 15.25).
#pragma once

namespace gs::vm {
class Vm;
}

namespace gs::stdlib {

bool install_container(vm::Vm& vm);  // false = raised

}  // namespace gs::stdlib
