// Removes objects that are never written once made, also where they meet in phis: a value that goes round a loop,
// made anew in each iteration, is held as its fields.
//
//   v1 = NewObject v8 v9                       b1: b0 b2  loop
//   b1: b0 b2  loop                              v20:v = Phi v8 v10
//     v2:p = Phi v1 v12                  ->      v21:v = Phi v9 v11
//     v3:v = Load v2 48 .boxed .Fields           ...
//     ...
//     v12 = NewObject v10 v11
//
// Objects joined by phis are one group; a group goes if all its members are made alike, and used only for loads of
// fields, shape guards that hold, barriers, snapshots and its own phis. Identity must be kept too: two names of a
// snapshot must not be two virtual objects where they might have been one. So a member made before a phi of its group
// must not be used where that phi is alive.
#include "jit/ir/edit.hpp"
#include "jit/ir/loops.hpp"
#include "jit/ir/uses.hpp"
#include "jit/opt/locations.hpp"
#include "jit/opt/objects.hpp"

namespace gs::jit::opt {

using namespace ir;

namespace {

constexpr u32 kFieldLimit = 16;
constexpr u32 kMemberLimit = 128;

class Dissolving {
 public:
  explicit Dissolving(Function& function)
      : function_(function), dominators_(function), member_(function.node_count()) {}

  // True if an object went.
  bool run() {
    unbox_snapshots(function_);
    collect();
    if (members_.empty()) return false;
    join_groups();
    check_uses();
    check_identity();
    bool changed = false;
    for (u32 m = 0; m < members_.size(); m++) changed |= is_good(m);
    if (changed) rewrite();
    return changed;
  }

 private:
  struct Member {
    Node* node;
    u32 leader;                // union-find
    bool is_bad = false;       // of leaders: the group stays
    bool has_phi = false;      // of leaders
    std::vector<Block*> uses;  // blocks with a use
    std::vector<Node*> fields;
  };

  void collect() {
    for (Block* block : function_.blocks) {
      for (Node* n : nodes(block)) {
        const bool is_object = n->op == Op::NewObject && function_.templates[n->imm].field_count <= kFieldLimit;
        if ((is_object || (is_phi(n) && n->type == Type::Ptr)) && members_.size() < kMemberLimit) add(n);
      }
    }
    // A phi of something else is no member; nor is then a phi of that one.
    bool changed = true;
    while (changed) {
      changed = false;
      for (Member& member : members_) {
        if (!member_[member.node->id] || !is_phi(member.node)) continue;
        for (const Node* input : member.node->inputs) {
          if (member_[input->id]) continue;
          member_[member.node->id] = 0;
          changed = true;
          break;
        }
      }
    }
  }

  void add(Node* n) {
    members_.push_back({.node = n, .leader = u32(members_.size()), .uses = {}, .fields = {}});
    member_[n->id] = u32(members_.size());
  }

  u32 leader_of(u32 m) const {
    while (members_[m].leader != m) m = members_[m].leader;
    return m;
  }
  bool is_good(u32 m) const { return member_[members_[m].node->id] && !members_[leader_of(m)].is_bad; }

  // The index of the member a value is, or is the box of; kNone.
  static constexpr u32 kNone = ~0u;
  u32 index_of(const Node* value) const {
    if (value->op == Op::BoxPtr) value = value->input(0);
    const u32 index = value->id < member_.size() ? member_[value->id] : 0;
    return index ? index - 1 : kNone;
  }

  void join_groups() {
    for (u32 m = 0; m < members_.size(); m++) {
      const Node* phi = members_[m].node;
      if (!member_[phi->id] || !is_phi(phi)) continue;
      members_[leader_of(m)].has_phi = true;
      for (const Node* input : phi->inputs) {
        const u32 a = leader_of(m);
        const u32 b = leader_of(index_of(input));
        if (a == b) continue;
        members_[a].leader = b;
        members_[b].has_phi = true;
      }
    }
    // Made alike: every object as the first one of its group.
    for (u32 m = 0; m < members_.size(); m++) {
      if (members_[m].node->op != Op::NewObject) continue;
      Member& leader = members_[leader_of(m)];
      if (leader.fields.empty()) leader.fields.push_back(members_[m].node);
      const ObjectTemplate& first = template_of(leader.fields[0]);
      const ObjectTemplate& own = template_of(members_[m].node);
      leader.is_bad |= first.tag != own.tag || first.shape != own.shape || first.shape_offset != own.shape_offset ||
                       first.fields_offset != own.fields_offset || first.field_count != own.field_count ||
                       first.rest != own.rest;
    }
    for (Member& member : members_) {
      if (member.leader == u32(&member - members_.data()) && member.fields.empty()) member.is_bad = true;
    }
  }

  const ObjectTemplate& template_of(const Node* object) const { return function_.templates[object->imm]; }
  // An object of the member's group: what all are made like.
  const Node* model_of(u32 m) const { return members_[leader_of(m)].fields[0]; }

  void check_uses() {
    const auto use_in_snapshot = [this](Snapshot* snapshot, Block* block) {
      each_frame_value(snapshot, [&](Node*& value) {
        if (const u32 m = index_of(value); m != kNone) members_[leader_of(m)].is_bad = true;
      });
      each_snapshot_value(snapshot, [&](Node*& value) {
        if (const u32 m = index_of(value); m != kNone) members_[m].uses.push_back(block);
      });
    };
    for (Block* block : function_.blocks) {
      if (block->entry_snapshot) use_in_snapshot(block->entry_snapshot, block);
      for (Node* n : nodes(block)) {
        if (n->snapshot && n->is(kExits)) use_in_snapshot(n->snapshot, block);
        if (n->op == Op::BoxPtr) continue;
        for (usize i = 0; i < n->inputs.size(); i++) {
          const u32 m = index_of(n->input(i));
          if (m == kNone) continue;
          members_[m].uses.push_back(is_phi(n) ? block->predecessors[i] : block);
          if (!may_use(m, n, i)) members_[leader_of(m)].is_bad = true;
        }
        if (n->snapshot && !n->is(kExits)) {
          each_frame_value(n->snapshot, [&](Node*& value) {
            if (const u32 m = index_of(value); m != kNone) members_[leader_of(m)].is_bad = true;
          });
        }
      }
    }
  }

  bool may_use(u32 m, const Node* n, usize operand) const {
    const bool is_boxed = n->input(operand)->op == Op::BoxPtr;
    if (members_[leader_of(m)].is_bad) return false;
    const ObjectTemplate& made = template_of(model_of(m));
    switch (n->op) {
      case Op::Phi: return !is_boxed && index_of(n) != kNone;
      case Op::Barrier: return true;
      case Op::GuardShape: return n->imm == made.shape && n->aux == made.shape_offset;
      case Op::Load: {
        const u64 distance = n->imm - made.fields_offset;
        return n->alias == Alias::Fields && n->memory == Memory::kBoxed && distance % 8 == 0 &&
               distance / 8 < made.field_count;
      }
      default: return false;
    }
  }

  void check_identity() {
    for (u32 p = 0; p < members_.size(); p++) {
      if (!is_good(p) || !is_phi(members_[p].node)) continue;
      Block* joined = members_[p].node->block;
      for (u32 m = 0; m < members_.size(); m++) {
        if (!is_good(m) || leader_of(m) != leader_of(p) || dominators_.dominates(joined, members_[m].node->block))
          continue;
        for (const Block* use : members_[m].uses) {
          if (dominators_.dominates(joined, use)) members_[leader_of(p)].is_bad = true;
        }
      }
    }
  }

  void rewrite() {
    for (u32 m = 0; m < members_.size(); m++) {
      if (is_good(m)) models_.push_back(model_of(m));
      else models_.push_back(nullptr);
    }
    for (u32 m = 0; m < members_.size(); m++) {
      if (models_[m]) make_fields(m);
    }
    for (u32 m = 0; m < members_.size(); m++) {
      Node* phi = members_[m].node;
      if (!models_[m] || !is_phi(phi)) continue;
      for (usize i = 0; i < phi->inputs.size(); i++) {
        const Member& from = members_[index_of(phi->input(i))];
        for (usize f = 0; f < members_[m].fields.size(); f++) members_[m].fields[f]->inputs[i] = from.fields[f];
      }
    }
    copies_.resize(function_.snapshots.size());
    for (Block* block : function_.blocks) {
      if (block->entry_snapshot) block->entry_snapshot = rewrite_snapshot(block->entry_snapshot);
      for (Node* n : nodes(block)) rewrite_node(n);
    }
    remove_copies(function_);
  }

  void make_fields(u32 m) {
    Node* n = members_[m].node;
    const ObjectTemplate& made = template_of(models_[m]);
    std::vector<Node*>& fields = members_[m].fields;
    fields.clear();
    if (is_phi(n)) {
      for (u32 f = 0; f < made.field_count; f++) {
        fields.push_back(function_.make_span(Op::Phi, Type::Boxed, n->inputs));
        n->block->insert_before(n, fields.back());
      }
      return;
    }
    fields.assign(n->inputs.begin(), n->inputs.end());
    if (fields.size() == made.field_count) return;
    Node* rest = function_.make(Op::ConstBoxed, Type::Boxed, {}, made.rest);
    n->block->insert_before(n, rest);
    fields.resize(made.field_count, rest);
  }

  void rewrite_node(Node* n) {
    if (n->snapshot && n->is(kExits)) n->snapshot = rewrite_snapshot(n->snapshot);
    const u32 own = n->op == Op::BoxPtr || n->op == Op::NewObject || is_phi(n) ? index_of(n) : kNone;
    if (own != kNone && models_[own]) return n->block->remove(n);
    if (n->inputs.empty()) return;
    const u32 m = n->op == Op::Copy ? kNone : index_of(n->input(0));
    if (m == kNone || !models_[m]) return;
    switch (n->op) {
      case Op::Load: return n->become(members_[m].fields[(n->imm - template_of(models_[m]).fields_offset) / 8]);
      case Op::GuardShape:
      case Op::Barrier: return n->block->remove(n);
      default: return;
    }
  }

  Snapshot* rewrite_snapshot(Snapshot* snapshot) {
    Snapshot*& copy = copies_[snapshot->id];
    if (copy) return copy;
    bool names_one = false;
    each_snapshot_value(snapshot, [&](Node*& value) {
      const u32 m = index_of(value);
      names_one |= m != kNone && models_[m];
    });
    if (!names_one) return snapshot;
    std::vector<std::pair<u32, Node*>> made;
    Snapshot* result = copy_snapshot(function_, snapshot, [&](Node* value) -> Node* {
      const u32 m = index_of(value);
      if (m == kNone || !models_[m]) return value;
      for (const auto& [other, object] : made) {
        if (other == m) return object;
      }
      made.emplace_back(m, function_.make_span(Op::VirtualObject, Type::Ptr, members_[m].fields, models_[m]->imm));
      return made.back().second;
    });
    copies_[snapshot->id] = result;
    return result;
  }

  Function& function_;
  Dominators dominators_;
  std::vector<u32> member_;  // by node id: index + 1
  std::vector<Member> members_;
  std::vector<const Node*> models_;  // by member: what it is made like, if its group goes
  std::vector<Snapshot*> copies_;    // by snapshot id
};

}  // namespace

bool dissolve_objects(Function& function) { return Dissolving(function).run(); }

}  // namespace gs::jit::opt
