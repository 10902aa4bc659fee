#include "stdlib/time/layout.hpp"

namespace gs::stdlib {

namespace {

using enum TimeField;

char lower(char c) {
  return c >= 'A' && c <= 'Z' ? char(c + 32) : c;
}
bool is_digit(char c) {
  return c >= '0' && c <= '9';
}

bool starts_with_ignoring_case(std::string_view text, std::string_view prefix) {
  if (text.size() < prefix.size()) return false;
  for (usize i = 0; i < prefix.size(); i++) {
    if (lower(text[i]) != lower(prefix[i])) return false;
  }
  return true;
}

// Reads one part after the other off the front of the text.
class TimeParser {
 public:
  explicit TimeParser(std::string_view text) : rest_(text) {}

  bool parse(const TimeLayout& layout) {
    for (usize i = 0; i < layout.size(); i++) {
      next_is_fraction_ = i + 1 < layout.size() && layout[i + 1].field == kFraction;
      if (!take(layout[i])) return false;
    }
    return rest_.empty() || fail("extra text");
  }

  bool finish(CivilTime& out, i64& seconds) {
    if (half_ >= 0) {
      if (time_.hour < 1 || time_.hour > 12) return fail("hour out of range");
      time_.hour = time_.hour % 12 + 12 * half_;
    }
    if (time_.month < 1 || time_.month > 12) return fail("month out of range");
    bool by_yearday = yearday_ > 0 && !has_month_;
    if (!by_yearday && (time_.day < 1 || time_.day > days_in_month(time_.year, time_.month))) {
      return fail("day out of range");
    }
    if (time_.hour > 23 || time_.minute > 59 || time_.second > 60) return fail("time of day out of range");
    i64 local;
    i64 day = by_yearday ? yearday_ : time_.day;
    i64 month = by_yearday ? 1 : time_.month;
    if (!seconds_of(time_.year, month, day, time_.hour, time_.minute, time_.second, local)) return fail("out of range");
    out = utc_time(local, time_.nanosecond);
    out.offset = time_.offset;
    out.zone = time_.zone;
    seconds = local - time_.offset;
    return true;
  }

  const std::string& error() const { return error_; }

 private:
  bool fail(const char* reason) {
    error_ = std::string("cannot parse time: ") + reason;
    if (!rest_.empty()) error_.append(" at \"").append(rest_).append("\"");
    return false;
  }

  bool take_literal(std::string_view text) {
    if (!rest_.starts_with(text)) return fail("unexpected text");
    rest_.remove_prefix(text.size());
    return true;
  }

  void skip_spaces() {
    while (!rest_.empty() && (rest_[0] == ' ' || (rest_[0] >= '\t' && rest_[0] <= '\r'))) rest_.remove_prefix(1);
  }

  // Between `least` and `most` digits.
  template <typename Int>
  bool take_number(Int& out, usize least, usize most) {
    usize count = 0;
    Int value = 0;
    while (count < most && count < rest_.size() && is_digit(rest_[count])) value = value * 10 + (rest_[count++] - '0');
    if (count < least) return fail("number expected");
    rest_.remove_prefix(count);
    out = value;
    return true;
  }

  bool take_padded(const TimePart& part, i32& out) {
    if (part.pad == ' ') skip_spaces();
    return take_number(out, part.pad == ' ' || part.width < 2 ? 1 : part.width, part.width < 2 ? 2 : part.width);
  }

  bool take_year(const TimePart& part) {
    if (part.width == 4) return take_number(time_.year, 4, 4);
    bool negative = rest_.starts_with('-');
    if (negative) rest_.remove_prefix(1);
    if (!take_number(time_.year, 1, 9)) return false;
    if (negative) time_.year = -time_.year;
    return true;
  }

  bool take_year_of_century() {
    i64 year;
    if (!take_number(year, 2, 2)) return false;
    time_.year = year < 69 ? 2000 + year : 1900 + year;
    return true;
  }

  // The index of the name (or of its first three letters) at the front.
  bool take_name(std::string_view (*name)(i32), i32 first, i32 last, bool is_short, i32& out) {
    for (i32 i = first; i <= last; i++) {
      std::string_view candidate = is_short ? name(i).substr(0, 3) : name(i);
      if (!starts_with_ignoring_case(rest_, candidate)) continue;
      rest_.remove_prefix(candidate.size());
      out = i;
      return true;
    }
    return fail("name expected");
  }

  bool take_second(const TimePart& part) {
    if (!take_padded(part, time_.second)) return false;
    bool has_fraction = rest_.size() > 1 && rest_[0] == '.' && is_digit(rest_[1]);
    return !has_fraction || next_is_fraction_ || part.pad != '0' || take_fraction(0);
  }

  // digits 0: as many as there are.
  bool take_fraction(usize digits) {
    if (!rest_.starts_with('.')) return fail("fraction expected");
    rest_.remove_prefix(1);
    usize count = 0;
    i32 value = 0;
    for (; count < rest_.size() && is_digit(rest_[count]) && (!digits || count < digits); count++) {
      if (count < 9) value = value * 10 + (rest_[count] - '0');
    }
    if (count == 0 || (digits && count < digits)) return fail("fraction expected");
    for (usize i = count; i < 9; i++) value *= 10;
    rest_.remove_prefix(count);
    time_.nanosecond = value;
    return true;
  }

  bool take_half() {
    if (!starts_with_ignoring_case(rest_, "am") && !starts_with_ignoring_case(rest_, "pm"))
      return fail("AM or PM expected");
    half_ = lower(rest_[0]) == 'p';
    rest_.remove_prefix(2);
    return true;
  }

  // A zone's abbreviation says no offset; UTC and GMT need none.
  bool take_zone_name() {
    usize count = 0;
    while (count < rest_.size() && lower(rest_[count]) >= 'a' && lower(rest_[count]) <= 'z') count++;
    if (count == 0) return fail("zone expected");
    time_.zone = rest_.substr(0, count);
    rest_.remove_prefix(count);
    return true;
  }

  bool take_offset(bool accepts_z, bool colon) {
    if (accepts_z && rest_.starts_with('Z')) {
      rest_.remove_prefix(1);
      return true;
    }
    if (rest_.empty() || (rest_[0] != '+' && rest_[0] != '-')) return fail("offset expected");
    std::string_view start = rest_;
    i32 sign = rest_[0] == '-' ? -1 : 1, hours, minutes;
    rest_.remove_prefix(1);
    if (!take_number(hours, 2, 2) || (colon && !take_literal(":")) || !take_number(minutes, 2, 2)) return false;
    if (hours > 24 || minutes > 59) return fail("offset out of range");
    time_.offset = sign * (hours * 3600 + minutes * 60);
    if (time_.offset) time_.zone = start.substr(0, start.size() - rest_.size());
    return true;
  }

  bool take(const TimePart& part) {
    switch (part.field) {
      case kLiteral:
        return take_literal(part.text);
      case kSpace:
        return skip_spaces(), true;
      case kYear:
        return take_year(part);
      case kYearOfCentury:
        return take_year_of_century();
      case kMonth:
        return has_month_ = true, take_padded(part, time_.month);
      case kMonthName:
        return has_month_ = true, take_name(month_name, 1, 12, false, time_.month);
      case kMonthShort:
        return has_month_ = true, take_name(month_name, 1, 12, true, time_.month);
      case kDay:
        return take_padded(part, time_.day);
      case kYearDay:
        return take_padded(part, yearday_);
      case kHour24:
      case kHour12:
        return take_padded(part, time_.hour);
      case kMinute:
        return take_padded(part, time_.minute);
      case kSecond:
        return take_second(part);
      case kFraction:
        return take_fraction(part.width);
      case kUpperHalf:
      case kLowerHalf:
        return take_half();
      case kWeekdayName:
        return take_name(weekday_name, 0, 6, false, ignored_);
      case kWeekdayShort:
        return take_name(weekday_name, 0, 6, true, ignored_);
      case kZoneName:
        return take_zone_name();
      case kOffset:
        return take_offset(false, false);
      case kOffsetColon:
        return take_offset(false, true);
      case kOffsetOrZ:
        return take_offset(true, true);
    }
    return false;
  }

  std::string_view rest_;
  std::string error_;
  CivilTime time_;
  i32 half_ = -1;  // 1: PM
  i32 yearday_ = 0;
  i32 ignored_ = 0;
  bool has_month_ = false;
  bool next_is_fraction_ = false;
};

}  // namespace

bool parse_time(const TimeLayout& layout, std::string_view text, CivilTime& out, i64& seconds, std::string& error) {
  TimeParser parser(text);
  if (parser.parse(layout) && parser.finish(out, seconds)) return true;
  error = parser.error();
  return false;
}

}  // namespace gs::stdlib
