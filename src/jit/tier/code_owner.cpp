#include "jit/tier/code_owner.hpp"

#include <algorithm>

#include "vm/heap/heap.hpp"
#include "vm/interp/interp.hpp"
#include "vm/object/coroutine.hpp"
#include "vm/runtime/scheduler.hpp"
#include "vm/runtime/vm.hpp"

namespace gs::jit {

namespace {

constexpr usize kRetiredShare = 8;  // retired code may take up to one in so many bytes before stacks are searched for it

template <typename Visitor>
GS_NO_SANITIZE void each_word(const void* low, const void* high, Visitor visit) {
  auto* at = reinterpret_cast<const u64*>((reinterpret_cast<u64>(low) + 7) & ~7ull);
  for (auto* end = static_cast<const u64*>(high); at < end; at++) visit(*at);
}

}  // namespace

CodeOwner::CodeOwner(vm::Vm& vm, usize limit, std::function<void(vm::Prototype*)> drop)
    : vm_(vm), drop_(std::move(drop)), cache_(limit, reinterpret_cast<const void*>(&vm::interp::run)) {}

CodeOwner::~CodeOwner() {
  for (auto& code : live_) vm::interp::interpret_from_now_on(vm_, code->proto);
  vm_.heap().unaccount(cache_.bytes_in_use());
}

BaselineCode* CodeOwner::create(usize size) {
  if (retired_bytes_ > cache_.bytes_in_use() / kRetiredShare) sweep_retired();
  CodeRange range = allocate(size);
  if (!range.code) return nullptr;
  if (!vm_.heap().account(range.size)) {
    // Machine code is a luxury: without memory for it the program goes on interpreted.
    vm_.take_error();
    cache_.free(range);
    return nullptr;
  }
  live_.push_back(std::make_unique<BaselineCode>());
  BaselineCode* code = live_.back().get();
  code->range = range;
  code->size = u32(size);
  code->start = range.code;
  return code;
}

CodeRange CodeOwner::allocate(usize size) {
  CodeRange range = cache_.allocate(size);
  if (range.code || cache_.is_forbidden()) return range;
  evict(size);
  return cache_.allocate(size);
}

void CodeOwner::retire(BaselineCode* code) {
  auto at = std::find_if(live_.begin(), live_.end(), [code](const auto& c) { return c.get() == code; });
  code->proto = nullptr;
  retired_bytes_ += code->range.size;
  retired_.push_back(std::move(*at));
  live_.erase(at);
}

// Frees what nothing returns into until `size` bytes may be free in one piece: first retired code, then, as a clock does, the live code
// that no poll has found running since the hand last passed.
void CodeOwner::evict(usize size) {
  sweep_retired();
  usize freed = 0;
  for (usize looks = 2 * live_.size(); looks && !live_.empty() && freed < 4 * size; looks--) {
    hand_ = hand_ < live_.size() ? hand_ : 0;
    BaselineCode* code = live_[hand_].get();
    if (code->is_held || code->was_used) {
      code->was_used = false;
      hand_++;
      continue;
    }
    evictions_++;
    freed += code->range.size;
    drop_(code->proto);
    free(*code);
    live_.erase(live_.begin() + i64(hand_));
  }
}

void CodeOwner::sweep_retired() {
  mark_held();
  auto is_free = [this](const std::unique_ptr<BaselineCode>& code) {
    if (code->is_held) return false;
    retired_bytes_ -= code->range.size;
    free(*code);
    return true;
  };
  retired_.erase(std::remove_if(retired_.begin(), retired_.end(), is_free), retired_.end());
}

void CodeOwner::free(const BaselineCode& code) {
  cache_.free(code.range);
  vm_.heap().unaccount(code.range.size);
}

// Any word of any native stack may be a return address.
void CodeOwner::mark_held() {
  std::vector<BaselineCode*> sorted;
  for (auto& code : live_) sorted.push_back(code.get());
  for (auto& code : retired_) sorted.push_back(code.get());
  if (sorted.empty()) return;
  std::sort(sorted.begin(), sorted.end(), [](auto* a, auto* b) { return a->range.code < b->range.code; });
  for (BaselineCode* code : sorted) code->is_held = false;
  u64 low = u64(sorted.front()->range.code), high = u64(sorted.back()->range.code) + sorted.back()->range.size;
  auto visit = [&](u64 word) {
    if (word < low || word >= high) return;
    auto next = std::upper_bound(sorted.begin(), sorted.end(), word, [](u64 w, auto* code) { return w < u64(code->range.code); });
    if (next == sorted.begin()) return;
    if (word < u64(next[-1]->range.code) + next[-1]->range.size) next[-1]->is_held = true;
  };
  each_word(__builtin_frame_address(0), vm_.coroutine->native_high, visit);
  for (vm::Coroutine* co = vm_.scheduler().all(); co; co = co->all_next) {
    bool is_suspended = co != vm_.coroutine && co->stack_base && co->native_sp && co->state != vm::CoroutineState::kDead;
    if (is_suspended) each_word(co->native_sp, co->native_high, visit);
  }
}

}  // namespace gs::jit
