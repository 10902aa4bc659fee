// The natives of json.
#include "stdlib/json/json.hpp"

#include "stdlib/json/decoder.hpp"
#include "stdlib/json/encoder.hpp"

namespace gs::stdlib {

using namespace vm;

namespace {

Value json_encode(Vm& vm, Args args) { return encode_json(vm, args[0]); }

Value json_pretty(Vm& vm, Args args) {
  std::string_view indent = "  ";
  if (!opt_string(vm, args, 1, indent)) return Value::raised();
  return encode_json_pretty(vm, args[0], indent);
}

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
