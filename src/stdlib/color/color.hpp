// The color library (language 15.29).
#pragma once

namespace gs::vm {
class Vm;
}

namespace gs::stdlib {

bool install_color(vm::Vm& vm);  // false = raised

}  // namespace gs::stdlib
