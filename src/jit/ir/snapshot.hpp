// Snapshots (frame states): what the interpreter's frames must look like if the region is left at a node, and which frames exist while
// a call runs. Written by the region builder, read by the backend (recipes), kept true by every pass: a value in a snapshot is a use.
//
// Example: in `f` (proto F), inlined into it `g` (proto G), exiting before instruction 7 of g:
//   frame 0: F, pc 12 (the instruction after the call), base 0, registers {r0: v3}
//   frame 1: G, pc 7, base 6, registers {r0: v9 (I64), r2: v4}
//
// An object whose allocation was removed stands in snapshots as a VirtualObject or VirtualCell node, which is in no block: its operands are
// what the fields hold at that exit (again any values but Void, virtual ones included; a pointer by a BoxPtr that is in no block either). The same node twice in a snapshot is the same
// object; leaving allocates it. Use each_snapshot_value (uses.hpp) to see through them.
#pragma once

#include <span>

#include "base/types.hpp"

namespace gs::jit::ir {

struct Node;

// A register of a frame, or a global that the region holds in a register and has not written back.
// `value` may be of any type but Void: leaving the region boxes it (`tag` says how a Ptr is boxed).
struct SnapshotEntry {
  i64 place;    // registers: slot relative to the region's base (frame base already added); globals: the value's address
  Node* value;
  u64 tag = 0;  // of a Ptr: the value's tag bits
};

struct SnapshotFrame {
  const void* prototype;  // opaque to the IR
  Node* function;         // Boxed: the closure; goes to slot base - 2. Null in frame 0: it is there already
  u32 pc;                 // innermost frame: the instruction to go on with; outer frames: the instruction after the call
  i32 base;               // slots from the region's base to this frame's base (0 for frame 0)
  // Of a function with a variable number of arguments: they lie in a frame of their own `distance` slots below, which has the header that a
  // frame normally has; this one has the function and `link`. 0: as normal.
  i32 distance = 0;
  u64 link = 0;
};

// Registers not named are dead at this point or already in their slots.
struct Snapshot {
  u32 id;
  std::span<SnapshotFrame> frames;      // outermost first
  std::span<SnapshotEntry> registers;   // of all frames
  std::span<SnapshotEntry> globals;
  // Guards that leave by this snapshot are not to be moved in front of a loop: there they have failed before.
  bool is_pinned = false;
  // Of guards where ways join: they are about representations, not about what the instruction at the pc does.
  bool is_at_join = false;
  // Where the list of values ends that the next instruction takes, as a slot; 0: it takes none, or the VM knows already.
  i32 top = 0;
  // Of a guard that was moved in front of a loop: the snapshot it had before, which says whose guard it is. This one says
  // where to go on only.
  const Snapshot* origin = nullptr;
};

}  // namespace gs::jit::ir
