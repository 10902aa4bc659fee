// Glob patterns: linear in pattern times name, by remembering only the last `*`. Patterns and names are read as UTF-8.
#include "base/utf8.hpp"
#include "stdlib/path/clean.hpp"

namespace gs::stdlib {

namespace {

// The character at text[at]; moves at behind it. An invalid byte is a character of its own, above all code points.
u32 take_character(std::string_view text, usize& at) {
  CodePoint point = decode_utf8(text.data() + at, text.data() + text.size());
  u32 code = point.valid ? point.code : kMaxCodePoint + 1 + u8(text[at]);
  at += point.length;
  return code;
}

// One character of a class, possibly quoted; false if the pattern ends or a '-' or ']' stands where a character must.
bool take_class_character(std::string_view pattern, usize& at, u32& c) {
  if (at >= pattern.size() || pattern[at] == '-' || pattern[at] == ']') return false;
  if (pattern[at] == '\\' && ++at >= pattern.size()) return false;
  c = take_character(pattern, at);
  return true;
}

// The class at pattern[at] == '['; moves at behind it.
GlobMatch match_class(std::string_view pattern, usize& at, u32 c) {
  at++;
  bool negated = at < pattern.size() && pattern[at] == '^';
  at += negated;
  bool found = false;
  for (bool first = true; first || (at < pattern.size() && pattern[at] != ']'); first = false) {
    u32 low, high;
    if (!take_class_character(pattern, at, low)) return GlobMatch::kBadPattern;
    high = low;
    if (at < pattern.size() && pattern[at] == '-' && !take_class_character(pattern, ++at, high)) {
      return GlobMatch::kBadPattern;
    }
    found |= low <= c && c <= high;
  }
  if (at >= pattern.size()) return GlobMatch::kBadPattern;
  at++;
  return found != negated ? GlobMatch::kYes : GlobMatch::kNo;
}

// One pattern item that is not `*` against one character; moves at behind the item.
GlobMatch match_item(std::string_view pattern, usize& at, u32 c) {
  if (pattern[at] == '[') return match_class(pattern, at, c);
  bool any = pattern[at] == '?';
  if (pattern[at] == '\\' && ++at >= pattern.size()) return GlobMatch::kBadPattern;
  u32 item = take_character(pattern, at);
  return (any ? c != '/' : item == c) ? GlobMatch::kYes : GlobMatch::kNo;
}

bool is_well_formed(std::string_view pattern) {
  for (usize at = 0; at < pattern.size();) {
    if (pattern[at] == '*') {
      at++;
    } else if (match_item(pattern, at, 'x') == GlobMatch::kBadPattern) {
      return false;
    }
  }
  return true;
}

}  // namespace

GlobMatch match_glob(std::string_view pattern, std::string_view name) {
  if (!is_well_formed(pattern)) return GlobMatch::kBadPattern;
  usize at = 0, i = 0;
  usize star_at = pattern.npos, star_i = 0;  // where to go on when a match fails behind a `*`
  while (i < name.size() || at < pattern.size()) {
    if (at < pattern.size() && pattern[at] == '*') {
      star_at = ++at;
      star_i = i;
      continue;
    }
    if (at < pattern.size() && i < name.size()) {
      usize next = i;
      if (match_item(pattern, at, take_character(name, next)) == GlobMatch::kYes) {
        i = next;
        continue;
      }
    }
    if (star_at == pattern.npos || star_i >= name.size() || name[star_i] == '/') return GlobMatch::kNo;
    at = star_at;
    take_character(name, star_i);
    i = star_i;
  }
  return GlobMatch::kYes;
}

bool has_glob_characters(std::string_view pattern) {
  return pattern.find_first_of("*?[\\") != pattern.npos;
}

}  // namespace gs::stdlib
