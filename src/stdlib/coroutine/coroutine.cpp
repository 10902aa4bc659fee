#include "stdlib/coroutine/coroutine.hpp"

#include "vm/object/coroutine.hpp"
#include "vm/runtime/operations.hpp"
#include "vm/runtime/scheduler.hpp"
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

// Why a coroutine cannot be resumed, or null.
const char* resume_obstacle(const Coroutine* co) {
  if (co->state == CoroutineState::kDead) return "cannot resume dead coroutine";
  if (co->state != CoroutineState::kSuspended || co->is_goroutine) return "cannot resume running coroutine";
  return nullptr;
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
  i64 count = coroutine_resume(vm, co, args.base + 1, args.count - 1);
  if (count < 0) {
    if (vm.is_terminating()) return pass_on(vm, co);
    return vm.results({Value::boolean(false), co->transfer});
  }
  Value* out = vm.result_space(usize(count) + 1);
  if (!out) return Value::raised();
  for (i64 i = count; i > 0; i--) out[i] = out[i - 1];
  out[0] = Value::boolean(true);
  return Value::multi(u32(count) + 1);
}

Value yield(Vm& vm, Args args) {
  if (!vm.coroutine->resumer) return vm.raise("cannot yield from outside a coroutine");
  i64 count = coroutine_yield(vm, args.base, args.count);
  return count < 0 ? Value::raised() : Value::multi(u32(count));
}

// The function coroutine.wrap gives: its coroutine is capture 0.
Value wrapped(Vm& vm, Args args) {
  auto* co = static_cast<Coroutine*>(args.callee()->captures[0].as_cell());
  if (const char* obstacle = resume_obstacle(co)) return vm.raise(obstacle);
  i64 count = coroutine_resume(vm, co, args.base, args.count);
  if (count < 0) return vm.is_terminating() ? pass_on(vm, co) : vm.raise_from(co->transfer, vm.take_trace());
  return Value::multi(u32(count));
}

Value wrap(Vm& vm, Args args) {
  Coroutine* co = new_coroutine(vm, args);
  if (!co) return Value::raised();
  Native* function = vm.native("coroutine.wrap", wrapped, {Value::object(co)});
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
    {"create", create}, {"resume", resume}, {"yield", yield},   {"wrap", wrap},
    {"status", status}, {"isyieldable", isyieldable}, {"running", running}, {"close", close},
};

}  // namespace

bool install_coroutine(Vm& vm) { return vm.register_library("coroutine", kRows) != nullptr; }

}  // namespace gs::stdlib
