// The bytes library (language 15.20).
#pragma once

namespace gs::vm {
class Vm;
}

namespace gs::stdlib {

bool install_bytes(vm::Vm& vm);  // false = raised

}  // namespace gs::stdlib
