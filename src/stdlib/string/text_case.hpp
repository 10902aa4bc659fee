// Case mapping and reversal of UTF-8 text, written to any output with append(std::string_view) and append(char).
// Invalid bytes pass unchanged. Shared by the libraries string and utf8.
#pragma once

#include <string_view>

#include "base/unicode.hpp"
#include "base/utf8.hpp"

namespace gs::stdlib {

template <typename Output>
void append_code_point(Output& out, u32 code) {
  char bytes[kMaxUtf8];
  out.append(std::string_view(bytes, encode_utf8(code, bytes)));
}

// Each code point through `map`; stops early if `go_on()` says false.
template <typename Output, typename Map, typename GoOn>
void map_code_points(std::string_view text, Output& out, Map map, GoOn go_on) {
  const char* end = text.data() + text.size();
  for (const char* p = text.data(); p < end && go_on();) {
    const CodePoint point = decode_utf8(p, end);
    if (point.valid) {
      append_code_point(out, map(point.code));
    } else {
      out.append(*p);
    }
    p += point.length;
  }
}

template <typename Output, typename GoOn>
void reverse_code_points(std::string_view text, Output& out, GoOn go_on) {
  const char* begin = text.data();
  for (const char* end = begin + text.size(); end > begin && go_on();) {
    const CodePoint point = decode_utf8_before(begin, end);
    end -= point.length;
    out.append(std::string_view(end, point.length));
  }
}

// A map for map_code_points: the first of each run of code points that are not white space, in upper case.
class TitleCase {
 public:
  u32 operator()(u32 code) {
    const bool starts_word = after_space_;
    after_space_ = is_white_space(code);
    return starts_word ? to_upper(code) : code;
  }

 private:
  bool after_space_ = true;
};

}  // namespace gs::stdlib
