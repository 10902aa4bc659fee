#include "stdlib/encoding/codec.hpp"

#include <array>

namespace gs::stdlib {

i32 hex_digit(char c) {
  if (c >= '0' && c <= '9') return c - '0';
  char lower = char(c | 0x20);
  return lower >= 'a' && lower <= 'f' ? lower - 'a' + 10 : -1;
}

std::string hex_encode(std::string_view bytes) {
  constexpr char kDigits[] = "0123456789abcdef";
  std::string out(bytes.size() * 2, '\0');
  for (usize i = 0; i < bytes.size(); i++) {
    out[2 * i] = kDigits[u8(bytes[i]) >> 4];
    out[2 * i + 1] = kDigits[u8(bytes[i]) & 15];
  }
  return out;
}

bool hex_decode(std::string_view text, std::string& out, usize& error_at) {
  out.assign(text.size() / 2, '\0');
  for (usize i = 0; i < text.size(); i++) {
    i32 digit = hex_digit(text[i]);
    error_at = i;
    if (digit < 0) return false;
    if (i / 2 < out.size()) out[i / 2] = char(u8(out[i / 2]) << 4 | digit);
  }
  error_at = text.size();
  return text.size() % 2 == 0;
}

namespace {

// Groups of `kBits`-bit digits: 4 digits for 3 bytes, or 8 for 5.
template <u32 kBits, u32 kGroup>
std::string encode_digits(std::string_view bytes, const Alphabet& alphabet) {
  std::string out;
  out.reserve(bytes.size() * 8 / kBits + kGroup);
  u32 pending = 0, pending_bits = 0;
  for (char c : bytes) {
    pending = pending << 8 | u8(c);
    for (pending_bits += 8; pending_bits >= kBits;) {
      pending_bits -= kBits;
      out.push_back(alphabet.digits[pending >> pending_bits & ((1 << kBits) - 1)]);
    }
  }
  if (pending_bits) out.push_back(alphabet.digits[pending << (kBits - pending_bits) & ((1 << kBits) - 1)]);
  while (alphabet.padded && out.size() % kGroup) out.push_back('=');
  return out;
}

std::array<i8, 256> digit_values(const Alphabet& alphabet) {
  std::array<i8, 256> values;
  values.fill(-1);
  for (i8 i = 0; alphabet.digits[i]; i++) values[u8(alphabet.digits[i])] = i;
  return values;
}

bool is_line_break(char c) { return c == '\n' || c == '\r'; }

// Numbers of digits a last group may have, and the padding that completes them: bytes end on digit boundaries only
// there.
constexpr bool is_group_end(u32 digits, u32 bits) { return digits * bits / 8 != (digits - 1) * bits / 8; }

// A '=' was met at `at` after `in_group` digits of a group: the rest must be exactly the padding.
bool check_padding(std::string_view text, usize at, u32 in_group, u32 group, u32 bits, usize& error_at) {
  error_at = at;
  if (in_group == 0 || !is_group_end(in_group, bits)) return false;
  for (u32 needed = group - in_group; needed; at++) {
    while (at < text.size() && is_line_break(text[at])) at++;
    error_at = at;
    if (at >= text.size() || text[at] != '=') return false;
    needed--;
  }
  while (at < text.size() && is_line_break(text[at])) at++;
  error_at = at;
  return at == text.size();
}

template <u32 kBits, u32 kGroup>
bool decode_digits(std::string_view text, const Alphabet& alphabet, std::string& out, usize& error_at) {
  std::array<i8, 256> values = digit_values(alphabet);
  out.clear();
  out.reserve(text.size() * kBits / 8);
  u32 pending = 0, pending_bits = 0, in_group = 0;
  usize group_start = 0;
  for (usize i = 0; i < text.size(); i++) {
    if (is_line_break(text[i])) continue;
    if (in_group == 0) group_start = i;
    i8 digit = values[u8(text[i])];
    if (digit < 0) {
      error_at = i;
      return alphabet.padded && text[i] == '=' && check_padding(text, i, in_group, kGroup, kBits, error_at);
    }
    pending = pending << kBits | u32(digit);
    pending_bits += kBits;
    in_group = (in_group + 1) % kGroup;
    if (pending_bits >= 8) {
      pending_bits -= 8;
      out.push_back(char(pending >> pending_bits));
    }
  }
  error_at = group_start;
  return in_group == 0 || (!alphabet.padded && is_group_end(in_group, kBits));
}

}  // namespace

std::string base64_encode(std::string_view bytes, const Alphabet& alphabet) {
  return encode_digits<6, 4>(bytes, alphabet);
}
std::string base32_encode(std::string_view bytes, const Alphabet& alphabet) {
  return encode_digits<5, 8>(bytes, alphabet);
}

bool base64_decode(std::string_view text, const Alphabet& alphabet, std::string& out, usize& error_at) {
  return decode_digits<6, 4>(text, alphabet, out, error_at);
}
bool base32_decode(std::string_view text, const Alphabet& alphabet, std::string& out, usize& error_at) {
  return decode_digits<5, 8>(text, alphabet, out, error_at);
}

}  // namespace gs::stdlib
