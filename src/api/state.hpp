// What a gscript::VM is inside: the machine, the slots that root the host's handles, and the classes it bound. Also the
// conversions between handles and machine values, and the rules for entering the machine and for errors coming out of it.
//
// Handles hold counted references on State, so that they may outlive the VM; slots are counted too, so that copying a handle
// is two increments.
#pragma once

#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "gscript/gscript.hpp"
#include "vm/runtime/native.hpp"
#include "vm/runtime/vm.hpp"

namespace gscript::detail {

// A bound C++ class. The machine sees it as the class of its userdata.
struct HostClass : gs::vm::UserdataClass {
  const void* key = nullptr;
  std::string class_name;
  void (*destroy_object)(void*) = nullptr;
  // Slots of tables; they live as long as the VM.
  std::uint32_t metatable = 0;
  std::uint32_t methods = 0;
  std::uint32_t getters = 0;
  std::uint32_t setters = 0;
};

struct State {
  VM* host = nullptr;
  std::unique_ptr<gs::vm::Vm> vm;  // null once the VM is destroyed
  std::size_t references = 1;      // the VM's and the handles'

  std::unique_ptr<gs::vm::RootedValues> slots;
  std::vector<std::uint32_t> slot_references;
  std::vector<std::uint32_t> free_slots;

  // By type key. Kept until after the machine is gone: dying userdata need their class.
  std::map<const void*, std::unique_ptr<HostClass>> classes;

  std::vector<std::string> arguments;  // of the script, from arg[1] on
  bool is_running = false;             // inside an outermost Entry
  std::optional<double> time_left;     // seconds of running time
  std::optional<Error> termination;    // passing through host code, which must not stop it
  bool failed = false;                 // the last outermost run ended in an error

  gs::vm::Value slot(std::uint32_t index) const { return (*slots)[index]; }
  // Roots a value; throws Error if memory does not suffice.
  std::uint32_t take_slot(gs::vm::Value value);
  void drop_slot(std::uint32_t index) noexcept;
  void release() noexcept {
    if (--references == 0) delete this;
  }
};

// While it lives the machine may run. The outermost one counts the running time and fits the machine to the thread's stack.
// Throws std::logic_error if the VM is gone.
class Entry {
 public:
  explicit Entry(State* state);
  ~Entry();
  Entry(const Entry&) = delete;
  Entry& operator=(const Entry&) = delete;

 private:
  State& state_;
  bool is_outermost_ = false;
  double started_ = 0;
};

struct Access::Internal {
  static State* state(VM& vm) { return vm.state_; }
  static State* state(const Value& value) { return value.state_; }
  static Value wrap(State& state, gs::vm::Value value);
  // Throws Error if boxing an integer exhausts memory, std::logic_error if the value belongs to another VM.
  static gs::vm::Value unwrap(State& state, const Value& value);
  static Table wrap_table(State& state, gs::vm::Value table);
  static Function wrap_function(State& state, gs::vm::Value function);

  // The error that passes in the machine, as an exception.
  [[noreturn]] static void throw_error(State& state);
  [[noreturn]] static void throw_error(ErrorKind kind, const std::string& message, const std::string& report);
  // An exception that left a bound function, as an error passing in the machine: raised().
  static gs::vm::Value raise_again(State& state, const Error& error);
  // Whether an error that comes out now goes to the outermost host code.
  static bool is_outermost(State& state);
  static gs::vm::Value raised_if(State& state, gs::vm::Value value) {
    if (value.is_raised()) throw_error(state);
    return value;
  }
  static void check(State& state, bool ok) {
    if (!ok) throw_error(state);
  }
  // Calls with `count` arguments; the number of results at vm.top. Throws.
  static std::size_t call(State& state, gs::vm::Value callee, const gs::vm::Value* arguments, std::size_t count);
  static Call make_call(Call::Frame& frame) { return Call(frame); }
  using Frame = Call::Frame;
};

// One call of a bound function: arguments on the value stack, results collected until it returns.
struct Call::Frame {
  State& state;
  gs::vm::Args arguments;
  std::size_t count = 0;
  gs::vm::Value first[4];
  std::unique_ptr<gs::vm::RootedValues> more;  // all results, once they outgrow `first`

  void add(gs::vm::Value value);
  gs::vm::Value finish();
};

}  // namespace gscript::detail
