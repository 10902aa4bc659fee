// Natives that share state: functions of a library registered with captures, which a native reads by args.callee().
#pragma once

#include <string_view>

#include "vm/runtime/vm.hpp"

namespace gs::stdlib {

// Adds rows to `table`, each with these captures, under names "prefix" + name. False = raised.
[[nodiscard]] bool add_natives(vm::Vm& vm, vm::Table* table, std::string_view prefix, std::span<const vm::NativeRow> rows,
                               std::initializer_list<vm::Value> captures);

inline vm::Value capture(vm::Args args, u32 index) { return args.callee()->captures[index]; }

}  // namespace gs::stdlib
