// Register allocation: gives every interval a place, splitting where registers run out, then writes places into operands, finds the moves
// that connect siblings within blocks and over edges, and the recipes of exits.
#pragma once

#include <span>

#include "jit/backend/intervals.hpp"
#include "jit/backend/target.hpp"

namespace gs::jit::backend {

// What allocation must know of the CPU.
struct RegisterSet {
  std::span<const Reg> order[2];  // allocatable, by class, in order of preference
  u32 saved_by_c = 0;             // general registers that survive C calls
  u32 saved_by_machine_code = 0;
  Reg frame_pointer = kNoReg;     // saved by whoever uses it
};

void scan(LFunction& f, Intervals& intervals, const RegisterSet& registers);

// Operands, gaps, edge moves. `leaf`: the virtual register of a value in a snapshot.
void assign(LFunction& f, Intervals& intervals);

// The place of a live virtual register at a position.
Place place_at(const LFunction& f, const Intervals& intervals, VReg v, u32 position);

}  // namespace gs::jit::backend
