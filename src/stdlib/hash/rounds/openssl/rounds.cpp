// The compression functions of the digests, by OpenSSL's assembly. Its low-level interface takes whole blocks and a state, which is
// what a Digest has at hand; the one it recommends instead looks algorithms up by name for every digest.
#define OPENSSL_SUPPRESS_DEPRECATED
#include <openssl/md5.h>
#include <openssl/sha.h>

#include <cstring>

#include "stdlib/hash/digest.hpp"

namespace gs::stdlib {

void Md5::mix_blocks(u32* state, const char* bytes, usize count) {
  MD5_CTX context;
  MD5_Init(&context);
  context.A = state[0], context.B = state[1], context.C = state[2], context.D = state[3];
  MD5_Update(&context, bytes, count * 64);
  state[0] = context.A, state[1] = context.B, state[2] = context.C, state[3] = context.D;
}

void Sha1::mix_blocks(u32* state, const char* bytes, usize count) {
  SHA_CTX context;
  SHA1_Init(&context);
  context.h0 = state[0], context.h1 = state[1], context.h2 = state[2], context.h3 = state[3], context.h4 = state[4];
  SHA1_Update(&context, bytes, count * 64);
  state[0] = context.h0, state[1] = context.h1, state[2] = context.h2, state[3] = context.h3, state[4] = context.h4;
}

void Sha256::mix_blocks(u32* state, const char* bytes, usize count) {
  SHA256_CTX context;
  SHA256_Init(&context);
  std::memcpy(context.h, state, sizeof context.h);
  SHA256_Update(&context, bytes, count * 64);
  std::memcpy(state, context.h, sizeof context.h);
}

void Sha512::mix_blocks(u64* state, const char* bytes, usize count) {
  SHA512_CTX context;
  SHA512_Init(&context);
  std::memcpy(context.h, state, sizeof context.h);
  SHA512_Update(&context, bytes, count * 128);
  std::memcpy(state, context.h, sizeof context.h);
}

}  // namespace gs::stdlib
