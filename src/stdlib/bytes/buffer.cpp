#include "stdlib/bytes/buffer.hpp"

#include <bit>
#include <cstring>

#include "stdlib/encoding/codec.hpp"
#include "stdlib/support/natives.hpp"
#include "stdlib/table/array.hpp"
#include "vm/heap/heap.hpp"

namespace gs::stdlib {

using namespace vm;

const UserdataClass kBufferClass = {"buffer", nullptr, [](void* payload, void* marker) {
                                      static_cast<Heap*>(marker)->mark_cell(static_cast<Buffer*>(payload)->storage);
                                    }};

namespace {

bool grow(Vm& vm, Userdata* object, u64 needed) {
  if (needed >= u64(1) << 47) {
    vm.raise("string too large");
    return false;
  }
  u64 capacity = std::max<u64>(buffer_of(object).capacity * 2, std::max<u64>(needed, 56));
  CellHeader* storage = vm.heap().allocate(CellKind::kRaw, sizeof(CellHeader) + capacity);
  if (!storage) return false;
  Buffer& buffer = buffer_of(object);
  if (buffer.storage) std::memcpy(reinterpret_cast<char*>(storage + 1), buffer.bytes(), buffer.size);
  buffer.storage = storage;
  buffer.capacity = capacity;
  vm.heap().barrier(object);
  return true;
}

bool arg_buffer(Vm& vm, Args args, Userdata*& out) {
  Buffer* buffer;
  if (!arg_object(vm, args, 0, kBufferClass, buffer)) return false;
  out = static_cast<Userdata*>(args[0].as_cell());
  return true;
}

/// buffer:write(s)
/// Appends the bytes of s.
///     b := bytes.new(); b:write("hi")
///     print(b:toString())
///     // hi
Value buffer_write(Vm& vm, Args args) {
  Userdata* object;
  std::string_view text;
  if (!arg_buffer(vm, args, object) || !arg_string(vm, args, 1, text)) return Value::raised();
  return buffer_append(vm, object, text) ? Value::multi(0) : Value::raised();
}

/// buffer:writeByte(n)
/// Appends a byte. Raises "value out of range" outside 0..255.
///     b := bytes.new(); b:writeByte(255)
///     print(b:toHex())
///     // ff
Value buffer_write_byte(Vm& vm, Args args) {
  Userdata* object;
  i64 n;
  if (!arg_buffer(vm, args, object) || !arg_int(vm, args, 1, n)) return Value::raised();
  if (n < 0 || n > 255) return bad_argument(vm, args, 1, "value out of range");
  char byte = char(n);
  return buffer_append(vm, object, {&byte, 1}) ? Value::multi(0) : Value::raised();
}

// The low `count` bytes of a word, little-endian.
Value append_word(Vm& vm, Userdata* object, u64 word, u32 count) {
  char bytes[8];
  for (u32 i = 0; i < count; i++) bytes[i] = char(word >> (8 * i));
  return buffer_append(vm, object, {bytes, count}) ? Value::multi(0) : Value::raised();
}

/// buffer:writeInt8(n)
/// Appends an int cut to 8 bits.
///     b := bytes.new(); b:writeInt8(-1)
///     print(b:toHex())
///     // ff

/// buffer:writeInt16(n)
/// Appends an int cut to 16 bits, low byte first.
///     b := bytes.new(); b:writeInt16(258)
///     print(b:toHex())
///     // 0201

/// buffer:writeInt32(n)
/// Appends an int cut to 32 bits, low byte first.
///     b := bytes.new(); b:writeInt32(1)
///     print(b:toHex())
///     // 01000000

/// buffer:writeInt64(n)
/// Appends an int of 64 bits, low byte first.
///     b := bytes.new(); b:writeInt64(1)
///     print(b:toHex())
///     // 0100000000000000

template <u32 kBytes>
Value buffer_write_int(Vm& vm, Args args) {
  Userdata* object;
  i64 n;
  if (!arg_buffer(vm, args, object) || !arg_int(vm, args, 1, n)) return Value::raised();
  return append_word(vm, object, u64(n), kBytes);
}

/// buffer:writeFloat32(x)
/// Appends a float of 32 bits, low byte first.
///     b := bytes.new(); b:writeFloat32(1.5)
///     print(b:toHex())
///     // 0000c03f
Value buffer_write_float32(Vm& vm, Args args) {
  Userdata* object;
  f64 x;
  if (!arg_buffer(vm, args, object) || !arg_number(vm, args, 1, x)) return Value::raised();
  return append_word(vm, object, std::bit_cast<u32>(float(x)), 4);
}

/// buffer:writeFloat64(x)
/// Appends a float of 64 bits, low byte first.
///     b := bytes.new(); b:writeFloat64(1.5)
///     print(b:toHex())
///     // 000000000000f83f
Value buffer_write_float64(Vm& vm, Args args) {
  Userdata* object;
  f64 x;
  if (!arg_buffer(vm, args, object) || !arg_number(vm, args, 1, x)) return Value::raised();
  return append_word(vm, object, std::bit_cast<u64>(x), 8);
}

/// buffer:toString()
/// The contents as a string.
///     print(bytes.fromString("abc"):toString()) // abc
Value buffer_to_string(Vm& vm, Args args) {
  Userdata* object;
  return arg_buffer(vm, args, object) ? vm.string_value(buffer_of(object).view()) : Value::raised();
}

/// buffer:toHex()
/// The contents as hex digits.
///     print(bytes.fromString("abc"):toHex()) // 616263
Value buffer_to_hex(Vm& vm, Args args) {
  Userdata* object;
  if (!arg_buffer(vm, args, object) || !charge(vm, buffer_of(object).size / 8)) return Value::raised();
  return vm.string_value(hex_encode(buffer_of(object).view()));
}

/// buffer:len()
/// The number of bytes.
///     print(bytes.fromString("abc"):len()) // 3
Value buffer_len(Vm& vm, Args args) {
  Userdata* object;
  return arg_buffer(vm, args, object) ? vm.integer(i64(buffer_of(object).size)) : Value::raised();
}

/// buffer:bytes()
/// The contents as an array of ints.
///     print(table.concat(bytes.fromString("abc"):bytes(), " ")) // 97 98 99
Value buffer_bytes(Vm& vm, Args args) {
  Userdata* object;
  if (!arg_buffer(vm, args, object)) return Value::raised();
  Table* list = vm.table();
  if (!list || !table_reserve_array(vm, list, buffer_of(object).size)) return Value::raised();
  for (char c : buffer_of(object).view()) {
    if (!table_append(vm, list, Value::small_int(u8(c))) || !vm.poll()) return Value::raised();
  }
  return Value::table(list);
}

/// buffer:readString(i, j)
/// Bytes i to j, counted from 1 and cut to what there is.
///     print(bytes.fromString("hello"):readString(2, 3)) // el
Value buffer_read_string(Vm& vm, Args args) {
  Userdata* object;
  i64 first, last;
  if (!arg_buffer(vm, args, object) || !arg_int(vm, args, 1, first) || !arg_int(vm, args, 2, last))
    return Value::raised();
  std::string_view bytes = buffer_of(object).view();
  first = std::max<i64>(first, 1);
  last = std::min<i64>(last, i64(bytes.size()));
  return vm.string_value(first > last ? std::string_view() : bytes.substr(usize(first - 1), usize(last - first + 1)));
}

/// buffer:readByte(i)
/// Byte i, or nil.
///     print(bytes.fromString("abc"):readByte(2), bytes.new():readByte(1)) // 98  nil
Value buffer_read_byte(Vm& vm, Args args) {
  Userdata* object;
  i64 index;
  if (!arg_buffer(vm, args, object) || !arg_int(vm, args, 1, index)) return Value::raised();
  std::string_view bytes = buffer_of(object).view();
  return u64(index) - 1 < bytes.size() ? Value::small_int(u8(bytes[usize(index - 1)])) : Value::nil();
}

/// buffer:reset()
/// Empties the buffer.
///     b := bytes.fromString("abc"); b:reset()
///     print(b:len())
///     // 0
Value buffer_reset(Vm& vm, Args args) {
  Userdata* object;
  if (!arg_buffer(vm, args, object)) return Value::raised();
  buffer_of(object).size = 0;
  return Value::multi(0);
}

constexpr NativeRow kMethods[] = {
    {"write", buffer_write},
    {"writeByte", buffer_write_byte},
    {"writeInt8", buffer_write_int<1>},
    {"writeInt16", buffer_write_int<2>},
    {"writeInt32", buffer_write_int<4>},
    {"writeInt64", buffer_write_int<8>},
    {"writeFloat32", buffer_write_float32},
    {"writeFloat64", buffer_write_float64},
    {"toString", buffer_to_string},
    {"toHex", buffer_to_hex},
    {"len", buffer_len},
    {"bytes", buffer_bytes},
    {"readString", buffer_read_string},
    {"readByte", buffer_read_byte},
    {"reset", buffer_reset},
};

}  // namespace

Value new_buffer(Vm& vm, std::string_view contents) {
  Userdata* object = vm.userdata(kBufferClass, nullptr, sizeof(Buffer));
  return object && buffer_append(vm, object, contents) ? Value::object(object) : Value::raised();
}

bool buffer_append(Vm& vm, Userdata* object, std::string_view bytes) {
  if (bytes.empty()) return true;
  u64 needed = buffer_of(object).size + bytes.size();
  if (needed > buffer_of(object).capacity && !grow(vm, object, needed)) return false;
  Buffer& buffer = buffer_of(object);
  std::memcpy(buffer.bytes() + buffer.size, bytes.data(), bytes.size());
  buffer.size = needed;
  return true;
}

Userdata* as_buffer(Value v) {
  if (!v.is_object() || v.as_cell()->kind != CellKind::kUserdata) return nullptr;
  auto* object = static_cast<Userdata*>(v.as_cell());
  return object->type == &kBufferClass ? object : nullptr;
}

std::span<const NativeRow> buffer_methods() { return kMethods; }

}  // namespace gs::stdlib
