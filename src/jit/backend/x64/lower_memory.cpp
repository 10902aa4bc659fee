// Selection: loads, stores, allocation.
#include <asmjit/x86.h>

#include <cstring>

#include "jit/backend/x64/lowering.hpp"
#include "jit/ir/object_template.hpp"

namespace gs::jit::backend::x64 {

namespace Inst = asmjit::x86::Inst;
using ir::Memory;
using ir::Node;
using ir::Op;
using ir::Type;

void Lowering::load(Node* n, const Address& address, Memory kind) {
  Instr* i = add(Form::kLoad, Inst::kIdMov);
  i->width = kind == Memory::kU8 ? 1 : kind == Memory::kU32 ? 4 : 8;
  if (i->width == 1) i->inst = Inst::kIdMovzx;
  if (f_.vregs[vreg_of(n)].cls == RegClass::kVector) i->inst = t_.has_avx ? Inst::kIdVmovsd : Inst::kIdMovsd;
  i->add_def(result(n));
  set_memory(i, address);
}

void Lowering::store_bits(const Address& address, u64 bits) {
  Instr* i = add(Form::kStore);
  if (i64(bits) == i32(bits)) {
    i->rhs = Rhs::kImmediate;
    i->immediate = i64(bits);
  } else {
    i->rhs = Rhs::kOperand;
    i->add_use(constant(bits));
  }
  set_memory(i, address);
}

void Lowering::store(const Address& address, Node* value, Memory kind, Node*) {
  value = resolve(value);
  // A box that only memory sees need not exist.
  if (value->op == Op::BoxFloat || value->op == Op::BoxBits || value->op == Op::UnboxBits || value->op == Op::UnboxFloat) {
    value = resolve(value->inputs[0]);
  }
  u8 width = kind == Memory::kU8 ? 1 : kind == Memory::kU32 ? 4 : 8;
  if (width == 8 && value->is_constant() && value->type != Type::F64) return store_bits(address, value->op == Op::ConstBool ? value->imm != 0 : value->imm);
  Instr* i = add(Form::kStore);
  i->width = width;
  if (value->is_constant() && value->type == Type::F64 && i64(value->imm) == i32(value->imm)) {
    i->rhs = Rhs::kImmediate;
    i->immediate = i64(value->imm);
  } else {
    i->rhs = Rhs::kOperand;
    i->add_use(use(value));
  }
  set_memory(i, address);
}

void Lowering::lower_memory(Node* n) {
  switch (n->op) {
    case Op::Load:
    case Op::LoadIndexed: return load(n, address_of(n), n->memory);
    case Op::LoadByte: return load(n, address_of(n), Memory::kU8);
    case Op::LoadSlot:
    case Op::LoadGlobal: return load(n, address_of(n), Memory::kBoxed);
    case Op::Store: return store(address_of(n), n->inputs[1], n->memory, n);
    case Op::StoreIndexed: return store(address_of(n), n->inputs[2], n->memory, n);
    case Op::StoreSlot: return store(address_of(n), n->inputs[0], Memory::kBoxed, n);
    case Op::StoreGlobal: return store(address_of(n), n->inputs[0], Memory::kBoxed, n);
    case Op::SlotAddress: {
      Instr* i = add(Form::kAdd);
      i->add_def(result(n));
      i->add_use(pinned(kBase));
      i->rhs = Rhs::kImmediate;
      i->immediate = i64(n->imm) * 8;
      return;
    }
    case Op::Barrier: {
      Instr* i = add(Form::kBarrier);
      i->add_use(use(n->inputs[0]));
      return;
    }
    case Op::GrowArray: {
      Instr* i = add(Form::kGrowArray);
      i->displacement = i32(n->imm);
      i->add_use(use(n->inputs[0]));
      i->add_use(use(n->inputs[1]));
      i->exit = exit_at(n);
      return;
    }
    case Op::HashFind: return hash_find(n);
    case Op::NewObject: return new_object(n);
    default: return new_cell(n);
  }
}

void Lowering::hash_find(Node* n) {
  Instr* i = add(Form::kHashFind);
  i->immediate = i64(n->imm);
  i->add_def(result(n));
  for (Node* input : n->inputs) i->add_use(late(use(input)));
  i->add_temp(of(temporary(RegClass::kGeneral)));
  i->add_temp(of(temporary(RegClass::kGeneral)));
}

// The cell's memory, zeroed.
void Lowering::allocate(Node* n, u32 size) {
  AllocationRun run = t_.allocation_run ? t_.allocation_run(t_.context, size) : AllocationRun{};
  Instr* i = add(Form::kAllocate);
  i->immediate = size;
  i->add_def(result(n));
  if (!run.run) return;
  Address address = absolute(run.run);
  address.base.is_late = true;
  set_memory(i, address);
  i->width = 0;
  i->add_temp(of(temporary(RegClass::kGeneral)));
  i->immediate = i64(u64(run.cell_size) << 32 | size);
}

void Lowering::new_object(Node* n) {
  const ir::ObjectTemplate& made = f_.ir->templates[n->imm];
  allocate(n, made.size);
  auto field = [&](u32 offset) { return Address{.base = use(n), .index = {}, .displacement = i32(offset)}; };
  if (made.header) store_bits(field(0), made.header);
  store_bits(field(made.shape_offset), made.shape);
  for (u32 i = 0; i < made.field_count; i++) {
    Address address = field(made.fields_offset + 8 * i);
    if (i < n->inputs.size()) {
      store(address, n->inputs[i], Memory::kBoxed, n);
    } else {
      store_bits(address, made.rest);
    }
  }
}

void Lowering::new_cell(Node* n) {
  allocate(n, t_.cell.variable_size);
  Address header{.base = use(n), .index = {}};
  store_bits(header, t_.cell.variable_header);
  Address value{.base = use(n), .index = {}, .displacement = i32(n->imm)};
  store(value, n->inputs[0], Memory::kBoxed, n);
}

}  // namespace gs::jit::backend::x64
