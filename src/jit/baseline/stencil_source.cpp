// Compiled at build time only, to an object file that tools/stencilgen reads: every opcode's fast half with holes for operands.
// Not part of the library.
#include "jit/baseline/stencil_words.hpp"

namespace gs::vm::interp {

#include "semantics/load.hpp"
#include "semantics/arith.hpp"
#include "semantics/jump.hpp"
#include "semantics/table.hpp"
#include "semantics/call.hpp"
#include "semantics/range.hpp"
#include "semantics/channel.hpp"

// Never in code. Shows the table's reader which registers the arguments are in.
OPCODE(FUNC_CODE) {
  base[0] = Value(insn);
  base[1] = Value(u64(table));
  vm->frame_pc = pc;
  vm->frame_base = proto->constants;
  return 0;
}

}  // namespace gs::vm::interp
