#include "stdlib/uuid/uuid.hpp"

#include <sys/random.h>

#include "stdlib/uuid/identifier.hpp"
#include "vm/runtime/vm.hpp"

namespace gs::stdlib {

using namespace vm;

namespace {

Value random_uuid(Vm& vm, bool hyphens) {
  Uuid random;
  if (getrandom(random.data(), random.size(), 0) != ssize_t(random.size())) return vm.raise("no entropy available");
  return vm.string_value(format_uuid(make_uuid_v4(random), hyphens));
}

/// uuid.v4()
/// A random UUID.
///     print(#uuid.v4()) // 36
Value uuid_v4(Vm& vm, Args) {
  return random_uuid(vm, true);
}
/// uuid.v4Raw()
/// A random UUID without hyphens.
///     print(#uuid.v4Raw()) // 32
Value uuid_v4_raw(Vm& vm, Args) {
  return random_uuid(vm, false);
}
/// uuid.nil()
/// The zero UUID.
///     print(uuid.nil()) // 00000000-0000-0000-0000-000000000000
Value uuid_nil(Vm& vm, Args) {
  return vm.string_value(format_uuid({}, true));
}

/// uuid.isValid(s)
/// Whether s is a UUID.
///     print(uuid.isValid(uuid.v4()), uuid.isValid("x")) // true  false
Value uuid_is_valid(Vm& vm, Args args) {
  std::string_view text;
  Uuid uuid;
  return arg_string(vm, args, 0, text) ? Value::boolean(parse_uuid(text, uuid)) : Value::raised();
}

/// uuid.parse(s)
/// Table {version, variant, bytes}, or nil and "invalid UUID format".
///     print(uuid.parse("f47ac10b-58cc-4372-a567-0e02b2c3d479").version) // 4
Value uuid_parse(Vm& vm, Args args) {
  std::string_view text;
  Uuid uuid;
  if (!arg_string(vm, args, 0, text)) return Value::raised();
  if (!parse_uuid(text, uuid)) return vm.failure("invalid UUID format");
  Table* t = vm.table(0, 3);
  Value variant = t ? vm.string_value(uuid_variant(uuid)) : Value::raised();
  Value bytes = variant.is_raised() ? variant : vm.string_value(format_uuid(uuid, false));
  bool done = !bytes.is_raised() && table_set_name(vm, t, "version", Value::small_int(uuid_version(uuid))) &&
              table_set_name(vm, t, "variant", variant) && table_set_name(vm, t, "bytes", bytes);
  return done ? Value::table(t) : Value::raised();
}

constexpr NativeRow kRows[] = {
    {"v4", uuid_v4}, {"v4Raw", uuid_v4_raw}, {"nil", uuid_nil}, {"isValid", uuid_is_valid}, {"parse", uuid_parse}};

}  // namespace

bool install_uuid(Vm& vm) {
  return vm.register_library("uuid", kRows) != nullptr;
}

}  // namespace gs::stdlib
