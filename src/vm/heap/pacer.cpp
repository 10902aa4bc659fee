// When to collect, and how much of it at a time; what the figures say. The tuned numbers are in defs/tunables.def.
#include <algorithm>
#include <cstdio>
#include <iterator>

#include "vm/heap/heap_impl.hpp"
#include "vm/runtime/vm.hpp"

namespace gs::vm {

namespace {

constexpr f64 kMostOverhead = 0.25;     // share of the time eden collections may take before pauses matter less
constexpr f64 kSlack = 1.5;             // steps planned for a marking against those its size asks for
constexpr usize kLeastStep = 16 << 10;  // bytes allocated between two steps
constexpr usize kTrimAtOnce = 32;       // blocks given back to the system in one stop

}  // namespace

usize Heap::Impl::allocated_bytes() const {
  usize outside = heap.outside_ > outside_base ? heap.outside_ - outside_base : 0;
  return run_bytes + large_since + outside;
}

// Live as far as is known: what survived the last collection and the memory outside cells.
usize Heap::Impl::live_bytes() const { return small.live_bytes() + large.bytes() + heap.outside_; }

// Every kind in turn: two collections at once, then one in steps.
Heap::Impl::Stop Heap::Impl::next_stress_stop() {
  constexpr Stop kOrder[] = {Stop::kEden, Stop::kFull, Stop::kStart, Stop::kStep,
                             Stop::kStep, Stop::kStep, Stop::kFinish};
  Stop kind = kOrder[stress_stops++ % std::size(kOrder)];
  bool belongs_to_marking = kind == Stop::kStep || kind == Stop::kFinish;
  return belongs_to_marking && !is_marking ? Stop::kEden : kind;
}

bool Heap::Impl::wants_stop(Stop& kind) {
  if (GS_UNLIKELY(vm.options().gc_stress)) {
    kind = next_stress_stop();
    return true;
  }
  usize allocated = allocated_bytes();
  if (is_marking) {
    if (allocated < next_step) return false;
    kind = is_marked_through || allocated >= 2 * eden_budget ? Stop::kFinish : Stop::kStep;
    return true;
  }
  if (allocated < eden_budget) return false;
  if (live_bytes() < full_goal) {
    kind = Stop::kEden;
  } else {
    f64 goal = f64(vm.options().tunables.gc_pause_goal) * 1e-3;
    bool is_short = f64(live_bytes()) / mark_rate <= goal;
    kind = is_short || goal == 0 ? Stop::kFull : Stop::kStart;
  }
  return true;
}

void Heap::Impl::set_goals(bool full) {
  const Tunables& tunables = vm.options().tunables;
  usize live = live_bytes();
  usize minimum = usize(tunables.gc_min_heap);
  if (full) {
    full_goal = std::max(live + live / 100 * usize(tunables.gc_growth), minimum);
    if (mark_seconds > 1e-4) mark_rate = std::clamp(f64(live) / mark_seconds, 1e8, 1e10);
  }
  usize most = std::max(minimum, std::min(usize(tunables.gc_max_eden), eden_cap));
  eden_budget = std::clamp(live / 100 * usize(tunables.gc_eden), minimum, most);
  run_bytes = large_since = 0;
  outside_base = heap.outside_;
  // The marking that may follow should be done when as much is allocated as between two eden collections.
  f64 goal = std::max<f64>(f64(tunables.gc_pause_goal), 0.1) * 1e-3;
  f64 steps = f64(live) / mark_rate / goal * kSlack + 1;
  step_bytes = std::max(usize(f64(eden_budget) / steps), kLeastStep);
  next_step = step_bytes;
  usize keep = eden_budget / Block::kSize;
  usize cached = small.blocks().cached();
  trim_blocks(cached > keep + kTrimAtOnce ? cached - kTrimAtOnce : keep);
}

// Shrinks the eden if its survivors made the pause too long; grows it again if there is time, or if collecting takes too
// much of it because of what does not depend on the eden: roots and the remembered set.
void Heap::Impl::adapt_eden(f64 start, f64 pause) {
  f64 goal = f64(vm.options().tunables.gc_pause_goal) * 1e-3;
  if (goal == 0) return;
  usize most = usize(vm.options().tunables.gc_max_eden);
  f64 overhead = pause / (pause + std::max(start - last_stop, 0.0));
  bool roots_cost_most = roots_seconds > pause / 2;
  if (pause < goal / 2 || (overhead > kMostOverhead && roots_cost_most)) {
        eden_cap = std::min(eden_budget + eden_budget / 2, most);
  } else if (pause > goal && !roots_cost_most) {
        f64 share = std::max(goal / pause, 0.25);
    eden_cap = std::max(usize(f64(eden_budget) * share), usize(vm.options().tunables.gc_min_heap));
  }
}

void Heap::Impl::trim_blocks(usize keep) {
  usize cached = small.blocks().cached();
  small.blocks().trim(keep);
  heap.footprint_ -= (cached - small.blocks().cached()) * Block::kSize;
}

void Heap::Impl::report(Stop kind, f64 pause, usize before) {
  stats.collections += kind != Stop::kStep;
  stats.full_collections += kind == Stop::kFull || kind == Stop::kFinish;
  stats.steps += kind == Stop::kStep;
  stats.total_pause += pause;
  stats.longest_pause = std::max(stats.longest_pause, pause);
  if (!vm.options().trace_gc) return;
  constexpr const char* kNames[] = {"eden", "full", "start", "step", "finish"};
  constexpr f64 kMiB = 1 << 20;
  usize after = heap.bytes_in_use();
  std::fprintf(stderr, "gc kind=%s pause=%.3fms before=%.1fMiB after=%.1fMiB survivors=%.1f%%", kNames[int(kind)],
               pause * 1e3, f64(before) / kMiB, f64(after) / kMiB, before ? 100.0 * f64(after) / f64(before) : 0.0);
  if (kind == Stop::kEden || kind == Stop::kFull) {
    f64 sweep_seconds = pause - mark_seconds;
    std::fprintf(stderr, " roots=%.3fms mark=%.3fms sweep=%.3fms", roots_seconds * 1e3,
                 (mark_seconds - roots_seconds) * 1e3, sweep_seconds * 1e3);
  }
  std::fputc('\n', stderr);
}

}  // namespace gs::vm
