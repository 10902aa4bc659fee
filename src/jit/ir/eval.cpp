// Runs a function node by node.
#include "jit/ir/eval.hpp"

#include <bit>

#include "jit/ir/compute.hpp"
#include "jit/ir/edit.hpp"
#include "jit/ir/eval_memory.hpp"
#include "jit/ir/uses.hpp"
#include "prim/arith.hpp"
#include "vm/object/value.hpp"

namespace gs::jit::ir {

namespace {

constexpr u32 kDepthLimit = 6;  // of comparing objects by content

f64 as_float(u64 bits) { return std::bit_cast<f64>(bits); }
u64 bits_of(f64 value) { return vm::Value::number(value).bits; }

class Evaluator {
 public:
  Evaluator(const Function& function, const EvalInput& input)
      : function_(function), input_(input), memory_(input.seed), values_(function.node_count()) {
    for (const auto& [slot, bits] : input.slots) memory_.store(Alias::Frame, u64(slot) * 8, Memory::kBoxed, bits);
  }

  EvalResult run() {
    const Block* block = function_.blocks[0];
    while (block) {
      if (block->entry_snapshot) result_.states.insert(state_of(block->entry_snapshot));
      block = run_block(block);
    }
    return std::move(result_);
  }

 private:
  u64 value(const Node* n) const { return values_[n->id]; }

  const Block* run_block(const Block* block) {
    for (const Node* n = first_after_phis(block); n; n = n->next) {
      if (++steps_ > input_.step_limit) return finish(EvalEnd::kStepLimit, n);
      if (n->is(kExits)) result_.states.insert(state_of(n->snapshot));
      exits_ = n->op == Op::Exit;
      values_[n->id] = run_node(n);
      if (exits_) {
        result_.state = state_of(n->snapshot);
        return finish(EvalEnd::kExited, n);
      }
    }
    const Node* last = block->last;
    if (last->op == Op::Jump) return enter(block, block->successors[0]);
    if (last->op == Op::Branch) return enter(block, block->successors[value(last->input(0)) ? 0 : 1]);
    result_.state = memory_.hash();
    for (const Node* n : last->inputs) {
      result_.results.push_back(box(n, 0));
      result_.state = mix(result_.state, content(result_.results.back(), 0));
    }
    return finish(EvalEnd::kReturned, last);
  }

  const Block* finish(EvalEnd end, const Node* at) {
    result_.end = end;
    result_.exit_node = at->id;
    return nullptr;
  }

  // Phis take their operands all at once.
  const Block* enter(const Block* from, const Block* to) {
    const u32 index = to->predecessor_index(from);
    std::vector<u64> taken;
    for (const Node* n = to->first; is_phi(n); n = n->next) taken.push_back(value(n->input(index)));
    usize i = 0;
    for (const Node* n = to->first; is_phi(n); n = n->next) values_[n->id] = taken[i++];
    return to;
  }

  u64 box_int(i64 v) {
    if (vm::Value::fits_inline(v)) return vm::Value::small_int(v).bits;
    const u64 address = mix(u64(v), 77) & (vm::kPointerMask >> 1);
    boxed_ints_[address] = v;
    return vm::kTagBoxedInt | address;
  }

  u64 box(const Node* n, u64 tag) {
    const u64 bits = value(n);
    switch (n->type) {
      case Type::I64: return box_int(i64(bits));
      case Type::F64: return bits_of(as_float(bits));
      case Type::Bool: return vm::kFalseBits + bits;
      case Type::Ptr: return tag | bits;
      default: return bits;
    }
  }

  // What a value is, whatever address it has.
  u64 content(u64 bits, u32 depth) {
    const u64 address = bits & vm::kPointerMask;
    const EvalMemory::Object* object = memory_.object_of(bits);
    if (!object || depth == kDepthLimit) return object ? 1 : bits;
    if (object->is_cell)
      return mix(2, content(memory_.load(Alias::Cells, address + object->offset, Memory::kBoxed), depth + 1));
    const ObjectTemplate& info = function_.templates[object->template_index];
    u64 hash = memory_.load(Alias::Shape, address + info.shape_offset, Memory::kPtr);
    for (u32 i = 0; i < info.field_count; i++) {
      hash = mix(hash,
                 content(memory_.load(Alias::Fields, address + info.fields_offset + i * 8, Memory::kBoxed), depth + 1));
    }
    return hash;
  }

  // The same for a value of a snapshot, which may be virtual.
  u64 content_of(const Node* n, u64 tag, u32 depth) {
    if (n->op == Op::BoxPtr && !n->block) return content_of(n->input(0), n->imm, depth);
    if (!is_virtual(n)) return content(box(n, tag), depth);
    if (depth == kDepthLimit) return 1;
    if (n->op == Op::VirtualCell) return mix(2, content_of(n->input(0), 0, depth + 1));
    const ObjectTemplate& info = function_.templates[n->imm];
    u64 hash = info.shape;
    for (u32 i = 0; i < info.field_count; i++) {
      hash = mix(hash, i < n->inputs.size() ? content_of(n->input(i), 0, depth + 1) : info.rest);
    }
    return hash;
  }

  u64 state_of(const Snapshot* snapshot) {
    u64 change = 0;
    u64 hash = 0;
    const auto write = [&](const SnapshotEntry& entry, Alias space, u64 address) {
      if (is_virtual(entry.value) || memory_.object_of(box(entry.value, entry.tag))) {
        hash = mix(hash, mix(address, content_of(entry.value, entry.tag, 0)));
        change ^= memory_.change_of(space, address, 0);
      } else {
        change ^= memory_.change_of(space, address, box(entry.value, entry.tag));
      }
    };
    for (const SnapshotEntry& entry : snapshot->registers) write(entry, Alias::Frame, u64(entry.place) * 8);
    for (const SnapshotEntry& entry : snapshot->globals) write(entry, Alias::Globals, u64(entry.place));
    hash = mix(hash, memory_.hash_with(change));
    for (const SnapshotFrame& frame : snapshot->frames) {
      hash = mix(hash, mix(frame.pc, u64(i64(frame.base))));
      if (frame.function) hash = mix(hash, content_of(frame.function, 0, 0));
    }
    return hash;
  }

  u64 leave_unless(bool condition, u64 result = 0) {
    exits_ |= !condition;
    return result;
  }

  bool as_int(u64 bits, i64& result) {
    const vm::Value boxed(bits);
    if (boxed.is_small_int()) {
      result = boxed.as_small_int();
    } else if (boxed.is_boxed_int()) {
      result = boxed_ints_[bits & vm::kPointerMask];
    }
    return boxed.is_int();
  }

  u64 call(const Node* n) {
    u64 hash = mix(n->imm, n->aux);
    for (const Node* input : n->inputs) hash = mix(hash, content_of(input, 0, 0));
    if (n->op == Op::CallPure) return plausible(n->type, hash);
    hash = mix(hash, memory_.hash());
    memory_.scramble(hash);
    return plausible(n->type, hash);
  }

  u64 address_of(const Node* n) const {
    const u64 base = value(n->input(0));
    if (n->op == Op::Load || n->op == Op::Store) return base + n->imm;
    return base + n->imm + value(n->input(1)) * (n->op == Op::LoadByte ? 1 : 8);
  }

  u64 new_object(const Node* n) {
    const ObjectTemplate& info = function_.templates[n->imm];
    const u64 address = memory_.allocate({u32(n->imm), false, 0});
    memory_.store(Alias::Shape, address + info.shape_offset, Memory::kPtr, info.shape);
    for (u32 i = 0; i < info.field_count; i++) {
      const u64 bits = i < n->inputs.size() ? box(n->input(i), 0) : info.rest;
      memory_.store(Alias::Fields, address + info.fields_offset + i * 8, Memory::kBoxed, bits);
    }
    return address;
  }

  u64 new_cell(const Node* n) {
    const u64 address = memory_.allocate({0, true, u32(n->imm)});
    memory_.store(Alias::Cells, address + n->imm, Memory::kBoxed, value(n->input(0)));
    return address;
  }

  u64 run_node(const Node* n) {
    const u64 a = n->inputs.size() > 0 ? value(n->input(0)) : 0;
    const u64 b = n->inputs.size() > 1 ? value(n->input(1)) : 0;
    i64 whole = 0;
    switch (n->op) {
      case Op::Phi: return 0;
      case Op::Param:
        return n->imm < input_.parameters.size() ? input_.parameters[n->imm]
                                                 : plausible(n->type, mix(input_.seed, n->imm));
      case Op::LoadSlot: return memory_.load(Alias::Frame, n->imm * 8, Memory::kBoxed);
      case Op::StoreSlot: return memory_.store(Alias::Frame, n->imm * 8, Memory::kBoxed, a), 0;
      case Op::Copy: return a;

      case Op::FloatToInt: return leave_unless(prim::to_int_exact(as_float(a), whole), u64(whole));
      case Op::Select: return a ? b : value(n->input(2));
      case Op::BoxInt:
      case Op::BoxSmallInt: return box_int(i64(a));

      case Op::GuardInt: return leave_unless(as_int(a, whole), u64(whole));
      case Op::GuardFloat: return leave_unless(vm::Value(a).is_double(), a);
      case Op::GuardNumber:
        if (vm::Value(a).is_double()) return a;
        return leave_unless(as_int(a, whole), std::bit_cast<u64>(f64(whole)));
      case Op::GuardTag: return leave_unless(a >> 48 == n->imm >> 48, a & vm::kPointerMask);
      case Op::GuardEqual:
      case Op::GuardPtr: return leave_unless(a == n->imm);
      case Op::GuardShape: return leave_unless(memory_.load(Alias::Shape, a + n->aux, Memory::kPtr) == n->imm);
      case Op::GuardTrue: return leave_unless(a);
      case Op::GuardFalse: return leave_unless(!a);
      case Op::BoundsCheck: return leave_unless(a < b);
      case Op::UnboxInt: return as_int(a, whole) ? u64(whole) : 0;

      case Op::Load:
      case Op::LoadIndexed: return memory_.load(n->alias, address_of(n), n->memory);
      case Op::HashFind: return memory_.load(Alias::Hash, mix(a, value(n->input(2))) & ~u64{7}, Memory::kPtr);
      case Op::LoadByte: return memory_.load(n->alias, address_of(n), Memory::kU8);
      case Op::Store:
      case Op::StoreIndexed: return memory_.store(n->alias, address_of(n), n->memory, value(n->inputs.back())), 0;
      case Op::LoadGlobal: return memory_.load(Alias::Globals, n->imm, Memory::kBoxed);
      case Op::StoreGlobal: return memory_.store(Alias::Globals, n->imm, Memory::kBoxed, a), 0;
      case Op::NewObject: return new_object(n);
      case Op::NewCell: return new_cell(n);

      case Op::CallPure:
      case Op::CallRuntime:
      case Op::Interpret:
      case Op::Call:
      case Op::CallDirect: return call(n);
      default: return compute(n->op, n->imm, a, b).value_or(0);
    }
  }

  const Function& function_;
  const EvalInput& input_;
  EvalMemory memory_;
  std::vector<u64> values_;  // by node id
  std::unordered_map<u64, i64> boxed_ints_;
  EvalResult result_;
  u32 steps_ = 0;
  bool exits_ = false;
};

}  // namespace

EvalResult evaluate(const Function& function, const EvalInput& input) { return Evaluator(function, input).run(); }

bool agrees(const EvalResult& before, const EvalResult& after) {
  if (before.end == EvalEnd::kStepLimit || after.end == EvalEnd::kStepLimit) return true;
  if (after.end == EvalEnd::kExited) return before.states.contains(after.state);
  return before.end == EvalEnd::kReturned && before.state == after.state;
}

std::string EvalResult::text() const {
  std::string result = end == EvalEnd::kReturned ? "returned"
                       : end == EvalEnd::kExited ? "exited at v" + std::to_string(exit_node)
                                                 : "ran on";
  for (u64 bits : results) {
    const vm::Value value(bits);
    result += value.is_small_int() ? " " + std::to_string(value.as_small_int())
              : value.is_double()  ? " " + std::to_string(value.as_double())
                                   : " #" + std::to_string(bits);
  }
  return result;
}

}  // namespace gs::jit::ir
