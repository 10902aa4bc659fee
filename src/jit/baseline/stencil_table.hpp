// The table of stencils, made at build time by tools/stencilgen.
#pragma once

#include "bytecode/opcode.hpp"
#include "jit/baseline/stencil.hpp"

namespace gs::jit::baseline {

const Stencil& stencil_of(bytecode::Op op);
// With one byte for each register's offset from base (Fill::kHole8), for instructions whose registers are that near.
const Stencil& narrow_stencil_of(bytecode::Op op);
const u8* stencil_bytes(const StencilPart& part);
const Relocation* stencil_relocations(const StencilPart& part);
// The runtime's entry that Fill::kSymbol's target names.
const void* symbol_address(u8 symbol);
const char* symbol_name(u8 symbol);
// The second half that is to be copied where this symbol is jumped to; size 0: the runtime's is used.
const StencilPart& symbol_part(u8 symbol);
const StencilPart& narrow_symbol_part(u8 symbol);

}  // namespace gs::jit::baseline
