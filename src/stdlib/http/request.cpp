// Functions of req and res capture their table, by which they know a receiver, and what they work on: natives are called as
// req.param(name) and as req:param(name).
#include "stdlib/http/request.hpp"

#include <cstring>

#include "stdlib/json/decoder.hpp"
#include "stdlib/json/encoder.hpp"
#include "stdlib/support/natives.hpp"
#include "stdlib/url/address.hpp"
#include "vm/runtime/vm.hpp"

namespace gs::stdlib {

using namespace vm;

namespace {

// Arguments without a receiver. Captures: the table, then what the function needs.
Args without_receiver(Args args) {
  const bool has_receiver = args.count > 0 && Vm::raw_equals(args.base[0], capture(args, 0));
  if (!has_receiver) return args;
  std::memmove(static_cast<void*>(args.base), args.base + 1, (args.count - 1) * sizeof(Value));
  return {args.base, args.count - 1};
}

Value misuse(Vm& vm, Args args, u32 number, const std::string& reason) {
  std::string text = "bad argument #" + std::to_string(number) + " to '";
  return vm.raise(text.append(view(args.callee()->name)).append("' (").append(reason).append(")"));
}

Value wrong_type(Vm& vm, Args args, u32 index, const char* what) {
  return misuse(vm, args, index + 1, std::string(what) + " expected, got " + vm.type_name(args[index]));
}

bool set_text(Vm& vm, Table* t, std::string_view name, std::string_view text) {
  Value value = vm.string_value(text);
  return !value.is_raised() && table_set_name(vm, t, name, value);
}

// Repeated keys' values are joined by ", ".
bool add_text(Vm& vm, Table* t, std::string_view name, std::string_view text) {
  Value known = table_get_name(vm, t, name);
  if (vm.is_raising()) return false;
  if (!known.is_string()) return set_text(vm, t, name, text);
  std::string joined(view(known.as_string()));
  return set_text(vm, t, name, joined.append(", ").append(text));
}

// ---- req

/// request:param(name)
/// The query value of this name, nil if it is absent or empty. A request is a table {method, path, url, body,
/// query, headers}.
Value request_param(Vm& vm, Args raw) {
  Args args = without_receiver(raw);
  if (!args[0].is_string()) return wrong_type(vm, args, 0, "string");
  Value value = table_get(capture(args, 1).as_table(), args[0]);
  const bool is_empty = value.is_string() && view(value.as_string()).empty();
  return is_empty ? Value::nil() : value;
}

/// request:json()
/// json.decode of the body.
Value request_json(Vm& vm, Args args) { return decode_json(vm, view(capture(args, 1).as_string())); }

Table* query_table(Vm& vm, std::string_view query) {
  QueryPairs pairs;
  std::string error;
  Table* t = vm.table();
  // What cannot be decoded is left out: the handler still has the whole url.
  if (!t || !parse_query(query, pairs, error)) return t;
  for (const auto& [name, value] : pairs) {
    if (!add_text(vm, t, name, value)) return nullptr;
  }
  return t;
}

Table* header_table(Vm& vm, const HeaderList& headers) {
  Table* t = vm.table(0, u32(headers.size()));
  for (const auto& [name, value] : headers) {
    if (!t || !add_text(vm, t, name, value)) return nullptr;
  }
  return t;
}

bool add_function(Vm& vm, Table* t, const char* field, const char* name, NativeFunction entry, Value second) {
  Native* function = vm.native(name, entry, {Value::table(t), second});
  return function && table_set_name(vm, t, field, Value::function(function));
}

// ---- res. Captures: the table, the connection, the number of the request.

struct Target {
  Connection* connection;
  Response* response;
};

bool find_target(Vm& vm, Args args, bool sets_head, Target& out) {
  Connection& connection = connection_of(static_cast<Userdata*>(capture(args, 1).as_cell()));
  const bool is_over = u64(capture(args, 2).as_int()) != connection.number();
  if (is_over || (sets_head && connection.response().has_begun())) {
    vm.raise(is_over && !sets_head ? "response already finished" : "headers already sent");
    return false;
  }
  out = {&connection, &connection.response()};
  return true;
}

Value write_text(Vm& vm, const Target& target, std::string_view text) {
  const Io io =
      target.response->write(vm, target.connection->socket(), text, target.connection->limits().write_timeout);
  return io == Io::kRaised ? Value::raised() : Value::multi(0);
}

/// response:status(n)
/// Sets the status; gives the response. Raises "headers already sent" once something was written.
Value response_status(Vm& vm, Args raw) {
  Args args = without_receiver(raw);
  Target target;
  i64 status = 0;
  Value number;
  if (!vm.to_number(args[0], number) || !Vm::to_exact_int(number, status)) return wrong_type(vm, args, 0, "number");
  if (status < 200 || status > 999) return misuse(vm, args, 1, "status out of range");
  if (!find_target(vm, args, true, target)) return Value::raised();
  target.response->set_status(u32(status));
  return capture(args, 0);
}

/// response:header(k, s)
/// Sets a header; gives the response. Raises "headers already sent" once something was written.
Value response_header(Vm& vm, Args raw) {
  Args args = without_receiver(raw);
  Target target;
  if (!args[0].is_string()) return wrong_type(vm, args, 0, "string");
  if (!is_token(view(args[0].as_string()))) return misuse(vm, args, 1, "invalid header name");
  if (!args[1].is_string() && !args[1].is_number()) return wrong_type(vm, args, 1, "string");
  String* value = vm.to_string_form(args[1]);
  if (!value) return Value::raised();
  if (!is_header_value(view(value))) return misuse(vm, args, 2, "invalid header value");
  if (!find_target(vm, args, true, target)) return Value::raised();
  target.response->set_header(view(args[0].as_string()), view(value));
  return capture(args, 0);
}

/// response:write(v)
/// Writes the string form of v.

/// response:writeln(v)
/// Writes the string form of v and a newline.

template <bool kLine>
Value response_write(Vm& vm, Args raw) {
  Args args = without_receiver(raw);
  Target target;
  String* text = vm.to_string_form(args[0]);
  if (!text || !find_target(vm, args, false, target)) return Value::raised();
  Value written = write_text(vm, target, view(text));
  return kLine && !written.is_raised() ? write_text(vm, target, "\n") : written;
}

/// response:json(v)
/// Writes json.encode(v), with its content type.
Value response_json(Vm& vm, Args raw) {
  Args args = without_receiver(raw);
  Target target;
  Value text = encode_json(vm, args[0]);
  if (text.is_raised() || !find_target(vm, args, false, target)) return Value::raised();
  if (!target.response->has_begun()) target.response->set_header("Content-Type", "application/json");
  return write_text(vm, target, view(text.as_string()));
}

/// response:redirect(url [, code=302])
/// Sends the client elsewhere.
Value response_redirect(Vm& vm, Args raw) {
  Args args = without_receiver(raw);
  Target target;
  i64 status = 302;
  Value number;
  if (!args[0].is_string()) return wrong_type(vm, args, 0, "string");
  if (!is_header_value(view(args[0].as_string()))) return misuse(vm, args, 1, "invalid header value");
  if (args.has(1) && !(vm.to_number(args[1], number) && Vm::to_exact_int(number, status))) {
    return wrong_type(vm, args, 1, "number");
  }
  if (status < 300 || status > 399) return misuse(vm, args, 2, "status out of range");
  if (!find_target(vm, args, true, target)) return Value::raised();
  target.response->set_status(u32(status));
  target.response->set_header("Location", view(args[0].as_string()));
  return write_text(vm, target, "");
}

/// response:flush()
/// Sends what was written so far.
Value response_flush(Vm& vm, Args raw) {
  Args args = without_receiver(raw);
  Target target;
  if (!find_target(vm, args, false, target)) return Value::raised();
  const Io io = target.response->flush(vm, target.connection->socket(), target.connection->limits().write_timeout);
  return io == Io::kRaised ? Value::raised() : Value::multi(0);
}

struct ResponseRow {
  const char* field;
  const char* name;
  NativeFunction entry;
};

constexpr ResponseRow kResponseRows[] = {
    {"status", "response:status", response_status},     {"header", "response:header", response_header},
    {"write", "response:write", response_write<false>}, {"writeln", "response:writeln", response_write<true>},
    {"json", "response:json", response_json},           {"redirect", "response:redirect", response_redirect},
    {"flush", "response:flush", response_flush},
};

}  // namespace

const UserdataClass kConnectionClass = {"http connection",
                                        [](void* payload) { delete *static_cast<Connection**>(payload); }};

Table* make_request_table(Vm& vm, const Connection& connection) {
  const RequestHead& head = connection.request();
  const std::string_view target = head.target;
  const usize mark = target.find('?');
  std::string path, error;
  if (!url_unescape(target.substr(0, mark), false, path, error)) path = target.substr(0, mark);
  Value body = vm.string_value(connection.body());
  Table* t = body.is_raised() ? nullptr : vm.table(0, 8);
  Table* query = t ? query_table(vm, mark == target.npos ? "" : target.substr(mark + 1)) : nullptr;
  Table* headers = query ? header_table(vm, head.headers) : nullptr;
  const bool done = headers && set_text(vm, t, "method", head.method) && set_text(vm, t, "path", path) &&
                    set_text(vm, t, "url", target) && table_set_name(vm, t, "body", body) &&
                    table_set_name(vm, t, "query", Value::table(query)) &&
                    table_set_name(vm, t, "headers", Value::table(headers)) &&
                    add_function(vm, t, "param", "request:param", request_param, Value::table(query)) &&
                    add_function(vm, t, "json", "request:json", request_json, body);
  return done ? t : nullptr;
}

Table* make_response_table(Vm& vm, Userdata* connection) {
  const i64 number = i64(connection_of(connection).number());
  Table* t = vm.table(0, 7);
  for (const ResponseRow& row : kResponseRows) {
    if (!t) return nullptr;
    Native* function =
        vm.native(row.name, row.entry, {Value::table(t), Value::object(connection), Value::small_int(number)});
    if (!function || !table_set_name(vm, t, row.field, Value::function(function))) return nullptr;
  }
  return t;
}

}  // namespace gs::stdlib
