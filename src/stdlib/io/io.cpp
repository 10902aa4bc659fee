#include "stdlib/io/io.hpp"

#include <cerrno>

#include "stdlib/io/file.hpp"
#include "stdlib/io/system_error.hpp"

namespace gs::stdlib {

using namespace vm;

namespace {

// Natives of io that work on a standard file hold it as their first capture.
Value captured_file(Args args) { return args.callee()->captures[0]; }

File& file_of(Value object) { return *reinterpret_cast<File*>(static_cast<Userdata*>(object.as_cell())->payload); }

bool is_open(Vm& vm, const File& file) {
  if (!file.closed) return true;
  vm.raise("attempt to use a closed file");
  return false;
}

Value io_write(Vm& vm, Args args) {
  File& output = file_of(captured_file(args));
  return is_open(vm, output) ? write_forms(vm, args, 0, output, Value::multi(0)) : Value::raised();
}

Value io_read(Vm& vm, Args args) {
  File& input = file_of(captured_file(args));
  return is_open(vm, input) ? read_formats(vm, args, 0, input) : Value::raised();
}

// Null with errno set.
Stream* open_stream(std::string_view name, OpenMode mode) {
  std::string path;
  if (to_system_path(name, path)) return Stream::open(path, mode);
  errno = ENOENT;
  return nullptr;
}

Value io_lines(Vm& vm, Args args) {
  std::string_view name;
  if (!opt_string(vm, args, 0, name) || !check_format(vm, args, 1)) return Value::raised();
  if (!args.has(0)) {
    if (!is_open(vm, file_of(captured_file(args)))) return Value::raised();
    return new_line_iterator(vm, "io.lines", captured_file(args), args[1], false);
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

Value io_open(Vm& vm, Args args) {
  std::string_view name, mode_text = "r";
  if (!arg_string(vm, args, 0, name) || !opt_string(vm, args, 1, mode_text)) return Value::raised();
  OpenMode mode;
  if (!parse_open_mode(mode_text, mode)) return vm.failure(std::string("invalid mode: ").append(mode_text));
  Stream* stream = open_stream(name, mode);
  return stream ? new_file(vm, stream, name) : vm.failure(system_failure("open", name, errno));
}

constexpr NativeRow kRows[] = {{"open", io_open}};

bool add(Vm& vm, Table* io, const char* name, NativeFunction entry, Value file) {
  Native* function = vm.native(std::string("io.") + name, entry, {file});
  return function && table_set_name(vm, io, name, Value::function(function));
}

bool add_standard_files(Vm& vm, Table* io) {
  Value input = new_file(vm, new Stream(0, {.read = true}, false), "stdin", FileKind::kStandardInput);
  Value output = input.is_raised() ? input : new_file(vm, nullptr, "stdout", FileKind::kStandardOutput);
  Value error = output.is_raised()
                    ? output
                    : new_file(vm, new Stream(2, {.write = true}, false), "stderr", FileKind::kStandardError);
  return !error.is_raised() && table_set_name(vm, io, "stdin", input) && table_set_name(vm, io, "stdout", output) &&
         table_set_name(vm, io, "stderr", error) && add(vm, io, "write", io_write, output) &&
         add(vm, io, "read", io_read, input) && add(vm, io, "lines", io_lines, input);
}

}  // namespace

bool install_io(Vm& vm) {
  if (!vm.register_class(kFileClass, file_methods())) return false;
  Table* io = vm.register_library("io", kRows);
  return io && add_standard_files(vm, io);
}

}  // namespace gs::stdlib
