// Strings: creation, concatenation, equality, hashing.
#pragma once

#include <string_view>

#include "vm/object/objects.hpp"

namespace gs::vm {

// Null = raised (out of memory, string too large).
String* new_string(Vm& vm, std::string_view text);
// a .. b; in amortised time proportional to b's length if a is itself the result of a concatenation.
String* concat_strings(Vm& vm, String* a, String* b);
// A string whose `length` bytes the caller fills in through `bytes` before anything else happens; length > kMaxInterned.
String* new_string_buffer(Vm& vm, usize length, char*& bytes);

inline std::string_view view(const String* s) { return {s->data, s->length}; }

bool strings_equal(const String* a, const String* b);  // content
int compare_strings(const String* a, const String* b);
// Never 0. Kept by the string: `seed` must be the same for all strings of a heap.
u32 string_hash(const String* s, u64 seed);

}  // namespace gs::vm
