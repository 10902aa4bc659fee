// After the scan: places of operands, and the moves that carry values between siblings.
//
// Within a block a value moves where its next sibling begins; over edges wherever its places differ. A value that is in memory anywhere is
// stored either where it is defined, once, or where it goes to memory, if that is outside of the loop that defines it.
#include <algorithm>

#include "base/assert.hpp"
#include "jit/backend/allocation.hpp"

namespace gs::jit::backend {

Place place_at(const LFunction& f, const Intervals& intervals, VReg v, u32 position) {
  const Interval* found = intervals.of[v];
  for (const Interval* i = found; i && i->start() <= position; i = i->next) found = i;
  if (f.vregs[v].is_constant && (!found || position < found->start() || position >= found->end)) return Place::of_constant(v);
  GS_ASSERT(found, "a used value has an interval");
  return found->place;
}

namespace {

class Assigner {
 public:
  Assigner(LFunction& f, Intervals& intervals)
      : f_(f), intervals_(intervals), stored_at_def_(f.vregs.size(), false) {}

  void run() {
    for (LBlock* block : f_.blocks) {
      for (Instr* i : block->code) assign(i);
    }
    for (Interval* first : intervals_.of) {
      if (first) connect(first);
    }
    for (LBlock* block : f_.blocks) connect_edges(block);
    store_at_definitions();
    drop_stores();
    std::sort(f_.gaps.begin(), f_.gaps.end(), [](const Gap& a, const Gap& b) { return a.position < b.position; });
  }

 private:
  void assign(Instr* i) {
    for (Operand& o : i->defs()) {
      o.place = place_at(f_, intervals_, o.vreg, i->position + (o.need == Need::kFixed ? 2 : 1));
      // A fixed result moves with what else moves behind the instruction: its place may be one that another value leaves there.
      Place made = place_made(o);
      if (made != o.place) f_.gaps.push_back({i->position + 2, {made, o.place, class_of(o.vreg)}});
    }
    for (Operand& o : i->uses()) {
      if (o.need != Need::kPinned) o.place = place_at(f_, intervals_, o.vreg, i->position);
    }
    for (Operand& o : i->temps()) o.place = place_at(f_, intervals_, o.vreg, i->position);
  }

  static Place place_made(const Operand& o) { return o.need == Need::kFixed ? Place::of_register(o.reg) : o.place; }
  RegClass class_of(VReg v) const { return f_.vregs[v].cls; }
  const LBlock* block_at(u32 position) const { return intervals_.block_at[std::min<usize>(position / 2, intervals_.block_at.size() - 1)]; }

  // A move to memory, unless it turns out to be there from its definition on.
  struct Store {
    VReg vreg;
    u32 position;          // of a gap
    std::vector<Move>* edge = nullptr;
    Move move;
  };

  void connect(Interval* first) {
    VReg v = first->vreg;
    if (f_.vregs[v].is_constant) {
      for (Interval* i = first; i; i = i->next) {
        if (i->place.is_register()) load_constant(i, first);
      }
      return;
    }
    for (Interval* i = first; i->next; i = i->next) {
      Interval* next = i->next;
      u32 at = next->start();
      if (i->end != at || i->place == next->place) continue;
      bool is_boundary = block_at(at)->from == at;
      if (next->place.is_slot()) {
        if (at & 1 || block_at(at)->loop_depth >= intervals_.depth_of_def[v]) stored_at_def_[v] = true;
        if (!is_boundary && !(at & 1)) stores_.push_back({v, at, nullptr, {i->place, next->place, class_of(v)}});
      } else if (!is_boundary) {
        f_.gaps.push_back({at, {i->place, next->place, class_of(v)}});
      }
    }
  }

  // Where a constant gets a register inside a block, it is loaded. Registers held at a block's beginning are loaded on its edges.
  void load_constant(Interval* i, Interval* first) {
    u32 at = i->start();
    if (block_at(at)->from == at) return;
    Place from = Place::of_constant(i->vreg);
    for (Interval* before = first; before != i; before = before->next) {
      if (before->next == i && before->end == at && before->place.is_register()) from = before->place;
    }
    if (from != i->place) f_.gaps.push_back({at, {from, i->place, class_of(i->vreg)}});
  }

  void connect_edges(LBlock* from) {
    for (u32 s = 0; s < from->successor_count(); s++) {
      LBlock* to = from->successors[s];
      std::vector<Move>& moves = from->successor_count() == 1 ? from->exit_moves : to->entry_moves;
      intervals_.live_in[to->index].each([&](VReg v) {
        // Most values have one place.
        if (!intervals_.of[v]->next && !f_.vregs[v].is_constant) return;
        carry(v, place_at(f_, intervals_, v, from->to - 1), place_at(f_, intervals_, v, to->from), from, to, moves);
      });
    }
    for (const PhiMove& move : from->phi_moves) {
      LBlock* to = from->successors[0];
      Place source = place_at(f_, intervals_, move.value, from->to - 1);
      Place target = place_at(f_, intervals_, move.phi, to->from);
      if (source != target) from->exit_moves.push_back({source, target, class_of(move.phi)});
    }
  }

  void carry(VReg v, Place source, Place target, LBlock* from, LBlock* to, std::vector<Move>& moves) {
    if (source == target || target.is_constant()) return;
    Move move{source, target, class_of(v)};
    if (!target.is_slot()) {
      moves.push_back(move);
      return;
    }
    if (std::min(from->loop_depth, to->loop_depth) >= intervals_.depth_of_def[v]) stored_at_def_[v] = true;
    stores_.push_back({v, 0, &moves, move});
  }

  void store_at_definitions() {
    for (LBlock* block : f_.blocks) {
      for (VReg phi : block->phis) {
        if (const Interval* first = intervals_.of[phi]) store_at_definition(phi, first->place, block->from + 2);
      }
      for (Instr* i : block->code) {
        for (Operand& o : i->defs()) store_at_definition(o.vreg, place_made(o), i->position + 2);
      }
    }
  }

  void store_at_definition(VReg v, Place made, u32 position) {
    if (!stored_at_def_[v]) return;
    Interval* first = intervals_.of[v];
    if (!first->place.is_register()) return;
    for (Interval* i = first; i; i = i->next) {
      if (!i->place.is_slot()) continue;
      f_.gaps.push_back({position, {made, i->place, class_of(v)}});
      return;
    }
  }

  void drop_stores() {
    for (const Store& store : stores_) {
      if (stored_at_def_[store.vreg] || intervals_.of[store.vreg]->place.is_slot()) continue;
      if (store.edge) {
        store.edge->push_back(store.move);
      } else {
        f_.gaps.push_back({store.position, store.move});
      }
    }
  }

  LFunction& f_;
  Intervals& intervals_;
  std::vector<bool> stored_at_def_;
  std::vector<Store> stores_;
};

}  // namespace

void assign(LFunction& f, Intervals& intervals) { Assigner(f, intervals).run(); }

}  // namespace gs::jit::backend
