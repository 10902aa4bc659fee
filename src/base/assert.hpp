// Checks. GS_ASSERT: what debug builds can know. GS_CHECK: what memory safety under hostile input depends on, in every
// build. Both take a sentence that says what must hold; a failure prints it with its place and aborts.
#pragma once

namespace gs {

[[noreturn]] void check_failed(const char* condition, const char* sentence, const char* file, int line);

}  // namespace gs

#define GS_CHECK(condition, sentence) \
  (__builtin_expect(!!(condition), 1) ? (void)0 : ::gs::check_failed(#condition, sentence, __FILE__, __LINE__))

#ifdef NDEBUG
#define GS_ASSERT(condition, sentence) ((void)0)
#else
#define GS_ASSERT(condition, sentence) GS_CHECK(condition, sentence)
#endif
