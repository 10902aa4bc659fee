#include "stdlib/process/process.hpp"

#include <sys/stat.h>
#include <unistd.h>
#include <cerrno>
#include <cstdlib>

#include "base/unicode.hpp"
#include "base/utf8.hpp"
#include "stdlib/io/system_error.hpp"
#include "stdlib/process/child.hpp"
#include "stdlib/table/array.hpp"

extern char** environ;

namespace gs::stdlib {

using namespace vm;

namespace {

std::vector<std::string> split_at_white_space(std::string_view text) {
  std::vector<std::string> words;
  for (text = trim_white_space(text); !text.empty(); text = trim_white_space_left(text)) {
    usize end = 0;
    while (end < text.size()) {
      CodePoint point = decode_utf8(text.data() + end, text.data() + text.size());
      if (is_white_space(point.code)) break;
      end += point.length;
    }
    words.emplace_back(text.substr(0, end));
    text.remove_prefix(end);
  }
  return words;
}

// The command at args[0]: a string split at white space, or an array of arguments by string form. False = raised.
bool arg_command(Vm& vm, Args args, std::vector<std::string>& out) {
  Value v = args[0];
  if (v.is_string()) {
    out = split_at_white_space(view(v.as_string()));
  } else if (v.is_table()) {
    for (i64 i = 1; i <= table_length(v.as_table()); i++) {
      String* text = vm.to_string_form(element(v.as_table(), i));
      if (!text) return false;
      out.emplace_back(view(text));
    }
  } else {
    bad_type(vm, args, 0, "string or table");
    return false;
  }
  if (!out.empty() && !out[0].empty()) return true;
  bad_argument(vm, args, 0, "empty command");
  return false;
}

bool read_environment(Vm& vm, Table* environment, std::vector<std::string>& out) {
  Value key, value;
  for (u64 cursor = 0; table_next(environment, cursor, key, value);) {
    String* name = vm.to_string_form(key);
    String* text = name ? vm.to_string_form(value) : nullptr;
    if (!text) return false;
    out.push_back(std::string(view(name)).append("=").append(view(text)));
  }
  return true;
}

bool read_options(Vm& vm, Args args, u32 index, Command& command) {
  Table* options = nullptr;
  if (!opt_table(vm, args, index, options)) return false;
  if (!options) return true;
  Value input = table_get_name(vm, options, "stdin"), environment = table_get_name(vm, options, "env");
  Value directory = table_get_name(vm, options, "dir"), timeout = table_get_name(vm, options, "timeout");
  if (vm.is_raising()) return false;
  if (input.is_string()) command.input = view(input.as_string());
  if (directory.is_string()) command.directory = view(directory.as_string());
  Vm::to_f64(timeout, command.timeout);
  return !environment.is_table() || read_environment(vm, environment.as_table(), command.environment);
}

// {ok, stdout, stderr, code}
Value outcome_table(Vm& vm, const Outcome& outcome) {
  std::string errors = outcome.start_error ? system_reason(outcome.start_error) : outcome.errors;
  Value output_text = vm.string_value(outcome.output);
  Value error_text = output_text.is_raised() ? output_text : vm.string_value(errors);
  Table* t = error_text.is_raised() ? nullptr : vm.table(0, 4);
  bool done = t && table_set_name(vm, t, "ok", Value::boolean(outcome.code == 0)) &&
              table_set_name(vm, t, "stdout", output_text) && table_set_name(vm, t, "stderr", error_text) &&
              table_set_name(vm, t, "code", Value::small_int(outcome.code));
  return done ? Value::table(t) : Value::raised();
}

/// process.run(cmd [, opts])
/// Runs a command, a string split at white space or an array of arguments: {ok, stdout, stderr, code}. opts: stdin,
/// env, dir, timeout in seconds. Other goroutines run meanwhile. Raises "empty command".
///     print(string.trim(process.run("echo hi").stdout)) // hi
///     print(process.run({"cat"}, {stdin: "text"}).stdout) // text
Value process_run(Vm& vm, Args args) {
  Command command;
  Outcome outcome;
  if (!arg_command(vm, args, command.arguments) || !read_options(vm, args, 1, command)) return Value::raised();
  return run_command(vm, command, outcome) ? outcome_table(vm, outcome) : Value::raised();
}

/// process.shell(cmd)
/// The same through `/bin/sh -c`.
///     print(process.shell("exit 3").code) // 3
Value process_shell(Vm& vm, Args args) {
  std::string_view text;
  if (!arg_string(vm, args, 0, text)) return Value::raised();
  Command command;
  Outcome outcome;
  command.arguments = {"/bin/sh", "-c", std::string(text)};
  return run_command(vm, command, outcome) ? outcome_table(vm, outcome) : Value::raised();
}

/// process.exec(cmd, arg...)
/// The standard output of a command, or nil and an error.
///     print(process.exec("false")) // nil  exit status 1
Value process_exec(Vm& vm, Args args) {
  std::string_view program;
  if (!arg_string(vm, args, 0, program)) return Value::raised();
  if (program.empty()) return bad_argument(vm, args, 0, "empty command");
  Command command;
  Outcome outcome;
  command.arguments.emplace_back(program);
  for (u32 i = 1; i < args.count; i++) {
    String* text = vm.to_string_form(args.base[i]);
    if (!text) return Value::raised();
    command.arguments.emplace_back(view(text));
  }
  if (!run_command(vm, command, outcome)) return Value::raised();
  if (outcome.code == 0) return vm.string_value(outcome.output);
  if (outcome.start_error) return vm.failure(std::string(program) + ": " + system_reason(outcome.start_error));
  return vm.failure(outcome.signal ? "signal " + std::to_string(outcome.signal)
                                   : "exit status " + std::to_string(outcome.code));
}

bool is_executable(const std::string& path) {
  struct stat info;
  return ::stat(path.c_str(), &info) == 0 && S_ISREG(info.st_mode) && ::access(path.c_str(), X_OK) == 0;
}

/// process.which(s)
/// The path of an executable, or nil.
///     print(process.which("no-such-program")) // nil
Value process_which(Vm& vm, Args args) {
  std::string_view name;
  if (!arg_string(vm, args, 0, name)) return Value::raised();
  if (name.empty() || name.find('\0') != name.npos) return Value::nil();
  std::string path(name);
  if (name.find('/') != name.npos) return is_executable(path) ? vm.string_value(path) : Value::nil();
  const char* variable = ::getenv("PATH");
  for (std::string_view rest = variable ? variable : "";;) {
    usize colon = rest.find(':');
    std::string_view directory = rest.substr(0, colon);
    path.assign(directory.empty() ? "." : directory).append("/").append(name);
    if (is_executable(path)) return vm.string_value(path);
    if (colon == rest.npos) return Value::nil();
    rest.remove_prefix(colon + 1);
  }
}

/// process.pid()
/// The number of this process.
///     print(process.pid() == os.getpid()) // true
Value process_pid(Vm& vm, Args) {
  return vm.integer(::getpid());
}

/// process.env()
/// Table of all environment variables.
///     print(process.env().NO_SUCH_VARIABLE)
///     // nil
Value process_env(Vm& vm, Args) {
  Table* t = vm.table();
  for (char** entry = environ; t && entry && *entry; entry++) {
    std::string_view text = *entry;
    usize equals = text.find('=');
    if (equals == text.npos) continue;
    Value value = vm.string_value(text.substr(equals + 1));
    if (value.is_raised() || !table_set_name(vm, t, text.substr(0, equals), value)) return Value::raised();
  }
  return t ? Value::table(t) : Value::raised();
}

constexpr NativeRow kRows[] = {{"run", process_run},     {"shell", process_shell}, {"exec", process_exec},
                               {"which", process_which}, {"pid", process_pid},     {"env", process_env}};

}  // namespace

bool install_process(Vm& vm) {
  return vm.register_library("process", kRows) != nullptr;
}

}  // namespace gs::stdlib
