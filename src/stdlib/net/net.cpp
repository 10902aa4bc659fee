// The natives of net. Each captures what the requests share.
#include "stdlib/net/net.hpp"

#include "stdlib/net/client.hpp"
#include "stdlib/support/natives.hpp"
#include "vm/runtime/vm.hpp"

namespace gs::stdlib {

using namespace vm;

namespace {

constexpr f64 kLongestTimeout = 1e9;

// The entries of a table of headers by string form. False = raised.
bool read_headers(Vm& vm, Args args, u32 index, Table* headers, HeaderList& out) {
  Value key, value;
  for (u64 cursor = 0; table_next(headers, cursor, key, value);) {
    String* name = vm.to_string_form(key);
    String* text = name ? vm.to_string_form(value) : nullptr;
    if (!text) return false;
    if (!is_token(view(name)) || !is_header_value(view(text))) {
      bad_argument(vm, args, index, "invalid header '" + std::string(view(name)) + "'");
      return false;
    }
    out.emplace_back(canonical_header_name(view(name)), view(text));
  }
  return true;
}

bool read_options(Vm& vm, Args args, u32 index, Table* options, ClientRequest& request) {
  Value headers = table_get_name(vm, options, "headers"), timeout = table_get_name(vm, options, "timeout");
  Value follows = table_get_name(vm, options, "followRedirects");
  if (vm.is_raising()) return false;
  f64 seconds = request.timeout;
  if (Vm::to_f64(timeout, seconds) && seconds > 0 && seconds < kLongestTimeout) request.timeout = seconds;
  if (!follows.is_nil()) request.follows_redirects = follows.is_truthy();
  return !headers.is_table() || read_headers(vm, args, index, headers.as_table(), request.headers);
}

Value perform(Vm& vm, Args args, ClientRequest request) {
  auto* state = static_cast<Userdata*>(capture(args, 0).as_cell());
  return perform_request(vm, state, std::move(request), true);
}

/// net.get(url [, opts])
/// Fetches a URL: a table {status, statusText, body, ok, headers, json}, or nil and an error. opts: headers,
/// timeout in seconds (30), followRedirects (true). Other goroutines run meanwhile.
///     r, err := net.get("http://127.0.0.1:1/")
///     print(err)
///     // GET http://127.0.0.1:1/: connect: connection refused

/// net.delete(url [, opts])
/// A DELETE request, as get.

/// net.post(url, body [, opts])
/// A POST request with a body, as get.

/// net.put(url, body [, opts])
/// A PUT request with a body, as get.

/// net.patch(url, body [, opts])
/// A PATCH request with a body, as get.

// A request without a body: (url, opts). With one: (url, body, opts).
template <const char* kMethod, bool kHasBody>
Value net_method(Vm& vm, Args args) {
  ClientRequest request;
  request.method = kMethod;
  std::string_view url, body;
  Table* options = nullptr;
  constexpr u32 kOptions = kHasBody ? 2 : 1;
  if (!arg_string(vm, args, 0, url) || (kHasBody && !opt_string(vm, args, 1, body))) return Value::raised();
  if (!opt_table(vm, args, kOptions, options)) return Value::raised();
  request.url = url;
  request.body = body;
  if (options && !read_options(vm, args, kOptions, options, request)) return Value::raised();
  return perform(vm, args, std::move(request));
}

/// net.request(opts)
/// A request of any kind; opts also has method ("GET"), url and body.
Value net_request(Vm& vm, Args args) {
  Table* options;
  if (!arg_table(vm, args, 0, options)) return Value::raised();
  ClientRequest request;
  Value url = table_get_name(vm, options, "url"), method = table_get_name(vm, options, "method");
  Value body = table_get_name(vm, options, "body");
  if (vm.is_raising()) return Value::raised();
  if (!url.is_string()) return bad_argument(vm, args, 0, "field 'url' is not a string");
  request.url = view(url.as_string());
  if (method.is_string()) request.method = view(method.as_string());
  if (!is_token(request.method)) return bad_argument(vm, args, 0, "invalid method");
  if (body.is_string()) request.body = view(body.as_string());
  if (!read_options(vm, args, 0, options, request)) return Value::raised();
  return perform(vm, args, std::move(request));
}

constexpr char kGet[] = "GET", kDelete[] = "DELETE", kPost[] = "POST", kPut[] = "PUT", kPatch[] = "PATCH";

constexpr NativeRow kRows[] = {
    {"get", net_method<kGet, false>}, {"delete", net_method<kDelete, false>}, {"post", net_method<kPost, true>},
    {"put", net_method<kPut, true>},  {"patch", net_method<kPatch, true>},    {"request", net_request},
};

}  // namespace

bool install_net(Vm& vm) {
  Table* library = vm.register_library("net", {});
  Userdata* state = library ? make_net_state(vm) : nullptr;
  return state && add_natives(vm, library, "net.", kRows, {Value::object(state)});
}

}  // namespace gs::stdlib
