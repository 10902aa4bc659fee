// What range analysis knows at one place of a function: an interval for each int, and order between pairs of values.
// Kept while walking the dominator tree by jit/opt/range.cpp.
#pragma once

#include "jit/ir/function.hpp"
#include "jit/opt/interval.hpp"
#include "jit/opt/scoped.hpp"

namespace gs::jit::opt {

class RangeFacts {
 public:
  // small + distance <= large, in exact arithmetic.
  struct Order {
    ir::Node* other;  // the other one of the pair
    i64 distance;
  };

  explicit RangeFacts(u32 node_count)
      : interval_(node_count), is_known_(node_count), defined_(node_count), above_(node_count), below_(node_count) {}

  // The interval of a value where we are.
  Interval interval(const ir::Node* n) const;
  // Where it is made.
  Interval interval_at_definition(const ir::Node* n) const {
    return n->id < defined_.size() ? defined_[n->id] : Interval::all();
  }
  void define(ir::Node* n, Interval interval);
  void narrow(ir::Node* n, Interval interval);

  void learn_order(ir::Node* small, ir::Node* large, i64 distance);
  // What a condition (a comparison) being true or false says.
  void learn(ir::Node* condition, bool holds);

  // Whether small + distance <= large is known.
  bool is_ordered(ir::Node* small, ir::Node* large, i64 distance) const;

  // visit(Order) for known larger (smaller) values, the latest fact first, until it returns true.
  template <class Visit>
  bool any_above(const ir::Node* n, Visit&& visit) const {
    u32 seen = 0;
    for (u32 at = above_.get(n->id); at != 0 && seen < kSearchLimit; at = facts_[at - 1].next, seen++) {
      if (visit(facts_[at - 1].order)) return true;
    }
    return false;
  }
  template <class Visit>
  bool any_below(const ir::Node* n, Visit&& visit) const {
    u32 seen = 0;
    for (u32 at = below_.get(n->id); at != 0 && seen < kSearchLimit; at = facts_[at - 1].next, seen++) {
      if (visit(facts_[at - 1].order)) return true;
    }
    return false;
  }

  struct Mark {
    usize interval, known, above, below;
  };
  Mark mark() const { return {interval_.mark(), is_known_.mark(), above_.mark(), below_.mark()}; }
  void reset(Mark mark);

 private:
  static constexpr u32 kSearchLimit = 16;  // facts looked at for one value

  struct Fact {
    Order order;
    u32 next;  // index + 1; 0: none
  };

  void add_fact(ir::Node* small, ir::Node* large, i64 distance);

  Scoped<Interval> interval_;  // by node id, if is_known_
  Scoped<bool> is_known_;
  std::vector<Interval> defined_;
  Scoped<u32> above_;  // by node id: the facts about larger values
  Scoped<u32> below_;
  std::vector<Fact> facts_;
};

// A value as another one plus a constant: base + offset.
struct Offset {
  ir::Node* base;
  i64 offset;
};
Offset split_offset(ir::Node* n);

}  // namespace gs::jit::opt
