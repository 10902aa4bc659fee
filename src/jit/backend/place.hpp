// Where a value is while machine code runs: a machine register, a spill slot of the region's native frame, or (for constants) nowhere
// but in the code. Registers are numbered 0 .. 15 (general) and 16 .. 31 (vector) on every CPU; what each number means is the lowering's
// business (x64/registers.hpp).
#pragma once

#include "base/assert.hpp"
#include "base/types.hpp"

namespace gs::jit::backend {

using Reg = u8;
constexpr Reg kNoReg = 0xFF;
constexpr u32 kRegisterCount = 32;
constexpr Reg kFirstVectorReg = 16;

enum class RegClass : u8 { kGeneral, kVector };
constexpr RegClass class_of(Reg reg) { return reg < kFirstVectorReg ? RegClass::kGeneral : RegClass::kVector; }

using VReg = u32;  // a virtual register: one value of the IR, or a temporary of the lowering
constexpr VReg kNoVReg = ~0u;

class Place {
 public:
  constexpr Place() = default;
  static constexpr Place of_register(Reg reg) { return Place(reg); }
  static constexpr Place of_slot(u32 slot) { return Place(kSlot | slot); }
  static constexpr Place of_constant(VReg vreg) { return Place(kConstant | vreg); }  // the bits of that virtual register

  constexpr bool is_none() const { return bits_ == kNone; }
  constexpr bool is_register() const { return bits_ < kRegisterCount; }
  constexpr bool is_slot() const { return (bits_ >> 30) == 1; }
  constexpr bool is_constant() const { return (bits_ >> 30) == 2; }
  Reg reg() const {
    GS_ASSERT(is_register(), "the value is in a register");
    return Reg(bits_);
  }
  constexpr u32 slot() const { return bits_ & kIndex; }
  constexpr VReg constant() const { return bits_ & kIndex; }
  friend constexpr bool operator==(Place a, Place b) { return a.bits_ == b.bits_; }

 private:
  static constexpr u32 kSlot = 1u << 30, kConstant = 2u << 30, kNone = 3u << 30, kIndex = (1u << 30) - 1;
  constexpr explicit Place(u32 bits) : bits_(bits) {}
  u32 bits_ = kNone;
};

}  // namespace gs::jit::backend
