// The library `utf8` (language 15.22).
#pragma once

namespace gs::vm {
class Vm;
}

namespace gs::stdlib {

// Registers the library. False = raised.
[[nodiscard]] bool install_utf8(vm::Vm& vm);

}  // namespace gs::stdlib
