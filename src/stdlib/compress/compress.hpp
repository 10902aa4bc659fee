// The compress library (language 15.16).
#pragma once

namespace gs::vm {
class Vm;
}

namespace gs::stdlib {

bool install_compress(vm::Vm& vm);  // false = raised

}  // namespace gs::stdlib
