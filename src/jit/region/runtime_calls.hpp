// C functions that the region builder's IR calls (CallRuntime): complete operations on values for what has no IR of its own. Each takes the
// VM first; a result raised() passes an error.
#pragma once

#include "vm/runtime/vm.hpp"

namespace gs::jit::region::runtime {

using vm::Value;
using vm::Vm;

// Of two values: arithmetic with metamethods and coercions.
const void* arithmetic_function(vm::ArithOp op);

Value less(Vm* vm, Value a, Value b);  // true or false
Value less_equal(Vm* vm, Value a, Value b);
Value equals(Vm* vm, Value a, Value b);
Value length(Vm* vm, Value v);
Value get_field(Vm* vm, Value object, Value key);
Value get_method(Vm* vm, Value object, Value key);
Value set_field(Vm* vm, Value object, Value key, Value value);  // nil, or raised
Value add_field(Vm* vm, Value table, Value key, Value value);  // the same without asking a metatable
Value get_index(Vm* vm, Value object, Value key);
Value set_index(Vm* vm, Value object, Value key, Value value);  // nil, or raised
// The barrier of vm::HashEntry `entry`, whose value was stored: nil.
Value remember_entry(Vm* vm, vm::Table* table, const void* entry);
Value new_table(Vm* vm, u64 array_capacity, u64 field_capacity);
// Calls the native `callee` whose `count` arguments are at `arguments`: its first result.
// A native that needs no frame, does not fail and depends on nothing but its argument.
Value call_bare(Vm* vm, Value callee, Value argument);
Value call_native(Vm* vm, Value callee, Value* arguments, u64 count);
// Begins iterating over state[0]: nil, or raised.
Value range_prepare(Vm* vm, Value* state);
// One step of the iterator whose state is at `state` (semantics/range.hpp): true with the next key and value in state[3] and state[4],
// false at the end.
Value range_step(Vm* vm, Value* state);

}  // namespace gs::jit::region::runtime
