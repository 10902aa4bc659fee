#include "stdlib/fs/fs.hpp"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>
#include <cerrno>
#include <climits>
#include <cstdio>
#include <memory>

#include "stdlib/fs/files.hpp"
#include "stdlib/io/stream.hpp"
#include "stdlib/io/system_error.hpp"
#include "stdlib/path/clean.hpp"
#include "vm/runtime/vm.hpp"

namespace gs::stdlib {

using namespace vm;

namespace {

// A path argument as given and as the system takes it. A path with a NUL byte cannot exist: it becomes one that does
// not.
struct Path {
  std::string_view text;
  std::string system;
};

bool arg_path(Vm& vm, Args args, u32 index, Path& out) {
  if (!arg_string(vm, args, index, out.text)) return false;
  if (!to_system_path(out.text, out.system)) out.system.clear();
  return true;
}

Value done_or(Vm& vm, const char* operation, std::string_view path, int error) {
  return error ? vm.failure(system_failure(operation, path, error)) : Value::boolean(true);
}

bool status_of(Vm& vm, Args args, struct stat& info, bool& found) {
  Path path;
  if (!arg_path(vm, args, 0, path)) return false;
  found = ::stat(path.system.c_str(), &info) == 0;
  return true;
}

/// fs.exists(s)
/// Whether there is anything of this name.
///     print(fs.exists("/"), fs.exists("missing")) // true  false
Value fs_exists(Vm& vm, Args args) {
  struct stat info;
  bool found;
  return status_of(vm, args, info, found) ? Value::boolean(found) : Value::raised();
}

/// fs.isfile(s)
/// Whether it is a regular file.
///     print(fs.isfile("/")) // false
Value fs_isfile(Vm& vm, Args args) {
  struct stat info;
  bool found;
  return status_of(vm, args, info, found) ? Value::boolean(found && S_ISREG(info.st_mode)) : Value::raised();
}

/// fs.isdir(s)
/// Whether it is a directory.
///     print(fs.isdir("/")) // true
Value fs_isdir(Vm& vm, Args args) {
  struct stat info;
  bool found;
  return status_of(vm, args, info, found) ? Value::boolean(found && S_ISDIR(info.st_mode)) : Value::raised();
}

/// fs.stat(s)
/// Table {name, size, mtime, isdir, isfile, mode}, or nil and an error.
///     fs.writefile("a.txt", "abc")
///     print(fs.stat("a.txt").size, fs.stat("missing"))
///     fs.remove("a.txt")
///     // 3  nil  stat missing: no such file or directory
Value fs_stat(Vm& vm, Args args) {
  Path path;
  struct stat info;
  if (!arg_path(vm, args, 0, path)) return Value::raised();
  if (::stat(path.system.c_str(), &info) != 0) return vm.failure(system_failure("stat", path.text, errno));
  char mode[16];
  std::snprintf(mode, sizeof mode, "%04o", unsigned(info.st_mode & 07777));
  Value name = vm.string_value(path_base(path.text)), mode_text = vm.string_value(mode);
  Table* t = vm.table(0, 6);
  bool done =
      t && !name.is_raised() && !mode_text.is_raised() && table_set_name(vm, t, "name", name) &&
      table_set_name(vm, t, "size", vm.integer(info.st_size)) &&
      table_set_name(vm, t, "mtime", Value::number(f64(info.st_mtim.tv_sec) + f64(info.st_mtim.tv_nsec) / 1e9)) &&
      table_set_name(vm, t, "isdir", Value::boolean(S_ISDIR(info.st_mode))) &&
      table_set_name(vm, t, "isfile", Value::boolean(S_ISREG(info.st_mode))) &&
      table_set_name(vm, t, "mode", mode_text);
  return done ? Value::table(t) : Value::raised();
}

/// fs.readfile(s)
/// The contents of a file, or nil and an error.
///     print(fs.readfile("missing")) // nil  open missing: no such file or directory
Value fs_readfile(Vm& vm, Args args) {
  Path path;
  if (!arg_path(vm, args, 0, path)) return Value::raised();
  std::unique_ptr<Stream> stream(Stream::open(path.system, {.read = true}));
  if (!stream) return vm.failure(system_failure("open", path.text, errno));
  StringBuilder out(vm);
  for (;;) {
    if (stream->fill()) {
      out.append(stream->buffered());
      stream->consume(stream->buffered().size());
      if (out.failed() || !vm.poll()) return Value::raised();
    } else if (stream->error() == EINTR) {
      if (!vm.check_limits()) return Value::raised();
    } else if (stream->error()) {
      return vm.failure(system_failure("open", path.text, stream->error()));
    } else {
      return out.finish_value();
    }
  }
}

Value put_file(Vm& vm, Args args, bool append) {
  Path path;
  std::string_view data;
  if (!arg_path(vm, args, 0, path) || !arg_string(vm, args, 1, data)) return Value::raised();
  return done_or(vm, "open", path.text, write_file(path.system, data, append));
}

/// fs.writefile(s, data)
/// Makes a file of data: true, or nil and an error.
///     print(fs.writefile("note.txt", "hello"), fs.readfile("note.txt"), fs.remove("note.txt")) // true  hello  true
Value fs_writefile(Vm& vm, Args args) {
  return put_file(vm, args, false);
}
/// fs.appendfile(s, data)
/// Adds data to a file: true, or nil and an error.
///     print(fs.appendfile("log.txt", "a"), fs.appendfile("log.txt", "b"), fs.readfile("log.txt"), fs.remove("log.txt")) // true  true  ab  true
Value fs_appendfile(Vm& vm, Args args) {
  return put_file(vm, args, true);
}

/// fs.copy(a, b)
/// Copies a file: true, or nil and an error.
///     fs.writefile("a.txt", "abc")
///     print(fs.copy("a.txt", "b.txt"), fs.readfile("b.txt"))
///     fs.remove("a.txt"); fs.remove("b.txt")
///     // true  abc
Value fs_copy(Vm& vm, Args args) {
  Path from, to;
  if (!arg_path(vm, args, 0, from) || !arg_path(vm, args, 1, to)) return Value::raised();
  const std::string* failed;
  int error = copy_file(from.system, to.system, failed);
  return done_or(vm, "open", failed == &from.system ? from.text : to.text, error);
}

/// fs.rename(a, b)
/// Renames a file: true, or nil and an error.
///     fs.writefile("a.txt", "abc")
///     print(fs.rename("a.txt", "b.txt"), fs.exists("a.txt"), fs.remove("b.txt"))
///     // true  false  true
Value fs_rename(Vm& vm, Args args) {
  Path from, to;
  if (!arg_path(vm, args, 0, from) || !arg_path(vm, args, 1, to)) return Value::raised();
  int error = ::rename(from.system.c_str(), to.system.c_str()) == 0 ? 0 : errno;
  return done_or(vm, "rename", std::string(from.text).append(" ").append(to.text), error);
}

/// fs.remove(s)
/// Removes a file or an empty directory: true, or nil and an error.
///     print(fs.remove("missing")) // nil  remove missing: no such file or directory
Value fs_remove(Vm& vm, Args args) {
  Path path;
  return arg_path(vm, args, 0, path) ? done_or(vm, "remove", path.text, remove_file(path.system)) : Value::raised();
}

/// fs.removeAll(s)
/// Removes anything with all that is in it; nothing is fine too: true, or nil and an error.
///     print(fs.removeAll("missing")) // true
Value fs_remove_all(Vm& vm, Args args) {
  Path path;
  return arg_path(vm, args, 0, path) ? done_or(vm, "remove", path.text, remove_all(path.system)) : Value::raised();
}

/// fs.mkdir(s)
/// Makes a directory: true, or nil and an error.
///     print(fs.mkdir("d"), fs.isdir("d"), fs.remove("d"))
///     // true  true  true
Value fs_mkdir(Vm& vm, Args args) {
  Path path;
  if (!arg_path(vm, args, 0, path)) return Value::raised();
  return done_or(vm, "mkdir", path.text, ::mkdir(path.system.c_str(), 0777) == 0 ? 0 : errno);
}

/// fs.mkdirAll(s)
/// Makes a directory and its parents; it may exist: true, or nil and an error.
///     print(fs.mkdirAll("a/b"), fs.isdir("a/b"), fs.removeAll("a")) // true  true  true
Value fs_mkdir_all(Vm& vm, Args args) {
  Path path;
  return arg_path(vm, args, 0, path) ? done_or(vm, "mkdir", path.text, make_directories(path.system)) : Value::raised();
}

/// fs.chdir(s)
/// Changes the current directory: true, or nil and an error.
///     print(fs.chdir("missing")) // nil  chdir missing: no such file or directory
Value fs_chdir(Vm& vm, Args args) {
  Path path;
  if (!arg_path(vm, args, 0, path)) return Value::raised();
  return done_or(vm, "chdir", path.text, ::chdir(path.system.c_str()) == 0 ? 0 : errno);
}

/// fs.readdir(s)
/// Array of {name, isdir, size} sorted by name, or nil and an error.
///     fs.mkdir("d"); fs.writefile("d/a.txt", "abc")
///     print(fs.readdir("d")[1].name, fs.readdir("d")[1].size, fs.removeAll("d"))
///     // a.txt  3  true
Value fs_readdir(Vm& vm, Args args) {
  Path path;
  if (!arg_path(vm, args, 0, path)) return Value::raised();
  std::vector<DirectoryEntry> entries;
  if (int error = read_directory(path.system, entries)) return vm.failure(system_failure("open", path.text, error));
  Table* list = vm.table(u32(entries.size()));
  if (!list) return Value::raised();
  for (const DirectoryEntry& entry : entries) {
    Table* t = vm.table(0, 3);
    Value name = t ? vm.string_value(entry.name) : Value::raised();
    bool done = !name.is_raised() && table_set_name(vm, t, "name", name) &&
                table_set_name(vm, t, "isdir", Value::boolean(entry.is_directory)) &&
                table_set_name(vm, t, "size", vm.integer(i64(entry.size))) && table_append(vm, list, Value::table(t));
    if (!done) return Value::raised();
  }
  return Value::table(list);
}

/// fs.glob(pat)
/// Sorted array of the paths that match, or nil and "syntax error in pattern".
///     print(#fs.glob("no-such-*")) // 0
///     print(fs.glob("[")) // nil  syntax error in pattern
Value fs_glob(Vm& vm, Args args) {
  std::string_view pattern;
  if (!arg_string(vm, args, 0, pattern)) return Value::raised();
  std::vector<std::string> paths;
  if (!glob_paths(pattern, paths)) return vm.failure("syntax error in pattern");
  Table* list = vm.table(u32(paths.size()));
  for (usize i = 0; list && i < paths.size(); i++) {
    Value path = vm.string_value(paths[i]);
    if (path.is_raised() || !table_append(vm, list, path)) return Value::raised();
  }
  return list ? Value::table(list) : Value::raised();
}

/// fs.tempdir()
/// The directory for temporary files.
Value fs_tempdir(Vm& vm, Args) {
  return vm.string_value(temporary_directory());
}

/// fs.cwd()
/// The current directory, or nil and an error.
Value fs_cwd(Vm& vm, Args) {
  char current[PATH_MAX];
  return ::getcwd(current, sizeof current) ? vm.string_value(current) : vm.failure(system_failure("stat", ".", errno));
}

/// fs.tempfile([dir [, pattern=""]])
/// The path of a new file, or nil and an error; the last `*` of pattern, or its end, becomes a random text.
///     print(fs.remove(fs.tempfile())) // true
Value fs_tempfile(Vm& vm, Args args) {
  std::string_view directory, pattern;
  if (!opt_string(vm, args, 0, directory) || !opt_string(vm, args, 1, pattern)) return Value::raised();
  std::string place(directory.empty() ? temporary_directory() : directory), path;
  int error = make_temporary(place, pattern, path);
  return error ? vm.failure(system_failure("open", path, error)) : vm.string_value(path);
}

constexpr NativeRow kRows[] = {
    {"exists", fs_exists},         {"isfile", fs_isfile},
    {"isdir", fs_isdir},           {"stat", fs_stat},
    {"readfile", fs_readfile},     {"writefile", fs_writefile},
    {"appendfile", fs_appendfile}, {"copy", fs_copy},
    {"rename", fs_rename},         {"remove", fs_remove},
    {"removeAll", fs_remove_all},  {"mkdir", fs_mkdir},
    {"mkdirAll", fs_mkdir_all},    {"chdir", fs_chdir},
    {"readdir", fs_readdir},       {"glob", fs_glob},
    {"tempdir", fs_tempdir},       {"cwd", fs_cwd},
    {"tempfile", fs_tempfile},
};

}  // namespace

bool install_fs(Vm& vm) {
  return vm.register_library("fs", kRows) != nullptr;
}

}  // namespace gs::stdlib
