#include "stdlib/hash/hash.hpp"

#include "stdlib/encoding/codec.hpp"
#include "stdlib/hash/digest.hpp"
#include "stdlib/support/natives.hpp"

namespace gs::stdlib {

using namespace vm;

namespace {

// Long strings go in pieces, with a look at the limits in between. False = raised.
template <typename Consumer>
bool feed(Vm& vm, std::string_view bytes, Consumer consume) {
  constexpr usize kPiece = 1 << 20;
  while (bytes.size() > kPiece) {
    consume(bytes.substr(0, kPiece));
    bytes.remove_prefix(kPiece);
    if (!vm.check_limits()) return false;
  }
  consume(bytes);
  return charge(vm, bytes.size() / 4);
}

/// hash.md5(s)
/// The MD5 digest in hex.
///     print(hash.md5("a")) // 0cc175b9c0f1b6a831c399e269772661

/// hash.sha1(s)
/// The SHA-1 digest in hex.
///     print(hash.sha1("a")) // 86f7e437faa5a7fce15d1ddcb9eaeaea377667b8

/// hash.sha256(s)
/// The SHA-256 digest in hex.
///     print(hash.sha256("a"):sub(1, 16)) // ca978112ca1bbdca

/// hash.sha512(s)
/// The SHA-512 digest in hex.
///     print(hash.sha512("a"):sub(1, 16)) // 1f40fc92da241694

template <typename Algorithm>
Value hex_digest(Vm& vm, Args args) {
  std::string_view bytes;
  Digest<Algorithm> digest;
  if (!arg_string(vm, args, 0, bytes)) return Value::raised();
  if (!feed(vm, bytes, [&](std::string_view piece) { digest.update(piece); })) return Value::raised();
  return vm.string_value(hex_encode(digest.finish()));
}

/// hash.hmacSHA256(key, s)
/// The keyed SHA-256 digest in hex.
///     print(hash.hmacSHA256("key", "a"):sub(1, 16)) // 780c3db4ce3de5b9
Value hash_hmac_sha256(Vm& vm, Args args) {
  std::string_view key, bytes;
  if (!arg_string(vm, args, 0, key) || !arg_string(vm, args, 1, bytes)) return Value::raised();
  HmacSha256 hmac(key);
  if (!feed(vm, bytes, [&](std::string_view piece) { hmac.update(piece); })) return Value::raised();
  return vm.string_value(hex_encode(hmac.finish()));
}

/// hash.crc32(s)
/// The CRC-32 checksum as an int.
///     print(hash.crc32("hello")) // 907060870
Value hash_crc32(Vm& vm, Args args) {
  std::string_view bytes;
  u32 crc = 0;
  if (!arg_string(vm, args, 0, bytes)) return Value::raised();
  if (!feed(vm, bytes, [&](std::string_view piece) { crc = crc32_update(crc, piece); })) return Value::raised();
  return vm.integer(crc);
}

constexpr NativeRow kRows[] = {
    {"md5", hex_digest<Md5>},       {"sha1", hex_digest<Sha1>},       {"sha256", hex_digest<Sha256>},
    {"sha512", hex_digest<Sha512>}, {"hmacSHA256", hash_hmac_sha256}, {"crc32", hash_crc32},
};

}  // namespace

bool install_hash(Vm& vm) { return vm.register_library("hash", kRows) != nullptr; }

}  // namespace gs::stdlib
