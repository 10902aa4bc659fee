// Moves that happen at once: none may read what another has already overwritten. Cycles of general registers are swapped, others go through a
// scratch place.
#pragma once

#include <span>
#include <vector>

#include "jit/backend/lir.hpp"

namespace gs::jit::backend {

// Calls emit(Move), and swap(Place, Place) for two general registers, in a legal order. `scratch` is a place that no move names; it may hold
// either class.
template <class Emit, class Swap>
void sequence_moves(std::vector<Move>& moves, Place scratch, Emit&& emit, Swap&& swap) {
  while (!moves.empty()) {
    bool progressed = false;
    for (usize i = moves.size(); i-- > 0;) {
      bool is_read = false;
      for (usize k = 0; k < moves.size() && !is_read; k++) is_read = k != i && moves[k].from == moves[i].to;
      if (is_read) continue;
      if (moves[i].from != moves[i].to) emit(moves[i]);
      moves.erase(moves.begin() + i64(i));
      progressed = true;
    }
    if (progressed) continue;
    // Every target is read by another move: swap two, or park one source.
    Place parked = moves.front().from;
    Place target = moves.front().to;
    auto is_general = [](Place p) { return p.is_register() && class_of(p.reg()) == RegClass::kGeneral; };
    if (is_general(parked) && is_general(target)) {
      swap(parked, target);
      moves.erase(moves.begin());
      for (Move& move : moves) move.from = move.from == parked ? target : move.from == target ? parked : move.from;
      continue;
    }
    emit({parked, scratch, moves.front().cls});
    for (Move& move : moves) {
      if (move.from == parked) move.from = scratch;
    }
  }
}

}  // namespace gs::jit::backend
