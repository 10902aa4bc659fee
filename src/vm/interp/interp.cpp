// The interpreter: semantics/ instantiated with "operands come from the instruction word", the dispatch tables, and the ways
// between interpreter and machine code.
#include "vm/interp/interp.hpp"

#include "platform/stack_bounds.hpp"
#include "vm/interp/registers.hpp"

namespace gs::vm::interp {

DECLARE_SLOW(CALL);
DECLARE_SLOW(CALL_poll);
DECLARE_SLOW(enter_loop);
DECLARE_SLOW(run_code);
DECLARE_SLOW(unwind);
DECLARE_SLOW(unwind_entry);

#include "semantics/load.hpp"
#include "semantics/arith.hpp"
#include "semantics/jump.hpp"
#include "semantics/table.hpp"
#include "semantics/call_slow.hpp"
#include "semantics/call.hpp"
#include "semantics/range.hpp"
#include "semantics/channel.hpp"

// An error passes through the frame at `base`.
SLOW_HALF(unwind) {
  if (table == kReturnTable) RETURN_NATIVELY(-1);
  ReturnTarget target;
  if (!unwind_activation(*vm, base, target)) RETURN_NATIVELY(-1);
  if (!target.base) RETURN_NATIVELY(target.count);
  base = target.base;
  proto = frame_closure(base)->prototype;
  DISPATCH_AT(target.pc);
}

// An error on the way into a function whose frame does not exist yet: it belongs to the caller.
SLOW_HALF(unwind_entry) {
  u64 link = frame_link(base);
  if (link & kLinkNative) RETURN_NATIVELY(-1);
  pc = link_pc(link);
  base = caller_base(base);
  proto = frame_closure(base)->prototype;
  GS_MUSTTAIL return slow_unwind(GS_ARGUMENTS);
}

// ---- from the interpreter into machine code

// Continues the frame at `base` at the machine address `insn`. A frame that the interpreter called is completed by a native call,
// then its caller goes on here.
SLOW_HALF(run_code) {
  auto target = reinterpret_cast<Handler>(insn);
  Value* frame = outer_base(base);
  u64 link = frame_link(frame);
  if (link & kLinkNative) GS_MUSTTAIL return target(GS_ARGUMENTS);
  frame[-1] = Value(native_link(link));
  Value* caller = caller_base(frame);
  i64 count = i64(target(GS_ARGUMENTS));
  base = caller;
  pc = link_pc(link);
  proto = frame_closure(base)->prototype;
  if (GS_UNLIKELY(count < 0)) {
    PUBLISH();
    RAISE();
  }
  settle_results(*vm, base + link_call_register(link), u32(count), link_wanted(link));
  NEXT();
}

// At the loop header `pc`.
SLOW_HALF(enter_loop) {
  insn = u64(proto->machine->address_of(u32(pc - proto->code)));
  GS_MUSTTAIL return slow_run_code(GS_ARGUMENTS);
}

// Dispatched in place of the entry instruction of functions that have machine code. X: 1 at exact entries.
OPCODE(FUNC_CODE) {
  insn = u64(X ? proto->exact_entry : proto->entry);
  GS_MUSTTAIL return slow_run_code(GS_ARGUMENTS);
}

static const Instruction kEnterCode = Instruction::abc(Op::FUNC_CODE, 0, 0, 0, 0);
static const Instruction kEnterCodeExactly = Instruction::abc(Op::FUNC_CODE, 0, 0, 0, 1);

// ---- from machine code into the interpreter

// Entry of every dispatch in kResumeTable: the instruction before `pc` is next.
static GS_PRESERVE_NONE u64 resume(GS_PARAMETERS) {
  const MachineCode* code = proto->machine;
  if (GS_UNLIKELY(!code)) {
    table = kTable;
    GS_MUSTTAIL return reinterpret_cast<Handler>(table[u8(insn)])(GS_ARGUMENTS);
  }
  auto target = reinterpret_cast<Handler>(const_cast<void*>(code->address_of(u32(pc - proto->code) - 1)));
  GS_MUSTTAIL return target(GS_ARGUMENTS);
}

static GS_PRESERVE_NONE u64 return_pc(GS_PARAMETERS) { RETURN_NATIVELY(pc - 1); }

// A callee came back with another number of results than wanted, or -1. `insn`: the call's index, `table`: what it returned.
extern "C" GS_PRESERVE_NONE u64 gs_returned(GS_PARAMETERS) {
  i64 count = i64(table);
  GS_FETCH_FROM_CODE();
  if (GS_UNLIKELY(count < 0)) {
    PUBLISH();
    RAISE();
  }
  settle_results(*vm, &RA, u32(count), C);
  NEXT();
}

// A native called by machine code gave something else than one value for a caller that wants at most one: `table` is its result.
extern "C" GS_PRESERVE_NONE u64 gs_finish_native(GS_PARAMETERS) {
  Value result{u64(table)};
  GS_FETCH_FROM_CODE();
  FINISH_NATIVE_CALL(result);
}

// An error passes through optimized code: none of its frames has deferred calls.
extern "C" GS_PRESERVE_NONE u64 gs_pass_error(GS_PARAMETERS) { RETURN_NATIVELY(-1); }

// Machine code leaves for the interpreter before the instruction at `insn`.
extern "C" GS_PRESERVE_NONE u64 gs_exit(GS_PARAMETERS) {
  GS_FETCH_FROM_CODE();
  table = kTable;
  GS_MUSTTAIL return reinterpret_cast<Handler>(table[u8(insn)])(GS_ARGUMENTS);
}

// An entry found too little room on a stack; the frame's header is made, its entry has not run. `insn`: 1 at exact entries.
extern "C" GS_COLD GS_PRESERVE_NONE u64 gs_make_room(GS_PARAMETERS) {
  bool exact = insn;
  u64 link = frame_link(base);
  u32 arguments = exact ? proto->parameters : vm->call_arguments;
  if (!is_bottom_link(link)) {
    vm->frame_base = caller_base(base);
    vm->frame_pc = link_pc(link);
  }
  vm->top = base + arguments;
  if (platform::stack_pointer() < vm->native_limit) {
    vm->raise_stack_overflow();
    RETURN_NATIVELY(-1);
  }
  if (!enter_stack_slow(*vm, vm->top, proto->frame_size + kFrameHeader)) RETURN_NATIVELY(-1);
  vm->call_arguments = arguments;
  GS_MUSTTAIL return reinterpret_cast<Handler>(const_cast<void*>(exact ? proto->exact_entry : proto->entry))(GS_ARGUMENTS);
}

static GS_PRESERVE_NONE u64 interpret(GS_PARAMETERS);

// The budget ran out on the way into an interpreted function, or machine code has called it often enough.
static GS_COLD GS_PRESERVE_NONE u64 consider(GS_PARAMETERS) {
  u32 arguments = vm->call_arguments;
  pc = proto->code + 1;
  PUBLISH_TO(base + arguments);
  if (!loop_poll(*vm, proto)) RETURN_NATIVELY(-1);
  if (proto->patience == 0) proto->patience = vm->call_patience;
  vm->call_arguments = arguments;
  if (proto->machine) GS_MUSTTAIL return reinterpret_cast<Handler>(const_cast<void*>(proto->entry))(GS_ARGUMENTS);
  table = kTable;
  DISPATCH_AT(proto->code);
}

// Native entries of a function without machine code: it runs here and returns natively.
static GS_PRESERVE_NONE u64 interpret(GS_PARAMETERS) {
  if (GS_UNLIKELY(platform::stack_pointer() < vm->native_limit)) {
    insn = 0;
    GS_MUSTTAIL return gs_make_room(GS_ARGUMENTS);
  }
  if (GS_UNLIKELY(--vm->budget < 0 || --proto->patience == 0)) GS_MUSTTAIL return consider(GS_ARGUMENTS);
  table = kTable;
  DISPATCH_AT(proto->code);
}

static GS_PRESERVE_NONE u64 interpret_exact(GS_PARAMETERS) {
  vm->call_arguments = proto->parameters;
  GS_MUSTTAIL return interpret(GS_ARGUMENTS);
}

void interpret_from_now_on(Vm& vm, Prototype* proto) {
  proto->machine = nullptr;
  proto->start = proto->code;
  proto->exact_start = proto->code + 1;
  proto->entry = reinterpret_cast<const void*>(&interpret);
  proto->exact_entry = reinterpret_cast<const void*>(&interpret_exact);
  proto->patience = vm.call_patience;
}

void run_code_from_now_on(Prototype* proto, MachineCode* code, const void* entry, const void* exact_entry) {
  proto->machine = code;
  proto->start = &kEnterCode;
  proto->exact_start = &kEnterCodeExactly;
  proto->entry = entry;
  proto->exact_entry = exact_entry;
}

// ---- dispatch tables

void* const kTable[256] = {
#define OP(name, format, meaning) reinterpret_cast<void*>(&op_##name),
#define OPQ(name, format, base) reinterpret_cast<void*>(&op_##name),
#include "defs/opcodes.def"
#include "defs/quick_opcodes.def"
#undef OPQ
#undef OP
};

#define FOUR(entry) entry, entry, entry, entry
#define ALL(function) FOUR(FOUR(FOUR(FOUR(reinterpret_cast<void*>(&function)))))
void* const kResumeTable[256] = {ALL(resume)};
void* const kReturnTable[256] = {ALL(return_pc)};
#undef ALL
#undef FOUR

i64 run(Vm& vm, Value* callee, u32 count) {
  Prototype* prototype = static_cast<Closure*>(callee->as_function())->prototype;
  vm.call_arguments = count;
  auto entry = reinterpret_cast<Handler>(const_cast<void*>(prototype->entry));
  return i64(entry(&vm, callee + kFrameHeader, nullptr, prototype, 0, nullptr));
}

}  // namespace gs::vm::interp
