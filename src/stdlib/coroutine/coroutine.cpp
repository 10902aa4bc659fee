#include "stdlib/coroutine/coroutine.hpp"

#include "vm/object/coroutine.hpp"
#include "vm/runtime/operations.hpp"
#include "vm/runtime/scheduler.hpp"
#include "vm/runtime/switch.hpp"
#include "vm/runtime/stack_pool.hpp"

namespace gs::stdlib {

using namespace vm;

namespace {

bool arg_coroutine(Vm& vm, Args args, u32 index, Coroutine*& out) {
  Value v = args[index];
  if (!v.is_object() || v.as_cell()->kind != CellKind::kCoroutine) return bad_type(vm, args, index, "coroutine"), false;
  out = static_cast<Coroutine*>(v.as_cell());
  return true;
}

Coroutine* new_coroutine(Vm& vm, Args args) {
  Value entry;
  if (!arg_callable(vm, args, 0, entry)) return nullptr;
  return vm.scheduler().create(entry, false);
}

Value create(Vm& vm, Args args) {
  Coroutine* co = new_coroutine(vm, args);
  return co ? Value::object(co) : Value::raised();
}

// An uncatchable error ended the coroutine: it ends the resumer too.
Value pass_on(Vm& vm, Coroutine* co) {
  vm.restore_error(co->transfer, vm.take_trace());
  return Value::raised();
}

Value resume(Vm& vm, Args args) {
  Coroutine* co;
  if (!arg_coroutine(vm, args, 0, co)) return Value::raised();
  if (const char* obstacle = resume_obstacle(co)) {
    Value text = vm.string_value(obstacle);
    return text.is_raised() ? text : vm.results({Value::boolean(false), text});
  }
  Value received = coroutine_resume(vm, co, args.base + 1, args.count - 1);
  if (received.is_raised()) {
    if (vm.is_terminating()) return pass_on(vm, co);
    return vm.results({Value::boolean(false), co->transfer});
  }
  if (!received.is_multi()) return vm.results({Value::boolean(true), received});
  u32 count = received.multi_count();
  Value* out = vm.result_space(usize(count) + 1);
  if (!out) return Value::raised();
  for (u32 i = count; i > 0; i--) out[i] = out[i - 1];
  out[0] = Value::boolean(true);
  return Value::multi(count + 1);
}

Value wrap(Vm& vm, Args args) {
  Coroutine* co = new_coroutine(vm, args);
  if (!co) return Value::raised();
  Native* function = vm.native("coroutine.wrap", resume_wrapped, {Value::object(co)});
  return function ? Value::function(function) : Value::raised();
}

Value status(Vm& vm, Args args) {
  Coroutine* co;
  if (!arg_coroutine(vm, args, 0, co)) return Value::raised();
  switch (co->state) {
    case CoroutineState::kSuspended: return vm.string_value("suspended");
    case CoroutineState::kRunning: return vm.string_value("running");
    case CoroutineState::kNormal: return vm.string_value("normal");
    case CoroutineState::kDead: break;
  }
  return vm.string_value("dead");
}

Value isyieldable(Vm& vm, Args) { return Value::boolean(vm.coroutine->resumer != nullptr); }

Value running(Vm& vm, Args) {
  if (!vm.coroutine->resumer) return vm.results({Value::nil(), Value::boolean(true)});
  return vm.results({Value::object(vm.coroutine), Value::boolean(false)});
}

Value close(Vm& vm, Args args) {
  Coroutine* co;
  if (!arg_coroutine(vm, args, 0, co)) return Value::raised();
  if (co->state == CoroutineState::kDead) return Value::boolean(true);
  if (co->state != CoroutineState::kSuspended || co->is_goroutine) return vm.raise("cannot close a running coroutine");
  co->state = CoroutineState::kDead;
  co->failed = false;
  bool clean = run_all_deferred(vm, co);
  vm.drop_rooted_between(co->native_low - StackPool::kNativeReserve, co->native_high);
  vm.scheduler().unlink(co);
  vm.stacks().release(co);
  if (clean) return Value::boolean(true);
  if (vm.is_terminating()) return Value::raised();
  return vm.results({Value::boolean(false), vm.take_error()});
}

constexpr NativeRow kRows[] = {
    {"create", create}, {"resume", resume}, {"yield", yield_from_coroutine},   {"wrap", wrap},
    {"status", status}, {"isyieldable", isyieldable}, {"running", running}, {"close", close},
};

}  // namespace

bool install_coroutine(Vm& vm) { return vm.register_library("coroutine", kRows) != nullptr; }

}  // namespace gs::stdlib
