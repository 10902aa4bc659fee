#include "stdlib/time/layout.hpp"

namespace gs::stdlib {

namespace {

using enum TimeField;

void add_number(std::string& out, i64 value, usize width, char pad) {
  std::string digits = std::to_string(value < 0 ? -value : value);
  if (value < 0) out.push_back('-');
  if (digits.size() < width) out.append(width - digits.size(), pad);
  out.append(digits);
}

void add_fraction(std::string& out, i32 nanosecond, usize digits) {
  std::string text = std::to_string(nanosecond);
  text.insert(0, 9 - text.size(), '0');
  out.append(".").append(text, 0, digits);
}

void add_offset(std::string& out, i32 offset, bool colon) {
  i32 minutes = (offset < 0 ? -offset : offset) / 60;
  out.push_back(offset < 0 ? '-' : '+');
  add_number(out, minutes / 60, 2, '0');
  if (colon) out.push_back(':');
  add_number(out, minutes % 60, 2, '0');
}

i32 twelve_hour(i32 hour) {
  return hour % 12 ? hour % 12 : 12;
}

void add_part(std::string& out, const TimePart& part, const CivilTime& time) {
  switch (part.field) {
    case kLiteral:
    case kSpace:
      out.append(part.text);
      break;
    case kYear:
      add_number(out, time.year, part.width, '0');
      break;
    case kYearOfCentury:
      add_number(out, (time.year % 100 + 100) % 100, 2, '0');
      break;
    case kMonth:
      add_number(out, time.month, part.width, part.pad);
      break;
    case kMonthName:
      out.append(month_name(time.month));
      break;
    case kMonthShort:
      out.append(month_name(time.month).substr(0, 3));
      break;
    case kDay:
      add_number(out, time.day, part.width, part.pad);
      break;
    case kYearDay:
      add_number(out, time.yearday, part.width, part.pad);
      break;
    case kHour24:
      add_number(out, time.hour, part.width, part.pad);
      break;
    case kHour12:
      add_number(out, twelve_hour(time.hour), part.width, part.pad);
      break;
    case kMinute:
      add_number(out, time.minute, part.width, part.pad);
      break;
    case kSecond:
      add_number(out, time.second, part.width, part.pad);
      break;
    case kFraction:
      add_fraction(out, time.nanosecond, part.width);
      break;
    case kUpperHalf:
      out.append(time.hour < 12 ? "AM" : "PM");
      break;
    case kLowerHalf:
      out.append(time.hour < 12 ? "am" : "pm");
      break;
    case kWeekdayName:
      out.append(weekday_name(time.weekday));
      break;
    case kWeekdayShort:
      out.append(weekday_name(time.weekday).substr(0, 3));
      break;
    case kZoneName:
      out.append(time.zone);
      break;
    case kOffset:
      add_offset(out, time.offset, false);
      break;
    case kOffsetColon:
      add_offset(out, time.offset, true);
      break;
    case kOffsetOrZ:
      if (time.offset == 0) {
        out.push_back('Z');
      } else {
        add_offset(out, time.offset, true);
      }
      break;
  }
}

}  // namespace

void format_time(const TimeLayout& layout, const CivilTime& time, std::string& out) {
  for (const TimePart& part : layout) add_part(out, part, time);
}

}  // namespace gs::stdlib
