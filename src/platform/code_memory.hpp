// Memory for machine code, mapped twice: once readable and executable, once readable and writable, never both through one
// address.
#pragma once

#include "base/types.hpp"

namespace gs::platform {

struct CodeMemory {
  char* code = nullptr;      // read and execute
  char* writable = nullptr;  // the same memory: read and write
  usize size = 0;
};

// `size` bytes (a multiple of the page size) whose executable addresses are within rel32 reach of the code around `near`.
// code is null where the system has no such range or forbids executable memory.
[[nodiscard]] CodeMemory map_code(usize size, const void* near);
void unmap_code(const CodeMemory& memory);

}  // namespace gs::platform
