#include "stdlib/os/os.hpp"

#include <fcntl.h>
#include <time.h>
#include <unistd.h>
#include <cerrno>
#include <climits>
#include <cstdio>
#include <cstdlib>

#include "platform/clock.hpp"
#include "prim/arith.hpp"
#include "stdlib/io/system_error.hpp"
#include "stdlib/os/expand.hpp"
#include "stdlib/process/child.hpp"
#include "stdlib/time/calendar.hpp"
#include "stdlib/time/layout.hpp"
#include "stdlib/time/time.hpp"

namespace gs::stdlib {

using namespace vm;

namespace {

// ---- time

// A field of the table given to os.time; required if `missing` is null. False = raised.
bool time_field(Vm& vm, Args args, Table* t, const char* name, int offset, const int* missing, int& out) {
  Value v = table_get_name(vm, t, name), number;
  if (vm.is_raising()) return false;
  if (v.is_nil() && missing) {
    out = *missing;
    return true;
  }
  f64 x;
  if (!vm.to_number(v, number) || !Vm::to_f64(number, x)) {
    if (!vm.is_raising()) bad_argument(vm, args, 0, std::string("field '") + name + "' is missing or not a number");
    return false;
  }
  if (!(x - offset >= INT_MIN && x - offset <= INT_MAX)) {
    bad_argument(vm, args, 0, std::string("field '") + name + "' out of range");
    return false;
  }
  out = int(x) - offset;
  return true;
}

/// os.time([t])
/// Seconds since 1970 as an int, now or of the local time in t (`year month day [hour=12 min sec]`).
///     print(math.type(os.time()))
///     // integer
Value os_time(Vm& vm, Args args) {
  Table* t = nullptr;
  if (!opt_table(vm, args, 0, t)) return Value::raised();
  if (!t) return vm.integer(::time(nullptr));
  tm fields{};
  constexpr int kNoon = 12, kZero = 0;
  if (!time_field(vm, args, t, "year", 1900, nullptr, fields.tm_year) ||
      !time_field(vm, args, t, "month", 1, nullptr, fields.tm_mon) ||
      !time_field(vm, args, t, "day", 0, nullptr, fields.tm_mday) ||
      !time_field(vm, args, t, "hour", 0, &kNoon, fields.tm_hour) ||
      !time_field(vm, args, t, "min", 0, &kZero, fields.tm_min) ||
      !time_field(vm, args, t, "sec", 0, &kZero, fields.tm_sec)) {
    return Value::raised();
  }
  Value dst = table_get_name(vm, t, "isdst");
  fields.tm_isdst = dst.is_boolean() ? dst.is_true() : -1;
  return vm.integer(::mktime(&fields));
}

/// os.clock()
/// Seconds since the program started.
///     print(os.clock() >= 0) // true
Value os_clock(Vm&, Args args) {
  return Value::number(platform::monotonic_seconds() - args.callee()->captures[0].as_double());
}

Value date_table(Vm& vm, const CivilTime& time) {
  Table* t = vm.table(0, 9);
  bool done = t && table_set_name(vm, t, "year", vm.integer(time.year)) &&
              table_set_name(vm, t, "month", Value::small_int(time.month)) &&
              table_set_name(vm, t, "day", Value::small_int(time.day)) &&
              table_set_name(vm, t, "hour", Value::small_int(time.hour)) &&
              table_set_name(vm, t, "min", Value::small_int(time.minute)) &&
              table_set_name(vm, t, "sec", Value::small_int(time.second)) &&
              table_set_name(vm, t, "wday", Value::small_int(time.weekday + 1)) &&
              table_set_name(vm, t, "yday", Value::small_int(time.yearday)) &&
              table_set_name(vm, t, "isdst", Value::boolean(time.is_dst));
  return done ? Value::table(t) : Value::raised();
}

/// os.date([fmt="%c" [, n]])
/// The local time n, by default now, by a format of strftime directives; UTC if it begins with `!`. `*t` gives a
/// table.
///     print(os.date("!%Y-%m-%d %H:%M", 0)) // 1970-01-01 00:00
///     print(os.date("!*t", 0).year) // 1970
Value os_date(Vm& vm, Args args) {
  std::string_view format = "%c";
  i64 seconds;
  i32 nanosecond;
  wall_clock(seconds, nanosecond);
  if (!opt_string(vm, args, 0, format) || !opt_int(vm, args, 1, seconds)) return Value::raised();
  if (seconds > i64(1e17) || seconds < -i64(1e17)) return bad_argument(vm, args, 1, "time out of range");
  bool is_utc = format.starts_with('!');
  if (is_utc) format.remove_prefix(1);
  CivilTime time = is_utc ? utc_time(seconds) : local_time(seconds);
  if (format == "*t") return date_table(vm, time);
  std::string out;
  format_time(compile_strftime(format), time, out);
  return vm.string_value(out);
}

/// os.difftime(a, b)
/// a - b as a float.
///     print(os.difftime(5, 3)) // 2.0
Value os_difftime(Vm& vm, Args args) {
  f64 a, b;
  return arg_number(vm, args, 0, a) && arg_number(vm, args, 1, b) ? Value::number(a - b) : Value::raised();
}

// ---- the process and its environment

/// os.exit([code=0])
/// Ends the program; true is 0, false is 1. Runs neither deferred calls nor finalisers.
Value os_exit(Vm& vm, Args args) {
  i64 code = 0;
  if (args[0].is_boolean()) {
    code = args[0].is_true() ? 0 : 1;
  } else if (!opt_int(vm, args, 0, code)) {
    return Value::raised();
  }
  return vm.raise_exit(i32(code & 0xff));
}

// The system ends names and values at a zero byte.
bool has_zero_byte(std::string_view text) { return text.find('\0') != text.npos; }

/// os.getenv(s)
/// The value of an environment variable, or nil.
///     print(os.getenv("NO_SUCH_VARIABLE")) // nil
Value os_getenv(Vm& vm, Args args) {
  std::string_view name;
  if (!arg_string(vm, args, 0, name)) return Value::raised();
  const char* value = has_zero_byte(name) ? nullptr : ::getenv(std::string(name).c_str());
  return value ? vm.string_value(value) : Value::nil();
}

/// os.setenv(k, s)
/// Sets an environment variable: true, or nil and an error.
///     print(os.setenv("COLOUR", "red"), os.getenv("COLOUR")) // true  red
Value os_setenv(Vm& vm, Args args) {
  std::string_view name, value;
  if (!arg_string(vm, args, 0, name) || !arg_string(vm, args, 1, value)) return Value::raised();
  if (has_zero_byte(name) || has_zero_byte(value)) return vm.failure(system_failure("setenv", name, EINVAL));
  std::string key(name), text(value);
  bool done = ::setenv(key.c_str(), text.c_str(), 1) == 0;
  return done ? Value::boolean(true) : vm.failure(system_failure("setenv", name, errno));
}

/// os.unsetenv(k)
/// Removes an environment variable: true, or nil and an error.
///     print(os.unsetenv("COLOUR")) // true
Value os_unsetenv(Vm& vm, Args args) {
  std::string_view name;
  if (!arg_string(vm, args, 0, name)) return Value::raised();
  if (has_zero_byte(name)) return vm.failure(system_failure("unsetenv", name, EINVAL));
  bool done = ::unsetenv(std::string(name).c_str()) == 0;
  return done ? Value::boolean(true) : vm.failure(system_failure("unsetenv", name, errno));
}

/// os.remove(s)
/// Removes a file or an empty directory: true, or nil and an error.
///     print(os.remove("missing.txt")) // nil  remove missing.txt: no such file or directory
Value os_remove(Vm& vm, Args args) {
  std::string_view name;
  std::string path;
  if (!arg_string(vm, args, 0, name)) return Value::raised();
  if (!to_system_path(name, path)) return vm.failure(system_failure("remove", name, ENOENT));
  return ::remove(path.c_str()) == 0 ? Value::boolean(true) : vm.failure(system_failure("remove", name, errno));
}

/// os.rename(a, b)
/// Renames a file: true, or nil and an error.
///     print(os.rename("missing.txt", "b")) // nil  rename missing.txt b: no such file or directory
Value os_rename(Vm& vm, Args args) {
  std::string_view from, to;
  if (!arg_string(vm, args, 0, from) || !arg_string(vm, args, 1, to)) return Value::raised();
  std::string old_path, new_path;
  int error = to_system_path(from, old_path) && to_system_path(to, new_path) ? 0 : ENOENT;
  if (!error && ::rename(old_path.c_str(), new_path.c_str()) != 0) error = errno;
  if (!error) return Value::boolean(true);
  return vm.failure(system_failure("rename", std::string(from).append(" ").append(to), error));
}

/// os.execute([cmd])
/// Runs a command by the shell: true (nil if it failed), "exit" or "signal", and its code. Without cmd: whether
/// there is a shell.
///     print(os.execute("exit 3")) // nil  exit  3
Value os_execute(Vm& vm, Args args) {
  std::string_view text;
  if (!opt_string(vm, args, 0, text)) return Value::raised();
  if (!args.has(0)) return Value::boolean(::access("/bin/sh", X_OK) == 0);
  Command command;
  command.arguments = {"/bin/sh", "-c", std::string(text)};
  command.captures = false;
  Outcome outcome;
  if (!run_command(vm, command, outcome)) return Value::raised();
  Value how = vm.string_value(outcome.signal ? "signal" : "exit");
  if (how.is_raised()) return how;
  i64 code = outcome.start_error ? 127 : outcome.signal ? outcome.signal : outcome.code;
  return vm.results({code == 0 ? Value::boolean(true) : Value::nil(), how, Value::small_int(code)});
}

/// os.tmpname()
/// The path of a new empty file.
///     print(os.remove(os.tmpname())) // true
Value os_tmpname(Vm& vm, Args) {
  const char* directory = ::getenv("TMPDIR");
  std::string path = std::string(directory && *directory ? directory : "/tmp") + "/gscript_XXXXXX";
  int descriptor = ::mkostemp(path.data(), O_CLOEXEC);
  if (descriptor < 0) return vm.failure(system_failure("open", path, errno));
  ::close(descriptor);
  return vm.string_value(path);
}

/// os.args()
/// Array of the whole command line.

// The kernel keeps the whole command line; its parts end in NUL.
Value os_args(Vm& vm, Args) {
  Table* t = vm.table();
  if (!t) return Value::raised();
  std::FILE* file = std::fopen("/proc/self/cmdline", "re");
  std::string part;
  bool done = true;
  for (int c; file && done && (c = std::getc(file)) != EOF;) {
    if (c != 0) {
      part.push_back(char(c));
      continue;
    }
    Value text = vm.string_value(part);
    done = !text.is_raised() && table_append(vm, t, text);
    part.clear();
  }
  if (file) std::fclose(file);
  return done ? Value::table(t) : Value::raised();
}

/// os.hostname()
/// The name of the machine.
Value os_hostname(Vm& vm, Args) {
  char name[256] = {};
  ::gethostname(name, sizeof name - 1);
  return vm.string_value(name);
}

/// os.getpid()
/// The number of the process.
///     print(math.type(os.getpid())) // integer
Value os_getpid(Vm& vm, Args) {
  return vm.integer(::getpid());
}

std::string environment_variable(const std::string& name) {
  const char* value = ::getenv(name.c_str());
  return value ? value : "";
}

/// os.expand(s)
/// s with `$VAR` and `${VAR}` replaced by environment variables, unset ones by "".
///     os.setenv("COLOUR", "red")
///     print(os.expand("$COLOUR and ${COLOUR}"))
///     // red and red
Value os_expand(Vm& vm, Args args) {
  std::string_view text;
  return arg_string(vm, args, 0, text) ? vm.string_value(expand_variables(text, environment_variable))
                                       : Value::raised();
}

constexpr NativeRow kRows[] = {
    {"time", os_time},         {"date", os_date},       {"difftime", os_difftime}, {"exit", os_exit},
    {"getenv", os_getenv},     {"setenv", os_setenv},   {"unsetenv", os_unsetenv}, {"remove", os_remove},
    {"rename", os_rename},     {"execute", os_execute}, {"tmpname", os_tmpname},   {"args", os_args},
    {"hostname", os_hostname}, {"getpid", os_getpid},   {"expand", os_expand},
};

}  // namespace

bool install_os(Vm& vm) {
  Table* os = vm.register_library("os", kRows);
  Native* clock = os ? vm.native("os.clock", os_clock, {Value::number(platform::monotonic_seconds())}) : nullptr;
  return clock && table_set_name(vm, os, "clock", Value::function(clock));
}

}  // namespace gs::stdlib
