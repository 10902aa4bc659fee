// Module http (language 15.32): a server, routers, and a simple client.
#pragma once

namespace gs::vm {
class Vm;
}

namespace gs::stdlib {

[[nodiscard]] bool install_http(vm::Vm& vm);

}  // namespace gs::stdlib
