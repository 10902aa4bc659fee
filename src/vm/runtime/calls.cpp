// Calling and returning: from C++ into scripts, results to where they are wanted, stack room, polls.
#include <cstring>

#include "vm/heap/heap.hpp"
#include "vm/interp/interp.hpp"
#include "vm/runtime/catch.hpp"
#include "vm/runtime/generic.hpp"
#include "vm/runtime/operations.hpp"
#include "vm/runtime/scheduler.hpp"
#include "vm/runtime/stack_pool.hpp"

namespace gs::vm {

namespace {

// Results of a native to slot[0 ...]; their number.
i64 collect_results(Vm& vm, Value* slot, Value result) {
  if (result.is_raised()) return -1;
  if (!result.is_multi()) {
    slot[0] = result;
    return 1;
  }
  u32 count = result.multi_count();
  std::memmove(static_cast<void*>(slot), vm.top, count * sizeof(Value));
  return count;
}

bool native_stack_is_low(const Vm& vm) {
  return static_cast<char*>(__builtin_frame_address(0)) < vm.native_limit;
}

}  // namespace

bool insert_call_handler(Vm& vm, Value* callee, u32& count) {
  for (int step = 0; step <= 100; step++) {
    Value handler = vm.metamethod(*callee, "__call");
    if (vm.is_raising()) return false;
    if (handler.is_nil()) {
      vm.raise_format("attempt to call a %s value", vm.type_name(*callee));
      return false;
    }
    if (!vm.stacks().ensure(callee, count + 2 * kFrameHeader)) return false;
    Value* arguments = callee + kFrameHeader;
    std::memmove(static_cast<void*>(arguments + 1), arguments, count * sizeof(Value));
    arguments[0] = *callee;
    *callee = handler;
    if (handler.is_function()) return true;
    count++;
    vm.top = arguments + count + 1;
  }
  vm.raise("'__call' chain too long; possible loop");
  return false;
}

i64 call_in_place(Vm& vm, Value* slot, u32 count) {
  if (GS_UNLIKELY(native_stack_is_low(vm))) {
    vm.raise_stack_overflow();
    return -1;
  }
  Value* outer_base = vm.frame_base;
  const bytecode::Instruction* outer_pc = vm.frame_pc;
  vm.top = slot + kFrameHeader + count;
  i64 results;
  if (!slot->is_function()) {
    if (!insert_call_handler(vm, slot, count)) {
      vm.top = slot;
      return -1;
    }
    count++;
    vm.top = slot + kFrameHeader + count;
  }
  Function* function = slot->as_function();
  if (function->is_closure()) {
    Activation activation{vm.activation, outer_base, outer_pc, slot};
    vm.activation = &activation;
    slot[1] = Value(u64(&activation) | kLinkBottom);
    results = interp::run(vm, slot, count);
    vm.activation = activation.previous;
  } else {
    auto* native = static_cast<Native*>(function);
    results = collect_results(vm, slot, native->entry(vm, Args{slot + kFrameHeader, count}));
  }
  vm.frame_base = outer_base;
  vm.frame_pc = outer_pc;
  vm.top = slot;
  return results;
}

i64 Vm::call_multi(Value callee, std::span<const Value> arguments) {
  Value* slot = top;
  if (GS_UNLIKELY(!stacks_->ensure(slot, arguments.size() + 2 * kFrameHeader))) return -1;
  slot[0] = callee;
  std::memmove(static_cast<void*>(slot + kFrameHeader), arguments.data(), arguments.size_bytes());
  return call_in_place(*this, slot, u32(arguments.size()));
}

Value Vm::call(Value callee, std::span<const Value> arguments) {
  i64 count = call_multi(callee, arguments);
  if (GS_UNLIKELY(count <= 0)) return count < 0 ? Value::raised() : Value::nil();
  return *top;
}

void note_callee(FeedbackSlot* slot, Value callee, const Prototype* target, u32 given) {
  if (slot->word[1] && slot->word[1] != u64(target)) {
    slot->word[2] = kManyCallees;
    return;
  }
  if (given == 0 || given != target->quick_arguments) return;
  slot->word[0] = callee.bits;
  slot->word[1] = u64(target);
}

bool leave_function(Vm& vm, Value* base, const Value* values, u32 count, ReturnTarget& target) {
  Value* outer = outer_base(base);
  u64 link = frame_link(outer);
  Value* slot = outer - kFrameHeader;
  if (link & kLinkNative) {
    std::memmove(static_cast<void*>(slot), values, count * sizeof(Value));
    target.count = count;
    return true;
  }
  target.pc = link_pc(link);
  target.base = caller_base(outer);
  u32 wanted = link_wanted(link);
  if (wanted == 0) {
    std::memmove(static_cast<void*>(slot), values, count * sizeof(Value));
    vm.top = slot + count;
    return false;
  }
  for (u32 i = 0; i + 1 < wanted; i++) slot[i] = i < count ? values[i] : Value::nil();
  return false;
}

void spread_results(Vm& vm, Value* target, Value result, u32 wanted) {
  if (GS_LIKELY(wanted == 0 && !result.is_multi())) {
    *target = result;
    vm.top = target + 1;
    return;
  }
  const Value* values = &result;
  u32 count = 1;
  if (result.is_multi()) {
    values = vm.top;
    count = result.multi_count();
  }
  if (wanted == 0) {
    std::memmove(static_cast<void*>(target), values, count * sizeof(Value));
    vm.top = target + count;
    return;
  }
  for (u32 i = 0; i + 1 < wanted; i++) target[i] = i < count ? values[i] : Value::nil();
}

void settle_results(Vm& vm, Value* slot, u32 count, u32 wanted) {
  if (wanted == 0) vm.top = slot + count;
  for (u32 i = count; i + 1 < wanted; i++) slot[i] = Value::nil();
}

bool enter_stack_slow(Vm& vm, Value* base, usize size) { return vm.stacks().ensure(base, size); }

bool loop_poll(Vm& vm, Prototype* proto) {
  vm.credit(proto);
  if (!vm.check_limits()) return false;
  if (vm.heap().has_pending_finalizers()) {
    vm.heap().run_pending_finalizers();
    if (vm.is_raising()) return false;
  }
  return vm.scheduler().preempt();
}

}  // namespace gs::vm
