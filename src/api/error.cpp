// gscript::Error, and how errors cross: out of the machine as exceptions, into it as script errors.
#include "api/state.hpp"
#include "vm/object/coroutine.hpp"
#include "vm/runtime/scheduler.hpp"
#include "vm/runtime/traceback.hpp"

namespace gscript {

Error::Error(const std::string& message) : std::runtime_error(message) {
  auto details = std::make_shared<Details>();
  details->report = message + "\n";
  details_ = std::move(details);
}

Error::Error(const Value& value)
    : std::runtime_error(value.is_string() ? std::string(detail::Access::view(value)) : std::string("error value")) {
  auto details = std::make_shared<Details>();
  details->value = std::make_shared<const Value>(value);
  details->report = std::string(what()) + "\n";
  details_ = std::move(details);
}

Error::Error(const std::string& message, std::shared_ptr<const Details> details)
    : std::runtime_error(message), details_(std::move(details)) {}

const Value& Error::value() const {
  static const Value nil;
  return details_->value ? *details_->value : nil;
}

namespace detail {
namespace {

ErrorKind terminating_kind(State& state, std::string_view message) {
  if (state.vm->scheduler().is_deadlock()) return ErrorKind::deadlock;
  if (message == "interrupted") return ErrorKind::interrupted;
  if (message == "time limit exceeded") return ErrorKind::time_limit;
  return ErrorKind::runtime;
}

int status_of(ErrorKind kind) {
  switch (kind) {
    case ErrorKind::deadlock: return 2;
    case ErrorKind::interrupted: return 130;
    default: return 1;
  }
}

// FILE:LINE: MESSAGE -> MESSAGE, of a report whose error value is gone with its goroutine.
std::string message_of_report(const std::string& report) {
  std::string line = report.substr(0, report.find('\n'));
  std::size_t place_end = line.find(": ");
  return place_end == line.npos ? line : line.substr(place_end + 2);
}

std::string string_form(gs::vm::Vm& vm, gs::vm::Value error) {
  gs::vm::String* form = vm.to_string_form(error);
  if (form) return std::string(gs::vm::view(form));
  vm.take_error();
  return "error in error handling";
}

}  // namespace

void Access::Internal::throw_error(ErrorKind kind, const std::string& message, const std::string& report) {
  auto details = std::make_shared<Error::Details>();
  details->kind = kind;
  details->exit_status = status_of(kind);
  details->report = report;
  throw Error(message, std::move(details));
}

bool Access::Internal::is_outermost(State& state) {
  return state.vm->coroutine == state.vm->scheduler().main() && !state.vm->frame_base;
}

void Access::Internal::throw_error(State& state) {
  gs::vm::Vm& vm = *state.vm;
  auto trace = std::make_shared<gs::vm::ErrorTrace>(vm.take_trace());
  gs::vm::Value error = vm.take_error();
  bool terminates = vm.is_terminating();
  auto details = std::make_shared<Error::Details>();
  std::string message = "exit";
  if (vm.take_exit(details->exit_status)) {
    details->kind = ErrorKind::exit;
  } else if (vm.scheduler().has_fatal()) {
    details->report = vm.scheduler().fatal_report();
    message = message_of_report(details->report);
    details->kind = terminating_kind(state, message);
    details->exit_status = status_of(details->kind);
  } else {
    vm.clear_termination();  // the string form may run scripts
    message = string_form(vm, error);
    if (terminates) details->kind = terminating_kind(state, message);
    if (!terminates) details->value = std::make_shared<const Value>(wrap(state, error));
    details->exit_status = status_of(details->kind);
    details->report = gs::vm::format_report(vm, error, *trace, 0, "");
    if (!trace->frames.empty()) details->traceback = gs::vm::format_frames(*trace);
    details->passing = std::move(trace);
  }
  vm.clear_termination();
  Error thrown(message, std::move(details));
  if (is_outermost(state)) {
    vm.scheduler().clear_fatal();
    state.termination.reset();
    state.failed = true;
  } else if (terminates) {
    state.termination = thrown;
  }
  throw thrown;
}

gs::vm::Value Access::Internal::raise_again(State& state, const Error& error) {
  gs::vm::Vm& vm = *state.vm;
  const Error::Details& details = *error.details_;
  switch (details.kind) {
    case ErrorKind::exit: return vm.raise_exit(details.exit_status);
    case ErrorKind::interrupted:
    case ErrorKind::time_limit:
    case ErrorKind::deadlock: return vm.raise_terminating(error.what());
    case ErrorKind::runtime:
    case ErrorKind::compile:
    case ErrorKind::file: break;
  }
  if (vm.scheduler().has_fatal()) return vm.raise_terminating(error.what());
  if (!details.value) return vm.raise(error.what());
  gs::vm::Value value = unwrap(state, *details.value);
  if (!details.passing) return vm.raise_value(value);
  vm.restore_error(value, *static_cast<const gs::vm::ErrorTrace*>(details.passing.get()));
  return gs::vm::Value::raised();
}

}  // namespace detail
}  // namespace gscript
