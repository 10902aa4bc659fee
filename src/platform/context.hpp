// Switching native stacks: the callee-saved registers and the stack pointer, nothing more.
#pragma once

#include "base/attributes.hpp"
#include "base/types.hpp"

namespace gs::platform {

// Saves the current context at *saved_sp and continues the one at `target_sp`. Returns when somebody switches back.
extern "C" void gs_switch_stack(void** saved_sp, void* target_sp);

// A context on the stack ending at `high` that, when first switched to, calls entry(argument). entry must not return.
void* make_context(char* high, void (*entry)(void*), void* argument);

}  // namespace gs::platform
