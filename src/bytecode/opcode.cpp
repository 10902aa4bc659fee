#include "bytecode/opcode.hpp"

namespace gs::bytecode {

namespace {

constexpr OpInfo kInfo[] = {
#define OP(name, format, meaning) {#name, format, Op::name},
#define OPQ(name, format, base) {#name, format, Op::base},
#include "defs/opcodes.def"
#include "defs/quick_opcodes.def"
#undef OPQ
#undef OP
};

}  // namespace

const OpInfo& op_info(Op op) {
  return kInfo[static_cast<u8>(op)];
}

}  // namespace gs::bytecode
