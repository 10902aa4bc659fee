// The parts of the string library, each in a file of its own with its rows; install_string puts them together.
#pragma once

#include <span>

#include "vm/runtime/vm.hpp"

namespace gs::stdlib {

std::span<const vm::NativeRow> basic_rows();   // len sub byte char rep ...
std::span<const vm::NativeRow> case_rows();    // upper lower title reverse
std::span<const vm::NativeRow> parts_rows();   // split join trim pad ...
std::span<const vm::NativeRow> format_rows();  // format
std::span<const vm::NativeRow> pack_rows();    // pack unpack packsize
// find match gmatch gsub: they share a cache of compiled patterns. Adds them to `library`; false = raised.
[[nodiscard]] bool install_patterns(vm::Vm& vm, vm::Table* library);

}  // namespace gs::stdlib
