// The opcodes as an enum, with their names, formats and meanings, derived from defs/opcodes.def.
#pragma once

#include "base/types.hpp"

namespace gs::bytecode {

enum class Op : u8 {
#define OP(name, format, meaning) name,
#define OPQ(name, format, base) name,
#include "defs/opcodes.def"
#include "defs/quick_opcodes.def"
#undef OPQ
#undef OP
  kCount
};

struct OpInfo {
  const char* name;
  const char* format;
  Op base;  // the opcode itself, or for a quickened form the opcode it stands for
};

const OpInfo& op_info(Op op);

}  // namespace gs::bytecode
