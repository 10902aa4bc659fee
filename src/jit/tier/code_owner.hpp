// The code objects of the baseline tier: from compilation to the moment nothing can return into them any more.
#pragma once

#include <functional>
#include <memory>
#include <vector>

#include "jit/code/code_cache.hpp"
#include "vm/runtime/machine_code.hpp"

namespace gs::jit {

struct BaselineCode : vm::MachineCode {
  vm::Prototype* proto = nullptr;  // null: retired
  CodeRange range;
  std::vector<u32> offset_table;
  u32 size = 0;                    // of the code in it
  u32 hot_size = 0;
  u64 due_heat = 0;                // of its function, from which on what branches have shown is worth compiling again
  bool was_used = true;            // a poll found it running since eviction last looked
  bool is_held = false;            // some native stack holds an address in it
};

// Accounts for code memory to the VM's heap and gives it back once no native stack holds an address in it.
class CodeOwner {
 public:
  // `drop` makes a function do without its baseline code, which is needed elsewhere.
  CodeOwner(vm::Vm& vm, usize limit, std::function<void(vm::Prototype*)> drop);
  ~CodeOwner();

  // A code object with room for `size` bytes; null: no room even after eviction.
  BaselineCode* create(usize size);
  // Its function does not use it any more; its memory goes when no frame does.
  void retire(BaselineCode* code);

  const CodeCache& cache() const { return cache_; }
  CodeCache& cache() { return cache_; }
  u64 evictions() const { return evictions_; }
  usize live_count() const { return live_.size(); }
  template <typename Visitor>
  void each_live(Visitor visit) const {
    for (const auto& code : live_) visit(*code);
  }

 private:
  CodeRange allocate(usize size);
  void evict(usize size);
  void mark_held();
  void sweep_retired();
  void free(const BaselineCode& code);

  vm::Vm& vm_;
  std::function<void(vm::Prototype*)> drop_;
  CodeCache cache_;
  usize retired_bytes_ = 0;
  usize hand_ = 0;  // of the eviction's clock
  u64 evictions_ = 0;
  std::vector<std::unique_ptr<BaselineCode>> live_;
  std::vector<std::unique_ptr<BaselineCode>> retired_;
};

}  // namespace gs::jit
