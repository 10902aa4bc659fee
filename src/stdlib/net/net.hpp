// Module net (language 15.31): an HTTP client.
#pragma once

namespace gs::vm {
class Vm;
}

namespace gs::stdlib {

[[nodiscard]] bool install_net(vm::Vm& vm);

}  // namespace gs::stdlib
