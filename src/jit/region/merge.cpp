// Joining ways: one node for each live register and each known global.
#include <algorithm>

#include "jit/region/frame_builder.hpp"

namespace gs::jit::region {

using ir::Op;

namespace {

template <class Get>
bool all_same(const std::vector<Edge>& edges, Get get) {
  return std::ranges::all_of(edges, [&](const Edge& e) { return get(e) == get(edges[0]); });
}

// The value that a guard gave another representation.
Node* original(Node* n) {
  return n->op == Op::GuardInt || n->op == Op::GuardFloat ? n->inputs[0] : n;
}

}  // namespace

// Ways that bring the same value, unboxed by some of them, bring it as it was before.
void FrameBuilder::reunite(std::vector<Edge>& edges, u32 reg) {
  Node* first = original(edges[0].state.registers[reg]);
  for (const Edge& edge : edges) {
    if (original(edge.state.registers[reg]) != first) return;
  }
  for (Edge& edge : edges) {
    if (edge.state.slots[reg] == edge.state.registers[reg]) edge.state.slots[reg] = first;
    edge.state.registers[reg] = first;
  }
}

// Brings the register to one representation on every edge: unboxed if all are, or if one is and the others are likely to be the
// same kind of number. Other registers stay as they are: those that have been unified must not change again.
void FrameBuilder::unify_register(std::vector<Edge>& edges, u32 reg) {
  u32 ints = 0, floats = 0, likely_ints = 0, likely_floats = 0, bools = 0;
  for (const Edge& edge : edges) {
    const Node* n = edge.state.registers[reg];
    const Kind kind = failed_ ? e_.known_kind(n) : e_.likely_kind(n);
    ints += n->type == Type::I64;
    floats += n->type == Type::F64;
    bools += n->type == Type::Bool;
    likely_ints += kind == Kind::kInt;
    likely_floats += kind == Kind::kFloat;
  }
  const bool as_ints = ints && likely_ints == edges.size();
  const bool as_floats = floats && likely_floats == edges.size();
  for (Edge& edge : edges) {
    e_.block = edge.from;
    std::swap(state_, edge.state);
    Node* n = state_.registers[reg];
    Node* unified = as_ints ? to_int(n) : as_floats ? to_float(n) : bools == edges.size() ? n : e_.box(n);
    if (state_.slots[reg] == n) state_.slots[reg] = unified;
    state_.registers[reg] = unified;
    std::swap(state_, edge.state);
    edge.from = e_.block;
  }
}

std::vector<GlobalValue> FrameBuilder::merge_globals(std::vector<Edge>& edges) {
  std::vector<vm::Global*> all;
  for (const Edge& edge : edges) {
    for (const GlobalValue& g : edge.state.globals) {
      if (std::ranges::find(all, g.global) == all.end()) all.push_back(g.global);
    }
  }
  std::vector<GlobalValue> merged;
  for (vm::Global* global : all) {
    bool is_dirty = false, everywhere = true;
    for (Edge& edge : edges) {
      const GlobalValue* g = edge.state.find(global);
      everywhere = everywhere && g;
      is_dirty = is_dirty || (g && g->is_dirty);
    }
    if (!everywhere && !is_dirty) continue;
    Type type = Type::Void;
    for (Edge& edge : edges) {
      e_.block = edge.from;
      if (!edge.state.find(global)) {
        edge.state.globals.push_back({global, e_.emit(Op::LoadGlobal, {}, u64(&global->value)), false});
      }
      const Type own = edge.state.find(global)->value->type;
      type = type == Type::Void || type == own ? own : Type::Boxed;
    }
    for (Edge& edge : edges) {
      GlobalValue* g = edge.state.find(global);
      e_.block = edge.from;
      if (type == Type::Boxed) g->value = e_.box(g->value);
    }
    merged.push_back({global, nullptr, is_dirty});
  }
  return merged;
}

// One edge: emission goes on in its block. Several: a new block with phis.
void FrameBuilder::merge(std::vector<Edge> edges, u32 pc) {
  pc_ = pc;
  failed_ = b_.request.history && b_.request.history->has_failed_at_join(prototype_, pc);
  is_at_join_ = true;
  const auto is_live = [&](u32 r) { return analysis_.live.is_live(pc, r); };
  if (edges.size() == 1) {
    e_.block = edges[0].from;
    state_ = std::move(edges[0].state);
    for (u32 r = 0; r < state_.registers.size(); r++) {
      if (!is_live(r)) state_.registers[r] = nullptr;
    }
    return;
  }
  for (u32 r = 0; r < prototype_->frame_size; r++) {
    const auto in_edge = [&](const Edge& e) { return e.state.registers[r]; };
    if (!is_live(r) || all_same(edges, in_edge)) continue;
    if (std::ranges::any_of(edges, [&](const Edge& e) { return !in_edge(e); })) continue;
    reunite(edges, r);
    if (!all_same(edges, in_edge)) unify_register(edges, r);
  }
  std::vector<GlobalValue> globals = merge_globals(edges);
  // A guard that never holds ended its edge.
  std::erase_if(edges, [](const Edge& e) { return !e.from; });
  if (edges.empty()) {
    e_.block = nullptr;
    return;
  }
  Block* block = e_.function().add_block();
  for (Edge& edge : edges) {
    e_.block = edge.from;
    e_.jump(block);
  }
  e_.block = block;
  State merged;
  merged.registers.assign(prototype_->frame_size, nullptr);
  merged.slots.assign(prototype_->frame_size, nullptr);
  for (u32 r = 0; r < prototype_->frame_size; r++) {
    if (all_same(edges, [&](const Edge& e) { return e.state.slots[r]; })) merged.slots[r] = edges[0].state.slots[r];
    if (is_live(r)) merged.registers[r] = merge_register(edges, r);
    const bool stored = std::ranges::all_of(edges, [&](const Edge& e) { return e.state.slots[r] && e.state.slots[r] == e.state.registers[r]; });
    if (stored && merged.registers[r]) merged.slots[r] = merged.registers[r];
  }
  for (GlobalValue& g : globals) {
    std::vector<Node*> values;
    for (Edge& edge : edges) values.push_back(edge.state.find(g.global)->value);
    const bool same = std::ranges::all_of(values, [&](Node* n) { return n == values[0]; });
    g.value = same ? values[0] : make_phi(values);
  }
  merged.globals = std::move(globals);
  state_ = std::move(merged);
}

Node* FrameBuilder::merge_register(std::vector<Edge>& edges, u32 reg) {
  std::vector<Node*> values;
  for (const Edge& edge : edges) {
    values.push_back(edge.state.registers[reg]);
    if (!values.back()) return nullptr;
  }
  const bool same = std::ranges::all_of(values, [&](Node* n) { return n == values[0]; });
  return same ? values[0] : make_phi(values);
}

// Of values of one type. What all of them are known to be, it is.
Node* FrameBuilder::make_phi(std::span<Node* const> values) {
  Node* phi = e_.emit_typed(Op::Phi, values[0]->type, values);
  const Kind kind = e_.known_kind(values[0]);
  const bool same_kind = std::ranges::all_of(values, [&](Node* n) { return e_.known_kind(n) == kind; });
  if (phi->type == Type::Boxed && same_kind && kind != Kind::kUnknown) e_.set_kind(phi, kind);
  if (std::ranges::any_of(values, [&](Node* n) { return mixed_.contains(n); })) mixed_.insert(phi);
  for (Node* n : values) {
    const Value* seen = e_.sample(n);
    if (!seen) continue;
    e_.set_sample(phi, *seen);
    break;
  }
  return phi;
}

}  // namespace gs::jit::region
