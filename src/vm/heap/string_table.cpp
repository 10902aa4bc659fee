#include "vm/heap/string_table.hpp"

#include <cstdlib>
#include <cstring>
#include <utility>

#include "base/assert.hpp"

namespace gs::vm {

namespace {

u64 load_word(const char* at, usize bytes) {
  u64 word = 0;
  std::memcpy(&word, at, bytes);
  return word;
}

u64 mix(u64 a, u64 b) {
  unsigned __int128 product = static_cast<unsigned __int128>(a) * b;
  return u64(product) ^ u64(product >> 64);
}

// Most strings looked up are short: two words that overlap, no call.
bool same_bytes(const char* a, const char* b, usize length) {
  if (length > 16) return std::memcmp(a, b, length) == 0;
  if (length >= 8) {
    usize last = length - 8;
    return ((load_word(a, 8) ^ load_word(b, 8)) | (load_word(a + last, 8) ^ load_word(b + last, 8))) == 0;
  }
  if (length >= 4) {
    usize last = length - 4;
    return ((load_word(a, 4) ^ load_word(b, 4)) | (load_word(a + last, 4) ^ load_word(b + last, 4))) == 0;
  }
  return !length || (a[0] == b[0] && a[length / 2] == b[length / 2] && a[length - 1] == b[length - 1]);
}

// Neither may stay as it is where bytes of the text meet it: a word that equals its key makes the product 0, and all such
// texts would have one hash.
constexpr u64 kFirstKey = 0x2d358dccaa6c78a5ull;
constexpr u64 kSecondKey = 0x8bb84b93962eacc9ull;

}  // namespace

u32 hash_bytes(std::string_view text, u64 seed) {
  const char* at = text.data();
  usize rest = text.size();
  u64 h = seed ^ kFirstKey, key = __builtin_rotateleft64(seed, 29) ^ kSecondKey;
  while (rest > 16) {
    h = mix(load_word(at, 8) ^ key, load_word(at + 8, 8) ^ h);
    at += 16;
    rest -= 16;
  }
  u64 low, high;
  if (rest >= 8) {
    low = load_word(at, 8);
    high = load_word(at + rest - 8, 8);
  } else if (rest >= 4) {
    low = load_word(at, 4);
    high = load_word(at + rest - 4, 4);
  } else {
    low = rest ? u64(u8(at[0])) << 16 | u64(u8(at[rest / 2])) << 8 | u8(at[rest - 1]) : 0;
    high = 0;
  }
  h = mix(mix(low ^ key, high ^ h), text.size() ^ kFirstKey);
  return u32(h ^ h >> 32) | 1;
}

StringTable::~StringTable() {
  std::free(hashes_);
  std::free(slots_);
}

String* StringTable::find(std::string_view text, u32 hash) const {
  if (!capacity_) return nullptr;
  usize mask = capacity_ - 1;
  for (usize at = hash / 2 & mask; u32 other = hashes_[at]; at = (at + 1) & mask) {
    if (other != hash) continue;
    String* s = slots_[at];
    if (s->length == text.size() && same_bytes(s->inline_bytes, text.data(), text.size())) return s;
  }
  return nullptr;
}

bool StringTable::grow() {
  auto* hashes = static_cast<u32*>(std::calloc(next_capacity(), sizeof(u32)));
  auto** fresh = static_cast<String**>(std::calloc(next_capacity(), sizeof(String*)));
  if (!hashes || !fresh) {
    std::free(hashes);
    std::free(fresh);
    return false;
  }
  u32* old_hashes = std::exchange(hashes_, hashes);
  String** old = std::exchange(slots_, fresh);
  usize old_capacity = std::exchange(capacity_, next_capacity());
  for (usize at = 0; at < old_capacity; at++) {
    if (old[at]) insert(old[at], old_hashes[at]);
  }
  std::free(old_hashes);
  std::free(old);
  return true;
}

void StringTable::insert(String* s, u32 hash) {
  usize mask = capacity_ - 1;
  usize at = hash / 2 & mask;
  while (hashes_[at]) at = (at + 1) & mask;
  hashes_[at] = hash;
  slots_[at] = s;
}

void StringTable::add(String* s) {
  insert(s, s->aux);
  count_++;
  young_.push_back(s);
}

void StringTable::remove(String* s) {
  usize mask = capacity_ - 1;
  u32 hash = s->aux;
  usize at = hash / 2 & mask;
  while (hashes_[at] != hash || slots_[at] != s) {
    GS_CHECK(hashes_[at], "an interned string is in the table");
    at = (at + 1) & mask;
  }
  remove_at(at);
}

// Empties a slot and moves later members of its probe sequence forward, so that no search stops early.
void StringTable::remove_at(usize at) {
  usize mask = capacity_ - 1;
  count_--;
  usize hole = at;
  for (usize next = (at + 1) & mask; u32 hash = hashes_[next]; next = (next + 1) & mask) {
    usize home = hash / 2 & mask;
    if (((next - home) & mask) < ((next - hole) & mask)) continue;
    hashes_[hole] = hash;
    slots_[hole] = slots_[next];
    hole = next;
  }
  hashes_[hole] = 0;
  slots_[hole] = nullptr;
}

}  // namespace gs::vm
