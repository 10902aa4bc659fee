// Calls from machine code that are not compiled into it: the slow halves of CALL, with "enter" meaning: go to the callee's native
// entry. The call site has called gs_call natively and pushed what it needs; whoever completes the call (a callee in machine
// code or in the interpreter, or a native here) returns to it the number of results, in R[A] and up, or -1.
#include "vm/interp/registers.hpp"

#undef RAISE
#define RAISE() RETURN_NATIVELY(-1)
#undef CALL_ANEW
#define CALL_ANEW(half) GS_MUSTTAIL return half##_CALL(GS_ARGUMENTS)
#undef ENTER_CLOSURE
#define ENTER_CLOSURE(closure, first_argument) \
  do { \
    base = (first_argument); \
    base[-1] = Value(u64(pc) | kLinkCode); \
    proto = (closure)->prototype; \
    GS_MUSTTAIL return reinterpret_cast<Handler>(const_cast<void*>(proto->entry))(GS_ARGUMENTS); \
  } while (0)
#undef ENTER_EXACT
#define ENTER_EXACT(target) \
  do { \
    base = &RA + kFrameHeader; \
    base[-1] = Value(u64(pc) | kLinkCode); \
    proto = (target); \
    GS_MUSTTAIL return reinterpret_cast<Handler>(const_cast<void*>(proto->exact_entry))(GS_ARGUMENTS); \
  } while (0)
#undef FINISH_NATIVE_CALL
#define FINISH_NATIVE_CALL(result) RETURN_NATIVELY(leave_results(*vm, &RA, (result)))

namespace gs::vm::interp {

// A native's results at `slot` and up; their number, or -1.
static GS_INLINE u64 leave_results(Vm& vm, Value* slot, Value result) {
  if (GS_LIKELY(!result.is_multi() && !result.is_raised())) {
    *slot = result;
    return 1;
  }
  if (result.is_raised()) return u64(-1);
  u32 count = result.multi_count();
  for (u32 i = 0; i < count; i++) slot[i] = vm.top[i];
  return count;
}

#include "semantics/call_slow.hpp"

// From a call site: `insn` is the call's index, `base` and `proto` the caller's.
extern "C" GS_PRESERVE_NONE u64 gs_call(GS_PARAMETERS) {
  GS_FETCH_FROM_CODE();
  GS_MUSTTAIL return second_CALL(GS_ARGUMENTS);
}

}  // namespace gs::vm::interp
