// Bound functions: a machine function whose capture is a userdata that owns the C++ callable. Exceptions end here: none
// enters a frame of the machine.
#include "api/state.hpp"
#include "vm/heap/heap.hpp"
#include "vm/object/table.hpp"

namespace gscript {
namespace detail {

using Internal = Access::Internal;

namespace {

struct BoundPayload {
  State* state;
  Callable* callable;
};

void destroy_bound(void* payload) { delete static_cast<BoundPayload*>(payload)->callable; }

constexpr gs::vm::UserdataClass kBoundClass = {"bound function", destroy_bound, nullptr};

BoundPayload& payload_of(gs::vm::Args arguments) {
  auto* holder = static_cast<gs::vm::Userdata*>(arguments.callee()->captures[0].as_cell());
  return *reinterpret_cast<BoundPayload*>(holder->payload);
}

// What came out of the callable when it was not a result.
struct Thrown {
  std::optional<Error> error;
  std::string message;  // of another exception
};

std::optional<Thrown> invoke_catching(Callable& callable, Internal::Frame& frame) {
  try {
    Call call = Internal::make_call(frame);
    callable.invoke(call);
    return std::nullopt;
  } catch (const Error& error) {
    return Thrown{error, {}};
  } catch (const std::exception& exception) {
    return Thrown{std::nullopt, exception.what()};
  } catch (...) {
    return Thrown{std::nullopt, "unknown C++ exception"};
  }
}

gs::vm::Value raise_thrown(State& state, const Thrown& thrown) {
  try {
    return thrown.error ? Internal::raise_again(state, *thrown.error) : state.vm->raise(thrown.message);
  } catch (const std::exception& exception) {  // the value could not be made
    return state.vm->raise(exception.what());
  }
}

gs::vm::Value call_bound(gs::vm::Vm& vm, gs::vm::Args arguments) {
  BoundPayload& payload = payload_of(arguments);
  State& state = *payload.state;
  Internal::Frame frame{state, arguments, 0, {}, nullptr};
  std::optional<Thrown> thrown = invoke_catching(*payload.callable, frame);
  // A time limit or interrupt goes on whatever the callable made of it.
  if (GS_UNLIKELY(state.termination.has_value())) return Internal::raise_again(state, *state.termination);
  if (GS_UNLIKELY(thrown.has_value())) return raise_thrown(state, *thrown);
  (void)vm;
  return frame.finish();
}

}  // namespace

void Call::Frame::add(gs::vm::Value value) {
  if (count == std::size(first)) {
    more = std::make_unique<gs::vm::RootedValues>(*state.vm);
    for (gs::vm::Value& each : first) Internal::check(state, more->push(each));
  }
  if (more) Internal::check(state, more->push(value));
  else first[count] = value;
  count++;
}

gs::vm::Value Call::Frame::finish() {
  if (count == 1) return first[0];
  return state.vm->results({more ? more->data() : first, count});
}

VM& Call::vm() const { return *frame_.state.host; }
std::size_t Call::size() const { return frame_.arguments.count; }
Value Call::argument(std::size_t index) const {
  return Internal::wrap(frame_.state, frame_.arguments[std::uint32_t(index)]);
}
void Call::result(const Value& value) { frame_.add(Internal::unwrap(frame_.state, value)); }

void Call::bad_argument(std::size_t index, const char* expected) const {
  std::string name(gs::vm::view(frame_.arguments.callee()->name));
  std::string got = frame_.state.vm->type_name(frame_.arguments[std::uint32_t(index)]);
  std::string reason = std::string(" (") + expected + " expected, got " + got + ")";
  bool is_method = name.find(':') != name.npos;
  if (is_method && index == 0) throw Error("bad receiver of '" + name + "'" + reason);
  throw Error("bad argument #" + std::to_string(index + !is_method) + " to '" + name + "'" + reason);
}

}  // namespace detail

Function VM::make_function(std::unique_ptr<detail::Callable> callable, std::string_view name) {
  detail::Entry entry(state_);
  gs::vm::Vm& vm = *state_->vm;
  gs::vm::Userdata* holder = vm.userdata(detail::kBoundClass, nullptr, sizeof(detail::BoundPayload));
  if (!holder) detail::Internal::throw_error(*state_);
  new (holder->payload) detail::BoundPayload{state_, callable.release()};
  gs::vm::Native* native = vm.native(name, detail::call_bound, {gs::vm::Value::object(holder)});
  if (!native) detail::Internal::throw_error(*state_);
  return detail::Internal::wrap_function(*state_, gs::vm::Value::function(native));
}

}  // namespace gscript
