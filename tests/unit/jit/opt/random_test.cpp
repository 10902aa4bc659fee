// Random functions do the same before and after the passes, all of them and each left out in turn. GS_RANDOM_IR=N in
// the environment runs N functions instead of a few hundred.
#include <gtest/gtest.h>

#include <cstdlib>

#include "jit/ir/eval.hpp"
#include "jit/ir/printer.hpp"
#include "jit/ir/verifier.hpp"
#include "jit/opt/pass.hpp"
#include "random_function.hpp"

namespace gs::jit::opt {
namespace {

constexpr u64 kFunctions = 400;
constexpr u64 kInputs = 12;

u64 function_count() {
  const char* wanted = std::getenv("GS_RANDOM_IR");
  return wanted ? std::strtoull(wanted, nullptr, 10) : kFunctions;
}

// Runs the passes but one (none for an index beyond them); the name of the pass that broke the IR, if one did.
std::string optimize(ir::Function& function, usize left_out) {
  PassContext context;
  const auto rows = passes();
  for (usize i = 0; i < rows.size(); i++) {
    if (i == left_out && !rows[i].is_required) continue;
    rows[i].run(function, context);
    const ir::VerifyResult result = ir::verify(function);
    if (!result.ok) return std::string(rows[i].name) + ": " + result.message;
  }
  return "";
}

TEST(RandomIr, PassesKeepTheMeaning) {
  u64 returned = 0;
  u64 left = 0;
  const char* first = std::getenv("GS_RANDOM_IR_FIRST");
  const u64 start = first ? std::strtoull(first, nullptr, 10) : 1;
  for (u64 seed = start; seed < start + function_count(); seed++) {
    const auto before = random_function(seed);
    const auto after = random_function(seed);
    const ir::VerifyResult sound = ir::verify(*before);
    ASSERT_TRUE(sound.ok) << "function " << seed << ": " << sound.message;
    const std::string broken = optimize(*after, seed % (2 * passes().size()));
    ASSERT_EQ(broken, "") << "function " << seed << "\n" << ir::print(*after);
    for (u64 i = 0; i < kInputs; i++) {
      const ir::EvalInput input{.seed = seed * 1000 + i, .slots = random_slots(seed * 1000 + i), .parameters = {}};
      const ir::EvalResult original = ir::evaluate(*before, input);
      const ir::EvalResult changed = ir::evaluate(*after, input);
      returned += changed.end == ir::EvalEnd::kReturned;
      left += changed.end == ir::EvalEnd::kExited;
      ASSERT_TRUE(ir::agrees(original, changed))
          << "function " << seed << " input " << i << ": " << original.text() << ", then " << changed.text() << "\n"
          << ir::print(*before) << ir::print(*after);
    }
  }
  std::printf("%llu runs returned, %llu left\n", static_cast<unsigned long long>(returned),
              static_cast<unsigned long long>(left));
}

}  // namespace
}  // namespace gs::jit::opt
