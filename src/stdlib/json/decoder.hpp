// JSON text to values (language 15.11).
#pragma once

#include <string_view>

#include "vm/runtime/vm.hpp"

namespace gs::stdlib {

// The value, or `nil, err` for malformed text, or raised.
vm::Value decode_json(vm::Vm& vm, std::string_view text);

}  // namespace gs::stdlib
