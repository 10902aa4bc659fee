// What the slow halves in semantics/ call. Bools are false after raising; pointers null; Values raised().
#pragma once

#include "vm/object/objects.hpp"
#include "vm/runtime/frame.hpp"
#include "vm/runtime/machine_code.hpp"
#include "vm/runtime/vm.hpp"

namespace gs::vm {

// --- variables
void raise_undefined(Vm& vm, const String* name);
[[nodiscard]] bool assign_global(Vm& vm, Global* global, Value v);
[[nodiscard]] bool define_global(Vm& vm, Global* global, Value v, bool constant);
[[nodiscard]] bool assign_variable(Vm& vm, Variable* cell, Value v, Value name, bool declares);
Closure* make_closure(Vm& vm, Prototype* prototype, Value* base);

// --- arithmetic
// Operation and operands of an arithmetic instruction, in the order they were written.
ArithOp arith_operands(const Prototype* proto, const Value* base, const bytecode::Instruction* at, Value& left, Value& right);
void quicken_arith(Prototype* proto, bytecode::Instruction* at, Value left, Value right);
// Gives the instruction another form: machine code made of the old one is no longer the best.
inline void quicken(Prototype* proto, bytecode::Instruction* at, bytecode::Op op) {
  if (GS_UNLIKELY(proto->machine && at->op() != op)) proto->machine->owner->note_stale(proto);
  at->set_op(op);
}


// --- table literals
struct TableTemplate {
  Shape* shape;
  u32 count;         // fields
  u32 inline_slots;  // of the shape
  u32 run;           // the heap's run for a cell of this size
};
Table* make_object(Vm& vm, TableTemplate* shape_template, const Value* values);

// --- calls and frames
struct ReturnTarget {
  Value* base;
  const bytecode::Instruction* pc;
  u64 count;  // ends with a native return: number of results, at the callee's slot
};
constexpr u64 kManyCallees = 1;  // in word 2 of a call's feedback slot: functions of several prototypes were met
// Feedback of a call instruction whose X is `given` (arguments + 1).
void note_callee(FeedbackSlot* slot, Value callee, const Prototype* target, u32 given);
// Hands `count` values to the caller of the frame at `base`. True: the frame ends with a native return.
bool leave_function(Vm& vm, Value* base, const Value* values, u32 count, ReturnTarget& target);
// `count` results are at the call register's `slot` after a native return: as many as the call's result code asks for.
void settle_results(Vm& vm, Value* slot, u32 count, u32 wanted);
// An error passes: runs deferred calls frame by frame. False: it left the last frame that the interpreter may leave by itself,
// and is passed on natively; true: recovered, go on at target (or, if target.base is null, return target.count natively).
bool unwind_activation(Vm& vm, Value* base, ReturnTarget& target);
// Room for `size` values from `base` on; raises "stack overflow" in the frame published.
[[nodiscard]] bool enter_stack_slow(Vm& vm, Value* base, usize size);
// callee[0] is not a function: puts its __call handler there and itself first among the arguments.
[[nodiscard]] bool insert_call_handler(Vm& vm, Value* callee, u32& count);
// A native's results to where a call instruction with result code `wanted` (count + 1; 0: all) wants them.
void spread_results(Vm& vm, Value* target, Value result, u32 wanted);
// The budget ran out in a function or loop of `proto`.
[[nodiscard]] bool loop_poll(Vm& vm, Prototype* proto);

// Calls slot[0] with `count` arguments at slot[2]: number of results at slot[0 ...], -1 = raised. Leaves top = slot.
i64 call_in_place(Vm& vm, Value* slot, u32 count);

// --- varargs
Value extra_argument(const Value* extra, u32 count, Value key);
Value pack_values(Vm& vm, const Value* values, u32 count);
[[nodiscard]] bool spread_table(Vm& vm, Value* at);

// --- defer and go
[[nodiscard]] bool register_deferred(Vm& vm, Value* base, Value callee, const Value* arguments, u32 count);
[[nodiscard]] bool run_deferred(Vm& vm, Value* base);
// coroutine.close: every deferred call of the coroutine, innermost first. False: raised what the last failing one raised.
[[nodiscard]] bool run_all_deferred(Vm& vm, Coroutine* co);
[[nodiscard]] bool start_goroutine(Vm& vm, Value callee, const Value* arguments, u32 count);

// --- range
enum class RangeStep { kRaised, kBody, kEnd, kCall };
[[nodiscard]] bool range_prepare(Vm& vm, Value* base, Value* state, bool varargs);
RangeStep range_next(Vm& vm, Value* base, Prototype* proto, Value* state);

// --- channels
Value make_channel(Vm& vm, Value capacity);
[[nodiscard]] bool channel_send(Vm& vm, Value channel, Value v);
Value channel_receive(Vm& vm, Value channel, bool& ok);
[[nodiscard]] bool channel_close(Vm& vm, Value channel);
// The case chosen: its index, `count` for the default; -1 = raised. Received value and ok in target[0], target[1].
i64 channel_select(Vm& vm, Value* base, const bytecode::Instruction* cases, u32 count, bool has_default, Value* target);

}  // namespace gs::vm
