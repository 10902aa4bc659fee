// AES-GCM with the nonce in front and the tag behind the ciphertext. Links OpenSSL.
#pragma once

#include <string>
#include <string_view>

#include "base/types.hpp"

namespace gs::stdlib {

constexpr usize kNonceBytes = 12;
constexpr usize kTagBytes = 16;

constexpr bool is_aes_key_size(usize size) {
  return size == 16 || size == 24 || size == 32;
}

// Preconditions: a valid key size, a nonce of kNonceBytes. False: the library failed.
bool seal(std::string_view key, std::string_view nonce, std::string_view text, std::string& out);
// False: too short, or it was not sealed with this key.
bool unseal(std::string_view key, std::string_view sealed, std::string& out);

}  // namespace gs::stdlib
