// Removes allocations that only the function itself and the interpreter after an exit could see. The object's fields
// become values (with phis where ways meet); snapshots name the object as a virtual one, with what its fields hold
// there, and leaving makes it.
//
//   v3 = NewObject v1 v2                           v5 = GuardFloat v1 @s0      (s0: r4=v3, v3 = VirtualObject v1 v2)
//   v4:v = Load v3 48 .boxed .Fields       ->
//   v5 = GuardFloat v4 @s0   (s0: r4=v3)
//
// Needs `number` and `memory` before it: guards of new objects are folded, most loads forwarded. An object stored
// into another one that is removed may go in the next round.
#include "jit/ir/edit.hpp"
#include "jit/ir/loops.hpp"
#include "jit/ir/uses.hpp"
#include "jit/opt/locations.hpp"
#include "jit/opt/objects.hpp"

namespace gs::jit::opt {

using namespace ir;

namespace {

constexpr u32 kObjectLimit = 64;  // a round: bounds the work per block
constexpr u32 kFieldLimit = 16;

using Fields = std::vector<Node*>;

class Sinking {
 public:
  explicit Sinking(Function& function)
      : function_(function),
        dominators_(function),
        loops_(function, dominators_),
        object_(function.node_count()),
        ends_(function.block_count()) {}

  // True if an object went.
  bool run() {
    unbox_snapshots(function_);
    collect();
    if (objects_.empty()) return false;
    check_uses();
    bool changed = false;
    for (const Object& object : objects_) {
      if (!object.is_removable) continue;
      remove(object);
      changed = true;
    }
    remove_copies(function_);
    return changed;
  }

 private:
  struct Object {
    Node* node;
    u32 field_count;
    bool is_removable = true;
    std::vector<std::pair<Block*, u64>> stores;  // where, and the field
    std::vector<Node*> boxes;
  };

  void collect() {
    for (Block* block : function_.blocks) {
      for (Node* n : nodes(block)) {
        if (makes_object(n) && objects_.size() < kObjectLimit) {
          const u32 count = n->op == Op::NewCell ? 1 : function_.templates[n->imm].field_count;
          if (count > kFieldLimit) continue;
          objects_.push_back({n, count, true, {}, {}});
          object_[n->id] = u32(objects_.size());
        } else if (n->op == Op::BoxPtr && object_[n->input(0)->id]) {
          object_[n->id] = object_[n->input(0)->id];
          objects_[object_[n->id] - 1].boxes.push_back(n);
        } else if (n->op == Op::GuardTag && object_[n->input(0)->id] && n->input(0)->op == Op::BoxPtr &&
                   n->input(0)->imm == n->imm) {
          object_[n->id] = object_[n->input(0)->id];
          n->become(n->input(0)->input(0));
        }
      }
    }
  }

  // The object a value is, or is a reference to.
  Object* object_of(const Node* value) {
    const u32 index = value->id < object_.size() ? object_[value->id] : 0;
    return index ? &objects_[index - 1] : nullptr;
  }

  void check_uses() {
    for (Block* block : function_.blocks) {
      for (Node* n : nodes(block)) {
        if (n->op == Op::Copy) continue;
        for (Node*& input : n->inputs) input = resolve(input);
        for (usize i = 0; i < n->inputs.size(); i++) {
          Object* used = object_of(n->input(i));
          if (!used) continue;
          if (!may_use(*used, n, i)) used->is_removable = false;
          if (n->op == Op::Store && i == 0) used->stores.push_back({block, field_of(*used, n)});
        }
        if (!n->snapshot) continue;
        for (const SnapshotFrame& frame : n->snapshot->frames) {
          Object* used = frame.function ? object_of(resolve(frame.function)) : nullptr;
          if (used) used->is_removable = false;
        }
      }
    }
  }

  bool may_use(const Object& object, const Node* n, usize operand) const {
    switch (n->op) {
      case Op::BoxPtr:
      case Op::Barrier: return true;
      case Op::Load:
      case Op::Store: return operand == 0 && field_of(object, n) < object.field_count;
      case Op::GuardShape:
        return object.node->op == Op::NewObject && n->imm == function_.templates[object.node->imm].shape &&
               n->aux == function_.templates[object.node->imm].shape_offset;
      case Op::EqPtr:
      case Op::EqBoxed: return n->input(0) != n->input(1);
      default: return false;
    }
  }

  // Beyond the fields: no field.
  u64 field_of(const Object& object, const Node* access) const {
    if (access->memory != Memory::kBoxed) return ~u64{0};
    if (object.node->op == Op::NewCell)
      return access->alias == Alias::Cells && access->imm == object.node->imm ? 0 : ~u64{0};
    const u64 distance = access->imm - function_.templates[object.node->imm].fields_offset;
    return access->alias == Alias::Fields && distance % 8 == 0 ? distance / 8 : ~u64{0};
  }

  // --- one object becomes its fields

  void remove(const Object& object) {
    pending_.clear();
    last_copied_ = nullptr;
    Block* home = object.node->block;
    for (Block* block : function_.blocks) {
      if (!dominators_.dominates(home, block)) continue;
      if (block == home) {
        start_fields(object);
      } else {
        enter(object, block);
        if (block->entry_snapshot) block->entry_snapshot = rewrite(object, block->entry_snapshot);
      }
      Node* first = block == home ? object.node->next : first_after_phis(block);
      for (Node* n = first; n;) {
        Node* next = n->next;
        visit(object, n);
        n = next;
      }
      ends_[block->id] = fields_;
    }
    for (const Pending& pending : pending_) {
      for (usize i = 0; i < pending.phi->inputs.size(); i++) {
        pending.phi->inputs[i] = ends_[pending.phi->block->predecessors[i]->id][pending.field];
      }
    }
    for (Node* box : object.boxes) {
      if (box->block) box->block->remove(box);
    }
    home->remove(object.node);
  }

  void start_fields(const Object& object) {
    const Node* n = object.node;
    fields_.assign(n->inputs.begin(), n->inputs.end());
    if (fields_.size() == object.field_count) return;
    Node* rest = function_.make(Op::ConstBoxed, Type::Boxed, {}, function_.templates[n->imm].rest);
    n->block->insert_before(object.node, rest);
    fields_.resize(object.field_count, rest);
  }

  void enter(const Object& object, Block* block) {
    const Loop* loop = loops_.of(block);
    const bool is_header = loop && loop->header == block;
    bool is_first = true;
    Fields merged(object.field_count);
    std::vector<bool> needs_phi(object.field_count);
    for (const Block* from : block->predecessors) {
      if (is_header && dominators_.dominates(block, from)) continue;
      const Fields& end = ends_[from->id];
      for (u32 i = 0; i < object.field_count; i++) {
        if (!is_first && merged[i] != end[i]) needs_phi[i] = true;
        merged[i] = end[i];
      }
      is_first = false;
    }
    for (const auto& [where, field] : object.stores) {
      if (is_header && loops_.is_inside(where, loop)) needs_phi[field] = true;
    }
    fields_ = std::move(merged);
    for (u32 i = 0; i < object.field_count; i++) {
      if (!needs_phi[i]) continue;
      Node* phi = function_.make_span(Op::Phi, Type::Boxed, std::vector<Node*>(block->predecessors.size()));
      block->insert_before(block->first, phi);
      pending_.push_back({phi, i});
      fields_[i] = phi;
    }
  }

  void visit(const Object& object, Node* n) {
    if (n->snapshot && n->is(kExits)) n->snapshot = rewrite(object, n->snapshot);
    for (usize i = 0; i < n->inputs.size(); i++) {
      if (n->op == Op::Copy || !is_object(object, n->input(i))) continue;
      switch (n->op) {
        case Op::Load: return n->become(fields_[field_of(object, n)]);
        case Op::Store:
          fields_[field_of(object, n)] = resolve(n->input(1));
          last_copied_ = nullptr;
          [[fallthrough]];
        case Op::Barrier:
        case Op::GuardShape: return n->block->remove(n);
        case Op::EqPtr:
        case Op::EqBoxed: {
          Node* no = function_.make(Op::ConstBool, Type::Bool, {}, 0);
          n->block->insert_before(n, no);
          return n->become(no);
        }
        default: return;
      }
    }
  }

  bool is_object(const Object& object, const Node* value) const {
    value = resolve(const_cast<Node*>(value));
    return value == object.node || (value->op == Op::BoxPtr && value->input(0) == object.node);
  }

  // The snapshot with the object as a virtual one, as its fields are now. The nodes of an instruction share theirs.
  Snapshot* rewrite(const Object& object, Snapshot* snapshot) {
    bool names_it = false;
    each_snapshot_value(snapshot, [&](Node*& value) { names_it |= is_object(object, value); });
    if (!names_it) return snapshot;
    if (last_copied_ == snapshot) return last_copy_;
    Node* virtual_object = nullptr;
    last_copied_ = snapshot;
    last_copy_ = copy_snapshot(function_, snapshot, [&](Node* value) {
      if (!is_object(object, value)) return value;
      if (!virtual_object) virtual_object = make_virtual(object);
      return virtual_object;
    });
    return last_copy_;
  }

  Node* make_virtual(const Object& object) {
    const Op op = object.node->op == Op::NewCell ? Op::VirtualCell : Op::VirtualObject;
    return function_.make_span(op, Type::Ptr, fields_, object.node->imm);
  }

  struct Pending {
    Node* phi;
    u32 field;
  };

  Function& function_;
  Dominators dominators_;
  Loops loops_;
  std::vector<Object> objects_;
  std::vector<u32> object_;   // by node id: index + 1 of the object a NewObject, NewCell or BoxPtr stands for
  std::vector<Fields> ends_;  // by block id: the fields of the object being removed, at the block's end
  Fields fields_;             // where we are
  std::vector<Pending> pending_;
  Snapshot* last_copied_ = nullptr;
  Snapshot* last_copy_ = nullptr;
};

}  // namespace

bool sink_objects(Function& function) { return Sinking(function).run(); }

}  // namespace gs::jit::opt
