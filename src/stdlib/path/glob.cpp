// Glob patterns: linear in pattern times name, by remembering only the last `*`.
#include "base/types.hpp"
#include "stdlib/path/clean.hpp"

namespace gs::stdlib {

namespace {

// One character of a class, possibly quoted; false if the pattern ends or a '-' or ']' stands where a character must.
bool take_class_character(std::string_view pattern, usize& at, char& c) {
  if (at >= pattern.size() || pattern[at] == '-' || pattern[at] == ']') return false;
  if (pattern[at] == '\\' && ++at >= pattern.size()) return false;
  c = pattern[at++];
  return true;
}

// The class at pattern[at] == '['; moves at behind it.
GlobMatch match_class(std::string_view pattern, usize& at, char c) {
  at++;
  bool negated = at < pattern.size() && pattern[at] == '^';
  at += negated;
  bool found = false;
  for (bool first = true; first || (at < pattern.size() && pattern[at] != ']'); first = false) {
    char low, high;
    if (!take_class_character(pattern, at, low)) return GlobMatch::kBadPattern;
    high = low;
    if (at < pattern.size() && pattern[at] == '-' && !take_class_character(pattern, ++at, high)) {
      return GlobMatch::kBadPattern;
    }
    found |= u8(low) <= u8(c) && u8(c) <= u8(high);
  }
  if (at >= pattern.size()) return GlobMatch::kBadPattern;
  at++;
  return found != negated ? GlobMatch::kYes : GlobMatch::kNo;
}

// One pattern item that is not `*` against one character; moves at behind the item.
GlobMatch match_item(std::string_view pattern, usize& at, char c) {
  if (pattern[at] == '[') return match_class(pattern, at, c);
  bool any = pattern[at] == '?';
  if (pattern[at] == '\\' && ++at >= pattern.size()) return GlobMatch::kBadPattern;
  bool matches = any ? c != '/' : pattern[at] == c;
  at++;
  return matches ? GlobMatch::kYes : GlobMatch::kNo;
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
    if (at < pattern.size() && i < name.size() && match_item(pattern, at, name[i]) == GlobMatch::kYes) {
      i++;
      continue;
    }
    if (star_at == pattern.npos || star_i >= name.size() || name[star_i] == '/') return GlobMatch::kNo;
    at = star_at;
    i = ++star_i;
  }
  return GlobMatch::kYes;
}

bool has_glob_characters(std::string_view pattern) {
  return pattern.find_first_of("*?[\\") != pattern.npos;
}

}  // namespace gs::stdlib
