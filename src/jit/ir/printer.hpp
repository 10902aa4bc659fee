// A function as text (docs/internals/optimizer.md, "Text form"): for --dump=ir and for tests. The parser reads it
// back to a function that prints the same.
#pragma once

#include <string>

#include "jit/ir/function.hpp"

namespace gs::jit::ir {

// Values, blocks and snapshots keep their ids as numbers; of snapshots only those in use are printed.
std::string print(const Function& function);
// One node, without a line's end.
std::string print(const Node& node);

}  // namespace gs::jit::ir
