#include "vm/heap/large.hpp"

#include <algorithm>
#include <cstdlib>
#include <cstring>

#include "base/assert.hpp"
#include "platform/memory.hpp"

namespace gs::vm {

namespace {

constexpr usize kMapped = 128 << 10;  // from here on an object is a mapping of its own
constexpr usize kAlignment = 32;      // of cells with a prefix: feedback slots

usize whole_pages(usize bytes) { return (bytes + platform::kPageSize - 1) & ~(platform::kPageSize - 1); }

LargePreamble* allocate_memory(usize bytes, usize prefix) {
  if (bytes >= kMapped) return static_cast<LargePreamble*>(platform::reserve_memory(bytes, platform::kPageSize));
  if (!prefix) return static_cast<LargePreamble*>(std::calloc(1, bytes));
  void* at = std::aligned_alloc(kAlignment, bytes);
  if (at) std::memset(at, 0, bytes);
  return static_cast<LargePreamble*>(at);
}

}  // namespace

LargeSpace::~LargeSpace() {
  for (Entry entry : old_) {
    if (!entry.is_released()) free_memory(entry.object());
  }
  for (Entry entry : young_) free_memory(entry.object());
}

usize LargeSpace::footprint(usize size, usize prefix) {
  usize bytes = (kLargePreamble + prefix + size + kAlignment - 1) & ~(kAlignment - 1);
  return bytes >= kMapped ? whole_pages(bytes) : bytes;
}

CellHeader* LargeSpace::allocate(usize size, usize prefix) {
  usize bytes = footprint(size, prefix);
  LargePreamble* object = allocate_memory(bytes, prefix);
  if (!object) return nullptr;
  object->cell = reinterpret_cast<CellHeader*>(reinterpret_cast<char*>(object) + kLargePreamble + prefix);
  object->bytes = bytes;
  object->is_mapped = bytes >= kMapped;
  object->cell->flags = u8(CellHeader::kLargeFlag | (marked_ ^ CellHeader::kMarkedFlag));
  bytes_ += bytes;
  add_young(object);
  return object->cell;
}

void LargeSpace::add_young(LargePreamble* object) {
  u64 at = reinterpret_cast<u64>(object);
  low_ = std::min(low_, at);
  high_ = std::max(high_, at + object->bytes);
  object->young_index = young_.size();
  young_.push_back({at});
}

void LargeSpace::detach(LargePreamble* object) {
  if (object->young_index != kInOld) {
    Entry last = young_.back();
    last.object()->young_index = object->young_index;
    young_[object->young_index] = last;
    young_.pop_back();
    return;
  }
  u64 at = reinterpret_cast<u64>(object);
  auto found = std::lower_bound(old_.begin(), old_.end(), Entry{at});
  GS_CHECK(found != old_.end() && found->bits == at, "a large object is in its list");
  found->bits |= 1;
}

CellHeader* LargeSpace::resize(CellHeader* cell, usize size) {
  LargePreamble* object = preamble_of(cell);
  usize old_bytes = object->bytes;
  usize bytes = footprint(size, 0);
  if (!object->is_mapped || bytes < kMapped) return nullptr;
  detach(object);
  void* moved = platform::resize_memory(object, old_bytes, bytes);
  if (!moved) {
    add_young(object);
    return nullptr;
  }
  object = static_cast<LargePreamble*>(moved);
  object->cell = reinterpret_cast<CellHeader*>(static_cast<char*>(moved) + kLargePreamble);
  object->bytes = bytes;
  bytes_ += bytes - old_bytes;
  add_young(object);
  return object->cell;
}

void LargeSpace::release(CellHeader* cell) {
  LargePreamble* object = preamble_of(cell);
  detach(object);
  free_memory(object);
}

void LargeSpace::free_memory(LargePreamble* object) {
  bytes_ -= object->bytes;
  if (object->is_mapped) {
    platform::release_memory(object, object->bytes);
  } else {
    std::free(object);
  }
}

void LargeSpace::unmark_all() {
  marked_ ^= CellHeader::kMarkedFlag;
  // The old were all marked and are now unmarked. The young were not, those that a resize brought here excepted.
  for (Entry entry : young_) {
    CellHeader* cell = entry.object()->cell;
    cell->flags = u8((cell->flags & ~CellHeader::kMarkedFlag) | (marked_ ^ CellHeader::kMarkedFlag));
  }
}

void LargeSpace::clear_marks() {
  each_cell([this](CellHeader* cell) {
    if (is_marked(cell)) cell->flags ^= CellHeader::kMarkedFlag;
  });
}

void LargeSpace::prepare_lookup() {
  std::sort(young_.begin(), young_.end());
  for (usize i = 0; i < young_.size(); i++) young_[i].object()->young_index = i;
}

CellHeader* LargeSpace::find_in(const std::vector<Entry>& list, u64 address) {
  // Another object may have come to live where a released one was.
  auto at = std::upper_bound(list.begin(), list.end(), Entry{address | 1});
  while (at != list.begin()) {
    Entry entry = *--at;
    if (entry.is_released()) continue;
    return address - entry.bits < entry.object()->bytes ? entry.object()->cell : nullptr;
  }
  return nullptr;
}

CellHeader* LargeSpace::find(u64 address) const {
  if (address < low_ || address >= high_) return nullptr;
  CellHeader* cell = find_in(young_, address);
  return cell ? cell : find_in(old_, address);
}

void LargeSpace::merge_young() {
  for (Entry entry : young_) entry.object()->young_index = kInOld;
  std::sort(young_.begin(), young_.end());
  // Merges from the back, into the room made there.
  usize from_old = old_.size();
  usize from_young = young_.size();
  old_.resize(from_old + from_young);
  for (usize to = old_.size(); from_young;) {
    bool old_is_last = from_old && young_[from_young - 1] < old_[from_old - 1];
    old_[--to] = old_is_last ? old_[--from_old] : young_[--from_young];
  }
  young_.clear();
}

}  // namespace gs::vm
