// The url library (language 15.19).
#pragma once

namespace gs::vm {
class Vm;
}

namespace gs::stdlib {

bool install_url(vm::Vm& vm);  // false = raised

}  // namespace gs::stdlib
