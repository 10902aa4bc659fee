// Links zlib.
#include "stdlib/compress/compress.hpp"

#include "stdlib/compress/deflate.hpp"
#include "vm/runtime/vm.hpp"

namespace gs::stdlib {

using namespace vm;

namespace {

Output output_to(Vm& vm, StringBuilder& out) {
  const auto room = [&out](usize count) { return out.reserve(count); };
  const auto filled = [&vm, &out](usize count) {
    out.advance(count);
    return vm.check_limits();
  };
  return {room, filled};
}

constexpr usize kLargeText = 1 << 16;

// Straight into a string of the length that the data claims: for large texts, copies and fresh memory are what costs. Nil if the
// claim is wrong or the data bad.
Value decode_large(Vm& vm, std::string_view data) {
  char* bytes;
  String* text = new_string_buffer(vm, claimed_length(data), bytes);
  if (!text) return Value::raised();
  const bool is_right = inflate_exactly(data, bytes, text->length, [&vm] { return vm.check_limits(); });
  if (vm.is_raising()) return Value::raised();
  return is_right ? Value::string(text) : Value::nil();
}

constexpr const char* kContainerNames[] = {"deflate", "zlib", "gzip"};

/// compress.gzipEncode(s [, level])
/// s compressed, in gzip's format. level 1 (fast) to 9; raises "level out of range".
///     print(compress.gzipDecode(compress.gzipEncode("data"))) // data

/// compress.zlibEncode(s [, level])
/// s compressed, in zlib's format. level 1 (fast) to 9; raises "level out of range".
///     print(compress.zlibDecode(compress.zlibEncode("data", 9))) // data

/// compress.deflateEncode(s [, level])
/// s compressed, without header or checksum. level 1 (fast) to 9; raises "level out of range".
///     print(compress.deflateDecode(compress.deflateEncode("data"))) // data

template <Container kContainer>
Value compress_encode(Vm& vm, Args args) {
  std::string_view text;
  i64 level = kDefaultLevel;
  if (!arg_string(vm, args, 0, text) || !opt_int(vm, args, 1, level)) return Value::raised();
  if (args.has(1) && (level < 1 || level > 9)) return bad_argument(vm, args, 1, "level out of range");
  StringBuilder out(vm);
  std::string error;
  if (deflate_text(text, kContainer, int(level), output_to(vm, out), error)) return out.finish_value();
  return error.empty() ? Value::raised() : vm.raise_out_of_memory();
}

/// compress.gzipDecode(s)
/// The data, or nil and an error.
///     print(compress.gzipDecode("nonsense")) // nil  gzip: incorrect header check

/// compress.zlibDecode(s)
/// The data, or nil and an error.
///     print(compress.zlibDecode("nonsense")) // nil  zlib: incorrect header check

/// compress.deflateDecode(s)
/// The data, or nil and an error.
///     print((compress.deflateDecode("\xff"))) // nil

template <Container kContainer>
Value compress_decode(Vm& vm, Args args) {
  std::string_view data;
  if (!arg_string(vm, args, 0, data)) return Value::raised();
  if (kContainer == Container::kGzip && claimed_length(data) > kLargeText) {
    Value text = decode_large(vm, data);
    if (!text.is_nil()) return text;
  }
  StringBuilder out(vm);
  std::string error;
  if (inflate_text(data, kContainer, output_to(vm, out), error)) return out.finish_value();
  if (error.empty()) return Value::raised();
  return vm.failure(std::string(kContainerNames[usize(kContainer)]) + ": " + error);
}

constexpr NativeRow kRows[] = {
    {"gzipEncode", compress_encode<Container::kGzip>},   {"gzipDecode", compress_decode<Container::kGzip>},
    {"zlibEncode", compress_encode<Container::kZlib>},   {"zlibDecode", compress_decode<Container::kZlib>},
    {"deflateEncode", compress_encode<Container::kRaw>}, {"deflateDecode", compress_decode<Container::kRaw>},
};

}  // namespace

bool install_compress(Vm& vm) { return vm.register_library("compress", kRows) != nullptr; }

}  // namespace gs::stdlib
