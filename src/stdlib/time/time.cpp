#include "stdlib/time/time.hpp"

#include <time.h>
#include <cmath>

#include "prim/arith.hpp"
#include "stdlib/time/calendar.hpp"
#include "stdlib/time/layout.hpp"

namespace gs::stdlib {

using namespace vm;

void wall_clock(i64& seconds, i32& nanosecond) {
  timespec now{};
  clock_gettime(CLOCK_REALTIME, &now);
  seconds = now.tv_sec;
  nanosecond = i32(now.tv_nsec);
}

namespace {

f64 to_unix(i64 seconds, i32 nanosecond) {
  return f64(seconds) + nanosecond / 1e9;
}

Value time_table(Vm& vm, const CivilTime& time, f64 unix_seconds) {
  Table* t = vm.table(0, 11);
  if (!t) return Value::raised();
  Value zone = vm.string_value(time.zone);
  bool done = !zone.is_raised() && table_set_name(vm, t, "year", vm.integer(time.year)) &&
              table_set_name(vm, t, "month", Value::small_int(time.month)) &&
              table_set_name(vm, t, "day", Value::small_int(time.day)) &&
              table_set_name(vm, t, "hour", Value::small_int(time.hour)) &&
              table_set_name(vm, t, "min", Value::small_int(time.minute)) &&
              table_set_name(vm, t, "sec", Value::small_int(time.second)) &&
              table_set_name(vm, t, "nsec", Value::small_int(time.nanosecond)) &&
              table_set_name(vm, t, "unix", Value::number(unix_seconds)) &&
              table_set_name(vm, t, "weekday", Value::small_int(time.weekday)) &&
              table_set_name(vm, t, "yearday", Value::small_int(time.yearday)) && table_set_name(vm, t, "tz", zone);
  return done ? Value::table(t) : Value::raised();
}

// A moment as functions read it from their argument.
struct Moment {
  i64 seconds;
  i32 nanosecond;
  f64 unix_seconds;
};

bool from_unix(Vm& vm, Args args, u32 index, f64 unix_seconds, Moment& out) {
  f64 whole = std::floor(unix_seconds);
  if (!(std::fabs(whole) < 1e18)) {
    bad_argument(vm, args, index, "time out of range");
    return false;
  }
  i32 nanosecond = i32((unix_seconds - whole) * 1e9);
  out = {i64(whole), nanosecond, unix_seconds};
  return true;
}

i64 field_or(Vm& vm, Table* t, std::string_view name, i64 missing) {
  Value v = table_get_name(vm, t, name);
  f64 x;
  if (v.is_int()) return v.as_int();
  return Vm::to_f64(v, x) && prim::in_int_range(x) ? i64(x) : missing;
}

bool from_fields(Vm& vm, Args args, u32 index, Table* t, Moment& out) {
  i64 seconds;
  if (!seconds_of(field_or(vm, t, "year", 1970), field_or(vm, t, "month", 1), field_or(vm, t, "day", 1),
                  field_or(vm, t, "hour", 0), field_or(vm, t, "min", 0), field_or(vm, t, "sec", 0), seconds)) {
    bad_argument(vm, args, index, "time out of range");
    return false;
  }
  i32 nanosecond = i32(field_or(vm, t, "nsec", 0) % 1000000000);
  out = {seconds, nanosecond, to_unix(seconds, nanosecond)};
  return true;
}

bool arg_time(Vm& vm, Args args, u32 index, Moment& out) {
  Table* t;
  if (!arg_table(vm, args, index, t)) return false;
  Value unix_field = table_get_name(vm, t, "unix");
  f64 unix_seconds;
  return Vm::to_f64(unix_field, unix_seconds) ? from_unix(vm, args, index, unix_seconds, out)
                                              : from_fields(vm, args, index, t, out);
}

/// time.now()
/// The current time as a table {year, month, day, hour, min, sec, nsec, unix, weekday, yearday, tz}, in the local
/// zone.
///     print(time.now().unix > 0) // true
Value time_now(Vm& vm, Args) {
  return current_time(vm);
}

/// time.unix(n [, nsec=0])
/// The time n seconds after 1970, in UTC.
///     print(time.unix(86400).day) // 2
Value time_unix(Vm& vm, Args args) {
  f64 n;
  i64 nanoseconds = 0;
  Moment moment;
  if (!arg_number(vm, args, 0, n) || !opt_int(vm, args, 1, nanoseconds)) return Value::raised();
  if (!from_unix(vm, args, 0, n, moment)) return Value::raised();
  __int128 total = __int128(moment.seconds) * 1000000000 + moment.nanosecond + nanoseconds;
  i64 rest = i64(total % 1000000000);
  if (rest < 0) rest += 1000000000;
  i64 seconds = i64((total - rest) / 1000000000);
  return time_table(vm, utc_time(seconds, i32(rest)), nanoseconds ? to_unix(seconds, i32(rest)) : n);
}

/// time.date(y, m, d [, h [, min [, s]]])
/// A time in UTC; overflow is normalised.
///     print(time.format(time.date(2024, 13, 1), "%F")) // 2025-01-01
Value time_date(Vm& vm, Args args) {
  i64 field[6] = {0, 0, 0, 0, 0, 0};
  for (u32 i = 0; i < 6; i++) {
    if (!(i < 3 ? arg_int(vm, args, i, field[i]) : opt_int(vm, args, i, field[i]))) return Value::raised();
  }
  i64 seconds;
  if (!seconds_of(field[0], field[1], field[2], field[3], field[4], field[5], seconds)) {
    return bad_argument(vm, args, 0, "time out of range");
  }
  return time_table(vm, utc_time(seconds), f64(seconds));
}

/// time.since(tm)
/// Seconds from tm to now.
///     print(time.since(time.unix(0)) > 0) // true
Value time_since(Vm& vm, Args args) {
  Moment moment;
  if (!arg_time(vm, args, 0, moment)) return Value::raised();
  i64 seconds;
  i32 nanosecond;
  wall_clock(seconds, nanosecond);
  return Value::number(to_unix(seconds, nanosecond) - moment.unix_seconds);
}

/// time.diff(a, b)
/// Seconds from a to b.
///     print(time.diff(time.unix(1), time.unix(4))) // 3.0
Value time_diff(Vm& vm, Args args) {
  Moment a, b;
  if (!arg_time(vm, args, 0, a) || !arg_time(vm, args, 1, b)) return Value::raised();
  return Value::number(b.unix_seconds - a.unix_seconds);
}

/// time.add(tm, x)
/// The time x seconds later.
///     print(time.add(time.unix(0), 90).sec) // 30
Value time_add(Vm& vm, Args args) {
  Moment moment, later;
  f64 seconds;
  if (!arg_time(vm, args, 0, moment) || !arg_number(vm, args, 1, seconds) ||
      !from_unix(vm, args, 1, moment.unix_seconds + seconds, later)) {
    return Value::raised();
  }
  return time_table(vm, utc_time(later.seconds, later.nanosecond), later.unix_seconds);
}

/// time.format(tm, layout)
/// Text of a time in UTC. A layout with `%` has strftime directives, any other is written as the reference time Mon
/// Jan 2 15:04:05 MST 2006.
///     print(time.format(time.unix(0), "%Y-%m-%d %H:%M:%S")) // 1970-01-01 00:00:00
///     print(time.format(time.unix(0), "Jan 2, 2006")) // Jan 1, 1970
Value time_format(Vm& vm, Args args) {
  Moment moment;
  std::string_view layout;
  if (!arg_time(vm, args, 0, moment) || !arg_string(vm, args, 1, layout)) return Value::raised();
  std::string out;
  format_time(compile_layout(layout), utc_time(moment.seconds, moment.nanosecond), out);
  return vm.string_value(out);
}

/// time.parse(s, layout)
/// The time, or nil and an error.
///     print(time.parse("2024-02-29", "2006-01-02").yearday) // 60
Value time_parse(Vm& vm, Args args) {
  std::string_view text, layout;
  if (!arg_string(vm, args, 0, text) || !arg_string(vm, args, 1, layout)) return Value::raised();
  CivilTime time;
  i64 seconds;
  std::string error;
  if (!parse_time(compile_layout(layout), text, time, seconds, error)) return vm.failure(error);
  return time_table(vm, time, to_unix(seconds, time.nanosecond));
}

/// time.weekday(tm)
/// The English name of the day.
///     print(time.weekday(time.date(2024, 2, 29))) // Thursday
Value time_weekday(Vm& vm, Args args) {
  Moment moment;
  return arg_time(vm, args, 0, moment) ? vm.string_value(weekday_name(utc_time(moment.seconds).weekday))
                                       : Value::raised();
}

/// time.month(tm)
/// The English name of the month.
///     print(time.month(time.unix(0))) // January
Value time_month(Vm& vm, Args args) {
  Moment moment;
  return arg_time(vm, args, 0, moment) ? vm.string_value(month_name(utc_time(moment.seconds).month)) : Value::raised();
}

/// time.isBefore(a, b)
/// Whether a is earlier.
///     print(time.isBefore(time.unix(1), time.unix(2))) // true
Value time_is_before(Vm& vm, Args args) {
  Moment a, b;
  if (!arg_time(vm, args, 0, a) || !arg_time(vm, args, 1, b)) return Value::raised();
  return Value::boolean(a.unix_seconds < b.unix_seconds);
}

/// time.isAfter(a, b)
/// Whether a is later.
///     print(time.isAfter(time.unix(1), time.unix(2))) // false
Value time_is_after(Vm& vm, Args args) {
  Moment a, b;
  if (!arg_time(vm, args, 0, a) || !arg_time(vm, args, 1, b)) return Value::raised();
  return Value::boolean(a.unix_seconds > b.unix_seconds);
}

constexpr NativeRow kRows[] = {
    {"now", time_now},         {"unix", time_unix},   {"date", time_date},          {"since", time_since},
    {"diff", time_diff},       {"add", time_add},     {"format", time_format},      {"parse", time_parse},
    {"weekday", time_weekday}, {"month", time_month}, {"isBefore", time_is_before}, {"isAfter", time_is_after},
};

}  // namespace

Value current_time(Vm& vm) {
  i64 seconds;
  i32 nanosecond;
  wall_clock(seconds, nanosecond);
  return time_table(vm, local_time(seconds, nanosecond), to_unix(seconds, nanosecond));
}

/// time.SECOND
/// 1.0.
///     print(time.SECOND) // 1.0

/// time.MINUTE
/// 60.0.
///     print(time.MINUTE) // 60.0

/// time.HOUR
/// 3600.0.
///     print(time.HOUR) // 3600.0

/// time.DAY
/// 86400.0.
///     print(time.DAY) // 86400.0

bool install_time(Vm& vm) {
  Table* time = vm.register_library("time", kRows);
  return time && table_set_name(vm, time, "SECOND", Value::number(1)) &&
         table_set_name(vm, time, "MINUTE", Value::number(60)) &&
         table_set_name(vm, time, "HOUR", Value::number(3600)) && table_set_name(vm, time, "DAY", Value::number(86400));
}

}  // namespace gs::stdlib
