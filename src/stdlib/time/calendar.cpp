#include "stdlib/time/calendar.hpp"

#include <time.h>

namespace gs::stdlib {

namespace {

constexpr i64 kDaysPerEra = 146097;  // 400 years

// Days from 1970-01-01 of a date with month 1..12; years are counted from March, so that a leap day is a year's last.
__int128 days_from_civil(__int128 year, i64 month, __int128 day) {
  year -= month <= 2;
  __int128 era = (year >= 0 ? year : year - 399) / 400;
  i64 year_of_era = i64(year - era * 400);
  i64 day_of_year = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5;
  i64 day_of_era = year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year;
  return era * kDaysPerEra + day_of_era - 719468 + (day - 1);
}

i64 floor_div(i64 a, i64 b) {
  return a / b - (a % b < 0);
}

bool is_leap(i64 year) {
  return year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
}

void set_date(i64 days, CivilTime& out) {
  i64 shifted = days + 719468;
  i64 era = floor_div(shifted, kDaysPerEra);
  i64 day_of_era = shifted - era * kDaysPerEra;
  i64 year_of_era = (day_of_era - day_of_era / 1460 + day_of_era / 36524 - day_of_era / 146096) / 365;
  i64 day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
  i64 month = (5 * day_of_year + 2) / 153;
  out.day = i32(day_of_year - (153 * month + 2) / 5 + 1);
  out.month = i32(month < 10 ? month + 3 : month - 9);
  out.year = year_of_era + era * 400 + (out.month <= 2);
  out.weekday = i32((days % 7 + 11) % 7);
  out.yearday = i32(days - i64(days_from_civil(out.year, 1, 1)) + 1);
}

}  // namespace

i32 days_in_month(i64 year, i32 month) {
  constexpr i32 kDays[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
  return kDays[month - 1] + (month == 2 && is_leap(year));
}

CivilTime utc_time(i64 seconds, i32 nanosecond) {
  CivilTime out;
  i64 days = floor_div(seconds, kSecondsPerDay);
  i32 rest = i32(seconds - days * kSecondsPerDay);
  set_date(days, out);
  out.hour = rest / 3600;
  out.minute = rest / 60 % 60;
  out.second = rest % 60;
  out.nanosecond = nanosecond;
  return out;
}

CivilTime local_time(i64 seconds, i32 nanosecond) {
  time_t moment = seconds;
  tm fields{};
  if (!localtime_r(&moment, &fields)) return utc_time(seconds, nanosecond);
  CivilTime out = utc_time(seconds + fields.tm_gmtoff, nanosecond);
  out.offset = i32(fields.tm_gmtoff);
  out.is_dst = fields.tm_isdst > 0;
  out.zone = fields.tm_zone ? fields.tm_zone : "";
  return out;
}

bool seconds_of(i64 year, i64 month, i64 day, i64 hour, i64 minute, i64 second, i64& result) {
  i64 years = floor_div(month - 1, 12);
  i64 month_of_year = month - 1 - years * 12 + 1;
  __int128 days = days_from_civil(__int128(year) + years, month_of_year, day);
  __int128 total = days * kSecondsPerDay + __int128(hour) * 3600 + __int128(minute) * 60 + second;
  if (total < INT64_MIN || total > INT64_MAX) return false;
  result = i64(total);
  return true;
}

std::string_view weekday_name(i32 weekday) {
  constexpr std::string_view kNames[] = {"Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"};
  return kNames[weekday];
}

std::string_view month_name(i32 month) {
  constexpr std::string_view kNames[] = {"January", "February", "March",     "April",   "May",      "June",
                                         "July",    "August",   "September", "October", "November", "December"};
  return kNames[month - 1];
}

}  // namespace gs::stdlib
