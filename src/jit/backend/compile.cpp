// The pipeline.
#include "jit/backend/compile.hpp"

#include <cstring>

#include "jit/backend/allocation.hpp"
#include "jit/backend/graph.hpp"
#include "jit/backend/recipes.hpp"
#include "jit/backend/x64/emitter.hpp"
#include "jit/backend/x64/lowering.hpp"

namespace gs::jit::backend {

CompiledRegion::CompiledRegion() = default;
CompiledRegion::CompiledRegion(CompiledRegion&&) noexcept = default;
CompiledRegion& CompiledRegion::operator=(CompiledRegion&&) noexcept = default;
CompiledRegion::~CompiledRegion() = default;

namespace {

// Saving rbp pays where calls are in loops: elsewhere it costs what it gains.
bool has_call_in_loop(const LFunction& f) {
  for (const LBlock* block : f.blocks) {
    if (!block->loop_depth || block->is_cold) continue;
    for (const Instr* i : block->code) {
      if (i->clobber != Clobber::kNone) return true;
    }
  }
  return false;
}

RegisterSet x64_registers(const LFunction& f) {
  RegisterSet set;
  set.order[u8(RegClass::kGeneral)] = x64::kGeneralOrder;
  set.order[u8(RegClass::kVector)] = x64::kVectorOrder;
  u32 unsaved = has_call_in_loop(f) ? 0 : 1u << x64::kRbp;
  set.saved_by_c = x64::kSavedByC & ~unsaved;
  set.saved_by_machine_code = x64::kSavedByMachineCode & ~unsaved;
  set.frame_pointer = x64::kRbp;
  return set;
}

void finish(CompiledRegion& out) {
  if (!out.failure) out.failure = out.buffer->errors.first;
  out.hot_size = out.buffer->holder.textSection()->bufferSize();
  out.cold_size = out.buffer->cold->bufferSize();
}

}  // namespace

CompiledRegion compile(ir::Function& function, const Target& target) {
  CompiledRegion out;
  out.buffer = std::make_unique<CodeBuffer>();
  LFunction f;
  f.ir = &function;
  build_graph(f);
  x64::Lowering(f, target).run();
  if (!f.failure) {
    Intervals intervals = build_intervals(f);
    scan(f, intervals, x64_registers(f));
    if (!f.failure) {
      assign(f, intervals);
      write_recipes(f, intervals, *target.region, target.direct != nullptr);
      lay_out(f);
      x64::Emitter(f, target, out).run();
    }
  }
  out.failure = f.failure;
  finish(out);
  return out;
}

CompiledRegion compile_adapter(const ir::DirectTarget& direct, const Target& target) {
  CompiledRegion out;
  out.buffer = std::make_unique<CodeBuffer>();
  asmjit::x86::Assembler a(&out.buffer->holder);
  x64::ConstantPool pool(a);
  x64::emit_adapter(a, pool, direct, target);
  a.section(out.buffer->cold);
  pool.emit();
  finish(out);
  return out;
}

void CompiledRegion::place(CodeSpace hot, CodeSpace cold) {
  asmjit::CodeHolder& holder = buffer->holder;
  u64 lower = hot.address < cold.address ? hot.address : cold.address;
  holder.textSection()->setOffset(hot.address - lower);
  buffer->cold->setOffset(cold.address - lower);
  holder.resolveUnresolvedLinks();
  holder.relocateToBase(lower);
  std::memcpy(hot.write, holder.textSection()->data(), hot_size);
  if (cold_size) std::memcpy(cold.write, buffer->cold->data(), cold_size);
}

}  // namespace gs::jit::backend
