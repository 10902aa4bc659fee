// The matrix library (language 15.30).
#pragma once

namespace gs::vm {
class Vm;
}

namespace gs::stdlib {

bool install_matrix(vm::Vm& vm);  // false = raised

}  // namespace gs::stdlib
