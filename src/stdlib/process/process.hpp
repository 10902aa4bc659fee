// The process library (language 15.10).
#pragma once

namespace gs::vm {
class Vm;
}

namespace gs::stdlib {

bool install_process(vm::Vm& vm);  // false = raised

}  // namespace gs::stdlib
