// Random functions: structured control with loops, values of every type, memory, guards that fail now and then, calls. Machine code must do to
// frame and memory what the reference does.
#include <gtest/gtest.h>

#include <bit>
#include <cmath>
#include <random>

#include "jit/backend/reference.hpp"
#include "jit/ir/edit.hpp"
#include "jit/ir/printer.hpp"
#include "jit/ir/verifier.hpp"

namespace gs::jit::backend {
namespace {

using ir::Block;
using ir::Node;
using ir::Op;
using ir::Type;

constexpr u32 kWords = 32;
u64 memory[kWords];
u64 initial_memory[kWords];

i64 mix_ints(u64 a, u64 b) { return i64(a * 31 + b); }
f64 mix_floats(u64, u64, u64, f64 a, f64 b) { return a * 0.5 + b; }
i64 touch(FakeVm* vm, u64 a, u64 b) {
  memory[a % kWords] += b & 0xFF;
  return i64(a ^ b) + (vm->machine ? 1 : 0);
}

class Generator {
 public:
  explicit Generator(u32 seed) : random_(seed) {}

  std::unique_ptr<ir::Function> make() {
    f_ = std::make_unique<ir::Function>();
    block_ = f_->add_block();
    pointer_ = add(Op::ConstPtr, {}, u64(memory));
    for (i64 v : {0ll, 1ll, -1ll, 7ll, 1000ll, 0x123456789All, -5ll}) pools_[u8(Type::I64)].push_back(add(Op::ConstInt, {}, u64(v)));
    for (f64 v : {0.0, 1.5, -2.25, 1e10}) pools_[u8(Type::F64)].push_back(add(Op::ConstFloat, {}, std::bit_cast<u64>(v)));
    pools_[u8(Type::Bool)].push_back(add(Op::LtInt, {pick(Type::I64), pick(Type::I64)}));
    for (u32 i = 0; i < 4; i++) pools_[u8(Type::Boxed)].push_back(add(Op::LoadSlot, {}, i));
    statements(2 + below(4), 0);
    std::vector<Node*> results;
    for (u32 n = below(4); n; n--) results.push_back(any_boxed());
    Node* end = f_->make_span(Op::Return, Type::Void, results);
    block_->append(end);
    ir::order_blocks(*f_);
    return std::move(f_);
  }

 private:
  u32 below(u32 n) { return u32(random_() % n); }
  Node* pick(Type type) { return pools_[u8(type)][below(u32(pools_[u8(type)].size()))]; }
  // Recent values more often: long dependency chains.
  Node* recent(Type type) {
    auto& pool = pools_[u8(type)];
    u32 n = u32(pool.size());
    return below(2) ? pool[n - 1 - below(std::min(n, 4u))] : pick(type);
  }

  Node* add(Op op, std::initializer_list<Node*> inputs, u64 imm = 0, u32 aux = 0) {
    Node* n = f_->make(op, ir::Function::default_type(op), inputs, imm, aux);
    return append(n);
  }
  Node* append(Node* n) {
    if (n->is(ir::kExits) || n->is(ir::kFrames)) n->snapshot = snapshot();
    block_->append(n);
    if (n->has_result() && n->type != Type::Ptr) pools_[u8(n->type)].push_back(n);
    return n;
  }

  ir::Snapshot* snapshot() {
    std::vector<ir::SnapshotEntry> registers;
    for (i64 place = 8; place < 16; place++) {
      if (below(2)) continue;
      Type type = Type(1 + below(5));
      if (type == Type::Ptr) {
        registers.push_back({place, pointer_, 0xFFFBull << 48});
      } else {
        registers.push_back({place, pick(type)});
      }
    }
    ir::SnapshotFrame frame{reinterpret_cast<const void*>(1), nullptr, ++pc_, 0};
    return f_->make_snapshot(std::span(&frame, 1), registers, {});
  }

  Node* any_boxed() {
    switch (below(4)) {
      case 0: return add(Op::BoxInt, {pick(Type::I64)});
      case 1: return add(Op::BoxFloat, {pick(Type::F64)});
      case 2: return add(Op::BoxBool, {pick(Type::Bool)});
      default: return pick(Type::Boxed);
    }
  }

  Node* masked(u32 bits) { return add(Op::AndInt, {recent(Type::I64), add(Op::ConstInt, {}, (1u << bits) - 1)}); }

  void int_op() {
    static constexpr Op kOps[] = {Op::AddInt, Op::SubInt, Op::MulInt, Op::MulHighInt, Op::AndInt, Op::OrInt, Op::XorInt, Op::AddInt, Op::SubInt};
    Node* a = recent(Type::I64);
    Node* b = recent(Type::I64);
    switch (below(14)) {
      case 0: add(Op::NegInt, {a}); return;
      case 1: add(below(2) ? Op::ShlInt : below(2) ? Op::ShrInt : Op::ShrLogicalInt, {a, masked(6)}); return;
      case 2: add(below(2) ? Op::ShlInt : below(2) ? Op::ShrInt : Op::ShrLogicalInt, {a, add(Op::ConstInt, {}, below(64))}); return;
      case 3: add(below(2) ? Op::DivInt : Op::RemInt, {a, add(Op::OrInt, {b, add(Op::ConstInt, {}, 1)})}); return;
      case 4: add(below(2) ? Op::DivInt : Op::RemInt, {a, add(Op::ConstInt, {}, below(20) + 1)}); return;
      case 5: add(below(2) ? Op::AddInt : Op::MulInt, {a, add(Op::ConstInt, {}, u64(i64(below(2000)) - 1000))}); return;
      case 6: select(Type::I64); return;
      case 7: add(Op::AndInt, {a, add(Op::ConstInt, {}, below(2) ? 0xFF : 0xFFFF'FFFF)}); return;
      default: add(kOps[below(std::size(kOps))], {a, b}); return;
    }
  }

  void select(Type type) {
    append(f_->make(Op::Select, type, {recent(Type::Bool), recent(type), recent(type)}));
  }

  void float_op() {
    static constexpr Op kOps[] = {Op::AddFloat, Op::SubFloat, Op::MulFloat, Op::DivFloat};
    static constexpr Op kUnary[] = {Op::NegFloat, Op::AbsFloat, Op::SqrtFloat, Op::FloorFloat, Op::CeilFloat, Op::TruncFloat};
    Node* a = recent(Type::F64);
    switch (below(10)) {
      case 0:
      case 1: add(kUnary[below(std::size(kUnary))], {a}); return;
      case 2: add(Op::IntToFloat, {recent(Type::I64)}); return;
      case 3: select(Type::F64); return;
      case 4: {
        Node* b = recent(Type::F64);
        Node* less = add(Op::LtFloat, {a, b});
        append(below(2) ? f_->make(Op::Select, Type::F64, {less, a, b}) : f_->make(Op::Select, Type::F64, {less, b, a}));
        return;
      }
      default: add(kOps[below(std::size(kOps))], {a, recent(Type::F64)}); return;
    }
  }

  void bool_op() {
    static constexpr Op kInts[] = {Op::EqInt, Op::LtInt, Op::LeInt, Op::BelowInt};
    static constexpr Op kFloats[] = {Op::EqFloat, Op::LtFloat, Op::LeFloat};
    switch (below(8)) {
      case 6: {
        Node* mask = below(3) ? add(Op::ConstInt, {}, 1ull << below(40)) : recent(Type::I64);
        Node* masked_value = add(Op::AndInt, {below(2) ? recent(Type::I64) : narrow_load(), mask});
        append(f_->make(Op::EqInt, Type::Bool, {masked_value, add(Op::ConstInt, {}, 0)}));
        return;
      }
      case 7: {
        Node* loaded = narrow_load();
        add(kInts[below(4)], {loaded, add(Op::ConstInt, {}, u64(i64(below(300)) - 20))});
        return;
      }
      case 0: add(Op::NotBool, {recent(Type::Bool)}); return;
      case 1: add(kFloats[below(3)], {recent(Type::F64), recent(Type::F64)}); return;
      case 2: add(below(2) ? Op::IsFalsy : below(2) ? Op::IsFloat : Op::IsSmallInt, {recent(Type::Boxed)}); return;
      case 3: add(Op::HasTag, {recent(Type::Boxed)}, kTagBoxedInt); return;
      case 4: add(Op::EqBoxed, {recent(Type::Boxed), recent(Type::Boxed)}); return;
      default: add(kInts[below(4)], {recent(Type::I64), recent(Type::I64)}); return;
    }
  }

  Node* narrow_load() {
    Node* n = f_->make(Op::Load, Type::I64, {pointer_}, below(kWords * 8 - 8));
    n->memory = below(2) ? ir::Memory::kU8 : ir::Memory::kU32;
    n->alias = ir::Alias::Elements;
    return append(n);
  }

  void memory_op() {
    Node* n = nullptr;
    ir::Memory kind = ir::Memory::kI64;
    switch (below(9)) {
      case 0: add(Op::StoreSlot, {any_boxed()}, 16 + below(4)); return;
      case 1: add(Op::LoadSlot, {}, below(4)); return;
      case 2: n = f_->make(Op::Load, Type::I64, {pointer_}, below(kWords) * 8); break;
      case 3: n = f_->make(Op::LoadIndexed, Type::I64, {pointer_, masked(4)}, 16); break;
      case 4: n = f_->make(Op::Store, Type::Void, {pointer_, recent(Type::I64)}, below(kWords) * 8); break;
      case 5: n = f_->make(Op::StoreIndexed, Type::Void, {pointer_, masked(4), recent(Type::I64)}, 8); break;
      case 6:
        n = f_->make(Op::Load, Type::I64, {pointer_}, below(kWords * 8 - 8));
        kind = below(2) ? ir::Memory::kU8 : ir::Memory::kU32;
        break;
      case 7: {
        Node* index = add(Op::SubInt, {masked(4), add(Op::ConstInt, {}, 1)});
        n = f_->make(Op::LoadIndexed, Type::I64, {pointer_, index}, 8);
        break;
      }
      default: append(f_->make(Op::LoadByte, Type::I64, {pointer_, masked(5)}, 3)); return;
    }
    n->memory = kind;
    n->alias = ir::Alias::Elements;
    append(n);
  }

  void guard_op() {
    switch (below(10)) {
      case 9: {
        // Not nil, then of a type: what joins into one check.
        Node* loaded = add(Op::LoadSlot, {}, below(4));
        Node* nil = add(Op::ConstBoxed, {}, kNilBits);
        add(Op::GuardFalse, {below(2) ? add(Op::EqBoxed, {loaded, nil}) : add(Op::EqBoxed, {nil, loaded})});
        if (below(2)) int_op();
        if (below(3) == 0) bool_op();
        static constexpr Op kGuards[] = {Op::GuardInt, Op::GuardFloat, Op::GuardNumber, Op::GuardTag};
        add(kGuards[below(4)], {loaded}, kTagInt);
        return;
      }
      case 0: add(Op::GuardInt, {pools_[u8(Type::Boxed)][below(2)]}); return;
      case 1: add(Op::GuardFloat, {pools_[u8(Type::Boxed)][2]}); return;
      case 2: add(Op::GuardNumber, {pools_[u8(Type::Boxed)][below(3)]}); return;
      case 3: add(Op::BoundsCheck, {masked(4), add(Op::ConstInt, {}, 15 + below(2))}); return;
      case 4: add(Op::GuardFalse, {add(Op::EqInt, {recent(Type::I64), add(Op::ConstInt, {}, below(5))})}); return;
      case 5: add(Op::GuardTrue, {add(Op::BelowInt, {masked(5), add(Op::ConstInt, {}, 31)})}); return;
      case 6: add(Op::FloatToInt, {add(Op::IntToFloat, {masked(5)})}); return;
      case 7: add(Op::GuardFloat, {add(Op::BoxFloat, {recent(Type::F64)})}); return;
      default: add(Op::GuardFloat, {add(Op::LoadSlot, {}, 2)}); return;
    }
  }

  void call_op() {
    Node* a = recent(Type::I64);
    Node* b = recent(Type::I64);
    switch (below(4)) {
      case 0: append(f_->make(Op::CallPure, Type::I64, {a, b}, u64(&mix_ints))); return;
      case 1: append(f_->make(Op::CallPure, Type::F64, {recent(Type::F64), recent(Type::F64)}, u64(&mix_floats))); return;
      case 2: append(f_->make(Op::CallRuntime, Type::I64, {a, b}, u64(&touch))); return;
      default:
        add(Op::StoreSlot, {any_boxed()}, 24);
        add(Op::StoreSlot, {any_boxed()}, 26);
        add(Op::Call, {pick(Type::Boxed)}, 1ull << 32 | 2, 24);
        return;
    }
  }

  void statement(u32 depth) {
    switch (below(depth < 3 ? 16 : 13)) {
      case 0: case 1: case 2: case 3: return int_op();
      case 4: case 5: case 6: return float_op();
      case 7: return bool_op();
      case 8: case 9: return memory_op();
      case 10: return guard_op();
      case 11: if (below(3) == 0) return call_op(); return int_op();
      case 12: add(Op::Poll, {}); return;
      case 13: return branch(depth);
      default: return loop(depth);
    }
  }

  void statements(u32 count, u32 depth) {
    for (; count; count--) statement(depth);
  }

  struct Sizes {
    usize of[6];
  };
  Sizes sizes() const {
    Sizes s;
    for (u32 t = 0; t < 6; t++) s.of[t] = pools_[t].size();
    return s;
  }
  void shrink(const Sizes& s) {
    for (u32 t = 0; t < 6; t++) pools_[t].resize(s.of[t]);
  }

  void jump(Block* to) {
    block_->append(f_->make(Op::Jump, Type::Void, {}));
    f_->connect(block_, to);
  }

  void branch(u32 depth) {
    Node* condition = below(2) ? recent(Type::Bool) : add(Op::LtInt, {recent(Type::I64), recent(Type::I64)});
    Block* from = block_;
    Block* arms[2] = {f_->add_block(), f_->add_block()};
    Block* join = f_->add_block();
    if (below(4) == 0) arms[1]->is_cold = true;
    from->append(f_->make(Op::Branch, Type::Void, {condition}));
    f_->connect(from, arms[0]);
    bool is_triangle = below(3) == 0;
    f_->connect(from, is_triangle ? join : arms[1]);
    Sizes before = sizes();
    std::vector<Type> types;
    for (u32 n = below(4); n; n--) types.push_back(Type(below(3) == 0 ? u8(Type::F64) : below(2) ? u8(Type::I64) : u8(Type::Boxed)));
    std::vector<std::vector<Node*>> inputs(types.size());
    if (is_triangle) {
      for (usize k = 0; k < types.size(); k++) inputs[k].push_back(pick(types[k]));
    }
    for (u32 arm = 0; arm < (is_triangle ? 1u : 2u); arm++) {
      block_ = arms[arm];
      statements(below(4), depth + 1);
      for (usize k = 0; k < types.size(); k++) inputs[k].push_back(recent(types[k]));
      jump(join);
      shrink(before);
    }
    block_ = join;
    for (usize k = 0; k < types.size(); k++) append(f_->make_span(Op::Phi, types[k], inputs[k]));
    if (is_triangle) std::erase(f_->blocks, arms[1]);
  }

  void loop(u32 depth) {
    Block* header = f_->add_block();
    Block* body = f_->add_block();
    Block* after = f_->add_block();
    header->is_loop_header = true;
    Node* zero = add(Op::ConstInt, {}, 0);
    Node* one = add(Op::ConstInt, {}, 1);
    Node* count = add(Op::ConstInt, {}, 1 + below(6));
    std::vector<Type> types;
    for (u32 n = below(5); n; n--) types.push_back(Type(below(3) == 0 ? u8(Type::F64) : below(3) ? u8(Type::I64) : u8(Type::Boxed)));
    std::vector<Node*> starts;
    for (Type t : types) starts.push_back(pick(t));
    jump(header);
    block_ = header;
    Node* counter = append(f_->make(Op::Phi, Type::I64, {zero, zero}));
    std::vector<Node*> phis;
    for (usize k = 0; k < types.size(); k++) phis.push_back(append(f_->make(Op::Phi, types[k], {starts[k], starts[k]})));
    bool tests_at_end = below(2);
    Sizes before = sizes();
    if (!tests_at_end) {
      Node* more = add(Op::LtInt, {counter, count});
      block_->append(f_->make(Op::Branch, Type::Void, {more}));
      f_->connect(block_, body);
      f_->connect(block_, after);
      block_ = body;
    }
    statements(1 + below(6), depth + 1);
    Node* next = add(Op::AddInt, {counter, one});
    counter->inputs[1] = next;
    for (usize k = 0; k < types.size(); k++) phis[k]->inputs[1] = recent(types[k]);
    if (tests_at_end) {
      Node* more = add(Op::LtInt, {next, count});
      block_->append(f_->make(Op::Branch, Type::Void, {more}));
      f_->connect(block_, header);
      f_->connect(block_, after);
      std::erase(f_->blocks, body);
    } else {
      jump(header);
      shrink(before);
    }
    block_ = after;
  }

  std::mt19937 random_;
  std::unique_ptr<ir::Function> f_;
  Block* block_ = nullptr;
  Node* pointer_ = nullptr;
  std::vector<Node*> pools_[6];
  u32 pc_ = 0;
};

void set_up(Machine& m, u32 seed) {
  std::mt19937 random(seed);
  for (u32 i = 0; i < kWords; i++) initial_memory[i] = (u64(random()) << 32 | random()) >> (random() % 64);
  std::copy(std::begin(initial_memory), std::end(initial_memory), memory);
  for (i64 i = -4; i < 60; i++) m.slot(i) = int_value(i);
  m.slot(0) = int_value(i64(random()) - 1000);
  m.slot(1) = random() % 3 ? int_value(12) : m.box(i64(random()) << 30);
  m.slot(2) = float_value(f64(random() % 100) / 4);
  m.slot(3) = random() % 2 ? kNilBits : kFalseBits + random() % 2;
  m.vm.budget = 20;
}

void check(u32 seed, bool avx, bool bmi) {
  Machine m;
  m.target.has_avx = avx && m.target.has_avx;
  m.target.has_bmi2 = bmi && m.target.has_bmi2;
  m.on_call = [](u64* base, u64 index) {
    auto content = [](u64 v) { return v >> 48 == kTagBoxedInt >> 48 ? reinterpret_cast<u64*>(v & kPointerMask)[1] : v; };
    base[24] = int_value(i64((content(base[24]) ^ content(base[26])) % 1000 + index));
    for (u32 i = 25; i < 40; i++) base[i] = kNilBits;  // the callee's frame
    return 1;
  };
  std::unique_ptr<ir::Function> f = Generator(seed).make();
  ir::VerifyResult verified = ir::verify(*f);
  ASSERT_TRUE(verified.ok) << seed << ": " << verified.message << "\n" << ir::print(*f);
  if (!m.compile(*f)) {
    ADD_FAILURE() << "seed " << seed << "\n" << ir::print(*f);
    return;
  }
  set_up(m, seed);
  ReferenceResult expected = run_reference(*f, m);
  if (expected.is_stuck) return;
  std::vector<u64> slots(m.base() - 4, m.base() + 60);
  std::vector<u64> words(memory, memory + kWords);
  set_up(m, seed);
  RunResult r = m.run();
  std::string text = "seed " + std::to_string(seed) + "\n";
  auto listing = [&] { return text + ir::print(*f); };
  ASSERT_EQ(r.exited, expected.exited) << listing();
  if (r.exited) {
    ASSERT_EQ(m.region.exits[r.exit].node, expected.exit_node) << listing();
  } else {
    ASSERT_EQ(r.returned, expected.returned) << listing();
  }
  for (i64 i = -4; i < 60; i++) {
    if (i >= 25 && i < 40) continue;  // links and callees' frames
    ASSERT_TRUE(is_same_value(slots[usize(i + 4)], m.slot(i)))
        << "slot " << i << " " << std::hex << slots[usize(i + 4)] << " " << m.slot(i) << "\n" << listing();
  }
  for (u32 i = 0; i < kWords; i++) ASSERT_EQ(words[i], memory[i]) << "word " << i << "\n" << listing();
}

TEST(BackendRandom, AgreesWithTheReference) {
  u32 count = 1500, first = 1;
  if (const char* given = getenv("GSCRIPT_RANDOM_COUNT")) count = u32(atoi(given));
  if (const char* given = getenv("GSCRIPT_RANDOM_FIRST")) first = u32(atoi(given));
  for (u32 seed = first; seed < first + count && !testing::Test::HasFailure(); seed++) {
    check(seed, seed % 4 != 0, seed % 3 != 0);
  }
}

}  // namespace
}  // namespace gs::jit::backend
