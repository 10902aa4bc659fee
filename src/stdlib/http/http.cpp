// The natives of http.
#include "stdlib/http/http.hpp"

#include "stdlib/http/router.hpp"
#include "stdlib/http/server.hpp"
#include "stdlib/net/client.hpp"
#include "stdlib/support/natives.hpp"

namespace gs::stdlib {

using namespace vm;

namespace {

/// http.listen(addr, f [, opts])
/// Serves on "host:port" or ":port" and calls f(req, res) in a new goroutine for each request; blocks its
/// goroutine. A handler that raises gives status 500 and a report on standard error. opts: readTimeout (30),
/// writeTimeout (30) and idleTimeout (60) in seconds, maxHeader (65536) and maxBody (10485760) in bytes,
/// maxConnections (10000). Raises "http.listen: listen ADDR: REASON".
Value http_listen(Vm& vm, Args args) {
  std::string_view address;
  Value handler;
  ServerLimits limits;
  if (!arg_string(vm, args, 0, address) || !arg_callable(vm, args, 1, handler)) return Value::raised();
  if (!read_limits(vm, args, 2, limits)) return Value::raised();
  return serve(vm, "http.listen", address, handler, limits);
}

/// http.get(url)
/// A table {status, body, headers}, or nil and an error.
Value http_get(Vm& vm, Args args) {
  std::string_view url;
  if (!arg_string(vm, args, 0, url)) return Value::raised();
  ClientRequest request;
  request.url = url;
  auto* state = static_cast<Userdata*>(capture(args, 0).as_cell());
  return perform_request(vm, state, std::move(request), false);
}

constexpr NativeRow kRows[] = {{"listen", http_listen}};
constexpr NativeRow kClientRows[] = {{"get", http_get}};

}  // namespace

bool install_http(Vm& vm) {
  Table* library = vm.register_library("http", kRows);
  Userdata* state = library ? make_net_state(vm) : nullptr;
  return state && add_natives(vm, library, "http.", kClientRows, {Value::object(state)}) && install_router_class(vm);
}

}  // namespace gs::stdlib
