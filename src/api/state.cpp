#include "api/state.hpp"

#include <algorithm>
#include <stdexcept>

#include "platform/clock.hpp"
#include "platform/stack_bounds.hpp"
#include "vm/heap/heap.hpp"
#include "vm/object/coroutine.hpp"
#include "vm/runtime/scheduler.hpp"
#include "vm/runtime/stack_pool.hpp"

namespace gscript::detail {

using gs::vm::Vm;

std::uint32_t State::take_slot(gs::vm::Value value) {
  if (!free_slots.empty()) {
    std::uint32_t index = free_slots.back();
    free_slots.pop_back();
    (*slots)[index] = value;
    slot_references[index] = 1;
    return index;
  }
  if (!slots->push(value)) {
    vm->take_error();
    Access::Internal::throw_error(ErrorKind::runtime, "out of memory", "out of memory\n");
  }
  slot_references.push_back(1);
  free_slots.reserve(slot_references.capacity());  // so that giving a slot back cannot fail
  return std::uint32_t(slots->size() - 1);
}

void State::drop_slot(std::uint32_t index) noexcept {
  if (!slots || --slot_references[index] != 0) return;
  (*slots)[index] = gs::vm::Value::nil();
  free_slots.push_back(index);
}

namespace {

// Main runs on the stack of the thread that uses the VM, which need not be the one that made it.
void adopt_thread_stack(Vm& vm) {
  gs::vm::Coroutine* main = vm.scheduler().main();
  char* here = static_cast<char*>(__builtin_frame_address(0));
  if (here >= main->native_low && here < main->native_high) return;
  gs::platform::StackBounds bounds = gs::platform::thread_stack_bounds();
  main->native_low = static_cast<char*>(bounds.low) + gs::vm::StackPool::kNativeReserve;
  main->native_high = static_cast<char*>(bounds.high);
  vm.native_limit = main->native_low;
}

}  // namespace

Entry::Entry(State* state) : state_(*state) {
  if (!state || !state->vm) throw std::logic_error("gscript: the VM of this value is gone");
  if (state_.is_running) return;
  is_outermost_ = state_.is_running = true;
  adopt_thread_stack(*state_.vm);
  if (!state_.time_left) return;
  started_ = gs::platform::monotonic_seconds();
  state_.vm->set_time_limit(*state_.time_left);
  state_.vm->restart_clock();
}

Entry::~Entry() {
  if (!is_outermost_) return;
  state_.is_running = false;
  state_.vm->flush_output();
  if (state_.time_left && started_ > 0) {
    constexpr double kNothingLeft = 1e-9;  // 0 would mean no limit
    *state_.time_left = std::max(*state_.time_left - (gs::platform::monotonic_seconds() - started_), kNothingLeft);
  }
}

// --- Conversions

Value Access::Internal::wrap(State& state, gs::vm::Value value) {
  Value result;
  if (value.is_nil() || value.is_empty()) return result;
  if (value.is_boolean()) return Value(value.is_true());
  if (value.is_int()) return Value(value.as_int());
  if (value.is_double()) return Value(value.as_double());
  result.slot_ = state.take_slot(value);
  result.state_ = &state;
  state.references++;
  if (value.is_string()) {
    result.type_ = Type::string;
  } else if (value.is_table()) {
    result.type_ = Type::table;
  } else if (value.is_function()) {
    result.type_ = Type::function;
  } else {
    gs::vm::CellKind kind = value.as_cell()->kind;
    result.type_ = kind == gs::vm::CellKind::kChannel     ? Type::channel
                   : kind == gs::vm::CellKind::kCoroutine ? Type::coroutine
                                                          : Type::userdata;
  }
  return result;
}

gs::vm::Value Access::Internal::unwrap(State& state, const Value& value) {
  switch (value.type_) {
    case Type::nil: return gs::vm::Value::nil();
    case Type::boolean: return gs::vm::Value::boolean(value.boolean_);
    case Type::integer: return raised_if(state, state.vm->integer(value.integer_));
    case Type::number: return gs::vm::Value::number(value.number_);
    default: break;
  }
  if (value.state_ != &state) throw std::logic_error("gscript: a value of another VM");
  return state.slot(value.slot_);
}

Table Access::Internal::wrap_table(State& state, gs::vm::Value table) {
  Table result;
  static_cast<Value&>(result) = wrap(state, table);
  return result;
}

Function Access::Internal::wrap_function(State& state, gs::vm::Value function) {
  Function result;
  static_cast<Value&>(result) = wrap(state, function);
  return result;
}

}  // namespace gscript::detail
