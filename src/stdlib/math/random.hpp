// math.random and math.randomseed: the part of math with a state, one generator for each VM.
#pragma once

#include "stdlib/math/generator.hpp"
#include "stdlib/support/natives.hpp"
#include "vm/runtime/vm.hpp"

namespace gs::stdlib {

[[nodiscard]] bool install_random(vm::Vm& vm, vm::Table* math);

// A generator, seeded from the system, in a userdata cell; null = raised. Natives hold it as their first capture.
vm::Userdata* new_generator(vm::Vm& vm);
inline Generator& captured_generator(vm::Args args) {
  return *reinterpret_cast<Generator*>(static_cast<vm::Userdata*>(capture(args, 0).as_cell())->payload);
}

}  // namespace gs::stdlib
