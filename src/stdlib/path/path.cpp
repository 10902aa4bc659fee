#include "stdlib/path/path.hpp"

#include <unistd.h>
#include <cerrno>
#include <climits>

#include "stdlib/io/system_error.hpp"
#include "stdlib/path/clean.hpp"
#include "vm/runtime/vm.hpp"

namespace gs::stdlib {

using namespace vm;

namespace {

/// path.join(s...)
/// The elements joined by `/` and cleaned; empty ones are ignored.
///     print(path.join("a", "..", "b", "c.txt")) // b/c.txt
Value path_join(Vm& vm, Args args) {
  std::string joined;
  for (u32 i = 0; i < args.count; i++) {
    std::string_view element;
    if (!arg_string(vm, args, i, element)) return Value::raised();
    if (element.empty()) continue;
    if (!joined.empty()) joined.push_back('/');
    joined.append(element);
  }
  return vm.string_value(joined.empty() ? joined : clean_path(joined));
}

/// path.clean(s)
/// The shortest path that means the same.
///     print(path.clean("a/./b//../c"), path.clean("")) // a/c  .
Value path_clean(Vm& vm, Args args) {
  std::string_view path;
  return arg_string(vm, args, 0, path) ? vm.string_value(clean_path(path)) : Value::raised();
}

/// path.dir(s)
/// All but the last element.
///     print(path.dir("/a/b.txt")) // /a
Value path_dir(Vm& vm, Args args) {
  std::string_view path;
  return arg_string(vm, args, 0, path) ? vm.string_value(path_directory(path)) : Value::raised();
}

/// path.base(s)
/// The last element.
///     print(path.base("/a/b.txt")) // b.txt
Value path_base_name(Vm& vm, Args args) {
  std::string_view path;
  return arg_string(vm, args, 0, path) ? vm.string_value(path_base(path)) : Value::raised();
}

/// path.ext(s)
/// The extension from the last dot of the last element, or "".
///     print(path.ext("c.tar.gz"), path.ext("a.d/b")) // .gz
Value path_ext(Vm& vm, Args args) {
  std::string_view path;
  return arg_string(vm, args, 0, path) ? vm.string_value(path_extension(path)) : Value::raised();
}

/// path.split(s)
/// The directory with its final `/`, and the file.
///     print(path.split("/a/b.txt")) // /a/  b.txt
Value path_split(Vm& vm, Args args) {
  std::string_view path;
  if (!arg_string(vm, args, 0, path)) return Value::raised();
  usize slash = path.rfind('/');
  usize file_start = slash == path.npos ? 0 : slash + 1;
  Value directory = vm.string_value(path.substr(0, file_start));
  Value file = directory.is_raised() ? directory : vm.string_value(path.substr(file_start));
  return file.is_raised() ? file : vm.results({directory, file});
}

/// path.abs(s)
/// The path from the root, or nil and an error.
///     print(path.abs("/a/../b")) // /b
Value path_abs(Vm& vm, Args args) {
  std::string_view path;
  if (!arg_string(vm, args, 0, path)) return Value::raised();
  if (path.starts_with('/')) return vm.string_value(clean_path(path));
  char current[PATH_MAX];
  if (!::getcwd(current, sizeof current)) return vm.failure(system_failure("stat", ".", errno));
  return vm.string_value(clean_path(std::string(current).append("/").append(path)));
}

/// path.isAbs(s)
/// Whether the path begins at the root.
///     print(path.isAbs("/a"), path.isAbs("a")) // true  false
Value path_is_abs(Vm& vm, Args args) {
  std::string_view path;
  return arg_string(vm, args, 0, path) ? Value::boolean(path.starts_with('/')) : Value::raised();
}

/// path.match(pat, s)
/// Whether s as a whole matches the glob; false and "syntax error in pattern" if it is malformed. `*` and `?` do
/// not match `/`.
///     print(path.match("*.gs", "a.gs"), path.match("*.gs", "d/a.gs")) // true  false
///     print(path.match("[", "a")) // false  syntax error in pattern
Value path_match(Vm& vm, Args args) {
  std::string_view pattern, name;
  if (!arg_string(vm, args, 0, pattern) || !arg_string(vm, args, 1, name)) return Value::raised();
  GlobMatch match = match_glob(pattern, name);
  if (match != GlobMatch::kBadPattern) return Value::boolean(match == GlobMatch::kYes);
  Value error = vm.string_value("syntax error in pattern");
  return error.is_raised() ? error : vm.results({Value::boolean(false), error});
}

/// path.rel(base, target)
/// The path from base to target, or nil and an error.
///     print(path.rel("/a", "/b/c")) // ../b/c
Value path_rel(Vm& vm, Args args) {
  std::string_view base, target;
  if (!arg_string(vm, args, 0, base) || !arg_string(vm, args, 1, target)) return Value::raised();
  std::string relative;
  if (relative_path(base, target, relative)) return vm.string_value(relative);
  std::string error = "cannot make ";
  error.append(target).append(" relative to ").append(base);
  return vm.failure(error);
}

constexpr NativeRow kRows[] = {
    {"join", path_join},   {"clean", path_clean}, {"dir", path_dir},      {"base", path_base_name}, {"ext", path_ext},
    {"split", path_split}, {"abs", path_abs},     {"isAbs", path_is_abs}, {"match", path_match},    {"rel", path_rel},
};

}  // namespace

/// path.separator
/// "/".
///     print(path.separator) // /

/// path.listSeparator
/// ":".
///     print(path.listSeparator) // :

bool install_path(Vm& vm) {
  Table* path = vm.register_library("path", kRows);
  if (!path) return false;
  Value separator = vm.string_value("/"), list_separator = vm.string_value(":");
  return !list_separator.is_raised() && table_set_name(vm, path, "separator", separator) &&
         table_set_name(vm, path, "listSeparator", list_separator);
}

}  // namespace gs::stdlib
