#include "stdlib/crypto/sealed.hpp"

#include <openssl/evp.h>

#include <memory>

namespace gs::stdlib {

namespace {

struct FreeContext {
  void operator()(EVP_CIPHER_CTX* context) const { EVP_CIPHER_CTX_free(context); }
};
using Context = std::unique_ptr<EVP_CIPHER_CTX, FreeContext>;

constexpr usize kPiece = 1 << 30;  // OpenSSL takes int lengths

const EVP_CIPHER* cipher_for(usize key_size) {
  return key_size == 16 ? EVP_aes_128_gcm() : key_size == 24 ? EVP_aes_192_gcm() : EVP_aes_256_gcm();
}

const unsigned char* bytes_of(std::string_view text) {
  return reinterpret_cast<const unsigned char*>(text.data());
}

template <typename Update>
bool update_all(EVP_CIPHER_CTX* context, std::string_view from, unsigned char* to, Update update) {
  while (!from.empty()) {
    std::string_view piece = from.substr(0, kPiece);
    int written;
    if (update(context, to, &written, bytes_of(piece), int(piece.size())) != 1) return false;
    to += written;
    from.remove_prefix(piece.size());
  }
  return true;
}

}  // namespace

bool seal(std::string_view key, std::string_view nonce, std::string_view text, std::string& out) {
  Context context(EVP_CIPHER_CTX_new());
  out.assign(nonce);
  out.resize(kNonceBytes + text.size() + kTagBytes);
  auto* bytes = reinterpret_cast<unsigned char*>(out.data());
  int written;
  return context &&
         EVP_EncryptInit_ex(context.get(), cipher_for(key.size()), nullptr, bytes_of(key), bytes_of(nonce)) == 1 &&
         update_all(context.get(), text, bytes + kNonceBytes, EVP_EncryptUpdate) &&
         EVP_EncryptFinal_ex(context.get(), bytes + kNonceBytes + text.size(), &written) == 1 &&
         EVP_CIPHER_CTX_ctrl(context.get(), EVP_CTRL_GCM_GET_TAG, kTagBytes, bytes + kNonceBytes + text.size()) == 1;
}

bool unseal(std::string_view key, std::string_view sealed, std::string& out) {
  if (sealed.size() < kNonceBytes + kTagBytes) return false;
  std::string_view nonce = sealed.substr(0, kNonceBytes), tag = sealed.substr(sealed.size() - kTagBytes);
  std::string_view text = sealed.substr(kNonceBytes, sealed.size() - kNonceBytes - kTagBytes);
  Context context(EVP_CIPHER_CTX_new());
  out.resize(text.size());
  auto* bytes = reinterpret_cast<unsigned char*>(out.data());
  unsigned char none[kTagBytes];
  int written;
  return context &&
         EVP_DecryptInit_ex(context.get(), cipher_for(key.size()), nullptr, bytes_of(key), bytes_of(nonce)) == 1 &&
         update_all(context.get(), text, bytes, EVP_DecryptUpdate) &&
         EVP_CIPHER_CTX_ctrl(context.get(), EVP_CTRL_GCM_SET_TAG, kTagBytes, const_cast<char*>(tag.data())) == 1 &&
         EVP_DecryptFinal_ex(context.get(), none, &written) == 1;
}

}  // namespace gs::stdlib
