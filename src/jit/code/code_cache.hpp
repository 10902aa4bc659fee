// Where machine code lives: chunks near the runtime's own code, each mapped twice (platform/code_memory.hpp), handed out in
// units of 64 bytes. Used by every compiler of a VM; knows nothing of what the code is. Bounded: the owner evicts and tries
// again when allocate finds no room.
#pragma once

#include <vector>

#include "platform/code_memory.hpp"

namespace gs::jit {

// A piece of code memory. Written through `writable`, run at `code`.
struct CodeRange {
  char* code = nullptr;  // null: none
  char* writable = nullptr;
  u32 size = 0;
};

class CodeCache {
 public:
  // At most `limit` bytes. `near`: some function of the runtime.
  CodeCache(usize limit, const void* near) : limit_(limit), near_(near) {}
  ~CodeCache();
  CodeCache(const CodeCache&) = delete;
  CodeCache& operator=(const CodeCache&) = delete;

  // At least `size` bytes at a multiple of 64; without code if there is no room or the system gives none.
  [[nodiscard]] CodeRange allocate(usize size);
  // The code must not run any more.
  void free(CodeRange range);

  bool contains(const void* address) const;
  // The address through which the byte at `code` may be written. Precondition: contains(code).
  char* writable(const char* code) const;

  usize bytes_in_use() const { return in_use_; }
  usize bytes_mapped() const { return mapped_; }
  // Whether the system has refused executable memory.
  bool is_forbidden() const { return forbidden_; }

  static constexpr usize kUnit = 64;
  static constexpr usize kFirstChunk = 256u << 10;
  static constexpr usize kLargestChunk = 8u << 20;

 private:
  struct Gap {
    u32 start, size;
  };
  struct Chunk {
    platform::CodeMemory memory;
    std::vector<Gap> gaps;  // by address; neighbours are joined
  };
  const Chunk* chunk_of(const void* address) const;
  bool add_chunk(usize size);

  usize limit_;
  const void* near_;
  std::vector<Chunk> chunks_;
  usize in_use_ = 0;
  usize mapped_ = 0;
  bool forbidden_ = false;
};

}  // namespace gs::jit
