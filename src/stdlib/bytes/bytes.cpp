#include "stdlib/bytes/bytes.hpp"

#include "stdlib/bytes/buffer.hpp"
#include "stdlib/encoding/codec.hpp"
#include "stdlib/support/natives.hpp"

namespace gs::stdlib {

using namespace vm;

namespace {

/// bytes.new()
/// An empty buffer.
///     b := bytes.new(); b:write("hi"); b:writeByte(33)
///     print(b:toString(), b:len())
///     // hi!  3
Value bytes_new(Vm& vm, Args) { return new_buffer(vm, ""); }

/// bytes.fromString(s)
/// A buffer with the bytes of s.
///     print(bytes.fromString("abc"):len()) // 3
Value bytes_from_string(Vm& vm, Args args) {
  std::string_view text;
  return arg_string(vm, args, 0, text) ? new_buffer(vm, text) : Value::raised();
}

/// bytes.fromHex(s)
/// A buffer with the bytes of hex digits, or nil and an error.
///     print(bytes.fromHex("6869"):toString()) // hi
Value bytes_from_hex(Vm& vm, Args args) {
  std::string_view text;
  if (!arg_string(vm, args, 0, text)) return Value::raised();
  std::string bytes;
  usize error_at;
  if (hex_decode(text, bytes, error_at)) return new_buffer(vm, bytes);
  return vm.failure(error_at == text.size() ? "odd length hex string"
                                            : "invalid hex digit at input byte " + std::to_string(error_at));
}

/// bytes.toHex(s)
/// The bytes of s as hex digits.
///     print(bytes.toHex("hi")) // 6869
Value bytes_to_hex(Vm& vm, Args args) {
  std::string_view text;
  if (!arg_string(vm, args, 0, text) || !charge(vm, text.size() / 8)) return Value::raised();
  return vm.string_value(hex_encode(text));
}

/// bytes.compare(a, b)
/// -1, 0 or 1, by bytes.
///     print(bytes.compare("a", "b"), bytes.compare("a", "a")) // -1  0
Value bytes_compare(Vm& vm, Args args) {
  String *a, *b;
  if (!arg_string(vm, args, 0, a) || !arg_string(vm, args, 1, b)) return Value::raised();
  int order = compare_strings(a, b);
  return Value::small_int((order > 0) - (order < 0));
}

/// bytes.repeat(s, n)
/// n copies of s.
///     print(bytes.repeat("ab", 2)) // abab
Value bytes_repeat(Vm& vm, Args args) {
  std::string_view text;
  i64 count;
  if (!arg_string(vm, args, 0, text) || !arg_int(vm, args, 1, count)) return Value::raised();
  if (count <= 0 || text.empty()) return vm.string_value("");
  u64 size;
  if (__builtin_mul_overflow(u64(text.size()), u64(count), &size) || size >= u64(1) << 47) {
    return vm.raise("string too large");
  }
  StringBuilder out(vm);
  if (!out.reserve(size)) return Value::raised();
  for (i64 i = 0; i < count; i++) {
    out.append(text);
    if (!vm.poll()) return Value::raised();
  }
  return out.finish_value();
}

/// bytes.xor(a, b)
/// The bytes of a and b combined. Raises "strings must have equal length".
///     print(bytes.toHex(bytes.xor("\x0f", "\xff"))) // f0
Value bytes_xor(Vm& vm, Args args) {
  std::string_view a, b;
  if (!arg_string(vm, args, 0, a) || !arg_string(vm, args, 1, b)) return Value::raised();
  if (a.size() != b.size()) return bad_argument(vm, args, 1, "strings must have equal length");
  StringBuilder out(vm);
  char* bytes = out.reserve(a.size());
  if (!bytes || !charge(vm, a.size() / 32)) return Value::raised();
  for (usize i = 0; i < a.size(); i++) bytes[i] = char(a[i] ^ b[i]);
  out.advance(a.size());
  return out.finish_value();
}

/// bytes.concat(...)
/// A string of strings and buffers as bytes, other values by string form.
///     print(bytes.concat("a", bytes.fromString("b"), 1)) // ab1
Value bytes_concat(Vm& vm, Args args) {
  StringBuilder out(vm);
  for (u32 i = 0; i < args.count; i++) {
    if (Userdata* buffer = as_buffer(args[i])) {
      out.append(buffer_of(buffer).view());
    } else if (!vm.append_string_form(out, args[i])) {
      return Value::raised();
    }
  }
  return out.finish_value();
}

constexpr NativeRow kRows[] = {
    {"new", bytes_new},      {"fromString", bytes_from_string}, {"fromHex", bytes_from_hex},
    {"toHex", bytes_to_hex}, {"compare", bytes_compare},        {"repeat", bytes_repeat},
    {"xor", bytes_xor},      {"concat", bytes_concat},
};

}  // namespace

bool install_bytes(Vm& vm) {
  return vm.register_class(kBufferClass, buffer_methods()) && vm.register_library("bytes", kRows);
}

}  // namespace gs::stdlib
