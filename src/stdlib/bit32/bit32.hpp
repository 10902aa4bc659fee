// The library `bit32` (language 15.23).
#pragma once

namespace gs::vm {
class Vm;
}

namespace gs::stdlib {

// Registers the library. False = raised.
[[nodiscard]] bool install_bit32(vm::Vm& vm);

}  // namespace gs::stdlib
