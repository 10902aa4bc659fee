#include "platform/code_memory.hpp"

#include <sys/mman.h>
#include <unistd.h>

namespace gs::platform {

namespace {

constexpr i64 kStep = 16 << 20;    // between the addresses tried
constexpr i64 kReach = 1900 << 20;  // of rel32, less what the runtime's own code may span
constexpr i64 kDistance = 64 << 20;  // left free behind the program: its data segment grows there

void* map_at(u64 address, usize size, int file) {
  void* at = mmap(reinterpret_cast<void*>(address), size, PROT_READ | PROT_EXEC, MAP_SHARED | MAP_FIXED_NOREPLACE, file, 0);
  if (at == MAP_FAILED) return nullptr;
  if (u64(at) == address) return at;
  munmap(at, size);  // a kernel that does not know MAP_FIXED_NOREPLACE took the address as a hint
  return nullptr;
}

void* map_near(const void* near, usize size, int file) {
  i64 middle = i64(u64(near) & ~u64(kStep - 1));
  for (i64 distance = kDistance; distance + i64(size) < kReach; distance += kStep) {
    if (void* at = map_at(u64(middle + distance), size, file)) return at;
    if (middle - distance <= kStep) continue;
    if (void* at = map_at(u64(middle - distance), size, file)) return at;
  }
  return nullptr;
}

}  // namespace

CodeMemory map_code(usize size, const void* near) {
  int file = memfd_create("gscript-code", MFD_CLOEXEC);
  if (file < 0) return {};
  CodeMemory memory;
  void* code = ftruncate(file, off_t(size)) == 0 ? map_near(near, size, file) : nullptr;
  if (code) {
    void* writable = mmap(nullptr, size, PROT_READ | PROT_WRITE, MAP_SHARED, file, 0);
    if (writable == MAP_FAILED) {
      munmap(code, size);
    } else {
      memory = {static_cast<char*>(code), static_cast<char*>(writable), size};
    }
  }
  close(file);
  return memory;
}

void unmap_code(const CodeMemory& memory) {
  munmap(memory.code, memory.size);
  munmap(memory.writable, memory.size);
}

}  // namespace gs::platform
