// The reference interpreter of the random tests.
#include "jit/backend/reference.hpp"

#include <bit>
#include <cmath>
#include <cstring>

#include "jit/ir/compute.hpp"

namespace gs::jit::backend {

namespace {

using ir::Node;
using ir::Op;
using ir::Type;

class Reference {
 public:
  Reference(ir::Function& function, Machine& machine) : function_(function), m_(machine), values_(function.node_count()) {}

  ReferenceResult run() {
    ir::Block* block = function_.blocks.front();
    ir::Block* from = nullptr;
    for (u32 steps = 0; block; steps++) {
      if (steps > 100000) {
        result_.is_stuck = true;
        return result_;
      }
      enter(block, from);
      from = block;
      block = execute(block);
    }
    return result_;
  }

 private:
  u64 get(Node* n) {
    n = resolve(n);
    return n->op == Op::ConstBool ? n->imm != 0 : n->is_constant() ? n->imm : values_[n->id];
  }

  void enter(ir::Block* block, ir::Block* from) {
    std::vector<std::pair<Node*, u64>> phis;
    for (Node* n = block->first; n && n->op == Op::Phi; n = n->next) {
      phis.push_back({n, get(n->inputs[block->predecessor_index(from)])});
    }
    for (auto& [phi, value] : phis) values_[phi->id] = value;
  }

  ir::Block* execute(ir::Block* block) {
    for (Node* n = block->first; n; n = n->next) {
      if (n->op == Op::Phi) continue;
      if (n->op == Op::Jump) return block->successors[0];
      if (n->op == Op::Branch) return block->successors[get(n->inputs[0]) ? 0 : 1];
      if (!step(n)) return nullptr;
    }
    return nullptr;
  }

  u64 boxed(Node* value, u64 tag) {
    u64 bits = get(value);
    switch (resolve(value)->type) {
      case Type::I64: return box(i64(bits));
      case Type::Bool: return kFalseBits + bits;
      case Type::Ptr: return tag | bits;
      default: return bits;
    }
  }

  u64 box(i64 v) { return u64(v) + kIntBias < 2 * kIntBias ? int_value(v) : m_.box(v); }

  bool leave(Node* n) {
    result_.exited = true;
    result_.exit_node = n->id;
    std::vector<std::pair<i64, u64>> registers;
    for (const ir::SnapshotEntry& e : n->snapshot->registers) registers.push_back({e.place, boxed(e.value, e.tag)});
    for (auto& [place, bits] : registers) m_.slot(place) = bits;
    return false;
  }

  bool guard(Node* n, bool holds, u64 value) {
    if (!holds) return leave(n);
    values_[n->id] = value;
    return true;
  }

  static u64 load(u64 address, ir::Memory kind) {
    u64 bits = 0;
    std::memcpy(&bits, reinterpret_cast<void*>(address), kind == ir::Memory::kU8 ? 1 : kind == ir::Memory::kU32 ? 4 : 8);
    return bits;
  }
  static void store(u64 address, ir::Memory kind, u64 bits) {
    std::memcpy(reinterpret_cast<void*>(address), &bits, kind == ir::Memory::kU8 ? 1 : kind == ir::Memory::kU32 ? 4 : 8);
  }

  u64 call(Node* n) {
    std::vector<u64> general;
    std::vector<f64> floats;
    for (Node* input : n->inputs) {
      if (resolve(input)->type == Type::F64) {
        floats.push_back(std::bit_cast<f64>(get(input)));
      } else {
        general.push_back(get(input));
      }
    }
    if (n->op == Op::CallRuntime) general.insert(general.begin(), u64(&m_.vm));
    general.resize(3);
    floats.resize(2);
    if (n->type == Type::F64) {
      return std::bit_cast<u64>(
          reinterpret_cast<f64 (*)(u64, u64, u64, f64, f64)>(n->imm)(general[0], general[1], general[2], floats[0], floats[1]));
    }
    return reinterpret_cast<u64 (*)(u64, u64, u64, f64, f64)>(n->imm)(general[0], general[1], general[2], floats[0], floats[1]);
  }

  bool step(Node* n) {
    u64 a = n->inputs.size() > 0 ? get(n->inputs[0]) : 0;
    u64 b = n->inputs.size() > 1 ? get(n->inputs[1]) : 0;
    u64& out = values_[n->id];
    switch (n->op) {
      case Op::LoadSlot: out = m_.slot(i64(n->imm)); return true;
      case Op::StoreSlot: m_.slot(i64(n->imm)) = a; return true;
      case Op::Select: out = get(n->inputs[a ? 1 : 2]); return true;
      case Op::Load: out = load(a + n->imm, n->memory); return true;
      case Op::LoadIndexed: out = load(a + b * 8 + n->imm, n->memory); return true;
      case Op::LoadByte: out = load(a + b + n->imm, ir::Memory::kU8); return true;
      case Op::Store: store(a + n->imm, n->memory, b); return true;
      case Op::StoreIndexed: store(a + b * 8 + n->imm, n->memory, get(n->inputs[2])); return true;
      case Op::BoxInt: out = box(i64(a)); return true;
      case Op::CallPure:
      case Op::CallRuntime: out = call(n); return true;
      case Op::Call:
        m_.on_call(m_.base(), n->snapshot->frames.back().pc);
        out = m_.slot(n->aux);
        return true;
      case Op::Poll: return true;
      case Op::Barrier: reinterpret_cast<u8*>(a)[1] = reinterpret_cast<u8*>(a)[1] ? 2 : 0; return true;
      case Op::GuardInt:
        if (a >= kTagInt) return guard(n, true, a + kIntBias);
        return guard(n, a >= kTagBoxedInt, a >= kTagBoxedInt ? load((a & kPointerMask) + 8, ir::Memory::kI64) : 0);
      case Op::GuardFloat: return guard(n, a <= kMaxDouble, a);
      case Op::GuardNumber:
        if (a >= kTagInt) return guard(n, true, std::bit_cast<u64>(f64(i64(a + kIntBias))));
        return guard(n, a <= kMaxDouble, a);
      case Op::GuardTag: return guard(n, a >> 48 == n->imm >> 48, a & kPointerMask);
      case Op::GuardTrue: return guard(n, a, 0);
      case Op::GuardFalse: return guard(n, !a, 0);
      case Op::GuardEqual:
      case Op::GuardPtr: return guard(n, a == n->imm, 0);
      case Op::GuardShape: return guard(n, load(a + n->aux, ir::Memory::kI64) == n->imm, 0);
      case Op::BoundsCheck: return guard(n, a < b, 0);
      case Op::FloatToInt: {
        f64 x = std::bit_cast<f64>(a);
        bool exact = x >= -0x1p63 && x < 0x1p63 && std::floor(x) == x;
        return guard(n, exact, exact ? u64(i64(x)) : 0);
      }
      case Op::Exit: return leave(n);
      case Op::Return: {
        std::vector<u64> results;
        for (Node* input : n->inputs) results.push_back(get(input));
        for (usize i = 0; i < results.size(); i++) m_.slot(i64(i) - 2) = results[i];
        result_.returned = results.size();
        return false;
      }
      default: {
        std::optional<u64> bits = ir::compute(n->op, n->imm, a, b);
        if (!bits) std::abort();
        out = *bits;
        return true;
      }
    }
  }

  ir::Function& function_;
  Machine& m_;
  std::vector<u64> values_;
  ReferenceResult result_;
};

}  // namespace

ReferenceResult run_reference(ir::Function& function, Machine& machine) { return Reference(function, machine).run(); }

bool is_same_value(u64 a, u64 b) {
  if (a == b) return true;
  if (a >> 48 == kTagBoxedInt >> 48 && b >> 48 == kTagBoxedInt >> 48) {
    return reinterpret_cast<u64*>(a & kPointerMask)[1] == reinterpret_cast<u64*>(b & kPointerMask)[1];
  }
  f64 x = std::bit_cast<f64>(a), y = std::bit_cast<f64>(b);
  return a <= kMaxDouble && b <= kMaxDouble && x != x && y != y;
}

}  // namespace gs::jit::backend
