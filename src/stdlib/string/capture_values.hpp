// What a match found, as values of the language.
#pragma once

#include "stdlib/string/pattern.hpp"
#include "vm/runtime/vm.hpp"

namespace gs::stdlib {

inline constexpr u32 kRaisedCaptures = ~u32(0);

// Capture `index` as a string or position. Of a pattern without captures, number 0 is the whole match.
vm::Value capture_value(vm::Vm& vm, const Matcher& matcher, u32 index);

// All captures into `out`, which has room for kMaxCaptures; the whole match if there are none and it is asked for.
// Their number, or kRaisedCaptures.
u32 capture_values(vm::Vm& vm, const Matcher& matcher, bool whole_match, vm::Value* out);

}  // namespace gs::stdlib
