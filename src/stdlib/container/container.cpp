#include "stdlib/container/container.hpp"

#include "stdlib/container/heap.hpp"
#include "stdlib/support/natives.hpp"
#include "stdlib/table/array.hpp"

namespace gs::stdlib {

using namespace vm;

namespace {

// ---- sets: tables value -> true

Value as_value(Table* t) { return t ? Value::table(t) : Value::raised(); }

bool set_add(Vm& vm, Table* set, Value v) { return table_set(vm, set, v, Value::boolean(true)); }

/// container.setNew(v...)
/// A set, a table value → true.
///     print(container.setSize(container.setNew(1, 2, 2))) // 2
Value container_set_new(Vm& vm, Args args) {
  Table* set = vm.table();
  for (u32 i = 0; set && i < args.count; i++) {
    if (!set_add(vm, set, args.base[i]) || !vm.poll()) return Value::raised();
  }
  return as_value(set);
}

/// container.setAdd(s, v)
/// Adds v to a set.
///     s := container.setNew(); container.setAdd(s, "x")
///     print(container.setHas(s, "x"))
///     // true
Value container_set_add(Vm& vm, Args args) {
  Table* set;
  return arg_table(vm, args, 0, set) && set_add(vm, set, args[1]) ? Value::multi(0) : Value::raised();
}

bool is_key(Value v) { return !v.is_nil() && !(v.is_double() && v.as_double() != v.as_double()); }

/// container.setRemove(s, v)
/// Removes v from a set.
///     s := container.setNew("x"); container.setRemove(s, "x")
///     print(container.setHas(s, "x"))
///     // false
Value container_set_remove(Vm& vm, Args args) {
  Table* set;
  if (!arg_table(vm, args, 0, set)) return Value::raised();
  return !is_key(args[1]) || table_set(vm, set, args[1], Value::nil()) ? Value::multi(0) : Value::raised();
}

/// container.setHas(s, v)
/// Whether v is in a set.
///     print(container.setHas(container.setNew(1), 1)) // true
Value container_set_has(Vm& vm, Args args) {
  Table* set;
  return arg_table(vm, args, 0, set) ? Value::boolean(!table_get(set, args[1]).is_nil()) : Value::raised();
}

/// container.setSize(s)
/// The number of values of a set.
///     print(container.setSize(container.setNew("a", "b"))) // 2
Value container_set_size(Vm& vm, Args args) {
  Table* set;
  if (!arg_table(vm, args, 0, set)) return Value::raised();
  i64 count = 0;
  Value key, value;
  for (u64 cursor = 0; table_next(set, cursor, key, value);) count++;
  return charge(vm, usize(count)) ? vm.integer(count) : Value::raised();
}

/// container.setUnion(a, b)
/// New set of the values in a or b.
///     print(container.setSize(container.setUnion(container.setNew(1, 2), container.setNew(2, 3)))) // 3
Value container_set_union(Vm& vm, Args args) {
  Table *a, *b;
  if (!arg_table(vm, args, 0, a) || !arg_table(vm, args, 1, b)) return Value::raised();
  Table* made = vm.table();
  Value key, value;
  for (Table* from : {a, b}) {
    for (u64 cursor = 0; made && table_next(from, cursor, key, value);) {
      if (!set_add(vm, made, key) || !vm.poll()) return Value::raised();
    }
  }
  return as_value(made);
}

// The elements of a that are in b, or that are not.
Value selected(Vm& vm, Args args, bool in_other) {
  Table *a, *b;
  if (!arg_table(vm, args, 0, a) || !arg_table(vm, args, 1, b)) return Value::raised();
  Table* made = vm.table();
  Value key, value;
  for (u64 cursor = 0; made && table_next(a, cursor, key, value);) {
    bool found = !table_get(b, key).is_nil();
    if ((found == in_other && !set_add(vm, made, key)) || !vm.poll()) return Value::raised();
  }
  return as_value(made);
}

/// container.setIntersect(a, b)
/// New set of the values in both.
///     print(table.concat(container.setToArray(container.setIntersect(container.setNew(1, 2), container.setNew(2, 3))))) // 2
Value container_set_intersect(Vm& vm, Args args) { return selected(vm, args, true); }
/// container.setDifference(a, b)
/// New set of the values in a and not in b.
///     print(table.concat(container.setToArray(container.setDifference(container.setNew(1, 2), container.setNew(2, 3))))) // 1
Value container_set_difference(Vm& vm, Args args) { return selected(vm, args, false); }

/// container.setToArray(s)
/// Array of a set's values.
///     print(table.concat(container.setToArray(container.setNew("x", "y")), " ")) // x y
Value container_set_to_array(Vm& vm, Args args) {
  Table* set;
  if (!arg_table(vm, args, 0, set)) return Value::raised();
  Table* list = vm.table();
  Value key, value;
  for (u64 cursor = 0; list && table_next(set, cursor, key, value);) {
    if (!table_append(vm, list, key) || !vm.poll()) return Value::raised();
  }
  return as_value(list);
}

// ---- queues: elements at _data[_head .. _tail]

struct Queue {
  Table* table;
  Table* data;
  i64 head, tail;
};

bool arg_queue(Vm& vm, Args args, Queue& out) {
  if (!arg_table(vm, args, 0, out.table)) return false;
  Value data = table_get_name(vm, out.table, "_data");
  Value head = table_get_name(vm, out.table, "_head"), tail = table_get_name(vm, out.table, "_tail");
  if (data.is_table() && head.is_small_int() && tail.is_small_int()) {
    out.data = data.as_table();
    out.head = head.as_small_int();
    out.tail = tail.as_small_int();
    return true;
  }
  if (!vm.is_raising()) bad_type(vm, args, 0, "queue");
  return false;
}

// An empty queue starts over, so that its elements are an array again.
bool save(Vm& vm, Queue& q) {
  if (q.head > q.tail) {
    q.head = 1;
    q.tail = 0;
  }
  return table_set_name(vm, q.table, "_head", vm.integer(q.head)) &&
         table_set_name(vm, q.table, "_tail", vm.integer(q.tail));
}

// Taking from the front leaves a gap at the start of _data; when it is most of it, the elements move down.
bool close_gap(Vm& vm, Queue& q) {
  constexpr i64 kSmallGap = 64;
  if (q.head <= kSmallGap || q.head * 2 <= q.tail) return true;
  Table* moved = vm.table();
  if (!moved) return false;
  i64 count = q.tail - q.head + 1;
  for (i64 i = 0; i < count; i++) {
    if (!table_set_int(vm, moved, i + 1, element(q.data, q.head + i))) return false;
  }
  q.data = moved;
  q.head = 1;
  q.tail = count;
  return table_set_name(vm, q.table, "_data", Value::table(moved));
}

/// container.queueNew()
/// An empty double-ended queue.
///     print(container.queueSize(container.queueNew())) // 0
Value container_queue_new(Vm& vm, Args) {
  Table* data = vm.table();
  Table* t = data ? vm.table(0, 4) : nullptr;
  bool done = t && table_set_name(vm, t, "_head", Value::small_int(1)) &&
              table_set_name(vm, t, "_tail", Value::small_int(0)) && table_set_name(vm, t, "_data", Value::table(data));
  return done ? Value::table(t) : Value::raised();
}

/// container.queuePush(q, v)
/// Adds v at the back.
///     q := container.queueNew(); container.queuePush(q, 1); container.queuePush(q, 2)
///     print(container.queuePop(q), container.queueSize(q))
///     // 1  1
Value container_queue_push(Vm& vm, Args args) {
  Queue q;
  if (!arg_queue(vm, args, q)) return Value::raised();
  return table_set_int(vm, q.data, ++q.tail, args[1]) && save(vm, q) ? Value::multi(0) : Value::raised();
}

/// container.queuePushFront(q, v)
/// Adds v at the front.
///     q := container.queueNew(); container.queuePush(q, 1); container.queuePushFront(q, 2)
///     print(container.queuePop(q))
///     // 2
Value container_queue_push_front(Vm& vm, Args args) {
  Queue q;
  if (!arg_queue(vm, args, q)) return Value::raised();
  return table_set_int(vm, q.data, --q.head, args[1]) && save(vm, q) ? Value::multi(0) : Value::raised();
}

/// container.queuePop(q)
/// Takes the value at the front; nil if there is none.
///     q := container.queueNew(); container.queuePush(q, "a")
///     print(container.queuePop(q), container.queuePop(q))
///     // a  nil
Value container_queue_pop(Vm& vm, Args args) {
  Queue q;
  if (!arg_queue(vm, args, q)) return Value::raised();
  if (q.head > q.tail) return Value::nil();
  Value v = element(q.data, q.head);
  bool done = table_set_int(vm, q.data, q.head++, Value::nil()) && close_gap(vm, q) && save(vm, q);
  return done ? v : Value::raised();
}

/// container.queuePopBack(q)
/// Takes the value at the back; nil if there is none.
///     q := container.queueNew(); container.queuePush(q, 1); container.queuePush(q, 2)
///     print(container.queuePopBack(q))
///     // 2
Value container_queue_pop_back(Vm& vm, Args args) {
  Queue q;
  if (!arg_queue(vm, args, q)) return Value::raised();
  if (q.head > q.tail) return Value::nil();
  Value v = element(q.data, q.tail);
  return table_set_int(vm, q.data, q.tail--, Value::nil()) && save(vm, q) ? v : Value::raised();
}

/// container.queuePeek(q)
/// The value at the front; nil if there is none.
///     q := container.queueNew(); container.queuePush(q, "a")
///     print(container.queuePeek(q), container.queueSize(q))
///     // a  1
Value container_queue_peek(Vm& vm, Args args) {
  Queue q;
  if (!arg_queue(vm, args, q)) return Value::raised();
  return q.head > q.tail ? Value::nil() : element(q.data, q.head);
}

/// container.queueSize(q)
/// The number of values.
///     print(container.queueSize(container.queueNew())) // 0
Value container_queue_size(Vm& vm, Args args) {
  Queue q;
  return arg_queue(vm, args, q) ? vm.integer(q.tail - q.head + 1) : Value::raised();
}

/// container.queueEmpty(q)
/// Whether there are none.
///     print(container.queueEmpty(container.queueNew())) // true
Value container_queue_empty(Vm& vm, Args args) {
  Queue q;
  return arg_queue(vm, args, q) ? Value::boolean(q.head > q.tail) : Value::raised();
}

// ---- stacks: elements at _data[1 .. _size]

struct Stack {
  Table* table;
  Table* data;
  i64 size;
};

bool arg_stack(Vm& vm, Args args, Stack& out) {
  if (!arg_table(vm, args, 0, out.table)) return false;
  Value data = table_get_name(vm, out.table, "_data"), size = table_get_name(vm, out.table, "_size");
  if (data.is_table() && size.is_small_int()) {
    out.data = data.as_table();
    out.size = size.as_small_int();
    return true;
  }
  if (!vm.is_raising()) bad_type(vm, args, 0, "stack");
  return false;
}

/// container.stackNew()
/// An empty stack.
///     print(container.stackSize(container.stackNew())) // 0
Value container_stack_new(Vm& vm, Args) {
  Table* data = vm.table();
  Table* t = data ? vm.table(0, 2) : nullptr;
  bool done =
      t && table_set_name(vm, t, "_data", Value::table(data)) && table_set_name(vm, t, "_size", Value::small_int(0));
  return done ? Value::table(t) : Value::raised();
}

/// container.stackPush(s, v)
/// Puts v on top.
///     s := container.stackNew(); container.stackPush(s, 1); container.stackPush(s, 2)
///     print(container.stackPop(s), container.stackSize(s))
///     // 2  1
Value container_stack_push(Vm& vm, Args args) {
  Stack s;
  if (!arg_stack(vm, args, s)) return Value::raised();
  bool done =
      table_set_int(vm, s.data, s.size + 1, args[1]) && table_set_name(vm, s.table, "_size", vm.integer(s.size + 1));
  return done ? Value::multi(0) : Value::raised();
}

/// container.stackPop(s)
/// Takes the value on top; nil if there is none.
///     s := container.stackNew(); container.stackPush(s, "a")
///     print(container.stackPop(s), container.stackPop(s))
///     // a  nil
Value container_stack_pop(Vm& vm, Args args) {
  Stack s;
  if (!arg_stack(vm, args, s)) return Value::raised();
  if (s.size < 1) return Value::nil();
  Value v = element(s.data, s.size);
  bool done =
      table_set_int(vm, s.data, s.size, Value::nil()) && table_set_name(vm, s.table, "_size", vm.integer(s.size - 1));
  return done ? v : Value::raised();
}

/// container.stackPeek(s)
/// The value on top; nil if there is none.
///     s := container.stackNew(); container.stackPush(s, "a")
///     print(container.stackPeek(s), container.stackSize(s))
///     // a  1
Value container_stack_peek(Vm& vm, Args args) {
  Stack s;
  return arg_stack(vm, args, s) ? element(s.data, s.size) : Value::raised();
}

/// container.stackSize(s)
/// The number of values.
///     print(container.stackSize(container.stackNew())) // 0
Value container_stack_size(Vm& vm, Args args) {
  Stack s;
  return arg_stack(vm, args, s) ? vm.integer(s.size) : Value::raised();
}

/// container.stackEmpty(s)
/// Whether there are none.
///     print(container.stackEmpty(container.stackNew())) // true
Value container_stack_empty(Vm& vm, Args args) {
  Stack s;
  return arg_stack(vm, args, s) ? Value::boolean(s.size < 1) : Value::raised();
}

constexpr NativeRow kRows[] = {
    {"setNew", container_set_new},
    {"setAdd", container_set_add},
    {"setRemove", container_set_remove},
    {"setHas", container_set_has},
    {"setSize", container_set_size},
    {"setUnion", container_set_union},
    {"setIntersect", container_set_intersect},
    {"setDifference", container_set_difference},
    {"setToArray", container_set_to_array},
    {"queueNew", container_queue_new},
    {"queuePush", container_queue_push},
    {"queuePop", container_queue_pop},
    {"queuePeek", container_queue_peek},
    {"queuePushFront", container_queue_push_front},
    {"queuePopBack", container_queue_pop_back},
    {"queueSize", container_queue_size},
    {"queueEmpty", container_queue_empty},
    {"stackNew", container_stack_new},
    {"stackPush", container_stack_push},
    {"stackPop", container_stack_pop},
    {"stackPeek", container_stack_peek},
    {"stackSize", container_stack_size},
    {"stackEmpty", container_stack_empty},
    {"heapNew", container_heap_new},
};

}  // namespace

bool install_container(Vm& vm) { return install_heap_class(vm) && vm.register_library("container", kRows); }

}  // namespace gs::stdlib
