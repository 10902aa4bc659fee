// The machine that optimized code runs on: the VM's layout and services as the backend wants to know them (backend/target.hpp), and the
// thunks between machine code and C++, made once per VM.
#pragma once

#include "jit/backend/target.hpp"
#include "jit/backend/thunks.hpp"
#include "jit/code/code_cache.hpp"
#include "vm/runtime/vm.hpp"

namespace gs::jit {

// A target with everything filled in but the region. Thunks go into `thunks` of the cache; without code there if it has no room.
struct Machine {
  backend::Target target;
  CodeRange thunks;
};

using LeaveFunction = backend::Continuation (*)(vm::Vm*, vm::Value* base, backend::Region*, u32 exit, backend::RegisterFile*);

Machine make_machine(vm::Vm& vm, CodeCache& cache, LeaveFunction leave);

// Services for rebuilding frames (backend/exits.hpp).
backend::FrameHost frame_host(vm::Vm& vm);

}  // namespace gs::jit
