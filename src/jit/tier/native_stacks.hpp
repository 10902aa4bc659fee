// The native stacks of all coroutines, word by word: who frees machine code asks whether any of them may return into it.
#pragma once

#include <algorithm>
#include <vector>

#include "jit/code/code_cache.hpp"
#include "vm/object/coroutine.hpp"
#include "vm/runtime/scheduler.hpp"
#include "vm/runtime/vm.hpp"

namespace gs::jit {

// A piece of code memory and whom to tell that it is held.
struct HeldRange {
  CodeRange range;
  bool* is_held;
};

template <typename Visitor>
GS_NO_SANITIZE void each_native_word(const void* low, const void* high, Visitor visit) {
  auto* at = reinterpret_cast<const u64*>((reinterpret_cast<u64>(low) + 7) & ~7ull);
  for (auto* end = static_cast<const u64*>(high); at < end; at++) visit(*at);
}

// Sets what `is_held` points to for each range that some word of a native stack points into: any may be a return address.
inline void find_held(vm::Vm& vm, std::vector<HeldRange>& ranges) {
  if (ranges.empty()) return;
  std::sort(ranges.begin(), ranges.end(), [](auto& a, auto& b) { return a.range.code < b.range.code; });
  const u64 low = u64(ranges.front().range.code), high = u64(ranges.back().range.code) + ranges.back().range.size;
  auto visit = [&](u64 word) {
    if (word < low || word >= high) return;
    auto next = std::upper_bound(ranges.begin(), ranges.end(), word, [](u64 w, auto& held) { return w < u64(held.range.code); });
    if (next == ranges.begin()) return;
    if (word < u64(next[-1].range.code) + next[-1].range.size) *next[-1].is_held = true;
  };
  each_native_word(__builtin_frame_address(0), vm.coroutine->native_high, visit);
  for (vm::Coroutine* co = vm.scheduler().all(); co; co = co->all_next) {
    bool is_suspended = co != vm.coroutine && co->stack_base && co->native_sp && co->state != vm::CoroutineState::kDead;
    if (is_suspended) each_native_word(co->native_sp, co->native_high, visit);
  }
}

}  // namespace gs::jit
