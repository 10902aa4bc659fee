// Runs a region's IR against the real heap, node by node: what the builder promises, without a backend. For functions whose frame is
// entered at its beginning; an exit ends the run and says where it would go on.
#pragma once

#include <bit>
#include <cmath>
#include <unordered_map>
#include <vector>

#include "jit/ir/function.hpp"
#include "vm/heap/heap.hpp"
#include "vm/object/table_hash_ops.hpp"
#include "vm/runtime/generic.hpp"
#include "vm/runtime/operations.hpp"

namespace gs::jit::region {

struct MachineResult {
  enum class End { kReturned, kExited, kRaised, kUnsupported } end = End::kUnsupported;
  std::vector<vm::Value> results;
  u32 exit_pc = 0;         // innermost frame's
  const vm::Prototype* exit_prototype = nullptr;
  ir::Op at = ir::Op::Jump;  // the op that ended it
};

class IrMachine {
 public:
  IrMachine(vm::Vm& vm, vm::Value* base) : vm_(vm), base_(base) {}

  MachineResult run(const ir::Function& function, u64 steps = 50'000'000) {
    ir::Block* block = function.blocks[0];
    ir::Block* from = nullptr;
    while (true) {
      run_phis(block, from);
      for (ir::Node* n = block->first; n; n = n->next) {
        if (n->op == ir::Op::Phi) continue;
        if (steps-- == 0) return end(MachineResult::End::kUnsupported, n);
        if (n->op == ir::Op::Jump || n->op == ir::Op::Branch) {
          from = block;
          block = block->successors[n->op == ir::Op::Branch && !value(n->inputs[0])];
          break;
        }
        if (!step(n)) return result_;
      }
    }
  }

 private:
  using Op = ir::Op;

  u64 value(ir::Node* n) { return values_[ir::resolve(n)]; }
  i64 integer(ir::Node* n) { return i64(value(n)); }
  f64 number(ir::Node* n) { return std::bit_cast<f64>(value(n)); }

  MachineResult end(MachineResult::End how, ir::Node* n) {
    result_.end = how;
    result_.at = n->op;
    return result_;
  }
  bool leave(ir::Node* n) {
    end(MachineResult::End::kExited, n);
    result_.exit_pc = n->snapshot->frames.back().pc;
    result_.exit_prototype = static_cast<const vm::Prototype*>(n->snapshot->frames.back().prototype);
    return false;
  }

  void run_phis(ir::Block* block, ir::Block* from) {
    std::vector<std::pair<ir::Node*, u64>> chosen;
    for (ir::Node* n = block->first; n && n->op == Op::Phi; n = n->next) {
      chosen.push_back({n, value(n->inputs[block->predecessor_index(from)])});
    }
    for (auto& [n, v] : chosen) values_[n] = v;
  }

  static u64 read_memory(ir::Memory memory, u64 address) {
    switch (memory) {
      case ir::Memory::kU8: return *reinterpret_cast<const u8*>(address);
      case ir::Memory::kU32: return *reinterpret_cast<const u32*>(address);
      default: return *reinterpret_cast<const u64*>(address);
    }
  }

  bool step(ir::Node* n) {
    using vm::Value;
    const auto in = [&](usize i) { return n->inputs[i]; };
    const auto a = [&] { return integer(in(0)); };
    const auto b = [&] { return integer(in(1)); };
    const auto x = [&] { return number(in(0)); };
    const auto y = [&] { return number(in(1)); };
    const auto v = [&] { return Value(value(in(0))); };
    const auto give = [&](auto r) {
      if constexpr (std::is_same_v<decltype(r), f64>) {
        values_[n] = std::bit_cast<u64>(r);
      } else {
        values_[n] = u64(r);
      }
      return true;
    };
    switch (n->op) {
      case Op::ConstInt:
      case Op::ConstFloat:
      case Op::ConstPtr:
      case Op::ConstBoxed: return give(n->imm);
      case Op::ConstBool: return give(n->imm != 0);
      case Op::Copy: return true;
      case Op::LoadSlot: return give(base_[i64(n->imm)].bits);
      case Op::StoreSlot: base_[i64(n->imm)] = v(); return true;
      case Op::SlotAddress: return give(reinterpret_cast<u64>(base_ + i64(n->imm)));
      case Op::AddInt: return give(u64(a()) + u64(b()));
      case Op::SubInt: return give(u64(a()) - u64(b()));
      case Op::MulInt: return give(u64(a()) * u64(b()));
      case Op::MulHighInt: return give(i64(__int128(a()) * b() >> 64));
      case Op::DivInt: return give(b() == -1 ? -u64(a()) : u64(a() / b()));
      case Op::RemInt: return give(b() == -1 ? 0 : a() % b());
      case Op::NegInt: return give(-u64(a()));
      case Op::AndInt: return give(a() & b());
      case Op::OrInt: return give(a() | b());
      case Op::XorInt: return give(a() ^ b());
      case Op::ShlInt: return give(u64(a()) << b());
      case Op::ShrInt: return give(a() >> b());
      case Op::ShrLogicalInt: return give(u64(a()) >> b());
      case Op::AddFloat: return give(x() + y());
      case Op::SubFloat: return give(x() - y());
      case Op::MulFloat: return give(x() * y());
      case Op::DivFloat: return give(x() / y());
      case Op::NegFloat: return give(-x());
      case Op::AbsFloat: return give(std::fabs(x()));
      case Op::SqrtFloat: return give(std::sqrt(x()));
      case Op::FloorFloat: return give(std::floor(x()));
      case Op::CeilFloat: return give(std::ceil(x()));
      case Op::TruncFloat: return give(std::trunc(x()));
      case Op::CallPure: return call_pure(n);
      case Op::IntToFloat: return give(f64(a()));
      case Op::FloatToInt: return x() >= -0x1p63 && x() < 0x1p63 && f64(i64(x())) == x() ? give(i64(x())) : leave(n);
      case Op::TruncToInt: return give(x() >= -0x1p63 && x() < 0x1p63 ? i64(x()) : INT64_MIN);
      case Op::EqInt:
      case Op::EqPtr:
      case Op::EqBoxed: return give(a() == b());
      case Op::LtInt: return give(a() < b());
      case Op::LeInt: return give(a() <= b());
      case Op::BelowInt: return give(u64(a()) < u64(b()));
      case Op::EqFloat: return give(x() == y());
      case Op::LtFloat: return give(x() < y());
      case Op::LeFloat: return give(x() <= y());
      case Op::NotBool: return give(!a());
      case Op::Select: return give(a() ? value(in(1)) : value(in(2)));
      case Op::BoxInt: return give(vm_.integer(a()).bits);
      case Op::BoxSmallInt: return give(Value::small_int(a()).bits);
      case Op::BoxFloat:
      case Op::BoxBits:
      case Op::UnboxBits:
      case Op::UnboxFloat:
      case Op::FloatBits: return give(value(in(0)));
      case Op::BoxBool: return give(Value::boolean(a()).bits);
      case Op::BoxPtr: return give(n->imm | value(in(0)));
      case Op::GuardInt: return v().is_int() ? give(v().as_int()) : leave(n);
      case Op::GuardFloat: return v().is_double() ? give(v().bits) : leave(n);
      case Op::GuardNumber:
        if (v().is_double()) return give(v().bits);
        return v().is_small_int() ? give(f64(v().as_small_int())) : leave(n);
      case Op::GuardTag: return (v().bits >> 48) == (n->imm >> 48) ? give(v().bits & vm::kPointerMask) : leave(n);
      case Op::GuardEqual:
      case Op::GuardPtr: return value(in(0)) == n->imm || leave(n);
      case Op::GuardShape: return read_memory(ir::Memory::kPtr, value(in(0)) + n->aux) == n->imm || leave(n);
      case Op::GuardTrue: return a() || leave(n);
      case Op::GuardFalse: return !a() || leave(n);
      case Op::BoundsCheck: return u64(a()) < u64(b()) || leave(n);
      case Op::UnboxInt: return give(v().as_small_int());
      case Op::UnboxPtr: return give(v().bits & vm::kPointerMask);
      case Op::IsFalsy: return give(v().is_falsy());
      case Op::HasTag: return give((v().bits >> 48) == (n->imm >> 48));
      case Op::IsFloat: return give(v().is_double());
      case Op::IsSmallInt: return give(v().is_small_int());
      case Op::Load: return give(read_memory(n->memory, value(in(0)) + n->imm));
      case Op::LoadIndexed: return give(read_memory(n->memory, value(in(0)) + value(in(1)) * 8 + n->imm));
      case Op::LoadByte: return give(read_memory(ir::Memory::kU8, value(in(0)) + value(in(1)) + n->imm));
      case Op::HashFind: {
        const auto* hash = reinterpret_cast<const vm::HashPart*>(value(in(0)));
        const vm::HashEntry* entry = hash ? vm::hash_find_identical(hash, Value(value(in(2)))) : nullptr;
        return give(entry ? reinterpret_cast<u64>(entry) : n->imm);
      }
      case Op::Store: return store(n->memory, value(in(0)) + n->imm, value(in(1)));
      case Op::StoreIndexed: return store(n->memory, value(in(0)) + value(in(1)) * 8 + n->imm, value(in(2)));
      case Op::LoadGlobal: return give(*reinterpret_cast<const u64*>(n->imm));
      case Op::StoreGlobal: return store(ir::Memory::kBoxed, n->imm, value(in(0)));
      case Op::Barrier: vm_.heap().barrier(reinterpret_cast<vm::CellHeader*>(value(in(0)))); return true;
      case Op::GrowArray: {
        auto* table = reinterpret_cast<vm::Table*>(value(in(0)));
        if (read_memory(ir::Memory::kU32, value(in(0)) + n->imm) > u64(b())) return true;
        return vm::table_reserve_array(vm_, table, usize(table->array_length) + 1) || leave(n);
      }
      case Op::NewObject: return give(new_object(n));
      case Op::NewCell: return give(new_cell(n));
      case Op::CallRuntime: return call_runtime(n);
      case Op::Call: return call(n);
      case Op::Interpret: return interpret(n);
      case Op::Poll: return true;
      case Op::Exit: return leave(n);
      case Op::Return:
        for (ir::Node* r : n->inputs) result_.results.push_back(Value(value(r)));
        end(MachineResult::End::kReturned, n);
        return false;
      default: end(MachineResult::End::kUnsupported, n); return false;
    }
  }

  static bool store(ir::Memory memory, u64 address, u64 bits) {
    if (memory == ir::Memory::kU8) {
      *reinterpret_cast<u8*>(address) = u8(bits);
    } else if (memory == ir::Memory::kU32) {
      *reinterpret_cast<u32*>(address) = u32(bits);
    } else {
      *reinterpret_cast<u64*>(address) = bits;
    }
    return true;
  }

  bool call_pure(ir::Node* n) {
    if (n->type == ir::Type::F64 && n->inputs.size() == 1 && n->inputs[0]->type == ir::Type::F64) {
      return set(n, std::bit_cast<u64>(reinterpret_cast<f64 (*)(f64)>(n->imm)(number(n->inputs[0]))));
    }
    if (n->type == ir::Type::F64 && n->inputs.size() == 2 && n->inputs[0]->type == ir::Type::F64) {
      const f64 r = reinterpret_cast<f64 (*)(f64, f64)>(n->imm)(number(n->inputs[0]), number(n->inputs[1]));
      return set(n, std::bit_cast<u64>(r));
    }
    end(MachineResult::End::kUnsupported, n);
    return false;
  }

  bool set(ir::Node* n, u64 bits) {
    values_[n] = bits;
    return true;
  }

  u64 new_object(ir::Node* n) {
    const ir::ObjectTemplate& made = (*templates_)[n->imm];
    auto* t = vm_.heap().allocate_cell<vm::Table>(vm::CellKind::kTable, made.size);
    std::memcpy(static_cast<void*>(t), &made.header, sizeof made.header);
    t->shape = reinterpret_cast<vm::Shape*>(made.shape);
    for (u32 i = 0; i < made.field_count; i++) t->slots[i] = i < n->inputs.size() ? vm::Value(value(n->inputs[i])) : vm::Value(made.rest);
    return reinterpret_cast<u64>(t);
  }

  u64 new_cell(ir::Node* n) {
    auto* cell = vm_.heap().allocate_cell<vm::Variable>(vm::CellKind::kVariable);
    cell->value = vm::Value(value(n->inputs[0]));
    return reinterpret_cast<u64>(cell);
  }

  bool call_runtime(ir::Node* n) {
    u64 p[4] = {};
    for (usize i = 0; i < n->inputs.size(); i++) p[i] = value(n->inputs[i]);
    publish(n);
    const vm::Value r = reinterpret_cast<vm::Value (*)(vm::Vm*, u64, u64, u64, u64)>(n->imm)(&vm_, p[0], p[1], p[2], p[3]);
    if (r.is_raised()) {
      end(MachineResult::End::kRaised, n);
      return false;
    }
    return set(n, r.bits);
  }

  // As in the interpreter, for the innermost frame; inlined frames' headers are not written.
  void publish(ir::Node* n) {
    const ir::SnapshotFrame& frame = n->snapshot->frames[0];
    const auto* prototype = static_cast<const vm::Prototype*>(frame.prototype);
    vm_.frame_base = base_;
    vm_.frame_pc = prototype->code + frame.pc + 1;
    vm_.top = base_ + 400;
  }

  // Of the instructions that are run by their handlers, those that tests use.
  bool interpret(ir::Node* n) {
    const ir::SnapshotFrame& frame = n->snapshot->frames.back();
    const auto* prototype = static_cast<const vm::Prototype*>(frame.prototype);
    const bytecode::Instruction in = prototype->code[frame.pc];
    vm::Value* registers = base_ + frame.base;
    publish(n);
    if (in.op() == bytecode::Op::CLOSURE) {
      auto* inner = reinterpret_cast<vm::Prototype*>(prototype->constants[in.wide()].bits);
      registers[in.a()] = vm::Value::function(vm::make_closure(vm_, inner, registers));
    } else if (in.op() == bytecode::Op::CONCAT) {
      registers[in.a()] = vm::generic_concat(vm_, registers + in.b(), in.c());
    } else if (in.op() == bytecode::Op::SETLIST) {
      return vm::table_extend_array(vm_, registers[in.a()].as_table(), 0, registers + in.a() + 1, in.b() - 1);
    } else {
      end(MachineResult::End::kUnsupported, n);
      return false;
    }
    return true;
  }

  bool call(ir::Node* n) {
    const u64 count = n->imm >> 32;
    vm::Value* slot = base_ + i32(n->aux);
    std::vector<vm::Value> arguments(slot + 2, slot + 2 + count);
    publish(n);
    const i64 results = vm_.call_multi(vm::Value(value(n->inputs[0])), arguments);
    if (results < 0) {
      end(MachineResult::End::kRaised, n);
      return false;
    }
    const u32 wanted = u32(n->imm);
    if (wanted == 0) {
      for (i64 i = 0; i < results; i++) slot[i] = vm_.top[i];
      vm_.top = slot + results;
      return set(n, slot[0].bits);
    }
    for (u32 i = 0; i + 1 < wanted; i++) slot[i] = i64(i) < results ? vm_.top[i] : vm::Value::nil();
    return set(n, slot[0].bits);
  }

 public:
  void use_templates(const std::vector<ir::ObjectTemplate>& templates) { templates_ = &templates; }

 private:
  vm::Vm& vm_;
  vm::Value* base_;
  std::unordered_map<ir::Node*, u64> values_;
  const std::vector<ir::ObjectTemplate>* templates_ = nullptr;
  MachineResult result_;
};

}  // namespace gs::jit::region
