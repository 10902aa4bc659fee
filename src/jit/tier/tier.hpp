// Which function runs in which tier: the VM's Jit. Owns the machine code of a VM's functions. Made by the API, called at polls.
#pragma once

#include <memory>

#include "vm/runtime/machine_code.hpp"

namespace gs::jit {

// The baseline tier alone, and with the optimizer above it.
std::unique_ptr<vm::Jit> make_baseline(vm::Vm& vm);
std::unique_ptr<vm::Jit> make_tiers(vm::Vm& vm);

}  // namespace gs::jit
