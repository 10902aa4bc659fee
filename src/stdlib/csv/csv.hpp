// The csv library (language 15.12).
#pragma once

namespace gs::vm {
class Vm;
}

namespace gs::stdlib {

bool install_csv(vm::Vm& vm);  // false = raised

}  // namespace gs::stdlib
