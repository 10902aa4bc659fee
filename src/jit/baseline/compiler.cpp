#include "jit/baseline/compiler.hpp"

#include <bit>
#include <cstddef>

#include "bytecode/opcode.hpp"
#include "jit/baseline/stencil_table.hpp"
#include "vm/runtime/frame.hpp"
#include "vm/runtime/operations.hpp"

namespace gs::jit::baseline {

namespace {

using bytecode::Op;
using vm::FeedbackSlot;
using vm::Prototype;
using vm::Value;

constexpr u32 kLoopAlignment = 16;
constexpr u32 kNowhere = ~0u;

// Number of the runtime entry that a stencil's symbol is, behind those of call_x64.
u32 runtime_of_symbol(u8 symbol) { return u32(Runtime::kCount) + symbol; }
const void* address_of_runtime(u32 entry) {
  return entry < u32(Runtime::kCount) ? runtime_address(Runtime(entry)) : symbol_address(u8(entry - u32(Runtime::kCount)));
}

bool notes_branches(Op base) { return base >= Op::JT && base <= Op::JNGEI; }
bool is_return(Op op) { return op == Op::RETURN || op == Op::RETURN0 || op == Op::RETURN1; }

}  // namespace

const CompiledFunction& Compiler::compile(const Prototype* proto) {
  proto_ = proto;
  hot_.clear();
  cold_.clear();
  runtime_jumps_.clear();
  out_.offsets.resize(proto->code_length);
  find_loop_headers();
  emit_entries();
  emit_body();
  out_.hot_size = hot_.size();
  if (proto->quick_arguments) out_.offsets[0] = out_.entry += out_.hot_size;
  out_.size = hot_.size() + cold_.size();
  return out_;
}

u32 Compiler::jump_target(u32 index) const {
  Instruction instruction = proto_->code[index];
  const char* format = bytecode::op_info(instruction.op()).format;
  i64 distance = format[1] == 'J' ? instruction.swide() : instruction.sc();
  return u32(i64(index) + 1 + distance);
}

// Targets of backward jumps.
void Compiler::find_loop_headers() {
  is_loop_header_.assign(proto_->code_length, 0);
  for (u32 i = 0; i < proto_->code_length; i++) {
    const char* format = bytecode::op_info(proto_->code[i].op()).format;
    if (format[1] != 'J' && format[2] != 'j') continue;
    u32 target = jump_target(i);
    if (target <= i) is_loop_header_[target] = 1;
  }
}

// The exact entry falls into the body; the generic one, which sees to missing and surplus arguments, is in the cold part. A
// function without an exact entry has the generic one in its place.
void Compiler::emit_entries() {
  stubs_.clear();
  if (proto_->quick_arguments) {
    out_.exact_entry = emit_entry_checks(hot_, cold_, true);
    u32 countdown = hot_.size();
    emit_entry_countdown(hot_, cold_);
    emit_generic_entry(countdown);
    return;
  }
  out_.offsets[0] = out_.entry = out_.exact_entry = emit_entry_checks(hot_, cold_, false);
  emit_stencil(0, proto_->code[0].op());
  redirect_next(hot_, 0, hot_.size());
  emit_entry_countdown(hot_, cold_);
}

// In the cold part: goes on with the countdown that follows the exact entry's checks.
void Compiler::emit_generic_entry(u32 countdown) {
  out_.entry = emit_entry_checks(cold_, cold_, false);
  const Stencil& stencil = stencil_for(0, proto_->code[0].op());
  u32 start = cold_.size();
  usize first_fixup = cold_.fixups.size();
  cold_.append(stencil_bytes(stencil.hot), stencil.hot.size);
  cold_.jump(Goal::kHot, i32(countdown));
  copy_part(cold_, stencil.hot, 0, start, start);
  redirect_next(cold_, first_fixup, countdown);
}

// What comes after the first instruction is the countdown.
void Compiler::redirect_next(CodeBuffer& buffer, usize first_fixup, u32 countdown) {
  for (usize i = first_fixup; i < buffer.fixups.size(); i++) {
    Fixup& fixup = buffer.fixups[i];
    if (fixup.goal == Goal::kInstruction) fixup = {fixup.field, Goal::kHot, i32(countdown)};
  }
}

void Compiler::emit_body() {
  for (u32 i = 1; i < proto_->code_length; i++) {
    if (is_loop_header_[i]) hot_.align(kLoopAlignment);
    out_.offsets[i] = hot_.size();
    emit_instruction(i);
  }
}

void Compiler::emit_instruction(u32 index) {
  stubs_.clear();
  Op op = proto_->code[index].op();
  if (op == Op::CALL) {
    emit_call(index);
  } else if (proto_->is_vararg && is_return(op)) {
    // Vararg frames are left by the slow half, which knows where the results belong.
    emit_stub(hot_, i32(index), i32(Runtime::kReturn));
  } else {
    emit_stencil(index, op);
  }
}

bool Compiler::is_near(const StencilPart& narrow, u32 index) const {
  const Relocation* relocation = stencil_relocations(narrow);
  for (u32 n = 0; n < narrow.relocation_count; n++) {
    const Relocation& r = relocation[n];
    if (r.fill == Fill::kHole8 && hole(Hole(r.target), index) + u64(i64(r.addend)) > 127) return false;
  }
  return true;
}

const Stencil& Compiler::stencil_for(u32 index, Op op) const {
  const Stencil& narrow = narrow_stencil_of(op);
  return is_near(narrow.hot, index) && is_near(narrow.cold, index) ? narrow : stencil_of(op);
}

// In the cold part, like emit_stub, but shorter: jumps to the same entry of the runtime are shared by what is near.
void Compiler::emit_short_stub(u32 index, u32 runtime) {
  if (index < 128) {
    cold_.code(0x6a, index, 0x5f);  // push index; pop rdi
  } else {
    cold_.code(0xbf);  // mov edi, index
    cold_.imm32(index);
  }
  if (runtime >= runtime_jumps_.size()) runtime_jumps_.resize(runtime + 1, kNowhere);
  u32& last = runtime_jumps_[runtime];
  if (last != kNowhere && cold_.size() + 2 - last <= 128) {
    cold_.code(0xeb, last - (cold_.size() + 2));
    return;
  }
  last = cold_.size();
  cold_.jump(Goal::kRuntime, i32(runtime));
}

void Compiler::emit_stencil(u32 index, Op op) {
  const Stencil& stencil = stencil_for(index, op);
  if (stencil.only_slow) {
    u32 symbol = stencil_relocations(stencil.hot)[0].target;
    emit_stub(hot_, i32(index), i32(runtime_of_symbol(u8(symbol))));
    return;
  }
  u32 hot_start = hot_.size();
  u32 cold_start = cold_.size();
  hot_.append(stencil_bytes(stencil.hot), stencil.hot.size);
  if (stencil.cold.size) cold_.append(stencil_bytes(stencil.cold), stencil.cold.size);
  copy_part(hot_, stencil.hot, index, hot_start, cold_start);
  if (stencil.cold.size) copy_part(cold_, stencil.cold, index, hot_start, cold_start);
  if (!stencil.falls_through) return;
  i32 value;
  Goal goal = edge(index, 1, index + 1, value);
  if (goal != Goal::kInstruction) hot_.jump(goal, value);
}

void Compiler::copy_part(CodeBuffer& buffer, const StencilPart& part, u32 index, u32 hot_start, u32 cold_start) {
  u32 start = &buffer == &hot_ ? hot_start : cold_start;
  const Relocation* relocation = stencil_relocations(part);
  for (u32 n = 0; n < part.relocation_count; n++) fill(buffer, start, relocation[n], index, hot_start, cold_start);
}

void Compiler::fill(CodeBuffer& buffer, u32 start, const Relocation& r, u32 index, u32 hot_start, u32 cold_start) {
  u32 field = start + r.offset;
  i32 value = 0;
  switch (r.fill) {
    case Fill::kHole8: *buffer.at(field) = u8(hole(Hole(r.target), index) + u64(i64(r.addend))); return;
    case Fill::kHole32:
    case Fill::kHole32U: {
      i32 v = i32(i64(hole(Hole(r.target), index)) + r.addend);
      std::memcpy(buffer.at(field), &v, 4);
      return;
    }
    case Fill::kHole64: {
      u64 v = hole(Hole(r.target), index) + u64(i64(r.addend));
      std::memcpy(buffer.at(field), &v, 8);
      return;
    }
    case Fill::kNext: {
      Goal goal = edge(index, 1, index + 1, value);
      fill_distance(buffer, field, goal, value);
      return;
    }
    case Fill::kTaken: {
      Goal goal = edge(index, 2, jump_target(index), value);
      fill_distance(buffer, field, goal, value);
      return;
    }
    case Fill::kSkip: fill_distance(buffer, field, Goal::kInstruction, i32(index) + 2); return;
    case Fill::kPoll: {
      fill_distance(buffer, field, Goal::kCold, i32(cold_.size()));
      emit_short_stub(index - 1, u32(Runtime::kPoll));
      return;
    }
    case Fill::kHot: fill_distance(buffer, field, Goal::kHot, i32(hot_start) + r.addend); return;
    case Fill::kCold: fill_distance(buffer, field, Goal::kCold, i32(cold_start) + r.addend); return;
    case Fill::kSymbol:
      fill_distance(buffer, field, Goal::kCold, i32(slow_way(index, r.target)));
      return;
    case Fill::kEnter:
    case Fill::kCallAnew:
      // The call instruction's own code, emitted behind it in the cold part.
      fill_distance(buffer, field, Goal::kCold, i32(cold_.size()));
      emit_unknown_call(cold_, cold_, site_of(index));
      cold_.jump(Goal::kInstruction, i32(index) + 1);
      return;
  }
}

void Compiler::fill_distance(CodeBuffer& buffer, u32 field, Goal goal, i32 value) { buffer.fixups.push_back({field, goal, value}); }

// The place in the cold part where the current instruction goes for a slow or second half: a stub, or the second half itself.
u32 Compiler::slow_way(u32 index, u8 symbol) {
  u32 runtime = runtime_of_symbol(symbol);
  for (const Stub& stub : stubs_) {
    if (stub.runtime == runtime) return stub.offset;
  }
  u32 offset = cold_.size();
  stubs_.push_back({runtime, offset});
  const StencilPart& narrow = narrow_symbol_part(symbol);
  const StencilPart& part = is_near(narrow, index) ? narrow : symbol_part(symbol);
  if (part.size == 0) {
    emit_short_stub(index, runtime);
    return offset;
  }
  cold_.append(stencil_bytes(part), part.size);
  const Relocation* relocation = stencil_relocations(part);
  for (u32 n = 0; n < part.relocation_count; n++) fill(cold_, offset, relocation[n], index, 0, offset);
  return offset;
}

Goal Compiler::edge(u32 index, u8 bit, u32 target, i32& value) {
  Instruction instruction = proto_->code[index];
  value = i32(target);
  if (!notes_branches(bytecode::op_info(instruction.op()).base) || instruction.x() & bit) return Goal::kInstruction;
  constexpr u32 kNote = ~0u - 2;  // stubs are found by what they lead to
  for (const Stub& stub : stubs_) {
    if (stub.runtime == kNote + bit) return value = i32(stub.offset), Goal::kCold;
  }
  stubs_.push_back({kNote + bit, cold_.size()});
  value = i32(cold_.size());
  emit_branch_note(cold_, i32(index), bit, i32(target));
  return Goal::kCold;
}

CallSite Compiler::site_of(u32 index) const {
  Instruction instruction = proto_->code[index];
  return {i32(index), proto_, instruction.a(), instruction.c(), u64(proto_->code + index + 1) | vm::kLinkCode};
}

// A call whose cache is filled calls that function as long as the cache says so; any other asks the runtime.
void Compiler::emit_call(u32 index) {
  CallSite site = site_of(index);
  const FeedbackSlot* slot = const_cast<Prototype*>(proto_)->feedback(proto_->code[index].b());
  auto* target = reinterpret_cast<const Prototype*>(slot->word[1]);
  if (!target || slot->word[2] == vm::kManyCallees) {
    emit_unknown_call(hot_, cold_, site);
    return;
  }
  const Stencil& stencil = stencil_for(index, Op::CALL);
  u32 start = hot_.size();
  hot_.append(stencil_bytes(stencil.hot), stencil.hot.size);
  const Relocation* relocation = stencil_relocations(stencil.hot);
  u32 missed = cold_.size();
  for (u32 n = 0; n < stencil.hot.relocation_count; n++) {
    if (relocation[n].fill == Fill::kCallAnew) {
      fill_distance(hot_, start + relocation[n].offset, Goal::kCold, i32(missed));
    } else {
      fill(hot_, start, relocation[n], index, start, missed);
    }
  }
  bool is_self = target == proto_;
  // The stub's size does not depend on where it leads: its own distance is patched when the return point is known.
  emit_missed_call(cold_, site, 0);
  usize last = cold_.fixups.size() - 1;
  u32 return_point = emit_known_call(hot_, cold_, site, target, is_self, out_.exact_entry);
  cold_.fixups[last].value = i32(return_point);
}

u64 Compiler::hole(Hole hole, u32 index) const {
  Instruction i = proto_->code[index];
  auto constant_offset = [](u32 k) { return offsetof(Prototype, constants) + u64(k) * sizeof(Value); };
  switch (hole) {
    case Hole::A: return i.a();
    case Hole::B: return i.b();
    case Hole::C: return i.c();
    case Hole::X: return i.x();
    case Hole::A8: return u64(i.a()) * sizeof(Value);
    case Hole::B8: return u64(i.b()) * sizeof(Value);
    case Hole::C8: return u64(i.c()) * sizeof(Value);
    case Hole::SC: return u64(i64(i.sc()));
    case Hole::SX: return u64(i64(i.sx()));
    case Hole::KB: return constant_offset(i.b());
    case Hole::KC: return constant_offset(i.c());
    case Hole::SLOT: {
      u32 slot = bytecode::op_info(i.op()).format[1] == 'f' ? i.b() : i.c();
      return u64(-i64(slot + 1) * i64(sizeof(FeedbackSlot)));
    }
    case Hole::K64: return proto_->constants[i.wide()].bits;
    case Hole::K64C: return proto_->constants[i.c()].bits;
    case Hole::PC: return u64(proto_->code + index + 1);
    case Hole::INT_SB: return Value::small_int(i.sb()).bits;
    case Hole::INT_SWIDE: return Value::small_int(i.swide()).bits;
    case Hole::PRIM_B: return vm::kNilBits + i.b();
    case Hole::FSB: return std::bit_cast<u64>(f64(i.sb()));
    case Hole::FSC: return std::bit_cast<u64>(f64(i.sc()));
    case Hole::FSX: return std::bit_cast<u64>(f64(i.sx()));
    case Hole::kCount: break;
  }
  return 0;
}

void Compiler::place(const CodeRange& range) const {
  std::memcpy(range.writable, hot_.data(), hot_.size());
  std::memcpy(range.writable + out_.hot_size, cold_.data(), cold_.size());
  resolve(hot_, 0, range);
  resolve(cold_, out_.hot_size, range);
}

// Distances count from the end of their four bytes.
void Compiler::resolve(const CodeBuffer& buffer, u32 buffer_start, const CodeRange& range) const {
  const char* start = range.code;
  for (const Fixup& fixup : buffer.fixups) {
    const char* goal = nullptr;
    switch (fixup.goal) {
      case Goal::kInstruction: goal = start + out_.offsets[u32(fixup.value)]; break;
      case Goal::kHot: goal = start + fixup.value; break;
      case Goal::kCold: goal = start + out_.hot_size + fixup.value; break;
      case Goal::kRuntime: goal = static_cast<const char*>(address_of_runtime(u32(fixup.value))); break;
    }
    u32 field = buffer_start + fixup.field;
    i32 distance = i32(goal - (start + field + 4));
    std::memcpy(range.writable + field, &distance, 4);
  }
}

}  // namespace gs::jit::baseline
