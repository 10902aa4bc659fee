// Who uses which value: a node's operands, and the values of its snapshot. Passes, liveness and the register
// allocator see uses through these functions, so that all agree on what a snapshot keeps alive.
#pragma once

#include "jit/ir/block.hpp"
#include "jit/ir/snapshot.hpp"

namespace gs::jit::ir {

inline bool is_virtual(const Node* n) { return n->op == Op::VirtualObject || n->op == Op::VirtualCell; }

// Nodes that stand in snapshots without being in a block: virtual objects, and the boxes of pointers in their fields,
// which say the tag.
inline bool is_floating(const Node* n) { return is_virtual(n) || (n->op == Op::BoxPtr && !n->block); }

// visit(Node*&) for a value in a snapshot; for a virtual object, for what its fields hold instead.
template <class Visit>
void each_value_behind(Node*& value, Visit& visit) {
  if (!value) return;
  if (!is_floating(value)) return visit(value);
  for (Node*& field : value->inputs) each_value_behind(field, visit);
}

// The functions of a snapshot's frames: all that a kFrames node needs of it.
template <class Visit>
void each_frame_value(Snapshot* snapshot, Visit&& visit) {
  for (SnapshotFrame& frame : snapshot->frames) {
    if (frame.function) visit(frame.function);
  }
}

template <class Visit>
void each_snapshot_value(Snapshot* snapshot, Visit&& visit) {
  each_frame_value(snapshot, visit);
  for (SnapshotEntry& entry : snapshot->registers) each_value_behind(entry.value, visit);
  for (SnapshotEntry& entry : snapshot->globals) each_value_behind(entry.value, visit);
}

// visit(Node*&) for everything that must be computed when `n` runs.
template <class Visit>
void each_use(Node* n, Visit&& visit) {
  for (Node*& input : n->inputs) visit(input);
  if (!n->snapshot) return;
  if (n->is(kExits)) {
    each_snapshot_value(n->snapshot, visit);
  } else {
    each_frame_value(n->snapshot, visit);
  }
}

}  // namespace gs::jit::ir
