// How a function is called with unboxed arguments (CallDirect). Owned by the prototype's record in jit/tier, so its address is as good as
// the function's name; the code behind it may change at any time.
//
// Convention: `base` is the callee's; its header is written by the caller (function by StoreSlot, link by the backend). Arguments go to the
// registers of the backend's kDirectArguments in order, floats to vector registers; at most kMaxDirectArguments of a class. A result of the
// promised type comes in rax or xmm0 with the carry flag clear. Else the flag is set and the call ended as a generic one: rax is the number of
// results, boxed at base[-2] and up, or -1. In both cases the base register is the callee's. A result of type Void is none: rax is 0 then.
#pragma once

#include <span>

#include "jit/ir/ops.hpp"

namespace gs::jit::ir {

constexpr u32 kMaxDirectArguments = 6;  // of ints, pointers, bools and values
constexpr u32 kMaxDirectFloats = 8;

struct DirectParameter {
  Type type = Type::Boxed;
  u64 tag = 0;  // of a Ptr: of the value it stands for
};

struct DirectTarget {
  const void* code = nullptr;                  // the direct entry, or an adapter to the generic one; never null
  const void* const* generic_code = nullptr;   // where the address of the generic entry is that expects exactly the parameters
  u64 prototype_address = 0;                   // what it expects in the prototype register
  DirectParameter result;
  std::span<const DirectParameter> parameters;
};

}  // namespace gs::jit::ir
