// A table by id whose entries depend on where one is in the dominator tree: set on entering a subtree, restored on
// leaving it.
#pragma once

#include <utility>
#include <vector>

#include "base/types.hpp"

namespace gs::jit::opt {

template <class T>
class Scoped {
 public:
  explicit Scoped(u32 size) : values_(size) {}
  T get(u32 id) const { return id < values_.size() ? values_[id] : T{}; }
  void set(u32 id, T value) {
    if (id >= values_.size()) values_.resize(id + 64);
    undo_.push_back({id, values_[id]});
    values_[id] = value;
  }
  usize mark() const { return undo_.size(); }
  void reset(usize mark) {
    for (; undo_.size() > mark; undo_.pop_back()) values_[undo_.back().first] = undo_.back().second;
  }

 private:
  std::vector<T> values_;
  std::vector<std::pair<u32, T>> undo_;
};

}  // namespace gs::jit::opt
