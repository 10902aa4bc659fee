#include "bytecode/far_jumps.hpp"

#include "base/assert.hpp"
#include "bytecode/operands.hpp"

namespace gs::bytecode {

namespace {

bool is_wide(Op op) {
  return has_role(op, 'J');
}
bool fits_narrow(i64 offset) {
  return offset == i16(offset);
}

class Expander {
 public:
  Expander(Function& function, const std::vector<u32>& targets)
      : function_(function),
        targets_(targets),
        old_code_(std::move(function.code)),
        old_lines_(std::move(function.lines)) {
    const usize count = old_code_.size();
    is_far_.assign(count, false);
    island_.assign(count, 0);
    position_.assign(count + 1, 0);
  }

  bool run() {
    do {
      place();
    } while (mark_far());
    function_.code.clear();
    function_.lines.clear();
    for (u32 i = 0; i < old_code_.size(); ++i) write(i);
    return ok_;
  }

 private:
  void place() {
    u32 position = 0;
    for (u32 i = 0; i < old_code_.size(); ++i) {
      position_[i] = position;
      position += size_of(i);
    }
    position_[old_code_.size()] = position;
  }

  u32 size_of(u32 i) const {
    const u32 island = island_[i] ? island_[i] + 1 : 0;  // its jumps, and one JMP around them
    if (!is_far_[i]) return 1 + island;
    const Op op = old_code_[i].op();
    return is_comparison(op) ? 2 : is_counted_loop(op) ? 3 : 1 + island;
  }

  // Sizes only grow, so repeating this ends.
  bool mark_far() {
    bool changed = false;
    for (u32 i = 0; i < old_code_.size(); ++i) {
      if (targets_[i] == kNoTarget || is_far_[i] || is_wide(old_code_[i].op())) continue;
      if (fits_narrow(i64(position_[targets_[i]]) - (i64(position_[i]) + 1))) continue;
      is_far_[i] = changed = true;
      if (is_grouped(i)) ++island_[group_end(i)];
    }
    return changed;
  }

  bool is_grouped(u32 i) const {
    const Op op = old_code_[i].op();
    return !is_comparison(op) && !is_counted_loop(op);
  }

  u32 group_end(u32 i) const {
    const Op op = old_code_[i].op();
    if (op == Op::RANGENEXT) return i + 1;
    while (op == Op::SELECTCASE && i + 1 < old_code_.size() && old_code_[i + 1].op() == Op::SELECTCASE) ++i;
    return i;
  }

  void put(Instruction instruction, u32 line) {
    function_.code.push_back(instruction);
    function_.lines.push_back(line);
  }

  // Appends a jump to the new position `target`.
  void put_jump(Instruction instruction, u32 target, u32 line) {
    const i64 offset = i64(target) - (i64(function_.code.size()) + 1);
    if (is_wide(instruction.op())) {
      instruction.set_wide(u32(i32(offset)));
    } else {
      ok_ = ok_ && fits_narrow(offset);
      instruction.set_c(u32(u16(offset)));
    }
    put(instruction, line);
  }

  void write(u32 i) {
    const Instruction instruction = old_code_[i];
    const u32 line = old_lines_[i];
    if (targets_[i] == kNoTarget) {
      put(instruction, line);
      return;
    }
    const u32 target = position_[targets_[i]];
    if (!is_far_[i]) {
      put_jump(instruction, target, line);
    } else if (is_comparison(instruction.op())) {
      write_far_comparison(instruction, target, line);
    } else if (is_counted_loop(instruction.op())) {
      write_far_loop(instruction, target, line);
    } else {
      const u32 first_entry = position_[group_end(i)] + 2;
      put_jump(instruction, first_entry + u32(pending_.size()), line);
      pending_.push_back(target);
    }
    if (island_[i]) write_island(i);
  }

  void write_far_comparison(Instruction instruction, u32 target, u32 line) {
    instruction.set_op(opposite(instruction.op()));
    instruction.set_c(1);
    put(instruction, line);
    put_jump(Instruction::a32(Op::JMP, 0, 0), target, line);
  }

  void write_far_loop(Instruction loop, u32 target, u32 line) {
    static constexpr Op kLeave[] = {Op::JNLT, Op::JNLE, Op::JNLT, Op::JNLE};
    const u32 kind = u32(loop.op()) - u32(Op::LOOPLT);
    const bool is_greater = kind >= 2;  // a > b is b < a
    put(Instruction::abc(Op::ADDI, loop.a(), loop.a(), u32(u16(i16(loop.sx()))), loop.sx() < 0), line);
    put(Instruction::abc(kLeave[kind], is_greater ? loop.b() : loop.a(), is_greater ? loop.a() : loop.b(), 1), line);
    put_jump(Instruction::a32(Op::LOOP, 0, 0), target, line);
  }

  void write_island(u32 group_last) {
    const u32 line = old_lines_[group_last];
    put_jump(Instruction::a32(Op::JMP, 0, 0), position_[group_last + 1], line);
    for (const u32 target : pending_) put_jump(Instruction::a32(Op::JMP, 0, 0), target, line);
    pending_.clear();
  }

  Function& function_;
  const std::vector<u32>& targets_;
  std::vector<Instruction> old_code_;
  std::vector<u32> old_lines_;
  std::vector<bool> is_far_;
  std::vector<u32> island_;    // far jumps served by the island behind instruction i
  std::vector<u32> position_;  // new index of old instruction i
  std::vector<u32> pending_;   // targets of the island being gathered
  bool ok_ = true;
};

}  // namespace

bool resolve_jumps(Function& function, const std::vector<u32>& targets) {
  return Expander(function, targets).run();
}

}  // namespace gs::bytecode
