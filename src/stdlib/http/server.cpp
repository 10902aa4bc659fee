// Each request has a goroutine of its own: it reads the request, calls the handler, sends the answer and, if the connection
// stays open, starts the goroutine for the next request. A handler that raises costs its client a 500 and is reported on
// standard error; the server goes on.
#include "stdlib/http/server.hpp"

#include <cerrno>
#include <cstdio>

#include "stdlib/http/request.hpp"
#include "stdlib/io/system_error.hpp"
#include "stdlib/support/natives.hpp"
#include "vm/heap/heap.hpp"
#include "vm/runtime/scheduler.hpp"
#include "vm/runtime/traceback.hpp"

namespace gs::stdlib {

using namespace vm;

namespace {

constexpr f64 kOverloadPause = 0.02;  // seconds, when there are no descriptors or too many connections

struct Listener {
  Socket* socket;
  i64 connections;
};

const UserdataClass kListenerClass = {"http listener",
                                      [](void* payload) { delete static_cast<Listener*>(payload)->socket; }};

Listener& listener_of(Value object) {
  return *reinterpret_cast<Listener*>(static_cast<Userdata*>(object.as_cell())->payload);
}

// A plain answer made by the server itself. False = raised.
bool answer(Vm& vm, Connection& connection, u32 status, std::string_view text) {
  Response& response = connection.response();
  response.set_status(status);
  response.set_header("Content-Type", "text/plain; charset=utf-8");
  const f64 timeout = connection.limits().write_timeout;
  return response.write(vm, connection.socket(), text, timeout) != Io::kRaised &&
         response.finish(vm, connection.socket(), timeout) != Io::kRaised;
}

void report(Vm& vm, const Connection& connection, Value error, const ErrorTrace& trace) {
  const RequestHead& head = connection.request();
  const u32 goroutine = vm.scheduler().current_goroutine()->number;
  const std::string text =
      "http: " + head.method + " " + head.target + "\n" + format_report(vm, error, trace, goroutine, "");
  vm.flush_output();
  std::fwrite(text.data(), 1, text.size(), stderr);
}

// The handler raised: reports it and answers if nothing was written yet. False = the program ends.
bool handle_error(Vm& vm, Connection& connection) {
  if (vm.is_terminating()) return false;
  const ErrorTrace trace = vm.take_trace();
  Value error = vm.take_error();
  report(vm, connection, error, trace);
  if (vm.is_raising()) return false;
  Response& response = connection.response();
  if (response.has_begun()) {
    response.close_afterwards();
    return true;
  }
  String* text = vm.to_string_form(error);
  if (!text) vm.take_error();
  response.set_status(500);
  response.set_header("Content-Type", "text/plain; charset=utf-8");
  const std::string body(text ? view(text) : "internal server error");
  return response.write(vm, connection.socket(), body + "\n", connection.limits().write_timeout) != Io::kRaised;
}

// Calls the handler for the request that was read and sends what it wrote. False = the program ends.
bool handle(Vm& vm, Userdata* object, Value handler) {
  Connection& connection = connection_of(object);
  Table* request = make_request_table(vm, connection);
  Table* response = request ? make_response_table(vm, object) : nullptr;
  const bool is_good = response && !vm.call(handler, {Value::table(request), Value::table(response)}).is_raised();
  if (!is_good && !handle_error(vm, connection)) return false;
  return connection.response().finish(vm, connection.socket(), connection.limits().write_timeout) != Io::kRaised;
}

// The goroutine of one request. Captures: the listener, the handler. Argument: the connection.
Value serve_request(Vm& vm, Args args) {
  Listener& listener = listener_of(capture(args, 0));
  auto* object = static_cast<Userdata*>(args[0].as_cell());
  Connection& connection = connection_of(object);
  bool goes_on = false, is_alive = true;
  switch (connection.read_request(vm)) {
    case RequestStatus::kReady:
      is_alive = handle(vm, object, capture(args, 1));
      goes_on = is_alive && connection.response().keeps_alive() && !connection.response().is_broken();
      break;
    case RequestStatus::kRefused:
      is_alive =
          answer(vm, connection, connection.refusal(), std::string(status_text(connection.refusal())).append("\n"));
      break;
    case RequestStatus::kGone: break;
    case RequestStatus::kRaised: is_alive = false; break;
  }
  connection.end_request(vm);
  if (goes_on && !vm.scheduler().start(Value::function(args.callee()), args.base, 1)) {
    vm.take_error();
    goes_on = false;
  }
  if (!goes_on) {
    connection.socket().close();
    --listener.connections;
  }
  return is_alive ? Value::multi(0) : Value::raised();
}

// False = raised.
bool start_connection(Vm& vm, int fd, Native* goroutine, const ServerLimits& limits) {
  Userdata* object = vm.userdata(kConnectionClass, nullptr, sizeof(Connection*));
  if (!object) {
    Socket lost(fd);
    return false;
  }
  *reinterpret_cast<Connection**>(object->payload) = new Connection(fd, limits);
  Value argument = Value::object(object);
  return vm.scheduler().start(Value::function(goroutine), &argument, 1);
}

// False = raised.
bool open_listener(Vm& vm, std::string_view function, std::string_view address, Listener& listener) {
  std::string shown, reason;
  const int fd = listen_on(address, shown, reason);
  if (fd < 0) {
    vm.raise(std::string(function) + ": listen " + std::string(address) + ": " + reason);
    return false;
  }
  listener.socket = new Socket(fd);
  vm.write_output("GScript HTTP server listening on " + shown + "\n");
  vm.flush_output();
  return true;
}

}  // namespace

bool read_limits(Vm& vm, Args args, u32 index, ServerLimits& limits) {
  Table* options = nullptr;
  if (!opt_table(vm, args, index, options)) return false;
  if (!options) return true;
  const auto seconds = [&](const char* name, f64& out) {
    f64 value = 0;
    if (Vm::to_f64(table_get_name(vm, options, name), value) && value > 0 && value < 1e9) out = value;
  };
  const auto number = [&](const char* name, i64& out) {
    i64 value = 0;
    if (Vm::to_exact_int(table_get_name(vm, options, name), value) && value > 0) out = value;
  };
  seconds("readTimeout", limits.read_timeout);
  seconds("writeTimeout", limits.write_timeout);
  seconds("idleTimeout", limits.idle_timeout);
  number("maxHeader", limits.max_header);
  number("maxBody", limits.max_body);
  number("maxConnections", limits.max_connections);
  return !vm.is_raising();
}

Value serve(Vm& vm, std::string_view function, std::string_view address, Value handler, const ServerLimits& limits) {
  Userdata* object = vm.userdata(kListenerClass, nullptr, sizeof(Listener));
  Native* goroutine = object ? vm.native("http request", serve_request, {Value::object(object), handler}) : nullptr;
  if (!goroutine) return Value::raised();
  Listener& listener = listener_of(Value::object(object));
  if (!open_listener(vm, function, address, listener)) return Value::raised();
  for (;;) {
    if (listener.connections >= limits.max_connections) {
      if (!vm.scheduler().sleep(kOverloadPause)) break;
      continue;
    }
    int fd = -1;
    const Io io = listener.socket->accept(vm, fd);
    if (io == Io::kRaised) break;
    if (io != Io::kDone) {
      // Out of descriptors or memory: connections that end give some back.
      if (!vm.scheduler().sleep(kOverloadPause)) break;
      continue;
    }
    if (start_connection(vm, fd, goroutine, limits)) {
      ++listener.connections;
    } else {
      vm.take_error();
    }
    if (!vm.poll()) break;
  }
  listener.socket->close();
  return Value::raised();
}

}  // namespace gs::stdlib
