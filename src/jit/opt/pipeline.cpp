// Runs the passes of defs/ir_passes.def in their order.
#include <cstdio>
#include <cstdlib>

#include "jit/ir/printer.hpp"
#include "jit/ir/verifier.hpp"
#include "jit/opt/pass.hpp"

namespace gs::jit::opt {

namespace {

constexpr PassRow kPasses[] = {
#define IR_PASS(name, required, meaning) {#name, name, required, meaning},
#include "defs/ir_passes.def"
#undef IR_PASS
};

bool is_in_list(std::string_view list, std::string_view name) {
  while (!list.empty()) {
    const usize comma = list.find(',');
    if (list.substr(0, comma) == name) return true;
    list = comma == std::string_view::npos ? std::string_view() : list.substr(comma + 1);
  }
  return false;
}

void check(const ir::Function& function, const char* pass) {
  const ir::VerifyResult result = ir::verify(function);
  if (result.ok) return;
  std::fprintf(stderr, "%safter %s: %s\n", ir::print(function).c_str(), pass, result.message.c_str());
  std::abort();
}

}  // namespace

std::span<const PassRow> passes() { return kPasses; }

void run_passes(ir::Function& function, PassContext& context) {
  if (context.forced) stress_exits(function, *context.forced);
  if (context.verify) check(function, "the region builder");
  for (const PassRow& row : kPasses) {
    if (!row.is_required && is_in_list(context.skip, row.name)) continue;
    row.run(function, context);
    if (context.verify) check(function, row.name);
    if (context.after_pass) context.after_pass(context.user, row.name, function);
  }
}

}  // namespace gs::jit::opt
