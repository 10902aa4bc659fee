// Programs whose functions become regions: loads source, runs it in the interpreter so that feedback is there, builds, verifies.
#pragma once

#include <gtest/gtest.h>

#include "api/compile.hpp"
#include "api/libraries.hpp"
#include "jit/ir/printer.hpp"
#include "jit/ir/verifier.hpp"
#include "jit/opt/pass.hpp"
#include "jit/region/region.hpp"
#include "jit/region/ir_machine.hpp"
#include "vm/runtime/loader.hpp"
#include "vm/runtime/modules.hpp"

namespace gs::jit::region {

class RegionTest : public testing::Test, public SiteHistory {
 protected:
  RegionTest() : vm_(vm::VmOptions{}) {
    EXPECT_TRUE(api::open_libraries(vm_, gscript::Library::all));
    vm_.modules().set_compiler([](std::string_view source, const std::string& name, vm::ChunkSort) {
      front::CompileResult result = api::compile(source, name, front::ChunkKind::kLoad);
      return vm::CompiledChunk{result.ok, std::move(result.image), result.ok ? "" : api::first_error(result, name)};
    });
  }

  // Runs the program; its global functions are there afterwards.
  void run(std::string_view source) {
    front::CompileResult program = api::compile(source, "test", front::ChunkKind::kMain);
    ASSERT_TRUE(program.ok) << (program.errors.empty() ? "" : program.errors[0].message);
    main_ = vm::load_image(vm_, program.image);
    ASSERT_TRUE(main_);
    const vm::Value result = vm_.call(vm::Value::function(main_), {});
    ASSERT_FALSE(result.is_raised()) << text(vm_.take_error());
  }

  static std::string text(vm::Value v) { return v.is_string() ? std::string(vm::view(v.as_string())) : "not a string"; }

  vm::Closure* function(const char* name) {
    const vm::Value v = vm_.get_global(name);
    return v.is_function() ? static_cast<vm::Closure*>(v.as_function()) : nullptr;
  }

  // The region of a global function, with `arguments` as samples.
  std::unique_ptr<ir::Function> build_function(const char* name, std::vector<vm::Value> arguments) {
    prepare_frame(function(name), arguments);
    RegionRequest request{vm_, function(name)->prototype};
    request.frame = frame_.data() + 2;
    request.history = this;
    return checked(request);
  }

  std::unique_ptr<ir::Function> checked(const RegionRequest& request) {
    auto built = build(request, result_);
    if (!built) return built;
    const ir::VerifyResult verified = ir::verify(*built);
    EXPECT_TRUE(verified.ok) << verified.message << "\n" << ir::print(*built);
    return built;
  }

  void prepare_frame(vm::Closure* closure, std::span<const vm::Value> arguments) {
    frame_.assign(600, vm::Value::nil());
    frame_[0] = vm::Value::function(closure);
    for (usize i = 0; i < arguments.size(); i++) frame_[2 + i] = arguments[i];
  }

  // Runs the region on the arguments.
  MachineResult execute(const ir::Function& built, const char* name, std::vector<vm::Value> arguments) {
    vm::Value* slot = vm_.top;
    slot[0] = vm::Value::function(function(name));
    for (usize i = 0; i < 400; i++) slot[2 + i] = i < arguments.size() ? arguments[i] : vm::Value::nil();
    IrMachine machine(vm_, slot + 2);
    machine.use_templates(built.templates);
    vm::Value* top = vm_.top;
    vm::Value* base = vm_.frame_base;
    const bytecode::Instruction* pc = vm_.frame_pc;
    MachineResult result = machine.run(built);
    vm_.top = top;
    vm_.frame_base = base;
    vm_.frame_pc = pc;
    return result;
  }

  // Builds `name` with the arguments as samples, runs the region and the function, and expects the same. A site that leaves is
  // remembered and the region built anew, as the tier does.
  void expect_same(const char* name, std::vector<vm::Value> arguments) {
    expect_same(name, arguments, false);
    failed_.clear();
    expect_same(name, arguments, true);
  }
  void expect_same(const char* name, std::vector<vm::Value> arguments, bool optimized) {
    std::unique_ptr<ir::Function> built;
    MachineResult got;
    for (int attempt = 0; attempt < 12; attempt++) {
      built = build_function(name, arguments);
      ASSERT_TRUE(built) << result_.refusal;
      opt::PassContext context;
      if (optimized) opt::run_passes(*built, context);
      got = execute(*built, name, arguments);
      if (got.end != MachineResult::End::kExited) break;
      failed_.push_back({got.exit_prototype, got.exit_pc});
    }
    ASSERT_EQ(got.end, MachineResult::End::kReturned) << "ended at " << ir::info(got.at).name << ", bytecode " << got.exit_pc << "\n"
                                                      << ir::print(*built);
    const vm::Value wanted = vm_.call(vm::Value::function(function(name)), arguments);
    const vm::Value first = got.results.empty() ? vm::Value::nil() : got.results[0];
    EXPECT_EQ(describe(first), describe(wanted)) << ir::print(*built);
  }

  std::string describe(vm::Value v) {
    vm::String* s = vm_.to_string_form(v);
    return s ? std::string(vm::view(s)) : "?";
  }
  static vm::Value integer(i64 v) { return vm::Value::small_int(v); }
  static vm::Value number(f64 v) { return vm::Value::number(v); }

  bool has_failed(const vm::Prototype* prototype, u32 pc) const override {
    for (const auto& [p, at] : failed_) {
      if (p == prototype && at == pc) return true;
    }
    return false;
  }
  bool has_failed_at_join(const vm::Prototype* prototype, u32 pc) const override { return has_failed(prototype, pc); }

  vm::Vm vm_;
  vm::Closure* main_ = nullptr;
  RegionResult result_;
  std::vector<vm::Value> frame_;
  std::vector<std::pair<const vm::Prototype*, u32>> failed_;
};

// Nodes of the op.
inline u32 count_op(const ir::Function& function, ir::Op op) {
  u32 count = 0;
  for (ir::Block* block : function.blocks) {
    for (ir::Node* n : ir::nodes(block)) count += n->op == op;
  }
  return count;
}

}  // namespace gs::jit::region
