// White space, which is a short list. Classes and case are in base/unicode/.
#include "base/unicode.hpp"

#include "base/utf8.hpp"

namespace gs {

bool is_white_space_multi(u32 code) {
  return code == 0x85 || code == 0xA0 || code == 0x1680 || (code >= 0x2000 && code <= 0x200A) || code == 0x2028 ||
         code == 0x2029 || code == 0x202F || code == 0x205F || code == 0x3000;
}

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
