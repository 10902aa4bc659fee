#include "stdlib/io/file.hpp"

#include <unistd.h>
#include <cerrno>
#include <cstring>

#include "prim/arith.hpp"
#include "stdlib/io/system_error.hpp"
#include "vm/heap/heap.hpp"

namespace gs::stdlib {

using namespace vm;

const UserdataClass kFileClass = {
    "file", [](void* payload) { delete static_cast<File*>(payload)->stream; },
    [](void* payload, void* marker) { static_cast<Heap*>(marker)->mark_cell(static_cast<File*>(payload)->name); }};

Value new_file(Vm& vm, Stream* stream, std::string_view name, FileKind kind) {
  String* kept = vm.string(name);
  Userdata* object = kept ? vm.userdata(kFileClass, nullptr, sizeof(File)) : nullptr;
  if (!object) {
    delete stream;
    return Value::raised();
  }
  *reinterpret_cast<File*>(object->payload) = {stream, kept, kind, false};
  return Value::object(object);
}

namespace {

constexpr const char* kClosed = "attempt to use a closed file";

// ---- reading

enum class Outcome { kValue, kEnd, kRaised };

// More bytes in the buffer; waits out interruptions unless they end the program.
Outcome fill(Vm& vm, File& file) {
  if (!file.stream) return Outcome::kEnd;
  if (file.kind == FileKind::kStandardInput && file.stream->buffered().empty() && file.stream->is_terminal()) {
    vm.flush_output();
  }
  while (!file.stream->fill()) {
    if (file.stream->error() != EINTR) return Outcome::kEnd;
    if (!vm.check_limits()) return Outcome::kRaised;
  }
  return vm.poll() ? Outcome::kValue : Outcome::kRaised;
}

// A line with its LF, if it has one.
Outcome read_raw_line(Vm& vm, File& file, StringBuilder& out) {
  for (;;) {
    Outcome outcome = fill(vm, file);
    if (outcome == Outcome::kEnd && out.size()) return Outcome::kValue;
    if (outcome != Outcome::kValue) return outcome;
    std::string_view text = file.stream->buffered();
    auto* end = static_cast<const char*>(std::memchr(text.data(), '\n', text.size()));
    usize count = end ? usize(end - text.data()) + 1 : text.size();
    out.append(text.substr(0, count));
    file.stream->consume(count);
    if (out.failed()) return Outcome::kRaised;
    if (end) return Outcome::kValue;
  }
}

std::string_view without_line_end(std::string_view line) {
  if (line.ends_with('\n')) {
    line.remove_suffix(1);
    if (line.ends_with('\r')) line.remove_suffix(1);
  }
  return line;
}

Outcome read_line(Vm& vm, File& file, char format, Value& result) {
  StringBuilder line(vm);
  Outcome outcome = read_raw_line(vm, file, line);
  if (outcome != Outcome::kValue) return outcome;
  result = vm.string_value(format == 'L' ? line.view() : without_line_end(line.view()));
  if (result.is_raised()) return Outcome::kRaised;
  if (format != 'n') return outcome;
  Value number;
  if (vm.to_number(result, number)) {
    result = number;
  } else {
    result = Value::nil();
  }
  return vm.is_raising() ? Outcome::kRaised : outcome;
}

// Up to `limit` bytes; at least one unless limit is 0 or the end is reached.
Outcome read_bytes(Vm& vm, File& file, u64 limit, bool end_is_empty, Value& result) {
  StringBuilder out(vm);
  Outcome outcome = fill(vm, file);
  while (outcome == Outcome::kValue && out.size() < limit) {
    std::string_view text = file.stream->buffered().substr(0, limit - out.size());
    out.append(text);
    file.stream->consume(text.size());
    if (out.failed()) return Outcome::kRaised;
    if (out.size() < limit) outcome = fill(vm, file);
  }
  if (outcome == Outcome::kRaised) return outcome;
  if (outcome == Outcome::kEnd && !out.size() && !end_is_empty) return outcome;
  result = out.finish_value();
  return result.is_raised() ? Outcome::kRaised : Outcome::kValue;
}

// 0: not a format letter.
char format_letter(std::string_view format) {
  if (format.starts_with('*')) format.remove_prefix(1);
  return format.size() == 1 && std::strchr("lLna", format[0]) ? format[0] : 0;
}

// `format` was checked: nil, a letter or a count.
Outcome read_item(Vm& vm, File& file, Value format, Value& result) {
  if (format.is_number()) {
    i64 count = format.is_int() ? format.as_int() : i64(format.as_double());
    return read_bytes(vm, file, u64(count), false, result);
  }
  char letter = format.is_nil() ? 'l' : format_letter(view(format.as_string()));
  if (letter == 'a') return read_bytes(vm, file, UINT64_MAX, true, result);
  return read_line(vm, file, letter, result);
}

// ---- methods

bool open_file(Vm& vm, Args args, File*& file) {
  if (!arg_object(vm, args, 0, kFileClass, file)) return false;
  if (!file->closed) return true;
  vm.raise(kClosed);
  return false;
}

/// file:read([fmt="l"]...)
/// One result for each format: "l" a line, "L" a line with its end, "n" a line read as a number, "a" the rest, an
/// int n up to n bytes. nil at the end of the file. Raises "invalid format".
///     fs.writefile("n.txt", "one\n2\nrest"); f := io.open("n.txt")
///     print(f:read("l", "n", "a"))
///     f:close(); fs.remove("n.txt")
///     // one  2  rest
Value file_read(Vm& vm, Args args) {
  File* file;
  return open_file(vm, args, file) ? read_formats(vm, args, 1, *file) : Value::raised();
}

/// file:write(...)
/// Writes string forms: the file, or nil and an error.
///     f := io.open("note.txt", "w"); f:write("a", 1, "\n"); f:close()
///     print(fs.readfile("note.txt") == "a1\n", fs.remove("note.txt"))
///     // true  true
Value file_write(Vm& vm, Args args) {
  File* file;
  return open_file(vm, args, file) ? write_forms(vm, args, 1, *file, args[0]) : Value::raised();
}

/// file:lines([fmt])
/// A function that returns the next line or item; does not close the file.
///     fs.writefile("n.txt", "a\nb\n"); f := io.open("n.txt")
///     for line := range f:lines() { io.write(line, ";") }
///     print(f:seek("set"), f:read("a") == "a\nb\n", f:close(), fs.remove("n.txt"))
///     // a;b;0  true  true  true
Value file_lines(Vm& vm, Args args) {
  File* file;
  if (!open_file(vm, args, file) || !check_format(vm, args, 1)) return Value::raised();
  return new_line_iterator(vm, "file:lines", args[0], args[1], false);
}

Value system_error(Vm& vm, const char* operation, const File& file, int error) {
  return vm.failure(system_failure(operation, view(file.name), error));
}

/// file:seek([whence="cur" [, n=0]])
/// The position from the start after moving it by n bytes from "set", "cur" or "end", or nil and an error.
///     f := io.open("n.txt", "w+"); f:write("hello"); f:seek("set", 1)
///     print(f:read(2), f:seek(), f:close(), fs.remove("n.txt"))
///     // el  3  true  true
Value file_seek(Vm& vm, Args args) {
  File* file;
  std::string_view whence = "cur";
  i64 offset = 0;
  if (!open_file(vm, args, file) || !opt_string(vm, args, 1, whence) || !opt_int(vm, args, 2, offset)) {
    return Value::raised();
  }
  int origin = whence == "set" ? SEEK_SET : whence == "cur" ? SEEK_CUR : whence == "end" ? SEEK_END : -1;
  if (origin < 0) return bad_argument(vm, args, 1, "invalid whence");
  if (!file->stream) return system_error(vm, "seek", *file, ESPIPE);
  i64 position = file->stream->seek(offset, origin);
  return position < 0 ? system_error(vm, "seek", *file, file->stream->error()) : vm.integer(position);
}

/// file:flush()
/// Writes what is buffered: true, or nil and an error.
///     print(io.stdout:flush()) // true
Value file_flush(Vm& vm, Args args) {
  File* file;
  if (!arg_object(vm, args, 0, kFileClass, file)) return Value::raised();
  if (file->closed) return vm.failure(kClosed);
  if (!file->stream) vm.flush_output();
  bool flushed = !file->stream || file->stream->flush();
  return flushed ? Value::boolean(true) : system_error(vm, "flush", *file, file->stream->error());
}

/// file:close()
/// Closes the file: true, or nil and an error. Other use of a closed file raises "attempt to use a closed file".
///     print(io.open("/dev/null"):close()) // true
Value file_close(Vm& vm, Args args) {
  File* file;
  if (!arg_object(vm, args, 0, kFileClass, file)) return Value::raised();
  if (file->closed) return vm.failure(kClosed);
  file->closed = true;
  if (!file->stream) vm.flush_output();
  bool closed = !file->stream || file->stream->close();
  return closed ? Value::boolean(true) : system_error(vm, "close", *file, file->stream->error());
}

constexpr NativeRow kMethods[] = {{"read", file_read}, {"write", file_write}, {"lines", file_lines},
                                  {"seek", file_seek}, {"flush", file_flush}, {"close", file_close}};

// Captures: file, format, whether to close at the end.
Value next_line(Vm& vm, Args args) {
  Native* self = args.callee();
  auto& file = *reinterpret_cast<File*>(static_cast<Userdata*>(self->captures[0].as_cell())->payload);
  bool closes = self->captures[2].is_true();
  if (file.closed) return closes ? Value::nil() : vm.raise(kClosed);
  Value result;
  Outcome outcome = read_item(vm, file, self->captures[1], result);
  if (outcome == Outcome::kRaised) return Value::raised();
  if (outcome == Outcome::kEnd && closes) {
    file.closed = true;
    file.stream->close();
  }
  return result;
}

}  // namespace

std::span<const NativeRow> file_methods() {
  return kMethods;
}

bool check_format(Vm& vm, Args args, u32 index) {
  Value format = args[index];
  if (format.is_nil()) return true;
  bool valid = format.is_string() ? format_letter(view(format.as_string())) != 0
               : format.is_int()
                   ? format.as_int() >= 0
                   : format.is_double() && format.as_double() >= 0 && prim::in_int_range(format.as_double());
  if (!valid) bad_argument(vm, args, index, "invalid format");
  return valid;
}

Value read_formats(Vm& vm, Args args, u32 first, File& file) {
  for (u32 i = first; i < args.count; i++) {
    if (!check_format(vm, args, i)) return Value::raised();
  }
  RootedValues results(vm);
  u32 i = first;
  do {
    Value result;
    Outcome outcome = read_item(vm, file, args[i], result);
    if (outcome == Outcome::kRaised || !results.push(result)) return Value::raised();
    if (outcome == Outcome::kEnd) break;
  } while (++i < args.count);
  return vm.results(std::span<const Value>(results.data(), results.size()));
}

Value new_line_iterator(Vm& vm, const char* name, Value file, Value format, bool closes) {
  Native* iterator = vm.native(name, next_line, {file, format, Value::boolean(closes)});
  return iterator ? Value::function(iterator) : Value::raised();
}

Value write_forms(Vm& vm, Args args, u32 first, File& file, Value on_success) {
  StringBuilder text(vm);
  for (u32 i = first; i < args.count; i++) {
    if (!vm.append_string_form(text, args.base[i])) return Value::raised();
  }
  if (text.failed()) return Value::raised();
  if (file.kind == FileKind::kStandardOutput) {
    vm.write_output(text.view());
    return on_success;
  }
  if (file.kind == FileKind::kStandardError) vm.flush_output();
  bool written = file.stream->write(text.view()) && (file.kind != FileKind::kStandardError || file.stream->flush());
  return written ? on_success : vm.failure(system_failure("write", view(file.name), file.stream->error()));
}

}  // namespace gs::stdlib
