// CRC-32 for builds without zlib.
#include <array>

#include "stdlib/hash/digest.hpp"

namespace gs::stdlib {

namespace {

// Table k has the effect of a byte that k more bytes follow: eight bytes at a time ("slicing-by-8", Kounavis and Berry).
using CrcTables = std::array<std::array<u32, 256>, 8>;

constexpr CrcTables make_crc_tables() {
  CrcTables tables{};
  for (u32 i = 0; i < 256; i++) {
    u32 crc = i;
    for (int bit = 0; bit < 8; bit++) crc = crc & 1 ? crc >> 1 ^ 0xedb88320u : crc >> 1;
    tables[0][i] = crc;
  }
  for (u32 k = 1; k < 8; k++) {
    for (u32 i = 0; i < 256; i++) tables[k][i] = tables[k - 1][i] >> 8 ^ tables[0][tables[k - 1][i] & 0xff];
  }
  return tables;
}

constexpr CrcTables kCrcTables = make_crc_tables();

u64 load_little_endian(const char* bytes) {
  u64 word = 0;
  for (u32 i = 0; i < 8; i++) word |= u64(u8(bytes[i])) << (8 * i);
  return word;
}

}  // namespace

u32 crc32_update(u32 crc, std::string_view bytes) {
  crc = ~crc;
  for (; bytes.size() >= 8; bytes.remove_prefix(8)) {
    const u64 word = load_little_endian(bytes.data()) ^ crc;
    crc = 0;
    for (u32 i = 0; i < 8; i++) crc ^= kCrcTables[7 - i][word >> (8 * i) & 0xff];
  }
  for (char c : bytes) crc = crc >> 8 ^ kCrcTables[0][(crc ^ u8(c)) & 0xff];
  return ~crc;
}

}  // namespace gs::stdlib
