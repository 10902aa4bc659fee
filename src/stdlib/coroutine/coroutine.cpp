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

/// coroutine.create(f)
/// A suspended coroutine that will run f.
///     print(coroutine.status(coroutine.create(print))) // suspended
Value create(Vm& vm, Args args) {
  Coroutine* co = new_coroutine(vm, args);
  return co ? Value::object(co) : Value::raised();
}

// An uncatchable error ended the coroutine: it ends the resumer too.
Value pass_on(Vm& vm, Coroutine* co) {
  vm.restore_error(co->transfer, vm.take_trace());
  return Value::raised();
}

/// coroutine.resume(co, ...)
/// Runs co until it yields, returns or raises: true and the values, or false and the error value. The arguments go
/// to f, later to the pending yield.
///     co := coroutine.create(func(a) { b := coroutine.yield(a + 1); return b * 2 })
///     print(coroutine.resume(co, 1))
///     print(coroutine.resume(co, 5))
///     print(coroutine.resume(co))
///     // true  2
///     // true  10
///     // false  cannot resume dead coroutine
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

/// coroutine.wrap(f)
/// A function that resumes a coroutine of f, returns its values, and raises its errors.
///     squares := coroutine.wrap(func() { for i := 1; i <= 3; i++ { coroutine.yield(i * i) } })
///     for n := range squares { print(n) }
///     // 1
///     // 4
///     // 9
Value wrap(Vm& vm, Args args) {
  Coroutine* co = new_coroutine(vm, args);
  if (!co) return Value::raised();
  Native* function = vm.native("coroutine.wrap", resume_wrapped, {Value::object(co)});
  return function ? Value::function(function) : Value::raised();
}

/// coroutine.status(co)
/// "suspended", "running", "normal" or "dead".
///     print(coroutine.status(coroutine.create(print))) // suspended
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

/// coroutine.isyieldable()
/// Whether a coroutine is running.
///     print(coroutine.isyieldable()) // false
Value isyieldable(Vm& vm, Args) { return Value::boolean(vm.coroutine->resumer != nullptr); }

/// coroutine.running()
/// The running coroutine and false; outside any nil and true.
///     print(coroutine.running()) // nil  true
Value running(Vm& vm, Args) {
  if (!vm.coroutine->resumer) return vm.results({Value::nil(), Value::boolean(true)});
  return vm.results({Value::object(vm.coroutine), Value::boolean(false)});
}

/// coroutine.close(co)
/// Runs the deferred calls of a suspended coroutine and makes it dead: true, or false and what a deferred call
/// raised.
///     print(coroutine.close(coroutine.create(print))) // true
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

/// coroutine.yield(...)
/// Suspends the running coroutine; gives the arguments of the next resume. Raises "cannot yield from outside a
/// coroutine".
///     f := coroutine.wrap(func() { coroutine.yield(1, 2); return 3 })
///     print(f())
///     print(f())
///     // 1  2
///     // 3
constexpr NativeRow kRows[] = {
    {"create", create}, {"resume", resume}, {"yield", yield_from_coroutine},   {"wrap", wrap},
    {"status", status}, {"isyieldable", isyieldable}, {"running", running}, {"close", close},
};

}  // namespace

bool install_coroutine(Vm& vm) { return vm.register_library("coroutine", kRows) != nullptr; }

}  // namespace gs::stdlib
