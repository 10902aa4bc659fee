#include "jit/baseline/stencil_table.hpp"

namespace gs::jit::baseline {

namespace {

#include "jit/baseline/stencils.inc"

// The registers that entries, call sequences and stubs rely on (call_x64.cpp), as the compiler of the stencils assigned them:
// FUNC_CODE's stencil uses them all.
constexpr u8 kExpected[] = {0x49, 0x89, 0x7d, 0x00,        // mov [r13], rdi
                            0x49, 0x89, 0x75, 0x08,        // mov [r13 + 8], rsi
                            0x4d, 0x89, 0x74, 0x24, 0x20,  // mov [r12 + frame_pc], r14
                            0x49, 0x81, 0xc7};             // add r15, ...
constexpr bool has_expected_registers() {
  const StencilPart& probe = kStencils[u8(bytecode::Op::FUNC_CODE)].hot;
  for (usize i = 0; i < sizeof kExpected; i++) {
    if (kBytes[probe.bytes + i] != kExpected[i]) return false;
  }
  return true;
}
static_assert(has_expected_registers(), "preserve_none assigns other registers: adapt jit/baseline/call_x64.cpp");

}  // namespace

const Stencil& stencil_of(bytecode::Op op) { return kStencils[u8(op)]; }
const Stencil& narrow_stencil_of(bytecode::Op op) { return kNarrowStencils[u8(op)]; }
const u8* stencil_bytes(const StencilPart& part) { return kBytes + part.bytes; }
const Relocation* stencil_relocations(const StencilPart& part) { return kRelocations + part.relocation; }
const void* symbol_address(u8 symbol) { return kSymbols[symbol]; }
const char* symbol_name(u8 symbol) { return kSymbolNames[symbol]; }

const StencilPart& symbol_part(u8 symbol) { return kSymbolParts[symbol]; }
const StencilPart& narrow_symbol_part(u8 symbol) { return kNarrowSymbolParts[symbol]; }

}  // namespace gs::jit::baseline
