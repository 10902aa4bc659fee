// Message digests of the classic Merkle-Damgard kind and CRC-32, computed piece by piece. Pure. MD5 after RFC 1321,
// SHA-1, SHA-256 and SHA-512 after FIPS 180-4.
#pragma once

#include <string>
#include <string_view>

#include "base/types.hpp"

namespace gs::stdlib {

// What tells the algorithms apart. Word: u32 or u64; a block is 16 words. Blocks are mixed into the state by OpenSSL where the
// build has it (rounds/openssl), else by code of our own (rounds/portable).
struct Md5 {
  using Word = u32;
  static constexpr u32 kStateWords = 4, kDigestBytes = 16;
  static constexpr bool kBigEndian = false;
  static const Word kInitial[kStateWords];
  static void mix_blocks(Word* state, const char* bytes, usize count);
};
struct Sha1 {
  using Word = u32;
  static constexpr u32 kStateWords = 5, kDigestBytes = 20;
  static constexpr bool kBigEndian = true;
  static const Word kInitial[kStateWords];
  static void mix_blocks(Word* state, const char* bytes, usize count);
};
struct Sha256 {
  using Word = u32;
  static constexpr u32 kStateWords = 8, kDigestBytes = 32;
  static constexpr bool kBigEndian = true;
  static const Word kInitial[kStateWords];
  static void mix_blocks(Word* state, const char* bytes, usize count);
};
struct Sha512 {
  using Word = u64;
  static constexpr u32 kStateWords = 8, kDigestBytes = 64;
  static constexpr bool kBigEndian = true;
  static const Word kInitial[kStateWords];
  static void mix_blocks(Word* state, const char* bytes, usize count);
};

template <typename Algorithm>
class Digest {
 public:
  Digest();
  void update(std::string_view bytes);
  std::string finish();  // the digest's bytes

  static constexpr u32 kBlockBytes = 16 * sizeof(typename Algorithm::Word);

 private:
  using Word = typename Algorithm::Word;

  Word state_[Algorithm::kStateWords];
  u64 length_ = 0;  // bytes so far
  char pending_[kBlockBytes];
};

template <typename Algorithm>
std::string digest_of(std::string_view bytes) {
  Digest<Algorithm> digest;
  digest.update(bytes);
  return digest.finish();
}

// RFC 2104.
class HmacSha256 {
 public:
  explicit HmacSha256(std::string_view key);
  void update(std::string_view bytes) { inner_.update(bytes); }
  std::string finish();

 private:
  Digest<Sha256> inner_, outer_;
};

// IEEE polynomial (crc/zlib, or crc/portable); `crc` is the result for what came before, 0 at the start.
u32 crc32_update(u32 crc, std::string_view bytes);

}  // namespace gs::stdlib
