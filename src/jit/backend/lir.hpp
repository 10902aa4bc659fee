// The low-level IR between selection and emission: machine instructions on virtual registers, in blocks without critical edges. Made by the
// CPU's lowering (x64/lower.cpp), given registers by allocation, printed as bytes by the CPU's emitter. Allocation understands only
// operands, clobbers and block structure; forms and conditions are between lowering and emitter.
#pragma once

#include <deque>
#include <span>
#include <vector>

#include "base/arena.hpp"
#include "jit/backend/place.hpp"
#include "jit/ir/function.hpp"

namespace gs::jit::backend {

// Where an operand must be when its instruction runs.
enum class Need : u8 {
  kRegister,
  kAny,     // register, spill slot, or constant
  kFixed,   // in register `reg`: operands are moved there right before the instruction, results away from there right after it
  kPinned,  // no virtual register: `reg` itself (vm, base, stack pointer)
};

struct Operand {
  VReg vreg = kNoVReg;
  Need need = Need::kRegister;
  bool is_late = false;  // read after results are written: may not share a result's register
  Reg reg = kNoReg;
  Place place;           // after allocation
};

// Which registers an instruction destroys besides its operands.
enum class Clobber : u8 { kNone, kCCall, kMachineCall };

enum class Form : u8;       // x64/forms.hpp
enum class Condition : u8;  // x64/forms.hpp

struct LBlock;

// A place where control leaves the region.
struct ExitPoint {
  const ir::Node* node;
  bool is_after = false;     // the instruction has happened: innermost pc + 1, nothing at or above slot `limit` is written
  i64 limit = 0;
  u32 number = 0;            // in Region::exits
  std::span<VReg> leaves;    // what the recipe needs
};

// The right operand of binary and comparing instructions.
enum class Rhs : u8 { kNone, kOperand, kImmediate, kMemory };

struct Instr {
  Form form;
  u8 def_count = 0;
  u8 use_count = 0;
  u8 temp_count = 0;
  Rhs rhs = Rhs::kNone;
  u8 extra = 0;               // index of the first use beyond those of the compared, right and memory operands
  u8 memory = 0;              // index among the uses of a memory operand's base; its index register, if has_index, follows
  bool has_memory = false;
  bool has_index = false;
  u8 scale = 0;               // log2
  u8 width = 8;               // bytes that are moved or compared
  bool commutes = false;
  Clobber clobber = Clobber::kNone;
  bool exits_late = false;    // results may be written before the exit is taken
  Condition condition{};
  u32 clobbered = 0;          // general registers destroyed, bit set
  u32 inst = 0;               // the encoder's instruction
  i32 displacement = 0;
  i64 immediate = 0;
  Operand* operands = nullptr;  // results, then uses, then temporaries
  const ir::Node* node = nullptr;
  ExitPoint* exit = nullptr;
  ExitPoint* other_exit = nullptr;  // taken instead if the guarded value's bits are other_bits
  u64 other_bits = 0;
  LBlock* targets[2] = {};
  u32 position = 0;

  template <class Visit>
  void each_exit(Visit&& visit) {
    if (exit) visit(*exit);
    if (other_exit) visit(*other_exit);
  }
  std::span<Operand> defs() { return {operands, def_count}; }
  std::span<Operand> uses() { return {operands + def_count, use_count}; }
  std::span<Operand> temps() { return {operands + def_count + use_count, temp_count}; }
  // In this order. The lowering has made room.
  void add_def(const Operand& o) { operands[def_count++] = o; }
  void add_use(const Operand& o) { operands[def_count + use_count++] = o; }
  void add_temp(const Operand& o) { operands[def_count + use_count + temp_count++] = o; }
  Operand& def(u32 i = 0) { return operands[i]; }
  Operand& use(u32 i) { return operands[def_count + i]; }
  Operand& temp(u32 i) { return operands[def_count + use_count + i]; }
};

struct Move {
  Place from, to;
  RegClass cls;
};

// Phi operands are moves on edges: from `value` in the predecessor to `phi`.
struct PhiMove {
  VReg phi, value;
};

struct LBlock {
  ir::Block* block = nullptr;  // null: stands on a critical edge
  u32 index = 0;               // in allocation order
  u32 loop_depth = 0;
  LBlock* loop = nullptr;      // header of the innermost loop it is in; of a header: of its own loop
  LBlock* outer = nullptr;     // of a header: the header of the loop around its loop
  bool is_header = false;
  bool is_cold = false;
  bool is_aligned = false;                 // top of an innermost loop
  u32 loop_to = 0;                         // of a header: where the hot blocks of its loop end
  std::vector<LBlock*> predecessors;
  LBlock* successors[2] = {};
  std::vector<VReg> phis;
  std::vector<PhiMove> phi_moves;          // on the edge to the only successor
  std::vector<Instr*> code;
  u32 from = 0, to = 0;                    // positions: the block's beginning, and that of what follows
  std::vector<Move> entry_moves;           // edge moves
  std::vector<Move> exit_moves;            // before the terminator
  u32 successor_count() const { return successors[1] ? 2 : successors[0] ? 1 : 0; }
  bool is_inside(const LBlock* header) const {
    const LBlock* l = loop;
    while (l && l != header) l = l->outer;
    return l == header;
  }
};

struct VRegInfo {
  RegClass cls = RegClass::kGeneral;
  bool is_constant = false;
  u64 bits = 0;               // of a constant
  VReg hint = kNoVReg;        // an operand whose register the value would like to take over
  VReg phi_hint = kNoVReg;    // the phi it flows into; of a phi: its first operand
  Reg fixed_hint = kNoReg;
};

// A gap move: between instructions, all of one position in parallel.
struct Gap {
  u32 position;
  Move move;
};

struct LFunction {
  ir::Function* ir = nullptr;
  Arena arena;
  std::deque<LBlock> storage;
  std::vector<LBlock*> blocks;  // allocation order: hot ones in reverse postorder with loops contiguous, then cold ones
  std::vector<LBlock*> layout;  // emission order
  std::vector<VRegInfo> vregs;
  std::vector<VReg> node_vregs;  // by node id; kNoVReg: not computed
  std::vector<Gap> gaps;        // sorted by position
  std::vector<ExitPoint*> exits;
  u32 instruction_count = 0;
  u32 spill_slots = 0;
  bool has_frame_base_slot = false;  // slot 0 keeps the region's base over calls
  bool uses_frame_pointer = false;   // the callee-saved general register
  const char* failure = nullptr;     // why there is no code

  VReg add_vreg(RegClass cls) {
    vregs.push_back({.cls = cls});
    return VReg(vregs.size() - 1);
  }
};

}  // namespace gs::jit::backend
