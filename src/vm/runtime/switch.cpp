#include "vm/runtime/switch.hpp"

#include <cstring>

#include "vm/runtime/scheduler.hpp"
#include "vm/runtime/stack_pool.hpp"

namespace gs::vm {

Value receive_passed(Vm& vm, const Coroutine* co) {
  if (GS_LIKELY(co->passed_count == 1)) return *co->passed;
  Value* out = vm.result_space(co->passed_count);
  if (!out) return Value::raised();
  std::memmove(static_cast<void*>(out), co->passed, co->passed_count * sizeof(Value));
  return Value::multi(co->passed_count);
}

Value receive_result(Vm& vm, Coroutine* co) {
  if (GS_LIKELY(co->state != CoroutineState::kDead)) return receive_passed(vm, co);
  // It has ended: what it leaves behind, and its stacks go back.
  Value received = co->failed ? Value::raised() : receive_passed(vm, co);
  vm.scheduler().unlink(co);
  vm.stacks().release(co);
  if (received.is_raised() && !co->failed) co->transfer = vm.take_error();
  return received;
}

Value receive_wrapped(Vm& vm, Coroutine* co) {
  Value received = receive_result(vm, co);
  if (GS_LIKELY(!received.is_raised())) return received;
  if (!vm.is_terminating()) return vm.raise_from(co->transfer, vm.take_trace());
  vm.restore_error(co->transfer, vm.take_trace());
  return Value::raised();
}

Value coroutine_resume(Vm& vm, Coroutine* co, const Value* values, u32 count) {
  switch_into(vm, co, values, count);
  return receive_result(vm, co);
}

Value yield_from_coroutine(Vm& vm, Args args) {
  if (!vm.coroutine->resumer) return vm.raise("cannot yield from outside a coroutine");
  switch_out(vm, args.base, args.count);
  return receive_passed(vm, vm.coroutine);
}

Value resume_wrapped(Vm& vm, Args args) {
  auto* co = static_cast<Coroutine*>(args.callee()->captures[0].as_cell());
  if (const char* obstacle = resume_obstacle(co)) return vm.raise(obstacle);
  switch_into(vm, co, args.base, args.count);
  return receive_wrapped(vm, co);
}

}  // namespace gs::vm
