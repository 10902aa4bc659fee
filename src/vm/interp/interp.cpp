// The interpreter: semantics/ instantiated with "operands come from the instruction word", and the dispatch table.
#include "vm/interp/interp.hpp"

#include "vm/runtime/operations.hpp"

#include "vm/interp/registers.hpp"

namespace gs::vm::interp {

namespace {

SLOW_HALF(unwind);
SLOW_HALF(unwind_entry);

#include "semantics/load.hpp"
#include "semantics/arith.hpp"
#include "semantics/jump.hpp"
#include "semantics/table.hpp"
#include "semantics/call.hpp"
#include "semantics/range.hpp"
#include "semantics/channel.hpp"

// An error passes through the frame at `base`.
SLOW_HALF(unwind) {
  ReturnTarget target;
  if (!unwind_activation(*vm, base, target)) return u64(-1);
  if (!target.base) return target.count;
  base = target.base;
  proto = frame_closure(base)->prototype;
  DISPATCH_AT(target.pc);
}

// An error on the way into a function whose frame does not exist yet: it belongs to the caller.
SLOW_HALF(unwind_entry) {
  u64 link = frame_link(base);
  if ((link & kLinkFlags) == kLinkBottom) return u64(-1);
  pc = link_pc(link);
  base = caller_base(base);
  proto = frame_closure(base)->prototype;
  GS_MUSTTAIL return slow_unwind(GS_ARGUMENTS);
}

void* const kTable[256] = {
#define OP(name, format, meaning) reinterpret_cast<void*>(&op_##name),
#define OPQ(name, format, base) reinterpret_cast<void*>(&op_##name),
#include "defs/opcodes.def"
#include "defs/quick_opcodes.def"
#undef OPQ
#undef OP
};

}  // namespace

i64 run(Vm& vm, Value* callee, u32 count) {
  auto* closure = static_cast<Closure*>(callee->as_function());
  Prototype* prototype = closure->prototype;
  vm.call_arguments = count;
  const Instruction* entry = prototype->code;
  auto handler = reinterpret_cast<Handler>(kTable[u8(entry->word)]);
  return i64(handler(&vm, callee + kFrameHeader, entry + 1, prototype, entry->word, kTable));
}

}  // namespace gs::vm::interp
