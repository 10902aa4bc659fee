// What jit/tier tells the backend about the machine that runs the code: where the VM keeps what, whom to call, what a value looks like.
// The backend includes nothing of the VM; all of it comes as numbers and functions.
#pragma once

#include "base/types.hpp"
#include "jit/ir/direct_target.hpp"
#include "jit/ir/function.hpp"

namespace gs::jit::backend {

// Offsets from the VM (pinned in a register).
struct VmLayout {
  i32 budget = 0;          // i32, counts down; below 0: poll
  i32 top = 0;
  i32 frame_base = 0;
  i32 frame_pc = 0;
  i32 call_arguments = 0;  // u32
  i32 stack_limit = 0;     // a frame's base must not be above it
  i32 native_limit = 0;    // nor the native stack pointer below this
};

// Where a value's parts are in heap cells.
struct CellLayout {
  i32 gc_state = 1;          // byte in a cell's header
  u8 gc_old = 1;             // its value for cells that a Barrier must report
  i32 boxed_int_value = 8;   // of a boxed int's cell
  u64 variable_header = 0;   // header word of a cell made by NewCell
  u32 variable_size = 16;
};

// A table's hash part (vm/object/table_hash.hpp): `capacity` entries of 16 bytes, the key first, then the index.
struct HashLayout {
  i32 capacity = 0;
  i32 index_mask = 4;
  i32 entries = 8;
};

// An allocator's run of free, zeroed cells: two words at `run`: next free cell, end. Null run: always the helper.
struct AllocationRun {
  u64 run = 0;
  u32 cell_size = 0;
};

// Code and functions that machine code calls. `thunks` are made once by build_thunks (thunks.hpp).
struct Entries {
  // Thunks that preserve every register; arguments and result on the native stack.
  u64 box_int = 0;
  u64 barrier = 0;
  u64 allocate = 0;
  u64 poll = 0;
  u64 grow_array = 0;
  u64 leave = 0;         // where all exits of all regions end up
  // preserve_none functions of the interpreter's six arguments.
  u64 call = 0;          // gs_call: the call instruction number `insn` of the frame at base; returns the number of results or -1
  u64 call_anew = 0;     // not used where 0
  u64 make_room = 0;     // gs_make_room
  u64 unwind = 0;        // an error passes through the frame at base (frame_base of the VM): goes on natively
  u64 handler_table = 0; // 256 handlers, by the low byte of an instruction word
  u64 return_table = 0;  // kReturnTable
  // C function (vm, slot*, count, wanted): nil-fills results of a call that returned another number than wanted.
  u64 settle_results = 0;
};

struct Region;

struct Target {
  VmLayout vm;
  CellLayout cell;
  HashLayout hash;
  Entries entries;

  // Facts about bytecode and heap, asked for by number.
  const void* context = nullptr;
  u64 (*instruction_address)(const void* context, const void* prototype, u32 pc) = nullptr;
  u32 (*frame_size)(const void* context, const void* prototype) = nullptr;
  AllocationRun (*allocation_run)(const void* context, u32 size) = nullptr;

  u64 native_link_flags = 0;  // of a link word whose frame returns natively

  // The region.
  Region* region = nullptr;         // filled by compile: exits and their recipes; must live as long as the code
  const void* prototype = nullptr;  // of frame 0
  u64 prototype_address = 0;        // what the pinned prototype register holds for it
  const ir::DirectTarget* direct = nullptr;  // the body follows the direct protocol, and a generic entry is made beside it
  bool is_loop = false;             // entered at a loop header with the frame's state in its slots
  u32 parameter_count = 0;          // function regions: the generic entry fills missing ones with nil
  u32 frame_slots = 0;              // of frame 0 and all inlined frames: what the stack check at a function's entry makes sure of
  u32 red_zone_slots = 0;           // that are there beyond stack_limit
  bool wants_map = false;           // keep a map from code to nodes for --dump=asm

  // What the CPU can do beyond SSE4.1.
  bool has_avx = false;
  bool has_bmi2 = false;
};

// The encoding of values (vm/object/value.hpp), checked against it in jit/tier.
constexpr u64 kTagInt = 0xFFFFull << 48;
constexpr u64 kTagBoxedInt = 0xFFFEull << 48;
constexpr u64 kMaxDouble = 0xFFF8ull << 48;
constexpr u64 kIntBias = 1ull << 47;
constexpr u64 kNilBits = 0xFFF9ull << 48;
constexpr u64 kFalseBits = kNilBits | 1;
constexpr u64 kRaisedBits = kNilBits | 1ull << 32;
constexpr u64 kPointerMask = (1ull << 48) - 1;
constexpr u32 kFrameHeader = 2;

}  // namespace gs::jit::backend
