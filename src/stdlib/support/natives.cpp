#include "stdlib/support/natives.hpp"

#include <string>

namespace gs::stdlib {

using namespace vm;

bool add_natives(Vm& vm, Table* table, std::string_view prefix, std::span<const NativeRow> rows,
                 std::initializer_list<Value> captures) {
  for (const NativeRow& row : rows) {
    Native* function = vm.native(std::string(prefix) + row.name, row.entry, captures);
    if (!function || !table_set_name(vm, table, row.name, Value::function(function))) return false;
  }
  return true;
}

}  // namespace gs::stdlib
