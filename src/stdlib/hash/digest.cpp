#include "stdlib/hash/digest.hpp"

#include <array>
#include <bit>
#include <cstring>

namespace gs::stdlib {

namespace {

template <typename Word>
Word load_word(const char* bytes, bool big_endian) {
  Word word = 0;
  for (u32 i = 0; i < sizeof(Word); i++) {
    u32 shift = 8 * (big_endian ? u32(sizeof(Word)) - 1 - i : i);
    word |= Word(u8(bytes[i])) << shift;
  }
  return word;
}

template <typename Word>
void store_word(char* bytes, Word word, bool big_endian) {
  for (u32 i = 0; i < sizeof(Word); i++) {
    u32 shift = 8 * (big_endian ? u32(sizeof(Word)) - 1 - i : i);
    bytes[i] = char(word >> shift);
  }
}

constexpr std::array<u32, 256> make_crc_table() {
  std::array<u32, 256> table{};
  for (u32 i = 0; i < 256; i++) {
    u32 crc = i;
    for (int bit = 0; bit < 8; bit++) crc = crc & 1 ? crc >> 1 ^ 0xedb88320u : crc >> 1;
    table[i] = crc;
  }
  return table;
}

constexpr std::array<u32, 256> kCrcTable = make_crc_table();

}  // namespace

template <typename Algorithm>
Digest<Algorithm>::Digest() {
  std::memcpy(state_, Algorithm::kInitial, sizeof state_);
}

template <typename Algorithm>
void Digest<Algorithm>::mix_block(const char* bytes) {
  Word block[16];
  for (u32 i = 0; i < 16; i++) block[i] = load_word<Word>(bytes + i * sizeof(Word), Algorithm::kBigEndian);
  Algorithm::mix(state_, block);
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
    mix_block(pending_);
  }
  for (; bytes.size() >= kBlockBytes; bytes.remove_prefix(kBlockBytes)) mix_block(bytes.data());
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
    mix_block(pending_);
    held = 0;
  }
  std::memset(pending_ + held, 0, kBlockBytes - held);
  usize length_at = Algorithm::kBigEndian ? kBlockBytes - 8 : kBlockBytes - kLengthBytes;
  store_word<u64>(pending_ + length_at, bits, Algorithm::kBigEndian);
  mix_block(pending_);
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

u32 crc32_update(u32 crc, std::string_view bytes) {
  crc = ~crc;
  for (char c : bytes) crc = crc >> 8 ^ kCrcTable[(crc ^ u8(c)) & 0xff];
  return ~crc;
}

}  // namespace gs::stdlib
