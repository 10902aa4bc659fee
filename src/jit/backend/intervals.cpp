// Liveness by data flow over bit sets, then intervals in one walk backwards.
#include "jit/backend/intervals.hpp"

#include <algorithm>

namespace gs::jit::backend {

namespace {

class IntervalBuilder {
 public:
  IntervalBuilder(LFunction& f, Intervals& out) : f_(f), out_(out) {}

  void run() {
    number();
    flow();
    out_.of.assign(f_.vregs.size(), nullptr);
    out_.depth_of_def.assign(f_.vregs.size(), 0);
    for (usize i = f_.blocks.size(); i-- > 0;) walk(f_.blocks[i]);
    reverse_lists();
    for (Interval* interval : out_.of) {
      for (; interval; interval = interval->next) out_.all.push_back(interval);
    }
    for (LBlock* block : f_.blocks) {
      if (block->is_header && !block->is_cold) mark_loop_end(block);
    }
  }

 private:
  void number() {
    u32 position = 0;
    for (LBlock* block : f_.blocks) {
      block->from = position;
      out_.block_at.push_back(block);
      position += 2;
      for (Instr* i : block->code) {
        i->position = position;
        out_.block_at.push_back(block);
        position += 2;
      }
      block->to = position;
    }
  }

  bool is_constant(VReg v) const { return f_.vregs[v].is_constant; }

  // The uses of an instruction, with those of its exit.
  template <class Visit>
  void each_use(Instr* i, Visit&& visit) {
    for (Operand& o : i->uses()) {
      if (o.need != Need::kPinned) visit(o.vreg);
    }
    i->each_exit([&](ExitPoint& exit) {
      for (VReg v : exit.leaves) visit(v);
    });
  }

  // live_in = used before defined, or live at the end and not defined.
  void flow() {
    usize count = f_.vregs.size();
    std::vector<BitSet> defined;
    for (LBlock* block : f_.blocks) {
      BitSet used(count), made(count);
      for (usize k = block->phi_moves.size(); k-- > 0;) {
        if (!is_constant(block->phi_moves[k].value)) used.set(block->phi_moves[k].value);
      }
      for (usize k = block->code.size(); k-- > 0;) {
        Instr* i = block->code[k];
        for (Operand& o : i->defs()) {
          made.set(o.vreg);
          used.clear(o.vreg);
        }
        each_use(i, [&](VReg v) {
          if (!is_constant(v)) used.set(v);
        });
      }
      for (VReg phi : block->phis) {
        made.set(phi);
        used.clear(phi);
      }
      out_.live_in.push_back(std::move(used));
      defined.push_back(std::move(made));
    }
    for (bool changed = true; changed;) {
      changed = false;
      for (usize b = f_.blocks.size(); b-- > 0;) changed |= pull(f_.blocks[b], defined[b]);
    }
  }

  bool pull(LBlock* block, BitSet& defined) {
    bool changed = false;
    std::vector<u64>& in = out_.live_in[block->index].words();
    for (u32 s = 0; s < block->successor_count(); s++) {
      std::vector<u64>& from = out_.live_in[block->successors[s]->index].words();
      for (usize w = 0; w < in.size(); w++) {
        u64 all = in[w] | (from[w] & ~defined.words()[w]);
        changed |= all != in[w];
        in[w] = all;
      }
    }
    return changed;
  }

  Interval* interval_of(VReg v) {
    Interval*& interval = out_.of[v];
    if (!interval) {
      interval = f_.arena.make<Interval>();
      interval->vreg = v;
      interval->cls = f_.vregs[v].cls;
    }
    return interval;
  }

  void add_range(Interval* interval, u32 from, u32 to) {
    LiveRange* first = interval->ranges;
    if (first && first->from <= to) {
      first->from = std::min(first->from, from);
      first->to = std::max(first->to, to);
    } else {
      interval->ranges = f_.arena.make<LiveRange>(from, to, first);
    }
  }

  void add_use(Interval* interval, u32 position, bool must) {
    UsePosition** link = &interval->uses;  // one instruction's uses come in any order
    while (*link && (*link)->position < position) link = &(*link)->next;
    *link = f_.arena.make<UsePosition>(position, must, *link);
  }

  // The sibling that holds a constant where `block` uses it. Siblings are met last to first.
  Interval* constant_interval(VReg v, LBlock* block) {
    LBlock* loop = block->is_cold ? nullptr : block->loop;
    while (loop && loop->outer) loop = loop->outer;
    u32 from = loop ? loop->from : block->from;
    Interval*& first = out_.of[v];
    if (first && first->ranges->from == from) return first;
    auto* sibling = f_.arena.make<Interval>();
    sibling->vreg = v;
    sibling->cls = f_.vregs[v].cls;
    sibling->next = first;
    sibling->starts_in_memory = !loop;
    first = sibling;
    if (loop) {
      u32 to = keep_in_loop(v, loop);
      sibling->ranges = f_.arena.make<LiveRange>(from, to, nullptr);
    }
    return sibling;
  }

  // The constant is live in all hot blocks of the loop, which are contiguous. Gives the end of the last one.
  u32 keep_in_loop(VReg v, LBlock* loop) {
    u32 to = loop->to;
    for (usize b = loop->index; b < f_.blocks.size(); b++) {
      LBlock* block = f_.blocks[b];
      if (block->is_cold || !block->is_inside(loop)) break;
      out_.live_in[block->index].set(v);
      to = block->to;
    }
    return to;
  }

  void use(VReg v, LBlock* block, u32 position, bool is_late, Need need, bool is_leaf = false) {
    Interval* interval = is_constant(v) ? constant_interval(v, block) : interval_of(v);
    add_range(interval, block->from, is_late ? position + 2 : position + 1);
    if (is_leaf) return;
    bool must = need == Need::kRegister;
    add_use(interval, is_late ? position + 1 : position, must);
  }

  void define(VReg v, LBlock* block, u32 position, bool must) {
    Interval* interval = interval_of(v);
    if (interval->ranges && interval->ranges->from <= block->from) {
      interval->ranges->from = position;
    } else {
      interval->ranges = f_.arena.make<LiveRange>(position, position + 1, interval->ranges);
    }
    if (must) add_use(interval, position, true);
    out_.depth_of_def[v] = u8(std::min<u32>(block->loop_depth, 255));
  }

  void walk(LBlock* block) {
    for (u32 s = 0; s < block->successor_count(); s++) {
      out_.live_in[block->successors[s]->index].each([&](VReg v) {
        if (!is_constant(v)) add_range(interval_of(v), block->from, block->to);
      });
    }
    for (PhiMove& move : block->phi_moves) {
      if (!is_constant(move.value)) add_range(interval_of(move.value), block->from, block->to);
    }
    for (usize k = block->code.size(); k-- > 0;) walk(block, block->code[k]);
    for (VReg phi : block->phis) define(phi, block, block->from, false);
  }

  void walk(LBlock* block, Instr* i) {
    u32 p = i->position;
    if (i->clobber == Clobber::kCCall) out_.c_calls.push_back(p + 1);
    if (i->clobber == Clobber::kMachineCall) out_.machine_calls.push_back(p + 1);
    for (u32 mask = i->clobbered; mask; mask &= mask - 1) {
      out_.fixed[__builtin_ctz(mask)].push_back({p, p + 2, nullptr});
    }
    for (Operand& o : i->defs()) {
      if (o.need == Need::kFixed) {
        define(o.vreg, block, p + 2, false);
      } else {
        define(o.vreg, block, p + 1, true);
      }
    }
    for (Operand& o : i->temps()) {
      Interval* interval = interval_of(o.vreg);
      // In use while results are written too: else a result could evict it.
      add_range(interval, p, p + 2);
      add_use(interval, p + 1, true);
      add_use(interval, p, true);
    }
    for (Operand& o : i->uses()) {
      if (o.need != Need::kPinned) use(o.vreg, block, p, o.is_late, o.need);
    }
    i->each_exit([&](ExitPoint& exit) {
      for (VReg v : exit.leaves) use(v, block, p, i->exits_late, Need::kAny, true);
    });
  }

  // Positions were collected backwards.
  void reverse_lists() {
    std::reverse(out_.c_calls.begin(), out_.c_calls.end());
    std::reverse(out_.machine_calls.begin(), out_.machine_calls.end());
    for (auto& list : out_.fixed) std::reverse(list.begin(), list.end());
    for (Interval* interval : out_.of) {
      for (; interval; interval = interval->next) {
        interval->current = interval->ranges;
        for (LiveRange* r = interval->ranges; r; r = r->next) interval->end = r->to;
      }
    }
  }

  // What is used in a loop is used again in its next turn: a value that lives around the loop counts as used at its end.
  void mark_loop_end(LBlock* header) {
    u32& end = header->loop_to;
    end = header->to;
    for (usize b = header->index; b < f_.blocks.size() && f_.blocks[b]->is_inside(header) && !f_.blocks[b]->is_cold; b++) {
      end = f_.blocks[b]->to;
    }
    out_.live_in[header->index].each([&](VReg v) {
      for (Interval* interval = out_.of[v]; interval; interval = interval->next) mark_use_around(interval, header->from, end);
    });
  }

  void mark_use_around(Interval* interval, u32 from, u32 end) {
    UsePosition** link = &interval->uses;
    bool is_used = false;
    while (*link && (*link)->position < end - 1) {
      is_used |= (*link)->position >= from;
      link = &(*link)->next;
    }
    if (is_used) *link = f_.arena.make<UsePosition>(end - 1, false, *link);
  }

  LFunction& f_;
  Intervals& out_;
};

}  // namespace

Intervals build_intervals(LFunction& f) {
  Intervals out;
  IntervalBuilder(f, out).run();
  return out;
}

}  // namespace gs::jit::backend
