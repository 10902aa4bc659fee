#include "bytecode/verify_flow.hpp"

#include <algorithm>
#include <unordered_map>

#include "bytecode/operands.hpp"

namespace gs::bytecode {

namespace {

// What a register holds. kJunk is anything not to be read: never written, clobbered by a call, or different on two
// ways. kTable is an ordinary value known to be a table.
enum class Kind : u8 { kJunk, kPlain, kTable, kEmpty, kCell, kRange };

Kind merge(Kind a, Kind b) {
  if (a == b) return a;
  const auto is_plain = [](Kind kind) { return kind == Kind::kPlain || kind == Kind::kTable; };
  return is_plain(a) && is_plain(b) ? Kind::kPlain : Kind::kJunk;
}
using State = std::vector<Kind>;

class Flow {
 public:
  Flow(const Image& image, const Function& function, const std::vector<std::vector<CaptureUse>>& uses)
      : image_(image), function_(function), uses_(uses), is_target_(function.code.size(), false) {
    for (u32 i = 0; i < function.code.size(); ++i) {
      if (is_jump(i)) is_target_[target(i)] = true;
    }
  }

  FlowError run() {
    State entry(function_.frame_size, Kind::kJunk);
    std::fill_n(entry.begin(), function_.parameters, Kind::kPlain);
    follow(0, std::move(entry));
    while (!error_.found && !pending_.empty()) {
      const u32 at = pending_.back();
      pending_.pop_back();
      follow(at, entry_[at]);
    }
    return error_;
  }

 private:
  bool is_jump(u32 at) const {
    const Op op = function_.code[at].op();
    return has_role(op, 'j') || has_role(op, 'J');
  }

  u32 target(u32 at) const {
    const Instruction instruction = function_.code[at];
    return u32(i64(at) + 1 + (has_role(instruction.op(), 'J') ? instruction.swide() : instruction.sc()));
  }

  void fail(u32 at, std::string message) {
    if (!error_.found) error_ = {true, at, std::move(message)};
  }

  // Control reaches the jump target `at` with `state`.
  void arrive(u32 at, const State& state) {
    const auto [entry, is_new] = entry_.try_emplace(at, state);
    bool changed = is_new;
    for (usize i = 0; !is_new && i < state.size(); ++i) {
      const Kind merged = merge(entry->second[i], state[i]);
      changed = changed || merged != entry->second[i];
      entry->second[i] = merged;
    }
    if (changed) pending_.push_back(at);
  }

  // Runs from `at` to the end of flow or to the next jump target.
  void follow(u32 at, State state) {
    for (u32 start = at; !error_.found; ++at) {
      if (at != start && is_target_[at]) return arrive(at, state);
      const Instruction instruction = function_.code[at];
      if (instruction.op() == Op::SELECT) {
        if (!leave_select(at, state)) return;
        at += instruction.b();
        continue;
      }
      check_reads(at, state);
      apply_writes(at, state);
      if (is_jump(at)) leave_jump(at, state);
      if (ends_flow(instruction.op())) return;
    }
  }

  void leave_jump(u32 at, State& state) {
    arrive(target(at), state);
    const Op op = function_.code[at].op();
    if (op == Op::RANGETEST) std::fill(state.begin() + function_.code[at].a(), state.end(), Kind::kJunk);
  }

  // True if control goes on behind the cases.
  bool leave_select(u32 at, const State& state) {
    const Instruction select = function_.code[at];
    for (u32 i = at + 1; i <= at + select.b(); ++i) {
      check_reads(i, state);
      State chosen = state;
      if (function_.code[i].x() == 0) std::fill_n(chosen.begin() + select.a(), 2, Kind::kPlain);
      arrive(target(i), chosen);
    }
    return select.x() == 1;
  }

  void require(u32 at, const State& state, RegisterRange range, Kind kind) {
    for (u32 i = range.first; i < range.first + range.count; ++i) {
      if (state[i] == kind || (kind == Kind::kPlain && state[i] == Kind::kTable)) continue;
      return fail(at, "register " + std::to_string(i) + " does not hold what is read");
    }
  }

  void check_reads(u32 at, const State& state) {
    const Instruction instruction = function_.code[at];
    const Accesses access = accesses(function_, instruction);
    switch (instruction.op()) {
      case Op::NEWCELL:
        if (state[instruction.b()] != Kind::kEmpty) require(at, state, {instruction.b(), 1}, Kind::kPlain);
        return;
      case Op::GETCELL:
        return require(at, state, {instruction.b(), 1}, Kind::kCell);
      case Op::SETCELL:
        require(at, state, {instruction.a(), 1}, Kind::kCell);
        return require(at, state, {instruction.b(), 1}, Kind::kPlain);
      case Op::RANGENEXT:
      case Op::RANGETEST:
        return require(at, state, {instruction.a(), 3}, Kind::kRange);
      case Op::CLOSURE:
        return check_captures(at, state);
      case Op::SETLIST:
        require(at, state, {instruction.a(), 1}, Kind::kTable);
        [[fallthrough]];
      default:
        for (const RegisterRange& range : access.reads) require(at, state, range, Kind::kPlain);
    }
    if (!access.reads_to_top) return;
    const u32 end = function_.code[at - 1].a();
    require(at, state, {access.top_reads_from, end - access.top_reads_from}, Kind::kPlain);
  }

  void check_captures(u32 at, const State& state) {
    const usize child = usize(function_.constants[function_.code[at].wide()].integer);
    const std::vector<Capture>& captures = image_.functions[child].captures;
    for (usize i = 0; i < captures.size(); ++i) {
      if (!captures[i].from_register) continue;
      const Kind held = state[captures[i].index];
      const bool is_value = held == Kind::kPlain || held == Kind::kTable;
      const CaptureUse use = uses_[child][i];
      const bool fits = use == CaptureUse::kCell    ? held == Kind::kCell
                        : use == CaptureUse::kValue ? is_value
                                                    : held == Kind::kCell || is_value;
      if (!fits) fail(at, "capture '" + captures[i].name + "' does not hold what the closure expects");
    }
  }

  void apply_writes(u32 at, State& state) {
    const Instruction instruction = function_.code[at];
    const Accesses access = accesses(function_, instruction);
    if (access.clobbers) std::fill(state.begin() + access.clobbers_from, state.end(), Kind::kJunk);
    const Op op = instruction.op();
    for (const RegisterRange& range : access.writes)
      std::fill_n(state.begin() + range.first, range.count, Kind::kPlain);
    if (op == Op::NEWTABLE || op == Op::NEWOBJECT) state[instruction.a()] = Kind::kTable;
    if (op == Op::NEWCELL) state[instruction.a()] = Kind::kCell;
    if (op == Op::LOADPRIM && instruction.b() == 3) state[instruction.a()] = Kind::kEmpty;
    if (op == Op::RANGEPREP || op == Op::RANGENEXT || op == Op::RANGETEST) {
      std::fill_n(state.begin() + instruction.a(), 3, Kind::kRange);
    }
    if (op == Op::RANGENEXT) {
      std::fill(state.begin() + instruction.a() + 3 + instruction.b(), state.end(), Kind::kJunk);
    }
  }

  const Image& image_;
  const Function& function_;
  const std::vector<std::vector<CaptureUse>>& uses_;
  std::vector<bool> is_target_;
  std::unordered_map<u32, State> entry_;
  std::vector<u32> pending_;
  FlowError error_;
};

}  // namespace

FlowError verify_flow(const Image& image, const Function& function, const std::vector<std::vector<CaptureUse>>& uses) {
  return Flow(image, function, uses).run();
}

}  // namespace gs::bytecode
