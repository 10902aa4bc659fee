#include "vm/runtime/stack_pool.hpp"

#include <sys/mman.h>

#include "platform/fiber.hpp"
#include "platform/stack_bounds.hpp"
#include "vm/heap/heap.hpp"

namespace gs::vm {

namespace {

constexpr usize kSlotSize = 16u << 20;
constexpr usize kNativeSize = 7u << 20;   // odd: the boundary lies inside a 2 MiB page-table span
constexpr u32 kSlotsPerChunk = 64;
constexpr usize kMainValueStack = 512u << 20;
constexpr usize kFirstCommit = 3u << 10;  // bytes of value stack a new coroutine may use before the first growth
constexpr usize kMainFirstCommit = 64u << 10;
constexpr usize kKeptPages = 8192;            // of a recycled slot's stacks, on each side of the boundary

char* reserve(usize size) {
  void* at = mmap(nullptr, size, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE, -1, 0);
  return at == MAP_FAILED ? nullptr : static_cast<char*>(at);
}

void set_value_stack(Coroutine* co, char* base, usize size, usize committed) {
  co->stack_base = reinterpret_cast<Value*>(base);
  co->stack_end = co->stack_base + size / sizeof(Value) - StackPool::kRedZone - 64;
  co->stack_limit = co->stack_base + committed / sizeof(Value);
  co->top = co->stack_base;
}

usize committed_bytes(const Coroutine* co) { return usize(co->stack_limit - co->stack_base) * sizeof(Value); }

}  // namespace

StackPool::~StackPool() {
  for (char* chunk : chunks_) munmap(chunk, kSlotSize * kSlotsPerChunk);
  if (main_) munmap(main_, kMainValueStack);
}

bool StackPool::acquire_main(Coroutine* co) {
  main_ = reserve(kMainValueStack);
  if (!main_) return false;
  set_value_stack(co, main_, kMainValueStack, kMainFirstCommit);
  platform::StackBounds bounds = platform::thread_stack_bounds();
  co->native_low = static_cast<char*>(bounds.low) + kNativeReserve;
  co->native_high = static_cast<char*>(bounds.high);
  return true;
}

bool StackPool::acquire(Coroutine* co) {
  u32 slot;
  if (!free_.empty()) {
    slot = free_.back();
    free_.pop_back();
  } else {
    if (next_slot_ % kSlotsPerChunk == 0) {
      char* chunk = reserve(kSlotSize * kSlotsPerChunk);
      if (!chunk) return vm_.raise_out_of_memory(), false;
      chunks_.push_back(chunk);
    }
    slot = next_slot_++;
  }
  // A page of each stack is touched at once.
  if (!vm_.heap().account(8192)) {
    free_.push_back(slot);
    return false;
  }
  char* low = chunks_[slot / kSlotsPerChunk] + (slot % kSlotsPerChunk) * kSlotSize;
  co->stack_slot = slot;
  co->native_low = low + kNativeReserve;
  co->native_high = low + kNativeSize;
  platform::forget_frames(co->native_low, co->native_high);
  set_value_stack(co, low + kNativeSize, kSlotSize - kNativeSize, kFirstCommit);
  return true;
}

void StackPool::release(Coroutine* co) {
  if (!co->stack_base) return;
  usize grown = committed_bytes(co) - kFirstCommit;
  vm_.heap().unaccount(8192 + grown);
  char* boundary = reinterpret_cast<char*>(co->stack_base);
  if (grown > kKeptPages) madvise(boundary + kKeptPages, grown, MADV_DONTNEED);
  co->stack_base = nullptr;
  co->top = nullptr;
  free_.push_back(co->stack_slot);
}

bool StackPool::grow(Value* end) {
  Coroutine* co = vm_.coroutine;
  if (end > co->stack_end) return vm_.raise_stack_overflow(), false;
  Value* limit = vm_.stack_limit + (vm_.stack_limit - co->stack_base);
  if (limit < end) limit = end;
  if (limit > co->stack_end) limit = co->stack_end;
  // Accounting may collect: the frame being entered has live arguments above Vm::top.
  Value* top = vm_.top;
  if (top < end) vm_.top = end;
  bool has_room = vm_.heap().account(usize(limit - vm_.stack_limit) * sizeof(Value));
  vm_.top = top;
  if (!has_room) return false;
  vm_.stack_limit = co->stack_limit = limit;
  return true;
}

void StackPool::trim_running() {
  Coroutine* co = vm_.coroutine;
  usize used = usize(vm_.top - co->stack_base) * sizeof(Value);
  usize committed = committed_bytes(co);
  usize keep = used * 2 < kMainFirstCommit ? kMainFirstCommit : used * 2;
  if (committed < keep * 8) return;
  char* from = reinterpret_cast<char*>((reinterpret_cast<u64>(co->stack_base) + keep + 4095) & ~4095ull);
  char* to = reinterpret_cast<char*>(co->stack_limit);
  madvise(from, usize(to - from), MADV_DONTNEED);
  vm_.heap().unaccount(committed - keep);
  vm_.stack_limit = co->stack_limit = co->stack_base + keep / sizeof(Value);
}

}  // namespace gs::vm
