// The backend's door: IR after the passes to machine code that has been made but not placed. Called by jit/tier (and tests).
//
//   CompiledRegion code = compile(function, target);      // fills target.region
//   if (code.failure) ...                                  // this function cannot be compiled
//   ... find room for code.hot_size and code.cold_size bytes, at multiples of 64, less than 2 GiB apart ...
//   code.place({hot_write, hot_address}, {cold_write, cold_address});
#pragma once

#include <memory>
#include <vector>

#include "jit/backend/exits.hpp"
#include "jit/backend/target.hpp"
#include "jit/ir/function.hpp"

namespace gs::jit::backend {

struct CodeBuffer;  // the encoder's

// Memory for a part of the code: where to write it, and where it will run.
struct CodeSpace {
  u8* write;
  u64 address;
};

// From an offset on, code belongs to a node of the IR.
struct CodeMapEntry {
  u32 offset;
  bool is_cold;
  u32 node;
};

struct CompiledRegion {
  const char* failure = nullptr;
  usize hot_size = 0;
  usize cold_size = 0;
  // Offsets in the hot part.
  u32 entry = 0;         // generic entry; of a loop: its only one
  u32 exact_entry = 0;   // generic, exactly the parameters given
  u32 direct_entry = 0;  // if Target::direct
  std::vector<CodeMapEntry> map;

  CompiledRegion();
  CompiledRegion(CompiledRegion&&) noexcept;
  CompiledRegion& operator=(CompiledRegion&&) noexcept;
  ~CompiledRegion();
  void place(CodeSpace hot, CodeSpace cold);

  std::unique_ptr<CodeBuffer> buffer;
};

CompiledRegion compile(ir::Function& function, const Target& target);

// A direct entry for a function that has no optimized code: boxes the arguments into their slots and calls the generic entry.
CompiledRegion compile_adapter(const ir::DirectTarget& direct, const Target& target);

}  // namespace gs::jit::backend
