#include "stdlib/core/core.hpp"

#include "vm/heap/heap.hpp"
#include "vm/object/channel.hpp"
#include "vm/runtime/catch.hpp"
#include "vm/runtime/modules.hpp"
#include "vm/runtime/operations.hpp"
#include "vm/runtime/stack_pool.hpp"

namespace gs::vm {
Value native_recover(Vm& vm, Args args);
}

namespace gs::stdlib {

using namespace vm;

namespace {

/// error(v [, level])
/// Raises v. level chooses the place shown if nothing catches it: 1 the calling function, 2 its caller, 0 none.
///     print(pcall(error, "oops")) // false  oops
Value error(Vm& vm, Args args) {
  i64 level = 1;
  if (!opt_int(vm, args, 1, level)) return Value::raised();
  return vm.raise_at_level(args[0], level);
}

/// panic(v)
/// Raises v, as error does.
///     print(pcall(panic, "oops")) // false  oops
Value panic(Vm& vm, Args args) { return vm.raise_value(args[0]); }

// What pcall gives: true and the results at vm.top, moved up by one.
Value succeed(Vm& vm, i64 count) {
  Value* out = vm.result_space(usize(count) + 1);
  if (!out) return Value::raised();
  for (i64 i = count; i > 0; i--) out[i] = out[i - 1];
  out[0] = Value::boolean(true);
  return Value::multi(u32(count) + 1);
}

Value fail(Vm& vm) {
  if (vm.is_terminating()) return Value::raised();
  Value error = vm.take_error();
  vm.stacks().trim_running();
  return vm.results({Value::boolean(false), error});
}

/// pcall(f, ...)
/// Calls f with the arguments: true and its results, or false and the value it raised.
///     print(pcall(func(a, b) { return a / b }, 6, 3)) // true  2
///     print(pcall(func(a, b) { return a / b }, 1, 0)) // false  attempt to divide by zero
Value pcall(Vm& vm, Args args) {
  i64 count;
  {
    CatchScope scope(vm, Value::nil());
    count = vm.call_multi(args[0], {args.base + 1, args.count ? args.count - 1 : 0});
  }
  return count < 0 ? fail(vm) : succeed(vm, count);
}

/// xpcall(f, h, ...)
/// As pcall, but an error is passed to h at the point where it was raised, and h's first result is returned after
/// false.
///     print(xpcall(error, func(e) { return "<" .. e .. ">" }, "E")) // false  <E>
Value xpcall(Vm& vm, Args args) {
  Value handler;
  if (!arg_callable(vm, args, 1, handler)) return Value::raised();
  i64 count;
  {
    CatchScope scope(vm, handler);
    count = vm.call_multi(args[0], {args.base + 2, args.count > 2 ? args.count - 2 : 0});
  }
  return count < 0 ? fail(vm) : succeed(vm, count);
}

/// close(ch)
/// Ends sending on a channel. What is buffered can still be received. Raises "close of closed channel".
///     ch := make(chan, 1); ch <- 7; close(ch)
///     print(<-ch, <-ch)
///     // 7  nil
Value close(Vm& vm, Args args) {
  Value v = args[0];
  if (!v.is_object() || v.as_cell()->kind != CellKind::kChannel) return bad_type(vm, args, 0, "channel");
  return channel_close(vm, v) ? Value::multi(0) : Value::raised();
}

// ---- modules and chunks

/// require(name)
/// Loads a module once and returns its value. Dots in the name stand for `/`.
Value require(Vm& vm, Args args) {
  std::string_view name;
  if (!arg_string(vm, args, 0, name)) return Value::raised();
  return vm.modules().require(name);
}

/// load(src [, name])
/// Compiles src and returns it as a function, or nil and an error. Each call runs it at global top level.
///     print(load("return 1 + ...")(41)) // 42
///     print(load("x = = 1", "snippet")) // nil  snippet:1:5: expected expression, found '='
Value load(Vm& vm, Args args) {
  std::string_view source, name = "(load)";
  if (!arg_string(vm, args, 0, source) || !opt_string(vm, args, 1, name)) return Value::raised();
  std::string error;
  Closure* chunk = vm.modules().load(source, std::string(name), ChunkSort::kLoad, error);
  if (chunk) return Value::function(chunk);
  return error.empty() ? Value::raised() : vm.failure(error);
}

Value run_chunk(Vm& vm, std::string_view source, const std::string& name) {
  std::string error;
  Closure* chunk = vm.modules().load(source, name, ChunkSort::kLoad, error);
  if (!chunk) return error.empty() ? Value::raised() : vm.raise(error);
  i64 count = vm.call_multi(Value::function(chunk), {});
  return count < 0 ? Value::raised() : Value::multi(u32(count));
}

/// loadstring(src)
/// Compiles and runs src and returns its results; raises compile errors.
///     print(loadstring("return 6 * 7")) // 42
Value loadstring(Vm& vm, Args args) {
  std::string_view source;
  if (!arg_string(vm, args, 0, source)) return Value::raised();
  return run_chunk(vm, source, "(load)");
}

/// dofile(path)
/// Compiles and runs a file at global top level and returns its results. Raises "cannot open 'PATH': REASON".
///     print(pcall(dofile, "missing.gs")) // false  cannot open 'missing.gs': no such file or directory
Value dofile(Vm& vm, Args args) {
  std::string_view path;
  if (!arg_string(vm, args, 0, path)) return Value::raised();
  std::string source, reason;
  if (!vm.modules().read_file(std::string(path), source, reason)) {
    return vm.is_raising() ? Value::raised() : vm.raise("cannot open '" + std::string(path) + "': " + reason);
  }
  return run_chunk(vm, source, std::string(path));
}

// ---- the collector

const char* mode_name(Heap::Mode mode) { return mode == Heap::Mode::kIncremental ? "incremental" : "generational"; }

// Returns the mode there was.
Value set_collector_mode(Vm& vm, Heap::Mode mode) {
  Value before = vm.string_value(mode_name(vm.heap().mode()));
  if (!before.is_raised()) vm.heap().set_mode(mode);
  return before;
}

// Sizes in bytes, times in milliseconds: pauses by the wall clock, cpu what they took of the processor.
Value collector_stats(Vm& vm) {
  GcStats stats = vm.heap().stats();
  Table* t = vm.table(0, 10);
  if (!t) return Value::raised();
  RootedValues root(vm);
  if (!root.push(Value::table(t))) return Value::raised();
  Value mode = vm.string_value(mode_name(vm.heap().mode()));
  bool ok = !mode.is_raised() && table_set_name(vm, t, "mode", mode) &&
            table_set_name(vm, t, "collections", vm.integer(i64(stats.collections))) &&
            table_set_name(vm, t, "full", vm.integer(i64(stats.full_collections))) &&
            table_set_name(vm, t, "steps", vm.integer(i64(stats.steps))) &&
            table_set_name(vm, t, "bytes", vm.integer(i64(stats.bytes_in_use))) &&
            table_set_name(vm, t, "peak", vm.integer(i64(stats.peak_bytes))) &&
            table_set_name(vm, t, "pauses", Value::number(stats.total_pause * 1e3)) &&
            table_set_name(vm, t, "longest", Value::number(stats.longest_pause * 1e3)) &&
            table_set_name(vm, t, "cpu", Value::number(stats.total_cpu * 1e3)) &&
            table_set_name(vm, t, "longestcpu", Value::number(stats.longest_cpu * 1e3));
  return ok ? Value::table(t) : Value::raised();
}

/// collectgarbage([opt])
/// "collect" (default): a full collection; "count": KiB in use; "step": one step, true if a cycle finished; "stop",
/// "restart"; "isrunning"; "generational" (the usual mode), "incremental": the mode until now; "stats": a table of figures.
///     print(collectgarbage(), collectgarbage("isrunning")) // 0  true
Value collectgarbage(Vm& vm, Args args) {
  std::string_view option = "collect";
  if (!opt_string(vm, args, 0, option)) return Value::raised();
  Heap& heap = vm.heap();
  if (option == "collect") {
    heap.collect_full();
    heap.run_pending_finalizers();
    return vm.is_raising() ? Value::raised() : Value::small_int(0);
  }
  if (option == "count") return Value::number(f64(heap.bytes_in_use()) / 1024);
  if (option == "step") {
    bool is_over = heap.collect_step();
    heap.run_pending_finalizers();
    return vm.is_raising() ? Value::raised() : Value::boolean(is_over);
  }
  if (option == "stop" || option == "restart") {
    heap.set_running(option == "restart");
    return Value::small_int(0);
  }
  if (option == "incremental") return set_collector_mode(vm, Heap::Mode::kIncremental);
  if (option == "generational") return set_collector_mode(vm, Heap::Mode::kGenerational);
  if (option == "stats") return collector_stats(vm);
  if (option == "isrunning") return Value::boolean(heap.is_running());
  return bad_argument(vm, args, 0, "invalid option '" + std::string(option) + "'");
}

/// recover()
/// In a deferred call that runs because of an error: stops the error and returns its value. Elsewhere nil.
///     f := func() { defer func() { print("recovered", recover()) }(); error("oops") }
///     f()
///     // recovered  oops
constexpr NativeRow kBuiltins[] = {
    {"error", error},     {"panic", panic},     {"recover", native_recover}, {"pcall", pcall},
    {"xpcall", xpcall},   {"close", close},     {"require", require},        {"load", load},
    {"dofile", dofile},   {"loadstring", loadstring}, {"collectgarbage", collectgarbage},
};

}  // namespace

bool install_core(Vm& vm) {
  Value version = vm.string_value("GScript 1.0");
  return !version.is_raised() && vm.set_global("_VERSION", version) && vm.register_builtins(kBuiltins);
}

}  // namespace gs::stdlib
