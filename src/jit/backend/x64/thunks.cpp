// The thunks for x86-64.
#include "jit/backend/thunks.hpp"

#include <cstddef>

#include "jit/backend/x64/emitter.hpp"

namespace gs::jit::backend {

namespace {

using namespace asmjit;

class ThunkEmitter {
 public:
  explicit ThunkEmitter(CompiledRegion& out) : out_(out), a_(&out.buffer->holder), pool_(a_) {}

  // Saves what C functions destroy. The argument, if any, lies above the return address; the result replaces it.
  u32 call_c(u64 function, bool has_argument, bool has_result, bool is_test) {
    constexpr Reg kSaved[] = {x64::kRax, x64::kRcx, x64::kRdx, x64::kRsi, x64::kRdi, x64::kR8, x64::kR9, x64::kR10, x64::kR11};
    constexpr u32 kGeneralBytes = 10 * 8;
    u32 at = begin();
    a_.push(x86::rbp);
    a_.mov(x86::rbp, x86::rsp);
    a_.and_(x86::rsp, imm(-16));
    a_.sub(x86::rsp, imm(kGeneralBytes + 16 * 8));
    for (u32 k = 0; k < std::size(kSaved); k++) a_.mov(x86::qword_ptr(x86::rsp, i32(k * 8)), x86::gpq(kSaved[k]));
    for (u32 k = 0; k < 16; k++) a_.movsd(x86::qword_ptr(x86::rsp, i32(kGeneralBytes + k * 8)), x86::xmm(k));
    a_.mov(x86::rdi, x86::r12);
    if (has_argument) a_.mov(x86::rsi, x86::qword_ptr(x86::rbp, 16));
    a_.mov(x86::rdx, x86::r13);
    a_.call(pool_.word(function));
    if (has_result) a_.mov(x86::qword_ptr(x86::rbp, 16), x86::rax);
    if (is_test) a_.test(x86::al, x86::al);
    // Moves keep the flags.
    for (u32 k = 0; k < 16; k++) a_.movsd(x86::xmm(k), x86::qword_ptr(x86::rsp, i32(kGeneralBytes + k * 8)));
    for (u32 k = 0; k < std::size(kSaved); k++) a_.mov(x86::gpq(kSaved[k]), x86::qword_ptr(x86::rsp, i32(k * 8)));
    a_.mov(x86::rsp, x86::rbp);
    a_.pop(x86::rbp);
    a_.ret();
    return at;
  }

  // On the stack: region, exit number, the region's native frame.
  u32 leave(u64 function) {
    constexpr i32 kFile = (sizeof(RegisterFile) + 15) / 16 * 16;
    constexpr i32 kRegion = kFile, kExit = kFile + 8, kSpills = kFile + 16;
    u32 at = begin();
    a_.lea(x86::rsp, x86::ptr(x86::rsp, -kFile));
    for (u32 k = 0; k < 16; k++) {
      a_.mov(x86::qword_ptr(x86::rsp, i32(offsetof(RegisterFile, general) + k * 8)), x86::gpq(k));
      a_.movsd(x86::qword_ptr(x86::rsp, i32(offsetof(RegisterFile, vector) + k * 8)), x86::xmm(k));
    }
    a_.mov(x86::rbx, x86::rsp);
    a_.lea(x86::rax, x86::ptr(x86::rbx, kSpills));
    a_.mov(x86::qword_ptr(x86::rbx, offsetof(RegisterFile, spills)), x86::rax);
    a_.mov(x86::rdi, x86::r12);
    a_.mov(x86::rsi, x86::r13);
    a_.mov(x86::rdx, x86::qword_ptr(x86::rbx, kRegion));
    a_.mov(x86::ecx, x86::dword_ptr(x86::rbx, kExit));
    a_.mov(x86::qword_ptr(x86::rbx, kExit), x86::r13);  // read: the word now keeps the base
    a_.mov(x86::r8, x86::rbx);
    a_.and_(x86::rsp, imm(-16));
    a_.call(pool_.word(function));
    a_.mov(x86::r10, x86::rax);
    a_.mov(x86::r11, x86::rdx);
    a_.mov(x86::r9, x86::qword_ptr(x86::rbx, kExit));
    // The caller's frame pointer and stack.
    Label unsaved = a_.newLabel(), directly = a_.newLabel();
    a_.mov(x86::rcx, x86::qword_ptr(x86::rbx, kRegion));
    a_.movsxd(x86::rdx, x86::dword_ptr(x86::rcx, offsetof(Region, saved_frame_pointer)));
    a_.test(x86::rdx, x86::rdx);
    a_.js(unsaved);
    a_.mov(x86::rbp, x86::qword_ptr(x86::rbx, x86::rdx, 3, kSpills));
    a_.bind(unsaved);
    a_.mov(x86::ecx, x86::dword_ptr(x86::rcx, offsetof(Region, frame_bytes)));
    a_.lea(x86::rcx, x86::ptr(x86::rbx, x86::rcx, 0, kSpills));
    for (Reg reg : {x64::kBase, x64::kPc, x64::kPrototype, x64::kInsn, x64::kTable}) {
      a_.mov(x86::gpq(reg), x86::qword_ptr(x86::rbx, i32(offsetof(RegisterFile, general) + reg * 8)));
    }
    a_.mov(x86::rsp, x86::rcx);
    a_.test(x86::r11, x86::r11);
    a_.jnz(directly);
    a_.jmp(x86::r10);
    a_.bind(directly);
    a_.push(x86::r9);
    a_.call(x86::r10);
    a_.pop(x86::r13);
    a_.stc();
    a_.ret();
    return at;
  }

  void finish() {
    a_.section(out_.buffer->cold);
    pool_.emit();
    out_.hot_size = out_.buffer->holder.textSection()->bufferSize();
    out_.cold_size = out_.buffer->cold->bufferSize();
    out_.failure = out_.buffer->errors.first;
  }

 private:
  u32 begin() {
    a_.align(AlignMode::kCode, 16);
    return u32(a_.offset());
  }

  CompiledRegion& out_;
  x86::Assembler a_;
  x64::ConstantPool pool_;
};

}  // namespace

CompiledRegion compile_thunks(const ThunkFunctions& functions, ThunkOffsets& offsets) {
  CompiledRegion out;
  out.buffer = std::make_unique<CodeBuffer>();
  ThunkEmitter emitter(out);
  offsets.box_int = emitter.call_c(functions.box_int, true, true, false);
  offsets.barrier = emitter.call_c(functions.barrier, true, false, false);
  offsets.allocate = emitter.call_c(functions.allocate, true, true, false);
  offsets.poll = emitter.call_c(functions.poll, false, false, true);
  offsets.grow_array = emitter.call_c(functions.grow_array, true, false, true);
  offsets.leave = emitter.leave(functions.leave);
  emitter.finish();
  return out;
}

}  // namespace gs::jit::backend
