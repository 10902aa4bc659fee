// Frames on the value stack. A frame's registers start at its base; base[-2] is the function, base[-1] the link: the
// caller's next instruction, with flags in the low bits (instructions are 8-byte aligned). The caller's base follows from the
// call instruction before the link, so a frame costs two slots and one store.
//
//   flags         meaning
//   0             called by the interpreter from another frame it runs
//   kLinkBottom   called by C++: the rest of the link is the Activation
//   kLinkCode     called by machine code
//   kLinkVarargs  a vararg function's inner frame: link >> 3 is its distance from the outer frame, whose base[0 .. n) hold all
//                 arguments and whose link is the real one
//   kLinkRange    called by RANGENEXT: the link points to the RANGETEST that follows; kLinkRange | kLinkNative: from machine code
//
// Frames with the bit kLinkNative (kLinkBottom, kLinkCode, range calls from machine code) end with a native return of the
// number of results, which are at base[-2] and up, or -1: an error passes. Machine code runs in such frames only.
#pragma once

#include "vm/object/objects.hpp"

namespace gs::vm {

constexpr u64 kLinkNative = 1;
constexpr u64 kLinkBottom = 1;
constexpr u64 kLinkVarargs = 2;
constexpr u64 kLinkCode = 3;
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
inline bool is_bottom_link(u64 link) { return (link & kLinkFlags) == kLinkBottom; }
inline bool is_range_link(u64 link) { return link & kLinkRange; }
// The link of a frame that the interpreter called, for the time machine code runs it.
inline u64 native_link(u64 link) { return link | (is_range_link(link) ? kLinkNative : kLinkCode); }
inline Activation* link_activation(u64 link) { return reinterpret_cast<Activation*>(link & ~kLinkFlags); }

// The frame whose link is the real one: steps from a vararg function's inner frame to its outer one.
inline Value* outer_base(Value* base) {
  u64 link = frame_link(base);
  return (link & kLinkFlags) == kLinkVarargs ? base - (link >> 3) : base;
}

// The register at which the call that made the frame with `link` stands in its caller.
inline u32 link_call_register(u64 link) {
  const bytecode::Instruction* pc = link_pc(link);
  return is_range_link(link) ? pc->a() + 3 : pc[-1].a();
}

// The caller's frame inside the same activation. Precondition: `base` is an outer base and not a bottom frame.
inline Value* caller_base(Value* base) {
  return base - kFrameHeader - link_call_register(frame_link(base));
}

// Result code of the call that made the frame with `link` (number of results wanted + 1; 0: all, to top).
inline u32 link_wanted(u64 link) { return is_range_link(link) ? 3 : link_pc(link)[-1].c(); }

}  // namespace gs::vm
