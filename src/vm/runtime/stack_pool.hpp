// Where value stacks and native stacks come from. One large lazily committed reservation is carved into slots; in a slot the
// native stack grows down and the value stack grows up from the same boundary, so that an idle coroutine touches two
// neighbouring pages. Slots are recycled. Main's value stack is a reservation of its own; its native stack is the thread's.
//
// No guard pages (a million would exceed the kernel's limit on mappings): frames check Vm::stack_limit, C++ entered from
// scripts checks Vm::native_limit. A value stack is accounted to the heap as it grows.
#pragma once

#include <vector>

#include "vm/object/coroutine.hpp"
#include "vm/runtime/vm.hpp"

namespace gs::vm {

class StackPool {
 public:
  explicit StackPool(Vm& vm) : vm_(vm) {}
  ~StackPool();

  // Gives `co` its stacks. False = raised (out of memory).
  [[nodiscard]] bool acquire(Coroutine* co);
  [[nodiscard]] bool acquire_main(Coroutine* co);
  void release(Coroutine* co);

  // Room for `size` values from `base` on in the running coroutine, and some more for natives; raises "stack overflow".
  [[nodiscard]] bool ensure(Value* base, usize size) {
    return GS_LIKELY(base + size <= vm_.stack_limit) || grow(base + size);
  }
  // After an overflow was handled: gives grown pages back.
  void trim_running();

  // Whether any coroutine but main has stacks.
  bool is_in_use() const { return next_slot_ != free_.size(); }

  static constexpr usize kNativeReserve = 192u << 10;  // native stack kept for C++ that does not check
  static constexpr usize kLargestQuickFrame = 250;  // registers of functions entered with only a look at the limit
  static constexpr usize kRedZone = 512;            // values beyond stack_limit that are always usable

 private:
  [[nodiscard]] bool grow(Value* end);
  Vm& vm_;
  std::vector<char*> chunks_;
  std::vector<u32> free_;
  u32 next_slot_ = 0;
  char* main_ = nullptr;
};

}  // namespace gs::vm
