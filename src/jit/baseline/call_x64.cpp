#include "jit/baseline/call_x64.hpp"

#include <cstddef>

#include "vm/runtime/frame.hpp"
#include "vm/runtime/vm.hpp"

extern "C" {
void gs_slow_poll();
void gs_make_room();
void gs_call();
void gs_returned();
void gs_slow_RETURN();
}

namespace gs::jit::baseline {

namespace {

using vm::Prototype;
using vm::Vm;

// Condition codes of jcc.
constexpr u8 kBelow = 2, kNotEqual = 5, kAbove = 7, kSign = 8;

i32 runtime(Runtime entry) { return i32(entry); }

void jump_if(CodeBuffer& buffer, u8 condition, Goal goal, i32 value) {
  buffer.code(0x0f, 0x80 | condition);
  buffer.distance(goal, value);
}

// Bytes of ModRM's memory operand [base + displacement]; base in the low three bits, which are not 4.
void displaced(CodeBuffer& buffer, u8 opcode_reg, u8 base, i64 displacement) {
  if (displacement >= -128 && displacement < 128) {
    buffer.code(0x40 | opcode_reg << 3 | base, u8(displacement));
  } else {
    buffer.code(0x80 | opcode_reg << 3 | base);
    buffer.imm32(displacement);
  }
}

// mov r15, proto
void load_proto(CodeBuffer& buffer, const Prototype* proto) {
  buffer.code(0x49, 0xbf);
  buffer.imm64(u64(proto));
}

// mov [r13 + A*8 + 8], link
void store_link(CodeBuffer& buffer, const CallSite& site) {
  buffer.code(0x48, 0xb8);
  buffer.imm64(site.link);
  buffer.code(0x49, 0x89);
  displaced(buffer, 0, 5, i64(site.a) * 8 + 8);
}

// What a call site does with rax, the number of results: as wanted, it goes on; else the runtime settles it.
void check_results(CodeBuffer& buffer, CodeBuffer& cold, const CallSite& site) {
  u8 condition = kSign;
  if (site.wanted >= 2 && site.wanted < 128) {
    buffer.code(0x83, 0xf8, u8(site.wanted - 1));  // cmp eax, n
    condition = kNotEqual;
  } else if (site.wanted >= 2) {
    buffer.code(0x3d);
    buffer.imm32(i64(site.wanted) - 1);
    condition = kNotEqual;
  } else {
    buffer.code(0x85, 0xc0);  // test eax, eax
  }
  if (&buffer == &cold) {
    buffer.code(0x70 | (condition ^ 1), 13);  // over the following stub
  } else {
    jump_if(buffer, condition, Goal::kCold, i32(cold.size()));
  }
  cold.code(0x48, 0x89, 0xc6);  // mov rsi, rax
  emit_stub(cold, site.index, runtime(Runtime::kReturned));
  if (site.wanted != 0) return;
  buffer.code(0x49, 0x8d);  // lea rax, [r13 + rax*8 + A*8]
  buffer.code(0x84, 0xc5);
  buffer.imm32(i64(site.a) * 8);
  buffer.code(0x49, 0x89, 0x44, 0x24, offsetof(Vm, top));  // mov [r12 + top], rax
}
static_assert(offsetof(Vm, top) < 128 && offsetof(Vm, native_limit) < 128 && offsetof(Vm, stack_limit) == 0);

}  // namespace

const void* runtime_address(Runtime entry) {
  switch (entry) {
    case Runtime::kPoll: return reinterpret_cast<const void*>(&gs_slow_poll);
    case Runtime::kMakeRoom: return reinterpret_cast<const void*>(&gs_make_room);
    case Runtime::kCall: return reinterpret_cast<const void*>(&gs_call);
    case Runtime::kReturned: return reinterpret_cast<const void*>(&gs_returned);
    default: return reinterpret_cast<const void*>(&gs_slow_RETURN);
  }
}

void emit_stub(CodeBuffer& buffer, i32 index, i32 runtime) {
  buffer.code(0xbf);
  buffer.imm32(index);
  buffer.jump(Goal::kRuntime, runtime);
}

u32 emit_entry_checks(CodeBuffer& hot, CodeBuffer& cold, bool exact) {
  u32 room = cold.size();
  emit_stub(cold, exact, runtime(Runtime::kMakeRoom));
  u32 start = hot.size();
  if (exact) {
    hot.code(0x4d, 0x3b, 0x2c, 0x24);  // cmp r13, [r12]
    jump_if(hot, kAbove, Goal::kCold, i32(room));
  }
  hot.code(0x49, 0x3b, 0x64, 0x24, offsetof(Vm, native_limit));  // cmp rsp, [r12 + native_limit]
  jump_if(hot, kBelow, Goal::kCold, i32(room));
  return start;
}

void emit_entry_countdown(CodeBuffer& hot, CodeBuffer& cold) {
  hot.code(0x41, 0xff, 0x4c, 0x24, offsetof(Vm, budget));  // dec dword [r12 + budget]
  jump_if(hot, kSign, Goal::kCold, i32(cold.size()));
  emit_stub(cold, 0, runtime(Runtime::kPoll));  // goes on at instruction 1
}

u32 emit_known_call(CodeBuffer& hot, CodeBuffer& cold, const CallSite& site, const Prototype* target, bool is_self,
                    u32 self_entry) {
  store_link(hot, site);
  hot.code(0x41, 0x55);  // push r13
  i64 step = i64(site.a) * 8 + 16;
  if (step < 128) {
    hot.code(0x49, 0x83, 0xc5, u8(step));  // add r13, step
  } else {
    hot.code(0x49, 0x81, 0xc5);
    hot.imm32(step);
  }
  if (is_self) {
    hot.code(0xe8);
    hot.distance(Goal::kHot, i32(self_entry));
  } else {
    load_proto(hot, target);
    hot.code(0x41, 0xff);  // call [r15 + exact_entry]
    displaced(hot, 2, 7, offsetof(Prototype, exact_entry));
  }
  u32 return_point = hot.size();
  hot.code(0x41, 0x5d);  // pop r13
  if (!is_self) load_proto(hot, site.proto);
  check_results(hot, cold, site);
  return return_point;
}

void emit_unknown_call(CodeBuffer& buffer, CodeBuffer& cold, const CallSite& site) {
  buffer.code(0x41, 0x55);  // push r13
  buffer.code(0xbf);        // mov edi, index
  buffer.imm32(site.index);
  buffer.code(0xe8);
  buffer.distance(Goal::kRuntime, runtime(Runtime::kCall));
  buffer.code(0x41, 0x5d);  // pop r13
  load_proto(buffer, site.proto);
  check_results(buffer, cold, site);
}

void emit_missed_call(CodeBuffer& cold, const CallSite& site, u32 return_point) {
  cold.code(0x41, 0x55);
  cold.code(0xbf);
  cold.imm32(site.index);
  cold.code(0xe8);
  cold.distance(Goal::kRuntime, runtime(Runtime::kCall));
  load_proto(cold, site.proto);
  cold.jump(Goal::kHot, i32(return_point));
}

void emit_branch_note(CodeBuffer& cold, i32 index, u8 bit, i32 target) {
  cold.code(0x49, 0x8b);  // mov rax, [r15 + code]
  displaced(cold, 0, 7, offsetof(Prototype, code));
  cold.code(0x80, 0x88);  // or byte [rax + index*8 + 1], bit
  cold.imm32(i64(index) * 8 + 1);
  cold.code(bit);
  cold.code(0x41, 0x80);  // or byte [r15 + has_learnt], 1
  displaced(cold, 1, 7, offsetof(Prototype, has_learnt));
  cold.code(1);
  cold.jump(Goal::kInstruction, target);
}

}  // namespace gs::jit::baseline
