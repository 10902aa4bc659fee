#include "bytecode/cfg.hpp"

#include <algorithm>

#include "bytecode/operands.hpp"

namespace gs::bytecode {

namespace {

Op base_op(Instruction instruction) {
  return op_info(instruction.op()).base;
}

bool is_jump(Instruction instruction) {
  const Op op = base_op(instruction);
  return has_role(op, 'j') || has_role(op, 'J');
}

// Instructions that control may go to after the one at `at`; jump targets first.
std::vector<u32> followers(std::span<const Instruction> code, u32 at) {
  const Instruction instruction = code[at];
  std::vector<u32> result;
  switch (base_op(instruction)) {
    case Op::SELECT:
      for (u32 i = at + 1; i <= at + instruction.b(); ++i) result.push_back(jump_target(code, i));
      if (instruction.x() == 1) result.push_back(at + 1 + instruction.b());
      break;
    case Op::RANGENEXT:  // the RANGETEST behind it is reached when an iterator function returns
      result = {jump_target(code, at), at + 2, at + 1};
      break;
    default:
      if (is_jump(instruction)) result.push_back(jump_target(code, at));
      if (!ends_flow(base_op(instruction))) result.push_back(at + 1);
  }
  return result;
}

// Whether a block must end behind the instruction.
bool ends_block(Instruction instruction) {
  return is_jump(instruction) || ends_flow(base_op(instruction)) || base_op(instruction) == Op::SELECT;
}

class Analysis {
 public:
  explicit Analysis(std::span<const Instruction> code) : code_(code) {}

  ControlFlow run() {
    split();
    order();
    find_dominators();
    find_loops();
    return std::move(flow_);
  }

 private:
  struct RawBlock {
    u32 begin, end;
    std::vector<u32> successors;
    bool visited = false;
  };

  void split() {
    std::vector<bool> leads(code_.size() + 1, false);
    leads[0] = true;
    for (u32 i = 0; i < code_.size(); ++i) {
      if (!ends_block(code_[i])) continue;
      for (u32 next : followers(code_, i)) leads[next] = true;
      leads[i + 1] = true;
    }
    raw_at_.assign(code_.size(), -1);
    for (u32 i = 0; i < code_.size(); ++i) {
      if (leads[i]) raw_.push_back({i, 0, {}});
      raw_.back().end = i + 1;
      if (leads[i]) raw_at_[i] = i32(raw_.size() - 1);
    }
    for (RawBlock& block : raw_) {
      for (u32 next : followers(code_, block.end - 1)) {
        const u32 target = u32(raw_at_[next]);
        if (std::ranges::find(block.successors, target) == block.successors.end()) block.successors.push_back(target);
      }
    }
  }

  // Postorder without recursion; of two successors the jump target is visited first, so that in reverse the way straight on comes first.
  void order() {
    std::vector<std::pair<u32, u32>> stack = {{0, 0}};
    std::vector<u32> postorder;
    raw_[0].visited = true;
    while (!stack.empty()) {
      auto& [block, next] = stack.back();
      if (next < raw_[block].successors.size()) {
        const u32 target = raw_[block].successors[next++];
        if (raw_[target].visited) continue;
        raw_[target].visited = true;
        stack.push_back({target, 0});
      } else {
        postorder.push_back(block);
        stack.pop_back();
      }
    }
    std::vector<u32> number(raw_.size(), 0);
    for (u32 i = 0; i < postorder.size(); ++i) number[postorder[i]] = u32(postorder.size()) - 1 - i;
    flow_.blocks.resize(postorder.size());
    flow_.block_at.assign(code_.size(), -1);
    for (u32 raw : postorder) {
      FlowBlock& block = flow_.blocks[number[raw]];
      block.begin = raw_[raw].begin;
      block.end = raw_[raw].end;
      flow_.block_at[block.begin] = i32(number[raw]);
      for (u32 successor : raw_[raw].successors) block.successors.push_back(number[successor]);
    }
    for (u32 i = 0; i < flow_.blocks.size(); ++i) {
      for (u32 successor : flow_.blocks[i].successors) flow_.blocks[successor].predecessors.push_back(i);
    }
  }

  // Immediate dominators by iteration over reverse postorder.
  void find_dominators() {
    dominator_.assign(flow_.blocks.size(), kNone);
    dominator_[0] = 0;
    for (bool changed = true; changed;) {
      changed = false;
      for (u32 i = 1; i < flow_.blocks.size(); ++i) {
        u32 common = kNone;
        for (u32 p : flow_.blocks[i].predecessors) {
          if (dominator_[p] == kNone) continue;
          common = common == kNone ? p : meet(common, p);
        }
        changed = changed || dominator_[i] != common;
        dominator_[i] = common;
      }
    }
  }

  u32 meet(u32 a, u32 b) const {
    while (a != b) {
      while (a > b) a = dominator_[a];
      while (b > a) b = dominator_[b];
    }
    return a;
  }

  bool dominates(u32 a, u32 b) const {
    while (b > a) b = dominator_[b];
    return a == b;
  }

  void find_loops() {
    for (u32 header = 0; header < flow_.blocks.size(); ++header) {
      std::vector<u32> latches;
      for (u32 p : flow_.blocks[header].predecessors) {
        if (p < header) continue;
        if (!dominates(header, p)) flow_.is_reducible = false;
        latches.push_back(p);
      }
      if (!latches.empty() && flow_.is_reducible) add_loop(header, std::move(latches));
    }
  }

  void add_loop(u32 header, std::vector<u32> pending) {
    FlowLoop loop;
    loop.header = header;
    loop.parent = flow_.blocks[header].loop;
    std::vector<bool> inside(flow_.blocks.size(), false);
    inside[header] = true;
    while (!pending.empty()) {
      const u32 block = pending.back();
      pending.pop_back();
      if (inside[block]) continue;
      inside[block] = true;
      for (u32 p : flow_.blocks[block].predecessors) pending.push_back(p);
    }
    // Headers come in reverse postorder, so inner loops overwrite their blocks' entry later.
    for (u32 i = header; i < flow_.blocks.size(); ++i) {
      if (!inside[i]) continue;
      loop.blocks.push_back(i);
      flow_.blocks[i].loop = i32(flow_.loops.size());
    }
    flow_.loops.push_back(std::move(loop));
  }

  static constexpr u32 kNone = ~0u;
  std::span<const Instruction> code_;
  std::vector<RawBlock> raw_;
  std::vector<i32> raw_at_;
  std::vector<u32> dominator_;
  ControlFlow flow_;
};

}  // namespace

u32 jump_target(std::span<const Instruction> code, u32 at) {
  const Instruction instruction = code[at];
  return u32(i64(at) + 1 + (has_role(base_op(instruction), 'J') ? instruction.swide() : instruction.sc()));
}

bool ControlFlow::contains(const FlowLoop& loop, u32 block) const {
  return std::ranges::binary_search(loop.blocks, block);
}

const FlowLoop* ControlFlow::loop_with_header(u32 block) const {
  for (const FlowLoop& loop : loops) {
    if (loop.header == block) return &loop;
  }
  return nullptr;
}

ControlFlow analyze_flow(std::span<const Instruction> code) {
  return Analysis(code).run();
}

}  // namespace gs::bytecode
