// The logger of one VM: its settings stand in a table that the natives capture.
#include "stdlib/log/log.hpp"

#include "stdlib/support/natives.hpp"
#include "stdlib/table/array.hpp"
#include "stdlib/time/layout.hpp"
#include "stdlib/time/time.hpp"

namespace gs::stdlib {

using namespace vm;

namespace {

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

Value log_set_level(Vm& vm, Args args) {
  i64 level;
  if (!arg_int(vm, args, 0, level)) return Value::raised();
  return table_set_name(vm, settings(args), "level", vm.integer(level)) ? Value::multi(0) : Value::raised();
}

Value log_get_level(Vm& vm, Args args) {
  return setting(vm, args, "level");
}

Value log_set_prefix(Vm& vm, Args args) {
  String* prefix;
  if (!arg_string(vm, args, 0, prefix)) return Value::raised();
  return table_set_name(vm, settings(args), "prefix", Value::string(prefix)) ? Value::multi(0) : Value::raised();
}

Value set_flag(Vm& vm, Args args, const char* name) {
  Value flag = Value::boolean(args[0].is_truthy());
  return table_set_name(vm, settings(args), name, flag) ? Value::multi(0) : Value::raised();
}

Value log_set_timestamp(Vm& vm, Args args) {
  return set_flag(vm, args, "timestamp");
}
Value log_set_show_level(Vm& vm, Args args) {
  return set_flag(vm, args, "showLevel");
}

Value log_history(Vm& vm, Args args) {
  Value history = setting(vm, args, "history");
  if (vm.is_raising()) return Value::raised();
  return new_array(vm, history.as_table()->array, history.as_table()->array_length);
}

Value log_count(Vm& vm, Args args) {
  Value history = setting(vm, args, "history");
  return vm.is_raising() ? Value::raised() : vm.integer(table_length(history.as_table()));
}

Value log_clear(Vm& vm, Args args) {
  Table* empty = vm.table();
  return empty && table_set_name(vm, settings(args), "history", Value::table(empty)) ? Value::multi(0)
                                                                                     : Value::raised();
}

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
