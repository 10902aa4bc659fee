// tonumber with a base. Pure.
#pragma once

#include <string_view>

#include "base/types.hpp"

namespace gs::stdlib {

// An optional '-' and digits of base 2..36, white space around. A magnitude of up to 64 bits wraps, as in hex literals.
// False: malformed, or more bits.
bool parse_digits(std::string_view text, u32 base, i64& result);

}  // namespace gs::stdlib
