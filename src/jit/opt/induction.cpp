// Finding induction variables: the difference between a latch's value and the phi, through additions and the phis of
// merges inside.
#include "jit/opt/induction.hpp"

#include "jit/ir/edit.hpp"

namespace gs::jit::opt {

using namespace ir;

namespace {

constexpr u32 kDepthLimit = 6;

struct Search {
  const Loop& loop;
  const Loops& loops;
  const RangeFacts& facts;
  Induction& found;

  // Whether n is the phi plus something in `difference`.
  bool difference(Node* n, u32 depth, Interval& result) {
    if (n == found.phi) {
      result = Interval::of(0);
      return true;
    }
    if (depth == 0 || !n->block || !loops.is_inside(n->block, &loop)) return false;
    if (n->op == Op::AddInt) {
      const bool is_left = difference(n->input(0), depth - 1, result);
      if (!is_left && !difference(n->input(1), depth - 1, result)) return false;
      Node* step = n->input(is_left ? 1 : 0);
      const bool is_symbolic = step->op != Op::ConstInt;
      if (is_symbolic && (loops.is_inside(step->block, &loop) || n->input(is_left ? 0 : 1) != found.phi)) return false;
      if (is_symbolic) found.symbolic_step = step;
      const Interval change = is_symbolic ? facts.interval(step) : Interval::of(i64(step->imm));
      if (!is_symbolic && !adds_without_wrap(result, change)) return false;
      result = is_symbolic ? change : add(result, change);
      return true;
    }
    if (!is_phi(n) || loops.of(n->block) != &loop || n->block == loop.header) return false;
    Interval joined{INT64_MAX, INT64_MIN};
    for (Node* input : n->inputs) {
      Interval one;
      if (!difference(resolve(input), depth - 1, one)) return false;
      joined = joined.join(one);
    }
    result = joined;
    return true;
  }
};

}  // namespace

bool find_induction(const Loop& loop, const Loops& loops, Node* phi, const RangeFacts& facts, Induction& result) {
  result = {.phi = phi};
  Interval steps{INT64_MAX, INT64_MIN};
  for (usize i = 0; i < phi->inputs.size(); i++) {
    Node* value = resolve(phi->input(i));
    if (!loops.is_inside(loop.header->predecessors[i], &loop)) {
      if (result.init) return false;
      result.init = value;
      continue;
    }
    Interval step;
    if (!Search{loop, loops, facts, result}.difference(value, kDepthLimit, step)) return false;
    steps = steps.join(step);
  }
  if (!result.init || steps.is_empty()) return false;
  if (result.symbolic_step && loop.latches.size() != 1) return false;
  result.least_step = steps.lo;
  result.largest_step = steps.hi;
  return true;
}

}  // namespace gs::jit::opt
