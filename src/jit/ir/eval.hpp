// The reference evaluator: what a function of the IR means, without a heap. Tests run a function before and after a
// pass and ask whether the two agree; nothing in the product calls it.
//
// Memory is simulated: every alias class is an address space of its own. A word nobody wrote holds what a hash of the
// seed and its address says, a plausible value for what is loaded (ints, floats, tables; short lengths). A call
// returns a hash of its arguments and of all effects so far, and changes some words. Objects made by NewObject have
// addresses of their own and are compared by content.
#pragma once

#include <string>
#include <unordered_set>
#include <vector>

#include "jit/ir/function.hpp"

namespace gs::jit::ir {

struct EvalInput {
  u64 seed = 0;
  std::vector<std::pair<i64, u64>> slots;  // frame slots that shall hold these bits
  std::vector<u64> parameters;             // of Param imm; beyond them a hash
  u32 step_limit = 20000;                  // nodes
};

enum class EvalEnd : u8 { kReturned, kExited, kStepLimit };

struct EvalResult {
  EvalEnd end;
  u32 exit_node = 0;         // the id of the node that left
  std::vector<u64> results;  // of a Return: the bits
  u64 state = 0;  // hash of everything visible at the end: results or frames, slots, globals and other memory
  std::unordered_set<u64> states;  // of every state in which the function could have left on its way
  std::string text() const;
};

EvalResult evaluate(const Function& function, const EvalInput& input);

// Whether a function that ended as `after` may stand for one that ended as `before`: the same results and effects, or
// an exit in a state that the other passed through (guards may be moved to earlier exits).
bool agrees(const EvalResult& before, const EvalResult& after);

}  // namespace gs::jit::ir
