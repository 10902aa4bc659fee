// Binary searches in the generated tables.
#include "base/unicode.hpp"

#include <algorithm>

#include "base/unicode_tables.hpp"
#include "base/utf8.hpp"

namespace gs {

namespace {

u32 map_case(std::span<const unicode::CaseRun> runs, u32 code) {
  auto after = std::upper_bound(runs.begin(), runs.end(), code,
                                [](u32 wanted, const unicode::CaseRun& run) { return wanted < run.first; });
  if (after == runs.begin()) return code;
  const unicode::CaseRun& run = after[-1];
  if (code > run.last || (code - run.first) % run.step != 0) return code;
  return u32(i32(code) + run.delta);
}

}  // namespace

CharClass char_class(u32 code) {
  auto runs = unicode::class_runs();
  auto after = std::upper_bound(runs.begin(), runs.end(), code << 8 | 0xFF);
  return CharClass(after[-1] & 0xFF);
}

bool is_white_space_multi(u32 code) {
  return code == 0x85 || code == 0xA0 || code == 0x1680 || (code >= 0x2000 && code <= 0x200A) || code == 0x2028 ||
         code == 0x2029 || code == 0x202F || code == 0x205F || code == 0x3000;
}

u32 to_upper_multi(u32 code) { return map_case(unicode::upper_runs(), code); }
u32 to_lower_multi(u32 code) { return map_case(unicode::lower_runs(), code); }

std::string_view trim_white_space_left(std::string_view text) {
  const char* p = text.data();
  const char* end = p + text.size();
  while (p < end) {
    const CodePoint point = decode_utf8(p, end);
    if (!is_white_space(point.code)) break;
    p += point.length;
  }
  return {p, usize(end - p)};
}

std::string_view trim_white_space_right(std::string_view text) {
  const char* begin = text.data();
  const char* end = begin + text.size();
  while (begin < end) {
    const CodePoint point = is_ascii(end[-1]) ? CodePoint{u32(end[-1]), 1, true} : decode_utf8_before(begin, end);
    if (!is_white_space(point.code)) break;
    end -= point.length;
  }
  return {begin, usize(end - begin)};
}

}  // namespace gs
