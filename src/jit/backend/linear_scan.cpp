// The scan: intervals in order of their beginnings; each gets a register that is free for all of it, or for its beginning, or the one whose
// holder is used again last; what loses its register goes to memory until its next use.
#include <algorithm>
#include <limits>
#include <queue>

#include "base/assert.hpp"
#include "jit/backend/allocation.hpp"

namespace gs::jit::backend {

namespace {

constexpr u32 kNever = std::numeric_limits<u32>::max();

bool starts_later(const Interval* a, const Interval* b) {
  if (a->start() != b->start()) return a->start() > b->start();
  return a->vreg > b->vreg;
}

class LinearScan {
 public:
  LinearScan(LFunction& f, Intervals& intervals, const RegisterSet& registers)
      : f_(f), intervals_(intervals), registers_(registers), slots_(f.vregs.size(), kNever) {
    if (f.has_frame_base_slot) slot_ends_.push_back(kNever);
  }

  void run() {
    waiting_.reserve(intervals_.all.size() * 2);
    waiting_ = intervals_.all;
    std::make_heap(waiting_.begin(), waiting_.end(), starts_later);
    while (!waiting_.empty() && !f_.failure) {
      std::pop_heap(waiting_.begin(), waiting_.end(), starts_later);
      Interval* interval = waiting_.back();
      waiting_.pop_back();
      place(interval);
    }
    f_.spill_slots = u32(slot_ends_.size());
  }

 private:
  void place(Interval* interval) {
    position_ = interval->start();
    expire();
    if (interval->starts_in_memory) {
      interval->starts_in_memory = false;
      spill(interval);
      reload(interval, interval->start());
      return;
    }
    if (!take_free(interval)) take_occupied(interval);
    if (interval->place.is_register()) {
      note_register(interval->place.reg());
      active(interval).push_back(interval);
    }
  }

  void note_register(Reg reg) {
    if (reg == registers_.frame_pointer) f_.uses_frame_pointer = true;
  }

  std::vector<Interval*>& active(const Interval* i) { return active_[u8(i->cls)]; }
  std::vector<Interval*>& inactive(const Interval* i) { return inactive_[u8(i->cls)]; }

  void expire() {
    for (u32 cls = 0; cls < 2; cls++) {
      move_expired(active_[cls], inactive_[cls], true);
      move_expired(inactive_[cls], active_[cls], false);
    }
  }

  // Intervals of `from` that ended are dropped, those that are in a hole (or no longer) change sides.
  void move_expired(std::vector<Interval*>& from, std::vector<Interval*>& to, bool are_active) {
    usize kept = 0;
    for (Interval* i : from) {
      while (i->current && i->current->to <= position_) i->current = i->current->next;
      if (!i->current) continue;
      bool covers = i->current->from <= position_;
      if (covers == are_active) {
        from[kept++] = i;
      } else {
        to.push_back(i);
      }
    }
    from.resize(kept);
  }

  // ---- a free register

  static u32 first_intersection(const LiveRange* a, const LiveRange* b) {
    while (a && b) {
      if (a->to <= b->from) {
        a = a->next;
      } else if (b->to <= a->from) {
        b = b->next;
      } else {
        return std::max(a->from, b->from);
      }
    }
    return kNever;
  }

  static u32 first_call(const std::vector<u32>& calls, const LiveRange* ranges) {
    auto call = calls.begin();
    for (const LiveRange* r = ranges; r; r = r->next) {
      call = std::lower_bound(call, calls.end(), r->from);
      if (call == calls.end()) return kNever;
      if (*call < r->to) return *call;
    }
    return kNever;
  }

  static u32 first_fixed(const std::vector<LiveRange>& fixed, const LiveRange* ranges) {
    if (fixed.empty()) return kNever;
    const LiveRange* r = ranges;
    auto it = std::lower_bound(fixed.begin(), fixed.end(), r->from, [](const LiveRange& f, u32 from) { return f.to <= from; });
    for (; it != fixed.end() && r;) {
      if (it->to <= r->from) {
        ++it;
      } else if (r->to <= it->from) {
        r = r->next;
      } else {
        return std::max(it->from, r->from);
      }
    }
    return kNever;
  }

  // From where on each register is taken by the machine itself.
  void find_blocked(const Interval* interval, u32 (&limit)[kRegisterCount]) {
    u32 c_call = first_call(intervals_.c_calls, interval->ranges);
    u32 machine_call = first_call(intervals_.machine_calls, interval->ranges);
    for (Reg reg : registers_.order[u8(interval->cls)]) {
      bool is_vector = class_of(reg) == RegClass::kVector;
      u32 at = kNever;
      if (is_vector || !(registers_.saved_by_c >> reg & 1)) at = std::min(at, c_call);
      if (is_vector || !(registers_.saved_by_machine_code >> reg & 1)) at = std::min(at, machine_call);
      limit[reg] = std::min(at, first_fixed(intervals_.fixed[reg], interval->ranges));
    }
  }

  // Registers that would save a move, best first: of the sibling before; of a phi that the value flows into (or, for a phi, of its operand
  // from outside); of an operand that is overwritten; of a call's convention.
  u32 wishes(const Interval* interval, Reg (&found)[4]) const {
    const VRegInfo& info = f_.vregs[interval->vreg];
    u32 count = 0;
    for (const Interval* i = intervals_.of[interval->vreg]; i && i != interval; i = i->next) {
      if (i->next == interval && i->place.is_register()) found[count++] = i->place.reg();
    }
    for (VReg hint : {info.phi_hint, info.hint}) {
      if (hint == kNoVReg) continue;
      for (const Interval* i = intervals_.of[hint]; i; i = i->next) {
        if (!i->place.is_register()) continue;
        found[count++] = i->place.reg();
        break;
      }
    }
    if (info.fixed_hint != kNoReg) found[count++] = info.fixed_hint;
    return count;
  }

  bool take_free(Interval* interval) {
    u32 blocked[kRegisterCount], free_until[kRegisterCount];
    find_blocked(interval, blocked);
    std::copy(std::begin(blocked), std::end(blocked), free_until);
    for (Interval* i : active(interval)) free_until[i->place.reg()] = 0;
    for (Interval* i : inactive(interval)) {
      u32& limit = free_until[i->place.reg()];
      if (limit > position_) limit = std::min(limit, first_intersection(i->current, interval->ranges));
    }
    Reg best = kNoReg;
    std::span<const Reg> order = registers_.order[u8(interval->cls)];
    Reg wanted[4];
    u32 wanted_count = wishes(interval, wanted);
    for (u32 w = 0; w < wanted_count; w++) {
      if (std::find(order.begin(), order.end(), wanted[w]) == order.end() || free_until[wanted[w]] < interval->end) continue;
      interval->place = Place::of_register(wanted[w]);
      return true;
    }
    for (Reg reg : order) {
      if (best == kNoReg || (free_until[best] < interval->end && free_until[reg] > free_until[best])) best = reg;
    }
    u32 limit = free_until[best];
    if (limit < interval->end) {
      u32 upper = limit & ~1u;
      if (limit == 0 || upper <= interval->start()) return false;
      // Not worth a register if it is lost before the next use.
      if (next_use(interval, position_) >= upper) return false;
      for (u32 w = wanted_count; w-- > 0;) {
        if (std::find(order.begin(), order.end(), wanted[w]) != order.end() && free_until[wanted[w]] == limit) best = wanted[w];
      }
      u32 lower = std::max(interval->start() + 1, last_use_before(interval, upper) + 1);
      bool survives_nowhere = std::all_of(order.begin(), order.end(), [&](Reg reg) { return blocked[reg] <= limit; });
      if (survives_nowhere) {
        Interval* rest = split(interval, leaving_position(lower, upper));
        spill(rest);
        reload(rest, upper);
      } else {
        push(split(interval, std::min((leaving_position(lower, upper) + 1) & ~1u, upper)));
      }
    }
    interval->place = Place::of_register(best);
    return true;
  }

  // ---- an occupied one

  static u32 next_use(const Interval* interval, u32 position) {
    for (UsePosition* u = interval->uses; u; u = u->next) {
      if (u->position >= position) return u->position;
    }
    return kNever;
  }
  static u32 next_must(const Interval* interval, u32 position) {
    for (UsePosition* u = interval->uses; u; u = u->next) {
      if (u->must && u->position >= position) return u->position;
    }
    return kNever;
  }
  static u32 last_use_before(const Interval* interval, u32 position) {
    u32 last = 0;
    for (UsePosition* u = interval->uses; u && u->position < position; u = u->next) last = u->position;
    return last;
  }

  // How long the interval can do without a register: to its next use; but a constant that the loop at hand does not use costs nothing to
  // lose, while a value that the loop defines would have to be stored in each turn.
  u32 wait(const Interval* interval) const {
    u32 use = next_use(interval, position_);
    const LBlock* block = block_before(position_);
    u32 loop_end = block->is_cold || !block->loop ? 0 : block->loop->loop_to;
    if (f_.vregs[interval->vreg].is_constant) return use >= loop_end && use > (position_ | 1) ? kNever : use;
    bool must_be_stored = slots_[interval->vreg] == kNever && intervals_.depth_of_def[interval->vreg] >= block->loop_depth;
    return loop_end && must_be_stored ? std::min(use, loop_end) : use;
  }

  void take_occupied(Interval* interval) {
    u32 blocked[kRegisterCount], used[kRegisterCount];
    find_blocked(interval, blocked);
    for (Reg reg : registers_.order[u8(interval->cls)]) used[reg] = blocked[reg];
    auto note = [&](Interval* i) {
      Reg reg = i->place.reg();
      used[reg] = std::min(used[reg], wait(i));
    };
    for (Interval* i : active(interval)) note(i);
    for (Interval* i : inactive(interval)) {
      if (first_intersection(i->current, interval->ranges) != kNever) note(i);
    }
    Reg best = kNoReg;
    for (Reg reg : registers_.order[u8(interval->cls)]) {
      if ((blocked[reg] & ~1u) <= position_ && blocked[reg] < interval->end) continue;
      if (best == kNoReg || used[reg] > used[best]) best = reg;
    }
    u32 must = next_must(interval, position_);
    bool needs_now = must <= position_ + (position_ & 1 ? 0 : 1);
    if (!needs_now && (best == kNoReg || wait(interval) >= used[best])) {
      spill(interval);
      reload(interval, position_);
      return;
    }
    if (best == kNoReg || used[best] <= (position_ | 1)) {
      f_.failure = "out of registers";
      return;
    }
    interval->place = Place::of_register(best);
    if (blocked[best] < interval->end) {
      u32 upper = blocked[best] & ~1u;
      u32 lower = std::max(interval->start(), last_use_before(interval, upper)) + 1;
      push(split(interval, std::min((leaving_position(lower, upper) + 1) & ~1u, upper)));
    }
    evict_from(best, interval);
  }

  void evict_from(Reg reg, Interval* interval) {
    auto& actives = active(interval);
    for (usize k = 0; k < actives.size(); k++) {
      Interval* other = actives[k];
      if (other->place != Place::of_register(reg)) continue;
      actives.erase(actives.begin() + i64(k));
      evict(other);
      break;
    }
    auto& inactives = inactive(interval);
    for (usize k = inactives.size(); k-- > 0;) {
      Interval* other = inactives[k];
      if (other->place != Place::of_register(reg)) continue;
      if (first_intersection(other->current, interval->ranges) == kNever) continue;
      // It is in a hole: what comes after it looks for a register anew.
      inactives.erase(inactives.begin() + i64(k));
      push(split(other, position_));
    }
  }

  // `interval` loses its register from here on, or from after its last use if that is outside of a loop.
  void evict(Interval* interval) {
    if (interval->start() >= position_) {
      spill(interval);
      reload(interval, position_);
      return;
    }
    u32 lower = std::max(interval->start() + 1, last_use_before(interval, position_) + 1);
    Interval* rest = split(interval, leaving_position(lower, position_));
    spill(rest);
    reload(rest, position_);
  }

  // ---- splitting

  // The boundary of blocks with the least loop depth, the last of these; else `upper`.
  u32 best_position(u32 lower, u32 upper) const {
    lower = std::min(lower, upper);
    const LBlock* first = block_before(lower);
    const LBlock* last = block_before(upper);
    if (first == last) return upper;
    u32 best = upper;
    u32 depth = last->from == upper ? std::min(last->loop_depth, intervals_.block_at[upper / 2 - 1]->loop_depth) : last->loop_depth;
    for (u32 b = last->index; b > first->index; b--) {
      const LBlock* block = f_.blocks[b];
      if (block->from < lower || block->from > upper) continue;
      // Going in or out of a loop happens on the edge.
      u32 boundary = std::min(block->loop_depth, f_.blocks[b - 1]->loop_depth);
      if (boundary < depth) {
        depth = boundary;
        best = block->from;
      }
    }
    return best;
  }

  // Where a value leaves its register: outside of loops if possible, and as soon as it is not used any more. If it goes to memory that may be
  // between an instruction's uses and its results: it has been stored before.
  u32 leaving_position(u32 lower, u32 upper) const {
    u32 at = best_position(lower, upper);
    return at == upper ? std::min(lower, upper) : at;
  }

  const LBlock* block_before(u32 position) const {
    usize index = std::min<usize>(position / 2, intervals_.block_at.size() - 1);
    return intervals_.block_at[index];
  }

  Interval* split(Interval* interval, u32 at) {
    GS_ASSERT(at > interval->start() && at < interval->end, "an interval is split within");
    auto* rest = f_.arena.make<Interval>();
    rest->vreg = interval->vreg;
    rest->cls = interval->cls;
    rest->next = interval->next;
    rest->end = interval->end;
    interval->next = rest;
    LiveRange* r = interval->ranges;
    LiveRange* previous = nullptr;
    while (r->to <= at) {
      previous = r;
      r = r->next;
    }
    if (r->from < at) {
      rest->ranges = f_.arena.make<LiveRange>(at, r->to, r->next);
      r->to = at;
      r->next = nullptr;
      interval->end = at;
    } else {
      rest->ranges = r;
      previous->next = nullptr;
      interval->end = previous->to;
    }
    rest->current = rest->ranges;
    UsePosition** link = &interval->uses;
    while (*link && (*link)->position < at) link = &(*link)->next;
    rest->uses = *link;
    *link = nullptr;
    return rest;
  }

  void push(Interval* interval) {
    waiting_.push_back(interval);
    std::push_heap(waiting_.begin(), waiting_.end(), starts_later);
  }

  // ---- memory

  void spill(Interval* interval) {
    VReg v = interval->vreg;
    if (f_.vregs[v].is_constant) {
      interval->place = Place::of_constant(v);
      return;
    }
    if (slots_[v] == kNever) slots_[v] = new_slot(v);
    interval->place = Place::of_slot(slots_[v]);
  }

  // A slot whose values are dead before this one begins.
  u32 new_slot(VReg v) {
    u32 start = intervals_.of[v]->start();
    u32 end = 0;
    for (Interval* i = intervals_.of[v]; i; i = i->next) end = std::max(end, i->end);
    for (u32 s = 0; s < slot_ends_.size(); s++) {
      if (slot_ends_[s] > start) continue;
      slot_ends_[s] = end;
      return s;
    }
    slot_ends_.push_back(end);
    return u32(slot_ends_.size() - 1);
  }

  // `interval` is in memory: before its next use (in a loop inside: that would like a register) it looks for a register again.
  void reload(Interval* interval, u32 from) {
    u32 depth = block_before(from)->loop_depth;
    for (UsePosition* u = interval->uses; u; u = u->next) {
      if (u->position < from) continue;
      bool counts = u->must || block_before(u->position)->loop_depth > depth;
      if (!counts) continue;
      u32 upper = u->position & ~1u;
      if (upper <= interval->start()) {
        f_.failure = "a register is needed where there is none";
        return;
      }
      u32 at = best_position(std::max(from, interval->start()) + 1, upper);
      if (at >= interval->end) return;
      push(split(interval, at));
      return;
    }
  }

  LFunction& f_;
  Intervals& intervals_;
  const RegisterSet& registers_;
  std::vector<Interval*> waiting_;  // a heap
  std::vector<Interval*> active_[2], inactive_[2];
  std::vector<u32> slots_;          // by virtual register
  std::vector<u32> slot_ends_;
  u32 position_ = 0;
};

}  // namespace

void scan(LFunction& f, Intervals& intervals, const RegisterSet& registers) { LinearScan(f, intervals, registers).run(); }

}  // namespace gs::jit::backend
