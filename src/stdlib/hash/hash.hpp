// The hash library (language 15.14).
#pragma once

namespace gs::vm {
class Vm;
}

namespace gs::stdlib {

bool install_hash(vm::Vm& vm);  // false = raised

}  // namespace gs::stdlib
