// Facts about code points: class, white space, simple case mapping, as in Unicode 15. From utf8proc, or in builds without
// it from the tables tools/gen_unicode.py makes. No full case mapping and no locales: one code point maps to one.
#pragma once

#include <string_view>

#include "base/types.hpp"

namespace gs {

enum class CharClass : u8 { kOther, kLetter, kDigit, kSpace, kPunctuation };  // kPunctuation: and symbols

CharClass char_class(u32 code);
bool is_white_space_multi(u32 code);  // code >= 0x80
u32 to_upper_multi(u32 code);         // code >= 0x80
u32 to_lower_multi(u32 code);         // code >= 0x80

// The property White_Space.
inline bool is_white_space(u32 code) { return code < 0x80 ? code == ' ' || code - 9 < 5 : is_white_space_multi(code); }
inline u32 to_upper(u32 code) { return code < 0x80 ? (code - 'a' < 26 ? code - 32 : code) : to_upper_multi(code); }
inline u32 to_lower(u32 code) { return code < 0x80 ? (code - 'A' < 26 ? code + 32 : code) : to_lower_multi(code); }

std::string_view trim_white_space_left(std::string_view text);
std::string_view trim_white_space_right(std::string_view text);
inline std::string_view trim_white_space(std::string_view text) {
  return trim_white_space_left(trim_white_space_right(text));
}

}  // namespace gs
