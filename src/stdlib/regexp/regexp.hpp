// The regexp library (language 15.21).
#pragma once

namespace gs::vm {
class Vm;
}

namespace gs::stdlib {

bool install_regexp(vm::Vm& vm);  // false = raised

}  // namespace gs::stdlib
