// What the collector asks of the layers above: they know where the VM keeps references and how their objects die.
// Implemented in vm/runtime (roots.cpp, loader.cpp); called only during a collection.
#pragma once

namespace gs::vm {

class Heap;
class Vm;
struct Coroutine;
struct Prototype;

// Reports every reference the VM holds outside cells and stacks, by Heap::mark_cell and mark_value.
void trace_roots(Vm& vm, Heap& heap);
void trace_prototype(Prototype* prototype, Heap& heap);
// The cell is dead: what it owns outside the heap goes back. They must not allocate.
void destroy_prototype(Prototype* prototype, Heap& heap);
void coroutine_died(Vm& vm, Coroutine* coroutine);

}  // namespace gs::vm
