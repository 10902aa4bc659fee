// The policy of the baseline tier. A poll brings the function it found running: it is compiled once its heat has reached
// jit.threshold, and again when it has learnt more and its heat has doubled since.
#include <cstdio>

#include "jit/baseline/compiler.hpp"
#include "jit/tier/code_owner.hpp"
#include "jit/tier/optimizer.hpp"
#include "jit/tier/report.hpp"
#include "jit/tier/tier.hpp"
#include "platform/clock.hpp"
#include "vm/heap/heap.hpp"
#include "vm/interp/interp.hpp"
#include "vm/runtime/frame.hpp"
#include "vm/runtime/vm.hpp"

namespace gs::jit {

namespace {

using vm::Prototype;

class Tiers : public vm::Jit {
 public:
  Tiers(vm::Vm& vm, bool with_optimizer)
      : vm_(vm), owner_(vm, usize(vm.options().tunables.jit_code_limit), [this](Prototype* p) { drop_code(p); }) {
    if (with_optimizer) optimizer_ = std::make_unique<Optimizer>(vm, owner_.cache(), report_);
    report_.configure(vm.options().perf, vm.options().dump_code);
  }

  void consider(Prototype* proto) override {
    consider_baseline(proto);
    if (optimizer_ && proto->machine) optimizer_->consider(proto);
  }

  void global_changed(const vm::Global* global) override { optimizer_->global_changed(global); }

  void trace(vm::Heap& heap) override {
    if (optimizer_) optimizer_->each_reference([&](vm::Value v) { heap.mark_value(v); });
  }

  void forget(Prototype* proto) override {
    for (Prototype*& learnt : learnt_) {
      if (learnt == proto) learnt = nullptr;
    }
    if (optimizer_) optimizer_->forget(proto);
    if (proto->machine) owner_.retire(code_of(proto));
  }

  // It is compiled again at one of the next polls, by when it may have learnt more.
  void note_stale(Prototype* proto) override {
    if (proto->has_learnt & kLearntTypes || !may_compile_again(proto)) return;
    proto->has_learnt |= kLearntTypes;
    learnt_.push_back(proto);
    i32 soon = kPollAfterLearning << proto->compilations;
    if (vm_.budget > soon) vm_.budget = soon;
  }

  std::string statistics() const override;

 private:
  static constexpr i32 kPollAfterLearning = 100;  // entries and iterations, doubled with each compilation
  static constexpr u8 kLearntTypes = 2;

  void consider_baseline(Prototype* proto) {
    if (BaselineCode* code = code_of(proto)) code->was_used = true;
    compile_learnt();
    if (proto->machine ? proto->has_learnt && may_compile_again(proto) && proto->heat >= code_of(proto)->due_heat
                       : wants_code(proto)) {
      compile(proto);
    }
  }

  // The baseline code of a function is given up for want of room.
  void drop_code(Prototype* proto) {
    if (optimizer_) optimizer_->baseline_code_goes(proto);
    vm::interp::interpret_from_now_on(vm_, proto);
    if (optimizer_) optimizer_->baseline_code_came(proto);
  }

  static BaselineCode* code_of(const Prototype* proto) { return static_cast<BaselineCode*>(proto->machine); }
  bool wants_code(const Prototype* proto) const {
    return proto->heat >= u64(vm_.options().tunables.jit_threshold) || proto->patience == 0;
  }
  bool may_compile_again(const Prototype* proto) const {
    return i64(proto->compilations) <= vm_.options().tunables.jit_recompiles;
  }

  // Compiling may collect, and a collection may end a prototype's life: forget takes it off the list.
  void compile_learnt() {
    while (!learnt_.empty()) {
      Prototype* proto = learnt_.back();
      learnt_.pop_back();
      if (proto && proto->machine && proto->has_learnt) compile(proto);
    }
  }

  void compile(Prototype* proto);

  vm::Vm& vm_;
  CodeOwner owner_;
  baseline::Compiler compiler_;
  std::unique_ptr<Optimizer> optimizer_;  // null: baseline only
  Report report_;
  std::vector<Prototype*> learnt_;
  u64 compilations_ = 0;
  u64 bytecodes_ = 0;
  u64 code_bytes_ = 0;
  f64 seconds_ = 0;
};

void Tiers::compile(Prototype* proto) {
  f64 start = platform::monotonic_seconds();
  const baseline::CompiledFunction& compiled = compiler_.compile(proto);
  BaselineCode* code = owner_.create(compiled.size);
  if (!code) {
    // No room: later, perhaps.
    proto->heat = 0;
    proto->patience = vm_.call_patience;
    return;
  }
  compiler_.place(code->range);
  if (optimizer_) optimizer_->baseline_code_goes(proto);
  if (BaselineCode* old = code_of(proto)) owner_.retire(old);
  code->owner = this;
  code->proto = proto;
  code->offset_table = compiled.offsets;
  code->offsets = code->offset_table.data();
  code->hot_size = compiled.hot_size;
  code->due_heat = 2 * u64(proto->heat);
  proto->has_learnt = 0;
  proto->compilations++;
  code->entry = code->start + compiled.entry;
  code->exact_entry = code->start + compiled.exact_entry;
  vm::interp::run_code_from_now_on(proto, code, code->entry, code->exact_entry);
  if (optimizer_) optimizer_->baseline_code_came(proto);
  compilations_++;
  bytecodes_ += proto->code_length;
  code_bytes_ += compiled.size;
  seconds_ += platform::monotonic_seconds() - start;
  report_.add({"baseline", proto, code->start, code->size, code->hot_size, code->offset_table});
}

std::string Tiers::statistics() const {
  if (owner_.cache().is_forbidden()) return "machine code the system allows none: everything is interpreted\n";
  char text[512];
  std::snprintf(text, sizeof text,
                "compiled     %llu functions, %llu bytecodes in %.3f ms: %.2f million a second\n"
                "machine code %zu functions, %zu KiB, %llu evicted; %.2f bytes for each of bytecode\n",
                static_cast<unsigned long long>(compilations_), static_cast<unsigned long long>(bytecodes_), seconds_ * 1e3,
                seconds_ > 0 ? f64(bytecodes_) / seconds_ / 1e6 : 0.0,
                owner_.live_count(), owner_.cache().bytes_in_use() >> 10,
                static_cast<unsigned long long>(owner_.evictions()),
                bytecodes_ ? f64(code_bytes_) / f64(bytecodes_ * sizeof(bytecode::Instruction)) : 0.0);
  return text + (optimizer_ ? optimizer_->statistics() : std::string());
}

}  // namespace

std::unique_ptr<vm::Jit> make_baseline(vm::Vm& vm) { return std::make_unique<Tiers>(vm, false); }
std::unique_ptr<vm::Jit> make_tiers(vm::Vm& vm) { return std::make_unique<Tiers>(vm, true); }

}  // namespace gs::jit
