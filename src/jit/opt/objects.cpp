// Removes allocations that nobody else can see, in rounds: an object in a field of another can go when that one has
// gone, and is seen to be one of its kind when guards of what the fields held are folded.
#include "jit/opt/objects.hpp"

#include "jit/opt/pass.hpp"

namespace gs::jit::opt {

namespace {

constexpr u32 kRounds = 3;

}  // namespace

void objects(ir::Function& function, PassContext& context) {
  dead(function, context);
  for (u32 round = 0; round < kRounds; round++) {
    const bool dissolved = dissolve_objects(function);
    if (!sink_objects(function) && !dissolved) return;
    number(function, context);
    represent(function, context);
    number(function, context);
    memory(function, context);
    number(function, context);
    dead(function, context);
  }
}

}  // namespace gs::jit::opt
