// Selection for x86-64: IR nodes to instructions on virtual registers. Works backwards, so that every node is met after its uses: what nobody
// asked for is not emitted, what can be part of its user (addresses, compares, immediates, loads, boxes about to be stored) is.
#pragma once

#include "jit/backend/leaf.hpp"
#include "jit/backend/lir.hpp"
#include "jit/backend/target.hpp"
#include "jit/backend/x64/forms.hpp"
#include "jit/backend/x64/registers.hpp"

namespace gs::jit::backend::x64 {

class Lowering {
 public:
  Lowering(LFunction& f, const Target& target);
  void run();
  // The virtual register of a node that was asked for (or of a constant).
  VReg vreg_of(ir::Node* n);

 private:
  struct Address {
    Operand base;
    Operand index;
    bool has_index = false;
    u8 scale = 0;
    i32 displacement = 0;
  };
  void count_uses();
  void join_guards(LBlock* block);
  void lower_block(LBlock* block);
  void lower_phi_moves(LBlock* block);
  bool is_needed(ir::Node* n) const;
  void lower(ir::Node* n);
  void finish_group();

  // --- operands
  Operand use(ir::Node* n, Need need = Need::kRegister);
  Operand any(ir::Node* n) { return use(n, Need::kAny); }
  Operand fixed(ir::Node* n, Reg reg);
  static Operand pinned(Reg reg);
  static Operand of(VReg vreg, Need need = Need::kRegister);
  Operand constant(u64 bits, RegClass cls = RegClass::kGeneral, Need need = Need::kRegister);
  Operand result(ir::Node* n);
  Operand fixed_result(ir::Node* n, Reg reg);
  VReg temporary(RegClass cls);
  static Operand late(Operand o) {
    o.is_late = true;
    return o;
  }
  // The node whose register holds n: of guards that a vector register holds a float, what they guard.
  ir::Node* holder(ir::Node* n) const;
  bool is_in_vector(const ir::Node* n) const { return float_uses_[n->id] && float_uses_[n->id] == value_uses_[n->id]; }
  static RegClass class_of(ir::Type type) { return type == ir::Type::F64 ? RegClass::kVector : RegClass::kGeneral; }
  bool is_imm32(ir::Node* n, i64& value) const;

  // --- instructions: made in order, appended to the current node's group
  Instr* add(Form form, u32 inst = 0, u32 capacity = 8);
  void set_rhs(Instr* i, ir::Node* n, ir::Node* at, bool may_be_immediate = true);
  void set_memory(Instr* i, const Address& address);
  void move(Operand to, Operand from);

  // --- addresses
  Address address_of(ir::Node* access);
  Address indexed(ir::Node* base, ir::Node* index, u8 scale, i64 displacement);
  Address slot_address(i64 slot) const;
  Address absolute(u64 address);
  bool can_fold_load(ir::Node* load, ir::Node* at, bool is_narrow = false) const;
  bool may_read_again(ir::Node* load, ir::Node* at) const;
  bool fold_load(Instr* i, ir::Node* n, ir::Node* at);
  void load(ir::Node* n, const Address& address, ir::Memory kind);
  void store(const Address& address, ir::Node* value, ir::Memory kind, ir::Node* at);
  void store_bits(const Address& address, u64 bits);

  // --- conditions
  void set_condition(Instr* i, ir::Node* condition, ir::Node* at);
  bool can_fold_condition(ir::Node* condition, ir::Node* at) const;
  void compare(Instr* i, u32 inst, ir::Node* a, ir::Node* b, ir::Node* at, Condition condition);
  bool compare_narrow(Instr* i, ir::Node* a, i64 value, ir::Node* at, Condition condition);
  bool test_mask(Instr* i, ir::Node* a, ir::Node* b, ir::Node* at);
  void compare_bits(Instr* i, Operand a, u64 bits, Condition condition);

  // --- exits and frames
  ExitPoint* exit_at(ir::Node* n, bool is_after = false, i64 limit = 0);
  std::span<VReg> leaves_of(const ir::Snapshot* snapshot, bool is_after, i64 limit);
  void write_frames(ir::Node* n);
  void publish(ir::Node* n);

  // --- families (lower_*.cpp)
  void lower_int(ir::Node* n);
  void binary(ir::Node* n, u32 inst);
  void and_int(ir::Node* n);
  void add_int(ir::Node* n, ir::Node* a, ir::Node* b, i64 sign);
  void multiply(ir::Node* n);
  void shift(ir::Node* n, u32 inst, u32 inst_bmi);
  void divide(ir::Node* n, bool wants_remainder);
  void lower_float(ir::Node* n);
  void float_binary(ir::Node* n, u32 inst, u32 vex);
  void float_unary(ir::Node* n, u32 inst, u32 vex, i64 immediate);
  void lower_boxing(ir::Node* n);
  void lower_guard(ir::Node* n);
  void join(Instr* i, ir::Node* n);
  void guard_condition(ir::Node* n, bool exits_if);
  void select(ir::Node* n);
  bool select_extreme(ir::Node* n);
  void lower_memory(ir::Node* n);
  void hash_find(ir::Node* n);
  void new_object(ir::Node* n);
  void new_cell(ir::Node* n);
  void allocate(ir::Node* n, u32 size);
  void lower_call(ir::Node* n);
  void call_c(ir::Node* n, std::span<ir::Node* const> arguments, bool with_vm);
  void call_direct(ir::Node* n);
  void lower_control(ir::Node* n);
  void entry_arguments();

  LFunction& f_;
  const Target& t_;
  std::vector<VReg>& vregs_;         // by node id
  std::vector<u32> uses_;            // by node id; uses by snapshots count double
  std::vector<u32> address_uses_;    // those as an index of an address
  // Of loads of values: uses by nodes, and those for which a vector register is as good. If that is all of them the value lives in a vector
  // register, boxed or not: its bits are the float.
  std::vector<u32> value_uses_;
  // By a guard's id: an earlier guard that a value is not some constant, which this one does on the side. See join_guards.
  std::vector<ir::Node*> partners_;
  std::vector<bool> is_joined_;      // by the earlier guard's id
  std::vector<u32> float_uses_;
  struct ConstantRegister {
    u64 bits;
    RegClass cls;
    VReg vreg;
  };
  std::vector<ConstantRegister> constants_;
  std::vector<std::span<VReg>> leaves_;  // by snapshot id, of exits before their instruction
  std::vector<Instr*> group_;
  std::vector<Instr*> reversed_;
  LBlock* block_ = nullptr;
};

}  // namespace gs::jit::backend::x64
