// Switching native stacks. Inlined into the code that switches, so that no return address has to be predicted on a stack the
// processor's return predictor knows nothing of: control goes over by one indirect jump.
#pragma once

#include "base/attributes.hpp"
#include "base/types.hpp"
#include "platform/fiber.hpp"

namespace gs::platform {

// A context on the stack ending at `high` that, when first switched to, calls entry(argument). entry must not return.
void* make_context(char* high, void (*entry)(void*), void* argument);

#if defined(__x86_64__)

// Saves the current context at *saved_sp and continues the one at `target_sp`; comes back when somebody switches to the saved
// one. A saved context is [resume address, rbx, rbp] at its stack pointer; everything else is declared lost.
GS_INLINE void switch_stack(void** saved_sp, void* target_sp) {
  asm volatile(
      "leaq -128(%%rsp), %%rsp\n\t"  // step over the red zone
      "pushq %%rbp\n\t"
      "pushq %%rbx\n\t"
      "leaq 1f(%%rip), %%rax\n\t"
      "pushq %%rax\n\t"
      "movq %%rsp, (%0)\n\t"
      "movq %1, %%rsp\n\t"
      "popq %%rax\n\t"
      "jmpq *%%rax\n"
      "1:\n\t"
      "popq %%rbx\n\t"
      "popq %%rbp\n\t"
      "leaq 128(%%rsp), %%rsp"
      : "+D"(saved_sp), "+S"(target_sp)
      :
      : "rax", "rcx", "rdx", "r8", "r9", "r10", "r11", "r12", "r13", "r14", "r15", "xmm0", "xmm1", "xmm2", "xmm3", "xmm4",
        "xmm5", "xmm6", "xmm7", "xmm8", "xmm9", "xmm10", "xmm11", "xmm12", "xmm13", "xmm14", "xmm15", "memory", "cc");
}

#else

extern "C" void gs_switch_stack(void** saved_sp, void* target_sp);
inline void switch_stack(void** saved_sp, void* target_sp) { gs_switch_stack(saved_sp, target_sp); }

#endif

}  // namespace gs::platform
