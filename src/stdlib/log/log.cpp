// The logger of one VM: its settings stand in a table that the natives capture.
#include "stdlib/log/log.hpp"

#include "stdlib/support/natives.hpp"
#include "stdlib/table/array.hpp"
#include "stdlib/time/layout.hpp"
#include "stdlib/time/time.hpp"

namespace gs::stdlib {

using namespace vm;

namespace {

/// log.DEBUG
/// Level 0.
///     print(log.DEBUG) // 0
constexpr const char* kLevelNames[] = {"DEBUG", "INFO", "WARN", "ERROR", "FATAL"};
constexpr i64 kLevels = 5;
constexpr i64 kInfo = 1;

Table* settings(Args args) {
  return capture(args, 0).as_table();
}
Value setting(Vm& vm, Args args, const char* name) {
  return table_get_name(vm, settings(args), name);
}

bool append_head(Vm& vm, Args args, i64 level, StringBuilder& out) {
  if (setting(vm, args, "timestamp").is_truthy()) {
    i64 seconds;
    i32 nanosecond;
    wall_clock(seconds, nanosecond);
    std::string text;
    format_time(compile_strftime("%Y-%m-%d %H:%M:%S "), local_time(seconds), text);
    out.append(text);
  }
  if (setting(vm, args, "showLevel").is_truthy()) {
    out.append('[');
    out.append(kLevelNames[level]);
    out.append("] ");
  }
  Value prefix = setting(vm, args, "prefix");
  if (prefix.is_string() && prefix.as_string()->length) {
    out.append(view(prefix.as_string()));
    out.append(' ');
  }
  return !vm.is_raising();
}

// The line for args from `first` on, without its end. Raised, or a string.
Value make_line(Vm& vm, Args args, u32 first, i64 level) {
  StringBuilder out(vm);
  if (!append_head(vm, args, level, out)) return Value::raised();
  for (u32 i = first; i < args.count; i++) {
    if (i > first) out.append(' ');
    if (!vm.append_string_form(out, args.base[i])) return Value::raised();
  }
  std::string_view line = out.view();
  if (first >= args.count && line.ends_with(' ')) line.remove_suffix(1);
  return out.failed() ? Value::raised() : vm.string_value(line);
}

/// log.debug(...)
/// Logs string forms at level DEBUG. Lines go to standard output if their level reaches the threshold, and to the
/// history.

/// log.info(...)
/// Logs string forms at level INFO.
///     log.setTimestamp(false)
///     log.info("served", 3)
///     // [INFO] served 3

/// log.warn(...)
/// Logs string forms at level WARN.
///     log.setTimestamp(false)
///     log.warn("low on disk")
///     // [WARN] low on disk

/// log.error(...)
/// Logs string forms at level ERROR.
///     log.setTimestamp(false)
///     log.error("lost")
///     // [ERROR] lost

/// log.fatal(...)
/// Logs string forms at level FATAL; does not end the program.
///     log.setTimestamp(false)
///     log.fatal("gone")
///     // [FATAL] gone

template <i64 kLevel>
Value log_at(Vm& vm, Args args) {
  if (setting(vm, args, "level").as_int() > kLevel) return Value::multi(0);
  Value line = make_line(vm, args, 0, kLevel);
  if (line.is_raised()) return line;
  Value history = setting(vm, args, "history");
  if (vm.is_raising() || !table_append(vm, history.as_table(), line)) return Value::raised();
  vm.write_output(view(line.as_string()));
  vm.write_output("\n");
  return Value::multi(0);
}

/// log.setLevel(n)
/// Sets the threshold, INFO at first.
///     log.setLevel(log.ERROR); log.warn("not shown")
///     print(log.getLevel())
///     // 3
Value log_set_level(Vm& vm, Args args) {
  i64 level;
  if (!arg_int(vm, args, 0, level)) return Value::raised();
  return table_set_name(vm, settings(args), "level", vm.integer(level)) ? Value::multi(0) : Value::raised();
}

/// log.getLevel()
/// The threshold.
///     print(log.getLevel()) // 1
Value log_get_level(Vm& vm, Args args) {
  return setting(vm, args, "level");
}

/// log.setPrefix(s)
/// Sets a text that stands before every message.
///     log.setTimestamp(false); log.setPrefix("db:")
///     log.info("up")
///     // [INFO] db: up
Value log_set_prefix(Vm& vm, Args args) {
  String* prefix;
  if (!arg_string(vm, args, 0, prefix)) return Value::raised();
  return table_set_name(vm, settings(args), "prefix", Value::string(prefix)) ? Value::multi(0) : Value::raised();
}

Value set_flag(Vm& vm, Args args, const char* name) {
  Value flag = Value::boolean(args[0].is_truthy());
  return table_set_name(vm, settings(args), name, flag) ? Value::multi(0) : Value::raised();
}

/// log.setTimestamp(b)
/// Whether lines begin with the time.
///     log.setTimestamp(false)
///     log.info("up")
///     // [INFO] up
Value log_set_timestamp(Vm& vm, Args args) {
  return set_flag(vm, args, "timestamp");
}
/// log.setShowLevel(b)
/// Whether lines name their level.
///     log.setTimestamp(false); log.setShowLevel(false)
///     log.info("up")
///     // up
Value log_set_show_level(Vm& vm, Args args) {
  return set_flag(vm, args, "showLevel");
}

/// log.history()
/// Array of the lines so far.
///     log.setTimestamp(false)
///     log.info("up")
///     print(log.history()[1])
///     // [INFO] up
///     // [INFO] up
Value log_history(Vm& vm, Args args) {
  Value history = setting(vm, args, "history");
  if (vm.is_raising()) return Value::raised();
  return new_array(vm, history.as_table()->array, history.as_table()->array_length);
}

/// log.count()
/// The number of lines so far.
///     print(log.count()) // 0
Value log_count(Vm& vm, Args args) {
  Value history = setting(vm, args, "history");
  return vm.is_raising() ? Value::raised() : vm.integer(table_length(history.as_table()));
}

/// log.clear()
/// Forgets the history.
///     log.setTimestamp(false)
///     log.info("up")
///     log.clear()
///     print(log.count())
///     // [INFO] up
///     // 0
Value log_clear(Vm& vm, Args args) {
  Table* empty = vm.table();
  return empty && table_set_name(vm, settings(args), "history", Value::table(empty)) ? Value::multi(0)
                                                                                     : Value::raised();
}

/// log.format(n, ...)
/// The line for level n without writing it.
///     print(log.format(log.WARN, "low"):match("%[.*")) // [WARN] low
Value log_format(Vm& vm, Args args) {
  i64 level;
  if (!arg_int(vm, args, 0, level)) return Value::raised();
  if (level < 0 || level >= kLevels) return bad_argument(vm, args, 0, "level out of range");
  return make_line(vm, args, 1, level);
}

constexpr NativeRow kRows[] = {
    {"debug", log_at<0>},
    {"info", log_at<1>},
    {"warn", log_at<2>},
    {"error", log_at<3>},
    {"fatal", log_at<4>},
    {"setLevel", log_set_level},
    {"getLevel", log_get_level},
    {"setPrefix", log_set_prefix},
    {"setTimestamp", log_set_timestamp},
    {"setShowLevel", log_set_show_level},
    {"history", log_history},
    {"count", log_count},
    {"clear", log_clear},
    {"format", log_format},
};

Table* new_settings(Vm& vm) {
  Table* history = vm.table();
  Table* t = history ? vm.table(0, 6) : nullptr;
  bool done = t && table_set_name(vm, t, "level", Value::small_int(kInfo)) &&
              table_set_name(vm, t, "timestamp", Value::boolean(true)) &&
              table_set_name(vm, t, "showLevel", Value::boolean(true)) &&
              table_set_name(vm, t, "history", Value::table(history));
  return done ? t : nullptr;
}

}  // namespace

/// log.INFO
/// Level 1.
///     print(log.INFO) // 1

/// log.WARN
/// Level 2.
///     print(log.WARN) // 2

/// log.ERROR
/// Level 3.
///     print(log.ERROR) // 3

/// log.FATAL
/// Level 4.
///     print(log.FATAL) // 4

bool install_log(Vm& vm) {
  Table* log = vm.register_library("log", {});
  Table* captured = log ? new_settings(vm) : nullptr;
  if (!captured || !add_natives(vm, log, "log.", kRows, {Value::table(captured)})) return false;
  for (i64 level = 0; level < kLevels; level++) {
    if (!table_set_name(vm, log, kLevelNames[level], Value::small_int(level))) return false;
  }
  return true;
}

}  // namespace gs::stdlib
