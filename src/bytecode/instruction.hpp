// One instruction word: op8 | X8 | A16 | B16 | C16, low bits first. C:B together carry 32-bit operands.
#pragma once

#include "base/types.hpp"
#include "bytecode/opcode.hpp"

namespace gs::bytecode {

// X of ADDK, MULK and ADDI: the constant is the left operand. The sum is the same; the order of a metamethod's arguments is not.
constexpr u32 kConstantOnLeft = 2;

struct Instruction {
  u64 word = 0;

  static constexpr Instruction abc(Op op, u32 a, u32 b, u32 c, u32 x = 0) {
    return {u64(u8(op)) | u64(x & 0xff) << 8 | u64(a & 0xffff) << 16 | u64(b & 0xffff) << 32 | u64(c & 0xffff) << 48};
  }
  static constexpr Instruction a32(Op op, u32 a, u32 wide, u32 x = 0) {
    return {u64(u8(op)) | u64(x & 0xff) << 8 | u64(a & 0xffff) << 16 | u64(wide) << 32};
  }

  constexpr Op op() const { return Op(u8(word)); }
  constexpr u32 x() const { return u8(word >> 8); }
  constexpr i32 sx() const { return i8(word >> 8); }
  constexpr u32 a() const { return u16(word >> 16); }
  constexpr u32 b() const { return u16(word >> 32); }
  constexpr u32 c() const { return u32(word >> 48); }
  constexpr i32 sb() const { return i16(word >> 32); }
  constexpr i32 sc() const { return i16(word >> 48); }
  constexpr u32 wide() const { return u32(word >> 32); }
  constexpr i32 swide() const { return i32(word >> 32); }

  constexpr void set_op(Op op) { word = (word & ~u64(0xff)) | u8(op); }
  constexpr void set_x(u32 x) { word = (word & ~u64(0xff00)) | u64(x & 0xff) << 8; }
  constexpr void set_c(u32 c) { word = (word & ~(u64(0xffff) << 48)) | u64(c & 0xffff) << 48; }
  constexpr void set_wide(u32 wide) { word = (word & 0xffffffff) | u64(wide) << 32; }
};
static_assert(sizeof(Instruction) == 8);

}  // namespace gs::bytecode
