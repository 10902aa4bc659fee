// Code that regions call or jump to, made once per VM: it saves and restores the registers around C functions.
#pragma once

#include "jit/backend/compile.hpp"

namespace gs::jit::backend {

// What `leave_region` says: where to go on, with the pinned and argument registers as the register file has them.
struct Continuation {
  u64 target;
  u64 returns_directly;  // not 0: call it, and return with the carry flag set
};

// Addresses of C functions. `vm` is what the pinned register holds; the third argument of all but leave is the region's base.
struct ThunkFunctions {
  u64 box_int = 0;   // u64 (vm, i64): the value; never fails
  u64 barrier = 0;   // void (vm, cell)
  u64 allocate = 0;  // void* (vm, u64 size): zeroed memory of a cell; never fails
  u64 poll = 0;      // bool (vm): true: other code has to run, leave
  u64 leave = 0;     // Continuation (vm, base, Region*, u32 exit, RegisterFile*)
  u64 grow_array = 0;  // bool (vm, table): room for one more element; true: there is none, leave
};

// Offsets of the thunks in the hot part.
struct ThunkOffsets {
  u32 box_int, barrier, allocate, poll, leave, grow_array;
};

CompiledRegion compile_thunks(const ThunkFunctions& functions, ThunkOffsets& offsets);

}  // namespace gs::jit::backend
