// The complete meaning of operations on any values, metamethods included: what the slow halves of opcodes and the library
// call. Each may run scripts; each gives raised() (or false) after raising.
#pragma once

#include "vm/object/objects.hpp"
#include "vm/runtime/vm.hpp"

namespace gs::vm {

// Reads object.key for a METHOD: errors name the method (6.4).
Value generic_method(Vm& vm, Value object, String* key);
// Notes in the VM's field cache where tables like this one have the key, themselves or by inheritance.
void remember_field(Vm& vm, Table* table, String* key);
// Fills the feedback slot for a field access and quickens the instruction where the access is cacheable.
Value field_get_slow(Vm& vm, bytecode::Instruction* at, FeedbackSlot* slot, Value object);
bool field_set_slow(Vm& vm, bytecode::Instruction* at, FeedbackSlot* slot, Value object, Value value);
Value method_get_slow(Vm& vm, bytecode::Instruction* at, FeedbackSlot* slot, Value object);

// Any-number forms without metamethods; false: not two numbers.
bool numbers_equal(Value a, Value b);
bool numbers_less(Value a, Value b);
bool numbers_less_equal(Value a, Value b);
// Arithmetic on two numbers: raised for division by zero and the like.
Value arith_numbers(Vm& vm, ArithOp op, Value a, Value b);

// n-ary concatenation of values[0 .. count), joined from the right.
Value generic_concat(Vm& vm, Value* values, u32 count);

// What is called when `callee` is called: a function, or raised. Sets `inserts_self` when the callee becomes the first argument.
Value resolve_call(Vm& vm, Value callee, bool& inserts_self);

}  // namespace gs::vm
