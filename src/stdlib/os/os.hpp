// The os library (language 15.7).
#pragma once

namespace gs::vm {
class Vm;
}

namespace gs::stdlib {

bool install_os(vm::Vm& vm);  // false = raised

}  // namespace gs::stdlib
