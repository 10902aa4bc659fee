// The payload of a bytes buffer: its bytes stand in a heap cell of their own, so that they count against the memory
// limit and go with the buffer.
#pragma once

#include "vm/runtime/vm.hpp"

namespace gs::stdlib {

struct Buffer {
  vm::CellHeader* storage;  // kRaw, bytes after the header; null while capacity is 0
  u64 size;
  u64 capacity;

  char* bytes() { return reinterpret_cast<char*>(storage + 1); }
  std::string_view view() { return storage ? std::string_view(bytes(), size) : std::string_view(); }
};

extern const vm::UserdataClass kBufferClass;

vm::Value new_buffer(vm::Vm& vm, std::string_view contents);
// False = raised. `object` is the userdata the buffer is in.
[[nodiscard]] bool buffer_append(vm::Vm& vm, vm::Userdata* object, std::string_view bytes);
inline Buffer& buffer_of(vm::Userdata* object) { return *reinterpret_cast<Buffer*>(object->payload); }
// Null if v is no buffer.
vm::Userdata* as_buffer(vm::Value v);

std::span<const vm::NativeRow> buffer_methods();

}  // namespace gs::stdlib
