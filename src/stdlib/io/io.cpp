#include "stdlib/io/io.hpp"

#include <cerrno>

#include "stdlib/io/file.hpp"
#include "stdlib/io/system_error.hpp"
#include "stdlib/support/natives.hpp"

namespace gs::stdlib {

using namespace vm;

namespace {

// Natives of io that work on a standard file hold it as their first capture.
File& file_of(Value object) {
  return *reinterpret_cast<File*>(static_cast<Userdata*>(object.as_cell())->payload);
}

bool is_open(Vm& vm, const File& file) {
  if (!file.closed) return true;
  vm.raise("attempt to use a closed file");
  return false;
}

/// io.write(...)
/// Writes string forms to standard output.
///     print(io.write("a", 1)) // a1
Value io_write(Vm& vm, Args args) {
  File& output = file_of(capture(args, 0));
  return is_open(vm, output) ? write_forms(vm, args, 0, output, Value::multi(0)) : Value::raised();
}

/// io.read([fmt...])
/// Reads from standard input, as file:read does.
Value io_read(Vm& vm, Args args) {
  File& input = file_of(capture(args, 0));
  return is_open(vm, input) ? read_formats(vm, args, 0, input) : Value::raised();
}

// Null with errno set.
Stream* open_stream(std::string_view name, OpenMode mode) {
  std::string path;
  if (to_system_path(name, path)) return Stream::open(path, mode);
  errno = ENOENT;
  return nullptr;
}

/// io.lines([name [, fmt]])
/// A function that returns the next line (or item) of a file, nil at the end, when the file is closed. Without
/// name: of standard input. Raises "cannot open 'NAME': REASON".
///     fs.writefile("n.txt", "a\nb\n")
///     for line := range io.lines("n.txt") { print(line) }
///     fs.remove("n.txt")
///     // a
///     // b
Value io_lines(Vm& vm, Args args) {
  std::string_view name;
  if (!opt_string(vm, args, 0, name) || !check_format(vm, args, 1)) return Value::raised();
  if (!args.has(0)) {
    if (!is_open(vm, file_of(capture(args, 0)))) return Value::raised();
    return new_line_iterator(vm, "io.lines", capture(args, 0), args[1], false);
  }
  Stream* stream = open_stream(name, {.read = true});
  if (!stream) {
    std::string text = "cannot open '";
    text.append(name).append("': ").append(system_reason(errno));
    return vm.raise(text);
  }
  Value file = new_file(vm, stream, name);
  return file.is_raised() ? file : new_line_iterator(vm, "io.lines", file, args[1], true);
}

/// io.open(name [, mode="r"])
/// A file, or nil and an error. Modes are r, w, a, r+, w+ and a+, with or without b.
///     print(io.open("missing.txt")) // nil  open missing.txt: no such file or directory
///     print(io.open("x", "z")) // nil  invalid mode: z
Value io_open(Vm& vm, Args args) {
  std::string_view name, mode_text = "r";
  if (!arg_string(vm, args, 0, name) || !opt_string(vm, args, 1, mode_text)) return Value::raised();
  OpenMode mode;
  if (!parse_open_mode(mode_text, mode)) return vm.failure(std::string("invalid mode: ").append(mode_text));
  Stream* stream = open_stream(name, mode);
  return stream ? new_file(vm, stream, name) : vm.failure(system_failure("open", name, errno));
}

constexpr NativeRow kRows[] = {{"open", io_open}};
constexpr NativeRow kOutputRows[] = {{"write", io_write}};
constexpr NativeRow kInputRows[] = {{"read", io_read}, {"lines", io_lines}};

bool add_standard_files(Vm& vm, Table* io) {
  Value input = new_file(vm, new Stream(0, {.read = true}, false), "stdin", FileKind::kStandardInput);
  Value output = input.is_raised() ? input : new_file(vm, nullptr, "stdout", FileKind::kStandardOutput);
  Value error = output.is_raised()
                    ? output
                    : new_file(vm, new Stream(2, {.write = true}, false), "stderr", FileKind::kStandardError);
  return !error.is_raised() && table_set_name(vm, io, "stdin", input) && table_set_name(vm, io, "stdout", output) &&
         table_set_name(vm, io, "stderr", error) && add_natives(vm, io, "io.", kOutputRows, {output}) &&
         add_natives(vm, io, "io.", kInputRows, {input});
}

}  // namespace

/// io.stdin
/// The file object of standard input.

/// io.stdout
/// The file object of standard output.

/// io.stderr
/// The file object of standard error.

bool install_io(Vm& vm) {
  if (!vm.register_class(kFileClass, file_methods())) return false;
  Table* io = vm.register_library("io", kRows);
  return io && add_standard_files(vm, io);
}

}  // namespace gs::stdlib
