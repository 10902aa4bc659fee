// The blocks that allocation and emission see: those of the IR plus one on each critical edge, in an order in which loops are contiguous and
// cold blocks come last, with loop nesting.
#pragma once

#include "jit/backend/lir.hpp"

namespace gs::jit::backend {

// Fills f.blocks. Unreachable blocks are left out.
void build_graph(LFunction& f);

// Fills f.layout: cold blocks last; loops rotated so that their test stands at the bottom.
void lay_out(LFunction& f);

}  // namespace gs::jit::backend
