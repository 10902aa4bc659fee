// When to collect, and how much of it at a time; what the figures say. The tuned numbers are in defs/tunables.def.
#include <algorithm>
#include <cstdio>
#include <iterator>

#include "platform/clock.hpp"
#include "vm/heap/heap_impl.hpp"
#include "vm/runtime/vm.hpp"

namespace gs::vm {

namespace {

constexpr u64 kEdensInLimit = 16;  // the lists kept for an eden must be small beside the memory limit

constexpr f64 kMostOverhead = 0.25;     // share of the time eden collections may take before pauses matter less
constexpr f64 kSlack = 1.5;             // steps planned for a marking against those its size asks for
constexpr usize kShareOfCycle = 16;     // of the live heap: allocated during a full collection in steps
constexpr usize kLeastStep = 16 << 10;  // bytes allocated between two steps
constexpr usize kTrimAtOnce = 32;       // blocks given back to the system in one stop

}  // namespace

usize Heap::Impl::allocated_bytes() const {
  usize outside = heap.outside_ > outside_base ? heap.outside_ - outside_base : 0;
  return run_bytes + large_since + outside;
}

// Live as far as is known: what survived the last collection and the memory outside cells.
usize Heap::Impl::live_bytes() const { return small.live_bytes() + large.bytes() + heap.outside_; }

// Every kind in turn: two collections at once, then one in steps, the last of which sweep.
Heap::Impl::Stop Heap::Impl::next_stress_stop() {
  constexpr Stop kOrder[] = {Stop::kEden, Stop::kFull, Stop::kStart,  Stop::kStep, Stop::kStep, Stop::kStep,
                             Stop::kStep, Stop::kFinish, Stop::kStep, Stop::kStep, Stop::kStep};
  Stop kind = kOrder[stress_stops++ % std::size(kOrder)];
  if (kind == Stop::kStep && cycle == Cycle::kIdle) return Stop::kEden;
  if (kind == Stop::kFinish && !is_marking()) return Stop::kEden;
  return kind;
}

bool Heap::Impl::wants_stop(Stop& kind) {
  if (GS_UNLIKELY(vm.options().gc_stress)) {
    kind = next_stress_stop();
    return true;
  }
  usize allocated = allocated_bytes();
  if (cycle != Cycle::kIdle) {
    if (allocated < next_step) return false;
    kind = next_stop();
    if (allocated >= cycle_budget) kind = is_marking() ? Stop::kFinish : Stop::kEden;
    return true;
  }
  bool is_generational = heap.mode_ == Mode::kGenerational;
  if (allocated < eden_budget || (!is_generational && live_base + allocated < full_goal)) return false;
  if (is_generational && live_bytes() < full_goal) {
    kind = Stop::kEden;
  } else {
    f64 goal = f64(vm.options().tunables.gc_pause_goal) * 1e-3;
    bool is_short = f64(live_bytes()) / mark_rate <= goal;
    kind = is_short || goal == 0 ? Stop::kFull : Stop::kStart;
  }
  return true;
}

// A collection is over, or its marking at least: what is allocated from now on counts towards the next.
void Heap::Impl::restart_count() {
  run_bytes = large_since = 0;
  is_short = false;
  outside_base = heap.outside_;
  next_step = step_bytes;
}

void Heap::Impl::set_goals(bool full) {
  const Tunables& tunables = vm.options().tunables;
  usize live = live_bytes();
  usize minimum = usize(tunables.gc_min_heap);
  if (full) {
    full_goal = std::max(live + live / 100 * usize(tunables.gc_growth), minimum);
    if (mark_seconds > 1e-4) mark_rate = std::clamp(f64(live) / mark_seconds, 1e8, 1e10);
  }
  usize most = std::min(usize(tunables.gc_max_eden), eden_cap);
  if (u64 limit = vm.options().memory_limit) most = std::min<u64>(most, limit / kEdensInLimit);
  most = std::max(minimum, most);
  eden_budget = std::clamp(live / 100 * usize(tunables.gc_eden), minimum, most);
  live_base = live;
  // A full collection in steps that may follow should be done when as much is allocated as between two eden collections,
  // or a small part of the heap.
  f64 goal = std::max<f64>(f64(tunables.gc_pause_goal), 0.1) * 1e-3;
  f64 steps = f64(live) / mark_rate / goal * kSlack + 1;
  step_bytes = std::max(usize(f64(std::max(eden_budget, live / kShareOfCycle)) / steps), kLeastStep);
  cycle_budget = 2 * eden_budget + live / kShareOfCycle * 4;
  next_step = step_bytes;
  usize keep = eden_budget / Block::kSize;
  usize cached = small.blocks().cached();
  trim_blocks(cached > keep + kTrimAtOnce ? cached - kTrimAtOnce : keep);
}

// Shrinks the eden if what depends on it made the pause too long; grows it again if there is time, or if collecting takes
// too much of it because of what does not depend on the eden: roots, and containers remembered as a whole. Goes by the
// processor's time: that another process had its turn in a pause says nothing about the eden.
void Heap::Impl::adapt_eden(Pause pause) {
  f64 goal = f64(vm.options().tunables.gc_pause_goal) * 1e-3;
  if (goal == 0) return;
  usize most = usize(vm.options().tunables.gc_max_eden);
  f64 overhead = pause.cpu / (pause.cpu + std::max(pause.start - last_stop, 0.0));
  f64 fixed = phase_seconds[usize(Phase::kRoots)] + phase_seconds[usize(Phase::kRemembered)];
  bool is_mostly_fixed = fixed > pause.cpu / 2;
  if (pause.cpu < goal / 2 || (overhead > kMostOverhead && is_mostly_fixed)) {
    eden_cap = std::min(eden_budget + eden_budget / 2, most);
  } else if (pause.cpu > goal && !is_mostly_fixed) {
    f64 share = std::max(goal / pause.cpu, 0.25);
    eden_cap = std::max(usize(f64(eden_budget) * share), usize(vm.options().tunables.gc_min_heap));
  }
}

void Heap::Impl::trim_blocks(usize keep) {
  usize cached = small.blocks().cached();
  small.blocks().trim(keep);
  heap.footprint_ -= (cached - small.blocks().cached()) * Block::kSize;
}

void Heap::Impl::end_phase(Phase phase) {
  f64 now = platform::thread_seconds();
  phase_seconds[usize(phase)] += now - phase_start;
  phase_start = now;
}

void Heap::Impl::count(Stop kind, Pause pause) {
  stats.collections += kind != Stop::kStep;
  stats.full_collections += kind == Stop::kFull || kind == Stop::kFinish;
  stats.steps += kind == Stop::kStep;
  stats.total_pause += pause.wall;
  stats.longest_pause = std::max(stats.longest_pause, pause.wall);
  stats.total_cpu += pause.cpu;
  stats.longest_cpu = std::max(stats.longest_cpu, pause.cpu);
}

// Survivors: what was kept of what might have been freed, which is all but the `spared` bytes. Then the phases that took
// any time.
void Heap::Impl::trace(Stop kind, Pause pause, usize before, usize spared) {
  constexpr const char* kNames[] = {"eden", "full", "start", "step", "finish"};
  constexpr const char* kPhaseNames[] = {"roots",   "remembered", "elements", "mark",  "weak",
                                         "strings", "owners",     "large",    "blocks"};
  static_assert(std::size(kPhaseNames) == kPhases);
  constexpr f64 kMiB = 1 << 20;
  usize after = heap.bytes_in_use();
  f64 survivors = before > spared && after > spared ? 100.0 * f64(after - spared) / f64(before - spared) : 0.0;
  std::fprintf(stderr, "gc kind=%s pause=%.3fms before=%.1fMiB after=%.1fMiB survivors=%.1f%% cpu=%.3fms",
               kNames[int(kind)], pause.wall * 1e3, f64(before) / kMiB, f64(after) / kMiB, survivors, pause.cpu * 1e3);
  for (usize i = 0; i < kPhases; i++) {
    if (phase_seconds[i] >= 1e-5) std::fprintf(stderr, " %s=%.3f", kPhaseNames[i], phase_seconds[i] * 1e3);
  }
  std::fputc('\n', stderr);
}

}  // namespace gs::vm
