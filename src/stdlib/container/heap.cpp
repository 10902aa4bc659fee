// Comparisons may run scripts, which may use the heap: positions are worked out first, with the heap untouched, and
// only then are entries moved. A heap that was changed meanwhile refuses the operation.
#include "stdlib/container/heap.hpp"

#include "stdlib/sort/sort_array.hpp"
#include "vm/heap/heap.hpp"

namespace gs::stdlib {

using namespace vm;

namespace {

// Entries are pairs in a heap storage: the value and the number of its push, which orders equals.
struct Entry {
  Value value;
  Value number;
};

struct MinHeap {
  Value* storage;  // null while capacity is 0
  u32 size;        // entries
  u32 capacity;
  i64 pushes;
  u64 version;  // counts changes

  Entry* entries() { return reinterpret_cast<Entry*>(storage); }
};

CellHeader* storage_of(MinHeap& heap) { return reinterpret_cast<CellHeader*>(heap.storage - 1); }

const UserdataClass kHeapClass = {"heap", nullptr, [](void* payload, void* marker) {
                                    auto& heap = *static_cast<MinHeap*>(payload);
                                    if (heap.storage) static_cast<Heap*>(marker)->mark_cell(storage_of(heap));
                                  }};

bool grow(Vm& vm, Args args, MinHeap& heap) {
  if (heap.size < heap.capacity) return true;
  u64 capacity = heap.capacity ? u64(heap.capacity) * 2 : 8;
  if (capacity * 2 > UINT32_MAX) return vm.raise_out_of_memory(), false;
  Value* grown = vm.heap().grow_values(heap.storage, heap.capacity * 2, u32(capacity) * 2);
  if (!grown) return false;
  heap.storage = grown;
  heap.capacity = u32(capacity);
  vm.heap().barrier(args[0].as_cell());
  return true;
}

void store(Vm& vm, MinHeap& heap, u32 at, const Entry& entry) {
  heap.entries()[at] = entry;
  vm.heap().barrier(storage_of(heap));
}

// a < b. False = raised, also if the heap changed meanwhile.
bool is_less(Vm& vm, MinHeap& heap, Value a, Value b, bool& result) {
  u64 version = heap.version;
  if (!default_less(vm, a, b, result)) return false;
  if (heap.version == version) return true;
  vm.raise("heap changed during a comparison");
  return false;
}

// Whether a comes out before b: by value, then by number.
bool comes_before(Vm& vm, MinHeap& heap, Entry a, Entry b, bool& result) {
  bool greater;
  if (!is_less(vm, heap, a.value, b.value, result)) return false;
  if (result) return true;
  if (!is_less(vm, heap, b.value, a.value, greater)) return false;
  result = !greater && a.number.as_int() < b.number.as_int();
  return true;
}

/// heap:push(v)
/// Adds v.
///     h := container.heapNew(); h:push(5); h:push(1); h:push(3)
///     print(h:pop(), h:pop(), h:pop())
///     // 1  3  5
Value heap_push(Vm& vm, Args args) {
  MinHeap* heap;
  if (!arg_object(vm, args, 0, kHeapClass, heap)) return Value::raised();
  Entry entry{args[1], vm.integer(heap->pushes)};
  u32 at = heap->size;
  while (at > 0) {
    bool before;
    if (!is_less(vm, *heap, entry.value, heap->entries()[(at - 1) / 2].value, before)) return Value::raised();
    if (!before) break;
    at = (at - 1) / 2;
  }
  if (entry.number.is_raised() || !grow(vm, args, *heap)) return Value::raised();
  for (u32 i = heap->size; i != at; i = (i - 1) / 2) store(vm, *heap, i, heap->entries()[(i - 1) / 2]);
  store(vm, *heap, at, entry);
  heap->size++;
  heap->pushes++;
  heap->version++;
  return Value::multi(0);
}

// The entries on the way down that must move up when `last` takes the root's place, as a path from the root.
struct Path {
  u32 place[64];
  u32 length = 0;
};

bool path_down(Vm& vm, MinHeap& heap, const Entry& last, u32 size, Path& path) {
  u32 at = 0;
  path.place[path.length++] = 0;
  while (u64(at) * 2 + 1 < size) {
    u32 child = at * 2 + 1;
    bool before;
    if (child + 1 < size) {
      if (!comes_before(vm, heap, heap.entries()[child + 1], heap.entries()[child], before)) return false;
      child += before;
    }
    if (!comes_before(vm, heap, heap.entries()[child], last, before)) return false;
    if (!before) break;
    path.place[path.length++] = child;
    at = child;
  }
  return true;
}

/// heap:pop()
/// Takes the smallest value; nil if there is none.
///     h := container.heapNew(); h:push(5)
///     print(h:pop(), h:pop())
///     // 5  nil
Value heap_pop(Vm& vm, Args args) {
  MinHeap* heap;
  if (!arg_object(vm, args, 0, kHeapClass, heap)) return Value::raised();
  if (heap->size == 0) return Value::nil();
  Value top = heap->entries()[0].value;
  u32 size = heap->size - 1;
  Entry last = heap->entries()[size];
  Path path;
  if (size && !path_down(vm, *heap, last, size, path)) return Value::raised();
  for (u32 i = 0; i + 1 < path.length; i++) store(vm, *heap, path.place[i], heap->entries()[path.place[i + 1]]);
  if (size) store(vm, *heap, path.place[path.length - 1], last);
  heap->entries()[size] = {};
  heap->size = size;
  heap->version++;
  return top;
}

/// heap:peek()
/// The smallest value; nil if there is none.
///     h := container.heapNew(); h:push(5); h:push(1)
///     print(h:peek(), h:size())
///     // 1  2
Value heap_peek(Vm& vm, Args args) {
  MinHeap* heap;
  if (!arg_object(vm, args, 0, kHeapClass, heap)) return Value::raised();
  return heap->size ? heap->entries()[0].value : Value::nil();
}

/// heap:size()
/// The number of values.
///     print(container.heapNew():size()) // 0
Value heap_size(Vm& vm, Args args) {
  MinHeap* heap;
  return arg_object(vm, args, 0, kHeapClass, heap) ? Value::small_int(heap->size) : Value::raised();
}

/// heap:empty()
/// Whether there are none.
///     print(container.heapNew():empty()) // true
Value heap_empty(Vm& vm, Args args) {
  MinHeap* heap;
  return arg_object(vm, args, 0, kHeapClass, heap) ? Value::boolean(heap->size == 0) : Value::raised();
}

constexpr NativeRow kMethods[] = {
    {"push", heap_push}, {"pop", heap_pop}, {"peek", heap_peek}, {"size", heap_size}, {"empty", heap_empty}};

}  // namespace

/// container.heapNew()
/// An empty heap: the smallest value by `<` comes out first, equal ones in the order they came in.
///     print(container.heapNew():size()) // 0
Value container_heap_new(Vm& vm, Args) {
  Userdata* object = vm.userdata(kHeapClass, nullptr, sizeof(MinHeap));
  return object ? Value::object(object) : Value::raised();
}

bool install_heap_class(Vm& vm) { return vm.register_class(kHeapClass, kMethods) != nullptr; }

}  // namespace gs::stdlib
