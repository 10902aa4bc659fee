// The server: accepts connections and runs a handler for each request (language 15.32).
#pragma once

#include "stdlib/http/connection.hpp"
#include "vm/runtime/vm.hpp"

namespace gs::stdlib {

// Serves until the program ends; `function` stands in messages. Raised: it cannot listen, or the program ends.
vm::Value serve(vm::Vm& vm, std::string_view function, std::string_view address, vm::Value handler,
                const ServerLimits& limits);

// The limits in an options table at `index`. False = raised.
[[nodiscard]] bool read_limits(vm::Vm& vm, vm::Args args, u32 index, ServerLimits& limits);

}  // namespace gs::stdlib
