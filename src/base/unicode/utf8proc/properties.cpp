// Classes and case of code points from utf8proc.
#include <utf8proc.h>

#include "base/unicode.hpp"

namespace gs {

CharClass char_class(u32 code) {
  if (is_white_space(code)) return CharClass::kSpace;
  const utf8proc_category_t category = utf8proc_category(utf8proc_int32_t(code));
  if (category >= UTF8PROC_CATEGORY_LU && category <= UTF8PROC_CATEGORY_LO) return CharClass::kLetter;
  if (category == UTF8PROC_CATEGORY_ND) return CharClass::kDigit;
  const bool is_sign = category >= UTF8PROC_CATEGORY_PC && category <= UTF8PROC_CATEGORY_SO;
  return is_sign ? CharClass::kPunctuation : CharClass::kOther;
}

u32 to_upper_multi(u32 code) {
  // utf8proc gives U+1E9E, which the standard's simple mapping does not.
  constexpr u32 kSharpS = 0xDF;
  return code == kSharpS ? code : u32(utf8proc_toupper(utf8proc_int32_t(code)));
}

u32 to_lower_multi(u32 code) { return u32(utf8proc_tolower(utf8proc_int32_t(code))); }

}  // namespace gs
