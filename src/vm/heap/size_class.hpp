// Size classes of small cells: steps of 16 bytes up to 256, then four to a doubling. Every cell of a block has the size
// of its class.
#pragma once

#include <array>

#include "base/types.hpp"

namespace gs::vm {

constexpr usize kGranule = 16;         // cells start at multiples of it
constexpr usize kMaxSmallCell = 2048;  // bigger ones are large objects
constexpr u32 kClassSizes[] = {16,  32,  48,  64,  80,  96,  112, 128, 144, 160,  176,  192,  208,  224,
                               240, 256, 320, 384, 448, 512, 640, 768, 896, 1024, 1280, 1536, 1792, 2048};
constexpr u32 kClassCount = sizeof kClassSizes / sizeof kClassSizes[0];
static_assert(kClassSizes[kClassCount - 1] == kMaxSmallCell);

// class_table()[(size + 15) / 16] is the class of cells of `size` bytes.
consteval std::array<u8, kMaxSmallCell / kGranule + 1> class_table() {
  std::array<u8, kMaxSmallCell / kGranule + 1> table{};
  u32 size_class = 0;
  for (usize granules = 0; granules < table.size(); granules++) {
    while (kClassSizes[size_class] < granules * kGranule) size_class++;
    table[granules] = u8(size_class);
  }
  return table;
}

}  // namespace gs::vm
