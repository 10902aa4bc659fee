// Random functions as the region builder might make them: structured control flow over boxed registers, instructions
// that guard before they have effects, snapshots of the state before each instruction. The same seed makes the same
// function.
#pragma once

#include <memory>

#include "jit/ir/function.hpp"

namespace gs::jit::opt {

std::unique_ptr<ir::Function> random_function(u64 seed);

// Values for the slots its registers come from: mostly of the kinds it expects.
std::vector<std::pair<i64, u64>> random_slots(u64 seed);

}  // namespace gs::jit::opt
