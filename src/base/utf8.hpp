// UTF-8: decoding, encoding, counting. Strict (no overlong forms, no surrogates, nothing above 10FFFF). Wherever text
// is walked, an invalid byte stands for U+FFFD and advances by one. Used by the lexer, range loops and the libraries.
#pragma once

#include <string_view>

#include "base/types.hpp"

namespace gs {

inline constexpr u32 kReplacement = 0xFFFD;
inline constexpr u32 kMaxCodePoint = 0x10FFFF;
inline constexpr usize kMaxUtf8 = 4;  // bytes of one code point

struct CodePoint {
  u32 code;    // kReplacement if invalid
  u32 length;  // bytes; 1 if invalid
  bool valid;
};

constexpr bool is_ascii(char c) { return static_cast<signed char>(c) >= 0; }
constexpr bool is_surrogate(u32 code) { return code >= 0xD800 && code < 0xE000; }
constexpr bool is_scalar(u32 code) { return code <= kMaxCodePoint && !is_surrogate(code); }

// The code point of more than one byte, or the invalid byte, at p < end.
CodePoint decode_utf8_multi(const char* p, const char* end);

// The code point at p < end.
inline CodePoint decode_utf8(const char* p, const char* end) {
  if (is_ascii(*p)) return {u32(*p), 1, true};
  return decode_utf8_multi(p, end);
}

// The code point that ends at p > begin: its first byte is p - length.
CodePoint decode_utf8_before(const char* begin, const char* p);

// Writes a scalar value to `out` (room for kMaxUtf8), returns its bytes.
usize encode_utf8(u32 code, char* out);

bool is_ascii(std::string_view text);
bool is_valid_utf8(std::string_view text);

// Code points, invalid bytes counting as one each.
usize count_code_points(std::string_view text);

// Byte offset after `count` code points from `start`, or text.size() if there are fewer; `count` becomes what is
// missing.
usize skip_code_points(std::string_view text, usize start, usize& count);

}  // namespace gs
