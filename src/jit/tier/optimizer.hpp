// The second tier: which functions and loops get optimized code, what becomes of it when it leaves too often or what it assumed breaks.
//
// Functions are compiled when their heat says so. A loop gets code of its own, entered by on-stack replacement, when a poll finds it
// running in lower code: first the innermost loop, then, as that is left again and again, the loops around it. A region that
// leaves often at one place is given up and compiled anew with what the lower tier has learnt by then; a place that fails again is compiled
// without speculation. Every recompilation is bought by twice the heat of the one before.
#pragma once

#include <memory>
#include <string>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "jit/tier/machine.hpp"
#include "jit/tier/optimized_code.hpp"
#include "jit/tier/report.hpp"

namespace gs::jit {

class Optimizer final : public region::SiteHistory, public region::DirectTargets {
 public:
  Optimizer(vm::Vm& vm, CodeCache& cache, Report& report);
  ~Optimizer() override;

  // A poll found `proto` hot; its heat has been credited, frames are published. Where its frame is the running one, the loop that it is in
  // is a candidate, too.
  void consider(vm::Prototype* proto);
  // Whether calls of `proto` go to optimized code: the baseline tier leaves its entries alone then.
  bool has_function_code(const vm::Prototype* proto) const;
  // The baseline code of `proto` is about to be given up or replaced, or there is new: jumps into loops' code go with it, and come.
  void baseline_code_goes(const vm::Prototype* proto);
  void baseline_code_came(const vm::Prototype* proto);
  // What code relied on about `global` has changed.
  void global_changed(const vm::Global* global);
  void forget(const vm::Prototype* proto);
  // Values the code refers to.
  template <typename Visitor>
  void each_reference(Visitor visit) {
    sweep_if_quick();
    for (auto& code : codes_) {
      for (vm::Value v : code->references) visit(v);
      for (const vm::Prototype* proto : code->prototypes) {
        if (proto != code->prototype) visit(vm::Value::object(proto));
      }
    }
  }
  std::string statistics() const;

  bool has_failed(const vm::Prototype* prototype, u32 pc) const override;
  bool has_failed_at_join(const vm::Prototype* prototype, u32 pc) const override;
  bool has_failed_moved(const vm::Prototype* prototype, u32 pc) const override;
  const ir::DirectTarget* of(vm::Prototype* prototype, std::span<const vm::Value> arguments) override;
  // Machine code leaves by exit `number`: frames are rebuilt; where to go on.
  backend::Continuation leave(OptimizedCode& code, vm::Value* base, u32 number, backend::RegisterFile* registers);

 private:
  struct FunctionState {
    OptimizedCode* function = nullptr;     // installed, or null
    std::vector<OptimizedCode*> loops;     // installed
    std::vector<u32> refused;              // entries that cannot be compiled
    std::unordered_map<u32, u32> failures;  // by instruction: times a region was given up because of it
    std::unordered_set<u32> failures_at_joins;  // instructions where ways join and a guard of a representation failed
    std::unordered_set<u32> failures_moved;  // instructions whose guard failed in front of a loop, where it had been moved to
    DirectEntry* direct = nullptr;         // how it is called directly; null: not yet, or not at all
    bool has_no_direct_form = false;
    std::unordered_set<u32> boxed_parameters;  // that came with values of several types
    u32 compilations = 0;
    u32 searches = 0;  // for something to compile, in vain since the last that was compiled
    u64 due_heat = 0;
  };

  bool is_worth_trying(FunctionState& state, vm::Prototype* proto);
  void wait(FunctionState& state, const vm::Prototype* proto, u32 doublings);
  const vm::Value* running_frame(const vm::Prototype* proto) const;
  bool compile_function(FunctionState& state, vm::Prototype* proto, std::span<const vm::Value> arguments, const vm::Value* frame);
  void renew_direct_entry(FunctionState& state, vm::Prototype* proto, std::span<const vm::Value> arguments);
  void note_arguments(FunctionState& state, const OptimizedCode& code, const vm::Value* arguments);
  bool compile_loop(FunctionState& state, vm::Prototype* proto, u32 entry, u32 end);
  bool compile_next_loop(FunctionState& state, vm::Prototype* proto, u32 inside);
  OptimizedCode* compile(FunctionState& state, region::RegionRequest request);
  bool place(OptimizedCode& code, backend::CompiledRegion& compiled);
  void install_function(FunctionState& state, OptimizedCode* code);
  void cover_header(OptimizedCode* code);
  void uncover_header(OptimizedCode* code);
  void give_up(OptimizedCode* code);
  void retire(OptimizedCode* code);
  void sweep();
  void free(const OptimizedCode& code);
  void sweep_if_quick();
  void count_exit(OptimizedCode& code, backend::Exit& exit, const backend::RebuiltFrame& frame);
  backend::Continuation go_on(const OptimizedCode& code, const backend::Exit& exit, const backend::RebuiltFrame& frame,
                              vm::Value* base, backend::RegisterFile* registers);

  vm::Vm& vm_;
  CodeCache& cache_;
  Report& report_;
  std::unique_ptr<Machine> machine_;  // made when first needed
  std::unordered_map<const vm::Prototype*, FunctionState> states_;
  std::vector<std::unique_ptr<OptimizedCode>> codes_;
  DirectEntries direct_entries_;
  bool is_rebuilding_ = false;  // frames at an exit
  usize stale_bytes_ = 0;       // of code that is not entered any more
  u64 exits_ = 0;
  u64 given_up_ = 0;
  u64 bytecodes_ = 0;
  f64 seconds_ = 0;
};

}  // namespace gs::jit
