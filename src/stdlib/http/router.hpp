// Routers (language 15.32): which handler a path and a method mean.
#pragma once

namespace gs::vm {
class Vm;
}

namespace gs::stdlib {

[[nodiscard]] bool install_router_class(vm::Vm& vm);

}  // namespace gs::stdlib
