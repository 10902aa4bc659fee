#include "stdlib/http/router.hpp"

#include "stdlib/http/server.hpp"
#include "stdlib/support/natives.hpp"
#include "vm/heap/heap.hpp"

namespace gs::stdlib {

using namespace vm;

namespace {

// Pattern -> method -> handler.
struct Router {
  Table* routes;
};

constexpr std::string_view kAnyMethod = "*";

const UserdataClass kRouterClass = {"router", nullptr, [](void* payload, void* marker) {
                                      static_cast<Heap*>(marker)->mark_cell(static_cast<Router*>(payload)->routes);
                                    }};

// The handlers of the longest pattern that fits: the path itself, or a subtree it is in. Null: none (or raised).
Table* find_handlers(Vm& vm, const Table* routes, std::string_view path) {
  for (;;) {
    Value found = table_get_name(vm, routes, path);
    if (found.is_table()) return found.as_table();
    if (path.ends_with('/')) path.remove_suffix(1);
    const usize slash = path.rfind('/');
    if (slash == path.npos) return nullptr;
    path = path.substr(0, slash + 1);
  }
}

Value find_handler(Vm& vm, const Table* handlers, std::string_view method) {
  Value handler = table_get_name(vm, handlers, method);
  if (handler.is_nil() && method == "HEAD") handler = table_get_name(vm, handlers, "GET");
  return handler.is_nil() ? table_get_name(vm, handlers, kAnyMethod) : handler;
}

Value answer(Vm& vm, Table* response, i32 status, std::string_view text) {
  Value body = vm.string_value(text);
  if (body.is_raised()) return body;
  Value done = vm.call(table_get_name(vm, response, "status"), {Value::small_int(status)});
  return done.is_raised() ? done : vm.call(table_get_name(vm, response, "write"), {body});
}

bool list_methods(Vm& vm, const Table* handlers, Table* response) {
  std::string methods;
  Value key, value;
  for (u64 cursor = 0; table_next(handlers, cursor, key, value);) {
    if (!methods.empty()) methods += ", ";
    methods += view(key.as_string());
  }
  Value name = vm.string_value("Allow"), list = vm.string_value(methods);
  if (name.is_raised() || list.is_raised()) return false;
  return !vm.call(table_get_name(vm, response, "header"), {name, list}).is_raised();
}

// What the server calls for a router. Capture: its routes. Arguments: req, res.
Value route(Vm& vm, Args args) {
  const Table* routes = capture(args, 0).as_table();
  Table* response = args[1].as_table();
  Value path = table_get_name(vm, args[0].as_table(), "path");
  Value method = table_get_name(vm, args[0].as_table(), "method");
  const Table* handlers = find_handlers(vm, routes, view(path.as_string()));
  if (vm.is_raising()) return Value::raised();
  if (!handlers) return answer(vm, response, 404, "404 page not found\n");
  Value handler = find_handler(vm, handlers, view(method.as_string()));
  if (vm.is_raising()) return Value::raised();
  if (!handler.is_nil()) return vm.call(handler, {args[0], args[1]});
  if (!list_methods(vm, handlers, response)) return Value::raised();
  return answer(vm, response, 405, "405 method not allowed\n");
}

Value add_route(Vm& vm, Args args, std::string_view method) {
  Router* router;
  String* pattern;
  Value handler;
  if (!arg_object(vm, args, 0, kRouterClass, router) || !arg_string(vm, args, 1, pattern)) return Value::raised();
  if (!view(pattern).starts_with('/')) return bad_argument(vm, args, 1, "pattern must begin with '/'");
  if (!arg_callable(vm, args, 2, handler)) return Value::raised();
  Value known = table_get(router->routes, Value::string(pattern));
  Table* handlers = known.is_table() ? known.as_table() : vm.table();
  const bool done = handlers && table_set_name(vm, handlers, method, handler) &&
                    table_set(vm, router->routes, Value::string(pattern), Value::table(handlers));
  return done ? args[0] : Value::raised();
}

/// router:get(pattern, f)
/// f(req, res) answers GET requests for an exact path, or for a subtree if the pattern ends in `/`. The longest
/// pattern wins. Gives the router.
Value router_get(Vm& vm, Args args) { return add_route(vm, args, "GET"); }
/// router:post(pattern, f)
/// The same for POST requests.
Value router_post(Vm& vm, Args args) { return add_route(vm, args, "POST"); }
/// router:any(pattern, f)
/// The same for requests of any method.
Value router_any(Vm& vm, Args args) { return add_route(vm, args, kAnyMethod); }

/// router:listen([addr=":8080" [, opts]])
/// Serves as http.listen does. A path without pattern gives 404, a wrong method 405.
Value router_listen(Vm& vm, Args args) {
  Router* router;
  std::string_view address = ":8080";
  ServerLimits limits;
  if (!arg_object(vm, args, 0, kRouterClass, router) || !opt_string(vm, args, 1, address)) return Value::raised();
  if (!read_limits(vm, args, 2, limits)) return Value::raised();
  Native* handler = vm.native("router", route, {Value::table(router->routes)});
  return handler ? serve(vm, "http.listen", address, Value::function(handler), limits) : Value::raised();
}

/// http.newRouter()
/// A router: handlers by path and method.
Value new_router(Vm& vm, Args) {
  Userdata* object = vm.userdata(kRouterClass, nullptr, sizeof(Router));
  Table* routes = object ? vm.table() : nullptr;
  if (!routes) return Value::raised();
  reinterpret_cast<Router*>(object->payload)->routes = routes;
  vm.heap().barrier(object);
  return Value::object(object);
}

constexpr NativeRow kMethods[] = {
    {"get", router_get}, {"post", router_post}, {"any", router_any}, {"listen", router_listen}};
constexpr NativeRow kFunctions[] = {{"newRouter", new_router}};

}  // namespace

bool install_router_class(Vm& vm) {
  return vm.register_class(kRouterClass, kMethods) && vm.register_library("http", kFunctions);
}

}  // namespace gs::stdlib
