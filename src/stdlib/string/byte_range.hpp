// The bytes i..j of a string as scripts name them: from 1, negative from the end, clamped (language 15.2).
#pragma once

#include <string_view>

#include "base/types.hpp"

namespace gs::stdlib {

// A negative index counted from the end; may come out below 1.
constexpr i64 absolute_index(i64 index, usize length) { return index < 0 ? i64(length) + index + 1 : index; }

constexpr std::string_view byte_range(std::string_view text, i64 first, i64 last) {
  first = absolute_index(first, text.size());
  last = absolute_index(last, text.size());
  if (first < 1) first = 1;
  if (last > i64(text.size())) last = i64(text.size());
  if (first > last) return text.substr(0, 0);
  return text.substr(usize(first - 1), usize(last - first + 1));
}

}  // namespace gs::stdlib
