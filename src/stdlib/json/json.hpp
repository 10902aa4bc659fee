// The library `json` (language 15.11).
#pragma once

namespace gs::vm {
class Vm;
}

namespace gs::stdlib {

// Registers the library. False = raised.
[[nodiscard]] bool install_json(vm::Vm& vm);

}  // namespace gs::stdlib
