#include "stdlib/math/random.hpp"

#include <new>

namespace gs::stdlib {

using namespace vm;

namespace {

const UserdataClass kGeneratorClass = {"generator"};

/// math.random() / math.random(m) / math.random(m, n)
/// A float in [0, 1), an int in 1..m, or an int in m..n. Raises "interval is empty".
///     print(math.random(1, 1)) // 1
Value math_random(Vm& vm, Args args) {
  Generator& generator = captured_generator(args);
  if (!args.has(0) && !args.has(1)) return Value::number(generator.next_float());
  i64 low = 1, high;
  if (!args.has(1)) {
    if (!arg_int(vm, args, 0, high)) return Value::raised();
    if (high < 1) return bad_argument(vm, args, 0, "interval is empty");
  } else {
    if (!arg_int(vm, args, 0, low) || !arg_int(vm, args, 1, high)) return Value::raised();
    if (low > high) return bad_argument(vm, args, 1, "interval is empty");
  }
  return vm.integer(generator.next_in(low, high));
}

/// math.randomseed(n)
/// Starts the generator anew; equal seeds give equal sequences on every machine.
///     math.randomseed(1); a := math.random(); math.randomseed(1)
///     print(a == math.random())
///     // true
Value math_randomseed(Vm& vm, Args args) {
  i64 seed;
  if (!arg_int(vm, args, 0, seed)) return Value::raised();
  captured_generator(args).seed(u64(seed));
  return Value::multi(0);
}

constexpr NativeRow kRows[] = {{"random", math_random}, {"randomseed", math_randomseed}};

}  // namespace

Userdata* new_generator(Vm& vm) {
  Userdata* object = vm.userdata(kGeneratorClass, nullptr, sizeof(Generator));
  if (object) new (object->payload) Generator(random_seed());
  return object;
}

bool install_random(Vm& vm, Table* math) {
  Userdata* generator = new_generator(vm);
  return generator && add_natives(vm, math, "math.", kRows, {Value::object(generator)});
}

}  // namespace gs::stdlib
