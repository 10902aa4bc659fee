// The base64 library (language 15.13).
#pragma once

namespace gs::vm {
class Vm;
}

namespace gs::stdlib {

bool install_base64(vm::Vm& vm);  // false = raised

}  // namespace gs::stdlib
