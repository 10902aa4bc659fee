#include "stdlib/base64/base64.hpp"

#include "stdlib/encoding/codec.hpp"
#include "stdlib/support/natives.hpp"

namespace gs::stdlib {

using namespace vm;

namespace {

Value encode_with(Vm& vm, Args args, const Alphabet& alphabet) {
  std::string_view bytes;
  if (!arg_string(vm, args, 0, bytes) || !charge(vm, bytes.size() / 8)) return Value::raised();
  return vm.string_value(base64_encode(bytes, alphabet));
}

Value decode_with(Vm& vm, Args args, const Alphabet& alphabet) {
  std::string_view text;
  if (!arg_string(vm, args, 0, text) || !charge(vm, text.size() / 8)) return Value::raised();
  std::string out;
  usize error_at;
  if (base64_decode(text, alphabet, out, error_at)) return vm.string_value(out);
  return vm.failure("illegal base64 data at input byte " + std::to_string(error_at));
}

/// base64.encode(s)
/// Base64 with padding.
///     print(base64.encode("hi?>")) // aGk/Pg==
Value encode(Vm& vm, Args args) { return encode_with(vm, args, kBase64); }
/// base64.decode(s)
/// The bytes, or nil and "illegal base64 data at input byte N".
///     print(base64.decode("aGk="), base64.decode("!")) // hi  nil  illegal base64 data at input byte 0
Value decode(Vm& vm, Args args) { return decode_with(vm, args, kBase64); }
/// base64.urlEncode(s)
/// Base64 with the alphabet for URLs, without padding.
///     print(base64.urlEncode("hi?>")) // aGk_Pg
Value url_encode(Vm& vm, Args args) { return encode_with(vm, args, kBase64Url); }
/// base64.urlDecode(s)
/// The bytes, or nil and an error.
///     print(base64.urlDecode("aGk_Pg")) // hi?>
Value url_decode(Vm& vm, Args args) { return decode_with(vm, args, kBase64Url); }

constexpr NativeRow kRows[] = {
    {"encode", encode}, {"decode", decode}, {"urlEncode", url_encode}, {"urlDecode", url_decode}};

}  // namespace

bool install_base64(Vm& vm) { return vm.register_library("base64", kRows) != nullptr; }

}  // namespace gs::stdlib
