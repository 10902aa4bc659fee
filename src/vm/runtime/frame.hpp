// Frames on the value stack. A frame's registers start at its base; base[-2] is the function, base[-1] the link: the
// caller's next instruction, with flags in the low bits (instructions are 8-byte aligned). The caller's base follows from the
// call instruction before the link, so a frame costs two slots and one store.
//
//   link & kBottom      lowest frame of an interpreter activation: the rest of the link is its Activation
//   link & kVarargs     a vararg function's inner frame: link >> 3 is its distance from the outer frame, whose base[0 .. n)
//                       hold all arguments and whose link is the real one
//   link & kRange       called by RANGENEXT: the link points to the RANGETEST that follows
#pragma once

#include "vm/object/objects.hpp"

namespace gs::vm {

constexpr u64 kLinkBottom = 1;
constexpr u64 kLinkVarargs = 2;
constexpr u64 kLinkRange = 4;
constexpr u64 kLinkFlags = 7;
constexpr u32 kFrameHeader = 2;

// One run of the interpreter: from a C++ caller into a script function. Lives on the native stack; linked so that
// tracebacks can step over the C++ frames between activations.
struct Activation {
  Activation* previous;
  Value* outer_base;                        // frame_base and frame_pc of the script frame that led here; null: none
  const bytecode::Instruction* outer_pc;
  Value* outer_top;
};

inline u64 frame_link(const Value* base) { return base[-1].bits; }
inline Closure* frame_closure(const Value* base) { return static_cast<Closure*>(base[-2].as_function()); }
inline const bytecode::Instruction* link_pc(u64 link) {
  return reinterpret_cast<const bytecode::Instruction*>(link & ~kLinkFlags);
}
inline Activation* link_activation(u64 link) { return reinterpret_cast<Activation*>(link & ~kLinkFlags); }

// The frame whose link is the real one: steps from a vararg function's inner frame to its outer one.
inline Value* outer_base(Value* base) {
  u64 link = frame_link(base);
  return (link & kLinkFlags) == kLinkVarargs ? base - (link >> 3) : base;
}

// The register at which the call that made the frame with `link` stands in its caller.
inline u32 link_call_register(u64 link) {
  const bytecode::Instruction* pc = link_pc(link);
  return (link & kLinkFlags) == kLinkRange ? pc->a() + 3 : pc[-1].a();
}

// The caller's frame inside the same activation. Precondition: `base` is an outer base and not a bottom frame.
inline Value* caller_base(Value* base) {
  return base - kFrameHeader - link_call_register(frame_link(base));
}

}  // namespace gs::vm
