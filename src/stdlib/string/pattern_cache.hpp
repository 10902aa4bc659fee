// Compiled patterns, so that a pattern used over and over is compiled once. One cache per VM, held by the natives that
// use it. A pattern in use stays alive without the cache as long as its address is on a stack or in a native's
// captures.
#pragma once

#include "stdlib/string/pattern.hpp"
#include "vm/runtime/vm.hpp"

namespace gs::stdlib {

// The cache object, to be a capture of natives. Raised if there is no memory.
vm::Value new_pattern_cache(vm::Vm& vm);

// The program of `text`, from the cache in the running native's first capture or compiled. Null = raised.
const Pattern* get_pattern(vm::Vm& vm, vm::Args args, vm::String* text, bool anchors = true);

// What a Matcher asks in long matches.
bool poll_vm(void* vm);

}  // namespace gs::stdlib
