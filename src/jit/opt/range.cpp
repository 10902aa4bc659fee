// Range analysis: what intervals ints are in and which are less than which, from constants, lengths, induction
// variables, branches and guards. Uses it to
//
// - remove bounds checks that cannot fail, and to replace those of an induction variable by one guard in front of the
// loop:
//
//     b1: b0 b2  loop @s1                        b0:
//       v3:i = Phi v1 v9   (v1 = 0, v9 = v3 + 1)   v10 = LeInt v2 v4
//       v5 = LtInt v3 v2                           GuardTrue v10 @s9
//       Branch v5 b2 b3                   ->     b1: ...
//     b2: b1                                     b2: b1
//       BoundsCheck v3 v4 @s2                      (nothing)
//
// - box ints without a test of their size (BoxSmallInt), decide comparisons, drop masks and exact conversions, divide
// by powers of two by
//   shifts where the dividend is not negative.
//
// Counting terminates in practice: a variable that starts within 2^62 of 0 and moves by at most 16 an iteration does
// not reach the end of int64 while the machine lasts, so it does not wrap.
#include <bit>
#include <optional>

#include "base/assert.hpp"
#include "jit/ir/edit.hpp"
#include "jit/opt/fold/fold.hpp"
#include "jit/opt/induction.hpp"
#include "jit/opt/move.hpp"
#include "jit/opt/pass.hpp"
#include "vm/object/value.hpp"

namespace gs::jit::opt {

using namespace ir;

namespace {

constexpr i64 kSlowStep = 16;
constexpr i64 kFarStart = i64{1} << 62;
constexpr i64 kFarEnd = kFarStart + (i64{1} << 61);
constexpr i64 kLargestLength = i64{1} << 32;
constexpr i64 kNear = i64{1} << 61;  // three of that size may be added
constexpr i64 kExactFloat = i64{1} << 53;
constexpr i64 kLargestShort = 0xffff'ffff;

class RangeAnalysis {
 public:
  RangeAnalysis(Function& function, PassContext& context)
      : function_(function),
        context_(context),
        dominators_(function),
        loops_(function, dominators_),
        folder_(function),
        facts_(function.node_count()),
        inductions_(function.node_count()) {}

  void run() {
    struct Step {
      Block* block;
      Block* next_child;
      RangeFacts::Mark mark;
    };
    std::vector<Step> stack;
    const auto enter = [&](Block* block) {
      stack.push_back({block, dominators_.first_child(block), facts_.mark()});
      visit_block(block);
    };
    enter(function_.blocks[0]);
    while (!stack.empty()) {
      if (Block* child = stack.back().next_child) {
        stack.back().next_child = dominators_.next_sibling(child);
        enter(child);
      } else {
        facts_.reset(stack.back().mark);
        stack.pop_back();
      }
    }
    remove_copies(function_);
  }

 private:
  // An induction variable of a loop being walked, with the bound that the loop's end compares it with. The bound
  // holds at the header for every iteration but the first; `needs_entry`: nothing says that it holds for that.
  struct Counter {
    Induction induction;
    Node* bound = nullptr;  // going up: phi + distance <= bound; going down: bound + distance <= phi
    i64 distance = 0;
    bool needs_entry = false;
  };

  void visit_block(Block* block) {
    if (block->predecessors.size() == 1 && block->predecessors[0]->last->op == Op::Branch) {
      const Block* from = block->predecessors[0];
      facts_.learn(resolve(from->last->input(0)), from->successors[0] == block);
    }
    Loop* loop = loops_.of(block);
    const bool is_header = loop && loop->header == block;
    for (Node* n = block->first; n && is_phi(n); n = n->next) {
      if (n->type != Type::I64) continue;
      if (is_header) visit_header_phi(*loop, n);
      else visit_merge_phi(n);
    }
    for (Node* n : nodes(block)) {
      if (is_phi(n) || n->op == Op::Copy) continue;
      for (Node*& input : n->inputs) input = resolve(input);
      visit(n);
    }
  }

  // --- phis

  void visit_merge_phi(Node* phi) {
    Interval joined{INT64_MAX, INT64_MIN};
    for (Node* input : phi->inputs) joined = joined.join(at_definition(resolve(input)));
    facts_.define(phi, joined);
  }
  Interval at_definition(const Node* n) const {
    return n->op == Op::ConstInt ? Interval::of(i64(n->imm)) : facts_.interval_at_definition(n);
  }

  void visit_header_phi(const Loop& loop, Node* phi) {
    auto& counter = inductions_[phi->id];
    Induction found;
    if (!find_induction(loop, loops_, phi, facts_, found)) return facts_.define(phi, Interval::all());
    counters_.push_back({found});
    counter = u32(counters_.size());
    facts_.define(phi, interval_of_induction(loop, counters_.back()));
    order_by_end(counters_.back());
  }

  Interval interval_of_induction(const Loop& loop, Counter& counter) {
    const Induction& induction = counter.induction;
    const Interval start = facts_.interval(induction.init);
    if (!induction.goes_up() && !induction.goes_down()) return Interval::all();
    const bool up = induction.goes_up();
    // The farthest value that an iteration may hand to the next, by the conditions at the loop's end.
    i64 limit = up ? INT64_MAX : INT64_MIN;
    bool is_limited = false;
    each_latch_condition(loop, dominators_, [&](Node* condition, bool holds) {
      i64 end = 0;
      if (!end_by_condition(loop, counter, condition, holds, end)) return;
      limit = up ? std::min(limit, end) : std::max(limit, end);
      is_limited = true;
    });
    if (is_limited) {
      const Interval result =
          up ? Interval{start.lo, std::max(start.hi, limit)} : Interval{std::min(start.lo, limit), start.hi};
      if (adds_without_wrap(result, {induction.least_step, induction.largest_step})) return result;
      // Compared before it is stepped: only values short of the end are stepped.
      if (!counter.bound) return result;
    }
    const bool is_slow = induction.least_step >= -kSlowStep && induction.largest_step <= kSlowStep &&
                         start.is_inside(-kFarStart, kFarStart);
    if (!is_slow) return Interval::all();
    return up ? Interval{start.lo, kFarEnd} : Interval{-kFarEnd, start.hi};
  }

  // A condition at the loop's end: the phi (compared before the step) or its next value against something. The end it
  // sets for the next value; notes the bound if it is about the next value.
  bool end_by_condition(const Loop& loop, Counter& counter, Node* condition, bool holds, i64& end) {
    if (condition->op == Op::NotBool) return end_by_condition(loop, counter, condition->input(0), !holds, end);
    if (condition->op != Op::LtInt && condition->op != Op::LeInt) return false;
    Node* small = resolve(condition->input(holds ? 0 : 1));
    Node* large = resolve(condition->input(holds ? 1 : 0));
    const i64 distance = (condition->op == Op::LtInt) == holds ? 1 : 0;
    const Induction& induction = counter.induction;
    const bool up = induction.goes_up();
    Node* counted = up ? small : large;
    Node* bound = up ? large : small;
    if (loops_.is_inside(bound->block, &loop)) return false;
    const Interval range = facts_.interval(bound);
    const i64 reach = up ? saturating_add(range.hi, -distance) : saturating_add(range.lo, distance);
    if (counted == induction.phi) {
      const i64 step = up ? induction.largest_step : induction.least_step;
      return !__builtin_add_overflow(reach, step, &end);
    }
    const Node* next = resolve(induction.phi->input(loop.header->predecessor_index(loop.latches[0])));
    if (counted != next) return false;
    counter.bound = bound;
    counter.distance = distance;
    end = reach;
    return true;
  }

  // The bound holds at the header too if it holds on entry.
  void order_by_end(Counter& counter) {
    if (!counter.bound) return;
    const Induction& induction = counter.induction;
    const bool up = induction.goes_up();
    counter.needs_entry = up ? !facts_.is_ordered(induction.init, counter.bound, counter.distance)
                             : !facts_.is_ordered(counter.bound, induction.init, counter.distance);
    if (counter.needs_entry) return;
    if (up) {
      facts_.learn_order(induction.phi, counter.bound, counter.distance);
    } else {
      facts_.learn_order(counter.bound, induction.phi, counter.distance);
    }
  }

  // --- nodes

  void visit(Node* n) {
    if (n->op == Op::BoundsCheck) return visit_check(n);
    if (n->type == Type::I64) {
      const Interval interval = interval_of(n);
      if (Node* simpler = simplify_int(n, interval)) return n->become(simpler);
      return facts_.define(n, interval);
    }
    if (n->type == Type::Bool) {
      if (const auto decided = decide(n)) n->become(folder_.constant_bool(*decided));
      return;
    }
    switch (n->op) {
      case Op::BoxInt:
        if (facts_.interval(n->input(0)).is_inside(vm::kMinInlineInt, vm::kMaxInlineInt)) n->op = Op::BoxSmallInt;
        return;
      case Op::GuardTrue: return facts_.learn(n->input(0), true);
      case Op::GuardFalse: return facts_.learn(n->input(0), false);
      default: return;
    }
  }

  Interval interval_of(const Node* n) const {
    const auto in = [&](usize i) { return facts_.interval(n->input(i)); };
    const auto constant = [&](usize i) { return n->input(i)->op == Op::ConstInt ? i64(n->input(i)->imm) : 0; };
    switch (n->op) {
      case Op::ConstInt: return Interval::of(i64(n->imm));
      case Op::AddInt: return add(in(0), in(1));
      case Op::SubInt: return subtract(in(0), in(1));
      case Op::NegInt: return subtract(Interval::of(0), in(0));
      case Op::MulInt: return multiply(in(0), in(1));
      case Op::DivInt: return constant(1) > 0 ? divide(in(0), constant(1)) : Interval::all();
      case Op::RemInt: return constant(1) > 0 ? remainder(in(0), constant(1)) : interval_of_remainder(in(0), in(1));
      case Op::AndInt: return bit_and(in(0), in(1));
      case Op::OrInt:
      case Op::XorInt: return bit_or(in(0), in(1));
      case Op::ShlInt: return n->input(1)->op == Op::ConstInt ? shift_left(in(0), constant(1)) : Interval::all();
      case Op::ShrInt:
        if (n->input(1)->op == Op::ConstInt) return shift_right(in(0), constant(1));
        return {std::min<i64>(in(0).lo, 0), std::max<i64>(in(0).hi, -1)};
      case Op::ShrLogicalInt:
        return n->input(1)->op == Op::ConstInt ? shift_right_logical(in(0), constant(1))
               : in(0).lo >= 0                 ? Interval{0, in(0).hi}
                                               : Interval::all();
      case Op::Select: return in(1).join(in(2));
      case Op::UnboxInt: return {vm::kMinInlineInt, vm::kMaxInlineInt};
      case Op::LoadByte: return {0, 0xff};
      case Op::Load:
      case Op::LoadIndexed:
        if (n->memory == Memory::kU8) return {0, 0xff};
        return n->memory == Memory::kU32 ? Interval{0, 0xffff'ffff} : Interval::all();
      default: return Interval::all();
    }
  }

  // By an unknown divisor: no farther from 0 than the dividend, and of its sign; nearer than the divisor.
  static Interval interval_of_remainder(Interval a, Interval b) {
    const Interval result{std::min<i64>(a.lo, 0), std::max<i64>(a.hi, 0)};
    const i64 farthest = std::max(b.hi, b.lo == INT64_MIN ? INT64_MAX : -b.lo);
    return farthest > 0 ? result.meet({-(farthest - 1), farthest - 1}) : result;
  }

  static u32 division_flags(Interval a, Interval b) {
    if (a.lo < 0) return 0;
    return a.hi <= kLargestShort && b.is_inside(0, kLargestShort) ? 3 : 1;
  }

  Node* simplify_int(Node* n, Interval interval) {
    const bool divides = n->op == Op::DivInt || n->op == Op::RemInt;
    if (divides) n->aux = division_flags(facts_.interval(n->input(0)), facts_.interval(n->input(1)));
    if (n->is(kPure) && n->op != Op::ConstInt && interval.is_constant()) return folder_.constant_int(interval.lo);
    Node* a = n->inputs.empty() ? nullptr : n->input(0);
    const u64 c = n->inputs.size() == 2 && n->input(1)->op == Op::ConstInt ? n->input(1)->imm : 0;
    switch (n->op) {
      case Op::AndInt:  // a mask of low bits that are all there can be
        return c != 0 && (c & (c + 1)) == 0 && i64(c) > 0 && facts_.interval(a).is_inside(0, i64(c)) ? a : nullptr;
      case Op::RemInt:
        if (i64(c) > 0 && facts_.interval(a).is_inside(-i64(c) + 1, i64(c) - 1)) return a;
        if (!std::has_single_bit(c) || i64(c) < 0 || facts_.interval(a).lo < 0) return nullptr;
        return defined(folder_.make(n, Op::AndInt, {a, folder_.constant_int(i64(c) - 1)}), interval);
      case Op::DivInt:
        if (!std::has_single_bit(c) || i64(c) < 0 || facts_.interval(a).lo < 0) return nullptr;
        return defined(folder_.make(n, Op::ShrInt, {a, folder_.constant_int(std::countr_zero(c))}), interval);
      case Op::FloatToInt:
      case Op::TruncToInt:
        if (a->op == Op::IntToFloat && facts_.interval(a->input(0)).is_inside(-kExactFloat, kExactFloat))
          return a->input(0);
        return nullptr;
      default: return nullptr;
    }
  }
  Node* defined(Node* n, Interval interval) {
    facts_.define(n, interval);
    return n;
  }

  std::optional<bool> decide(const Node* n) const {
    if (n->op != Op::LtInt && n->op != Op::LeInt && n->op != Op::EqInt && n->op != Op::BelowInt) return std::nullopt;
    Node* a = n->input(0);
    Node* b = n->input(1);
    const Interval x = facts_.interval(a);
    const Interval y = facts_.interval(b);
    switch (n->op) {
      case Op::LtInt:
        if (facts_.is_ordered(a, b, 1)) return true;
        return facts_.is_ordered(b, a, 0) ? std::optional(false) : std::nullopt;
      case Op::LeInt:
        if (facts_.is_ordered(a, b, 0)) return true;
        return facts_.is_ordered(b, a, 1) ? std::optional(false) : std::nullopt;
      case Op::EqInt: return x.meet(y).is_empty() ? std::optional(false) : std::nullopt;
      default:
        if (x.lo >= 0 && y.lo >= 0 && facts_.is_ordered(a, b, 1)) return true;
        return x.lo >= 0 && y.lo >= 0 && facts_.is_ordered(b, a, 0) ? std::optional(false) : std::nullopt;
    }
  }

  // --- bounds checks

  void visit_check(Node* n) {
    Node* index = n->input(0);
    Node* length = n->input(1);
    const bool is_needed =
        !(facts_.interval(index).lo >= 0 && facts_.interval(length).lo >= 0 && is_below(index, length));
    if (is_needed && !move_check(n)) {
      learn_check(index, length);
      return;
    }
    learn_check(index, length);
    n->block->remove(n);
  }

  void learn_check(Node* index, Node* length) {
    if (!facts_.interval(length).is_inside(0, kLargestLength)) return;
    facts_.narrow(index, {0, INT64_MAX});
    facts_.learn_order(index, length, 1);
    const Offset split = split_offset(index);
    if (split.offset == 0) return;
    // Had the sum wrapped, it would be far from all lengths.
    facts_.narrow(split.base, {-split.offset, INT64_MAX});
    facts_.learn_order(split.base, length, split.offset + 1);
  }

  bool is_below(Node* index, Node* length) const {
    if (facts_.is_ordered(index, length, 1)) return true;
    const Offset split = split_offset(index);
    const bool exact = split.offset != 0 && adds_without_wrap(facts_.interval(split.base), Interval::of(split.offset));
    return exact && facts_.is_ordered(split.base, length, split.offset + 1);
  }

  // Replaces the check of an induction variable (plus a constant) by guards in front of its loop.
  bool move_check(Node* check) {
    const Offset split = split_offset(check->input(0));
    Node* length = check->input(1);
    Loop* loop = loops_.of(check->block);
    if (!loop || !loop->preheader || !loop->header->entry_snapshot || !context_.may_speculate ||
        check->snapshot->is_pinned) {
      return false;
    }
    Node* addend = nullptr;
    Counter* counter = counter_of(*loop, split.base);
    for (u32 side = 0; side < 2 && !counter && split.base->op == Op::AddInt; side++) {
      addend = split.base->input(1 - side);
      if (!loops_.is_inside(addend->block, loop)) counter = counter_of(*loop, split.base->input(side));
    }
    if (!counter) return false;
    if (loops_.is_inside(length->block, loop) || !facts_.interval(length).is_inside(0, kLargestLength)) return false;
    for (const Block* latch : loop->latches) {
      if (!dominators_.dominates(check->block, latch)) return false;
    }
    if (split.offset <= -kLargestLength || split.offset >= kLargestLength) return false;
    snapshot_ = nullptr;
    origin_ = check->snapshot;
    if (counter->induction.symbolic_step || counter->induction.goes_up()) {
      return addend ? move_check_of_sum(*loop, *counter, split, addend, length)
                    : move_check_up(*loop, *counter, split.offset, length);
    }
    return counter->induction.goes_down() && !addend && move_check_down(*loop, *counter, split.offset, length);
  }

  Counter* counter_of(const Loop& loop, const Node* phi) {
    const bool is_counter = phi->id < inductions_.size() && inductions_[phi->id] != 0 && phi->block == loop.header;
    return is_counter ? &counters_[inductions_[phi->id] - 1] : nullptr;
  }

  enum class Source { kNone, kFact, kInterval, kLoopEnd };

  // The invariant bound of a counter where we are, above or below it: from what is known here, else from the loop's
  // end.
  Source bound_here(const Loop& loop, const Counter& counter, bool above, Node*& bound, i64& distance) {
    const Node* phi = counter.induction.phi;
    bound = nullptr;
    // The oldest fact is the loop's own condition; later ones come from checks, and would ask for more than the loop
    // does.
    const auto take = [&](RangeFacts::Order order) {
      if (!loops_.is_inside(order.other->block, &loop) && order.distance > -kLargestLength &&
          order.distance < kLargestLength) {
        bound = order.other;
        distance = order.distance;
      }
      return false;
    };
    if (above) facts_.any_above(phi, take);
    else facts_.any_below(phi, take);
    if (bound) return Source::kFact;
    const Interval interval = facts_.interval(phi);
    if (above ? interval.hi < kLargestLength : interval.lo > -kLargestLength) {
      bound = folder_.constant_int(above ? interval.hi : interval.lo);
      distance = 0;
      return Source::kInterval;
    }
    bound = counter.bound;
    distance = counter.distance;
    return bound ? Source::kLoopEnd : Source::kNone;
  }

  // Makes sure that a counter going up does so by steps that cannot wrap while it is below a length, and finds its
  // bound: phi + distance <= bound, also in the first iteration.
  bool bound_above(Loop& loop, Counter& counter, Node*& bound, i64& distance) {
    const Induction& induction = counter.induction;
    const Source source = bound_here(loop, counter, true, bound, distance);
    if (source == Source::kNone) return false;
    if (induction.symbolic_step) {
      if (counter.induction.least_step < 0 && facts_.interval(induction.symbolic_step).hi <= 0) return false;
      guard_step(loop, induction.symbolic_step);
    } else if (induction.largest_step > kLargestLength) {
      return false;
    }
    if (source == Source::kLoopEnd) {
      guard_order(loop, induction.init, bound, distance);
      facts_.learn_order(induction.phi, bound, distance);
    }
    return true;
  }

  // phi + addend + offset, the addend being the same in all iterations. All three are made sure to be so near 0 that
  // no sum wraps.
  bool move_check_of_sum(Loop& loop, Counter& counter, Offset index, Node* addend, Node* length) {
    Node* bound = nullptr;
    i64 distance = 0;
    if (facts_.interval(addend).hi < 0 || !bound_above(loop, counter, bound, distance)) return false;
    Node* end = loop.preheader->last;
    Node* near = folder_.constant_int(kNear);
    if (!facts_.interval(addend).is_inside(-kNear, kNear)) {
      guard_true(loop, folder_.make(end, Op::BelowInt, {addend, near}));
      facts_.narrow(addend, {0, kNear});
    }
    guard_order(loop, bound, near, 0);
    Node* init = counter.induction.init;
    guard_order(loop, folder_.constant_int(-kNear), init, 0);
    Node* first =
        defined(folder_.make(end, Op::AddInt, {init, addend}), add(facts_.interval(init), facts_.interval(addend)));
    guard_order(loop, folder_.constant_int(-index.offset), first, 0);
    Node* last =
        defined(folder_.make(end, Op::AddInt, {bound, addend}), add(facts_.interval(bound), facts_.interval(addend)));
    guard_order(loop, last, length, 1 + index.offset - distance);
    facts_.narrow(index.base, {-index.offset, kLargestLength - index.offset});
    facts_.learn_order(index.base, length, 1 + index.offset);
    return true;
  }

  // phi + offset runs from init + offset upwards.
  bool move_check_up(Loop& loop, Counter& counter, i64 offset, Node* length) {
    const Induction& induction = counter.induction;
    Node* bound = nullptr;
    i64 distance = 0;
    if (!bound_above(loop, counter, bound, distance)) return false;
    guard_order(loop, bound, length, 1 + offset - distance);
    guard_order(loop, folder_.constant_int(-offset), induction.init, 0);
    facts_.narrow(induction.phi, {-offset, kLargestLength - offset});
    return true;
  }

  // phi + offset runs from init + offset downwards, and bound + distance <= phi.
  bool move_check_down(Loop& loop, Counter& counter, i64 offset, Node* length) {
    const Induction& induction = counter.induction;
    if (induction.least_step < -kLargestLength) return false;
    Node* bound = nullptr;
    i64 distance = 0;
    const Source source = bound_here(loop, counter, false, bound, distance);
    if (source != Source::kNone) {
      guard_order(loop, folder_.constant_int(-offset - distance), bound, 0);
    } else if (facts_.interval(induction.phi).lo < -offset) {
      return false;
    }
    if (source == Source::kLoopEnd) {
      guard_order(loop, bound, induction.init, distance);
      facts_.learn_order(bound, induction.phi, distance);
    }
    guard_order(loop, induction.init, length, 1 + offset);
    facts_.narrow(induction.phi, {-offset, kLargestLength - offset});
    return true;
  }

  // In front of the loop: exits unless small + distance <= large.
  void guard_order(Loop& loop, Node* small, Node* large, i64 distance) {
    if (facts_.is_ordered(small, large, distance)) return;
    Node* end = loop.preheader->last;
    Node* condition;
    if (distance == 0 || distance == 1) {
      condition = folder_.make(end, distance == 0 ? Op::LeInt : Op::LtInt, {small, large});
    } else {
      const Interval sum = add(facts_.interval(large), Interval::of(-distance));
      GS_ASSERT(!sum.is_all(), "only lengths are compared at a distance");
      condition =
          folder_.make(end, Op::LeInt,
                       {small, defined(folder_.make(end, Op::AddInt, {large, folder_.constant_int(-distance)}), sum)});
    }
    guard_true(loop, condition);
    facts_.learn_order(small, large, distance);
  }

  // The step of a loop that counts up by a variable: from 1 to what cannot wrap.
  void guard_step(Loop& loop, Node* step) {
    if (facts_.interval(step).is_inside(1, kFarEnd)) return;
    Node* end = loop.preheader->last;
    Node* less = folder_.make(end, Op::AddInt, {step, folder_.constant_int(-1)});
    guard_true(loop, folder_.make(end, Op::BelowInt, {less, folder_.constant_int(kFarEnd)}));
    facts_.narrow(step, {1, kFarEnd});
  }

  void guard_true(Loop& loop, Node* condition) {
    Node* guard = folder_.make(loop.preheader->last, Op::GuardTrue, {condition});
    if (!snapshot_) snapshot_ = entry_snapshot_for(function_, loop.header, loop.preheader, origin_);
    guard->snapshot = snapshot_;
  }

  Function& function_;
  PassContext& context_;
  Dominators dominators_;
  Loops loops_;
  Folder folder_;
  RangeFacts facts_;
  std::vector<Counter> counters_;
  std::vector<u32> inductions_;       // by phi's id: index + 1 in counters_
  const Snapshot* origin_ = nullptr;  // of the check being moved
  Snapshot* snapshot_ = nullptr;      // of the loop's entry, for the guards it becomes
};

}  // namespace

void range(Function& function, PassContext& context) { RangeAnalysis(function, context).run(); }

}  // namespace gs::jit::opt
