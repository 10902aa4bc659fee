// The verifier's second half: follows control through one function and tracks what each register holds, so that cells,
// iterator states and ordinary values are never mistaken for one another. Expects a function whose operands and jumps
// the first half has accepted.
#pragma once

#include <string>
#include <vector>

#include "bytecode/image.hpp"

namespace gs::bytecode {

// How the instructions of a closure use a captured slot.
enum class CaptureUse : u8 { kNone, kValue, kCell };

struct FlowError {
  bool found = false;
  u32 at = 0;
  std::string message{};
};

// `uses[f]` has the capture uses of function f, for the function itself and all functions after it.
FlowError verify_flow(const Image& image, const Function& function, const std::vector<std::vector<CaptureUse>>& uses);

}  // namespace gs::bytecode
