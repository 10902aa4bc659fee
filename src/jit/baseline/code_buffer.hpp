// Machine code under construction: bytes, and the places that hold distances still to be filled in. Functions are built in two
// buffers, hot and cold, which are put one behind the other in the code cache.
#pragma once

#include <cstring>
#include <vector>

#include "base/types.hpp"

namespace gs::jit::baseline {

// What a 32-bit distance leads to.
enum class Goal : u8 {
  kInstruction,  // the code of the bytecode instruction `value`
  kHot,          // offset `value` in the hot part
  kCold,         // offset `value` in the cold part
  kRuntime,      // an entry of the runtime: number `value` of the fixups' addresses
};

struct Fixup {
  u32 field;  // offset of the distance's 4 bytes
  Goal goal;
  i32 value;
};

class CodeBuffer {
 public:
  void clear() {
    bytes_.clear();
    fixups.clear();
  }
  u32 size() const { return u32(bytes_.size()); }
  const u8* data() const { return bytes_.data(); }
  u8* at(u32 offset) { return bytes_.data() + offset; }

  u8* append(const u8* from, usize count) {
    usize old = bytes_.size();
    bytes_.resize(old + count);
    std::memcpy(bytes_.data() + old, from, count);
    return bytes_.data() + old;
  }
  template <typename... Bytes>
  void code(Bytes... bytes) {
    const u8 all[] = {u8(bytes)...};
    append(all, sizeof all);
  }
  void imm32(i64 v) {
    i32 narrow = i32(v);
    append(reinterpret_cast<const u8*>(&narrow), 4);
  }
  void imm64(u64 v) { append(reinterpret_cast<const u8*>(&v), 8); }
  // Four bytes for the distance to `goal`.
  void distance(Goal goal, i32 value) {
    fixups.push_back({size(), goal, value});
    imm32(0);
  }
  void jump(Goal goal, i32 value) {
    code(0xe9);
    distance(goal, value);
  }
  // Instructions that do nothing, up to a multiple of `alignment`.
  void align(u32 alignment);

  std::vector<Fixup> fixups;

 private:
  std::vector<u8> bytes_;
};

inline void CodeBuffer::align(u32 alignment) {
  static const u8 kNops[9][9] = {{0x90},
                                 {0x66, 0x90},
                                 {0x0f, 0x1f, 0x00},
                                 {0x0f, 0x1f, 0x40, 0},
                                 {0x0f, 0x1f, 0x44, 0, 0},
                                 {0x66, 0x0f, 0x1f, 0x44, 0, 0},
                                 {0x0f, 0x1f, 0x80, 0, 0, 0, 0},
                                 {0x0f, 0x1f, 0x84, 0, 0, 0, 0, 0},
                                 {0x66, 0x0f, 0x1f, 0x84, 0, 0, 0, 0, 0}};
  while (u32 rest = size() % alignment) {
    u32 count = alignment - rest < 9 ? alignment - rest : 9;
    append(kNops[count - 1], count);
  }
}

}  // namespace gs::jit::baseline
