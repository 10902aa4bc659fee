// Loops that run a small number of times which is known when the region is built are unrolled: what counts them is then a constant in
// every iteration.
//
// Example: `for i := 1; i <= #...; i++ { s += ...[i] }` in an inlined function called with three arguments.
#include <algorithm>

#include "jit/region/frame_builder.hpp"

namespace gs::jit::region {

using bytecode::Instruction;
using ir::Op;
using ByteOp = bytecode::Op;

namespace {

constexpr u32 kMostTrips = 8;
constexpr u32 kLargestUnrolled = 96;  // instructions of all iterations

bool writes(const bytecode::Accesses& access, u32 reg) {
  if (access.clobbers && reg >= access.clobbers_from) return true;
  return std::ranges::any_of(access.writes, [&](const bytecode::RegisterRange& w) { return reg >= w.first && reg < w.first + w.count; });
}

}  // namespace

// How often the loop runs; 0: unknown, or too often.
u32 FrameBuilder::constant_trips(i32 loop) const {
  if (loop == region_loop_) return 0;
  const bytecode::ControlFlow& flow = analysis_.flow;
  const bytecode::FlowLoop& shape = flow.loops[u32(loop)];
  if (analysis_.effects[u32(loop)].size > kLargestUnrolled / 2) return 0;
  for (u32 block : shape.blocks) {
    if (flow.blocks[block].loop != loop) return 0;
  }
  for (u32 block : shape.blocks) {
    const u32 trips = trips_by(loop, flow.blocks[block].end - 1);
    if (trips) return trips * analysis_.effects[u32(loop)].size <= kLargestUnrolled ? trips : 0;
  }
  return 0;
}

// As the test at `at` says, if it is one that leaves the loop and compares a counter with what stays the same.
u32 FrameBuilder::trips_by(i32 loop, u32 at) const {
  const bytecode::ControlFlow& flow = analysis_.flow;
  const bytecode::FlowLoop& shape = flow.loops[u32(loop)];
  const Instruction test = base_form(analysis_.code[at]);
  const bool is_counted = bytecode::is_counted_loop(test.op());
  const bool is_order = test.op() >= ByteOp::JLT && test.op() <= ByteOp::JNGEI && !(test.op() >= ByteOp::JEQ && test.op() <= ByteOp::JNEP);
  if (!is_counted && !is_order) return 0;
  const auto is_inside = [&](u32 pc) { return flow.contains(shape, u32(flow.block_at[pc])); };
  if (is_inside(bytecode::jump_target(analysis_.code, at)) == is_inside(at + 1)) return 0;
  const std::optional<i64> start = int_at_entry(shape.header, test.a());
  const std::optional<u32> writer = only_writer(shape.blocks, test.a());
  if (!start || !writer) return 0;
  const Instruction step = base_form(analysis_.code[*writer]);
  if (!is_counted && (step.op() != ByteOp::ADDI || step.b() != test.a())) return 0;
  if (is_counted && *writer != at) return 0;
  const bool has_immediate = is_order && test.op() >= ByteOp::JLTI;
  const std::optional<i64> bound = has_immediate ? std::optional<i64>(test.sb()) : int_in_loop(loop, test.b());
  if (!bound) return 0;
  i64 value = *start;
  for (u32 trips = 0; trips <= kMostTrips; trips++) {
    if (!is_counted && !stays(test, loop, at, value, *bound)) return trips;
    value += is_counted ? test.sx() : step.sc();
    if (is_counted && !stays(test, loop, at, value, *bound)) return trips + 1 > kMostTrips ? 0 : trips + 1;
  }
  return 0;
}

bool FrameBuilder::stays(Instruction test, i32 loop, u32 at, i64 value, i64 bound) const {
  bool holds = false;
  switch (test.op()) {
    case ByteOp::LOOPLT: return value < bound;
    case ByteOp::LOOPLE: return value <= bound;
    case ByteOp::LOOPGT: return value > bound;
    case ByteOp::LOOPGE: return value >= bound;
    case ByteOp::JLT:
    case ByteOp::JLTI: holds = value < bound; break;
    case ByteOp::JNLT:
    case ByteOp::JNLTI: holds = value >= bound; break;
    case ByteOp::JLE:
    case ByteOp::JLEI: holds = value <= bound; break;
    case ByteOp::JNLE:
    case ByteOp::JNLEI: holds = value > bound; break;
    case ByteOp::JGTI: holds = value > bound; break;
    case ByteOp::JNGTI: holds = value <= bound; break;
    case ByteOp::JGEI: holds = value >= bound; break;
    default: holds = value < bound; break;  // JNGEI
  }
  const u32 to = holds ? bytecode::jump_target(analysis_.code, at) : at + 1;
  return analysis_.flow.contains(analysis_.flow.loops[u32(loop)], u32(analysis_.flow.block_at[to]));
}

// The int that the register holds wherever the loop is entered from.
std::optional<i64> FrameBuilder::int_at_entry(u32 header, u32 reg) const {
  std::optional<i64> found;
  for (const Edge& edge : pending_[header]) {
    const Node* n = edge.state.registers[reg];
    if (!n || n->op != Op::ConstInt || (found && *found != i64(n->imm))) return std::nullopt;
    found = i64(n->imm);
  }
  return found;
}

// And in the whole loop.
std::optional<i64> FrameBuilder::int_in_loop(i32 loop, u32 reg) const {
  if (!analysis_.effects[u32(loop)].writes[reg]) return int_at_entry(analysis_.flow.loops[u32(loop)].header, reg);
  const bytecode::FlowLoop& shape = analysis_.flow.loops[u32(loop)];
  for (u32 block : shape.blocks) {
    for (u32 at = analysis_.flow.blocks[block].begin; at < analysis_.flow.blocks[block].end; at++) {
      const Instruction in = analysis_.code[at];
      if (in.op() == ByteOp::VARARGCOUNT && in.a() == reg && caller_) return i64(extras().size());
    }
  }
  return std::nullopt;
}

// The one instruction of these blocks that writes the register.
std::optional<u32> FrameBuilder::only_writer(std::span<const u32> blocks, u32 reg) const {
  std::optional<u32> found;
  const bytecode::ControlFlow& flow = analysis_.flow;
  for (u32 block : blocks) {
    for (u32 at = flow.blocks[block].begin; at < flow.blocks[block].end; at++) {
      const Instruction in = base_form(analysis_.code[at]);
      const u32 fields = in.op() == ByteOp::NEWOBJECT ? template_fields(prototype_, in.c()) : 0;
      if (!writes(bytecode::accesses(in, fields), reg)) continue;
      if (found) return std::nullopt;
      found = at;
    }
  }
  return found;
}

}  // namespace gs::jit::region
