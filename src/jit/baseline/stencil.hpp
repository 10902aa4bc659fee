// A stencil: the machine code of one opcode's fast half with holes, as tools/stencilgen wrote it down. Read by the compiler.
#pragma once

#include "base/types.hpp"

namespace gs::jit::baseline {

enum class Hole : u8 {
#define HOLE(name, meaning) name,
#include "jit/baseline/holes.def"
#undef HOLE
  kCount
};

// What a relocation's field is filled with.
enum class Fill : u8 {
  kHole8,    // a register's offset, 8 bits, sign-extended: narrow stencils only
  kHole32,   // a hole's value, 32 bits, sign-extended by the processor
  kHole32U,  // likewise, zero-extended
  kHole64,   // a hole's value, 64 bits
  kNext,     // the rest are distances to code, 32 bits: the next instruction
  kTaken,    // the jump's target
  kSkip,     // the instruction after the next
  kEnter,    // the call sequence
  kCallAnew, // the call, whatever is called
  kPoll,     // the poll before this instruction
  kHot,      // this stencil's hot part
  kCold,     // its cold part
  kSymbol,   // the stub for a slow half, number `target` of the symbols
};

struct Relocation {
  u16 offset;   // of the field, from the start of the part
  Fill fill;
  u8 target;    // a Hole, or a symbol's number
  i16 addend;
};

struct StencilPart {
  u32 bytes;            // index of the first byte
  u16 size;
  u16 relocation;       // index of the first
  u8 relocation_count;
};

struct Stencil {
  StencilPart hot;
  StencilPart cold;
  // The hot part's last 5 bytes were a jump to the next instruction (or to the call sequence): left out here.
  bool falls_through;
  // The hot part is nothing but a jump to a slow half.
  bool only_slow;
};

}  // namespace gs::jit::baseline
