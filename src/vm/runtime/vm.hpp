// The VM: one program's world. Owns the heap, globals, modules, goroutines and limits. One VM runs on one OS thread at a
// time; many VMs may run in one process. The interpreter pins a Vm* in a register: the fields generated code reads come first.
#pragma once

#include <atomic>
#include <functional>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/tunables.hpp"
#include "vm/object/objects.hpp"
#include "vm/object/string.hpp"
#include "vm/object/table.hpp"
#include "vm/runtime/native.hpp"

namespace gs::bytecode {
struct Image;
}

namespace gs::vm {

class Heap;
class Jit;
class Scheduler;
class Modules;
class Shapes;
class StackPool;
struct Activation;
struct CatchScope;
struct Coroutine;
struct PanicScope;

// Where an own field or an inherited one is, by (shape, key): for sites that see several shapes. Cleared by collections.
enum class FieldPlace : u32 { kInline, kOverflow, kHolder };
struct FieldCacheEntry {
  const Shape* shape = nullptr;
  u64 key = 0;  // String*
  FieldPlace place = FieldPlace::kInline;
  u32 offset = 0;           // bytes from the cell or from the overflow storage
  u64 epoch = 0;            // kHolder: valid while meta_epoch is this
  const Value* holder = nullptr;

  // Neither an own field when the entry was made nor found by __index then. Readers of the place find nil and look again.
  static const Value kAbsent;
  bool is_absent() const { return holder == &kAbsent; }
};
inline constexpr Value FieldCacheEntry::kAbsent = Value::nil();
// The interned name of an event, by where the literal is that metamethod() is asked with. Cleared by collections.
struct EventName {
  const char* text = nullptr;
  String* name = nullptr;
};
constexpr u32 kEventNames = 32;
// What word 0 of a field's feedback slot has added to the shape's address.
enum class CacheForm : u64 { kInline = 0, kOverflow = 1, kHolder = 2, kAdd = 3 };
constexpr u64 kCacheFormMask = 3;
constexpr u32 kFieldCacheSize = 512;
inline u32 field_cache_index(const Shape* shape, u64 key) {
  return u32(((u64(shape) >> 4) * 31 + (key >> 4)) * 0x9E3779B97F4A7C15ull >> 48) % kFieldCacheSize;
}

enum class ArithOp : u8 { kAdd, kSub, kMul, kDiv, kMod, kPow, kBand, kBor, kBxor, kBandNot, kShl, kShr, kUnm, kBnot };

struct ClassEntry {
  const UserdataClass* type;
  Table* metatable;
};

// What the host fixes when it makes a VM.
struct VmOptions {
  u64 memory_limit = 0;       // bytes; 0: none
  f64 time_limit = 0;         // seconds of running time; 0: none
  bool gc_stress = false;     // collect at every allocation
  bool verify_heap = false;   // verify after every collection
  bool trace_jit = false;     // a line on standard error for every region compiled
  bool trace_exits = false;   // and for every place that leaves optimized code too often
  std::string skip_passes;    // the optimizer's passes to leave out, separated by commas
  bool trace_gc = false;      // a line on standard error for every collection
  bool perf = false;          // names of machine code for Linux perf
  bool dump_code = false;     // machine code on standard error as it is made
  std::string dump_ir;        // the optimizer's IR likewise: after the pass of this name, "build": before all, "all": after each; "": never
  u64 fail_allocation = 0;    // the heap's allocation of this number fails as if there were no memory; 0: none
  Tunables tunables;          // --set; read as vm.options().tunables.gc_growth
  std::unique_ptr<Jit> (*make_jit)(Vm& vm) = nullptr;  // null: interpreted
  std::function<void(std::string_view)> print;  // receives what print and io.write would send to standard output
};

// Where an error was raised and the frames above it (9.2), as text; taken when nothing on the way out can catch it.
struct ErrorTrace {
  std::string place;                // "FILE:LINE", empty for level 0
  std::vector<std::string> frames;  // innermost first, at most 20
  u64 hidden = 0;                   // frames left out in the middle
};

class Vm {
 public:
  explicit Vm(VmOptions options);
  ~Vm();
  Vm(const Vm&) = delete;
  Vm& operator=(const Vm&) = delete;

  // --- state read by the interpreter and generated code (order matters to nobody but them)
  Value* stack_limit = nullptr;      // of the running coroutine: frames must end below it
  i32 budget = 0;                    // counts down at entries and back-edges; below 0: poll
  u32 meta_epoch = 0;                // advances when a prototype's layout or a metatable's events change
  Value* top = nullptr;              // first free value slot while C++ code runs; end of a multi-value list between opcodes
  Value* frame_base = nullptr;       // base of the innermost script frame while C++ code runs
  const bytecode::Instruction* frame_pc = nullptr;  // its next instruction
  u32 call_arguments = 0;            // argument count on the way into a function
  u32 result_count = 0;              // number of values of the last multi-value return
  char* native_limit = nullptr;      // lowest native stack address of the running coroutine
  Coroutine* coroutine = nullptr;    // the running one
  Activation* activation = nullptr;  // innermost run of the interpreter in it
  PanicScope* panic = nullptr;       // innermost deferred call that runs because of an error
  CatchScope* catcher = nullptr;     // innermost pcall or xpcall
  u16 call_patience = 0xffff;         // calls from machine code or C++ until an interpreted function is considered
  FieldCacheEntry field_cache[kFieldCacheSize];
  EventName event_names[kEventNames];

  static constexpr i32 kPollInterval = 4096;  // entries and back-edges

  bool may_redeclare = false;        // the REPL's chunks may redeclare constants

  // --- creation. Null or raised = an error is passing.
  String* string(std::string_view text) { return new_string(*this, text); }
  Value string_value(std::string_view text);
  Value integer(i64 v) {
    if (GS_LIKELY(Value::fits_inline(v))) return Value::small_int(v);
    return box_integer(v);
  }
  Table* table(u32 array_capacity = 0, u32 field_capacity = 0) { return new_table(*this, array_capacity, field_capacity); }
  Native* native(std::string_view qualified_name, NativeFunction entry, std::initializer_list<Value> captures = {});
  Userdata* userdata(const UserdataClass& type, Table* metatable, usize payload_size);

  // --- errors: each leaves the error in the VM and gives Value::raised().
  Value raise(std::string_view message);
  Value raise_value(Value error);
  __attribute__((format(printf, 2, 3))) Value raise_format(const char* format, ...);
  Value raise_out_of_memory();
  Value raise_stack_overflow();
  // Takes the passing error (pcall): the VM has none afterwards.
  Value take_error();
  bool is_raising() const { return raising_; }
  // Uncatchable errors (time limit, interrupt, exit) must be passed on by pcall and friends.
  bool is_terminating() const { return terminating_; }

  // --- results of a native
  Value results(std::span<const Value> values);
  // A few: `values` must not lie at `top`.
  Value results(std::initializer_list<Value> values) {
    Value* out = result_space(values.size());
    if (GS_UNLIKELY(!out)) return Value::raised();
    for (Value v : values) *out++ = v;
    return Value::multi(u32(values.size()));
  }
  // Room for `count` results at the returned address, then `return Value::multi(count)`. Null = raised (stack overflow).
  Value* result_space(usize count);
  // The usual `nil, err`.
  Value failure(std::string_view message);

  // --- calling back. First result (nil if none), or raised.
  Value call(Value callee, std::span<const Value> arguments);
  Value call(Value callee, std::initializer_list<Value> arguments) {
    return call(callee, std::span(arguments.begin(), arguments.size()));
  }
  // All results: their count, at `top`[0...]; -1 = raised. They are overwritten by the next call.
  i64 call_multi(Value callee, std::span<const Value> arguments);
  // How natives return exactly what a callee returned: Value::multi(call_multi(...)).

  // --- operations with metamethods
  Value index(Value object, Value key);
  [[nodiscard]] bool set_index(Value object, Value key, Value value);
  Value arithmetic(ArithOp op, Value a, Value b);
  Value concat(Value a, Value b);
  Value length(Value v);
  [[nodiscard]] bool equals(Value a, Value b, bool& result);
  [[nodiscard]] bool less(Value a, Value b, bool& result);
  [[nodiscard]] bool less_equal(Value a, Value b, bool& result);
  // The string form (3.4), with __tostring and __name. Null = raised.
  String* to_string_form(Value v);
  // Appends the string form; cheap for numbers and strings. False = raised.
  [[nodiscard]] bool append_string_form(StringBuilder& out, Value v);
  Value metamethod(Value v, std::string_view event);  // raw; nil if none. `event` is a literal

  // --- without metamethods
  static bool raw_equals(Value a, Value b);
  const char* type_name(Value v) const;
  // 3.4: numeric strings to numbers. False if v is neither a number nor such a string.
  bool to_number(Value v, Value& number);
  static bool to_f64(Value number, f64& out);       // ints convert; false if not a number
  static bool to_exact_int(Value number, i64& out);  // ints, and floats with an exact int64 value

  // --- globals and libraries
  Global* global(std::string_view name);  // made (undefined) if new; null = raised
  [[nodiscard]] bool set_global(std::string_view name, Value value);
  Value get_global(std::string_view name);  // empty if undefined
  // Adds natives to the library table `library` (made and bound to the global of that name if new). Null = raised.
  Table* register_library(const char* library, std::span<const NativeRow> rows);
  // A class of library objects: its methods, called as obj.m() or obj:m(); names "class:method". Null = raised.
  Table* register_class(const UserdataClass& type, std::span<const NativeRow> methods);
  [[nodiscard]] bool register_builtins(std::span<const NativeRow> rows);

  // Methods of strings (6.4): the table initially bound to `string`.
  Table* string_methods() { return string_methods_; }
  // Every global that is defined: for completion and `check`.
  template <typename Visitor>
  void each_global(Visitor visit) {
    Value key, value;
    for (u64 cursor = 0; table_next(globals_, cursor, key, value);) {
      auto* global = static_cast<Global*>(value.as_cell());
      if (!global->value.is_empty()) visit(view(key.as_string()), global->value);
    }
  }

  // --- errors in passing: for the API and the scheduler
  const ErrorTrace& error_trace() const { return trace_; }
  ErrorTrace take_trace() { return std::move(trace_); }
  Value peek_error() const { return error_; }
  // Raises again what came over from another coroutine, keeping and extending its trace.
  Value raise_from(Value error, ErrorTrace trace);
  Value raise_at_level(Value error, i64 level);
  // Uncatchable: every catcher passes it on.
  Value raise_terminating(std::string_view message);
  void clear_termination() { terminating_ = false; }
  // os.exit: ends the program with `status`, uncatchable. The host takes the status from the error that comes out.
  Value raise_exit(i32 status) {
    exit_status_ = status;
    is_exiting_ = true;
    return raise_terminating("exit");
  }
  bool take_exit(i32& status) {
    status = exit_status_;
    return std::exchange(is_exiting_, false);
  }
  // An error passes again that was set aside while deferred calls ran.
  void restore_error(Value error, ErrorTrace trace);

  // Unregisters RootedValues on a native stack that is given up.
  void drop_rooted_between(const char* low, const char* high);

  // --- limits
  void interrupt() {  // from any thread or signal handler
    interrupt_.store(true, std::memory_order_relaxed);
    *static_cast<volatile i32*>(&budget) = 0;
  }
  void forget_interrupt() { interrupt_.store(false, std::memory_order_relaxed); }
  void restart_clock();  // the time limit counts from here
  [[nodiscard]] bool check_limits();  // time limit, interrupt; false = raised
  // A poll found `proto` running: adds the entries and iterations counted since the last poll to its heat and sets the budget
  // until the next one; offers it to the compiler.
  void credit(Prototype* proto);
  // A poll in optimized code: true if nothing but counting has to be done, which is then done. False: the code must leave, the lower
  // tier's next poll comes at once.
  bool quiet_poll();
  void set_time_limit(f64 seconds) { options_.time_limit = seconds; }

  // --- long-running natives: false = raised (time limit, interrupt). Does not switch goroutines.
  [[nodiscard]] bool poll() { return GS_LIKELY(--budget >= 0) || handle_poll(); }
  // Work in proportion to `bytes` uses up the budget, so that loops around slow natives poll in time.
  void charge(usize bytes) {
    constexpr usize kBytesPerStep = 4096;
    if (GS_UNLIKELY(bytes >= kBytesPerStep) && budget >= 0) {
      budget -= bytes / kBytesPerStep < usize(kPollInterval) ? i32(bytes / kBytesPerStep) : kPollInterval;
    }
  }

  // --- standard output: one buffer for print, io.write, io.stdout.
  void write_output(std::string_view text);
  void flush_output();

  Heap& heap() { return *heap_; }
  Shapes& shapes() { return *shapes_; }
  StackPool& stacks() { return *stacks_; }
  Scheduler& scheduler() { return *scheduler_; }
  Modules& modules() { return *modules_; }
  Jit* jit() { return jit_.get(); }  // null: interpreted
  const VmOptions& options() const { return options_; }

 private:
  friend class Heap;
  friend class RootedValues;
  friend void trace_roots(Vm& vm, Heap& heap);
  Value box_integer(i64 v);
  bool handle_poll();
  void forget_left_frames();
  i32 varied(i32 interval);
  Table* library_table(const char* name);
  bool add_natives(Table* into, std::string_view prefix, std::span<const NativeRow> rows);

  VmOptions options_;
  std::unique_ptr<Heap> heap_;
  std::unique_ptr<Shapes> shapes_;
  std::unique_ptr<StackPool> stacks_;
  std::unique_ptr<Scheduler> scheduler_;
  std::unique_ptr<Modules> modules_;
  std::unique_ptr<Jit> jit_;
  i32 poll_interval_ = 0;       // while interpreting: short, so that hot code is found soon
  i32 last_interval_ = 0;
  u8 poll_noise_ = 0;
  bool raising_ = false;
  bool terminating_ = false;
  bool ran_out_of_memory_ = false;  // since an error was taken last
  bool is_exiting_ = false;
  i32 exit_status_ = 0;
  Value error_;
  ErrorTrace trace_;
  RootedValues* rooted_ = nullptr;
  Table* globals_ = nullptr;        // name -> Global, kept as object values
  Table* string_methods_ = nullptr;
  String* out_of_memory_message_ = nullptr;
  String* stack_overflow_message_ = nullptr;
  std::vector<ClassEntry> classes_;
  std::string output_;
  bool output_is_terminal_ = false;
  f64 started_ = 0;
  std::atomic<bool> interrupt_{false};
};

}  // namespace gs::vm
