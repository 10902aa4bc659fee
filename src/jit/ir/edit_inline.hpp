// The template of edit.hpp.
#pragma once

#include "jit/ir/edit.hpp"
#include "jit/ir/uses.hpp"

namespace gs::jit::ir {

namespace detail {

// Virtual objects that occur twice in a snapshot must be copied once: `copied` pairs originals with copies.
template <class Map>
Node* map_value(Function& function, Node* value, Map& map, std::vector<std::pair<Node*, Node*>>& copied) {
  if (!value || !is_floating(value)) return value ? map(value) : nullptr;
  for (const auto& [original, copy] : copied) {
    if (original == value) return copy;
  }
  Node* copy = function.make_span(value->op, value->type, value->inputs, value->imm, value->aux);
  const usize own = copied.size();
  copied.emplace_back(value, copy);
  for (Node*& field : copy->inputs) field = map_value(function, field, map, copied);
  // What was a pointer may have become a virtual object, which says its tag itself.
  if (copy->op == Op::BoxPtr && is_virtual(copy->input(0))) copied[own].second = copy = copy->input(0);
  return copy;
}

}  // namespace detail

template <class Map>
Snapshot* copy_snapshot(Function& function, const Snapshot* snapshot, Map&& map) {
  std::vector<std::pair<Node*, Node*>> copied;
  Snapshot* copy = function.make_snapshot(snapshot->frames, snapshot->registers, snapshot->globals);
  copy->is_pinned = snapshot->is_pinned;
  copy->is_at_join = snapshot->is_at_join;
  copy->top = snapshot->top;
  copy->origin = snapshot->origin;
  for (SnapshotFrame& frame : copy->frames) frame.function = detail::map_value(function, frame.function, map, copied);
  for (SnapshotEntry& entry : copy->registers) entry.value = detail::map_value(function, entry.value, map, copied);
  for (SnapshotEntry& entry : copy->globals) entry.value = detail::map_value(function, entry.value, map, copied);
  return copy;
}

}  // namespace gs::jit::ir
