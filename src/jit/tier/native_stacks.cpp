#include "jit/tier/native_stacks.hpp"

#include <algorithm>

#include "vm/object/coroutine.hpp"
#include "vm/runtime/scheduler.hpp"
#include "vm/runtime/vm.hpp"

namespace gs::jit {

namespace {

template <typename Visitor>
GS_NO_SANITIZE void each_word(const void* low, const void* high, Visitor visit) {
  auto* at = reinterpret_cast<const u64*>((reinterpret_cast<u64>(low) + 7) & ~7ull);
  for (auto* end = static_cast<const u64*>(high); at < end; at++) visit(*at);
}

}  // namespace

void find_held(vm::Vm& vm, std::vector<HeldRange>& ranges) {
  if (ranges.empty()) return;
  std::sort(ranges.begin(), ranges.end(), [](auto& a, auto& b) { return a.range.code < b.range.code; });
  const u64 low = u64(ranges.front().range.code), high = u64(ranges.back().range.code) + ranges.back().range.size;
  auto visit = [&](u64 word) {
    // What a call returns to is never a range's first byte; callers of this function may well have left that on the stack.
    if (word <= low || word >= high) return;
    auto next = std::lower_bound(ranges.begin(), ranges.end(), word, [](auto& held, u64 w) { return u64(held.range.code) < w; });
    if (word < u64(next[-1].range.code) + next[-1].range.size) *next[-1].is_held = true;
  };
  each_word(__builtin_frame_address(0), vm.coroutine->native_high, visit);
  for (vm::Coroutine* co = vm.scheduler().all(); co; co = co->all_next) {
    bool is_suspended = co != vm.coroutine && co->stack_base && co->native_sp && co->state != vm::CoroutineState::kDead;
    if (is_suspended) each_word(co->native_sp, co->native_high, visit);
  }
}

}  // namespace gs::jit
