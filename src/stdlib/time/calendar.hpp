// Calendar arithmetic: seconds since 1970 to calendar fields and back, in UTC and in the local zone. Proleptic
// Gregorian, no leap seconds. Pure except for local_time, which asks the system for the zone.
#pragma once

#include <string>
#include <string_view>

#include "base/types.hpp"

namespace gs::stdlib {

struct CivilTime {
  i64 year = 1970;
  i32 month = 1;  // 1..12
  i32 day = 1;
  i32 hour = 0;
  i32 minute = 0;
  i32 second = 0;
  i32 nanosecond = 0;
  i32 weekday = 4;  // 0 is Sunday
  i32 yearday = 1;  // 1..366
  i32 offset = 0;   // seconds east of UTC
  bool is_dst = false;
  std::string zone = "UTC";
};

constexpr i64 kSecondsPerDay = 86400;

i32 days_in_month(i64 year, i32 month);
CivilTime utc_time(i64 seconds, i32 nanosecond = 0);
CivilTime local_time(i64 seconds, i32 nanosecond = 0);

// Seconds of fields that may overflow their ranges: month 13 is January of the next year. False: beyond an int.
bool seconds_of(i64 year, i64 month, i64 day, i64 hour, i64 minute, i64 second, i64& result);

std::string_view weekday_name(i32 weekday);  // "Sunday"
std::string_view month_name(i32 month);      // "January" for 1

}  // namespace gs::stdlib
