#include "base/assert.hpp"

#include <cstdio>
#include <cstdlib>

namespace gs {

void check_failed(const char* condition, const char* sentence, const char* file, int line) {
  std::fprintf(stderr, "gscript: internal error at %s:%d: %s (%s)\n", file, line, sentence, condition);
  std::abort();
}

}  // namespace gs
