#include "stdlib/time/layout.hpp"

namespace gs::stdlib {

namespace {

using enum TimeField;

void add_literal(TimeLayout& out, std::string_view text) {
  if (text.empty()) return;
  if (!out.empty() && out.back().field == kLiteral && out.back().text.end() == text.begin()) {
    out.back().text = {out.back().text.data(), out.back().text.size() + text.size()};
  } else {
    out.push_back({.text = text});
  }
}

// ---- strftime

bool is_space(char c) {
  return c == ' ' || (c >= '\t' && c <= '\r');
}

// The part of a directive; kLiteral for those that stand for several parts or none.
TimePart directive_part(char c) {
  switch (c) {
    case 'Y':
      return {kYear};
    case 'y':
      return {kYearOfCentury, 2};
    case 'm':
      return {kMonth, 2};
    case 'd':
      return {kDay, 2};
    case 'e':
      return {kDay, 2, ' '};
    case 'j':
      return {kYearDay, 3};
    case 'H':
      return {kHour24, 2};
    case 'I':
      return {kHour12, 2};
    case 'M':
      return {kMinute, 2};
    case 'S':
      return {kSecond, 2};
    case 'p':
      return {kUpperHalf};
    case 'A':
      return {kWeekdayName};
    case 'a':
      return {kWeekdayShort};
    case 'B':
      return {kMonthName};
    case 'b':
      return {kMonthShort};
    case 'Z':
      return {kZoneName};
    case 'z':
      return {kOffset};
    default:
      return {};
  }
}

std::string_view directive_expansion(char c) {
  switch (c) {
    case 'F':
      return "%Y-%m-%d";
    case 'T':
    case 'X':
      return "%H:%M:%S";
    case 'D':
    case 'x':
      return "%m/%d/%y";
    case 'c':
      return "%a %b %e %H:%M:%S %Y";
    default:
      return {};
  }
}

void add_strftime(TimeLayout& out, std::string_view layout) {
  for (usize i = 0; i < layout.size(); i++) {
    if (is_space(layout[i])) {
      out.push_back({.field = kSpace, .text = layout.substr(i, 1)});
      continue;
    }
    if (layout[i] != '%' || i + 1 == layout.size()) {
      add_literal(out, layout.substr(i, 1));
      continue;
    }
    char c = layout[++i];
    TimePart part = directive_part(c);
    std::string_view expansion = directive_expansion(c);
    if (part.field != kLiteral) {
      out.push_back(part);
    } else if (!expansion.empty()) {
      add_strftime(out, expansion);
    } else if (c == '%') {
      out.push_back({.text = layout.substr(i, 1)});
    } else {
      add_literal(out, layout.substr(i - 1, 2));
    }
  }
}

// ---- reference layouts

struct ReferencePart {
  std::string_view text;
  TimePart part;
};

// Longer texts before their prefixes.
constexpr ReferencePart kReferenceParts[] = {
    {"January", {kMonthName}}, {"Jan", {kMonthShort}},     {"Monday", {kWeekdayName}}, {"Mon", {kWeekdayShort}},
    {"MST", {kZoneName}},      {"2006", {kYear, 4}},       {"01", {kMonth, 2}},        {"02", {kDay, 2}},
    {"03", {kHour12, 2}},      {"04", {kMinute, 2}},       {"05", {kSecond, 2}},       {"06", {kYearOfCentury, 2}},
    {"15", {kHour24, 2}},      {"1", {kMonth, 1}},         {"_2", {kDay, 2, ' '}},     {"2", {kDay, 1}},
    {"3", {kHour12, 1}},       {"4", {kMinute, 1}},        {"5", {kSecond, 1}},        {"PM", {kUpperHalf}},
    {"pm", {kLowerHalf}},      {"-07:00", {kOffsetColon}}, {"-0700", {kOffset}},       {"Z07:00", {kOffsetOrZ}},
};

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}

// ".000": the zeros give the digits of the fraction. They must not run on into another number.
usize fraction_digits(std::string_view rest) {
  if (rest.size() < 2 || rest[0] != '.' || rest[1] != '0') return 0;
  usize digits = rest.find_first_not_of('0', 1);
  if (digits == rest.npos) return rest.size() - 1;
  return is_digit(rest[digits]) ? 0 : digits - 1;
}

// "Jan" in "Janet" is no month.
bool runs_on(const ReferencePart& part, std::string_view rest) {
  bool is_short_name = part.text == "Jan" || part.text == "Mon";
  return is_short_name && rest.size() > 3 && rest[3] >= 'a' && rest[3] <= 'z';
}

const ReferencePart* reference_part(std::string_view rest) {
  for (const ReferencePart& candidate : kReferenceParts) {
    bool is_underscored_year = candidate.text == "_2" && rest.starts_with("_2006");
    if (rest.starts_with(candidate.text) && !runs_on(candidate, rest) && !is_underscored_year) return &candidate;
  }
  return nullptr;
}

}  // namespace

TimeLayout compile_strftime(std::string_view layout) {
  TimeLayout out;
  add_strftime(out, layout);
  return out;
}

TimeLayout compile_reference(std::string_view layout) {
  TimeLayout out;
  for (usize i = 0; i < layout.size();) {
    std::string_view rest = layout.substr(i);
    if (usize digits = fraction_digits(rest)) {
      out.push_back({.field = kFraction, .width = u8(digits > 9 ? 9 : digits)});
      i += digits + 1;
    } else if (const ReferencePart* found = reference_part(rest)) {
      out.push_back(found->part);
      i += found->text.size();
    } else {
      add_literal(out, layout.substr(i++, 1));
    }
  }
  return out;
}

TimeLayout compile_layout(std::string_view layout) {
  return layout.find('%') != layout.npos ? compile_strftime(layout) : compile_reference(layout);
}

}  // namespace gs::stdlib
