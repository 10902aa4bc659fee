// The fs library (language 15.8).
#pragma once

namespace gs::vm {
class Vm;
}

namespace gs::stdlib {

bool install_fs(vm::Vm& vm);  // false = raised

}  // namespace gs::stdlib
