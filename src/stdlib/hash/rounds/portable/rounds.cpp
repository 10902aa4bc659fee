// The compression functions of the digests, for builds without OpenSSL.
#include <bit>

#include "stdlib/hash/digest.hpp"

namespace gs::stdlib {

namespace {

// ---- MD5

// The integer parts of 2^32 |sin i|.
constexpr u32 kMd5Constants[64] = {
    0xd76aa478, 0xe8c7b756, 0x242070db, 0xc1bdceee, 0xf57c0faf, 0x4787c62a, 0xa8304613, 0xfd469501,
    0x698098d8, 0x8b44f7af, 0xffff5bb1, 0x895cd7be, 0x6b901122, 0xfd987193, 0xa679438e, 0x49b40821,
    0xf61e2562, 0xc040b340, 0x265e5a51, 0xe9b6c7aa, 0xd62f105d, 0x02441453, 0xd8a1e681, 0xe7d3fbc8,
    0x21e1cde6, 0xc33707d6, 0xf4d50d87, 0x455a14ed, 0xa9e3e905, 0xfcefa3f8, 0x676f02d9, 0x8d2a4c8a,
    0xfffa3942, 0x8771f681, 0x6d9d6122, 0xfde5380c, 0xa4beea44, 0x4bdecfa9, 0xf6bb4b60, 0xbebfbc70,
    0x289b7ec6, 0xeaa127fa, 0xd4ef3085, 0x04881d05, 0xd9d4d039, 0xe6db99e5, 0x1fa27cf8, 0xc4ac5665,
    0xf4292244, 0x432aff97, 0xab9423a7, 0xfc93a039, 0x655b59c3, 0x8f0ccc92, 0xffeff47d, 0x85845dd1,
    0x6fa87e4f, 0xfe2ce6e0, 0xa3014314, 0x4e0811a1, 0xf7537e82, 0xbd3af235, 0x2ad7d2bb, 0xeb86d391,
};
constexpr int kMd5Shifts[4][4] = {{7, 12, 17, 22}, {5, 9, 14, 20}, {4, 11, 16, 23}, {6, 10, 15, 21}};

void mix(Md5, u32* state, const u32* block) {
  u32 a = state[0], b = state[1], c = state[2], d = state[3];
  for (u32 i = 0; i < 64; i++) {
    u32 f, word;
    switch (i / 16) {
      case 0: f = (b & c) | (~b & d), word = i; break;
      case 1: f = (d & b) | (~d & c), word = 5 * i + 1; break;
      case 2: f = b ^ c ^ d, word = 3 * i + 5; break;
      default: f = c ^ (b | ~d), word = 7 * i; break;
    }
    u32 turned = std::rotl(a + f + kMd5Constants[i] + block[word % 16], kMd5Shifts[i / 16][i % 4]);
    a = d;
    d = c;
    c = b;
    b += turned;
  }
  state[0] += a;
  state[1] += b;
  state[2] += c;
  state[3] += d;
}

// ---- SHA-1

void mix(Sha1, u32* state, const u32* block) {
  u32 words[80];
  for (u32 i = 0; i < 80; i++) {
    words[i] = i < 16 ? block[i] : std::rotl(words[i - 3] ^ words[i - 8] ^ words[i - 14] ^ words[i - 16], 1);
  }
  u32 a = state[0], b = state[1], c = state[2], d = state[3], e = state[4];
  for (u32 i = 0; i < 80; i++) {
    u32 f, k;
    switch (i / 20) {
      case 0: f = (b & c) | (~b & d), k = 0x5a827999; break;
      case 1: f = b ^ c ^ d, k = 0x6ed9eba1; break;
      case 2: f = (b & c) | (b & d) | (c & d), k = 0x8f1bbcdc; break;
      default: f = b ^ c ^ d, k = 0xca62c1d6; break;
    }
    u32 next = std::rotl(a, 5) + f + e + k + words[i];
    e = d;
    d = c;
    c = std::rotl(b, 30);
    b = a;
    a = next;
  }
  state[0] += a;
  state[1] += b;
  state[2] += c;
  state[3] += d;
  state[4] += e;
}

// ---- SHA-2: one body for both word sizes

// Square roots of the first primes, fractional parts.

// Cube roots of the first primes, fractional parts. SHA-256 uses the upper halves of the first 64.
constexpr u64 kSha2Constants[80] = {
    0x428a2f98d728ae22, 0x7137449123ef65cd, 0xb5c0fbcfec4d3b2f, 0xe9b5dba58189dbbc, 0x3956c25bf348b538,
    0x59f111f1b605d019, 0x923f82a4af194f9b, 0xab1c5ed5da6d8118, 0xd807aa98a3030242, 0x12835b0145706fbe,
    0x243185be4ee4b28c, 0x550c7dc3d5ffb4e2, 0x72be5d74f27b896f, 0x80deb1fe3b1696b1, 0x9bdc06a725c71235,
    0xc19bf174cf692694, 0xe49b69c19ef14ad2, 0xefbe4786384f25e3, 0x0fc19dc68b8cd5b5, 0x240ca1cc77ac9c65,
    0x2de92c6f592b0275, 0x4a7484aa6ea6e483, 0x5cb0a9dcbd41fbd4, 0x76f988da831153b5, 0x983e5152ee66dfab,
    0xa831c66d2db43210, 0xb00327c898fb213f, 0xbf597fc7beef0ee4, 0xc6e00bf33da88fc2, 0xd5a79147930aa725,
    0x06ca6351e003826f, 0x142929670a0e6e70, 0x27b70a8546d22ffc, 0x2e1b21385c26c926, 0x4d2c6dfc5ac42aed,
    0x53380d139d95b3df, 0x650a73548baf63de, 0x766a0abb3c77b2a8, 0x81c2c92e47edaee6, 0x92722c851482353b,
    0xa2bfe8a14cf10364, 0xa81a664bbc423001, 0xc24b8b70d0f89791, 0xc76c51a30654be30, 0xd192e819d6ef5218,
    0xd69906245565a910, 0xf40e35855771202a, 0x106aa07032bbd1b8, 0x19a4c116b8d2d0c8, 0x1e376c085141ab53,
    0x2748774cdf8eeb99, 0x34b0bcb5e19b48a8, 0x391c0cb3c5c95a63, 0x4ed8aa4ae3418acb, 0x5b9cca4f7763e373,
    0x682e6ff3d6b2b8a3, 0x748f82ee5defb2fc, 0x78a5636f43172f60, 0x84c87814a1f0ab72, 0x8cc702081a6439ec,
    0x90befffa23631e28, 0xa4506cebde82bde9, 0xbef9a3f7b2c67915, 0xc67178f2e372532b, 0xca273eceea26619c,
    0xd186b8c721c0c207, 0xeada7dd6cde0eb1e, 0xf57d4f7fee6ed178, 0x06f067aa72176fba, 0x0a637dc5a2c898a6,
    0x113f9804bef90dae, 0x1b710b35131c471b, 0x28db77f523047d84, 0x32caab7b40c72493, 0x3c9ebe0a15c9bebc,
    0x431d67c49c100d4c, 0x4cc5d4becb3e42b6, 0x597f299cfc657e2a, 0x5fcb6fab3ad6faec, 0x6c44198c4a475817,
};

// Rotations and shifts of the four sigma functions.
struct Sha2Turns {
  int big0[3], big1[3], small0[3], small1[3];
};
constexpr Sha2Turns kSha256Turns = {{2, 13, 22}, {6, 11, 25}, {7, 18, 3}, {17, 19, 10}};
constexpr Sha2Turns kSha512Turns = {{28, 34, 39}, {14, 18, 41}, {1, 8, 7}, {19, 61, 6}};

template <typename Word>
constexpr Word big_sigma(Word x, const int* turns) {
  return std::rotr(x, turns[0]) ^ std::rotr(x, turns[1]) ^ std::rotr(x, turns[2]);
}
template <typename Word>
constexpr Word small_sigma(Word x, const int* turns) {
  return std::rotr(x, turns[0]) ^ std::rotr(x, turns[1]) ^ x >> turns[2];
}

template <typename Word, u32 kRounds>
void mix_sha2(Word* state, const Word* block, const Sha2Turns& turns) {
  Word words[kRounds];
  for (u32 i = 0; i < 16; i++) words[i] = block[i];
  for (u32 i = 16; i < kRounds; i++) {
    words[i] = small_sigma(words[i - 2], turns.small1) + words[i - 7] + small_sigma(words[i - 15], turns.small0) +
               words[i - 16];
  }
  Word s[8];
  for (u32 i = 0; i < 8; i++) s[i] = state[i];
  for (u32 i = 0; i < kRounds; i++) {
    Word constant = Word(kSha2Constants[i] >> (64 - 8 * sizeof(Word)));
    Word first = s[7] + big_sigma(s[4], turns.big1) + ((s[4] & s[5]) ^ (~s[4] & s[6])) + constant + words[i];
    Word second = big_sigma(s[0], turns.big0) + ((s[0] & s[1]) ^ (s[0] & s[2]) ^ (s[1] & s[2]));
    for (u32 j = 7; j > 0; j--) s[j] = s[j - 1];
    s[4] += first;
    s[0] = first + second;
  }
  for (u32 i = 0; i < 8; i++) state[i] += s[i];
}

void mix(Sha256, u32* state, const u32* block) { mix_sha2<u32, 64>(state, block, kSha256Turns); }
void mix(Sha512, u64* state, const u64* block) { mix_sha2<u64, 80>(state, block, kSha512Turns); }

template <typename Word>
Word load_word(const char* bytes, bool big_endian) {
  Word word = 0;
  for (u32 i = 0; i < sizeof(Word); i++) {
    u32 shift = 8 * (big_endian ? u32(sizeof(Word)) - 1 - i : i);
    word |= Word(u8(bytes[i])) << shift;
  }
  return word;
}

template <typename Algorithm>
void mix_all(typename Algorithm::Word* state, const char* bytes, usize count) {
  using Word = typename Algorithm::Word;
  for (; count > 0; count--, bytes += 16 * sizeof(Word)) {
    Word block[16];
    for (u32 i = 0; i < 16; i++) block[i] = load_word<Word>(bytes + i * sizeof(Word), Algorithm::kBigEndian);
    mix(Algorithm(), state, block);
  }
}

}  // namespace

void Md5::mix_blocks(u32* state, const char* bytes, usize count) { mix_all<Md5>(state, bytes, count); }
void Sha1::mix_blocks(u32* state, const char* bytes, usize count) { mix_all<Sha1>(state, bytes, count); }
void Sha256::mix_blocks(u32* state, const char* bytes, usize count) { mix_all<Sha256>(state, bytes, count); }
void Sha512::mix_blocks(u64* state, const char* bytes, usize count) { mix_all<Sha512>(state, bytes, count); }

}  // namespace gs::stdlib
