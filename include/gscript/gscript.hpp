// GScript for C++ hosts: make a VM, run scripts, call their functions, give them yours.
//
//   gscript::VM vm;
//   vm.set("greet", [](std::string name, int times) { ... });      // any callable; arguments are checked and converted
//   vm.run("greet(\"world\", 3)\nfunc area(w, h) { return w * h }");
//   double a = vm.call<double>("area", 3, 4.5);
//
// Values cross as C++ types: bool, integers, floating point, std::string, std::string_view, std::vector, std::map,
// std::optional (nil), tuples (several results), callables, objects of bound classes, and the handles Value, Table and Function, which
// keep what they refer to alive. Specialise Convert to add types.
//
// A script error that reaches the host is thrown as gscript::Error. An exception that leaves a bound function becomes a script
// error, which scripts can catch; if nothing catches it, it reaches the host as gscript::Error. Destructors run both ways.
//
// One VM is used by one thread at a time (interrupt() excepted); any number of VMs may run in parallel.
#pragma once

#include <concepts>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <limits>
#include <map>
#include <memory>
#include <optional>
#include <stdexcept>
#include <string>
#include <string_view>
#include <tuple>
#include <type_traits>
#include <unordered_map>
#include <utility>
#include <vector>

#include "gscript/version.h"

namespace gscript {

class VM;
class Value;
class Table;
class Function;
template <typename T>
class Class;

namespace detail {
struct State;
class Call;
class Callable;
struct Access;
enum class Member : std::uint8_t { method, getter, setter };
}  // namespace detail

enum class Type : std::uint8_t { nil, boolean, integer, number, string, table, function, channel, coroutine, userdata };

// How a C++ type crosses. A specialisation has
//   static constexpr const char* kName;                  what messages call it: "string expected, got nil"
//   static bool read(const Value& value, T& out);        false: the value does not fit
//   static Value make(VM& vm, const T& value);
template <typename T>
struct Convert;

// --- Errors

enum class ErrorKind : std::uint8_t {
  runtime,      // a script error: value() is what was raised
  compile,      // the source does not compile
  file,         // a file cannot be read
  interrupted,  // VM::interrupt
  time_limit,   // Options::time_limit
  deadlock,     // all goroutines are asleep
  exit,         // os.exit: exit_status() is its argument
};

class GSCRIPT_API Error : public std::runtime_error {
 public:
  // An error for a script: thrown by a bound function, it is raised there with this message.
  explicit Error(const std::string& message);
  // Likewise with any value: delivered unchanged to the script's pcall.
  explicit Error(const Value& value);

  ErrorKind kind() const { return details_->kind; }
  // "stack traceback:" and a line for each script function; empty if there is none.
  const std::string& traceback() const { return details_->traceback; }
  // All that the command line would print: place, message, traceback; or all compile errors.
  const std::string& report() const { return details_->report; }
  // The raised value; nil for other kinds.
  const Value& value() const;
  int exit_status() const { return details_->exit_status; }

 private:
  friend struct detail::Access;
  struct Details {
    ErrorKind kind = ErrorKind::runtime;
    int exit_status = 1;
    std::string traceback;
    std::string report;
    std::shared_ptr<const Value> value;
    std::shared_ptr<const void> passing;  // what the machine needs to let it pass on
  };
  Error(const std::string& message, std::shared_ptr<const Details> details);
  std::shared_ptr<const Details> details_;
};

// --- Handles

// Any script value. Holding one keeps it alive; it may outlive the VM, after which it can only be destroyed.
class GSCRIPT_API Value {
 public:
  Value() noexcept : integer_(0) {}  // nil
  Value(std::same_as<bool> auto value) noexcept : type_(Type::boolean), boolean_(value) {}
  Value(std::integral auto value) noexcept
    requires(!std::same_as<decltype(value), bool>)
      : type_(Type::integer), integer_(static_cast<std::int64_t>(value)) {}
  Value(std::floating_point auto value) noexcept : type_(Type::number), number_(static_cast<double>(value)) {}
  Value(const Value& other);
  Value(Value&& other) noexcept;
  Value& operator=(const Value& other);
  Value& operator=(Value&& other) noexcept;
  ~Value();

  Type type() const { return type_; }
  bool is_nil() const { return type_ == Type::nil; }
  bool is_number() const { return type_ == Type::integer || type_ == Type::number; }
  bool is_string() const { return type_ == Type::string; }
  bool is_table() const { return type_ == Type::table; }
  bool is_function() const { return type_ == Type::function; }
  // False for nil and false.
  bool is_true() const { return type_ != Type::nil && !(type_ == Type::boolean && !boolean_); }

  // As a C++ value; throws Error if it does not fit. A std::string_view is good while the script value lives.
  template <typename T>
  T as() const;
  // The same, or nothing.
  template <typename T>
  std::optional<T> try_as() const;

  // As `tostring` gives it (metamethods may run).
  std::string to_string() const;
  // Language type name: "table", "userdata", ...
  const char* type_name() const;
  // Identity, as rawequal.
  friend GSCRIPT_API bool operator==(const Value& a, const Value& b);

 protected:
  friend struct detail::Access;
  detail::State* state_ = nullptr;  // set when a slot is held
  Type type_ = Type::nil;
  union {
    bool boolean_;
    std::int64_t integer_;
    double number_;
    std::uint32_t slot_;
  };
};

class GSCRIPT_API Table : public Value {
 public:
  // t[key], metamethods included.
  template <typename R = Value, typename K>
  R get(const K& key) const;
  template <typename K, typename V>
  void set(const K& key, V&& value);
  // Adds at #t + 1.
  template <typename V>
  void append(V&& value);
  // #t without metamethods.
  std::size_t size() const;
  // Calls visit(Value key, Value value) for each entry in iteration order. The table may lose entries meanwhile, not gain any.
  template <typename F>
  void for_each(F&& visit) const;

 private:
  friend struct detail::Access;
  friend struct Convert<Table>;
  Value get_value(const Value& key) const;
  void set_value(const Value& key, const Value& value);
  void append_value(const Value& value);
  bool next(std::uint64_t& cursor, Value& key, Value& value) const;
};

class GSCRIPT_API Function : public Value {
 public:
  // Calls it; R is what the results are read as: void, one type (the first result), or a std::tuple of several.
  template <typename R = Value, typename... A>
  R call(A&&... arguments) const;
  template <typename... A>
  Value operator()(A&&... arguments) const {
    return call<Value>(std::forward<A>(arguments)...);
  }

 private:
  friend struct Convert<Function>;
  friend struct detail::Access;
};

// As the last parameter of a bound function: all further arguments.
using Rest = std::vector<Value>;

// --- The VM

enum class Library : std::uint8_t {
  all,   // everything
  app,   // all but what starts or ends processes: no process, os.execute, os.exit, os.setenv
  safe,  // computation only: no files, processes, network or environment; require finds host modules alone
};

enum class Jit : std::uint8_t { on, baseline, off };

struct Options {
  Library library = Library::all;
  // Bytes; 0: none. Beyond it allocations raise "out of memory".
  std::uint64_t memory_limit = 0;
  // Seconds of running time in all; 0: none.
  double time_limit = 0;
  // Receives what scripts write to standard output.
  std::function<void(std::string_view)> print = {};
  Jit jit = Jit::on;
  // The table `arg`: [0] the script's name, then its arguments.
  std::vector<std::string> arguments = {};
  // Names and values; a wrong one throws std::invalid_argument.
  std::vector<std::pair<std::string, std::string>> tunables = {};
  // Collect at every allocation: finds bugs, slowly.
  bool gc_stress = false;
  // A line on standard error for every stop of the collector.
  bool trace_gc = false;
  // Likewise for every function or loop that is optimized, and for every place that leaves optimized code too often.
  bool trace_jit = false;
  bool trace_exits = false;
  // Passes of the optimizer to leave out, separated by commas. For tests.
  std::string skip_passes = {};
  // Write the names of machine code to /tmp/perf-PID.map and jit-PID.dump, where Linux perf finds them.
  bool perf = false;
  // Write machine code to standard error as it is made.
  bool dump_code = false;
  // Likewise the optimizer's intermediate code after the pass of this name; "build": before all passes, "all": after each of them.
  std::string dump_ir = {};
  // The allocation of this number fails as if there were no memory; 0: none. For tests.
  std::uint64_t fail_allocation = 0;
};

enum class DumpForm : std::uint8_t { ast, bytecode };

struct CheckResult {
  bool ok = false;
  std::string errors;    // as the command line prints them
  std::string warnings;  // likewise; only for correct sources
};

class GSCRIPT_API VM {
 public:
  explicit VM(Options options = {});
  ~VM();
  VM(const VM&) = delete;
  VM& operator=(const VM&) = delete;

  // Runs a script to its end; its first result. Top-level names become globals. `name` stands in messages.
  Value run(std::string_view source, std::string_view name = "(host)");
  Value run_file(const std::string& path);

  // Globals. `set` takes any value that crosses, callables included.
  template <typename R = Value>
  R get(std::string_view name) const;
  template <typename V>
  void set(std::string_view name, V&& value);

  // Calls a global function, or throws Error.
  template <typename R = Value, typename... A>
  R call(std::string_view name, A&&... arguments);

  Value string(std::string_view text);
  Table table();
  // A script function that calls `callable`; `name` is what messages call it.
  template <typename F>
  Function function(F callable, std::string_view name = "?");
  // Any C++ value as a script value.
  template <typename V>
  Value value(V&& value);

  // Makes objects of T usable by scripts, and the global `name` a table for its constructor and functions.
  template <typename T>
  Class<T> bind_class(const std::string& name);

  // What `require(name)` gives; a function is called once, when it is first required, to make it.
  template <typename V>
  void set_module(std::string_view name, V&& value);

  // Ends what runs with Error of kind interrupted, soon. From any thread and from signal handlers.
  void interrupt() noexcept;
  // Gives scripts `seconds` more from now on (0: no limit).
  void set_time_limit(double seconds);
  // Runs pending finalisers, closes files and flushes output: the end of a program. The destructor does it too.
  void finish();

  std::size_t memory_in_use() const;
  void collect_garbage();

  // --- for tools
  CheckResult check(std::string_view source, std::string_view name);
  // Throws Error of kind compile.
  static std::string dump(std::string_view source, std::string_view name, DumpForm form);
  // The source in its canonical form; the same program. Throws Error of kind compile if it does not parse.
  static std::string format(std::string_view source, std::string_view name);
  // One input of an interactive session; prints the values of an expression. False: more input is needed.
  bool interact(std::string_view input);
  // How the text before the cursor could go on: global names and, after dots, field names. Runs no script code.
  std::vector<std::string> complete(std::string_view text) const;
  // Figures on compilation and memory, for people.
  std::string statistics() const;
  static const char* version() { return GSCRIPT_VERSION; }

 private:
  friend struct detail::Access;
  template <typename T>
  friend class Class;
  Value get_global(std::string_view name) const;
  void set_global(std::string_view name, const Value& value);
  void set_module_value(std::string_view name, const Value& value);
  Function make_function(std::unique_ptr<detail::Callable> callable, std::string_view name);
  Table define_class(const void* key, const std::string& name, void (*destroy)(void*));
  void define_member(const void* key, detail::Member member, const std::string& name, const Value& function);
  detail::State* state_;
};

// A class given to scripts. Methods are called as obj:name(...); properties are read and assigned as obj.name.
template <typename T>
class Class {
 public:
  // NAME.new(...) makes an object.
  template <typename... A>
  Class& constructor();
  // `method` is a member function or a callable whose first parameter is T& or const T&.
  template <typename F>
  Class& method(const std::string& name, F method);
  // NAME.name(...).
  template <typename F>
  Class& function(const std::string& name, F function);
  // A data member, readable and assignable.
  template <typename M>
  Class& property(const std::string& name, M T::* member);
  // A computed property; assigning it is an error.
  template <typename F>
    requires(!std::is_member_object_pointer_v<F>)
  Class& property(const std::string& name, F getter);

 private:
  friend class VM;
  Class(VM& vm, std::string name, Table table) : vm_(vm), name_(std::move(name)), table_(std::move(table)) {}
  VM& vm_;
  std::string name_;
  Table table_;
};

}  // namespace gscript

#include "gscript/detail.hpp"
