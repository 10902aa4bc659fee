// Turns jump targets into encoded offsets, rewriting the jumps whose 16 bits do not reach. Called by the builder when a
// function is complete; after it every jump of the function is final.
//
// A comparison that must go far becomes its opposite over a JMP; a counted loop's end becomes its parts:
//   LOOPLT a b -> body   =>   ADDI a a step;  JNLT a b +1;  LOOP -> body
// RANGENEXT, RANGETEST and SELECTCASE words must stay together, so they jump to an island of JMPs behind their group.
#pragma once

#include <vector>

#include "bytecode/image.hpp"

namespace gs::bytecode {

inline constexpr u32 kNoTarget = ~0u;

// `targets[i]` is the index instruction i jumps to, or kNoTarget. False if even the rewritten code cannot be encoded.
[[nodiscard]] bool resolve_jumps(Function& function, const std::vector<u32>& targets);

}  // namespace gs::bytecode
