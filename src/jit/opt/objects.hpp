// The two ways of removing allocations, for the pass `objects`. Each is one round; true if an object went.
#pragma once

#include "jit/ir/function.hpp"

namespace gs::jit::opt {

// Objects never written once made, and what phis join of them: dissolve.cpp.
bool dissolve_objects(ir::Function& function);
// Single objects, written or not: sink.cpp.
bool sink_objects(ir::Function& function);

}  // namespace gs::jit::opt
