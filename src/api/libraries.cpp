#include "api/libraries.hpp"

#include <algorithm>

#include "vm/object/table.hpp"

namespace gs::stdlib {

// One row for each folder of src/stdlib with an install function; the build makes the list.
#define GS_LIBRARY(name) bool install_##name(vm::Vm& vm);
#include "stdlib/libraries.def"
#undef GS_LIBRARY

}  // namespace gs::stdlib

namespace gs::api {
namespace {

constexpr bool (*kInstallers[])(vm::Vm&) = {
#define GS_LIBRARY(name) &stdlib::install_##name,
#include "stdlib/libraries.def"
#undef GS_LIBRARY
};

// "library" or "library.function".
constexpr const char* kNotForApps[] = {"process", "os.execute", "os.exit", "os.setenv", "os.unsetenv"};
constexpr const char* kNotSafe[] = {"io", "fs", "net", "http", "log", "dofile"};
constexpr std::string_view kSafeOs[] = {"time", "clock", "date", "difftime"};

bool take_away(vm::Vm& vm, std::string_view path) {
  usize dot = path.find('.');
  vm::Value library = vm.get_global(path.substr(0, dot));
  if (library.is_empty()) return true;
  if (dot != path.npos) return vm::table_set_name(vm, library.as_table(), path.substr(dot + 1), vm::Value::nil());
  vm::Global* global = vm.global(path);
  if (!global) return false;
  global->value = vm::Value::empty();
  global->aux = vm::Global::kUndefined;
  return true;
}

// The part of os that tells the time.
bool restrict_os(vm::Vm& vm) {
  vm::Value os = vm.get_global("os");
  if (os.is_empty()) return true;
  vm::Table* kept = vm.table();
  if (!kept) return false;
  for (std::string_view name : kSafeOs) {
    vm::Value function = vm::table_get_name(vm, os.as_table(), name);
    if (!function.is_nil() && !vm::table_set_name(vm, kept, name, function)) return false;
  }
  return vm.set_global("os", vm::Value::table(kept));
}

}  // namespace

bool open_libraries(vm::Vm& vm, gscript::Library preset) {
  auto install = [&](auto installer) { return installer(vm); };
  if (!std::all_of(std::begin(kInstallers), std::end(kInstallers), install)) return false;
  auto remove = [&](const char* path) { return take_away(vm, path); };
  if (preset == gscript::Library::all) return true;
  if (!std::all_of(std::begin(kNotForApps), std::end(kNotForApps), remove)) return false;
  if (preset == gscript::Library::app) return true;
  return std::all_of(std::begin(kNotSafe), std::end(kNotSafe), remove) && restrict_os(vm);
}

}  // namespace gs::api
