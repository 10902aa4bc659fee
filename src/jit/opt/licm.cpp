// Loop-invariant code moves in front of the loop: pure nodes, guards (which then leave by the snapshot of the loop's
// entry), loads of places the loop does not write. Inner loops first, so that what leaves an inner loop may leave the
// outer one too.
//
//   b1: b0 b2  loop @s1                         b0:
//     v3:i = Phi v1 v9                            GuardShape v0 4096 /8 @s9     (s9 is s1 with v1 for v3)
//     GuardShape v0 4096 /8 @s2          ->       v4:p = Load v0 24 .ptr .ArrayPart
//     v4:p = Load v0 24 .ptr .ArrayPart         b1: b0 b2  loop @s1
//
// Legality. A guard may run where it would not have: at worst the region is left at the loop's entry, where nothing
// of the loop has happened. Only guards of every iteration are moved, else they would leave for nothing. A load has
// no such way out: it may be moved only if the guards and branches in the loop that make its address good have been
// moved. A place that the loop changes only by stores to exactly that place is loaded in front of the loop as well,
// so that `memory` can keep it in a phi.
#include "jit/ir/edit.hpp"
#include "jit/ir/loops.hpp"
#include "jit/opt/locations.hpp"
#include "jit/opt/move.hpp"
#include "jit/opt/pass.hpp"

namespace gs::jit::opt {

using namespace ir;

namespace {

constexpr u32 kSearchDepth = 3;  // of a condition's dependence on an address

class Licm {
 public:
  Licm(Function& function, PassContext& context)
      : function_(function),
        context_(context),
        dominators_(function),
        loops_(function, dominators_),
        objects_(function) {}

  void run() {
    const auto& all = loops_.all();
    for (usize i = all.size(); i-- > 0;) {
      if (all[i]->preheader) run_loop(*all[i]);
    }
  }

 private:
  void run_loop(Loop& loop) {
    entry_of_ = nullptr;
    stuck_.clear();
    stores_.clear();
    call_writes_ = 0;
    for (Block* block : loop.blocks) {
      for (Node* n = block->first; n; n = n->next) {
        if (n->writes() == 0) continue;
        if (is_store(n)) stores_.push_back(n);
        else call_writes_ |= n->writes();
      }
    }
    for (Block* block : loop.blocks) {
      bool is_always = true;
      for (const Block* latch : loop.latches) is_always &= dominators_.dominates(block, latch);
      const bool is_inner = loops_.of(block) != &loop;
      for (Node* n : nodes(block)) {
        if (!is_inner) {
          visit(loop, n, is_always);
        } else if (is_always && (n->is(kExits) || n->op == Op::Branch)) {
          stuck_.push_back(n);
        }
      }
    }
  }

  void visit(Loop& loop, Node* n, bool is_always) {
    if (is_phi(n)) return;
    if (n->is(kTerminator)) {
      if (n->op == Op::Branch && is_always) stuck_.push_back(n);
      return;
    }
    if (!is_invariant(loop, n)) {
      if (n->is(kExits) && is_always) stuck_.push_back(n);
      return;
    }
    if (n->is(kPure)) {
      const bool is_cheap = may_speculate(n) && !n->block->is_cold;
      if (is_cheap || (is_always && (may_speculate(n) || stuck_.empty()))) move(loop, n);
    } else if (n->is(kExits) && !n->is(kFrames)) {
      if (is_always && may_move_guard(loop, n)) {
        n->snapshot = entry_snapshot(loop, n->snapshot);
        move(loop, n);
      } else if (is_always) {
        stuck_.push_back(n);
      }
    } else if (is_always && accesses_place(n) && !is_store(n) && is_safe_load(n)) {
      visit_load(loop, n);
    }
  }

  bool is_invariant(const Loop& loop, const Node* n) const {
    for (const Node* input : n->inputs) {
      if (loops_.is_inside(input->block, &loop)) return false;
    }
    return true;
  }

  void move(Loop& loop, Node* n) {
    n->block->remove(n);
    loop.preheader->insert_before(loop.preheader->last, n);
  }

  // The guards of one instruction share it.
  Snapshot* entry_snapshot(const Loop& loop, const Snapshot* origin) {
    if (entry_of_ != origin) entry_ = entry_snapshot_for(function_, loop.header, loop.preheader, origin);
    entry_of_ = origin;
    return entry_;
  }

  bool may_move_guard(const Loop& loop, const Node* n) const {
    if (!context_.may_speculate || !loop.header->entry_snapshot || n->snapshot->is_pinned) return false;
    return n->op == Op::GuardShape ? change_of(place_of(n)) == Change::kNone : n->reads() == 0;
  }

  enum class Change { kNone, kOnlyThere, kPerhaps };

  // What the loop does to a place.
  Change change_of(const Place& place) const {
    const AliasSet bit = alias_bit(place.space);
    if (place.space == Alias::Constant) return Change::kNone;
    if (call_writes_ & bit && !objects_.has(place.base)) return Change::kPerhaps;
    Change result = Change::kNone;
    for (const Node* store : stores_) {
      if (!(store->writes() & bit)) continue;
      const Place other = place_of(store);
      if (other == place) {
        result = Change::kOnlyThere;
      } else if (may_overlap(place, other, objects_)) {
        return Change::kPerhaps;
      }
    }
    return result;
  }

  void visit_load(Loop& loop, Node* n) {
    const Change change = change_of(place_of(n));
    if (change == Change::kNone) {
      move(loop, n);
    } else if (change == Change::kOnlyThere) {
      Node* first = function_.make_span(n->op, n->type, n->inputs, n->imm, n->aux);
      first->memory = n->memory;
      first->alias = n->alias;
      loop.preheader->insert_before(loop.preheader->last, first);
    }
  }

  // Whether no guard or branch that stays in the loop is what makes the load's address good.
  bool is_safe_load(const Node* load) const {
    const Place place = place_of(load);
    if (!place.base) return true;
    for (const Node* check : stuck_) {
      if (concerns(check, place)) return false;
    }
    return true;
  }

  static bool concerns(const Node* check, const Place& place) {
    switch (check->op) {
      case Op::GuardShape:
      case Op::GuardPtr:
      case Op::GuardEqual:
      case Op::GuardTag: return is_related(check->input(0), place.base);
      case Op::BoundsCheck: return place.index && depends_on(check->input(0), root_of_index(place.index), kSearchDepth);
      case Op::GuardTrue:
      case Op::GuardFalse:
      case Op::Branch: return condition_concerns(check->input(0), place);
      default: return false;
    }
  }

  static bool condition_concerns(const Node* condition, const Place& place) {
    switch (condition->op) {
      case Op::NotBool: return condition_concerns(condition->input(0), place);
      case Op::ConstBool: return false;
      case Op::LtInt:
      case Op::LeInt:
      case Op::BelowInt:
      case Op::LtFloat:
      case Op::LeFloat:
      case Op::EqFloat: return place.index && depends_on(condition, root_of_index(place.index), kSearchDepth);
      default:
        return depends_on(condition, place.base, kSearchDepth) ||
               depends_on(condition, root_of(place.base), kSearchDepth);
    }
  }

  // The value whose test makes an address good.
  static const Node* root_of(const Node* base) {
    while ((base->op == Op::GuardTag || base->op == Op::UnboxPtr || base->op == Op::BoxPtr || base->op == Op::Load) &&
           !base->input(0)->is_constant()) {
      base = base->input(0);
    }
    return base;
  }
  static const Node* root_of_index(const Node* index) {
    while (index->op == Op::AddInt && index->input(1)->is_constant()) index = index->input(0);
    return index;
  }
  static bool is_related(const Node* checked, const Node* base) {
    return checked == base || root_of(checked) == root_of(base);
  }

  static bool depends_on(const Node* n, const Node* on, u32 depth) {
    if (n == on) return true;
    if (depth == 0 || is_phi(n)) return false;
    for (const Node* input : n->inputs) {
      if (depends_on(input, on, depth - 1)) return true;
    }
    return false;
  }

  Function& function_;
  PassContext& context_;
  Dominators dominators_;
  Loops loops_;
  PrivateObjects objects_;
  const Snapshot* entry_of_ = nullptr;  // the snapshot that the last guard moved had
  Snapshot* entry_ = nullptr;           // and what it has now
  std::vector<Node*> stuck_;   // guards and branches of every iteration that stay in the loop, up to the node looked at
  std::vector<Node*> stores_;  // of the loop
  AliasSet call_writes_ = 0;   // what other nodes of the loop write
};

// A loop entered from a branch gets a block of its own in front.
void add_preheaders(Function& function) {
  const Dominators dominators(function);
  std::vector<std::pair<Block*, Block*>> edges;
  for (Block* header : function.blocks) {
    Block* outside = nullptr;
    u32 outside_count = 0;
    bool is_loop = false;
    for (Block* from : header->predecessors) {
      if (dominators.dominates(header, from)) {
        is_loop = true;
      } else {
        outside = from;
        outside_count++;
      }
    }
    if (is_loop && outside_count == 1 && outside->last->op != Op::Jump) edges.emplace_back(outside, header);
  }
  for (const auto& [from, header] : edges) split_edge(function, from, header);
}

}  // namespace

void licm(Function& function, PassContext& context) {
  add_preheaders(function);
  Licm(function, context).run();
}

}  // namespace gs::jit::opt
