// Following control through one frame's bytecode.
#include "jit/region/frame_builder.hpp"

#include <algorithm>

#include "vm/runtime/frame.hpp"

namespace gs::jit::region {

using bytecode::Instruction;
using ir::Op;

namespace {

u64 mix(u64 path, u64 step) {
  return (path ^ step) * 0x9E3779B97F4A7C15ull + 1;
}

}  // namespace

void Builder::depend(const vm::Global* global) {
  for (const Dependency& d : result.dependencies) {
    if (d.subject == global) return;
  }
  result.dependencies.push_back({Dependency::Kind::kGlobal, global});
}

void Builder::reference(Value v) {
  if (!v.is_cell()) return;
  const auto known = std::ranges::find(result.references, v);
  if (known == result.references.end()) result.references.push_back(v);
}

FrameBuilder::FrameBuilder(Builder& builder, vm::Prototype* prototype, FrameBuilder* caller, i32 base, Node* function)
    : b_(builder),
      e_(builder.emitter),
      prototype_(prototype),
      caller_(caller),
      analysis_(builder.analyses.of(prototype)),
      base_(base),
      function_(function),
      path_(caller ? mix(caller->path_, caller->pc_ + 1) : 1),
      depth_(caller ? caller->depth_ + 1 : 0) {
  state_.registers.assign(prototype->frame_size, nullptr);
  state_.slots.assign(prototype->frame_size, nullptr);
  pending_.resize(analysis_.flow.blocks.size());
  builder.use_slots(base + i32(prototype->frame_size));
  const auto& known = builder.result.prototypes;
  if (std::ranges::find(known, prototype) == known.end()) builder.result.prototypes.push_back(prototype);
}

void FrameBuilder::build_function() {
  for (u32 r = 0; r < prototype_->parameters; r++) {
    Node* n = parameter(r);
    if (b_.request.frame) {
      e_.set_sample(n, b_.request.frame[r]);
    } else if (r < b_.request.arguments.size() && !b_.request.arguments[r].is_raised()) {
      e_.set_sample(n, b_.request.arguments[r]);
    }
    write(r, n);
  }
  b_.entry_poll = guard(Op::Poll, {});
  flow_to(0);
  std::vector<u32> all(analysis_.flow.blocks.size());
  for (u32 i = 0; i < all.size(); i++) all[i] = i;
  walk(all, -1);
}

// A parameter as it arrives: in its slot, or as the direct protocol says.
Node* FrameBuilder::parameter(u32 index) {
  if (!b_.request.direct) return load_slot(index);
  const ir::DirectParameter& how = b_.request.direct->parameters[index];
  Node* n = e_.emit_typed(Op::Param, how.type, {}, index);
  return how.type == Type::Ptr ? e_.emit(Op::BoxPtr, {n}, how.tag) : n;
}

// Whether the value may be the bare position of a loop over a table or string: it looks like a double next to zero, and is not
// to be taken for one.
static bool is_cursor(Value value) { return value.bits < 1ull << 48; }

void FrameBuilder::build_loop(u32 header_pc) {
  const u32 header = u32(analysis_.flow.block_at[header_pc]);
  for (u32 i = 0; i < analysis_.flow.loops.size(); i++) {
    if (analysis_.flow.loops[i].header == header) region_loop_ = i32(i);
  }
  for (u32 r = 0; r < prototype_->frame_size; r++) {
    if (!analysis_.live.is_live(header_pc, r)) continue;
    Node* n = load_slot(r);
    if (b_.request.frame && !is_cursor(b_.request.frame[r])) e_.set_sample(n, b_.request.frame[r]);
    write(r, n);
  }
  flow_to(header_pc);
  build_inner_loop(region_loop_);
}

void FrameBuilder::build_inlined(std::span<Node* const> arguments, std::vector<GlobalValue> globals) {
  outer_frames_ = caller_->outer_frames_;
  outer_frames_.push_back(caller_->snapshot_frame(caller_->resume_pc_));
  outer_registers_ = caller_->outer_registers_;
  const u32 call_register = u32(base_ - distance_ - caller_->base_) - vm::kFrameHeader;
  for (u32 r = 0; r < call_register; r++) {
    Node* n = caller_->state_.registers[r];
    if (!n || !caller_->analysis_.live.is_live(caller_->resume_pc_, r) || caller_->state_.slots[r] == n) continue;
    ir::SnapshotEntry entry{caller_->base_ + i64(r), n};
    entry.value = Emitter::unwrap(n, entry.tag);
    outer_registers_.push_back(entry);
  }
  if (distance_) keep_arguments(arguments);
  for (u32 r = 0; r < prototype_->parameters; r++) {
    write(r, r < arguments.size() ? arguments[r] : e_.const_boxed(Value::nil()));
  }
  state_.globals = std::move(globals);
  flow_to(0);
  std::vector<u32> all(analysis_.flow.blocks.size());
  for (u32 i = 0; i < all.size(); i++) all[i] = i;
  walk(all, -1);
}

// The arguments of a function with a variable number of them are where a frame's registers normally are, in every snapshot.
void FrameBuilder::keep_arguments(std::span<Node* const> arguments) {
  arguments_.assign(arguments.begin(), arguments.end());
  for (usize i = 0; i < arguments.size(); i++) {
    ir::SnapshotEntry entry{base_ - distance_ + i64(i), arguments[i]};
    entry.value = Emitter::unwrap(arguments[i], entry.tag);
    outer_registers_.push_back(entry);
  }
}

ir::SnapshotFrame FrameBuilder::snapshot_frame(u32 pc) const {
  ir::SnapshotFrame frame{prototype_, caller_ ? function_ : nullptr, pc, base_};
  frame.distance = distance_;
  if (distance_) frame.link = u64(distance_) << 3 | vm::kLinkVarargs;
  return frame;
}

// Builds those of `blocks` that are in `loop` itself, and the loops directly inside it.
void FrameBuilder::walk(std::span<const u32> blocks, i32 loop) {
  const bytecode::ControlFlow& flow = analysis_.flow;
  for (u32 block : blocks) {
    i32 inner = flow.blocks[block].loop;
    if (inner == loop) {
      build_block(block);
      continue;
    }
    while (flow.loops[u32(inner)].parent != loop) inner = flow.loops[u32(inner)].parent;
    if (flow.loops[u32(inner)].header == block) build_inner_loop(inner);
  }
}

void FrameBuilder::build_block(u32 block) {
  if (pending_[block].empty()) return;
  merge(std::exchange(pending_[block], {}), analysis_.flow.blocks[block].begin);
  build_instructions(block);
}

void FrameBuilder::build_inner_loop(i32 loop) {
  const u32 header = analysis_.flow.loops[u32(loop)].header;
  if (pending_[header].empty()) return;
  const u32 trips = constant_trips(loop);
  is_unrolling_ = trips > 0;
  for (u32 round = 0; round < trips && !pending_[header].empty(); round++) peel(loop, round + 1);
  is_unrolling_ = false;
  if (!pending_[header].empty() && decisions(loop).peel) peel(loop, 0);
  if (!pending_[header].empty()) build_loop_once(loop);
}

// One iteration of the loop.
void FrameBuilder::peel(i32 loop, u32 round) {
  const bytecode::FlowLoop& shape = analysis_.flow.loops[u32(loop)];
  const u64 path = path_;
  path_ = mix(path_, ~u64{shape.header} - (u64{round} << 32));
  walk(shape.blocks, loop);
  path_ = path;
}

void FrameBuilder::build_instructions(u32 block) {
  const bytecode::FlowBlock& range = analysis_.flow.blocks[block];
  block_end_ = range.end;
  for (u32 at = range.begin; at < range.end; at = last_built_ + 1) {
    if (!build_instruction(at)) return;
  }
  flow_to(range.end);
}

// False: control ends there. A method's call may be built with it: last_built_.
bool FrameBuilder::build_instruction(u32 at) {
  lower_at(at);
  if (!e_.block) return false;
  if (needs_check_) guard_valid(last_built_ + 1);
  return true;
}

void FrameBuilder::lower_at(u32 at) {
  pc_ = last_built_ = at;
  failed_ = b_.request.history && b_.request.history->has_failed(prototype_, at);
  is_at_join_ = false;
  needs_check_ = false;
  top_count_ = std::exchange(next_top_count_, -1);
  lower(analysis_.code[at]);
  if (next_top_count_ < 0 && e_.block) {
    state_.registers.resize(prototype_->frame_size);
    state_.slots.resize(prototype_->frame_size);
  }
}

void FrameBuilder::flow_to(u32 pc, Block* from) {
  if (!from) return;
  const u32 target = u32(analysis_.flow.block_at[pc]);
  if (region_loop_ >= 0 && !analysis_.flow.contains(analysis_.flow.loops[u32(region_loop_)], target)) {
    Block* current = std::exchange(e_.block, from);
    leave_at(pc);
    e_.block = current;
    return;
  }
  pending_[target].push_back({from, state_});
}

void FrameBuilder::flow_to(u32 pc) { flow_to(pc, std::exchange(e_.block, nullptr)); }

void FrameBuilder::leave() { leave_at(pc_); }

void FrameBuilder::leave_at(u32 pc) {
  if (!e_.block) return;
  e_.emit(Op::Exit, {})->snapshot = snapshot(pc);
  e_.block = nullptr;
}

void FrameBuilder::lower(Instruction in) {
  if (lower_load(in) || lower_variable(in) || lower_arith(in) || lower_bits(in) || lower_jump(in) || lower_table(in) ||
      lower_call(in) || lower_vararg(in) || lower_range(in)) {
    return;
  }
  interpret();
}

}  // namespace gs::jit::region
