#include "jit/code/code_cache.hpp"

#include <algorithm>

#include "platform/memory.hpp"

namespace gs::jit {

namespace {

usize round_up(usize size, usize unit) { return (size + unit - 1) & ~(unit - 1); }

}  // namespace

CodeCache::~CodeCache() {
  for (const Chunk& chunk : chunks_) platform::unmap_code(chunk.memory);
}

CodeRange CodeCache::allocate(usize size) {
  size = round_up(size, kUnit);
  for (int attempt = 0; attempt < 2; attempt++) {
    for (Chunk& chunk : chunks_) {
      for (usize i = 0; i < chunk.gaps.size(); i++) {
        Gap& gap = chunk.gaps[i];
        if (gap.size < size) continue;
        CodeRange range{chunk.memory.code + gap.start, chunk.memory.writable + gap.start, u32(size)};
        gap.start += u32(size);
        gap.size -= u32(size);
        if (!gap.size) chunk.gaps.erase(chunk.gaps.begin() + i64(i));
        in_use_ += size;
        return range;
      }
    }
    if (!add_chunk(size)) break;
  }
  return {};
}

// Each chunk is as big as all before it, so that small programs map little and big ones seldom.
bool CodeCache::add_chunk(usize size) {
  usize left = (limit_ - std::min(limit_, mapped_)) & ~(platform::kPageSize - 1);
  usize wanted = std::clamp(mapped_, kFirstChunk, kLargestChunk);
  wanted = round_up(std::max(std::min(wanted, left), size), platform::kPageSize);
  if (wanted > left || forbidden_) return false;
  platform::CodeMemory memory = platform::map_code(wanted, near_);
  if (!memory.code) {
    forbidden_ = chunks_.empty();
    return false;
  }
  mapped_ += wanted;
  chunks_.push_back({memory, {{0, u32(wanted)}}});
  return true;
}

void CodeCache::free(CodeRange range) {
  if (!range.code) return;
  auto* chunk = const_cast<Chunk*>(chunk_of(range.code));
  u32 start = u32(range.code - chunk->memory.code);
  std::vector<Gap>& gaps = chunk->gaps;
  auto next = std::find_if(gaps.begin(), gaps.end(), [start](const Gap& gap) { return gap.start > start; });
  bool joins_next = next != gaps.end() && start + range.size == next->start;
  bool joins_previous = next != gaps.begin() && next[-1].start + next[-1].size == start;
  if (joins_previous && joins_next) {
    next[-1].size += range.size + next->size;
    gaps.erase(next);
  } else if (joins_previous) {
    next[-1].size += range.size;
  } else if (joins_next) {
    next->start = start;
    next->size += range.size;
  } else {
    gaps.insert(next, {start, range.size});
  }
  in_use_ -= range.size;
}

const CodeCache::Chunk* CodeCache::chunk_of(const void* address) const {
  auto* at = static_cast<const char*>(address);
  for (const Chunk& chunk : chunks_) {
    if (at >= chunk.memory.code && at < chunk.memory.code + chunk.memory.size) return &chunk;
  }
  return nullptr;
}

bool CodeCache::contains(const void* address) const { return chunk_of(address); }

char* CodeCache::writable(const char* code) const {
  const Chunk* chunk = chunk_of(code);
  return chunk->memory.writable + (code - chunk->memory.code);
}

}  // namespace gs::jit
