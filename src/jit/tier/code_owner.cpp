#include "jit/tier/code_owner.hpp"

#include <algorithm>

#include "jit/tier/native_stacks.hpp"
#include "vm/heap/heap.hpp"
#include "vm/interp/interp.hpp"
#include "vm/runtime/vm.hpp"

namespace gs::jit {

namespace {

constexpr usize kRetiredShare = 8;  // retired code may take up to one in so many bytes before stacks are searched for it

}  // namespace

CodeOwner::CodeOwner(vm::Vm& vm, usize limit, std::function<void(vm::Prototype*)> drop)
    : vm_(vm), drop_(std::move(drop)), cache_(limit, reinterpret_cast<const void*>(&vm::interp::run)) {}

CodeOwner::~CodeOwner() {
  for (auto& code : live_) vm::interp::interpret_from_now_on(vm_, code->proto);
  for (auto* list : {&live_, &retired_}) {
    for (auto& code : *list) free(*code);
  }
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

void CodeOwner::mark_held() {
  std::vector<HeldRange> ranges;
  for (auto* list : {&live_, &retired_}) {
    for (auto& code : *list) {
      code->is_held = false;
      ranges.push_back({code->range, &code->is_held});
    }
  }
  find_held(vm_, ranges);
}

}  // namespace gs::jit
