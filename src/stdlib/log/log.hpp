// The log library (language 15.27).
#pragma once

namespace gs::vm {
class Vm;
}

namespace gs::stdlib {

bool install_log(vm::Vm& vm);  // false = raised

}  // namespace gs::stdlib
