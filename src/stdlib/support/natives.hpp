// Small helpers for natives: shared state as captures, which a native reads by
// args.callee(); pairs of results; accounting for work.
#pragma once

#include <string_view>

#include "vm/runtime/vm.hpp"

namespace gs::stdlib {

// Two results, without the detour of Vm::results: for iterators.
inline vm::Value two_results(vm::Vm& vm, vm::Value first, vm::Value second) {
  vm::Value* out = vm.result_space(2);
  if (GS_UNLIKELY(!out)) return vm::Value::raised();
  out[0] = first;
  out[1] = second;
  return vm::Value::multi(2);
}

// Counts work done in one go, in steps of some ten nanoseconds, against the time to the next look at the limits: a loop
// around a long-running native would else look too rarely. False = raised.
[[nodiscard]] inline bool charge(vm::Vm& vm, usize steps) {
  constexpr usize kMost = 1 << 24;
  vm.budget -= i32(steps < kMost ? steps : kMost);
  return vm.poll();
}

// Adds rows to `table`, each with these captures, under names "prefix" + name. False = raised.
[[nodiscard]] bool add_natives(vm::Vm& vm, vm::Table* table, std::string_view prefix,
                               std::span<const vm::NativeRow> rows, std::initializer_list<vm::Value> captures);

inline vm::Value capture(vm::Args args, u32 index) { return args.callee()->captures[index]; }

}  // namespace gs::stdlib
