// From one coroutine to another: the Vm's state goes over with the native stack. Inlined where resumes and yields are hot.
#pragma once

#include "platform/context.hpp"
#include "vm/heap/heap.hpp"
#include "vm/object/coroutine.hpp"
#include "vm/runtime/operations.hpp"
#include "vm/runtime/vm.hpp"

namespace gs::vm {

GS_INLINE void save_state(Vm& vm, Coroutine* co) {
  co->top = vm.top;
  co->frame_base = vm.frame_base;
  co->frame_pc = vm.frame_pc;
  co->activation = vm.activation;
  co->panic = vm.panic;
  co->catcher = vm.catcher;
}

GS_INLINE void load_state(Vm& vm, Coroutine* co) {
  vm.top = co->top;
  vm.frame_base = co->frame_base;
  vm.frame_pc = co->frame_pc;
  vm.activation = co->activation;
  vm.panic = co->panic;
  vm.catcher = co->catcher;
  vm.stack_limit = co->stack_limit;
  vm.native_limit = co->native_low;
}

// Continues `target` on its own stack; returns when control comes back here.
GS_INLINE void switch_to(Vm& vm, Coroutine* target) {
  Coroutine* from = vm.coroutine;
  save_state(vm, from);
  vm.heap().barrier(from);  // its stacks changed while it ran
  vm.coroutine = target;
  load_state(vm, target);
  void* fiber = platform::before_switch(target->native_low, target->native_high, from->state == CoroutineState::kDead);
  platform::switch_stack(&from->native_sp, target->native_sp);
  platform::after_switch(fiber);
}

// Why a coroutine cannot be resumed, or null.
inline const char* resume_obstacle(const Coroutine* co) {
  if (GS_LIKELY(co->state == CoroutineState::kSuspended && !co->is_goroutine)) return nullptr;
  return co->state == CoroutineState::kDead ? "cannot resume dead coroutine" : "cannot resume running coroutine";
}

// Lets a suspended coroutine run with `count` values until it yields or ends.
GS_INLINE void switch_into(Vm& vm, Coroutine* co, const Value* values, u32 count) {
  Coroutine* self = vm.coroutine;
  co->passed = values;
  co->passed_count = count;
  co->resumer = self;
  co->caught_below = vm.catcher || self->caught_below;
  co->goroutine = self->goroutine;
  co->goroutine->active = co;
  co->state = CoroutineState::kRunning;
  self->state = CoroutineState::kNormal;
  vm.heap().barrier(co);
  vm.heap().barrier(co->goroutine);
  switch_to(vm, co);
  vm.coroutine->state = CoroutineState::kRunning;
}

// Gives `count` values to the resumer. Precondition: the running coroutine has one.
GS_INLINE void switch_out(Vm& vm, const Value* values, u32 count) {
  Coroutine* co = vm.coroutine;
  Coroutine* resumer = co->resumer;
  co->passed = values;
  co->passed_count = count;
  co->state = CoroutineState::kSuspended;
  co->resumer = nullptr;
  co->goroutine->active = resumer;
  switch_to(vm, resumer);
}

// The values `co` passed or was passed: one value, or multi at vm.top; raised on stack overflow.
Value receive_passed(Vm& vm, const Coroutine* co);
// After switch_into: what came out. Raised: the coroutine raised (co->transfer, the trace in the VM).
Value receive_result(Vm& vm, Coroutine* co);
// The same for coroutine.wrap: the error passes on.
Value receive_wrapped(Vm& vm, Coroutine* co);

Value coroutine_resume(Vm& vm, Coroutine* co, const Value* values, u32 count);
// The natives coroutine.yield, and what coroutine.wrap gives: its coroutine is capture 0.
Value yield_from_coroutine(Vm& vm, Args args);
Value resume_wrapped(Vm& vm, Args args);
inline Coroutine* coroutine_of_wrapper(Value wrapper) {
  return static_cast<Coroutine*>(static_cast<Native*>(wrapper.as_function())->captures[0].as_cell());
}
// The coroutine behind a function that coroutine.wrap gave; null: it is something else, or that cannot be resumed.
inline Coroutine* resumable_of(Value v) {
  if (!v.is_function() || static_cast<Native*>(v.as_function())->entry != resume_wrapped) return nullptr;
  Coroutine* co = coroutine_of_wrapper(v);
  return resume_obstacle(co) ? nullptr : co;
}
// After switch_into, in a range loop whose state is at `state`: its two variables. False: raised.
inline bool receive_step(Vm& vm, Coroutine* co, Value* state) {
  if (GS_LIKELY(co->passed_count == 1 && co->state != CoroutineState::kDead)) {
    state[3] = *co->passed;
    state[4] = Value::nil();
    return true;
  }
  Value result = receive_wrapped(vm, co);
  if (result.is_raised()) return false;
  spread_results(vm, state + 3, result, 3);
  return true;
}
// The interpreter does these itself, by switch_out and switch_into.
inline bool switches_stacks(const Native* native) {
  return native->entry == yield_from_coroutine || native->entry == resume_wrapped;
}

}  // namespace gs::vm
