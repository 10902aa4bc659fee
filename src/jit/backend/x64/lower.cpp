// Selection: the walk over the blocks, operands, addresses, exits.
#include "base/assert.hpp"
#include "jit/backend/x64/lowering.hpp"
#include "jit/ir/direct_target.hpp"
#include "jit/ir/uses.hpp"

namespace gs::jit::backend::x64 {

using ir::Node;
using ir::Op;
using ir::Type;

Lowering::Lowering(LFunction& f, const Target& target) : f_(f), t_(target), vregs_(f.node_vregs) {}

void Lowering::run() {
  vregs_.assign(f_.ir->node_count(), kNoVReg);
  uses_.assign(f_.ir->node_count(), 0);
  address_uses_.assign(f_.ir->node_count(), 0);
  value_uses_.assign(f_.ir->node_count(), 0);
  float_uses_.assign(f_.ir->node_count(), 0);
  partners_.assign(f_.ir->node_count(), nullptr);
  is_joined_.assign(f_.ir->node_count(), false);
  leaves_.resize(f_.ir->snapshots.size());
  count_uses();
  for (LBlock* block : f_.blocks) {
    if (block->block) join_guards(block);
  }
  for (usize i = f_.blocks.size(); i-- > 0;) lower_block(f_.blocks[i]);
  for (LBlock* block : f_.blocks) {
    for (PhiMove& move : block->phi_moves) {
      f_.vregs[move.value].phi_hint = move.phi;
      if (f_.vregs[move.phi].phi_hint == kNoVReg) f_.vregs[move.phi].phi_hint = move.value;
    }
  }
}

namespace {

bool is_value_load(const Node* n) {
  return n->type == Type::Boxed &&
         (n->op == Op::Load || n->op == Op::LoadIndexed || n->op == Op::LoadSlot || n->op == Op::LoadGlobal);
}

}  // namespace

Node* Lowering::holder(Node* n) const {
  n = resolve(n);
  if (n->op != Op::GuardFloat && n->op != Op::UnboxFloat) return n;
  Node* guarded = resolve(n->inputs[0]);
  return is_in_vector(guarded) ? guarded : n;
}

void Lowering::count_uses() {
  std::vector<bool> seen(f_.ir->snapshots.size());
  auto count_leaf = [&](Node* value) { uses_[leaf_of(value, 0).node->id] += 2; };
  for (LBlock* block : f_.blocks) {
    if (!block->block) continue;
    for (Node* n = block->block->first; n; n = n->next) {
      if (n->op == Op::Copy) continue;
      bool indexes = n->op == Op::LoadIndexed || n->op == Op::StoreIndexed || n->op == Op::LoadByte;
      for (usize i = 0; i < n->inputs.size(); i++) {
        Node* input = resolve(n->inputs[i]);
        uses_[input->id]++;
        if (indexes && i == 1) address_uses_[input->id]++;
        if (is_value_load(input)) {
          value_uses_[input->id]++;
          float_uses_[input->id] += n->op == Op::GuardFloat || n->op == Op::UnboxFloat;
        }
      }
      if (n->snapshot && !seen[n->snapshot->id]) {
        seen[n->snapshot->id] = true;
        ir::each_snapshot_value(n->snapshot, count_leaf);
      }
    }
  }
}

namespace {

// Whether a value that passes the guard cannot have these bits.
bool excludes(const Node* guard, u64 bits) {
  switch (guard->op) {
    case Op::GuardFloat: return bits > kMaxDouble;
    case Op::GuardInt: return bits < kTagBoxedInt;
    case Op::GuardNumber: return bits > kMaxDouble && bits < kTagBoxedInt;
    case Op::GuardTag: return bits >> 48 != guard->imm >> 48;
    default: return false;
  }
}

// The constant that `guard` makes sure `value` is not; null: it is no such guard.
const Node* excluded_constant(const Node* guard, const Node* value) {
  if (guard->op != Op::GuardFalse) return nullptr;
  const Node* equal = resolve(guard->inputs[0]);
  if (equal->op != Op::EqBoxed) return nullptr;
  for (int side = 0; side < 2; side++) {
    const Node* other = resolve(equal->inputs[1 - side]);
    if (resolve(equal->inputs[side]) == value && other->op == Op::ConstBoxed) return other;
  }
  return nullptr;
}

}  // namespace

// A field's value is first guarded not to be nil (its lookup would go on), then to be of some type: the second guard fails for nil too. One
// check is enough; when it fails it finds out which of the two it is. So the first guard moves down to the second, which it may where nothing
// in between leaves or has an effect.
void Lowering::join_guards(LBlock* block) {
  constexpr u32 kFarthest = 8;
  for (Node* n = block->block->first; n; n = n->next) {
    if (!n->is(ir::kExits) || !excludes(n, kNilBits)) continue;
    Node* value = resolve(n->inputs[0]);
    u32 distance = 0;
    for (Node* before = n->previous; before && ++distance < kFarthest; before = before->previous) {
      if (const Node* constant = excluded_constant(before, value)) {
        Node* equal = resolve(before->inputs[0]);
        if (!excludes(n, constant->imm) || uses_[equal->id] != 1) break;
        partners_[n->id] = before;
        is_joined_[before->id] = true;
        uses_[value->id]--;
        if (value_uses_[value->id]) value_uses_[value->id]--;
        break;
      }
      if (!before->is(ir::kPure) && !before->is(ir::kRemovable)) break;
      if (before->is(ir::kCalls) || before->op == Op::NewObject || before->op == Op::NewCell) break;
    }
  }
}

bool Lowering::is_needed(Node* n) const {
  if (is_joined_[n->id]) return false;
  if (n->op == Op::Phi || n->op == Op::Copy || n->is_constant() || n->op == Op::Param) return false;
  if (vregs_[n->id] != kNoVReg) return true;
  return !(n->is(ir::kPure) || n->is(ir::kRemovable));
}

void Lowering::lower_block(LBlock* block) {
  block_ = block;
  reversed_.clear();
  lower_phi_moves(block);
  if (!block->block) {
    add(Form::kJump)->targets[0] = block->successors[0];
    finish_group();
  } else {
    for (Node* n = block->block->last; n; n = n->previous) {
      if (!is_needed(n)) continue;
      lower(n);
      for (Instr* i : group_) i->node = n;
      finish_group();
    }
    for (Node* n = block->block->first; n && n->op == Op::Phi; n = n->next) {
      if (uses_[n->id]) block->phis.push_back(vreg_of(n));
    }
    if (block == f_.blocks.front()) {
      entry_arguments();
      finish_group();
    }
  }
  block->code.assign(reversed_.rbegin(), reversed_.rend());
}

// Phis of the only successor take their operands here.
void Lowering::lower_phi_moves(LBlock* block) {
  if (block->successor_count() != 1 || !block->successors[0]->block) return;
  ir::Block* to = block->successors[0]->block;
  if (!to->first || to->first->op != Op::Phi) return;
  LBlock* from = block->block ? block : block->predecessors[0];
  u32 index = to->predecessor_index(from->block);
  // Both edges of a branch may lead here: the second is the second among the predecessors.
  if (!block->block && from->successors[1] == block && from->block->successors[0] == to) {
    while (to->predecessors[++index] != from->block) {
    }
  }
  for (Node* phi = to->first; phi && phi->op == Op::Phi; phi = phi->next) {
    if (!uses_[phi->id]) continue;
    block->phi_moves.push_back({vreg_of(phi), vreg_of(resolve(phi->inputs[index]))});
  }
}

void Lowering::finish_group() {
  for (usize i = group_.size(); i-- > 0;) reversed_.push_back(group_[i]);
  f_.instruction_count += u32(group_.size());
  group_.clear();
}

void Lowering::lower(Node* n) {
  Op op = n->op;
  if (op >= Op::AddInt && op <= Op::ShrLogicalInt) return lower_int(n);
  if (op >= Op::AddFloat && op <= Op::TruncFloat) return lower_float(n);
  if (op >= Op::IntToFloat && op <= Op::FloatBits) return lower_float(n);
  if ((op >= Op::EqInt && op <= Op::NotBool) || (op >= Op::IsFalsy && op <= Op::IsSmallInt)) {
    Instr* i = add(Form::kCompareSet);
    i->add_def(result(n));
    return set_condition(i, n, n);
  }
  if (op == Op::Select) return select(n);
  if (op >= Op::BoxInt && op <= Op::UnboxBits) return lower_boxing(n);
  if (op >= Op::GuardInt && op <= Op::BoundsCheck) return lower_guard(n);
  if (op >= Op::UnboxInt && op <= Op::UnboxPtr) return lower_boxing(n);
  if (op >= Op::Load && op <= Op::NewCell) return lower_memory(n);
  if (op == Op::LoadSlot || op == Op::StoreSlot || op == Op::SlotAddress) return lower_memory(n);
  if (op == Op::CallPure || (op >= Op::CallRuntime && op <= Op::Poll)) return lower_call(n);
  lower_control(n);
}

// ---- operands

VReg Lowering::vreg_of(Node* n) {
  n = holder(n);
  if (n->is_constant()) {
    u64 bits = n->op == Op::ConstBool ? u64(n->imm != 0) : n->imm;
    return constant(bits, class_of(n->type)).vreg;
  }
  VReg& vreg = vregs_[n->id];
  if (vreg == kNoVReg) vreg = f_.add_vreg(is_in_vector(n) ? RegClass::kVector : class_of(n->type));
  return vreg;
}

Operand Lowering::of(VReg vreg, Need need) {
  Operand o;
  o.vreg = vreg;
  o.need = need;
  return o;
}

Operand Lowering::use(Node* n, Need need) { return of(vreg_of(n), need); }

Operand Lowering::fixed(Node* n, Reg reg) {
  Operand o = use(n, Need::kFixed);
  o.reg = reg;
  VRegInfo& info = f_.vregs[o.vreg];
  if (info.fixed_hint == kNoReg) info.fixed_hint = reg;
  return o;
}

Operand Lowering::pinned(Reg reg) {
  Operand o;
  o.need = Need::kPinned;
  o.reg = reg;
  o.place = Place::of_register(reg);
  return o;
}

Operand Lowering::constant(u64 bits, RegClass cls, Need need) {
  for (const ConstantRegister& c : constants_) {
    if (c.bits == bits && c.cls == cls) return of(c.vreg, need);
  }
  VReg vreg = f_.add_vreg(cls);
  f_.vregs[vreg].is_constant = true;
  f_.vregs[vreg].bits = bits;
  constants_.push_back({bits, cls, vreg});
  return of(vreg, need);
}

Operand Lowering::result(Node* n) { return of(vreg_of(n)); }

Operand Lowering::fixed_result(Node* n, Reg reg) {
  Operand o = of(vreg_of(n), Need::kFixed);
  o.reg = reg;
  f_.vregs[o.vreg].fixed_hint = reg;
  return o;
}

VReg Lowering::temporary(RegClass cls) { return f_.add_vreg(cls); }

bool Lowering::is_imm32(Node* n, i64& value) const {
  n = resolve(n);
  if (!n->is_constant() || n->type == Type::F64) return false;
  value = n->op == Op::ConstBool ? i64(n->imm != 0) : i64(n->imm);
  return value == i32(value);
}

Instr* Lowering::add(Form form, u32 inst, u32 capacity) {
  Instr* i = f_.arena.make<Instr>();
  i->form = form;
  i->inst = inst;
  i->operands = static_cast<Operand*>(f_.arena.allocate(sizeof(Operand) * capacity, alignof(Operand)));
  group_.push_back(i);
  return i;
}

void Lowering::set_rhs(Instr* i, Node* n, Node* at, bool may_be_immediate) {
  i64 value;
  if (may_be_immediate && is_imm32(n, value)) {
    i->rhs = Rhs::kImmediate;
    i->immediate = value;
  } else if (!fold_load(i, n, at)) {
    i->rhs = Rhs::kOperand;
    i->add_use(any(n));
  }
}

void Lowering::set_memory(Instr* i, const Address& address) {
  i->memory = i->use_count;
  i->has_memory = true;
  i->add_use(address.base);
  if (address.has_index) i->add_use(address.index);
  i->has_index = address.has_index;
  i->scale = address.scale;
  i->displacement = address.displacement;
}

void Lowering::move(Operand to, Operand from) {
  Instr* i = add(Form::kMove);
  i->add_def(to);
  i->add_use(from);
}

// ---- addresses

Lowering::Address Lowering::slot_address(i64 slot) const { return {.base = pinned(kBase), .index = {}, .displacement = i32(slot * 8)}; }

// Addresses near each other share one register.
Lowering::Address Lowering::absolute(u64 address) {
  for (const ConstantRegister& c : constants_) {
    i64 distance = i64(address - c.bits);
    if (c.cls == RegClass::kGeneral && distance == i32(distance) && i64(c.bits) > 0xFFFF'FFFF) {
      return {.base = of(c.vreg), .index = {}, .displacement = i32(distance)};
    }
  }
  return {.base = constant(address), .index = {}};
}

Lowering::Address Lowering::indexed(Node* base, Node* index, u8 scale, i64 displacement) {
  index = resolve(index);
  i64 added;
  if ((index->op == Op::AddInt || index->op == Op::SubInt) && is_imm32(index->inputs[1], added) &&
      address_uses_[index->id] == uses_[index->id]) {
    i64 folded = displacement + (index->op == Op::AddInt ? added : -added) * (1 << scale);
    if (folded == i32(folded)) {
      displacement = folded;
      index = resolve(index->inputs[0]);
    }
  }
  i64 value;
  if (is_imm32(index, value) && displacement + value * (1 << scale) == i32(displacement + value * (1 << scale))) {
    Address a{.base = use(base), .index = {}};
    a.displacement = i32(displacement + value * (1 << scale));
    return a;
  }
  return {.base = use(base), .index = use(index), .has_index = true, .scale = scale, .displacement = i32(displacement)};
}

Lowering::Address Lowering::address_of(Node* access) {
  switch (access->op) {
    case Op::LoadSlot:
    case Op::StoreSlot: return slot_address(i64(access->imm));
    case Op::LoadGlobal:
    case Op::StoreGlobal: return absolute(access->imm);
    case Op::LoadIndexed:
    case Op::StoreIndexed: return indexed(access->inputs[0], access->inputs[1], 3, i32(access->imm));
    case Op::LoadByte: return indexed(access->inputs[0], access->inputs[1], 0, i32(access->imm));
    default: break;
  }
  Node* base = resolve(access->inputs[0]);
  if (base->op == Op::ConstPtr) return absolute(base->imm + access->imm);
  i64 slot_offset = i64(base->imm) * 8 + i64(access->imm);
  if (base->op == Op::SlotAddress && slot_offset == i32(slot_offset)) {
    return {.base = pinned(kBase), .index = {}, .displacement = i32(slot_offset)};
  }
  return {.base = use(base), .index = {}, .displacement = i32(access->imm)};
}

// Whether the load may happen where `at` stands instead: it has no other use, and nothing in between writes what it reads.
// Of narrow loads only those are asked about by instructions that can read less than 8 bytes.
bool Lowering::can_fold_load(Node* load, Node* at, bool is_narrow) const {
  if (uses_[load->id] != 1 || vregs_[load->id] != kNoVReg) return false;
  if (load->op == Op::Load || load->op == Op::LoadIndexed) {
    if ((load->memory == ir::Memory::kU8 || load->memory == ir::Memory::kU32) != is_narrow) return false;
  } else if (is_narrow || (load->op != Op::LoadSlot && load->op != Op::LoadGlobal)) {
    return false;
  }
  return may_read_again(load, at);
}

// Whether memory still holds the loaded value where `at` stands, in the same block.
bool Lowering::may_read_again(Node* load, Node* at) const {
  if (load->block != at->block) return false;
  constexpr u32 kFarthest = 24;
  u32 distance = 0;
  for (Node* n = load->next; n != at; n = n->next) {
    if (!n || ++distance > kFarthest || (n->writes() & load->reads()) || n->is(ir::kCalls)) return false;
  }
  return true;
}

bool Lowering::fold_load(Instr* i, Node* n, Node* at) {
  n = resolve(n);
  // A float known to be one may be read where it is used.
  if (n->op == Op::UnboxFloat && uses_[n->id] == 1 && vregs_[n->id] == kNoVReg) n = resolve(n->inputs[0]);
  if (!can_fold_load(n, at)) return false;
  i->rhs = Rhs::kMemory;
  set_memory(i, address_of(n));
  return true;
}

// ---- exits

std::span<VReg> Lowering::leaves_of(const ir::Snapshot* snapshot, bool is_after, i64 limit) {
  if (!is_after && !leaves_[snapshot->id].empty()) return leaves_[snapshot->id];
  std::vector<VReg> found;
  auto visit = [&](Node* value) {
    Leaf leaf = leaf_of(value, 0);
    if (!leaf.node->is_constant()) found.push_back(vreg_of(leaf.node));
  };
  auto* s = const_cast<ir::Snapshot*>(snapshot);
  ir::each_frame_value(s, visit);
  for (ir::SnapshotEntry& entry : s->registers) {
    if (!is_after || entry.place < limit) ir::each_value_behind(entry.value, visit);
  }
  for (ir::SnapshotEntry& entry : s->globals) ir::each_value_behind(entry.value, visit);
  std::span<VReg> leaves = f_.arena.copy(std::span<const VReg>(found));
  if (!is_after) leaves_[snapshot->id] = leaves;
  return leaves;
}

ExitPoint* Lowering::exit_at(Node* n, bool is_after, i64 limit) {
  GS_ASSERT(n->snapshot, "what may leave has a snapshot");
  auto* exit = f_.arena.make<ExitPoint>();
  exit->node = n;
  exit->is_after = is_after;
  exit->limit = limit;
  exit->number = u32(f_.exits.size());
  exit->leaves = leaves_of(n->snapshot, is_after, limit);
  f_.exits.push_back(exit);
  return exit;
}

}  // namespace gs::jit::backend::x64
