#include "api/libraries.hpp"

#include <algorithm>
#include <string>

#include "vm/object/table.hpp"

namespace gs::stdlib {

// One row for each folder of src/stdlib with an install function; the build makes the list.
#define GS_LIBRARY(name) bool install_##name(vm::Vm& vm);
#define GS_MISSING_LIBRARY(name, option)
#include "stdlib/libraries.def"
#undef GS_LIBRARY
#undef GS_MISSING_LIBRARY

}  // namespace gs::stdlib

namespace gs::api {
namespace {

constexpr bool (*kInstallers[])(vm::Vm&) = {
#define GS_LIBRARY(name) &stdlib::install_##name,
#define GS_MISSING_LIBRARY(name, option)
#include "stdlib/libraries.def"
#undef GS_LIBRARY
#undef GS_MISSING_LIBRARY
};

struct MissingLibrary {
  const char* name;
  const char* option;  // of CMake
};
constexpr MissingLibrary kMissing[] = {
    {nullptr, nullptr},
#define GS_LIBRARY(name)
#define GS_MISSING_LIBRARY(name, option) {#name, #option},
#include "stdlib/libraries.def"
#undef GS_LIBRARY
#undef GS_MISSING_LIBRARY
};

vm::Value raise_missing(vm::Vm& vm, vm::Args args) { return vm.raise(vm::view(args.callee()->name)); }

// A table whose every use says what it takes to have the library.
bool install_missing(vm::Vm& vm, const MissingLibrary& missing) {
  if (!missing.name) return true;
  const std::string message = std::string("library '") + missing.name + "' is not in this build: it takes -D" +
                              missing.option + "=ON when configuring";
  vm::Native* raise = vm.native(message, raise_missing);
  vm::Table* library = raise ? vm.table() : nullptr;
  vm::Table* metatable = library ? vm.table() : nullptr;
  return metatable && vm::table_set_name(vm, metatable, "__index", vm::Value::function(raise)) &&
         vm::table_set_metatable(vm, library, metatable) && vm.set_global(missing.name, vm::Value::table(library));
}

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
  auto stand_in = [&](const MissingLibrary& missing) { return install_missing(vm, missing); };
  if (!std::all_of(std::begin(kMissing), std::end(kMissing), stand_in)) return false;
  auto remove = [&](const char* path) { return take_away(vm, path); };
  if (preset == gscript::Library::all) return true;
  if (!std::all_of(std::begin(kNotForApps), std::end(kNotForApps), remove)) return false;
  if (preset == gscript::Library::app) return true;
  return std::all_of(std::begin(kNotSafe), std::end(kNotSafe), remove) && restrict_os(vm);
}

}  // namespace gs::api
