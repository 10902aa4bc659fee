// The crypto library (language 15.17).
#pragma once

namespace gs::vm {
class Vm;
}

namespace gs::stdlib {

bool install_crypto(vm::Vm& vm);  // false = raised

}  // namespace gs::stdlib
