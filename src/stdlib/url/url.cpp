#include "stdlib/url/url.hpp"

#include <algorithm>

#include "stdlib/support/natives.hpp"
#include "stdlib/url/address.hpp"

namespace gs::stdlib {

using namespace vm;

namespace {

bool set_text(Vm& vm, Table* t, std::string_view name, std::string_view text) {
  Value value = vm.string_value(text);
  return !value.is_raised() && table_set_name(vm, t, name, value);
}

// A table with the first value of each key; null = raised.
Table* query_table(Vm& vm, const QueryPairs& pairs) {
  Table* t = vm.table();
  for (usize i = 0; t && i < pairs.size(); i++) {
    Value known = table_get_name(vm, t, pairs[i].first);
    if (vm.is_raising() || (known.is_nil() && !set_text(vm, t, pairs[i].first, pairs[i].second))) return nullptr;
  }
  return t;
}

// The text forms of a table's entries as escaped pairs, sorted by key. False = raised.
bool encode_query(Vm& vm, Table* t, std::string& out) {
  QueryPairs pairs;
  Value key, value;
  for (u64 cursor = 0; table_next(t, cursor, key, value);) {
    String* name = vm.to_string_form(key);
    String* text = name ? vm.to_string_form(value) : nullptr;
    if (!text) return false;
    pairs.emplace_back(view(name), view(text));
  }
  std::sort(pairs.begin(), pairs.end());
  for (const auto& [name, text] : pairs) {
    if (!out.empty()) out.push_back('&');
    out.append(query_escape(name)).append("=").append(query_escape(text));
  }
  return true;
}

/// url.parse(s)
/// Table {scheme, host, port, path, fragment, raw, query} with user and password if present, or nil and an error.
///     print(url.parse("http://u@h.com:80/p?x=1#f").port) // 80
///     print(url.parse("http://h/p?x=1").query.x) // 1
Value url_parse(Vm& vm, Args args) {
  std::string_view text;
  if (!arg_string(vm, args, 0, text) || !charge(vm, text.size() / 8)) return Value::raised();
  Url url;
  QueryPairs pairs;
  std::string error;
  if (!parse_url(text, url, error) || !parse_query(url.query, pairs, error)) return vm.failure(error);
  Table* t = vm.table(0, 9);
  Table* query = t ? query_table(vm, pairs) : nullptr;
  bool done = query && set_text(vm, t, "scheme", url.scheme) && set_text(vm, t, "host", url.host) &&
              set_text(vm, t, "port", url.port) && set_text(vm, t, "path", url.path) &&
              set_text(vm, t, "fragment", url.fragment) && set_text(vm, t, "raw", text) &&
              table_set_name(vm, t, "query", Value::table(query)) &&
              (!url.has_user || set_text(vm, t, "user", url.user)) &&
              (!url.has_password || set_text(vm, t, "password", url.password));
  return done ? Value::table(t) : Value::raised();
}

// A field as text; "" if missing. False = raised.
bool text_field(Vm& vm, Table* t, std::string_view name, std::string& out, bool* present = nullptr) {
  Value v = table_get_name(vm, t, name);
  if (vm.is_raising()) return false;
  if (present) *present = !v.is_nil();
  String* text = v.is_nil() ? nullptr : vm.to_string_form(v);
  if (text) out = view(text);
  return v.is_nil() || text;
}

/// url.build(t)
/// The URL of the same fields, query keys sorted.
///     print(url.build({scheme: "http", host: "h.com", path: "/a b", query: {b: 2, a: 1}})) // http://h.com/a%20b?a=1&b=2
Value url_build(Vm& vm, Args args) {
  Table* t;
  if (!arg_table(vm, args, 0, t)) return Value::raised();
  Url url;
  if (!text_field(vm, t, "scheme", url.scheme) || !text_field(vm, t, "host", url.host) ||
      !text_field(vm, t, "port", url.port) || !text_field(vm, t, "path", url.path) ||
      !text_field(vm, t, "fragment", url.fragment) || !text_field(vm, t, "user", url.user, &url.has_user) ||
      !text_field(vm, t, "password", url.password, &url.has_password)) {
    return Value::raised();
  }
  Value query = table_get_name(vm, t, "query");
  if (query.is_table() && !encode_query(vm, query.as_table(), url.query)) return Value::raised();
  return vm.is_raising() ? Value::raised() : vm.string_value(build_url(url));
}

/// url.encode(s)
/// s escaped for a query.
///     print(url.encode("a b&é")) // a+b%26%C3%A9
Value url_encode(Vm& vm, Args args) {
  std::string_view text;
  if (!arg_string(vm, args, 0, text) || !charge(vm, text.size() / 8)) return Value::raised();
  return vm.string_value(query_escape(text));
}

/// url.decode(s)
/// s without query escapes, or nil and an error.
///     print(url.decode("a+b%26"), url.decode("%zz")) // a b&  nil  invalid URL escape "%zz"
Value url_decode(Vm& vm, Args args) {
  std::string_view text;
  std::string out, error;
  if (!arg_string(vm, args, 0, text) || !charge(vm, text.size() / 8)) return Value::raised();
  return url_unescape(text, true, out, error) ? vm.string_value(out) : vm.failure(error);
}

/// url.queryEncode(t)
/// `a=1&b=2`, sorted.
///     print(url.queryEncode({b: 2, a: 1})) // a=1&b=2
Value url_query_encode(Vm& vm, Args args) {
  Table* t;
  std::string out;
  return arg_table(vm, args, 0, t) && encode_query(vm, t, out) ? vm.string_value(out) : Value::raised();
}

/// url.queryDecode(s)
/// Table of the first value of each key, or nil and an error.
///     print(url.queryDecode("a=1&b=x+y").b) // x y
Value url_query_decode(Vm& vm, Args args) {
  std::string_view text;
  QueryPairs pairs;
  std::string error;
  if (!arg_string(vm, args, 0, text) || !charge(vm, text.size() / 8)) return Value::raised();
  if (!parse_query(text, pairs, error)) return vm.failure(error);
  Table* t = query_table(vm, pairs);
  return t ? Value::table(t) : Value::raised();
}

/// url.join(base, ref)
/// ref as seen from base, or nil and an error.
///     print(url.join("http://h/a/b", "../c")) // http://h/c
Value url_join(Vm& vm, Args args) {
  std::string_view base, reference;
  std::string out, error;
  if (!arg_string(vm, args, 0, base) || !arg_string(vm, args, 1, reference)) return Value::raised();
  return resolve_url(base, reference, out, error) ? vm.string_value(out) : vm.failure(error);
}

/// url.isValid(s)
/// Whether s has a scheme and a host.
///     print(url.isValid("http://h"), url.isValid("/p")) // true  false
Value url_is_valid(Vm& vm, Args args) {
  std::string_view text;
  Url url;
  std::string error;
  if (!arg_string(vm, args, 0, text) || !charge(vm, text.size() / 8)) return Value::raised();
  return Value::boolean(parse_url(text, url, error) && !url.scheme.empty() && !url.host.empty());
}

Value part_of(Vm& vm, Args args, std::string Url::* part) {
  std::string_view text;
  Url url;
  std::string error;
  if (!arg_string(vm, args, 0, text) || !charge(vm, text.size() / 8)) return Value::raised();
  return parse_url(text, url, error) ? vm.string_value(url.*part) : vm.failure(error);
}

/// url.getHost(s)
/// The host of a URL, or nil and an error.
///     print(url.getHost("http://h.com:80/p")) // h.com
Value url_get_host(Vm& vm, Args args) { return part_of(vm, args, &Url::host); }
/// url.getPath(s)
/// The path of a URL, or nil and an error.
///     print(url.getPath("http://h.com/a/b?x")) // /a/b
Value url_get_path(Vm& vm, Args args) { return part_of(vm, args, &Url::path); }

constexpr NativeRow kRows[] = {
    {"parse", url_parse},
    {"build", url_build},
    {"encode", url_encode},
    {"decode", url_decode},
    {"queryEncode", url_query_encode},
    {"queryDecode", url_query_decode},
    {"join", url_join},
    {"isValid", url_is_valid},
    {"getHost", url_get_host},
    {"getPath", url_get_path},
};

}  // namespace

bool install_url(Vm& vm) { return vm.register_library("url", kRows) != nullptr; }

}  // namespace gs::stdlib
