#include "stdlib/debug/debug.hpp"

#include "bytecode/image.hpp"
#include "vm/object/coroutine.hpp"
#include "vm/runtime/traceback.hpp"

namespace gs::stdlib {

using namespace vm;

namespace {

bool is_coroutine(Value v) { return v.is_object() && v.as_cell()->kind == CellKind::kCoroutine; }

// The frame at `level` (1: innermost); at_end if there is none.
FrameCursor frame_at(FrameCursor cursor, i64 level) {
  while (level > 1 && !cursor.at_end()) {
    cursor.next();
    level--;
  }
  return cursor;
}

/// debug.traceback([co,] [msg [, level=1]])
/// msg and the frames of the stack as text.
///     print(debug.traceback("here"):match("^[^\n]+")) // here
Value traceback(Vm& vm, Args args) {
  FrameCursor cursor = FrameCursor::of_running(vm);
  u32 first = 0;
  if (is_coroutine(args[0])) {
    auto* co = static_cast<Coroutine*>(args[0].as_cell());
    if (co != vm.coroutine) cursor = FrameCursor::of_suspended(co);
    if (co->state == CoroutineState::kDead) cursor.base = nullptr;
    first = 1;
  }
  Value message = args[first];
  if (!message.is_nil() && !message.is_string()) return message;
  i64 level = 1;
  if (!opt_int(vm, args, first + 1, level)) return Value::raised();
  std::string text;
  if (message.is_string()) text = std::string(view(message.as_string())) + "\n";
  text += format_frames(trace_from(frame_at(cursor, level), 0));
  text.pop_back();
  return vm.string_value(text);
}

bool set(Vm& vm, Table* t, const char* key, Value v) { return !v.is_raised() && table_set_name(vm, t, key, v); }

Value script_info(Vm& vm, const Prototype* prototype, Value current_line) {
  Table* t = vm.table(0, 8);
  auto kind = bytecode::FunctionKind(prototype->function_kind);
  bool is_chunk = kind != bytecode::FunctionKind::kFunction;
  Value name = prototype->name && prototype->name->length ? Value::string(prototype->name) : Value::nil();
  if (!t || !set(vm, t, "name", name) || !set(vm, t, "source", Value::string(prototype->source)) ||
      !set(vm, t, "line", Value::small_int(prototype->line)) || !set(vm, t, "currentline", current_line) ||
      !set(vm, t, "what", vm.string_value(is_chunk ? "main" : "script")) ||
      !set(vm, t, "nparams", Value::small_int(prototype->parameters)) ||
      !set(vm, t, "isvararg", Value::boolean(prototype->is_vararg))) {
    return Value::raised();
  }
  return Value::table(t);
}

Value native_info(Vm& vm, const Native* native) {
  Table* t = vm.table(0, 8);
  if (!t || !set(vm, t, "name", Value::string(native->name)) || !set(vm, t, "what", vm.string_value("native")) ||
      !set(vm, t, "nparams", Value::small_int(0)) || !set(vm, t, "isvararg", Value::boolean(true))) {
    return Value::raised();
  }
  return Value::table(t);
}

/// debug.getinfo(f | level)
/// Table {name, source, line, currentline, what, nparams, isvararg} of a function or of an active call; nil if
/// there is none.
///     print(debug.getinfo(print).what, debug.getinfo(func(a, b) {}).nparams) // native  2
Value getinfo(Vm& vm, Args args) {
  Value subject = args[0];
  if (subject.is_function()) {
    Function* function = subject.as_function();
    if (!function->is_closure()) return native_info(vm, static_cast<Native*>(function));
    return script_info(vm, static_cast<Closure*>(function)->prototype, Value::nil());
  }
  if (!subject.is_number()) return bad_type(vm, args, 0, "function or level");
  i64 level;
  if (!arg_int(vm, args, 0, level)) return Value::raised();
  if (level < 1) return Value::nil();
  FrameCursor cursor = frame_at(FrameCursor::of_running(vm), level);
  if (cursor.at_end()) return Value::nil();
  return script_info(vm, cursor.prototype(), Value::small_int(cursor.line()));
}

constexpr NativeRow kRows[] = {{"traceback", traceback}, {"getinfo", getinfo}};

}  // namespace

bool install_debug(Vm& vm) { return vm.register_library("debug", kRows) != nullptr; }

}  // namespace gs::stdlib
