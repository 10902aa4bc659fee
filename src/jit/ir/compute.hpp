// What the pure ops compute, on raw bits: by prim/, as everywhere else. The evaluator and the constant folder ask here.
#pragma once

#include <optional>

#include "jit/ir/node.hpp"

namespace gs::jit::ir {

// The bits of the result for operands with bits a, b (ints, floats' bits, 0 or 1, addresses, values' bits). Nothing
// if the op is not pure, needs memory (boxed ints, C functions), or the operands break its precondition.
std::optional<u64> compute(Op op, u64 imm, u64 a, u64 b);

}  // namespace gs::jit::ir
