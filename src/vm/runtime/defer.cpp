// defer, panic, recover (6.6), and errors passing through frames.
//
// A deferred call is a storage cell: [previous record, base of its frame (raw), callee, arguments...], linked from the
// coroutine, innermost first.
#include "vm/heap/heap.hpp"
#include "vm/object/coroutine.hpp"
#include "vm/runtime/catch.hpp"
#include "vm/runtime/operations.hpp"

namespace gs::vm {

namespace {

constexpr u32 kPrevious = 0;
constexpr u32 kBase = 1;
constexpr u32 kCallee = 2;
constexpr u32 kArguments = 3;

CellHeader* header_of(Value* record) { return reinterpret_cast<CellHeader*>(record - 1); }
Value* record_of(Value v) { return reinterpret_cast<Value*>(v.as_cell()) + 1; }

// The innermost record of the frame at `base`, taken off the list; null if it has none left.
Value* take_record(Vm& vm, const Value* base) {
  Value head = vm.coroutine->defers;
  if (head.is_nil()) return nullptr;
  Value* record = record_of(head);
  if (record[kBase].bits != u64(base)) return nullptr;
  vm.coroutine->defers = record[kPrevious];
  vm.heap().barrier(vm.coroutine);
  return record;
}

bool call_record(Vm& vm, Value* record) {
  u32 count = header_of(record)->aux - kArguments;
  return vm.call_multi(record[kCallee], {record + kArguments, count}) >= 0;
}

// Runs the frame's deferred calls while an error passes. True: one of them recovered.
bool run_deferred_on_error(Vm& vm, Value* base) {
  while (Value* record = take_record(vm, base)) {
    ErrorTrace trace = vm.take_trace();
    PanicScope scope(vm, vm.take_error(), vm.top + kFrameHeader);
    if (!call_record(vm, record)) {
      if (vm.is_terminating()) return false;
      continue;
    }
    if (!scope.recovered) {
      vm.restore_error(scope.error, std::move(trace));
      continue;
    }
    if (run_deferred(vm, base)) return true;
  }
  return false;
}

}  // namespace

bool register_deferred(Vm& vm, Value* base, Value callee, const Value* arguments, u32 count) {
  Value* record = vm.heap().allocate_record(kArguments + count);
  if (!record) return false;
  record[kPrevious] = vm.coroutine->defers;
  record[kBase] = Value(u64(base));
  record[kCallee] = callee;
  for (u32 i = 0; i < count; i++) record[kArguments + i] = arguments[i];
  vm.coroutine->defers = Value::object(header_of(record));
  vm.heap().barrier(vm.coroutine);
  return true;
}

bool run_deferred(Vm& vm, Value* base) {
  while (Value* record = take_record(vm, base)) {
    if (!call_record(vm, record)) return false;
  }
  return true;
}

bool unwind_activation(Vm& vm, Value* base, ReturnTarget& target) {
  for (;;) {
    Prototype* prototype = frame_closure(base)->prototype;
    if (prototype->has_defer) {
      vm.frame_base = base;
      vm.top = base + prototype->frame_size;
      if (vm.is_terminating()) {
        while (take_record(vm, base)) {
        }
      } else if (run_deferred_on_error(vm, base)) {
        target.base = nullptr;
        leave_function(vm, base, base, 0, target);
        return true;
      }
    }
    Value* outer = outer_base(base);
    u64 link = frame_link(outer);
    if (link & kLinkNative) return false;
    vm.frame_pc = link_pc(link);
    base = caller_base(outer);
  }
}

Value native_recover(Vm& vm, Args) {
  PanicScope* panic = vm.panic;
  if (!panic || panic->recovered || !vm.frame_base || outer_base(vm.frame_base) != panic->callee_base) return Value::nil();
  panic->recovered = true;
  return panic->error;
}

bool run_all_deferred(Vm& vm, Coroutine* co) {
  bool failed = false;
  Value error;
  while (!co->defers.is_nil()) {
    Value* record = record_of(co->defers);
    co->defers = record[kPrevious];
    vm.heap().barrier(co);
    if (call_record(vm, record)) continue;
    if (vm.is_terminating()) return false;
    error = vm.take_error();
    failed = true;
  }
  if (failed) vm.restore_error(error, vm.take_trace());
  return !failed;
}

}  // namespace gs::vm
