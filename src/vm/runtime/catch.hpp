// Scopes on the native stack that errors meet: catchers (pcall, xpcall), deferred calls run because of an error.
#pragma once

#include "vm/runtime/vm.hpp"

namespace gs::vm {

struct CatchScope {
  CatchScope(Vm& vm, Value handler) : vm(vm), previous(vm.catcher), handler(handler) { vm.catcher = this; }
  ~CatchScope() { vm.catcher = previous; }
  Vm& vm;
  CatchScope* previous;
  Value handler;         // xpcall's, or nil
  bool handled = false;  // the handler has run, or runs
};

struct PanicScope {
  PanicScope(Vm& vm, Value error, Value* callee_base)
      : vm(vm), previous(vm.panic), error(error), callee_base(callee_base) {
    vm.panic = this;
  }
  ~PanicScope() { vm.panic = previous; }
  Vm& vm;
  PanicScope* previous;
  Value error;            // the passing one
  Value* callee_base;     // base of the deferred function's frame: only it may recover
  bool recovered = false;
};

// Some more native and value stack for an error handler after "stack overflow". A coroutine has it once: handlers of errors in
// handlers share it.
class SpareStack {
 public:
  explicit SpareStack(Vm& vm);
  ~SpareStack();
  SpareStack(const SpareStack&) = delete;
  SpareStack& operator=(const SpareStack&) = delete;

 private:
  Vm& vm_;
  char* native_limit_;
  bool owner_;
};

}  // namespace gs::vm
