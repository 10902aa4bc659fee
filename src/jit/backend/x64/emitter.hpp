// Bytes for x86-64: the LIR after allocation, written with AsmJit into a hot and a cold part. Hot: entries and blocks; cold: cold blocks, the
// rare halves of instructions, exit stubs, constants.
#pragma once

#include <asmjit/x86.h>

#include "jit/backend/compile.hpp"
#include "jit/backend/lir.hpp"
#include "jit/backend/x64/forms.hpp"
#include "jit/backend/x64/registers.hpp"

namespace gs::jit::backend {

// Notes the encoder's first error; the code is then not used.
class EncodingErrors : public asmjit::ErrorHandler {
 public:
  void handleError(asmjit::Error, const char* message, asmjit::BaseEmitter*) override;
  const char* first = nullptr;
};

struct CodeBuffer {
  CodeBuffer();
  asmjit::CodeHolder holder;
  EncodingErrors errors;
  asmjit::Section* cold = nullptr;
};

}  // namespace gs::jit::backend

namespace gs::jit::backend::x64 {

// 8- and 16-byte constants beside the code, addressed relative to it.
class ConstantPool {
 public:
  explicit ConstantPool(asmjit::x86::Assembler& a) : a_(a), label_(a.newLabel()) {}
  asmjit::x86::Mem word(u64 bits);
  asmjit::x86::Mem twice(u64 bits);  // 16 bytes
  void emit();

 private:
  asmjit::x86::Assembler& a_;
  asmjit::Label label_;
  std::vector<u64> words_;
  std::vector<u64> pairs_;  // before the words, for alignment; at most kMaxPairs
  static constexpr u32 kMaxPairs = 4;
};

// Boxing and type checks of single registers, shared by the entries.
class ValueCode {
 public:
  ValueCode(asmjit::x86::Assembler& a, ConstantPool& pool, const Target& target) : a_(a), pool_(pool), t_(target) {}
  // reg (rax if the value is in xmm0) becomes the value; may call the boxing thunk.
  void box(ir::DirectParameter parameter, Reg from, Reg to);
  // Loads the slot's value into the register as the parameter wants it; to `otherwise` if it is of another type. Uses r10.
  void unbox(ir::DirectParameter parameter, asmjit::x86::Mem from, Reg to, asmjit::Label otherwise);

 private:
  asmjit::x86::Assembler& a_;
  ConstantPool& pool_;
  const Target& t_;
};

// The register of each parameter; false if there are too many.
bool direct_registers(std::span<const ir::DirectParameter> parameters, std::vector<Reg>& registers);

class Emitter {
 public:
  Emitter(LFunction& f, const Target& target, CompiledRegion& out);
  void run();

 private:
  using Gp = asmjit::x86::Gp;
  using Xmm = asmjit::x86::Xmm;
  using Mem = asmjit::x86::Mem;
  using Label = asmjit::Label;

  // --- operands
  static Gp gp(Reg reg) { return asmjit::x86::gpq(reg); }
  static Gp gp32(Reg reg) { return asmjit::x86::gpd(reg); }
  static Xmm xmm(Reg reg) { return asmjit::x86::xmm(reg - kFirstVectorReg); }
  static Mem slot(u32 number) { return asmjit::x86::qword_ptr(asmjit::x86::rsp, i32(number * 8)); }
  static Mem frame_slot(i64 number) { return asmjit::x86::qword_ptr(asmjit::x86::r13, i32(number * 8)); }
  Mem vm_field(i32 offset, u32 size = 8) { return asmjit::x86::ptr(asmjit::x86::r12, offset, size); }
  Mem memory_of(Instr* i, u32 size = 8);
  // Register, memory, or (if allowed) immediate.
  asmjit::Operand source(const Operand& o, bool may_be_immediate = true, u8 width = 8);
  asmjit::Operand rhs_of(Instr* i, bool may_be_immediate = true);
  Reg reg_of(const Operand& o) const { return o.place.reg(); }
  u64 bits_of(Place constant) const { return f_.vregs[constant.constant()].bits; }

  // --- moves
  void move(Place from, Place to);
  void load_constant(Reg to, u64 bits, bool may_change_flags = true);
  void move_all(std::vector<Move> moves);
  void move_fixed_uses(Instr* i);
  void emit_gaps(u32 position);

  // --- blocks
  void emit_frame_size();
  void emit_block(LBlock* block);
  bool is_empty(LBlock* block) const;
  bool is_bare_exit(LBlock* block) const;
  LBlock* final_target(LBlock* block) const;
  Label label_of(LBlock* block);
  void jump_to(LBlock* block);
  void emit(Instr* i);
  void emit_arithmetic(Instr* i);
  void emit_binary(Instr* i);
  void emit_add(Instr* i);
  void emit_divide(Instr* i);
  void emit_shift(Instr* i);
  void emit_float(Instr* i);
  void emit_compare(Instr* i);
  void emit_branch(Instr* i);
  void emit_compare_exit(Instr* i);
  void emit_set(Instr* i);
  void emit_select(Instr* i);
  void emit_guard(Instr* i);
  void emit_store(Instr* i);
  void emit_allocate(Instr* i);
  void emit_hash_find(Instr* i);
  void emit_call(Instr* i);
  void move_base(i64 slots);
  void jump_if(Condition c, Label to);

  // --- cold halves
  struct Cold {
    Instr* instr;
    Label entry, back;
    Label next{}, again{};  // kHashFind: another place in the index is wanted, and where it is looked at
  };
  Cold& defer(Instr* i);
  void leave_if_other(Instr* i, Gp value, u64 bits);
  void emit_cold(const Cold& cold);
  void emit_no_entry(const Cold& cold);
  void emit_long_division(Instr* i, Label back);
  void emit_cold_call(const Cold& cold);
  void convert_result(Instr* i, Label back);
  void pass_error(Instr* i);
  Label exit_label(ExitPoint* exit);
  void publish_top();
  void emit_exit_stubs();

  // --- entries (entry.cpp)
  void emit_entries();
  void emit_prologue();
  void emit_epilogue(bool sets_carry);
  void emit_stack_checks(Label otherwise);
  void emit_loop_entry();
  void emit_generic_entry();
  void emit_direct_entry();
  void emit_wrapper();
  void emit_fill_arguments();
  void emit_make_room();
  void emit_error_tail();
  u32 offset_of(Label label) const;
  void note_map(Instr* i);

  LFunction& f_;
  const Target& t_;
  CompiledRegion& out_;
  asmjit::x86::Assembler a_;
  ConstantPool pool_;
  std::vector<Label> labels_;       // of blocks, by index
  std::vector<Label> exit_labels_;  // by exit number
  std::vector<Cold> cold_;
  std::vector<LBlock*> sequence_;   // blocks that are emitted, in order
  LBlock* next_ = nullptr;          // what follows the current block; null: nothing
  usize next_gap_ = 0;
  bool is_cold_ = false;
  bool calls_ = false;
  u32 frame_bytes_ = 0;
  u32 last_mapped_ = ~0u;
  Label entry_, exact_entry_, direct_entry_, body_, error_tail_, leave_, fill_, no_room_, adapter_, bail_;
};

// The code between a direct entry's arguments and a generic entry.
void emit_adapter(asmjit::x86::Assembler& a, ConstantPool& pool, const ir::DirectTarget& direct, const Target& target);

}  // namespace gs::jit::backend::x64
