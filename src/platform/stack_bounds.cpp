#include "platform/stack_bounds.hpp"

#include <pthread.h>

#include "base/assert.hpp"

namespace gs::platform {

StackBounds thread_stack_bounds() {
#if defined(__APPLE__)
  char* high = static_cast<char*>(pthread_get_stackaddr_np(pthread_self()));
  return {high - pthread_get_stacksize_np(pthread_self()), high};
#else
  pthread_attr_t attributes;
  GS_CHECK(pthread_getattr_np(pthread_self(), &attributes) == 0, "the thread's stack is known to the system");
  void* low;
  usize size;
  pthread_attr_getstack(&attributes, &low, &size);
  pthread_attr_destroy(&attributes);
  // An unlimited stack is reported as all the address space below it: more than this is never used.
  constexpr usize kMostUsed = 1ull << 30;
  char* high = static_cast<char*>(low) + size;
  if (size > kMostUsed) low = high - kMostUsed;
  return {low, high};
#endif
}

}  // namespace gs::platform
