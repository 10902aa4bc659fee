// Compiler attributes under names of our own. The only file besides platform/ that may test for a compiler or target.
#pragma once

#define GS_PRESERVE_NONE __attribute__((preserve_none))
#define GS_MUSTTAIL [[clang::musttail]]
#define GS_NOINLINE __attribute__((noinline))
#define GS_COLD __attribute__((noinline, cold))
#define GS_INLINE inline __attribute__((always_inline))
#define GS_LIKELY(condition) __builtin_expect(!!(condition), 1)
#define GS_UNLIKELY(condition) __builtin_expect(!!(condition), 0)

#if defined(__has_feature)
#if __has_feature(address_sanitizer)
#define GS_ASAN 1
#endif
#endif
#ifndef GS_ASAN
#define GS_ASAN 0
#endif

// Decrements a 32-bit counter in memory and goes to `label` when it falls below zero: one instruction and a branch.
#if defined(__x86_64__)
#define GS_COUNT_DOWN(counter, label) asm goto("decl %0\n\tjs %l1" : : "m"(counter) : "cc", "memory" : label)
#else
#define GS_COUNT_DOWN(counter, label) \
  do { \
    if (GS_UNLIKELY(--(counter) < 0)) goto label; \
  } while (0)
#endif

// A function that may read memory the sanitizer considers poisoned: conservative stack scans.
#define GS_NO_SANITIZE __attribute__((no_sanitize("address", "undefined")))
