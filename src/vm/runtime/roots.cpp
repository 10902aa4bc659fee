// What the collector starts from besides stacks.
#include <cstdlib>

#include "vm/heap/heap.hpp"
#include "vm/object/coroutine.hpp"
#include "vm/object/shape.hpp"
#include "vm/runtime/machine_code.hpp"
#include "vm/runtime/modules.hpp"
#include "vm/runtime/scheduler.hpp"
#include "vm/runtime/stack_pool.hpp"

namespace gs::vm {

void trace_roots(Vm& vm, Heap& heap) {
  // Entries may name keys and holders that die.
  for (FieldCacheEntry& entry : vm.field_cache) entry = {};
  for (EventName& entry : vm.event_names) entry = {};
  heap.mark_cell(vm.globals_);
  heap.mark_cell(vm.string_methods_);
  heap.mark_cell(vm.out_of_memory_message_);
  heap.mark_cell(vm.stack_overflow_message_);
  heap.mark_value(vm.error_);
  for (const ClassEntry& entry : vm.classes_) heap.mark_cell(entry.metatable);
  for (RootedValues* rooted = vm.rooted_; rooted; rooted = rooted->next()) {
    for (Value v : *rooted) heap.mark_value(v);
  }
  vm.shapes().each_root([&](Shape* shape) { heap.mark_cell(shape); });
  vm.scheduler().each_root([&](auto* cell) { heap.mark_cell(cell); });
  vm.modules().trace(heap);
  if (vm.jit()) vm.jit()->trace(heap);
  heap.mark_cell(vm.coroutine);
}

// A coroutine's cell is dead: its stacks go back. RootedValues on its native stack die with it. One that never got stacks or
// ran to its end has none: they may be another's by now.
void coroutine_died(Vm& vm, Coroutine* co) {
  if (!co->stack_base) return;
  vm.drop_rooted_between(co->native_low - StackPool::kNativeReserve, co->native_high);
  vm.scheduler().unlink(co);
  vm.stacks().release(co);
}

}  // namespace gs::vm
