// Tells AddressSanitizer of stack switches; nothing in other builds.
#pragma once

#include "base/attributes.hpp"
#include "base/types.hpp"

#if GS_ASAN
#include <sanitizer/asan_interface.h>
#include <sanitizer/common_interface_defs.h>
#endif

namespace gs::platform {

inline void* before_switch([[maybe_unused]] char* low, [[maybe_unused]] char* high, [[maybe_unused]] bool leaves_for_good) {
  void* fake_stack = nullptr;
#if GS_ASAN
  __sanitizer_start_switch_fiber(leaves_for_good ? nullptr : &fake_stack, low, usize(high - low));
#endif
  return fake_stack;
}

inline void after_switch([[maybe_unused]] void* fake_stack) {
#if GS_ASAN
  __sanitizer_finish_switch_fiber(fake_stack, nullptr, nullptr);
#endif
}

// A stack is used again: frames its last owner never left are gone.
inline void forget_frames([[maybe_unused]] char* low, [[maybe_unused]] char* high) {
#if GS_ASAN
  __asan_unpoison_memory_region(low, usize(high - low));
#endif
}

}  // namespace gs::platform
