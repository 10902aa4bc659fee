// Leaving a region: what a compiled region knows of its exits, and how the interpreter's frames are rebuilt from it. Written by the
// backend's `assign` (ExitWriter), read once per exit by jit/tier through `rebuild_frames`.
//
// A recipe is a string of bytes (variable-length numbers; constants and addresses in a table of the region):
//   frames:    count; each: prototype, pc, base; all but the first: the function's value
//   objects:   count; each: template + 1 (or 0 and the value's offset: a variable cell), field count, field values
//   registers: count; each: slot (difference to the one before), value
//   globals:   count; each: address, value
//   value:     representation + 8 * kind of place; number (register, spill slot, constant, object); of a Ptr: its tag
#pragma once

#include <span>
#include <vector>

#include "base/types.hpp"
#include "jit/backend/place.hpp"
#include "jit/ir/function.hpp"
#include "jit/ir/object_template.hpp"

namespace gs::jit::backend {

struct Exit {
  u32 recipe = 0;              // its start in Region::recipes
  u32 node = 0;                // id of the IR node that leaves
  ir::Op op = ir::Op::Exit;    // its op: why
  bool is_after = false;       // leaves after its instruction (a call), not before
  bool is_at_join = false;     // of a guard where ways join, before its instruction
  bool returns_directly = false;  // the region was entered directly: what the lower tier returns is passed on with the carry flag set
  u32 count = 0;               // how often it was taken
  i32 top = 0;                 // what becomes the VM's, as a slot from the region's base; 0: that stays
  const void* moved_from = nullptr;  // of a guard moved in front of a loop: the prototype of the instruction that wanted it
  u32 moved_from_pc = 0;             // and its pc; the recipe says only where to go on
};

// One compiled region's exits. Address stable while the code lives: machine code refers to it.
struct Region {
  void* owner = nullptr;    // for jit/tier
  u32 frame_bytes = 0;      // native stack between the return address and the stack pointer inside the region
  i32 saved_frame_pointer = -1;  // spill slot of the caller's frame pointer register; -1: it is untouched
  std::vector<Exit> exits;
  std::vector<u8> recipes;
  std::vector<u64> constants;
  std::vector<ir::ObjectTemplate> templates;
};

// The machine's registers at an exit, as the thunk `leave` saved them. After the rebuilding, the general ones of the pinned and argument
// registers are set for the lower tier and loaded.
struct RegisterFile {
  u64 general[16];
  u64 vector[16];
  u64* spills;  // slot 0
};

// Services of the VM that rebuilding needs. All may collect garbage; none fails (memory for it is never refused).
struct FrameHost {
  void* context = nullptr;
  u64 (*box_int)(void* context, i64 value) = nullptr;
  u64 (*make_object)(void* context, const ir::ObjectTemplate& made, std::span<const u64> fields) = nullptr;  // its value
  u64 (*make_cell)(void* context, u64 value, u32 offset) = nullptr;  // its value
  void (*store_global)(void* context, u64 address, u64 value) = nullptr;
  u64 (*link)(void* context, const void* prototype, u32 pc) = nullptr;  // link word of an inlined frame
};

// The innermost frame.
struct RebuiltFrame {
  const void* prototype;
  u32 pc;
  u64* base;
};

RebuiltFrame rebuild_frames(const Region& region, u32 exit, u64* base, const RegisterFile& registers, const FrameHost& host);

// Bounds of a recipe: regions with more are not compiled.
constexpr u32 kMaxObjects = 64;
constexpr u32 kMaxFields = 64;

enum class PlaceKind : u8 { kRegister, kSlot, kConstant, kObject };

class RecipeWriter {
 public:
  explicit RecipeWriter(Region& region) : region_(region) {}
  u32 begin() { return u32(region_.recipes.size()); }
  void number(u64 n);
  void signed_number(i64 n) { number(u64(n) << 1 ^ u64(n >> 63)); }
  void constant(u64 bits);
  void value(ir::Type type, u64 tag, PlaceKind kind, u64 place);

 private:
  u64 constant_index(u64 bits);
  Region& region_;
};

}  // namespace gs::jit::backend
