#include "platform/context.hpp"

namespace gs::platform {

#if defined(__x86_64__)

asm(R"(
.text
.globl gs_context_start
.type gs_context_start, @function
gs_context_start:
  popq %rbx
  popq %rdi
  xorl %ebp, %ebp
  callq *%rbx
  ud2
.size gs_context_start, .-gs_context_start
)");

extern "C" void gs_context_start();

void* make_context(char* high, void (*entry)(void*), void* argument) {
  auto* sp = reinterpret_cast<u64*>(reinterpret_cast<u64>(high) & ~15ull);
  *--sp = 0;
  *--sp = 0;
  *--sp = reinterpret_cast<u64>(argument);  // popped by gs_context_start, after which rsp is 16-aligned
  *--sp = reinterpret_cast<u64>(entry);
  *--sp = reinterpret_cast<u64>(&gs_context_start);
  return sp;
}

#elif defined(__aarch64__)

asm(R"(
.text
.globl gs_switch_stack
.type gs_switch_stack, %function
gs_switch_stack:
  sub sp, sp, #160
  stp x19, x20, [sp, #0]
  stp x21, x22, [sp, #16]
  stp x23, x24, [sp, #32]
  stp x25, x26, [sp, #48]
  stp x27, x28, [sp, #64]
  stp x29, x30, [sp, #80]
  stp d8, d9, [sp, #96]
  stp d10, d11, [sp, #112]
  stp d12, d13, [sp, #128]
  stp d14, d15, [sp, #144]
  mov x9, sp
  str x9, [x0]
  mov sp, x1
  ldp x19, x20, [sp, #0]
  ldp x21, x22, [sp, #16]
  ldp x23, x24, [sp, #32]
  ldp x25, x26, [sp, #48]
  ldp x27, x28, [sp, #64]
  ldp x29, x30, [sp, #80]
  ldp d8, d9, [sp, #96]
  ldp d10, d11, [sp, #112]
  ldp d12, d13, [sp, #128]
  ldp d14, d15, [sp, #144]
  add sp, sp, #160
  ret

.globl gs_context_start
.type gs_context_start, %function
gs_context_start:
  mov x0, x20
  mov x29, #0
  blr x19
  brk #0
)");

extern "C" void gs_context_start();

void* make_context(char* high, void (*entry)(void*), void* argument) {
  auto* sp = reinterpret_cast<u64*>((reinterpret_cast<u64>(high) & ~15ull) - 160);
  for (int i = 0; i < 20; i++) sp[i] = 0;
  sp[0] = reinterpret_cast<u64>(entry);     // x19
  sp[1] = reinterpret_cast<u64>(argument);  // x20
  sp[11] = reinterpret_cast<u64>(&gs_context_start);  // x30
  return sp;
}

#endif

}  // namespace gs::platform
