#include "stdlib/uuid/identifier.hpp"

#include "stdlib/encoding/codec.hpp"

namespace gs::stdlib {

namespace {

constexpr bool is_hyphen_place(usize i) {
  return i == 8 || i == 13 || i == 18 || i == 23;
}

}  // namespace

bool parse_uuid(std::string_view text, Uuid& out) {
  if (text.size() != 36) return false;
  std::string digits;
  for (usize i = 0; i < text.size(); i++) {
    if (!is_hyphen_place(i)) {
      digits.push_back(text[i]);
    } else if (text[i] != '-') {
      return false;
    }
  }
  std::string bytes;
  usize error_at;
  if (!hex_decode(digits, bytes, error_at)) return false;
  for (usize i = 0; i < out.size(); i++) out[i] = u8(bytes[i]);
  return true;
}

std::string format_uuid(const Uuid& uuid, bool hyphens) {
  std::string text = hex_encode({reinterpret_cast<const char*>(uuid.data()), uuid.size()});
  if (hyphens) {
    for (usize place : {8, 13, 18, 23}) text.insert(place, 1, '-');
  }
  return text;
}

Uuid make_uuid_v4(Uuid random) {
  random[6] = u8((random[6] & 0x0f) | 0x40);
  random[8] = u8((random[8] & 0x3f) | 0x80);
  return random;
}

u32 uuid_version(const Uuid& uuid) {
  return uuid[6] >> 4;
}

std::string_view uuid_variant(const Uuid& uuid) {
  u8 bits = uuid[8];
  if (bits < 0x80) return "NCS";
  if (bits < 0xc0) return "RFC4122";
  return bits < 0xe0 ? "Microsoft" : "Future";
}

}  // namespace gs::stdlib
