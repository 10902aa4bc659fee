// Moves that happen at once: none may read what another has already overwritten. Cycles go through a scratch place.
#pragma once

#include <span>
#include <vector>

#include "jit/backend/lir.hpp"

namespace gs::jit::backend {

// Calls emit(Move) in a legal order. `scratch` is a place that no move names; it may hold either class.
template <class Emit>
void sequence_moves(std::vector<Move>& moves, Place scratch, Emit&& emit) {
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
    // Every target is read by another move: park one source.
    Place parked = moves.front().from;
    emit({parked, scratch, moves.front().cls});
    for (Move& move : moves) {
      if (move.from == parked) move.from = scratch;
    }
  }
}

}  // namespace gs::jit::backend
