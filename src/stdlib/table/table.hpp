// The table library (language 15.3).
#pragma once

namespace gs::vm {
class Vm;
}

namespace gs::stdlib {

bool install_table(vm::Vm& vm);  // false = raised

}  // namespace gs::stdlib
