// The library `string` (language 15.2): also the methods of strings.
#pragma once

namespace gs::vm {
class Vm;
}

namespace gs::stdlib {

// Registers the library. False = raised.
[[nodiscard]] bool install_string(vm::Vm& vm);

}  // namespace gs::stdlib
