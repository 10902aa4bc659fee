#include "platform/memory.hpp"

#include <fcntl.h>
#if defined(__linux__)
#include <malloc.h>
#endif
#include <sys/mman.h>
#include <unistd.h>

#include <algorithm>
#include <charconv>

namespace gs::platform {

namespace {

void* map(usize size) {
  void* at = mmap(nullptr, size, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE, -1, 0);
  return at == MAP_FAILED ? nullptr : at;
}

u64 number_in_file(const char* path, u64 otherwise) {
  int file = open(path, O_RDONLY | O_CLOEXEC);
  if (file < 0) return otherwise;
  char text[32] = {};
  ssize_t length = read(file, text, sizeof text - 1);
  close(file);
  u64 number;
  if (length <= 0 || std::from_chars(text, text + length, number).ec != std::errc()) return otherwise;
  return number;
}

}  // namespace

void* reserve_memory(usize size, usize alignment) {
  if (alignment <= kPageSize) return map(size);
  usize mapped = size + alignment;
  char* at = static_cast<char*>(map(mapped));
  if (!at) return nullptr;
  char* aligned = reinterpret_cast<char*>((reinterpret_cast<u64>(at) + alignment - 1) & ~u64(alignment - 1));
  if (aligned != at) munmap(at, usize(aligned - at));
  usize behind = mapped - usize(aligned - at) - size;
  if (behind) munmap(aligned + size, behind);
  return aligned;
}

void release_memory(void* at, usize size) { munmap(at, size); }

void expect_writing(void* at, usize size) {
  const usize begin = (usize(at) + kPageSize - 1) & ~(kPageSize - 1);
  const usize end = (usize(at) + size) & ~(kPageSize - 1);
  if (begin < end) madvise(reinterpret_cast<void*>(begin), end - begin, MADV_HUGEPAGE);
}

void decommit_memory(void* at, usize size) { madvise(at, size, MADV_DONTNEED); }

void trim_malloc() {
#if defined(__GLIBC__)
  malloc_trim(0);
#endif
}

void* resize_memory(void* at, usize old_size, usize new_size) {
#if defined(__linux__)
  void* moved = mremap(at, old_size, new_size, MREMAP_MAYMOVE);
  return moved == MAP_FAILED ? nullptr : moved;
#else
  void* moved = map(new_size);
  if (!moved) return nullptr;
  __builtin_memcpy(moved, at, old_size < new_size ? old_size : new_size);
  munmap(at, old_size);
  return moved;
#endif
}

u64 physical_memory() {
  u64 bytes = u64(sysconf(_SC_PHYS_PAGES)) * u64(sysconf(_SC_PAGESIZE));
  for (const char* path : {"/sys/fs/cgroup/memory.max", "/sys/fs/cgroup/memory/memory.limit_in_bytes"}) {
    bytes = std::min(bytes, number_in_file(path, bytes));
  }
  return bytes;
}

}  // namespace gs::platform
