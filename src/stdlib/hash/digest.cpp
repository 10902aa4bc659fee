#include "stdlib/hash/digest.hpp"

#include <cstring>

namespace gs::stdlib {

const u32 Md5::kInitial[] = {0x67452301, 0xefcdab89, 0x98badcfe, 0x10325476};
const u32 Sha1::kInitial[] = {0x67452301, 0xefcdab89, 0x98badcfe, 0x10325476, 0xc3d2e1f0};
const u32 Sha256::kInitial[] = {
    0x6a09e667, 0xbb67ae85, 0x3c6ef372, 0xa54ff53a, 0x510e527f, 0x9b05688c, 0x1f83d9ab, 0x5be0cd19,
};
const u64 Sha512::kInitial[] = {
    0x6a09e667f3bcc908, 0xbb67ae8584caa73b, 0x3c6ef372fe94f82b, 0xa54ff53a5f1d36f1,
    0x510e527fade682d1, 0x9b05688c2b3e6c1f, 0x1f83d9abfb41bd6b, 0x5be0cd19137e2179,
};

namespace {

template <typename Word>
void store_word(char* bytes, Word word, bool big_endian) {
  for (u32 i = 0; i < sizeof(Word); i++) {
    u32 shift = 8 * (big_endian ? u32(sizeof(Word)) - 1 - i : i);
    bytes[i] = char(word >> shift);
  }
}

}  // namespace

template <typename Algorithm>
Digest<Algorithm>::Digest() {
  std::memcpy(state_, Algorithm::kInitial, sizeof state_);
}

template <typename Algorithm>
void Digest<Algorithm>::update(std::string_view bytes) {
  usize held = length_ % kBlockBytes;
  length_ += bytes.size();
  if (held) {
    usize taken = std::min(bytes.size(), kBlockBytes - held);
    std::memcpy(pending_ + held, bytes.data(), taken);
    bytes.remove_prefix(taken);
    if (held + taken < kBlockBytes) return;
    Algorithm::mix_blocks(state_, pending_, 1);
  }
  const usize blocks = bytes.size() / kBlockBytes;
  if (blocks > 0) Algorithm::mix_blocks(state_, bytes.data(), blocks);
  bytes.remove_prefix(blocks * kBlockBytes);
  std::memcpy(pending_, bytes.data(), bytes.size());
}

template <typename Algorithm>
std::string Digest<Algorithm>::finish() {
  u64 bits = length_ * 8;
  constexpr u32 kLengthBytes = 2 * sizeof(Word);
  usize held = length_ % kBlockBytes;
  pending_[held++] = char(0x80);
  if (held > kBlockBytes - kLengthBytes) {
    std::memset(pending_ + held, 0, kBlockBytes - held);
    Algorithm::mix_blocks(state_, pending_, 1);
    held = 0;
  }
  std::memset(pending_ + held, 0, kBlockBytes - held);
  usize length_at = Algorithm::kBigEndian ? kBlockBytes - 8 : kBlockBytes - kLengthBytes;
  store_word<u64>(pending_ + length_at, bits, Algorithm::kBigEndian);
  Algorithm::mix_blocks(state_, pending_, 1);
  std::string out(Algorithm::kDigestBytes, '\0');
  for (u32 i = 0; i < Algorithm::kStateWords; i++) {
    store_word<Word>(out.data() + i * sizeof(Word), state_[i], Algorithm::kBigEndian);
  }
  return out;
}

template class Digest<Md5>;
template class Digest<Sha1>;
template class Digest<Sha256>;
template class Digest<Sha512>;

HmacSha256::HmacSha256(std::string_view key) {
  std::string block = key.size() > 64 ? digest_of<Sha256>(key) : std::string(key);
  block.resize(64, '\0');
  for (char& c : block) c ^= 0x36;
  inner_.update(block);
  for (char& c : block) c ^= 0x36 ^ 0x5c;
  outer_.update(block);
}

std::string HmacSha256::finish() {
  outer_.update(inner_.finish());
  return outer_.finish();
}

}  // namespace gs::stdlib
