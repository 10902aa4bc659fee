// Every function and every loop of many programs becomes a region that verifies, before and after the optimizer's passes: with feedback
// from a run, without it, and with every site taken for one that has failed.
#include <filesystem>
#include <fstream>
#include <set>
#include <sstream>

#include "jit/opt/pass.hpp"
#include "jit/region/analysis.hpp"
#include "jit/region/region_fixture.hpp"

namespace gs::jit::region {
namespace {

class SweepTest : public RegionTest, public testing::WithParamInterface<std::string> {
 protected:
  void build_all(vm::Prototype* prototype) {
    if (!seen_.insert(prototype).second) return;
    const CodeAnalysis analysis(prototype);
    build_one(prototype, 0);
    for (const bytecode::FlowLoop& loop : analysis.flow.loops) build_one(prototype, analysis.flow.blocks[loop.header].begin);
    for (u32 i = 0; i < prototype->constant_count; i++) {
      if (bytecode::Constant::Kind(prototype->constant_kinds[i]) != bytecode::Constant::Kind::kFunction) continue;
      build_all(reinterpret_cast<vm::Prototype*>(prototype->constants[i].bits));
    }
  }

  void build_one(vm::Prototype* prototype, u32 entry) {
    RegionRequest request{vm_, prototype};
    request.entry = entry;
    request.validity = &valid_;
    request.history = everything_failed_ ? static_cast<SiteHistory*>(this) : nullptr;
    auto built = checked(request);
    if (!built) return;
    opt::PassContext context;
    context.after_pass = [](void*, const char* pass, const ir::Function& function) {
      const ir::VerifyResult verified = ir::verify(function);
      EXPECT_TRUE(verified.ok) << function.name << " after " << pass << ": " << verified.message;
    };
    opt::run_passes(*built, context);
  }

  bool has_failed(const vm::Prototype*, u32) const override { return everything_failed_; }
  bool has_failed_at_join(const vm::Prototype*, u32) const override { return everything_failed_; }

  std::set<const vm::Prototype*> seen_;
  u8 valid_ = 1;
  bool everything_failed_ = false;
};

std::string read_file(const std::string& path) {
  std::ifstream in(path);
  std::stringstream text;
  text << in.rdbuf();
  return text.str();
}

TEST_P(SweepTest, BuildsAndVerifies) {
  front::CompileResult program = api::compile(read_file(GetParam()), "test", front::ChunkKind::kMain);
  if (!program.ok) GTEST_SKIP();
  vm::Table* arguments = vm_.table();
  for (i64 i = 1; i <= 3; i++) EXPECT_TRUE(vm::table_set_int(vm_, arguments, i, vm_.string_value("6")));
  EXPECT_TRUE(vm_.set_global("arg", vm::Value::table(arguments)));
  vm::Closure* closure = vm::load_image(vm_, program.image);
  build_all(closure->prototype);
  if (vm_.call(vm::Value::function(closure), {}).is_raised()) vm_.take_error();
  for (bool failed : {false, true}) {
    everything_failed_ = failed;
    seen_.clear();
    build_all(closure->prototype);
  }
}

std::vector<std::string> programs() {
  std::vector<std::string> paths;
  for (const char* folder : {"bench/programs", "tests/lang/functions", "tests/lang/tables", "tests/lang/statements", "tests/lang/values"}) {
    for (const auto& entry : std::filesystem::recursive_directory_iterator(std::string(GS_SOURCE_DIR "/") + folder)) {
      if (entry.path().extension() == ".gs") paths.push_back(entry.path().string());
    }
  }
  return paths;
}

std::string name_of(const testing::TestParamInfo<std::string>& info) {
  std::string name = std::filesystem::path(info.param).stem().string();
  for (char& c : name) c = std::isalnum(u8(c)) ? c : '_';
  return name + "_" + std::to_string(info.index);
}

INSTANTIATE_TEST_SUITE_P(Programs, SweepTest, testing::ValuesIn(programs()), name_of);

}  // namespace
}  // namespace gs::jit::region
