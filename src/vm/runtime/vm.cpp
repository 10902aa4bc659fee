#include "vm/runtime/vm.hpp"

#include <algorithm>
#include <cerrno>
#include <cstdio>
#include <cstring>
#include <unistd.h>

#include "platform/clock.hpp"
#include "platform/memory.hpp"
#include "vm/heap/heap.hpp"
#include "vm/object/shape.hpp"
#include "vm/runtime/intrinsic.hpp"
#include "vm/runtime/machine_code.hpp"
#include "vm/runtime/modules.hpp"
#include "vm/runtime/scheduler.hpp"
#include "vm/runtime/stack_pool.hpp"

namespace gs::vm {

namespace {

constexpr usize kOutputBuffer = 1 << 16;
constexpr i32 kShortestSearch = 64;    // thresholds below this are for tests: polls stay that frequent

void write_all(int file, std::string_view text) {
  while (!text.empty()) {
    ssize_t n = ::write(file, text.data(), text.size());
    if (n < 0 && errno == EINTR) continue;
    if (n <= 0) return;
    text.remove_prefix(usize(n));
  }
}

}  // namespace

Vm::Vm(VmOptions options) : options_(std::move(options)) {
  // Without a limit of its own a VM may use most of what the machine has: beyond lies the system's out-of-memory killer.
  if (options_.memory_limit == 0) options_.memory_limit = platform::physical_memory() / 8 * 7;
  heap_ = std::make_unique<Heap>(*this);
  shapes_ = std::make_unique<Shapes>(*this);
  stacks_ = std::make_unique<StackPool>(*this);
  scheduler_ = std::make_unique<Scheduler>(*this);
  modules_ = std::make_unique<Modules>(*this);
  output_is_terminal_ = !options_.print && isatty(1);
  globals_ = new_table(*this);
  out_of_memory_message_ = string("out of memory");
  stack_overflow_message_ = string("stack overflow");
  GS_CHECK(globals_ && stack_overflow_message_, "the memory limit leaves room for an empty VM");
  scheduler_->start_main();
  restart_clock();
  const Tunables& tunables = options_.tunables;
  poll_interval_ = kPollInterval;
  if (options_.make_jit) {
    jit_ = options_.make_jit(*this);
    poll_interval_ = i32(std::min<i64>(kPollInterval, tunables.jit_threshold));
    call_patience = u16(std::min(tunables.jit_calls, tunables.jit_threshold));
  }
  budget = last_interval_ = poll_interval_;
}

Vm::~Vm() {
  flush_output();
  scheduler_->abandon();
}

Value Vm::string_value(std::string_view text) {
  String* s = string(text);
  return s ? Value::string(s) : Value::raised();
}

Value Vm::box_integer(i64 v) {
  auto* box = heap_->allocate_cell<BoxedInt>(CellKind::kBoxedInt);
  if (!box) return Value::raised();
  box->value = v;
  return Value::boxed_int(box);
}

Native* Vm::native(std::string_view qualified_name, NativeFunction entry, std::initializer_list<Value> captures) {
  String* name = string(qualified_name);
  if (!name) return nullptr;
  auto* native = heap_->allocate_cell<Native>(CellKind::kNative, sizeof(Native) + captures.size() * sizeof(Value));
  if (!native) return nullptr;
  native->entry = entry;
  native->name = name;
  native->aux = u32(captures.size());
  std::copy(captures.begin(), captures.end(), native->captures);
  return native;
}

Userdata* Vm::userdata(const UserdataClass& type, Table* metatable, usize payload_size) {
  auto* object = heap_->allocate_cell<Userdata>(CellKind::kUserdata, sizeof(Userdata) + payload_size);
  if (!object) return nullptr;
  if (!metatable) {
    for (const ClassEntry& entry : classes_) {
      if (entry.type == &type) metatable = entry.metatable;
    }
  }
  object->type = &type;
  object->metatable = metatable;
  object->payload_size = payload_size;
  return object;
}

// ---- results

Value* Vm::result_space(usize count) {
  if (!stacks_->ensure(top, count)) return nullptr;
  return top;
}

Value Vm::results(std::span<const Value> values) {
  Value* out = result_space(values.size());
  if (!out) return Value::raised();
  std::memmove(static_cast<void*>(out), values.data(), values.size_bytes());
  return Value::multi(u32(values.size()));
}

Value Vm::failure(std::string_view message) {
  Value text = string_value(message);
  if (text.is_raised()) return text;
  return results({Value::nil(), text});
}

// ---- globals and libraries

Global* Vm::global(std::string_view name) {
  String* key = string(name);
  if (!key) return nullptr;
  Value known = table_get_string(globals_, key);
  if (!known.is_nil()) return static_cast<Global*>(known.as_cell());
  auto* global = heap_->allocate_cell<Global>(CellKind::kGlobal);
  if (!global) return nullptr;
  global->value = Value::empty();
  global->name = key;
  return table_set_string(*this, globals_, key, Value::object(global)) ? global : nullptr;
}

bool Vm::set_global(std::string_view name, Value value) {
  Global* g = global(name);
  if (!g) return false;
  g->value = value;
  g->aux = g->aux == Global::kUndefined ? Global::kAssignedOnce : Global::kAssignedMany;
  heap_->barrier(g);
  return true;
}

Value Vm::get_global(std::string_view name) {
  String* key = string(name);
  Value known = key ? table_get_string(globals_, key) : Value::nil();
  return known.is_nil() ? Value::empty() : static_cast<Global*>(known.as_cell())->value;
}

Table* Vm::library_table(const char* name) {
  Value existing = get_global(name);
  if (existing.is_table()) return existing.as_table();
  Table* library = table(0, kMaxInlineFields);
  return library && set_global(name, Value::table(library)) ? library : nullptr;
}

bool Vm::add_natives(Table* into, std::string_view prefix, std::span<const NativeRow> rows) {
  for (const NativeRow& row : rows) {
    const std::string qualified = std::string(prefix) + row.name;
    Native* function = native(qualified, row.entry);
    if (function) function->detail = u8(intrinsic_named(qualified));
    if (!function || !table_set_name(*this, into, row.name, Value::function(function))) return false;
  }
  return true;
}

Table* Vm::register_library(const char* library, std::span<const NativeRow> rows) {
  Table* table = library_table(library);
  if (!table || !add_natives(table, std::string(library) + ".", rows)) return nullptr;
  if (!string_methods_ && !std::strcmp(library, "string")) string_methods_ = table;
  return table;
}

Table* Vm::register_class(const UserdataClass& type, std::span<const NativeRow> methods) {
  Table* metatable = table(0, 0);
  Table* index = metatable ? table(0, 0) : nullptr;
  if (!index) return nullptr;
  classes_.push_back({&type, metatable});
  if (!add_natives(index, std::string(type.name) + ":", methods)) return nullptr;
  if (!table_set_name(*this, metatable, "__index", Value::table(index))) return nullptr;
  return metatable;
}

bool Vm::register_builtins(std::span<const NativeRow> rows) {
  for (const NativeRow& row : rows) {
    Native* function = native(row.name, row.entry);
    if (function) function->detail = u8(intrinsic_named(row.name));
    if (!function || !set_global(row.name, Value::function(function))) return false;
  }
  return true;
}

// ---- limits

void Vm::restart_clock() { started_ = platform::monotonic_seconds(); }

bool Vm::check_limits() {
  budget = last_interval_;
  if (interrupt_.load(std::memory_order_relaxed)) {
    interrupt_.store(false, std::memory_order_relaxed);
    raise_terminating("interrupted");
    return false;
  }
  if (options_.time_limit > 0 && platform::monotonic_seconds() - started_ > options_.time_limit) {
    raise_terminating("time limit exceeded");
    return false;
  }
  return !heap_->is_over_limit() || heap_->settle_limit();
}

void Vm::credit(Prototype* proto) {
  u64 heat = u64(proto->heat) + u32(last_interval_);
  proto->heat = heat < ~0u ? u32(heat) : ~0u;
  if (jit_) jit_->consider(proto);
  if (poll_interval_ < kShortestSearch) return;
  last_interval_ = varied(proto->machine ? kPollInterval : poll_interval_);
}

// Intervals vary, or a loop whose rounds have a fixed number of events would be found at the same place each time.
i32 Vm::varied(i32 interval) {
  poll_noise_ = poll_noise_ * 5 + 1;
  return interval - (poll_noise_ >> 3) % kShortestSearch;
}

bool Vm::quiet_poll() {
  budget = 0;
  if (interrupt_.load(std::memory_order_relaxed) || heap_->has_pending_finalizers() || scheduler_->slice_is_over()) return false;
  if (heap_->is_over_limit()) return false;
  if (options_.time_limit > 0 && platform::monotonic_seconds() - started_ > options_.time_limit) return false;
  budget = last_interval_ = varied(kPollInterval);
  return true;
}

bool Vm::handle_poll() {
  bool may_go_on = check_limits();
  // The interpreter's next poll comes at once: only it lets other goroutines run.
  budget = 0;
  return may_go_on;
}

// ---- output

void Vm::write_output(std::string_view text) {
  if (options_.print) {
    options_.print(text);
    return;
  }
  if (output_.size() + text.size() > kOutputBuffer) flush_output();
  if (text.size() > kOutputBuffer) {
    write_all(1, text);
    return;
  }
  output_.append(text);
  if (output_is_terminal_ && text.find('\n') != text.npos) flush_output();
}

void Vm::flush_output() {
  write_all(1, output_);
  output_.clear();
}

}  // namespace gs::vm
