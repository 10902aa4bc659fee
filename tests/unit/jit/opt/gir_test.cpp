// The text tests under tests/ir: a function, the passes to run over it, and what must come out.
//
//   ; what the test shows
//   ; passes: number dead
//   function f
//   b0:
//     ...
//   ---
//   function f
//     ...
//
// Besides the text, the function must do the same before and after, by the evaluator over several inputs. With
// GS_WRITE_GIR=1 in the environment the part below the line is written instead of compared.
#include <gtest/gtest.h>

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <sstream>

#include "jit/ir/eval.hpp"
#include "jit/ir/parser.hpp"
#include "jit/ir/printer.hpp"
#include "jit/ir/verifier.hpp"
#include "jit/opt/pass.hpp"

namespace gs::jit::opt {
namespace {

namespace fs = std::filesystem;

constexpr u64 kSeeds = 60;

std::vector<std::string> gir_files() {
  std::vector<std::string> files;
  for (const auto& entry : fs::recursive_directory_iterator(GSCRIPT_GIR_DIR)) {
    if (entry.path().extension() == ".gir") files.push_back(entry.path().string());
  }
  std::sort(files.begin(), files.end());
  return files;
}

std::string read(const std::string& path) {
  std::ifstream file(path);
  std::stringstream text;
  text << file.rdbuf();
  return text.str();
}

PassFunction pass_named(const std::string& name) {
  for (const PassRow& row : passes()) {
    if (name == row.name) return row.run;
  }
  return nullptr;
}

// The names after `; passes:`; `all` for the whole pipeline.
std::vector<std::string> passes_of(const std::string& text) {
  const std::string key = "; passes:";
  const usize at = text.find(key);
  std::vector<std::string> names;
  if (at == std::string::npos) return names;
  std::istringstream line(text.substr(at + key.size(), text.find('\n', at) - at - key.size()));
  for (std::string name; line >> name;) names.push_back(name);
  return names;
}

class Gir : public testing::TestWithParam<std::string> {};

TEST_P(Gir, ComesOut) {
  const std::string text = read(GetParam());
  const usize line = text.find("\n---\n");
  ASSERT_NE(line, std::string::npos) << "no --- line";
  const std::string source = text.substr(0, line + 1);
  ir::ParseResult before = ir::parse(source);
  ir::ParseResult after = ir::parse(source);
  ASSERT_TRUE(after.function) << after.error;
  ASSERT_TRUE(ir::verify(*after.function).ok) << ir::verify(*after.function).message;
  const std::vector<std::string> names = passes_of(source);
  ASSERT_FALSE(names.empty()) << "no '; passes:' line";
  PassContext context;
  for (const std::string& name : names) {
    if (name == "all") {
      run_passes(*after.function, context);
    } else {
      const PassFunction run = pass_named(name);
      ASSERT_TRUE(run) << "no pass " << name;
      run(*after.function, context);
    }
    const ir::VerifyResult result = ir::verify(*after.function);
    ASSERT_TRUE(result.ok) << "after " << name << ": " << result.message << "\n" << ir::print(*after.function);
  }
  const std::string printed = ir::print(*after.function);
  if (std::getenv("GS_WRITE_GIR")) {
    std::ofstream(GetParam()) << source << "---\n" << printed;
  } else {
    EXPECT_EQ(printed, text.substr(line + 5));
  }
  for (u64 seed = 1; seed <= kSeeds; seed++) {
    const ir::EvalInput input{.seed = seed, .slots = {}, .parameters = {}};
    const ir::EvalResult original = ir::evaluate(*before.function, input);
    const ir::EvalResult changed = ir::evaluate(*after.function, input);
    ASSERT_TRUE(ir::agrees(original, changed))
        << "seed " << seed << ": " << original.text() << ", then " << changed.text() << "\n"
        << printed;
  }
}

std::string test_name(const testing::TestParamInfo<std::string>& info) {
  std::string name = fs::relative(info.param, GSCRIPT_GIR_DIR).replace_extension().string();
  for (char& c : name) {
    if (!std::isalnum(static_cast<unsigned char>(c))) c = '_';
  }
  return name;
}

INSTANTIATE_TEST_SUITE_P(Files, Gir, testing::ValuesIn(gir_files()), test_name);

}  // namespace
}  // namespace gs::jit::opt
