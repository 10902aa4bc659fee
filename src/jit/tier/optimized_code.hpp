// Optimized code of one region: where it is, what it relies on, how its exits lead back.
#pragma once

#include <deque>
#include <memory>
#include <vector>

#include "jit/backend/compile.hpp"
#include "jit/code/code_cache.hpp"
#include "jit/opt/exit_stress.hpp"
#include "jit/region/region.hpp"
#include "jit/tier/direct_entries.hpp"

namespace gs::jit {

class Optimizer;

struct OptimizedCode {
  Optimizer* optimizer;
  vm::Prototype* prototype;       // null: it died
  u32 entry;                      // 0: the function; else the first instruction of its loop
  u32 end = 0;                    // of a loop: beyond its last instruction
  backend::Region region;
  CodeRange hot, cold;
  const char* generic_entry = nullptr;
  const char* exact_entry = nullptr;
  const char* direct_entry = nullptr;
  DirectEntry* direct = nullptr;  // whose protocol the function follows; null: only the generic one
  u8 is_valid = 1;                // machine code tests it after calls
  bool is_installed = false;
  std::vector<region::Dependency> dependencies;
  std::vector<vm::Value> references;  // cells whose addresses the code holds
  std::vector<const vm::Prototype*> prototypes;  // of its frames and of those it calls directly
  std::vector<const ir::DirectTarget*> direct_targets;  // that it calls
  u32 frame_slots = 0;
  u32 leaves = 0;                 // how often the loop was left at its end
  u32 due_leaves = 0;             // how often it must be until the loop around it is looked for (again)
  usize bytes = 0;                // accounted for it to the heap
  bool is_held = false;           // some native stack holds an address in it
  std::deque<opt::ForcedExit> forced;  // with opt.stress_exits: guards that fail once
  // Of a loop: the bytes of the baseline code's loop header that the jump to this code covers.
  char* covered_at = nullptr;     // writable address; null: no jump there
  u8 covered[5];

  bool is_loop() const { return entry != 0; }
  bool contains(u32 pc) const { return !is_loop() || (pc >= entry && pc < end); }
};

}  // namespace gs::jit
