// Calendar arithmetic and both kinds of time layouts.
#include <gtest/gtest.h>

#include "stdlib/time/calendar.hpp"
#include "stdlib/time/layout.hpp"

namespace gs::stdlib {
namespace {

std::string formatted(std::string_view layout, i64 seconds, i32 nanosecond = 0) {
  std::string out;
  format_time(compile_layout(layout), utc_time(seconds, nanosecond), out);
  return out;
}

i64 seconds_at(i64 year, i64 month, i64 day, i64 hour = 0, i64 minute = 0, i64 second = 0) {
  i64 seconds = -1;
  EXPECT_TRUE(seconds_of(year, month, day, hour, minute, second, seconds));
  return seconds;
}

TEST(Calendar, ConvertsBothWays) {
  EXPECT_EQ(seconds_at(1970, 1, 1), 0);
  EXPECT_EQ(seconds_at(2024, 2, 29), 1709164800);
  EXPECT_EQ(seconds_at(2024, 13, 1), seconds_at(2025, 1, 1));
  EXPECT_EQ(seconds_at(2024, 0, 1), seconds_at(2023, 12, 1));
  EXPECT_EQ(seconds_at(2024, -11, 31), seconds_at(2023, 1, 31));
  EXPECT_EQ(seconds_at(2024, 3, 0), seconds_at(2024, 2, 29));
  EXPECT_EQ(seconds_at(2024, 1, 1, 25, 61, 61), seconds_at(2024, 1, 2, 2, 2, 1));
  for (i64 day = -800000; day < 800000; day += 37) {
    CivilTime time = utc_time(day * kSecondsPerDay + 12345);
    EXPECT_EQ(seconds_at(time.year, time.month, time.day, time.hour, time.minute, time.second), day * 86400 + 12345);
    EXPECT_EQ(time.weekday, ((day + 4) % 7 + 7) % 7);
  }
}

TEST(Calendar, KnowsYearDaysAndBounds) {
  EXPECT_EQ(utc_time(seconds_at(2024, 12, 31)).yearday, 366);
  EXPECT_EQ(utc_time(seconds_at(2023, 1, 1)).yearday, 1);
  EXPECT_EQ(utc_time(-1).second, 59);
  EXPECT_EQ(utc_time(-1).year, 1969);
  i64 seconds;
  EXPECT_FALSE(seconds_of(INT64_MAX, 1, 1, 0, 0, 0, seconds));
  EXPECT_EQ(days_in_month(2000, 2), 29);
  EXPECT_EQ(days_in_month(1900, 2), 28);
}

TEST(Layout, FormatsStrftime) {
  EXPECT_EQ(formatted("%c", 0), "Thu Jan  1 00:00:00 1970");
  EXPECT_EQ(formatted("%x %X", 0), "01/01/70 00:00:00");
  i64 t = seconds_at(2006, 1, 2, 15, 4, 5);
  EXPECT_EQ(formatted("%F %T %D", t), "2006-01-02 15:04:05 01/02/06");
  EXPECT_EQ(formatted("%A %a %B %b %e %j %I %p %y %Z %z %%", t), "Monday Mon January Jan  2 002 03 PM 06 UTC +0000 %");
  EXPECT_EQ(formatted("%Q %", t), "%Q %");
}

TEST(Layout, FormatsReferences) {
  i64 t = seconds_at(2024, 7, 9, 8, 5, 3);
  EXPECT_EQ(formatted("Mon Jan 2 15:04:05 MST 2006", t), "Tue Jul 9 08:05:03 UTC 2024");
  EXPECT_EQ(formatted("Monday, January _2 06 03:04 PM", t), "Tuesday, July  9 24 08:05 AM");
  EXPECT_EQ(formatted("2006-01-02T15:04:05.000Z07:00", t, 123456789), "2024-07-09T08:05:03.123Z");
  EXPECT_EQ(formatted("1/2 3:4:5pm -0700 -07:00", t), "7/9 8:5:3am +0000 +00:00");
  EXPECT_EQ(formatted("Janet", t), "Janet");
}

struct Parsed {
  bool ok = false;
  i64 seconds = 0;
  CivilTime time;
  std::string error;
};

Parsed parsed(std::string_view text, std::string_view layout) {
  Parsed out;
  out.ok = parse_time(compile_layout(layout), text, out.time, out.seconds, out.error);
  return out;
}

TEST(Layout, ParsesWhatItFormats) {
  for (const char* layout : {"%Y-%m-%d %H:%M:%S", "%c", "%F %I:%M:%S %p", "%Y %j %T", "2006-01-02 15:04:05",
                             "Monday, 2 January 2006 3:04:05 PM", "2006-01-02T15:04:05Z07:00"}) {
    i64 t = seconds_at(2024, 2, 29, 23, 59, 1);
    Parsed result = parsed(formatted(layout, t), layout);
    EXPECT_TRUE(result.ok) << layout << ": " << result.error;
    EXPECT_EQ(result.seconds, t) << layout;
  }
}

TEST(Layout, ParsesOffsetsAndFractions) {
  Parsed result = parsed("2024-01-01T02:00:00.25+02:00", "2006-01-02T15:04:05Z07:00");
  EXPECT_TRUE(result.ok) << result.error;
  EXPECT_EQ(result.seconds, seconds_at(2024, 1, 1));
  EXPECT_EQ(result.time.hour, 2);
  EXPECT_EQ(result.time.nanosecond, 250000000);
  EXPECT_EQ(result.time.offset, 7200);
  EXPECT_TRUE(parsed("12.500", "05.000").ok);
  EXPECT_EQ(parsed("2024-01-01 -0130", "%Y-%m-%d %z").seconds, seconds_at(2024, 1, 1, 1, 30));
}

TEST(Layout, RefusesWhatIsNoTime) {
  EXPECT_FALSE(parsed("2024-13-01", "2006-01-02").ok);
  EXPECT_FALSE(parsed("2023-02-29", "%Y-%m-%d").ok);
  EXPECT_FALSE(parsed("2024-01-01x", "2006-01-02").ok);
  EXPECT_FALSE(parsed("", "2006").ok);
  EXPECT_FALSE(parsed("25:00", "15:04").ok);
  EXPECT_FALSE(parsed("13 PM", "3 PM").ok);
}

}  // namespace
}  // namespace gs::stdlib
