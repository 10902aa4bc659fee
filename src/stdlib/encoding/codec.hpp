// Text forms of bytes: hex, base64, base32, XML entities. Pure; used by encoding, base64, bytes, hash, crypto, uuid.
#pragma once

#include <string>
#include <string_view>

#include "base/types.hpp"

namespace gs::stdlib {

std::string hex_encode(std::string_view bytes);  // lower case
// False: odd length, or `error_at` is no hex digit.
bool hex_decode(std::string_view text, std::string& out, usize& error_at);
i32 hex_digit(char c);  // -1: none

// How 6 or 5 bits at a time become characters. `padded`: to whole groups with '='.
struct Alphabet {
  const char* digits;
  bool padded;
};
inline constexpr Alphabet kBase64 = {"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/", true};
inline constexpr Alphabet kBase64Url = {"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_", false};
inline constexpr Alphabet kBase32 = {"ABCDEFGHIJKLMNOPQRSTUVWXYZ234567", true};
inline constexpr Alphabet kBase32Hex = {"0123456789ABCDEFGHIJKLMNOPQRSTUV", false};

std::string base64_encode(std::string_view bytes, const Alphabet& alphabet);
std::string base32_encode(std::string_view bytes, const Alphabet& alphabet);
// CR and LF in the text are skipped. False: the input byte `error_at` (from 0) does not fit.
bool base64_decode(std::string_view text, const Alphabet& alphabet, std::string& out, usize& error_at);
bool base32_decode(std::string_view text, const Alphabet& alphabet, std::string& out, usize& error_at);

std::string xml_escape(std::string_view text);
std::string xml_unescape(std::string_view text);

}  // namespace gs::stdlib
