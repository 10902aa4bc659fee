// Time layouts. Both kinds, strftime ("%Y-%m-%d") and reference ("2006-01-02"), compile to the same list of parts,
// which one formatter and one parser read. Pure.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "stdlib/time/calendar.hpp"

namespace gs::stdlib {

enum class TimeField : u8 {
  kLiteral,
  kSpace,  // strftime's white space: any amount of it when parsing
  kYear,
  kYearOfCentury,
  kMonth,
  kMonthName,
  kMonthShort,
  kDay,
  kYearDay,
  kHour24,
  kHour12,
  kMinute,
  kSecond,
  kFraction,
  kUpperHalf,  // AM PM
  kLowerHalf,
  kWeekdayName,
  kWeekdayShort,
  kZoneName,
  kOffset,       // -0700
  kOffsetColon,  // -07:00
  kOffsetOrZ,    // Z or -07:00
};

struct TimePart {
  TimeField field = TimeField::kLiteral;
  u8 width = 0;  // least digits; 0 or 1: no padding
  char pad = '0';
  std::string_view text = {};  // kLiteral, kSpace: part of the layout
};

using TimeLayout = std::vector<TimePart>;

// Views into `layout`, which must live as long.
TimeLayout compile_strftime(std::string_view layout);
TimeLayout compile_reference(std::string_view layout);
// strftime if there is a '%' in it.
TimeLayout compile_layout(std::string_view layout);

void format_time(const TimeLayout& layout, const CivilTime& time, std::string& out);

// The fields of `text`; calendar fields and offset as written, weekday and yearday computed. False: error says why.
bool parse_time(const TimeLayout& layout, std::string_view text, CivilTime& out, i64& seconds, std::string& error);

}  // namespace gs::stdlib
