// The io library (language 15.6).
#pragma once

namespace gs::vm {
class Vm;
}

namespace gs::stdlib {

bool install_io(vm::Vm& vm);  // false = raised

}  // namespace gs::stdlib
