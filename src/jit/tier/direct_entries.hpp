// The records behind direct calls (ir/direct_target.hpp): made by the optimizer for functions that optimized code calls. A record lives
// as long as the function is called that way or code holds its address; its `code` always leads somewhere: to the function's
// optimized code, or by an adapter to its generic entry.
#pragma once

#include <memory>
#include <span>
#include <vector>

#include "jit/backend/target.hpp"
#include "jit/code/code_cache.hpp"
#include "jit/region/region.hpp"

namespace gs::jit {

struct DirectEntry : ir::DirectTarget {
  std::vector<ir::DirectParameter> types;  // what `parameters` shows
  CodeRange adapter;

  bool is_called_as(const region::DirectSignature& signature) const;
  void use_adapter() { code = adapter.code; }
};

class DirectEntries {
 public:
  explicit DirectEntries(CodeCache& cache) : cache_(cache) {}
  // Null: no room for the adapter.
  DirectEntry* make(vm::Prototype* proto, const region::DirectSignature& signature, const backend::Target& target);
  // Frees the records that are not among `used`, a sorted list.
  void keep_only(std::span<const ir::DirectTarget* const> used);

 private:
  CodeCache& cache_;
  std::vector<std::unique_ptr<DirectEntry>> entries_;
};

}  // namespace gs::jit
