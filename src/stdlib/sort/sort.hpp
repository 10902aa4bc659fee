// The sort library (language 15.5).
#pragma once

namespace gs::vm {
class Vm;
}

namespace gs::stdlib {

bool install_sort(vm::Vm& vm);  // false = raised

}  // namespace gs::stdlib
