// The x86-64 register file as the backend numbers it, and who uses what.
#pragma once

#include <iterator>

#include "jit/backend/place.hpp"
#include "jit/ir/direct_target.hpp"

namespace gs::jit::backend::x64 {

enum : Reg {
  kRax, kRcx, kRdx, kRbx, kRsp, kRbp, kRsi, kRdi, kR8, kR9, kR10, kR11, kR12, kR13, kR14, kR15,
  kXmm0 = kFirstVectorReg,
};

// Pinned by the interpreter's calling convention (vm/interp: preserve_none's first arguments).
constexpr Reg kVm = kR12;
constexpr Reg kBase = kR13;
constexpr Reg kPc = kR14;         // free inside a region
constexpr Reg kPrototype = kR15;  // free inside a region
constexpr Reg kInsn = kRdi;
constexpr Reg kTable = kRsi;

// In order of preference: cheap encodings first; rbp last, since a region that uses it must save it.
constexpr Reg kGeneralOrder[] = {kRax, kRcx, kRdx, kRsi, kRdi, kR8, kR9, kR10, kR11, kRbx, kR14, kR15, kRbp};
// xmm15 is left out: moves between memory and memory, and cycles of moves, go through it.
constexpr Reg kVectorOrder[] = {16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28, 29, 30};
constexpr Reg kScratchVector = 31;

// What survives calls: of C functions the System V callee-saved registers, of machine code rbp alone.
constexpr u32 kSavedByC = 1u << kRbx | 1u << kRbp | 1u << kR14 | 1u << kR15;
constexpr u32 kSavedByMachineCode = 1u << kRbp;

constexpr Reg kCArguments[] = {kRdi, kRsi, kRdx, kRcx, kR8, kR9};
constexpr Reg kDirectArguments[] = {kRax, kRcx, kRsi, kRdi, kR8, kR9};
constexpr u32 kDirectFloatArguments = ir::kMaxDirectFloats;
static_assert(std::size(kDirectArguments) == ir::kMaxDirectArguments);

}  // namespace gs::jit::backend::x64
