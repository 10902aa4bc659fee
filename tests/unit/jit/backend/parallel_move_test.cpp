// Sequences of parallel moves: checked by running them on a model of the places.
#include "jit/backend/parallel_move.hpp"

#include <gtest/gtest.h>

#include <map>
#include <random>

namespace gs::jit::backend {
namespace {

u32 key(Place p) { return p.is_register() ? p.reg() : 1000 + p.slot(); }

void check(std::vector<Move> moves) {
  std::map<u32, u32> values;
  auto value = [&](Place p) { return values.contains(key(p)) ? values[key(p)] : key(p); };
  std::map<u32, u32> wanted;
  for (const Move& m : moves) wanted[key(m.to)] = key(m.from);
  sequence_moves(moves, Place::of_register(31), [&](const Move& m) { values[key(m.to)] = value(m.from); },
                 [&](Place a, Place b) {
                   u32 old = value(a);
                   values[key(a)] = value(b);
                   values[key(b)] = old;
                 });
  for (auto& [place, origin] : wanted) EXPECT_EQ(values.contains(place) ? values[place] : place, origin);
}

Move from_to(u32 from, u32 to) {
  auto place = [](u32 n) { return n < 16 ? Place::of_register(Reg(n)) : Place::of_slot(n); };
  return {place(from), place(to), RegClass::kGeneral};
}

TEST(ParallelMove, OrdersChains) { check({from_to(0, 1), from_to(1, 2), from_to(2, 3)}); }

TEST(ParallelMove, BreaksCycles) {
  check({from_to(0, 1), from_to(1, 0)});
  check({from_to(0, 1), from_to(1, 2), from_to(2, 0), from_to(20, 21), from_to(21, 20)});
}

TEST(ParallelMove, CopiesOneSourceToMany) { check({from_to(0, 1), from_to(0, 2), from_to(1, 0)}); }

TEST(ParallelMove, AnyMoves) {
  std::mt19937 random(7);
  for (int round = 0; round < 2000; round++) {
    std::vector<Move> moves;
    std::vector<bool> taken(24);
    for (u32 n = random() % 10; n; n--) {
      u32 to = random() % 24;
      if (taken[to]) continue;
      taken[to] = true;
      moves.push_back(from_to(u32(random() % 24), to));
    }
    check(moves);
  }
}

}  // namespace
}  // namespace gs::jit::backend
