// Loads and stores: a load of what is known to be there is that value, whether it was loaded, stored or put into a
// new object; a GuardShape of a shape known from a new object, a guard or a branch goes; a store of what is there already
// goes, and one that is overwritten before anything can see it; barriers of objects just made, or already remembered, go.
//
//   Store v1 v2 48 .boxed .Fields
//   v3:v = Load v1 48 .boxed .Fields        ->   v2
//
// Forward over reverse postorder: the values known at a block's beginning are those all predecessors agree on; where
// they know different ones, a phi is made when the value is wanted. At a loop's header they are the ones known at its
// entry, less what the loop may write; a place that only the loop's own stores to exactly that place change becomes a
// phi: the loop then loads nothing.
#include "jit/ir/dominators.hpp"
#include "jit/ir/edit.hpp"
#include "jit/ir/loops.hpp"
#include "jit/opt/fold/fold.hpp"
#include "jit/opt/locations.hpp"
#include "jit/opt/pass.hpp"

namespace gs::jit::opt {

using namespace ir;

namespace {

constexpr u32 kPlaceLimit = 512;   // bounds the work per block
constexpr u32 kTrackedFields = 8;  // of a new object

constexpr usize kLookback = 16;  // stores remembered in the search for overwritten ones
constexpr usize kMaxWay = 16;    // dominators asked for what their branches have shown

using State = std::vector<Node*>;  // by place: the value there, null if unknown

class MemoryPass {
 public:
  explicit MemoryPass(Function& function)
      : function_(function),
        dominators_(function),
        loops_(function, dominators_),
        objects_(function),
        folder_(function),
        places_(kPlaceLimit),
        out_(function.block_count()),
        loop_stores_(function.block_count()),
        loop_calls_(function.block_count()) {}

  void run() {
    for (Block* block : function_.blocks) {
      Loop* loop = loops_.of(block);
      for (Node* n : nodes(block)) {
        if (n->writes() == 0) continue;
        for (Loop* around = loop; around; around = around->parent) {
          if (is_store(n)) loop_stores_[around->header->id].push_back(n);
          else loop_calls_[around->header->id] |= n->writes();
        }
      }
    }
    for (Block* block : function_.blocks) {
      enter(block);
      for (Node* n : nodes(block)) visit(n);
      out_[block->id] = std::move(state_);
    }
    for (usize i = 0; i < unfinished_.size(); i++) finish_phi(unfinished_[i]);
    remove_copies(function_);
    for (Block* block : function_.blocks) remove_overwritten_stores(block);
  }

 private:
  // --- what is known at the beginning of a block

  void enter(Block* block) {
    if (block->predecessors.empty()) {
      state_.assign(places_.count(), nullptr);
      return;
    }
    Loop* loop = loops_.of(block);
    if (loop && loop->header == block) {
      enter_loop(*loop);
      return;
    }
    state_ = out_[block->predecessors[0]->id];
    for (u32 place = 0; place < state_.size(); place++) {
      for (usize i = 1; i < block->predecessors.size() && state_[place]; i++)
        merge(block, place, out_[block->predecessors[i]->id]);
    }
  }

  void merge(Block* block, u32 place, const State& other) {
    Node* value = place < other.size() ? other[place] : nullptr;
    if (!value) {
      state_[place] = nullptr;
    } else if (resolve(value) != resolve(state_[place]) && !is_pending_in(state_[place], block)) {
      state_[place] = pending_phi(block, place, state_[place]->type);
    }
  }

  void enter_loop(const Loop& loop) {
    std::vector<Block*> entries;
    for (Block* from : loop.header->predecessors) {
      if (!dominators_.dominates(loop.header, from)) entries.push_back(from);
    }
    if (entries.size() != 1) {
      state_.assign(places_.count(), nullptr);
      return;
    }
    state_ = out_[entries[0]->id];
    for (u32 place = 0; place < state_.size(); place++) {
      if (state_[place]) state_[place] = value_in_loop(loop, place, state_[place]);
    }
  }

  Node* value_in_loop(const Loop& loop, u32 number, Node* value) {
    const Place& place = places_[number];
    const AliasSet bit = alias_bit(place.space);
    if (place.space == Alias::Collector) return nullptr;
    if (!(loop.writes & bit)) return value;
    bool is_stored = false;
    for (const Node* store : loop_stores_[loop.header->id]) {
      if (!(store->writes() & bit)) continue;
      const Place other = place_of(store);
      if (other == place) {
        is_stored = true;
      } else if (may_overlap(place, other, objects_)) {
        return nullptr;
      }
    }
    if (loop_calls_[loop.header->id] & bit && !objects_.has(place.base) && place.space != Alias::Constant)
      return nullptr;
    return is_stored ? pending_phi(loop.header, number, value->type) : value;
  }

  // --- phis made when they are wanted: until then in no block; imm is the place

  Node* pending_phi(Block* block, u32 place, Type type) {
    Node* phi = function_.make(Op::Phi, type, {}, place);
    phi->aux = block->id;
    pending_blocks_.resize(function_.block_count());
    pending_blocks_[block->id] = block;
    return phi;
  }
  bool is_pending_in(const Node* n, const Block* block) const { return is_phi(n) && !n->block && n->aux == block->id; }

  Node* wanted(Node* value) {
    if (!is_phi(value) || value->block) return resolve(value);
    Block* block = pending_blocks_[value->aux];
    block->insert_before(block->first, value);
    unfinished_.push_back({value, u32(value->imm)});
    value->imm = value->aux = 0;
    return value;
  }

  struct Unfinished {
    Node* phi;
    u32 place;
  };

  void finish_phi(Unfinished unfinished) {
    std::vector<Node*> inputs;
    for (Block* from : unfinished.phi->block->predecessors) inputs.push_back(wanted(out_[from->id][unfinished.place]));
    unfinished.phi->inputs = function_.arena().copy(std::span<Node* const>(inputs));
  }

  // --- nodes

  void visit(Node* n) {
    if (n->op == Op::Barrier) return visit_barrier(n);
    if (accesses_place(n)) {
      const u32 place = places_.number(place_of(n));
      if (place != Places::kNone && place >= state_.size()) state_.resize(place + 1);
      return is_store(n) ? visit_store(n, place) : visit_read(n, place);
    }
    if (may_collect(n)) kill_space(Alias::Collector);
    if (makes_object(n)) return visit_object(n);
    if (const AliasSet written = n->writes()) {
      for (u8 space = 0; space < kAliasCount; space++) {
        if (written >> space & 1) kill_space(Alias(space));
      }
    }
  }

  void visit_read(Node* n, u32 place) {
    if (place == Places::kNone) return;
    Node*& value = state_[place];
    if (n->op != Op::GuardShape) {
      if (value) n->become(wanted(value));
      else value = n;
      return;
    }
    Node* expected = folder_.constant(Op::ConstPtr, n->imm);
    if (value == expected || (value && is_shown(n->block, resolve(value), n->imm))) {
      n->block->remove(n);
    } else {
      value = expected;
    }
  }

  // Whether a branch on the way to the block has found that the value is this constant.
  bool is_shown(const Block* block, const Node* value, u64 constant) const {
    for (usize step = 0; step < kMaxWay && block; step++, block = dominators_.immediate_dominator(block)) {
      if (block->predecessors.size() != 1) continue;
      const Block* from = block->predecessors[0];
      if (from->last->op != Op::Branch || from->successors[0] != block || from->successors[1] == block) continue;
      const Node* test = resolve(from->last->input(0));
      if (test->op != Op::EqPtr) continue;
      const Node* left = resolve(test->input(0));
      const Node* right = resolve(test->input(1));
      if (left == value ? is_pointer(right, constant) : right == value && is_pointer(left, constant)) return true;
    }
    return false;
  }
  static bool is_pointer(const Node* n, u64 constant) { return n->op == Op::ConstPtr && n->imm == constant; }

  void visit_store(Node* n, u32 number) {
    Node* value = stored_value(n);
    const Place place = place_of(n);
    if (number != Places::kNone && state_[number] && resolve(state_[number]) == value) return n->block->remove(n);
    for (u32 other : places_.of(place.space)) {
      if (other != number && other < state_.size() && state_[other] && may_overlap(place, places_[other], objects_))
        state_[other] = nullptr;
    }
    if (number == Places::kNone) return;
    const bool is_narrow = place.memory == Memory::kU8 || place.memory == Memory::kU32;
    if (is_narrow) {
      Node* mask = folder_.constant_int(place.memory == Memory::kU8 ? 0xff : 0xffff'ffff);
      value = folder_.make(n, Op::AndInt, {value, mask});
    }
    state_[number] = value;
  }

  void visit_barrier(Node* n) {
    const u32 place = places_.number({Alias::Collector, Memory::kU8, false, resolve(n->input(0)), nullptr, 0});
    if (place == Places::kNone) return;
    if (place >= state_.size()) state_.resize(place + 1);
    if (state_[place]) return n->block->remove(n);
    state_[place] = n;
  }

  void visit_object(Node* n) {
    // Nothing known before speaks of this object: in a loop its name stood for the one of the last iteration.
    for (u32 place = 0; place < state_.size(); place++) {
      if (places_[place].base == n) state_[place] = nullptr;
    }
    know({Alias::Collector, Memory::kU8, false, n, nullptr, 0}, n);
    if (n->op == Op::NewCell)
      return know({Alias::Cells, Memory::kBoxed, false, n, nullptr, n->imm}, resolve(n->input(0)));
    const ObjectTemplate& info = function_.templates[n->imm];
    know({Alias::Shape, Memory::kPtr, false, n, nullptr, info.shape_offset},
         folder_.constant(Op::ConstPtr, info.shape));
    for (u32 i = 0; i < info.field_count && i < kTrackedFields; i++) {
      Node* field = i < n->inputs.size() ? resolve(n->input(i)) : folder_.constant_boxed(info.rest);
      if (field->type == Type::Boxed)
        know({Alias::Fields, Memory::kBoxed, false, n, nullptr, info.fields_offset + i * 8}, field);
    }
  }

  void know(const Place& place, Node* value) {
    const u32 number = places_.number(place);
    if (number == Places::kNone) return;
    if (number >= state_.size()) state_.resize(number + 1);
    state_[number] = value;
  }

  // A call: it reaches everything but constants and private objects.
  void kill_space(Alias space) {
    if (space == Alias::Constant) return;
    for (u32 place : places_.of(space)) {
      if (place < state_.size() && (space == Alias::Collector || !objects_.has(places_[place].base)))
        state_[place] = nullptr;
    }
  }

  // Backward over a block: a store to a place that is stored to again before anything may read it.
  void remove_overwritten_stores(Block* block) {
    std::vector<Place> overwritten;
    for (Node* n = block->last; n;) {
      Node* current = n;
      n = n->previous;
      if (current->is(kExits) || current->is(kFrames) || current->is(kTerminator) || current->is(kCalls)) {
        overwritten.clear();
      } else if (is_store(current)) {
        const Place place = place_of(current);
        bool is_dead = false;
        for (const Place& later : overwritten) is_dead |= later == place;
        if (is_dead) {
          block->remove(current);
        } else if (overwritten.size() < kLookback) {
          overwritten.push_back(place);
        }
      } else if (current->reads() != 0) {
        std::erase_if(overwritten, [&](const Place& place) { return current->reads() & alias_bit(place.space); });
      }
    }
  }

  Function& function_;
  Dominators dominators_;
  Loops loops_;
  PrivateObjects objects_;
  Folder folder_;
  Places places_;
  State state_;
  std::vector<State> out_;                       // by block id: at its end
  std::vector<std::vector<Node*>> loop_stores_;  // by header's block id
  std::vector<AliasSet> loop_calls_;             // likewise: what its nodes write that are no stores
  std::vector<Block*> pending_blocks_;           // by block id
  std::vector<Unfinished> unfinished_;
};

}  // namespace

void memory(Function& function, PassContext&) { MemoryPass(function).run(); }

}  // namespace gs::jit::opt
