// Loops: the block before the header, the header's phis with a representation each, and the back-edge, which may contradict the choice
// (decisions.hpp).
#include <algorithm>

#include "jit/region/frame_builder.hpp"

namespace gs::jit::region {

using ir::Op;

namespace {

constexpr u32 kLargestPeeledLoop = 150;  // instructions

bool is_new_object(const Node* n) {
  return n->op == Op::NewObject || (n->op == Op::BoxPtr && n->inputs[0]->op == Op::NewObject);
}

}  // namespace

LoopDecisions& FrameBuilder::decisions(i32 loop) {
  return b_.decisions.of(path_, analysis_.flow.loops[u32(loop)].header);
}

bool FrameBuilder::may_peel(i32 loop) const { return analysis_.effects[u32(loop)].size <= kLargestPeeledLoop; }

PhiKind FrameBuilder::choose_kind(Node* value, PhiKind decided) const {
  if (decided != PhiKind::kAuto) return decided;
  switch (failed_ ? e_.known_kind(value) : e_.likely_kind(value)) {
    case Kind::kInt: return PhiKind::kInt;
    case Kind::kFloat: return PhiKind::kFloat;
    default: return PhiKind::kBoxed;
  }
}

// The value at the loop's entry in the representation wanted, or boxed if it is known to be something else.
Node* FrameBuilder::loop_entry_value(Node* value, PhiKind kind) {
  const Kind known = e_.known_kind(value);
  if (kind == PhiKind::kInt && (known == Kind::kInt || known == Kind::kUnknown)) return as_int(value);
  if (kind == PhiKind::kFloat && (known == Kind::kFloat || known == Kind::kUnknown)) return as_float(value);
  return e_.box(value);
}

// Before the header: globals that the loop assigns are loaded, to become phis; the others stay known only if nothing in the loop can
// change them.
void FrameBuilder::prepare_globals(i32 loop) {
  const LoopEffects& effects = analysis_.effects[u32(loop)];
  LoopDecisions& decided = decisions(loop);
  std::vector<vm::Global*> assigned = effects.assigned;
  for (const auto& [global, kind] : decided.globals) assigned.push_back(const_cast<vm::Global*>(global));
  std::vector<GlobalValue> kept;
  for (vm::Global* global : assigned) {
    const bool known = std::ranges::any_of(kept, [&](const GlobalValue& g) { return g.global == global; });
    if (known || global->aux != vm::Global::kAssignedMany) continue;
    GlobalValue* g = state_.find(global);
    Node* value = g ? g->value : load_global(global);
    kept.push_back({global, value, true});
  }
  for (GlobalValue& g : state_.globals) {
    if (std::ranges::any_of(kept, [&](const GlobalValue& k) { return k.global == g.global; })) continue;
    if (g.is_dirty) write_back(g);
    if (!effects.calls && !decided.forget_globals) kept.push_back({g.global, g.value, false});
  }
  state_.globals = std::move(kept);
}

void FrameBuilder::add_loop_phis(i32 loop, Block* header, std::vector<LoopPhi>& phis) {
  const u32 pc = analysis_.flow.blocks[analysis_.flow.loops[u32(loop)].header].begin;
  const LoopEffects& effects = analysis_.effects[u32(loop)];
  LoopDecisions& decided = decisions(loop);
  std::vector<Node*> entry_values;
  for (u32 r = 0; r < prototype_->frame_size; r++) {
    if (!effects.writes[r]) continue;
    state_.slots[r] = nullptr;
    Node* value = state_.registers[r];
    if (!value || !analysis_.live.is_live(pc, r)) continue;
    const auto choice = decided.registers.find(r);
    const PhiKind kind = choose_kind(value, choice == decided.registers.end() ? PhiKind::kAuto : choice->second);
    entry_values.push_back(loop_entry_value(value, kind));
    phis.push_back({nullptr, r, nullptr});
  }
  for (GlobalValue& g : state_.globals) {
    if (!g.is_dirty) continue;
    const auto choice = decided.globals.find(g.global);
    const PhiKind kind = choose_kind(g.value, choice == decided.globals.end() ? PhiKind::kAuto : choice->second);
    entry_values.push_back(loop_entry_value(g.value, kind));
    phis.push_back({nullptr, 0, g.global});
  }
  e_.jump(header);
  e_.block = header;
  for (usize i = 0; i < phis.size(); i++) {
    Node* entry = entry_values[i];
    Node* phi = e_.emit_typed(Op::Phi, entry->type, std::initializer_list<Node*>{entry, entry});
    if (const Value* seen = e_.sample(entry)) e_.set_sample(phi, *seen);
    phis[i].phi = phi;
    // Boxed though what comes in is a number: both sorts come by.
    const Kind first = e_.known_kind(entry);
    if (phi->type == Type::Boxed && (first == Kind::kInt || first == Kind::kFloat)) mixed_.insert(phi);
    if (phis[i].global) {
      state_.find(phis[i].global)->value = phi;
    } else {
      state_.registers[phis[i].reg] = phi;
    }
  }
}

void FrameBuilder::build_loop_once(i32 loop) {
  const bytecode::FlowLoop& shape = analysis_.flow.loops[u32(loop)];
  const u32 pc = analysis_.flow.blocks[shape.header].begin;
  merge(std::exchange(pending_[shape.header], {}), pc);
  if (!e_.block) return;
  prepare_globals(loop);
  Block* header = e_.function().add_block();
  header->is_loop_header = true;
  std::vector<LoopPhi> phis;
  add_loop_phis(loop, header, phis);
  if (header->predecessors.empty()) return abandon_header(header);
  const std::vector<GlobalValue> globals_at_header = state_.globals;
  header->entry_snapshot = snapshot(pc);
  build_instructions(shape.header);
  walk(std::span(shape.blocks).subspan(1), loop);
  close_loop(loop, header, phis, globals_at_header);
}

// An entry guard can never hold: the loop is not reached.
void FrameBuilder::abandon_header(Block* header) {
  std::erase(e_.function().blocks, header);
  e_.block = nullptr;
}

void FrameBuilder::close_loop(i32 loop, Block* header, std::vector<LoopPhi>& phis, std::span<const GlobalValue> globals_at_header) {
  const u32 header_block = analysis_.flow.loops[u32(loop)].header;
  const u32 pc = analysis_.flow.blocks[header_block].begin;
  LoopDecisions& decided = decisions(loop);
  if (!pending_[header_block].empty()) merge(std::exchange(pending_[header_block], {}), pc);
  else e_.block = nullptr;
  if (e_.block) check_globals(decided, globals_at_header);
  std::vector<Node*> values;
  for (const LoopPhi& phi : phis) {
    if (!e_.block) break;
    Node* value = phi.global ? state_.find(phi.global)->value : state_.registers[phi.reg];
    values.push_back(back_edge_value(value, phi, loop));
  }
  if (!e_.block) {  // never comes back
    header->is_loop_header = false;
    header->entry_snapshot = nullptr;
    for (const LoopPhi& phi : phis) phi.phi->inputs = phi.phi->inputs.first(1);
    return;
  }
  for (usize i = 0; i < phis.size(); i++) phis[i].phi->inputs[1] = values[i];
  e_.jump(header);
}

// A global that the header takes for known and unchanged must be so at the back-edge; one with a phi must be known.
void FrameBuilder::check_globals(LoopDecisions& decided, std::span<const GlobalValue> at_header) {
  for (const GlobalValue& before : at_header) {
    GlobalValue* now = state_.find(before.global);
    if (before.is_dirty) {
      if (!now) state_.globals.push_back({before.global, load_global(before.global), true});
      continue;
    }
    const bool same = now && (now->value == before.value || e_.box(now->value) == before.value);
    if (same && !now->is_dirty) continue;
    if (now && now->is_dirty) {
      decided.globals[before.global] = PhiKind::kAuto;
    } else {
      decided.forget_globals = true;
    }
    b_.decisions.contradict();
  }
  // Assigned by an inlined callee: unknown at the header, so it must be in memory here.
  for (GlobalValue& now : state_.globals) {
    const bool known = std::ranges::any_of(at_header, [&](const GlobalValue& g) { return g.global == now.global; });
    if (known || !now.is_dirty) continue;
    write_back(now);
    now.is_dirty = false;
    decided.globals[now.global] = PhiKind::kAuto;
    b_.decisions.contradict();
  }
}

// The value as the phi wants it. A contradiction is written down; the IR made from then on is thrown away.
Node* FrameBuilder::back_edge_value(Node* value, const LoopPhi& phi, i32 loop) {
  LoopDecisions& decided = decisions(loop);
  PhiKind& choice = phi.global ? decided.globals[phi.global] : decided.registers[phi.reg];
  const Kind known = e_.known_kind(value);
  const Kind wanted = phi.phi->type == Type::I64 ? Kind::kInt : phi.phi->type == Type::F64 ? Kind::kFloat : Kind::kUnknown;
  if (wanted == Kind::kUnknown) {
    // Objects that only the loop makes may be held as their fields.
    if (is_new_object(value) && !is_new_object(phi.phi->inputs[0]) && !decided.peel && may_peel(loop)) {
      decided.peel = true;
      b_.decisions.contradict();
    }
    const bool is_number = known == Kind::kInt || known == Kind::kFloat;
    if (is_number && choice == PhiKind::kAuto && e_.likely_kind(phi.phi) == Kind::kUnknown && !failed_ &&
        e_.known_kind(phi.phi->inputs[0]) == Kind::kUnknown) {
      choice = known == Kind::kInt ? PhiKind::kInt : PhiKind::kFloat;
      b_.decisions.contradict();
    }
    return e_.box(value);
  }
  if (known == wanted || (known == Kind::kUnknown && !failed_ && !mixed_.contains(value))) return wanted == Kind::kInt ? as_int(value) : as_float(value);
  if (known == Kind::kFloat && !decided.peel && may_peel(loop)) {
    decided.peel = true;
  } else {
    choice = PhiKind::kBoxed;
  }
  b_.decisions.contradict();
  return phi.phi;
}

}  // namespace gs::jit::region
