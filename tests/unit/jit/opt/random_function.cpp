// The generator of random functions. Registers have an expected kind, so that most guards hold; which one holds at
// run time is the evaluator's hash.
#include "random_function.hpp"

#include <bit>

#include "vm/object/value.hpp"

namespace gs::jit::opt {

using namespace ir;

namespace {

constexpr u32 kRegisters = 6;
constexpr u64 kTable = vm::kTagTable;
constexpr u32 kShapeOffset = 8;

enum class Expect : u8 { kInt, kFloat, kTable, kBool, kAny };

class Random {
 public:
  explicit Random(u64 seed) : state_(seed * 0x9E3779B97F4A7C15ull + 0x1234567) {}
  u32 below(u32 bound) {
    state_ ^= state_ << 13;
    state_ ^= state_ >> 7;
    state_ ^= state_ << 17;
    return u32((state_ >> 20) % bound);
  }
  bool one_in(u32 n) { return below(n) == 0; }

 private:
  u64 state_;
};

struct Registers {
  Node* value[kRegisters];
  Expect expect[kRegisters];
};

class Generator {
 public:
  explicit Generator(u64 seed) : random_(seed), function_(std::make_unique<Function>()) {}

  std::unique_ptr<Function> run() {
    function_->name = "random";
    function_->templates.push_back({.tag = kTable,
                                    .shape = 0x1000,
                                    .shape_offset = kShapeOffset,
                                    .fields_offset = 48,
                                    .field_count = 3,
                                    .size = 72,
                                    .rest = vm::kNilBits,
                                    .header = 0});
    block_ = function_->add_block();
    static constexpr Expect kKinds[kRegisters] = {Expect::kInt,   Expect::kFloat, Expect::kTable,
                                                  Expect::kTable, Expect::kInt,   Expect::kAny};
    for (u32 i = 0; i < kRegisters; i++) {
      registers_.value[i] = emit(Op::LoadSlot, {}, i);
      registers_.expect[i] = kKinds[i];
    }
    sequence(3);
    std::vector<Node*> results(registers_.value, registers_.value + kRegisters);
    block_->append(function_->make_span(Op::Return, Type::Void, results));
    return std::move(function_);
  }

 private:
  // --- making nodes

  Node* emit(Op op, std::initializer_list<Node*> inputs, u64 imm = 0, u32 aux = 0, Type type = Type::Void) {
    Node* n = function_->make(op, type == Type::Void ? Function::default_type(op) : type, inputs, imm, aux);
    if (n->is(kExits) || n->is(kFrames)) n->snapshot = here();
    block_->append(n);
    return n;
  }
  Node* memory(Op op, std::initializer_list<Node*> inputs, u64 imm, Memory kind, Alias space) {
    const bool loads = op == Op::Load || op == Op::LoadIndexed;
    Node* n = function_->make(op, loads ? memory_type(kind) : Type::Void, inputs, imm);
    n->memory = kind;
    n->alias = space;
    block_->append(n);
    return n;
  }
  Node* constant_int(i64 value) { return emit(Op::ConstInt, {}, u64(value)); }

  Snapshot* here() {
    if (!snapshot_) snapshot_ = snapshot_of(pc_);
    return snapshot_;
  }
  Snapshot* snapshot_of(u32 pc) {
    const SnapshotFrame frame{reinterpret_cast<const void*>(usize{1}), nullptr, pc, 0};
    std::vector<SnapshotEntry> entries;
    for (u32 i = 0; i < kRegisters; i++) entries.push_back({i64(i), registers_.value[i], 0});
    return function_->make_snapshot(std::span(&frame, 1), entries, {});
  }
  void next_instruction() {
    pc_++;
    snapshot_ = nullptr;
  }

  // --- registers

  u32 any_register() { return random_.below(kRegisters); }
  u32 register_with(Expect kind) {
    for (u32 tries = 0; tries < 12; tries++) {
      const u32 r = any_register();
      if (registers_.expect[r] == kind) return r;
    }
    return any_register();
  }
  void set(u32 r, Node* value, Expect kind) {
    registers_.value[r] = value;
    registers_.expect[r] = kind;
  }
  Node* get(u32 r) { return registers_.value[r]; }
  Node* as_int(u32 r) { return emit(Op::GuardInt, {get(r)}); }
  Node* as_float(u32 r) { return emit(random_.one_in(3) ? Op::GuardNumber : Op::GuardFloat, {get(r)}); }
  Node* as_table(u32 r) { return emit(Op::GuardTag, {get(r)}, kTable); }
  Node* an_int() {
    return random_.one_in(3) ? constant_int(i64(random_.below(20)) - 6) : as_int(register_with(Expect::kInt));
  }
  Node* a_float() {
    if (!random_.one_in(3)) return as_float(register_with(Expect::kFloat));
    return emit(Op::ConstFloat, {}, std::bit_cast<u64>(f64(random_.below(9)) * 0.5 - 1.0));
  }

  // --- instructions

  void sequence(u32 depth) {
    const u32 length = 2 + random_.below(6);
    for (u32 i = 0; i < length; i++) statement(depth);
  }

  void statement(u32 depth) {
    next_instruction();
    const u32 choice = random_.below(depth > 0 ? 24 : 20);
    switch (choice) {
      case 0:
      case 1:
      case 2:
      case 3: return int_arithmetic();
      case 4:
      case 5: return float_arithmetic();
      case 6: return comparison();
      case 7:
      case 8: return load_field();
      case 9:
      case 10: return store_field();
      case 11: return load_element();
      case 12: return store_element();
      case 13: return call();
      case 14: return global();
      case 15: return new_object();
      case 16: return divide();
      case 17: return bits();
      case 18: return assign_constant();
      case 19: return set(any_register(), get(5), registers_.expect[5]);
      case 20:
      case 21: return if_statement(depth - 1);
      default: return loop(depth - 1);
    }
  }

  void int_arithmetic() {
    static constexpr Op kOps[] = {Op::AddInt, Op::AddInt, Op::SubInt, Op::MulInt, Op::AndInt, Op::OrInt, Op::XorInt};
    Node* a = an_int();
    Node* b = an_int();
    Node* result = random_.one_in(9) ? emit(Op::NegInt, {a}) : emit(kOps[random_.below(7)], {a, b});
    set(any_register(), emit(Op::BoxInt, {result}), Expect::kInt);
  }

  void float_arithmetic() {
    static constexpr Op kOps[] = {Op::AddFloat, Op::SubFloat, Op::MulFloat, Op::DivFloat};
    Node* a = random_.one_in(4) ? emit(Op::IntToFloat, {an_int()}) : a_float();
    Node* result = random_.one_in(5) ? emit(Op::FloorFloat, {a}) : emit(kOps[random_.below(4)], {a, a_float()});
    if (random_.one_in(6)) return set(any_register(), emit(Op::BoxInt, {emit(Op::FloatToInt, {result})}), Expect::kInt);
    set(any_register(), emit(Op::BoxFloat, {result}), Expect::kFloat);
  }

  Node* condition() {
    switch (random_.below(8)) {
      case 0: return emit(Op::IsFalsy, {get(any_register())});
      case 1: return emit(Op::IsFloat, {get(any_register())});
      case 2: return emit(Op::HasTag, {get(any_register())}, kTable);
      case 3: return emit(Op::LtFloat, {a_float(), a_float()});
      case 4: return emit(Op::EqInt, {an_int(), an_int()});
      case 5: return emit(Op::NotBool, {emit(Op::LeInt, {an_int(), an_int()})});
      default: return emit(Op::LtInt, {an_int(), an_int()});
    }
  }
  void comparison() { set(any_register(), emit(Op::BoxBool, {condition()}), Expect::kBool); }

  Node* shaped_table() {
    Node* table = as_table(register_with(Expect::kTable));
    emit(Op::GuardShape, {table}, 0x1000 * (random_.one_in(6) ? 2 : 1), kShapeOffset);
    return table;
  }
  u64 field() { return 48 + 8 * random_.below(3); }
  void load_field() {
    Node* table = shaped_table();
    set(any_register(), memory(Op::Load, {table}, field(), Memory::kBoxed, Alias::Fields), Expect(random_.below(2)));
  }
  void store_field() {
    Node* table = shaped_table();
    if (random_.one_in(2)) emit(Op::Barrier, {table});
    memory(Op::Store, {table, get(any_register())}, field(), Memory::kBoxed, Alias::Fields);
  }

  Node* element_index(Node* table) {
    Node* length = memory(Op::Load, {table}, 32, Memory::kU32, Alias::ArrayPart);
    Node* one = constant_int(1);
    Node* index = emit(Op::SubInt, {an_int(), one});
    emit(Op::BoundsCheck, {index, length});
    return index;
  }
  void load_element() {
    Node* table = as_table(register_with(Expect::kTable));
    Node* index = element_index(table);
    Node* elements = memory(Op::Load, {table}, 24, Memory::kPtr, Alias::ArrayPart);
    set(any_register(), memory(Op::LoadIndexed, {elements, index}, 0, Memory::kBoxed, Alias::Elements),
        Expect(random_.below(2)));
  }
  void store_element() {
    Node* table = as_table(register_with(Expect::kTable));
    Node* index = element_index(table);
    Node* elements = memory(Op::Load, {table}, 24, Memory::kPtr, Alias::ArrayPart);
    memory(Op::StoreIndexed, {elements, index, get(any_register())}, 0, Memory::kBoxed, Alias::Elements);
    if (!random_.one_in(4)) return;
    Node* longer = constant_int(random_.below(20));
    memory(Op::Store, {table, longer}, 32, Memory::kU32, Alias::ArrayPart);
  }

  void call() {
    if (random_.one_in(3)) return;
    emit(Op::StoreSlot, {get(any_register())}, 9);
    emit(Op::StoreSlot, {get(any_register())}, 9 + random_.below(2));
    if (random_.one_in(3)) {
      set(any_register(), emit(Op::LoadSlot, {}, 9), Expect::kAny);
      return;
    }
    set(any_register(), emit(Op::CallRuntime, {get(any_register())}, 0x5000, 0, Type::Boxed), Expect(random_.below(2)));
  }

  void global() {
    if (random_.one_in(2)) {
      emit(Op::StoreGlobal, {get(any_register())}, 0x7000 + 8 * random_.below(2));
    } else {
      set(any_register(), emit(Op::LoadGlobal, {}, 0x7000 + 8 * random_.below(2)), Expect(random_.below(2)));
    }
  }

  void new_object() {
    Node* object = random_.one_in(2) ? emit(Op::NewObject, {get(any_register()), get(any_register())})
                                     : emit(Op::NewObject, {get(any_register())});
    set(any_register(), emit(Op::BoxPtr, {object}, kTable), Expect::kTable);
  }

  void divide() {
    static constexpr i64 kDivisors[] = {1, 2, 3, 4, 7, 10, 16, -1, -3, 64, 1000, -8};
    Node* a = an_int();
    Node* b;
    if (random_.one_in(3)) {
      b = an_int();
      emit(Op::GuardFalse, {emit(Op::EqInt, {b, constant_int(0)})});
    } else {
      b = constant_int(kDivisors[random_.below(12)]);
    }
    set(any_register(), emit(Op::BoxInt, {emit(random_.one_in(2) ? Op::DivInt : Op::RemInt, {a, b})}), Expect::kInt);
  }

  void bits() {
    static constexpr Op kOps[] = {Op::ShlInt, Op::ShrInt, Op::ShrLogicalInt};
    Node* a = an_int();
    Node* count = constant_int(random_.below(64));
    set(any_register(), emit(Op::BoxInt, {emit(kOps[random_.below(3)], {a, count})}), Expect::kInt);
  }

  void assign_constant() {
    static constexpr u64 kBits[] = {vm::kNilBits, vm::kTrueBits, vm::kFalseBits};
    const u32 r = any_register();
    switch (random_.below(3)) {
      case 0:
        return set(r, emit(Op::ConstBoxed, {}, vm::Value::small_int(i64(random_.below(9)) - 2).bits), Expect::kInt);
      case 1: return set(r, emit(Op::ConstBoxed, {}, std::bit_cast<u64>(f64(random_.below(9)) * 0.25)), Expect::kFloat);
      default: return set(r, emit(Op::ConstBoxed, {}, kBits[random_.below(3)]), Expect::kBool);
    }
  }

  // --- control

  void end_with(Op op, Node* condition, Block* first, Block* second) {
    if (condition) emit(op, {condition});
    else emit(op, {});
    function_->connect(block_, first);
    if (second) function_->connect(block_, second);
  }

  void if_statement(u32 depth) {
    Node* test = condition();
    Block* yes = function_->add_block();
    Block* no = function_->add_block();
    end_with(Op::Branch, test, yes, no);
    const Registers before = registers_;
    block_ = yes;
    next_instruction();
    if (random_.one_in(6)) {
      yes->is_cold = true;
      emit(Op::Exit, {});
      block_ = no;
      next_instruction();
      return;
    }
    sequence(depth);
    Block* yes_end = block_;
    const Registers after_yes = registers_;
    registers_ = before;
    block_ = no;
    next_instruction();
    if (!random_.one_in(3)) sequence(depth);
    Block* join = function_->add_block();
    Block* no_end = block_;
    block_ = yes_end;
    end_with(Op::Jump, nullptr, join, nullptr);
    block_ = no_end;
    end_with(Op::Jump, nullptr, join, nullptr);
    block_ = join;
    for (u32 i = 0; i < kRegisters; i++) {
      if (after_yes.value[i] == registers_.value[i]) continue;
      const bool same = after_yes.expect[i] == registers_.expect[i];
      set(i, emit(Op::Phi, {after_yes.value[i], registers_.value[i]}, 0, 0, Type::Boxed),
          same ? registers_.expect[i] : Expect::kAny);
    }
  }

  // for counter := 0; counter < bound; counter += step { ... }; the counter is sometimes a register as well.
  void loop(u32 depth) {
    Node* bound = random_.one_in(2) ? an_int() : constant_int(2 + random_.below(6));
    Node* start = constant_int(random_.below(3));
    Node* step = constant_int(1 + random_.below(2));
    Block* header = function_->add_block();
    header->is_loop_header = true;
    end_with(Op::Jump, nullptr, header, nullptr);
    block_ = header;
    Node* counter = emit(Op::Phi, {start, start}, 0, 0, Type::I64);
    Node* phis[kRegisters];
    for (u32 i = 0; i < kRegisters; i++) {
      phis[i] = emit(Op::Phi, {get(i), get(i)}, 0, 0, Type::Boxed);
      registers_.value[i] = phis[i];
    }
    next_instruction();
    const u32 counter_register = random_.one_in(2) ? any_register() : kRegisters;
    if (!random_.one_in(5)) header->entry_snapshot = entry_snapshot(counter, counter_register);
    Node* test = emit(Op::LtInt, {counter, bound});
    Block* body = function_->add_block();
    Block* after = function_->add_block();
    end_with(Op::Branch, test, body, after);
    const Registers at_header = registers_;
    block_ = body;
    if (counter_register < kRegisters) set(counter_register, emit(Op::BoxInt, {counter}), Expect::kInt);
    next_instruction();
    sequence(depth);
    next_instruction();
    counter->inputs[1] = emit(Op::AddInt, {counter, step});
    for (u32 i = 0; i < kRegisters; i++) phis[i]->inputs[1] = get(i);
    end_with(Op::Jump, nullptr, header, nullptr);
    registers_ = at_header;
    block_ = after;
    next_instruction();
  }

  // The counter is part of the state, in a slot of its own.
  Snapshot* entry_snapshot(Node* counter, u32) {
    const SnapshotFrame frame{reinterpret_cast<const void*>(usize{1}), nullptr, pc_, 0};
    std::vector<SnapshotEntry> entries;
    for (u32 i = 0; i < kRegisters; i++) entries.push_back({i64(i), registers_.value[i], 0});
    entries.push_back({100, counter, 0});
    return function_->make_snapshot(std::span(&frame, 1), entries, {});
  }

  Random random_;
  std::unique_ptr<Function> function_;
  Block* block_ = nullptr;
  Registers registers_;
  Snapshot* snapshot_ = nullptr;  // of the instruction being made, once one was wanted
  u32 pc_ = 0;
};

}  // namespace

std::unique_ptr<Function> random_function(u64 seed) { return Generator(seed).run(); }

std::vector<std::pair<i64, u64>> random_slots(u64 seed) {
  Random random(seed);
  const auto an_int = [&] { return vm::Value::small_int(i64(random.below(12)) - 2).bits; };
  std::vector<std::pair<i64, u64>> slots = {{0, an_int()},
                                            {1, std::bit_cast<u64>(f64(random.below(16)) * 0.5)},
                                            {2, kTable | 0x8000},
                                            {3, kTable | (0x8000 + 0x1000 * random.below(2))},
                                            {4, an_int()}};
  if (random.one_in(4)) slots[random.below(5)].second = random.one_in(2) ? an_int() : vm::kNilBits;
  return slots;
}

}  // namespace gs::jit::opt
