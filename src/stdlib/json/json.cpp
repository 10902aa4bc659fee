// The natives of json.
#include "stdlib/json/json.hpp"

#include "stdlib/json/decoder.hpp"
#include "stdlib/json/encoder.hpp"

namespace gs::stdlib {

using namespace vm;

namespace {

/// json.encode(v)
/// Compact JSON. A table whose keys are 1..#t is an array, any other an object with sorted keys; nil is null.
/// Raises for values that have no JSON form, cycles and too deep nesting.
///     print(json.encode({b: {1, 2.5, true}, a: "x<y"})) // {"a":"x\u003cy","b":[1,2.5,true]}
///     print(pcall(json.encode, print)) // false  json.encode: cannot encode a function value
Value json_encode(Vm& vm, Args args) { return encode_json(vm, args[0]); }

/// json.pretty(v [, indent="  "])
/// JSON with one element a line.
///     print(json.pretty({a: {1}}))
///     // {
///     //   "a": [
///     //     1
///     //   ]
///     // }
Value json_pretty(Vm& vm, Args args) {
  std::string_view indent = "  ";
  if (!opt_string(vm, args, 1, indent)) return Value::raised();
  return encode_json_pretty(vm, args[0], indent);
}

/// json.decode(s)
/// The value of JSON text, or nil and an error. Ints stay ints; null is nil.
///     print(json.decode(`{"n": [1, 2.0]}`).n[1]) // 1
///     print(json.decode("[1,")) // nil  json.decode: unexpected end of text at byte 4
Value json_decode(Vm& vm, Args args) {
  std::string_view text;
  if (!arg_string(vm, args, 0, text)) return Value::raised();
  return decode_json(vm, text);
}

constexpr NativeRow kRows[] = {
    {"encode", json_encode},
    {"pretty", json_pretty},
    {"decode", json_decode},
};

}  // namespace

bool install_json(Vm& vm) { return vm.register_library("json", kRows) != nullptr; }

}  // namespace gs::stdlib
