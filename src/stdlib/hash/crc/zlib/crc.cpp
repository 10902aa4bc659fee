// CRC-32 by zlib.
#include <zlib.h>

#include "stdlib/hash/digest.hpp"

namespace gs::stdlib {

u32 crc32_update(u32 crc, std::string_view bytes) {
  return u32(::crc32_z(crc, reinterpret_cast<const Bytef*>(bytes.data()), bytes.size()));
}

}  // namespace gs::stdlib
