// Values to JSON text (language 15.11).
#pragma once

#include <string_view>

#include "vm/runtime/vm.hpp"

namespace gs::stdlib {

inline constexpr u32 kMaxJsonDepth = 10000;

// The text of `value`: compact, or with one element per line. Raised: what cannot be encoded.
vm::Value encode_json(vm::Vm& vm, vm::Value value);
vm::Value encode_json_pretty(vm::Vm& vm, vm::Value value, std::string_view indent);

}  // namespace gs::stdlib
