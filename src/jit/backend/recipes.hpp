// The recipes of a compiled function's exits (exits.hpp), from snapshots and places.
#pragma once

#include "jit/backend/intervals.hpp"
#include "jit/backend/exits.hpp"

namespace gs::jit::backend {

void write_recipes(LFunction& f, const Intervals& intervals, Region& region, bool returns_directly);

}  // namespace gs::jit::backend
