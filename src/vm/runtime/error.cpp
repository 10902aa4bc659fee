// Raising: the error value, the place and the frames above it.
#include <algorithm>
#include <cstdarg>
#include <cstdio>
#include <cstring>

#include "vm/heap/heap.hpp"
#include "vm/object/coroutine.hpp"
#include "vm/runtime/catch.hpp"
#include "vm/runtime/traceback.hpp"
#include "vm/runtime/vm.hpp"

namespace gs::vm {

namespace {

// Whether something on the way out may catch: then nobody will ask for the trace.
bool may_be_caught(const Vm& vm) { return vm.catcher || vm.coroutine->caught_below; }

// xpcall's handler runs at the point of the error, before anything is unwound.
Value apply_handler(Vm& vm, Value error) {
  CatchScope* scope = vm.catcher;
  if (!scope || scope->handler.is_nil() || scope->handled) return error;
  scope->handled = true;
  SpareStack spare(vm);
  Value result = vm.call(scope->handler, {error});
  if (!result.is_raised()) return result;
  if (vm.is_terminating()) return vm.take_error();
  vm.take_error();
  return Value::nil();
}

}  // namespace

Value Vm::raise_value(Value error) { return raise_at_level(error, 1); }

Value Vm::raise_at_level(Value error, i64 level) {
  if (!may_be_caught(*this)) trace_ = capture_trace(*this, level);
  error = apply_handler(*this, error);
  error_ = error;
  raising_ = true;
  return Value::raised();
}

Value Vm::raise_from(Value error, ErrorTrace trace) {
  ErrorTrace own = may_be_caught(*this) ? ErrorTrace{} : capture_trace(*this, 1);
  error = apply_handler(*this, error);
  error_ = error;
  raising_ = true;
  join_traces(trace, own);
  trace_ = std::move(trace);
  return Value::raised();
}

void Vm::restore_error(Value error, ErrorTrace trace) {
  error_ = error;
  raising_ = true;
  trace_ = std::move(trace);
}

Value Vm::raise(std::string_view message) {
  String* text = string(message);
  return text ? raise_value(Value::string(text)) : Value::raised();
}

Value Vm::raise_format(const char* format, ...) {
  char text[1024];
  va_list arguments;
  va_start(arguments, format);
  int length = std::vsnprintf(text, sizeof text, format, arguments);
  va_end(arguments);
  return raise({text, std::min(usize(length), sizeof text - 1)});
}

Value Vm::raise_terminating(std::string_view message) {
  terminating_ = true;
  trace_ = capture_trace(*this, 1);
  Heap::WithoutLimit lifted(heap());  // the message must not become another one
  String* text = string(message);
  error_ = text ? Value::string(text) : Value::nil();
  raising_ = true;
  return Value::raised();
}

Value Vm::raise_out_of_memory() {
  // The message was interned when the VM was made: raising needs no memory.
  ran_out_of_memory_ = true;
  return raise_value(Value::string(out_of_memory_message_));
}

Value Vm::raise_stack_overflow() { return raise_value(Value::string(stack_overflow_message_)); }

namespace {

// Overwrites what functions that have returned left below the caller's frame.
GS_NOINLINE void clear_native_stack_below(const char* lowest) {
  constexpr usize kMost = 64 << 10;
  auto* here = static_cast<char*>(__builtin_frame_address(0));
  if (here - lowest <= 1024) return;
  usize size = std::min<usize>(kMost, usize(here - lowest) - 1024);
  void* below = __builtin_alloca(size);
  std::memset(below, 0, size);
  asm volatile("" : : "r"(below) : "memory");
}

}  // namespace

// What the frames that were left had in their registers stays there. Functions called next have their registers in the same
// place, and until they are written the collector takes what is in them for used: memory would not come back. The same is true of
// native frames.
void Vm::forget_left_frames() {
  ran_out_of_memory_ = false;
  if (top < stack_limit) std::memset(static_cast<void*>(top), 0, usize(stack_limit - top) * sizeof(Value));
  clear_native_stack_below(native_limit);
}

Value Vm::take_error() {
  if (GS_UNLIKELY(ran_out_of_memory_)) forget_left_frames();
  raising_ = false;
  Value error = error_;
  error_ = Value::nil();
  return error;
}

}  // namespace gs::vm
