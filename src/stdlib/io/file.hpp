// File objects: userdata of class "file" around a Stream, and the reading formats that io.read, io.lines and file:read
// share.
#pragma once

#include "stdlib/io/stream.hpp"
#include "vm/runtime/vm.hpp"

namespace gs::stdlib {

enum class FileKind : u8 { kPlain, kStandardInput, kStandardOutput, kStandardError };

struct File {
  Stream* stream;  // standard output has none: it shares the VM's buffer
  vm::String* name;
  FileKind kind;
  bool closed;
};

extern const vm::UserdataClass kFileClass;

// A file object that owns `stream`; raised if there is no memory (the stream is deleted then).
vm::Value new_file(vm::Vm& vm, Stream* stream, std::string_view name, FileKind kind = FileKind::kPlain);

// Reads by the formats in args from `first` on; one line without any. The results, or raised.
vm::Value read_formats(vm::Vm& vm, vm::Args args, u32 first, File& file);
// Checks a format argument (nil: a line). False = raised.
[[nodiscard]] bool check_format(vm::Vm& vm, vm::Args args, u32 index);
// An iterator over lines (or items of a format that was checked).
vm::Value new_line_iterator(vm::Vm& vm, const char* name, vm::Value file, vm::Value format, bool closes);
// The string forms of args from `first` on, to the file; `on_success`, or `nil, err`, or raised.
vm::Value write_forms(vm::Vm& vm, vm::Args args, u32 first, File& file, vm::Value on_success);

std::span<const vm::NativeRow> file_methods();

}  // namespace gs::stdlib
