// The records behind direct calls (ir/direct_target.hpp): made by the optimizer for functions that optimized code calls. A record lives as
// long as the VM, since code may hold its address; its `code` always leads somewhere: to the function's optimized code, or by an
// adapter to its generic entry.
#pragma once

#include <memory>
#include <vector>

#include "jit/backend/target.hpp"
#include "jit/code/code_cache.hpp"
#include "jit/region/region.hpp"

namespace gs::jit {

struct DirectEntry : ir::DirectTarget {
  std::vector<ir::DirectParameter> types;  // what `parameters` shows
  const void* adapter = nullptr;

  bool is_called_as(const region::DirectSignature& signature) const;
  void use_adapter() { code = adapter; }
};

class DirectEntries {
 public:
  explicit DirectEntries(CodeCache& cache) : cache_(cache) {}
  // Null: no room for the adapter.
  DirectEntry* make(vm::Prototype* proto, const region::DirectSignature& signature, const backend::Target& target);

 private:
  CodeCache& cache_;
  std::vector<std::unique_ptr<DirectEntry>> entries_;
};

}  // namespace gs::jit
