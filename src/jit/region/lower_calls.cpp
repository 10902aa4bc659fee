// Calls, inlining, returns.
#include <algorithm>
#include <numeric>

#include "jit/region/frame_builder.hpp"
#include "jit/region/runtime_calls.hpp"
#include "vm/runtime/frame.hpp"
#include "vm/runtime/operations.hpp"
#include "vm/runtime/switch.hpp"

namespace gs::jit::region {

using bytecode::Instruction;
using ir::Op;
using ByteOp = bytecode::Op;

namespace {

constexpr u32 kMaxVariableArguments = 16;  // of a call that is inlined
constexpr i32 kUnknownCount = -1;
constexpr i32 kAnyCount = -2;  // only in recursion: says nothing

// What the library function's first result probably is.
Kind kind_of_result(vm::Intrinsic which) {
  static constexpr Kind kKinds[] = {
      Kind::kUnknown,
#define INTRINSIC(name, qualified_name, results, kind) Kind::k##kind,
#include "defs/intrinsics.def"
#undef INTRINSIC
  };
  return kKinds[u8(which)];
}

// The global whose value the call at `at` calls; null: it is not as simple.
vm::Global* called_global(const vm::Prototype* prototype, const CodeAnalysis& analysis, u32 at) {
  const u32 callee = prototype->code[at].a();
  for (u32 i = at; i-- > 0 && analysis.flow.block_at[i + 1] < 0;) {
    const Instruction in = prototype->code[i];
    if (in.op() != ByteOp::GETGLOBAL || in.a() != callee) continue;
    return reinterpret_cast<vm::Global*>(prototype->constants[in.wide()].bits);
  }
  return nullptr;
}

// The truth value behind a value known to be one; null: it is hidden.
Node* as_bool(Emitter& e, Node* value) {
  if (value->type == Type::Bool) return value;
  if (value->op == Op::BoxBool) return value->inputs[0];
  return value->op == Op::ConstBoxed ? e.const_bool(Value(value->imm) == Value::boolean(true)) : nullptr;
}

// The kind of value that a parameter of the direct protocol holds.
Kind kind_of_parameter(const ir::DirectParameter& parameter) {
  switch (parameter.type) {
    case Type::I64: return Kind::kInt;
    case Type::F64: return Kind::kFloat;
    case Type::Bool: return Kind::kBool;
    case Type::Ptr: return kind_of(Value(parameter.tag | 8));
    default: return Kind::kUnknown;
  }
}

}  // namespace

// How many values every return of the function gives, if it is always as many. Calls in tail position count where the global they call is
// constant.
// `extras`: how many arguments beyond the named ones it is called with, if that is known.
i32 Builder::result_count(const vm::Prototype* prototype, i32 extras, std::vector<const vm::Prototype*>& visiting) {
  if (std::ranges::find(visiting, prototype) != visiting.end()) return kAnyCount;
  visiting.push_back(prototype);
  i32 count = kAnyCount;
  for (u32 i = 0; i < prototype->code_length && count != kUnknownCount; i++) {
    const Instruction in = prototype->code[i];
    i32 own;
    switch (in.op()) {
      case ByteOp::RETURN0: own = 0; break;
      case ByteOp::RETURN1: own = 1; break;
      case ByteOp::RETURN: own = in.b() ? i32(in.b()) - 1 : open_count(prototype, i, extras, visiting); break;
      case ByteOp::RETURND: own = kUnknownCount; break;
      default: continue;
    }
    if (own == kAnyCount) continue;
    count = count == kAnyCount || count == own ? own : kUnknownCount;
  }
  return count;
}

// Of the RETURN at `at`, which returns all that the instruction before it leaves.
i32 Builder::open_count(const vm::Prototype* prototype, u32 at, i32 extras, std::vector<const vm::Prototype*>& visiting) {
  const Instruction before = prototype->code[at - 1];
  if (before.op() != ByteOp::VARARG) return tail_count(prototype, at - 1, visiting);
  return extras == kUnknownCount ? kUnknownCount : i32(before.a()) - i32(prototype->code[at].a()) + extras;
}

i32 Builder::tail_count(const vm::Prototype* prototype, u32 at, std::vector<const vm::Prototype*>& visiting) {
  if (bytecode::op_info(prototype->code[at].op()).base != ByteOp::CALL) return kUnknownCount;
  const vm::Global* global = called_global(prototype, analyses.of(prototype), at);
  if (!global || (global->aux != vm::Global::kAssignedOnce && global->aux != vm::Global::kConstant)) return kUnknownCount;
  if (!global->value.is_function()) return kUnknownCount;
  const vm::Function* callee = global->value.as_function();
  depend(global);
  if (callee->is_closure()) return result_count(static_cast<const vm::Closure*>(callee)->prototype, kUnknownCount, visiting);
  return vm::gives_one_result(vm::intrinsic_of(static_cast<const vm::Native*>(callee))) ? 1 : kUnknownCount;
}

bool FrameBuilder::lower_call(Instruction in) {
  switch (bytecode::op_info(in.op()).base) {
    case ByteOp::CALL: call(in); return true;
    case ByteOp::RETURN0: return_values({}); return true;
    case ByteOp::RETURN1: return_values({read(in.a())}); return true;
    case ByteOp::RETURN: {
      const OpenList open = open_list(pc_);
      if (!in.b() && !open.is_known) return leave(), true;
      const u32 last = in.b() ? in.a() + in.b() - 1 : open.end;
      std::vector<Node*> values;
      for (u32 r = in.a(); r < last; r++) values.push_back(read(r));
      return_values(std::move(values));
      return true;
    }
    case ByteOp::RETURND:
    case ByteOp::DEFER:
    case ByteOp::SELECT:
    case ByteOp::SELECTCASE: leave(); return true;
    default: return false;
  }
}

void FrameBuilder::return_values(std::vector<Node*> values) {
  if (caller_) {
    returns_.push_back({std::exchange(e_.block, nullptr), std::move(values), std::move(state_.globals)});
    return;
  }
  note_return(values);
  if (!b_.request.direct || !return_directly(values)) {
    if (!e_.block) return;
    write_back_globals();
    for (Node*& v : values) v = e_.box(v);
    e_.emit_typed(Op::Return, Type::Void, values);
  }
  e_.block = nullptr;
}

// False: the results go the way of a generic call's, for want of a value of the promised type.
bool FrameBuilder::return_directly(std::span<Node* const> values) {
  const ir::DirectParameter& promised = b_.request.direct->result;
  if (values.size() != 1 || promised.type == Type::Void) return false;
  Node* result = as_type(values[0], promised);
  if (!result || !e_.block) return false;
  write_back_globals();
  e_.emit(Op::ReturnDirect, {result});
  return true;
}

// What is not known says nothing: that it is what the other returns give is tested where they are told apart.
void FrameBuilder::note_return(std::span<Node* const> values) {
  if (values.empty()) return b_.note_return(Type::Void);
  if (values.size() > 1 || failed_) return b_.note_return(Type::Boxed);
  switch (e_.likely_kind(values[0])) {
    case Kind::kInt: return b_.note_return(Type::I64);
    case Kind::kFloat: return b_.note_return(Type::F64);
    case Kind::kBool: return b_.note_return(e_.known_kind(values[0]) == Kind::kBool ? Type::Bool : Type::Boxed);
    case Kind::kUnknown: return;
    default: return b_.note_return(Type::Boxed);
  }
}

void Builder::note_return(Type type) {
  const bool agrees = !has_returned || result.returned == type;
  result.returned = agrees ? type : Type::Boxed;
  has_returned = true;
}

// The value in a representation of the direct protocol; null: it is known not to be of that kind.
Node* FrameBuilder::as_type(Node* value, const ir::DirectParameter& wanted) {
  const Kind known = e_.known_kind(value);
  const auto may_be = [&](Kind kind) { return known == kind || known == Kind::kUnknown; };
  switch (wanted.type) {
    case Type::I64: return may_be(Kind::kInt) ? as_int(value) : nullptr;
    case Type::F64: return may_be(Kind::kFloat) ? as_float(value) : nullptr;
    case Type::Bool: return known == Kind::kBool ? as_bool(e_, value) : nullptr;
    case Type::Ptr: return may_be(kind_of(Value(wanted.tag | 8))) ? as_pointer(value, wanted.tag) : nullptr;
    default: return e_.box(value);
  }
}

void FrameBuilder::call(Instruction in) {
  const u32 first = in.a() + vm::kFrameHeader;
  const OpenList open = open_list(pc_);
  if (!in.x() && !open.is_known) return leave();
  const u32 count = in.x() ? in.x() - 1 : open.end - first;
  std::vector<Node*> arguments;
  for (u32 i = 0; i < count; i++) arguments.push_back(read(first + i));
  Node* callee = read(in.a());
  if (is_unlikely_) return general_call(in, callee, count);
  if (call_candidates(in, callee, arguments)) return;
  call_target(in, callee, arguments);
}

// A method that was found by shape: a way for each function that it may be.
bool FrameBuilder::call_candidates(Instruction in, Node* callee, std::span<Node* const> arguments) {
  const auto known = candidates_.find(callee);
  if (known == candidates_.end() || known->second.empty() || in.c() == 0 || !in.x()) return false;
  const State before = state_;
  std::vector<Edge> edges;
  const auto finish = [&] {
    if (e_.block) edges.push_back({e_.block, std::move(state_)});
    state_ = before;
  };
  for (const Value candidate : known->second) {
    Block *yes, *no;
    b_.reference(candidate);
    Node* constant = e_.const_boxed(candidate);
    e_.branch(e_.emit(Op::EqBoxed, {callee, constant}), yes, no);
    e_.block = yes;
    write(in.a(), constant);
    call_target(in, constant, arguments);
    finish();
    e_.block = no;
  }
  general_call(in, callee, u32(arguments.size()));
  finish();
  if (!edges.empty()) merge(std::move(edges), pc_ + 1);
  return true;
}

void FrameBuilder::call_target(Instruction in, Node* callee, std::span<Node* const> arguments) {
  const u32 count = u32(arguments.size());
  if (const vm::Native* native = likely_native(in, callee)) {
    if (native_call(in, native, arguments)) return;
    return general_call(in, read(in.a()), count);
  }
  vm::Prototype* target = likely_target(in, callee);
  if (!target) return general_call(in, callee, count);
  std::vector<const vm::Prototype*> visiting;
  const i32 extras = target->is_vararg ? std::max(i32(count) - i32(target->parameters), 0) : 0;
  const i32 results = in.c() ? i32(in.c()) - 1 : b_.result_count(target, extras, visiting);
  if (results >= 0 && wants_inlining(target, in.a(), count)) {
    callee = guard_target(callee, target);
    if (e_.block) inline_call(in, callee, target, arguments, results);
    return;
  }
  const bool gives_one = in.c() == 2 || (in.c() == 0 && results == 1 && callee->op == Op::ConstBoxed);
  if (in.c() <= 2 && direct_call(in, callee, target, arguments)) return;
  general_call(in, callee, count, gives_one);
}

// The native that this call probably calls; null: none.
const vm::Native* FrameBuilder::likely_native(Instruction in, const Node* callee) const {
  Value v = Value::nil();
  if (callee->op == Op::ConstBoxed) {
    v = Value(callee->imm);
  } else if (in.op() == ByteOp::CALL_C && !failed_) {
    v = Value(prototype_->feedback(in.b())->word[2]);
  }
  if (!v.is_function() || v.as_function()->is_closure()) return nullptr;
  return static_cast<const vm::Native*>(v.as_function());
}

// The prototype of the script function that this call probably calls; null: not known.
vm::Prototype* FrameBuilder::likely_target(Instruction in, const Node* callee) const {
  const auto prototype_of = [](Value v) -> vm::Prototype* {
    if (!v.is_function() || !v.as_function()->is_closure()) return nullptr;
    return static_cast<vm::Closure*>(v.as_function())->prototype;
  };
  if (callee->op == Op::ConstBoxed) return prototype_of(Value(callee->imm));
  const vm::FeedbackSlot* slot = prototype_->feedback(in.b());
  if (failed_ || slot->word[2] == vm::kManyCallees) return nullptr;
  if (slot->word[1]) return reinterpret_cast<vm::Prototype*>(slot->word[1]);
  const Value* seen = e_.sample(callee);
  return seen ? prototype_of(*seen) : nullptr;
}

// The callee is a closure of `target`: a constant if it comes from a place that keeps its value, else one of any identity.
Node* FrameBuilder::guard_target(Node* callee, const vm::Prototype* target) {
  if (callee->op == Op::ConstBoxed) {
    b_.reference(Value(callee->imm));
    return callee;
  }
  const Value* seen = e_.sample(callee);
  const bool is_fixed = callee->op == Op::LoadGlobal || (callee->op == Op::Load && callee->inputs[0]->op == Op::ConstPtr);
  if (is_fixed && seen && seen->is_function() && seen->as_function()->is_closure() &&
      static_cast<vm::Closure*>(seen->as_function())->prototype == target) {
    guard(Op::GuardEqual, {callee}, seen->bits);
    b_.reference(*seen);
    return e_.const_boxed(*seen);
  }
  Node* pointer = as_pointer(callee, vm::kTagFunction);
  Node* prototype = e_.load(Memory::kPtr, Alias::Constant, pointer, offsetof(vm::Closure, prototype));
  guard(Op::GuardPtr, {prototype}, reinterpret_cast<u64>(target));
  return callee;
}

bool FrameBuilder::wants_inlining(const vm::Prototype* target, u32 call_register, u32 arguments) const {
  if (target->has_defer || depth_ >= b_.request.inline_depth) return false;
  if (target->is_vararg && arguments > kMaxVariableArguments) return false;
  if (target->is_vararg) call_register += arguments + vm::kFrameHeader;
  if (target->code_length > b_.request.inline_size || target->code_length > b_.inline_left) return false;
  if (base_ + i32(call_register + vm::kFrameHeader + target->frame_size) > i32(kMaxFrameSlots)) return false;
  u32 copies = 0;
  for (const FrameBuilder* frame = this; frame; frame = frame->caller_) copies += frame->prototype_ == target;
  return copies <= b_.request.recursion_depth && b_.analyses.of(target).flow.is_reducible;
}

void FrameBuilder::clear_from(u32 reg) {
  for (u32 r = reg; r < state_.registers.size(); r++) state_.registers[r] = state_.slots[r] = nullptr;
}

void FrameBuilder::inline_call(Instruction in, Node* callee, vm::Prototype* target, std::span<Node* const> arguments, i32 results) {
  b_.inline_left -= target->code_length;
  resume_pc_ = pc_ + 1;
  const i32 distance = target->is_vararg ? i32(arguments.size() + vm::kFrameHeader) : 0;
  FrameBuilder inner(b_, target, this, base_ + i32(in.a() + vm::kFrameHeader) + distance, callee);
  inner.set_distance(distance);
  inner.build_inlined(arguments, std::move(state_.globals));
  state_.globals.clear();
  clear_from(in.a());
  std::vector<Edge> edges;
  const u32 wanted = in.c() ? in.c() - 1 : u32(results);
  for (Returned& r : inner.returns_) {
    State state;
    for (u32 i = 0; i < wanted; i++) {
      e_.block = r.from;
      state.registers.push_back(i < r.values.size() ? r.values[i] : e_.const_boxed(Value::nil()));
    }
    state.globals = std::move(r.globals);
    edges.push_back({r.from, std::move(state)});
  }
  e_.block = nullptr;
  if (!edges.empty()) merge_returns(in, edges, wanted);
}

// Control comes back from an inlined function by several ways.
void FrameBuilder::merge_returns(Instruction in, std::vector<Edge>& edges, u32 wanted) {
  for (u32 i = 0; i < wanted; i++) {
    const Type type = edges[0].state.registers[i]->type;
    const bool uniform = std::ranges::all_of(edges, [&](const Edge& e) { return e.state.registers[i]->type == type; });
    for (Edge& edge : edges) {
      e_.block = edge.from;
      if (!uniform) edge.state.registers[i] = e_.box(edge.state.registers[i]);
    }
  }
  std::vector<GlobalValue> globals = merge_globals(edges);
  Join join(e_);
  for (const Edge& edge : edges) {
    e_.block = edge.from;
    join.arrive(nullptr);
  }
  join.finish(Type::Void);
  const auto joined = [&](auto get) {
    std::vector<Node*> values;
    for (Edge& edge : edges) values.push_back(get(edge));
    const bool same = std::ranges::all_of(values, [&](Node* n) { return n == values[0]; });
    return same ? values[0] : make_phi(values);
  };
  for (u32 i = 0; i < wanted; i++) {
    write(in.a() + i, joined([&](Edge& e) { return e.state.registers[i]; }));
  }
  for (GlobalValue& g : globals) g.value = joined([&](Edge& e) { return e.state.find(g.global)->value; });
  state_.globals = std::move(globals);
  if (in.c() == 0) next_top_count_ = i32(wanted);
}

// What a call that passes all results on ("to top") is made to give: as many as the caller of an inlined function wants, else the one that
// it probably gives (0: tested behind the call). Result codes of a CALL.
u32 FrameBuilder::wanted_of_open_call(Instruction in) const {
  const Instruction next = base_form(analysis_.code[pc_ + 1]);
  if (caller_ && next.op() == ByteOp::RETURN && next.a() == in.a()) {
    const u32 wanted = caller_->analysis_.code[caller_->resume_pc_ - 1].c();
    if (wanted >= 1 && in.a() + wanted <= prototype_->frame_size) return wanted;
  }
  return 0;
}

// A call through the value stack. `gives_one`: one result is wanted or known to come.
void FrameBuilder::general_call(Instruction in, Node* callee, u32 count, bool gives_one) {
  const u32 wanted = gives_one ? 2 : in.c() ? in.c() : wanted_of_open_call(in);
  const bool has_failed = b_.request.history && b_.request.history->has_failed(prototype_, pc_ + 1);
  if (!wanted && has_failed) return leave();
  before_call();
  store_slot(in.a());
  const u32 first = in.a() + vm::kFrameHeader;
  for (u32 i = 0; i < count; i++) store_slot(first + i);
  Node* vm = e_.const_ptr(&b_.request.vm);
  const u64 top_offset = vm_offset(&b_.request.vm.top);
  if (!in.x()) e_.store(Memory::kPtr, Alias::Vm, vm, top_offset, slot_address(first + count));
  Node* n = e_.emit(Op::Call, {e_.box(callee)}, u64(count) << 32 | wanted, u32(base_ + i32(in.a())));
  n->snapshot = snapshot_here();
  clear_from(in.a());
  state_.globals.clear();
  if (!wanted) {
    Node* top = e_.load(Memory::kPtr, Alias::Vm, vm, top_offset);
    e_.emit(Op::GuardTrue, {e_.emit(Op::EqPtr, {top, slot_address(in.a() + 1)})})->snapshot = snapshot(pc_ + 1);
  }
  if (wanted != 1) write(in.a(), wanted ? n : load_slot(in.a()));
  if (wanted != 1) guess_result(in.a(), read(in.a()));
  for (u32 i = 1; i + 1 < wanted; i++) write(in.a() + i, load_slot(in.a() + i));
  if (in.c() == 0) next_top_count_ = wanted ? i32(wanted) - 1 : 1;
  guard_valid(pc_ + 1);
}

// In a frame that is running, a register that nothing else writes holds what the call gave last time. Only its kind is looked at: it may
// be a reference to what is gone.
void FrameBuilder::guess_result(u32 reg, Node* result) const {
  if (caller_ || !b_.request.frame || failed_ || reg >= prototype_->frame_size) return;
  std::vector<u32> all(analysis_.flow.blocks.size());
  std::iota(all.begin(), all.end(), 0u);
  if (!only_writer(all, reg)) return;
  const Kind kind = kind_of(b_.request.frame[reg]);
  if (kind != Kind::kNil && kind != Kind::kOther) e_.set_likely(result, kind);
}

Node* FrameBuilder::slot_address(u32 reg) { return e_.emit(Op::SlotAddress, {}, u64(i64(base_) + reg)); }

void Builder::call_directly(const ir::DirectTarget* direct, const vm::Prototype* prototype) {
  auto& targets = result.direct_targets;
  if (std::ranges::find(targets, direct) == targets.end()) targets.push_back(direct);
  auto& known = result.prototypes;
  if (std::ranges::find(known, prototype) == known.end()) known.push_back(prototype);
}

// Arguments in registers, the result in one. False: the callee has no such entry, or the call does not fit it.
bool FrameBuilder::direct_call(Instruction in, Node* callee, vm::Prototype* target, std::span<Node* const> arguments) {
  if (!b_.request.targets || arguments.size() != target->parameters) return false;
  std::vector<Value> samples;
  for (Node* argument : arguments) {
    const Value* seen = e_.sample(argument);
    samples.push_back(seen ? *seen : Value::raised());
  }
  const ir::DirectTarget* direct = b_.request.targets->of(target, samples);
  if (!direct) return false;
  const bool wants_result = in.c() != 1;
  if (wants_result && direct->result.type == Type::Void) return false;
  // After a failure nothing is promised about types.
  if (failed_ && wants_result && (direct->result.type != Type::Boxed || in.c() == 0)) return false;
  for (usize i = 0; i < arguments.size(); i++) {
    const Kind known = e_.known_kind(arguments[i]), wanted = kind_of_parameter(direct->parameters[i]);
    if (wanted != Kind::kUnknown && known != wanted && (failed_ || known != Kind::kUnknown)) return false;
  }
  callee = guard_target(callee, target);
  std::vector<Node*> passed;
  for (usize i = 0; i < arguments.size(); i++) passed.push_back(as_type(arguments[i], direct->parameters[i]));
  if (!e_.block) return true;
  b_.call_directly(direct, target);
  before_call();
  e_.emit(Op::StoreSlot, {callee}, u64(i64(base_) + in.a()));
  const ir::DirectParameter result = wants_result ? direct->result : ir::DirectParameter{Type::Void};
  Node* n = e_.emit_typed(Op::CallDirect, result.type, passed, reinterpret_cast<u64>(direct), u32(base_ + i32(in.a())));
  n->snapshot = snapshot_here();
  n->snapshot->top = in.c() == 0 ? base_ + i32(in.a()) + 1 : 0;  // all results are wanted: it leaves if there is not just one
  clear_from(in.a());
  if (wants_result) write(in.a(), result.type == Type::Ptr ? e_.emit(Op::BoxPtr, {n}, result.tag) : n);
  if (in.c() == 0) next_top_count_ = 1;
  after_call(pc_ + 1);
  return true;
}

// False: not that way.
bool FrameBuilder::native_call(Instruction in, const vm::Native* native, std::span<Node* const> arguments) {
  const bool is_known = vm::intrinsic_of(native) != vm::Intrinsic::kNone;
  if (in.c() != 1 && in.c() != 2 && !(in.c() == 0 && is_known)) return false;
  const Value callee = Value::function(native);
  Node* register_value = read(in.a());
  if (register_value->op != Op::ConstBoxed) guard(Op::GuardEqual, {register_value}, callee.bits);
  b_.reference(callee);
  const vm::Intrinsic which = vm::intrinsic_of(native);
  if (Node* n = which == vm::Intrinsic::kType ? type_of(native, arguments) : intrinsic(which, arguments)) {
    clear_from(in.a());
    if (in.c() != 1) write(in.a(), n);
    if (in.c() == 0) next_top_count_ = 1;
    return true;
  }
  if (!e_.block) return true;
  if (in.c() == 0 && !vm::gives_one_result(vm::intrinsic_of(native))) return false;
  for (u32 i = 0; i < arguments.size(); i++) store_slot(in.a() + vm::kFrameHeader + i);
  write(in.a(), e_.const_boxed(callee));
  store_slot(in.a());
  Node* first = slot_address(in.a() + vm::kFrameHeader);
  const Kind kind = kind_of_result(vm::intrinsic_of(native));
  Node* n = call_runtime(reinterpret_cast<const void*>(runtime::call_native),
                         {e_.const_boxed(callee), first, e_.const_int(i64(arguments.size()))});
  if (kind != Kind::kUnknown) e_.set_likely(n, kind);
  else guess_result(in.a(), n);
  clear_from(in.a());
  if (in.c() != 1) write(in.a(), n);
  if (in.c() == 0) next_top_count_ = 1;
  return true;
}

}  // namespace gs::jit::region
