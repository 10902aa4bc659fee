// Direct entries: records and their adapters.
#include "jit/tier/direct_entries.hpp"

#include <algorithm>

#include "jit/backend/compile.hpp"

namespace gs::jit {

namespace {

bool is_same(const ir::DirectParameter& a, const ir::DirectParameter& b) { return a.type == b.type && a.tag == b.tag; }

CodeRange place_adapter(CodeCache& cache, const DirectEntry& entry, const backend::Target& target) {
  backend::CompiledRegion code = backend::compile_adapter(entry, target);
  const usize hot = (code.hot_size + CodeCache::kUnit - 1) / CodeCache::kUnit * CodeCache::kUnit;
  const CodeRange range = code.failure ? CodeRange{} : cache.allocate(hot + code.cold_size);
  if (!range.code) return {};
  auto* write = reinterpret_cast<u8*>(range.writable);
  const u64 at = reinterpret_cast<u64>(range.code);
  code.place({write, at}, {write + hot, at + hot});
  return range;
}

}  // namespace

bool DirectEntry::is_called_as(const region::DirectSignature& signature) const {
  return is_same(result, signature.result) && std::ranges::equal(types, signature.parameters, is_same);
}

DirectEntry* DirectEntries::make(vm::Prototype* proto, const region::DirectSignature& signature, const backend::Target& target) {
  auto entry = std::make_unique<DirectEntry>();
  entry->types = signature.parameters;
  entry->parameters = entry->types;
  entry->result = signature.result;
  entry->generic_code = &proto->exact_entry;
  entry->prototype_address = reinterpret_cast<u64>(proto);
  entry->adapter = place_adapter(cache_, *entry, target);
  if (!entry->adapter.code) return nullptr;
  entry->use_adapter();
  entries_.push_back(std::move(entry));
  return entries_.back().get();
}

void DirectEntries::keep_only(std::span<const ir::DirectTarget* const> used) {
  std::erase_if(entries_, [&](const std::unique_ptr<DirectEntry>& entry) {
    if (std::ranges::binary_search(used, entry.get())) return false;
    cache_.free(entry->adapter);
    return true;
  });
}

}  // namespace gs::jit
