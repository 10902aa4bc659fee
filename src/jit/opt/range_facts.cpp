// Intervals and order facts.
#include "jit/opt/range.hpp"

namespace gs::jit::opt {

using namespace ir;

namespace {

constexpr i64 kLargestDistance = i64{1} << 40;  // farther facts prove nothing of use and could make sums wrap

}  // namespace

Offset split_offset(Node* n) {
  if (n->op == Op::AddInt && n->input(1)->op == Op::ConstInt) {
    const i64 offset = i64(n->input(1)->imm);
    if (offset > -kLargestDistance && offset < kLargestDistance) return {n->input(0), offset};
  }
  return {n, 0};
}

Interval RangeFacts::interval(const Node* n) const {
  if (n->op == Op::ConstInt) return Interval::of(i64(n->imm));
  return is_known_.get(n->id) ? interval_.get(n->id) : Interval::all();
}

void RangeFacts::define(Node* n, Interval interval) {
  interval_.set(n->id, interval);
  is_known_.set(n->id, true);
  if (n->id >= defined_.size()) defined_.resize(n->id + 64);
  defined_[n->id] = interval;
}

void RangeFacts::narrow(Node* n, Interval interval) {
  if (n->op == Op::ConstInt) return;
  const Interval before = this->interval(n);
  const Interval after = before.meet(interval);
  if (after == before || after.is_empty()) return;
  interval_.set(n->id, after);
  is_known_.set(n->id, true);
}

void RangeFacts::add_fact(Node* small, Node* large, i64 distance) {
  if (small->op == Op::ConstInt || large->op == Op::ConstInt || small == large) return;
  facts_.push_back({{large, distance}, above_.get(small->id)});
  above_.set(small->id, u32(facts_.size()));
  facts_.push_back({{small, distance}, below_.get(large->id)});
  below_.set(large->id, u32(facts_.size()));
}

void RangeFacts::learn_order(Node* small, Node* large, i64 distance) {
  if (distance <= -kLargestDistance || distance >= kLargestDistance) return;
  narrow(small, {INT64_MIN, saturating_add(interval(large).hi, -distance)});
  narrow(large, {saturating_add(interval(small).lo, distance), INT64_MAX});
  add_fact(small, large, distance);
  // The same of what they are made of, if the sums do not wrap.
  const Offset a = split_offset(small);
  const Offset b = split_offset(large);
  const bool open_a = a.offset != 0 && adds_without_wrap(interval(a.base), Interval::of(a.offset));
  const bool open_b = b.offset != 0 && adds_without_wrap(interval(b.base), Interval::of(b.offset));
  if (!open_a && !open_b) return;
  Node* base_a = open_a ? a.base : small;
  Node* base_b = open_b ? b.base : large;
  const i64 distance_of_bases = distance + (open_a ? a.offset : 0) - (open_b ? b.offset : 0);
  narrow(base_a, {INT64_MIN, saturating_add(interval(base_b).hi, -distance_of_bases)});
  narrow(base_b, {saturating_add(interval(base_a).lo, distance_of_bases), INT64_MAX});
  add_fact(base_a, base_b, distance_of_bases);
}

void RangeFacts::learn(Node* condition, bool holds) {
  if (condition->inputs.size() != 2) {
    if (condition->op == Op::NotBool) learn(condition->input(0), !holds);
    return;
  }
  Node* a = condition->input(0);
  Node* b = condition->input(1);
  switch (condition->op) {
    case Op::LtInt: return holds ? learn_order(a, b, 1) : learn_order(b, a, 0);
    case Op::LeInt: return holds ? learn_order(a, b, 0) : learn_order(b, a, 1);
    case Op::BelowInt:
      if (!holds || interval(b).lo < 0) return;
      narrow(a, {0, INT64_MAX});
      return learn_order(a, b, 1);
    case Op::EqInt: {
      const Interval x = interval(a);
      const Interval y = interval(b);
      if (holds) {
        narrow(a, y);
        narrow(b, x);
        add_fact(a, b, 0);
        add_fact(b, a, 0);
      } else if (y.is_constant()) {
        if (x.lo == y.lo && x.lo != INT64_MAX) narrow(a, {x.lo + 1, INT64_MAX});
        if (x.hi == y.lo && x.hi != INT64_MIN) narrow(a, {INT64_MIN, x.hi - 1});
      }
      return;
    }
    default: return;
  }
}

bool RangeFacts::is_ordered(Node* small, Node* large, i64 distance) const {
  if (saturating_add(interval(small).hi, distance) <= interval(large).lo) return true;
  const Offset to = split_offset(large);
  const bool open_to = to.offset != 0 && adds_without_wrap(interval(to.base), Interval::of(to.offset));
  const auto reaches = [&](const Node* end, i64 known) {
    return (end == large && known >= distance) || (open_to && end == to.base && known + to.offset >= distance);
  };
  if (reaches(small, 0)) return true;
  // One value between them.
  return any_above(small, [&](Order first) {
    if (reaches(first.other, first.distance)) return true;
    if (saturating_add(interval(first.other).hi, distance - first.distance) <= interval(large).lo) return true;
    return any_above(first.other,
                     [&](Order second) { return reaches(second.other, first.distance + second.distance); });
  });
}

void RangeFacts::reset(Mark mark) {
  interval_.reset(mark.interval);
  is_known_.reset(mark.known);
  above_.reset(mark.above);
  below_.reset(mark.below);
}

}  // namespace gs::jit::opt
