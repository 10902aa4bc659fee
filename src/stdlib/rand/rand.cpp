#include "stdlib/rand/rand.hpp"

#include <cmath>

#include "stdlib/math/random.hpp"
#include "stdlib/table/array.hpp"
#include "stdlib/time/time.hpp"
#include "stdlib/uuid/identifier.hpp"
#include "vm/heap/heap.hpp"

namespace gs::stdlib {

using namespace vm;

namespace {

/// rand.seed(n)
/// Starts the generator anew; equal seeds give equal sequences.
///     rand.seed(1); a := rand.int(); rand.seed(1)
///     print(a == rand.int())
///     // true
Value rand_seed(Vm& vm, Args args) {
  i64 seed;
  if (!arg_int(vm, args, 0, seed)) return Value::raised();
  captured_generator(args).seed(u64(seed));
  return Value::multi(0);
}

/// rand.timeSeed()
/// Starts the generator anew by the clock; the seed it used.
Value rand_time_seed(Vm& vm, Args args) {
  i64 seconds;
  i32 nanosecond;
  wall_clock(seconds, nanosecond);
  i64 seed = i64(u64(seconds) * 1000000000 + u64(nanosecond));
  captured_generator(args).seed(u64(seed));
  return vm.integer(seed);
}

/// rand.int() / rand.int(n) / rand.int(a, b)
/// An int in 0..2^63-1, in 0..n-1, or in a..b. Raises "positive number expected" and "interval is empty".
///     print(rand.int(1), rand.int(5, 5)) // 0  5
Value rand_int(Vm& vm, Args args) {
  Generator& generator = captured_generator(args);
  i64 low, high;
  if (!args.has(0) && !args.has(1)) return vm.integer(generator.next_in(0, INT64_MAX));
  if (!arg_int(vm, args, 0, low)) return Value::raised();
  if (!args.has(1)) {
    return low > 0 ? vm.integer(generator.next_in(0, low - 1)) : bad_argument(vm, args, 0, "positive number expected");
  }
  if (!arg_int(vm, args, 1, high)) return Value::raised();
  return low <= high ? vm.integer(generator.next_in(low, high)) : bad_argument(vm, args, 1, "interval is empty");
}

/// rand.float()
/// A float in [0, 1).
///     print(rand.float() < 1) // true
Value rand_float(Vm&, Args args) { return Value::number(captured_generator(args).next_float()); }

// In (0, 1]: fit for a logarithm.
f64 next_positive(Generator& generator) { return 1 - generator.next_float(); }

/// rand.normal([mean=0 [, sd=1]])
/// A normally distributed float. Raises "non-negative number expected".
///     print(rand.normal(5, 0)) // 5.0

// Box and Muller's polar-free form.
Value rand_normal(Vm& vm, Args args) {
  f64 mean = 0, deviation = 1;
  if (!opt_number(vm, args, 0, mean) || !opt_number(vm, args, 1, deviation)) return Value::raised();
  if (!(deviation >= 0)) return bad_argument(vm, args, 1, "non-negative number expected");
  Generator& generator = captured_generator(args);
  f64 radius = std::sqrt(-2 * std::log(next_positive(generator)));
  return Value::number(mean + deviation * radius * std::cos(2 * 3.141592653589793 * generator.next_float()));
}

/// rand.exp([rate=1])
/// An exponentially distributed float. Raises "positive number expected".
///     print(rand.exp() >= 0) // true
Value rand_exp(Vm& vm, Args args) {
  f64 rate = 1;
  if (!opt_number(vm, args, 0, rate)) return Value::raised();
  if (!(rate > 0)) return bad_argument(vm, args, 0, "positive number expected");
  return Value::number(-std::log(next_positive(captured_generator(args))) / rate);
}

/// rand.bool()
/// true or false.
Value rand_bool(Vm&, Args args) { return Value::boolean(captured_generator(args).next() >> 63); }

/// rand.choice(arr)
/// A random element, nil if there is none.
///     print(rand.choice({7}), rand.choice({})) // 7  nil
Value rand_choice(Vm& vm, Args args) {
  Table* t;
  if (!arg_table(vm, args, 0, t)) return Value::raised();
  i64 length = table_length(t);
  return length ? element(t, captured_generator(args).next_in(1, length)) : Value::nil();
}

// Fisher and Yates. The places 1..steps get a random selection of all elements.
void shuffle_front(Generator& generator, Value* values, usize count, usize steps) {
  for (usize i = 0; i < steps && i + 1 < count; i++) {
    std::swap(values[i], values[i + generator.next_up_to(count - 1 - i)]);
  }
}

/// rand.shuffle(arr)
/// arr, shuffled in place.
///     print(#rand.shuffle({1, 2, 3})) // 3
Value rand_shuffle(Vm& vm, Args args) {
  Table* t;
  if (!arg_table(vm, args, 0, t)) return Value::raised();
  u32 length = t->array_length;
  if (!charge(vm, length / 2)) return Value::raised();
  shuffle_front(captured_generator(args), t->array, length, length);
  vm.heap().barrier(t);
  // A hole may have come to the end, where the array may not have one.
  if (length && t->array[length - 1].is_nil() && !table_set_int(vm, t, length, Value::nil())) return Value::raised();
  return args[0];
}

/// rand.sample(arr, n)
/// Array of at most n different elements.
///     print(#rand.sample({1, 2, 3}, 2)) // 2
Value rand_sample(Vm& vm, Args args) {
  Table* t;
  i64 count;
  if (!arg_table(vm, args, 0, t) || !arg_int(vm, args, 1, count)) return Value::raised();
  RootedValues values(vm);
  usize length = t->array_length;
  if (!values.resize(length) || !charge(vm, length / 4)) return Value::raised();
  std::copy(t->array, t->array + length, values.data());
  usize taken = count < 0 ? 0 : std::min<usize>(usize(count), length);
  shuffle_front(captured_generator(args), values.data(), length, taken);
  return new_array(vm, values.data(), taken);
}

// The sum of the weights; negative if they are no weights.
f64 sum_of_weights(Table* weights, i64 count) {
  f64 sum = 0, weight;
  for (i64 i = 1; i <= count; i++) {
    if (!Vm::to_f64(element(weights, i), weight) || !(weight >= 0)) return -1;
    sum += weight;
  }
  return std::isfinite(sum) && sum > 0 ? sum : -1;
}

/// rand.weighted(arr, weights)
/// A random element, as probable as its weight. Raises "invalid weights".
///     print(rand.weighted({"a", "b"}, {0, 1})) // b
Value rand_weighted(Vm& vm, Args args) {
  Table *t, *weights;
  if (!arg_table(vm, args, 0, t) || !arg_table(vm, args, 1, weights)) return Value::raised();
  i64 count = table_length(t);
  f64 sum = table_length(weights) == count ? sum_of_weights(weights, count) : -1;
  if (!charge(vm, usize(count) / 2)) return Value::raised();
  if (sum < 0) return bad_argument(vm, args, 1, "invalid weights");
  f64 left = captured_generator(args).next_float() * sum, weight = 0;
  i64 chosen = 0;
  for (i64 i = 1; i <= count; i++) {
    Vm::to_f64(element(weights, i), weight);
    if (weight > 0) chosen = i;  // rounding may leave a little of the sum: the last possible one gets it
    left -= weight;
    if (left < 0) break;
  }
  return element(t, chosen);
}

/// rand.uuid()
/// A random UUID.
///     print(uuid.isValid(rand.uuid())) // true
Value rand_uuid(Vm& vm, Args args) {
  Uuid random;
  for (u8& byte : random) byte = u8(captured_generator(args).next() >> 56);
  return vm.string_value(format_uuid(make_uuid_v4(random), true));
}

/// rand.bytes(n)
/// n random bytes.
///     print(#rand.bytes(8)) // 8
Value rand_bytes(Vm& vm, Args args) {
  i64 count;
  if (!arg_int(vm, args, 0, count)) return Value::raised();
  if (count < 0) return bad_argument(vm, args, 0, "non-negative number expected");
  StringBuilder out(vm);
  Generator& generator = captured_generator(args);
  for (i64 i = 0; i < count && !out.failed(); i++) {
    out.append(char(generator.next() >> 56));
    if (!vm.poll()) return Value::raised();
  }
  return out.finish_value();
}

constexpr NativeRow kRows[] = {
    {"seed", rand_seed},     {"timeSeed", rand_time_seed}, {"int", rand_int},
    {"float", rand_float},   {"normal", rand_normal},      {"exp", rand_exp},
    {"bool", rand_bool},     {"choice", rand_choice},      {"shuffle", rand_shuffle},
    {"sample", rand_sample}, {"weighted", rand_weighted},  {"uuid", rand_uuid},
    {"bytes", rand_bytes},
};

}  // namespace

bool install_rand(Vm& vm) {
  Table* rand = vm.register_library("rand", {});
  Userdata* generator = rand ? new_generator(vm) : nullptr;
  return generator && add_natives(vm, rand, "rand.", kRows, {Value::object(generator)});
}

}  // namespace gs::stdlib
