// Links OpenSSL's libcrypto.
#include "stdlib/crypto/crypto.hpp"

#include <sys/random.h>

#include "stdlib/crypto/sealed.hpp"
#include "stdlib/encoding/codec.hpp"
#include "vm/runtime/vm.hpp"

namespace gs::stdlib {

using namespace vm;

namespace {

bool fill_random(Vm& vm, char* bytes, usize count) {
  constexpr usize kPiece = 1 << 20;
  while (count) {
    ssize_t got = getrandom(bytes, std::min(count, kPiece), 0);
    if (got <= 0 && !vm.check_limits()) return false;
    if (got <= 0) continue;
    bytes += got;
    count -= usize(got);
  }
  return true;
}

// `count` random bytes at the end of `out`. False = raised.
bool append_random(Vm& vm, StringBuilder& out, usize count) {
  char* bytes = out.reserve(count);
  if (!bytes || !fill_random(vm, bytes, count)) return false;
  out.advance(count);
  return true;
}

bool arg_count(Vm& vm, Args args, i64& count) {
  if (!arg_int(vm, args, 0, count)) return false;
  if (count >= 0) return true;
  bad_argument(vm, args, 0, "non-negative number expected");
  return false;
}

/// crypto.randomBytes(n)
/// n secure random bytes. Raises "non-negative number expected".
///     print(#crypto.randomBytes(16)) // 16
Value crypto_random_bytes(Vm& vm, Args args) {
  i64 count;
  StringBuilder out(vm);
  return arg_count(vm, args, count) && append_random(vm, out, usize(count)) ? out.finish_value() : Value::raised();
}

/// crypto.randomHex(n)
/// n secure random bytes as hex digits. Raises "non-negative number expected".
///     print(#crypto.randomHex(4)) // 8
Value crypto_random_hex(Vm& vm, Args args) {
  i64 count;
  StringBuilder out(vm);
  if (!arg_count(vm, args, count) || !append_random(vm, out, usize(count))) return Value::raised();
  return vm.string_value(hex_encode(out.view()));
}

/// crypto.generateKey([n=32])
/// A random key of 16, 24 or 32 bytes. Raises "size must be 16, 24 or 32".
///     print(#crypto.generateKey()) // 32
Value crypto_generate_key(Vm& vm, Args args) {
  i64 size = 32;
  if (!opt_int(vm, args, 0, size)) return Value::raised();
  if (size < 0 || !is_aes_key_size(usize(size))) return bad_argument(vm, args, 0, "size must be 16, 24 or 32");
  StringBuilder out(vm);
  return append_random(vm, out, usize(size)) ? out.finish_value() : Value::raised();
}

bool arg_key(Vm& vm, Args args, std::string_view& key) {
  if (!arg_string(vm, args, 0, key)) return false;
  if (is_aes_key_size(key.size())) return true;
  bad_argument(vm, args, 0, "invalid key size " + std::to_string(key.size()));
  return false;
}

/// crypto.aesGcmEncrypt(key, s)
/// Hex of nonce, ciphertext and tag. Raises "invalid key size N".
///     print(#crypto.aesGcmEncrypt(string.rep("k", 16), "text")) // 64
Value crypto_aes_gcm_encrypt(Vm& vm, Args args) {
  std::string_view key, text;
  if (!arg_key(vm, args, key) || !arg_string(vm, args, 1, text)) return Value::raised();
  char nonce[kNonceBytes];
  std::string sealed;
  if (!fill_random(vm, nonce, sizeof nonce)) return Value::raised();
  if (!seal(key, {nonce, sizeof nonce}, text, sealed)) return vm.raise_out_of_memory();
  return vm.string_value(hex_encode(sealed));
}

/// crypto.aesGcmDecrypt(key, hex)
/// The text, or nil and an error if it was changed or the key is another.
///     print(crypto.aesGcmDecrypt(string.rep("k", 16), crypto.aesGcmEncrypt(string.rep("k", 16), "text"))) // text
Value crypto_aes_gcm_decrypt(Vm& vm, Args args) {
  std::string_view key, hex;
  if (!arg_key(vm, args, key) || !arg_string(vm, args, 1, hex)) return Value::raised();
  std::string sealed, text;
  usize error_at;
  if (!hex_decode(hex, sealed, error_at)) return vm.failure("invalid hex text");
  return unseal(key, sealed, text) ? vm.string_value(text) : vm.failure("message authentication failed");
}

/// crypto.equal(a, b)
/// Whether two strings are equal, in time that does not depend on where they differ.
///     print(crypto.equal("a", "a"), crypto.equal("a", "b")) // true  false

// Looks at every byte whatever the first ones say.
Value crypto_equal(Vm& vm, Args args) {
  std::string_view a, b;
  if (!arg_string(vm, args, 0, a) || !arg_string(vm, args, 1, b)) return Value::raised();
  if (a.size() != b.size()) return Value::boolean(false);
  volatile u8 difference = 0;
  for (usize i = 0; i < a.size(); i++) difference = u8(difference | (a[i] ^ b[i]));
  return Value::boolean(difference == 0);
}

constexpr NativeRow kRows[] = {
    {"randomBytes", crypto_random_bytes},      {"randomHex", crypto_random_hex},
    {"generateKey", crypto_generate_key},      {"aesGcmEncrypt", crypto_aes_gcm_encrypt},
    {"aesGcmDecrypt", crypto_aes_gcm_decrypt}, {"equal", crypto_equal},
};

}  // namespace

bool install_crypto(Vm& vm) {
  return vm.register_library("crypto", kRows) != nullptr;
}

}  // namespace gs::stdlib
