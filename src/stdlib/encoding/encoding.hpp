// The encoding library (language 15.15).
#pragma once

namespace gs::vm {
class Vm;
}

namespace gs::stdlib {

bool install_encoding(vm::Vm& vm);  // false = raised

}  // namespace gs::stdlib
