// The string library put together.
#include "stdlib/string/string.hpp"

#include "stdlib/string/rows.hpp"

namespace gs::stdlib {

bool install_string(vm::Vm& vm) {
  vm::Table* library = nullptr;
  for (auto rows : {basic_rows(), case_rows(), parts_rows(), format_rows(), pack_rows()}) {
    library = vm.register_library("string", rows);
    if (!library) return false;
  }
  return install_patterns(vm, library);
}

}  // namespace gs::stdlib
