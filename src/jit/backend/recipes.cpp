// Snapshots to recipes.
#include "jit/backend/recipes.hpp"

#include <algorithm>

#include "jit/backend/allocation.hpp"
#include "jit/backend/leaf.hpp"
#include "jit/ir/uses.hpp"

namespace gs::jit::backend {

namespace {

using ir::Node;
using ir::Op;
using ir::Type;

class ExitRecipe {
 public:
  ExitRecipe(LFunction& f, const Intervals& intervals, Region& region, const Instr* i, const ExitPoint& exit)
      : f_(f), intervals_(intervals), region_(region), out_(region), exit_(exit), snapshot_(*exit.node->snapshot),
        position_(i->position + (i->exits_late ? 1 : 0)) {}

  void write() {
    write_frames();
    write_objects();
    write_entries(snapshot_.registers, true);
    write_entries(snapshot_.globals, false);
  }

 private:
  void write_frames() {
    usize count = snapshot_.frames.size();
    out_.number(count);
    for (usize k = 0; k < count; k++) {
      const ir::SnapshotFrame& frame = snapshot_.frames[k];
      out_.constant(u64(frame.prototype));
      out_.number(frame.pc + (exit_.is_after && k + 1 == count ? 1 : 0));
      out_.signed_number(frame.base);
      if (!k) continue;
      write_value(frame.function, 0);
      out_.number(u64(frame.distance));
      if (frame.distance) out_.constant(frame.link);
    }
  }

  bool is_written(const ir::SnapshotEntry& entry) const { return !exit_.is_after || entry.place < exit_.limit; }

  void write_objects() {
    for (const ir::SnapshotEntry& entry : snapshot_.registers) {
      if (is_written(entry)) collect(entry.value);
    }
    for (const ir::SnapshotEntry& entry : snapshot_.globals) collect(entry.value);
    if (objects_.size() > kMaxObjects) f_.failure = "too many removed allocations";
    out_.number(objects_.size());
    if (objects_.empty()) return;
    if (region_.templates.empty()) region_.templates = f_.ir->templates;
    for (const Node* object : objects_) {
      bool is_cell = object->op == Op::VirtualCell;
      out_.number(is_cell ? 0 : object->imm + 1);
      if (is_cell) out_.number(object->imm);
      if (object->inputs.size() > kMaxFields) f_.failure = "a removed allocation has too many fields";
      out_.number(object->inputs.size());
      for (Node* field : object->inputs) write_value(field, 0);
    }
  }

  void collect(Node* value) {
    Node* n = resolve(value);
    if (!ir::is_virtual(n) || std::find(objects_.begin(), objects_.end(), n) != objects_.end()) return;
    for (Node* field : n->inputs) collect(field);
    objects_.push_back(n);
  }

  void write_entries(std::span<const ir::SnapshotEntry> entries, bool are_registers) {
    out_.number(are_registers ? u64(std::count_if(entries.begin(), entries.end(), [&](auto& e) { return is_written(e); }))
                              : entries.size());
    i64 before = 0;
    for (const ir::SnapshotEntry& entry : entries) {
      if (are_registers) {
        if (!is_written(entry)) continue;
        out_.signed_number(entry.place - before);
        before = entry.place;
      } else {
        out_.constant(u64(entry.place));
      }
      write_value(entry.value, entry.tag);
    }
  }

  // A node's register; a guard of a float in a vector register has that of what it guards.
  VReg vreg_of(const Node* n) const {
    VReg v = f_.node_vregs[n->id];
    return v != kNoVReg ? v : f_.node_vregs[resolve(n->inputs[0])->id];
  }

  void write_value(Node* value, u64 tag) {
    Leaf leaf = leaf_of(value, tag);
    if (ir::is_virtual(leaf.node)) {
      auto found = std::find(objects_.begin(), objects_.end(), leaf.node);
      return out_.value(Type::Boxed, 0, PlaceKind::kObject, u64(found - objects_.begin()));
    }
    if (leaf.node->is_constant()) {
      u64 bits = leaf.node->op == Op::ConstBool ? leaf.node->imm != 0 : leaf.node->imm;
      return out_.value(leaf.type, leaf.tag, PlaceKind::kConstant, bits);
    }
    Place place = place_at(f_, intervals_, vreg_of(leaf.node), position_);
    if (place.is_register()) return out_.value(leaf.type, leaf.tag, PlaceKind::kRegister, place.reg());
    out_.value(leaf.type, leaf.tag, PlaceKind::kSlot, place.slot());
  }

  LFunction& f_;
  const Intervals& intervals_;
  Region& region_;
  RecipeWriter out_;
  const ExitPoint& exit_;
  const ir::Snapshot& snapshot_;
  u32 position_;
  std::vector<const Node*> objects_;
};

}  // namespace

void write_recipes(LFunction& f, const Intervals& intervals, Region& region, bool returns_directly) {
  region.exits.resize(f.exits.size());
  for (LBlock* block : f.blocks) {
    for (Instr* i : block->code) {
      i->each_exit([&](ExitPoint& point) {
        Exit& exit = region.exits[point.number];
        exit.recipe = u32(region.recipes.size());
        exit.node = point.node->id;
        exit.op = point.node->op;
        exit.is_after = point.is_after;
        exit.is_at_join = point.node->snapshot->is_at_join;
        exit.returns_directly = returns_directly;
        exit.top = point.is_after ? 0 : point.node->snapshot->top;  // a call has noted the end of its results
        if (const ir::Snapshot* origin = point.node->snapshot->origin) {
          exit.moved_from = origin->frames.back().prototype;
          exit.moved_from_pc = origin->frames.back().pc;
        }
        ExitRecipe(f, intervals, region, i, point).write();
      });
    }
  }
}

}  // namespace gs::jit::backend
