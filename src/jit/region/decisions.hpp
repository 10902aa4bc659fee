// How loops are built: which representation the phis have and whether the first iteration is peeled. A first guess is made from the
// values at the loop's entry; when the back-edge contradicts it, the better choice is written down here and the region is built anew.
//
// Example: `s := 0; for ... { s = s + t[i] }` over floats. The phi of s is taken for an int, the back-edge brings a float: int 0 and float
// 0.0 are different values, so the decision is to peel: the first iteration runs with the int, the loop begins with a float.
#pragma once

#include <map>
#include <utility>

#include "vm/object/objects.hpp"

namespace gs::jit::region {

enum class PhiKind : u8 { kAuto, kInt, kFloat, kBoxed };

struct LoopDecisions {
  bool peel = false;
  std::map<u32, PhiKind> registers;
  std::map<const vm::Global*, PhiKind> globals;
  bool forget_globals = false;  // the body may change globals it does not name: none is known at the header
};

class Decisions {
 public:
  // `path` tells inlined copies of a loop apart.
  LoopDecisions& of(u64 path, u32 header) { return loops_[{path, header}]; }
  void contradict() { contradicted_ = true; }
  bool take_contradiction() { return std::exchange(contradicted_, false); }

 private:
  std::map<std::pair<u64, u32>, LoopDecisions> loops_;
  bool contradicted_ = false;
};

}  // namespace gs::jit::region
