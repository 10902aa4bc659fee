// The optimizer's passes as the pipeline sees them. Each pass is one file with one function of this signature; it
// takes IR that the verifier accepts and leaves such IR. The rows are in defs/ir_passes.def.
#pragma once

#include <span>
#include <string_view>

#include "jit/ir/function.hpp"
#include "jit/opt/exit_stress.hpp"

namespace gs::jit::opt {

struct PassContext {
  // Left out: every optional pass whose name is in this comma-separated list.
  std::string_view skip;
  // Whether guards may be moved in front of loops that perhaps never reach them. The tier says no when such a guard
  // has failed often.
  bool may_speculate = true;
  // Whether the IR is verified before the first pass and after each; a malformed function is printed and ends the process.
  bool verify = false;
  // If set, every guard is made to leave once.
  std::deque<ForcedExit>* forced = nullptr;
  // Called after each pass, if set, for dumps.
  void (*after_pass)(void* user, const char* pass, const ir::Function& function) = nullptr;
  void* user = nullptr;
};

using PassFunction = void (*)(ir::Function& function, PassContext& context);

struct PassRow {
  const char* name;
  PassFunction run;
  bool is_required;
  const char* meaning;
};

#define IR_PASS(name, required, meaning) void name(ir::Function& function, PassContext& context);
#include "defs/ir_passes.def"
#undef IR_PASS

// In the order they run.
std::span<const PassRow> passes();

// Runs them all; in debug builds the verifier checks the function before and after each.
void run_passes(ir::Function& function, PassContext& context);

}  // namespace gs::jit::opt
