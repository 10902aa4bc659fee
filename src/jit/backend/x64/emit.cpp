// Emission: operands, moves, blocks and control.
#include <algorithm>

#include "base/assert.hpp"
#include "jit/backend/parallel_move.hpp"
#include "jit/backend/x64/emitter.hpp"

namespace gs::jit::backend {

void EncodingErrors::handleError(asmjit::Error, const char* message, asmjit::BaseEmitter*) {
  if (!first) first = message ? "the encoder refused an instruction" : "the encoder failed";
}

CodeBuffer::CodeBuffer() {
  holder.init(asmjit::Environment(asmjit::Arch::kX64));
  holder.setErrorHandler(&errors);
  holder.newSection(&cold, ".cold", SIZE_MAX, asmjit::SectionFlags::kExecutable, 64);
}

}  // namespace gs::jit::backend

namespace gs::jit::backend::x64 {

using namespace asmjit;
namespace Inst = asmjit::x86::Inst;

// ---- constants

x86::Mem ConstantPool::word(u64 bits) {
  usize index = 0;
  while (index < words_.size() && words_[index] != bits) index++;
  if (index == words_.size()) words_.push_back(bits);
  return x86::qword_ptr(label_, i32(kMaxPairs * 16 + index * 8));
}

x86::Mem ConstantPool::twice(u64 bits) {
  usize index = 0;
  while (index < pairs_.size() && pairs_[index] != bits) index++;
  if (index == pairs_.size()) pairs_.push_back(bits);
  GS_ASSERT(index < kMaxPairs, "few masks are needed");
  return x86::xmmword_ptr(label_, i32(index * 16));
}

void ConstantPool::emit() {
  if (words_.empty() && pairs_.empty()) return;
  a_.align(AlignMode::kData, 16);
  a_.bind(label_);
  pairs_.resize(kMaxPairs);
  for (u64 bits : pairs_) a_.embedUInt64(bits, 2);
  for (u64 bits : words_) a_.embedUInt64(bits);
}

// ---- operands

Emitter::Emitter(LFunction& f, const Target& target, CompiledRegion& out)
    : f_(f), t_(target), out_(out), a_(&out.buffer->holder), pool_(a_) {}

x86::Mem Emitter::memory_of(Instr* i, u32 size) {
  Operand& base = i->use(i->memory);
  if (!i->has_index) return x86::ptr(gp(reg_of(base)), i->displacement, size);
  return x86::ptr(gp(reg_of(base)), gp(reg_of(i->use(u32(i->memory) + 1))), i->scale, i->displacement, size);
}

asmjit::Operand Emitter::source(const Operand& o, bool may_be_immediate, u8 width) {
  if (o.place.is_register()) {
    if (class_of(o.place.reg()) == RegClass::kVector) return xmm(o.place.reg());
    return width == 8 ? gp(o.place.reg()) : gp32(o.place.reg());
  }
  if (o.place.is_slot()) return slot(o.place.slot());
  u64 bits = bits_of(o.place);
  bool is_general = f_.vregs[o.place.constant()].cls == RegClass::kGeneral;
  if (is_general && may_be_immediate && i64(bits) == i32(bits)) return imm(i64(bits));
  return pool_.word(bits);
}

asmjit::Operand Emitter::rhs_of(Instr* i, bool may_be_immediate) {
  if (i->rhs == Rhs::kImmediate) return imm(i->immediate);
  if (i->rhs == Rhs::kMemory) return memory_of(i);
  // The operand right of the left one, which is missing if that is memory.
  return source(i->use(i->has_memory ? 0 : 1), may_be_immediate, i->width);
}

// ---- moves

void Emitter::load_constant(Reg to, u64 bits, bool may_change_flags) {
  if (class_of(to) == RegClass::kVector) {
    if (bits == 0) {
      t_.has_avx ? a_.vxorps(xmm(to), xmm(to), xmm(to)) : a_.xorps(xmm(to), xmm(to));
      return;
    }
    a_.emit(t_.has_avx ? Inst::kIdVmovsd : Inst::kIdMovsd, xmm(to), pool_.word(bits));
    return;
  }
  if (bits == 0 && may_change_flags) {
    a_.xor_(gp32(to), gp32(to));
  } else if (bits <= 0xFFFF'FFFF) {
    a_.mov(gp32(to), imm(bits));
  } else {
    a_.mov(gp(to), imm(bits));
  }
}

void Emitter::move(Place from, Place to) {
  u32 movsd = t_.has_avx ? Inst::kIdVmovsd : Inst::kIdMovsd;
  u32 movq = t_.has_avx ? Inst::kIdVmovq : Inst::kIdMovq;
  if (to.is_register()) {
    Reg reg = to.reg();
    bool is_vector = class_of(reg) == RegClass::kVector;
    if (from.is_constant()) {
      load_constant(reg, bits_of(from));
    } else if (from.is_slot()) {
      is_vector ? a_.emit(movsd, xmm(reg), slot(from.slot())) : a_.mov(gp(reg), slot(from.slot()));
    } else if (class_of(from.reg()) == RegClass::kVector) {
      is_vector ? a_.emit(t_.has_avx ? Inst::kIdVmovaps : Inst::kIdMovaps, xmm(reg), xmm(from.reg()))
                : a_.emit(movq, gp(reg), xmm(from.reg()));
    } else {
      is_vector ? a_.emit(movq, xmm(reg), gp(from.reg())) : a_.mov(gp(reg), gp(from.reg()));
    }
    return;
  }
  Mem target = slot(to.slot());
  if (from.is_register()) {
    class_of(from.reg()) == RegClass::kVector ? a_.emit(movsd, target, xmm(from.reg())) : a_.mov(target, gp(from.reg()));
    return;
  }
  if (from.is_constant() && i64(bits_of(from)) == i32(bits_of(from))) {
    a_.mov(target, imm(i64(bits_of(from))));
    return;
  }
  // Memory to memory. The address of what is popped to is taken after the stack pointer has moved back.
  a_.push(from.is_slot() ? slot(from.slot()) : pool_.word(bits_of(from)));
  a_.pop(target);
}

void Emitter::move_all(std::vector<Move> moves) {
  if (moves.empty()) return;
  sequence_moves(moves, Place::of_register(kScratchVector), [&](const Move& m) { move(m.from, m.to); },
                 [&](Place x, Place y) { a_.xchg(gp(x.reg()), gp(y.reg())); });
}

void Emitter::move_fixed_uses(Instr* i) {
  std::vector<Move> moves;
  for (Operand& o : i->uses()) {
    if (o.need == Need::kFixed) moves.push_back({o.place, Place::of_register(o.reg), f_.vregs[o.vreg].cls});
  }
  move_all(moves);
}

void Emitter::emit_gaps(u32 position) {
  while (next_gap_ < f_.gaps.size() && f_.gaps[next_gap_].position < position) next_gap_++;
  std::vector<Move> moves;
  while (next_gap_ < f_.gaps.size() && f_.gaps[next_gap_].position == position) moves.push_back(f_.gaps[next_gap_++].move);
  move_all(moves);
}

// ---- blocks

// The native frame: spill slots, then the saved frame pointer; calls want the stack pointer at a multiple of 16.
void Emitter::emit_frame_size() {
  calls_ = t_.direct != nullptr;
  for (LBlock* block : f_.blocks) {
    for (Instr* i : block->code) calls_ |= i->clobber != Clobber::kNone;
  }
  u32 slots = f_.spill_slots;
  t_.region->saved_frame_pointer = f_.uses_frame_pointer ? i32(slots++) : -1;
  if (calls_ && slots % 2 == 0) slots++;
  frame_bytes_ = slots * 8;
  t_.region->frame_bytes = frame_bytes_;
}

bool Emitter::is_empty(LBlock* block) const {
  if (block->code.size() != 1 || block->code[0]->form != Form::kJump) return false;
  if (!block->entry_moves.empty() || !block->exit_moves.empty() || block == f_.layout.front()) return false;
  if (block->code[0]->targets[0] == block) return false;
  auto gap = std::lower_bound(f_.gaps.begin(), f_.gaps.end(), block->from, [](const Gap& g, u32 p) { return g.position < p; });
  return gap == f_.gaps.end() || gap->position >= block->to;
}

bool Emitter::is_bare_exit(LBlock* block) const {
  if (block->code.size() != 1 || block->code[0]->form != Form::kExit || !block->entry_moves.empty()) return false;
  auto gap = std::lower_bound(f_.gaps.begin(), f_.gaps.end(), block->from, [](const Gap& g, u32 p) { return g.position < p; });
  return block != f_.layout.front() && (gap == f_.gaps.end() || gap->position >= block->to);
}

LBlock* Emitter::final_target(LBlock* block) const {
  for (u32 steps = 0; is_empty(block) && steps < 64; steps++) block = block->code[0]->targets[0];
  return block;
}

Label Emitter::label_of(LBlock* block) {
  block = final_target(block);
  if (is_bare_exit(block)) return exit_label(block->code[0]->exit);
  return labels_[block->index];
}

Label Emitter::exit_label(ExitPoint* exit) {
  Label& label = exit_labels_[exit->number];
  if (!label.isValid()) label = a_.newLabel();
  return label;
}

void Emitter::run() {
  emit_frame_size();
  for (usize i = 0; i < f_.blocks.size(); i++) labels_.push_back(a_.newLabel());
  exit_labels_.resize(f_.exits.size());
  for (LBlock* block : f_.layout) {
    // A loop of empty blocks must remain.
    if ((is_empty(block) && final_target(block) != block && !is_empty(final_target(block))) || is_bare_exit(block)) continue;
    sequence_.push_back(block);
  }
  emit_entries();
  for (usize k = 0; k < sequence_.size(); k++) {
    LBlock* block = sequence_[k];
    if (block->is_cold && !is_cold_) {
      if (t_.direct) emit_wrapper();
      a_.section(out_.buffer->cold);
      is_cold_ = true;
    }
    next_ = k + 1 < sequence_.size() && sequence_[k + 1]->is_cold == block->is_cold ? sequence_[k + 1] : nullptr;
    emit_block(block);
  }
  if (!is_cold_) {
    if (t_.direct) emit_wrapper();
    a_.section(out_.buffer->cold);
    is_cold_ = true;
  }
  for (usize k = 0; k < cold_.size(); k++) emit_cold(Cold(cold_[k]));
  emit_fill_arguments();
  emit_make_room();
  emit_error_tail();
  emit_exit_stubs();
  pool_.emit();
  out_.entry = offset_of(entry_);
  out_.exact_entry = exact_entry_.isValid() ? offset_of(exact_entry_) : out_.entry;
  out_.direct_entry = direct_entry_.isValid() ? offset_of(direct_entry_) : 0;
}

u32 Emitter::offset_of(Label label) const { return u32(out_.buffer->holder.labelOffset(label)); }

void Emitter::note_map(Instr* i) {
  if (!t_.wants_map || !i->node || i->node->id == last_mapped_) return;
  last_mapped_ = i->node->id;
  out_.map.push_back({u32(a_.offset()), is_cold_, last_mapped_});
}

void Emitter::emit_block(LBlock* block) {
  if (block->is_aligned && !is_cold_) a_.align(AlignMode::kCode, 32);
  a_.bind(labels_[block->index]);
  move_all(block->entry_moves);
  // Layout order is not the order of positions.
  next_gap_ = usize(std::lower_bound(f_.gaps.begin(), f_.gaps.end(), block->from, [](const Gap& g, u32 p) { return g.position < p; }) -
                    f_.gaps.begin());
  for (Instr* i : block->code) {
    emit_gaps(i->position);
    if (i == block->code.back()) move_all(block->exit_moves);
    note_map(i);
    emit(i);
  }
}

void Emitter::jump_to(LBlock* block) {
  if (next_ && final_target(block) == next_) return;
  a_.jmp(label_of(block));
}

void Emitter::jump_if(Condition c, Label to) {
  if (c == Condition::kFloatEqual) {
    Label skip = a_.newLabel();
    a_.jp(skip);
    a_.je(to);
    a_.bind(skip);
  } else if (c == Condition::kFloatNotEqual) {
    a_.jne(to);
    a_.jp(to);
  } else {
    a_.emit(Inst::jccFromCond(x86::CondCode(u8(c))), to);
  }
}

void Emitter::emit_branch(Instr* i) {
  emit_compare(i);
  LBlock* yes = final_target(i->targets[0]);
  LBlock* no = final_target(i->targets[1]);
  if (yes == no) return jump_to(yes);
  if (yes == next_) {
    jump_if(negate(i->condition), label_of(no));
  } else {
    jump_if(i->condition, label_of(yes));
    jump_to(no);
  }
}

void Emitter::emit(Instr* i) {
  switch (i->form) {
    case Form::kEntry: return;
    case Form::kMove: return move(i->use(0).place, i->def().place);
    case Form::kJump: return jump_to(i->targets[0]);
    case Form::kExit: a_.jmp(exit_label(i->exit)); return;
    case Form::kCompareBranch: return emit_branch(i);
    case Form::kCompareExit: return emit_compare_exit(i);
    case Form::kCompareSet: return emit_set(i);
    case Form::kSelect: return emit_select(i);
    case Form::kLoad:
      if (class_of(i->def().place.reg()) == RegClass::kVector) {
        a_.emit(i->inst, xmm(reg_of(i->def())), memory_of(i));
      } else if (i->width == 8) {
        a_.mov(gp(reg_of(i->def())), memory_of(i));
      } else {
        a_.emit(i->inst, gp32(reg_of(i->def())), memory_of(i, i->width));
      }
      return;
    case Form::kStore: return emit_store(i);
    case Form::kAllocate: return emit_allocate(i);
    case Form::kHashFind: return emit_hash_find(i);
    case Form::kGuardInt:
    case Form::kGuardFloat:
    case Form::kCheckFloat:
    case Form::kGuardNumber:
    case Form::kGuardTag:
    case Form::kBoxInt:
    case Form::kBarrier:
    case Form::kGrowArray:
    case Form::kPoll: return emit_guard(i);
    case Form::kCallC:
    case Form::kCallGeneric:
    case Form::kCallDirect:
    case Form::kInterpret: return emit_call(i);
    case Form::kReturn:
      load_constant(kRax, u64(i->immediate));
      return emit_epilogue(t_.direct && (i->immediate || t_.direct->result.type != ir::Type::Void));
    case Form::kReturnDirect:
      move_fixed_uses(i);
      return emit_epilogue(false);
    default: return emit_arithmetic(i);
  }
}

void Emitter::emit_store(Instr* i) {
  if (i->rhs == Rhs::kImmediate) {
    a_.mov(memory_of(i, i->width), imm(i->immediate));
    return;
  }
  Reg value = reg_of(i->use(0));
  if (class_of(value) == RegClass::kVector) {
    a_.emit(t_.has_avx ? Inst::kIdVmovsd : Inst::kIdMovsd, memory_of(i), xmm(value));
  } else if (i->width == 8) {
    a_.mov(memory_of(i), gp(value));
  } else if (i->width == 4) {
    a_.mov(memory_of(i, 4), gp32(value));
  } else {
    a_.mov(memory_of(i, 1), x86::gpb(value));
  }
}

}  // namespace gs::jit::backend::x64
