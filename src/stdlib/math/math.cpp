// math.*. Ints stay ints wherever the table says so; everything here is called in hot loops, so each function tests for
// the common kind first.
#include "stdlib/math/math.hpp"

#include <cmath>
#include <limits>

#include "prim/arith.hpp"
#include "stdlib/math/random.hpp"
#include "stdlib/math/rounding.hpp"
#include "vm/runtime/generic.hpp"

namespace gs::stdlib {

using namespace vm;

namespace {

// An integral float as int, or itself where no int has its value.
Value integral(Vm& vm, f64 x) {
  return GS_LIKELY(prim::in_int_range(x)) ? vm.integer(i64(x)) : Value::number(x);
}

enum class Rounding { kDown, kUp, kToZero };

// The usual floats are rounded by a conversion and a correction; beyond the inline ints the C library does it.
template <Rounding kRounding>
Value round_by(Vm& vm, Args args) {
  Value v = args[0];
  if (GS_UNLIKELY(!v.is_double()) && (!arg_numeric(vm, args, 0, v) || v.is_int())) {
    return v.is_number() ? v : Value::raised();
  }
  f64 x = v.as_double();
  if (GS_LIKELY(std::fabs(x) < f64(kMaxInlineInt))) {
    i64 n = i64(x);
    if (kRounding == Rounding::kDown) n -= f64(n) > x;
    if (kRounding == Rounding::kUp) n += f64(n) < x;
    return Value::small_int(n);
  }
  return integral(vm, kRounding == Rounding::kDown ? std::floor(x)
                      : kRounding == Rounding::kUp ? std::ceil(x)
                                                   : std::trunc(x));
}

using RealFunction = f64 (*)(f64);

template <RealFunction kFunction>
Value real(Vm& vm, Args args) {
  f64 x;
  return arg_number(vm, args, 0, x) ? Value::number(kFunction(x)) : Value::raised();
}

template <f64 (*kFunction)(f64, f64)>
Value real2(Vm& vm, Args args) {
  f64 x, y;
  return arg_number(vm, args, 0, x) && arg_number(vm, args, 1, y) ? Value::number(kFunction(x, y)) : Value::raised();
}

f64 sqrt_of(f64 x) {
  return std::sqrt(x);
}
f64 sin_of(f64 x) {
  return std::sin(x);
}
f64 cos_of(f64 x) {
  return std::cos(x);
}
f64 tan_of(f64 x) {
  return std::tan(x);
}
f64 asin_of(f64 x) {
  return std::asin(x);
}
f64 acos_of(f64 x) {
  return std::acos(x);
}
f64 exp_of(f64 x) {
  return std::exp(x);
}
f64 pow_of(f64 x, f64 y) {
  return std::pow(x, y);
}
f64 fmod_of(f64 x, f64 y) {
  return std::fmod(x, y);
}
f64 hypot_of(f64 x, f64 y) {
  return std::hypot(x, y);
}

Value math_abs(Vm& vm, Args args) {
  Value v = args[0];
  if (!v.is_number() && !arg_numeric(vm, args, 0, v)) return Value::raised();
  if (v.is_double()) return Value::number(std::fabs(v.as_double()));
  i64 n = v.as_int();
  return n < 0 ? vm.integer(prim::neg(n)) : v;
}

Value math_round(Vm& vm, Args args) {
  Value v;
  i64 decimals = 0;
  if (!arg_numeric(vm, args, 0, v) || !opt_int(vm, args, 1, decimals)) return Value::raised();
  if (decimals == 0) return v.is_int() ? v : integral(vm, std::round(v.as_double()));
  f64 x = v.is_int() ? prim::to_float(v.as_int()) : v.as_double();
  return Value::number(round_to_decimals(x, decimals));
}

Value math_atan(Vm& vm, Args args) {
  f64 y, x = 1;
  if (!arg_number(vm, args, 0, y) || !opt_number(vm, args, 1, x)) return Value::raised();
  return Value::number(std::atan2(y, x));
}

Value math_log(Vm& vm, Args args) {
  f64 x, base;
  if (!arg_number(vm, args, 0, x)) return Value::raised();
  if (!args.has(1)) return Value::number(std::log(x));
  return arg_number(vm, args, 1, base) ? Value::number(log_to_base(x, base)) : Value::raised();
}

Value math_modf(Vm& vm, Args args) {
  f64 x;
  if (!arg_number(vm, args, 0, x)) return Value::raised();
  f64 whole;
  f64 fraction = std::modf(x, &whole);
  return vm.results({Value::number(whole), Value::number(fraction)});
}

Value math_div(Vm& vm, Args args) {
  i64 a, b;
  if (!arg_int(vm, args, 0, a) || !arg_int(vm, args, 1, b)) return Value::raised();
  if (b == 0) return vm.raise("attempt to divide by zero");
  if (b == -1) return vm.integer(prim::neg(a));
  return vm.integer(a / b - ((a % b != 0) & ((a ^ b) < 0)));
}

Value math_mod(Vm& vm, Args args) {
  i64 a, b;
  if (!arg_int(vm, args, 0, a) || !arg_int(vm, args, 1, b)) return Value::raised();
  if (b == 0) return vm.raise("attempt to perform modulo by zero");
  i64 rest = prim::mod(a, b);
  return vm.integer(rest != 0 && (rest ^ b) < 0 ? rest + b : rest);
}

bool number_below(Value a, Value b) {
  if (a.is_small_int() && b.is_small_int()) return a.bits < b.bits;
  if (a.is_double() && b.is_double()) return a.as_double() < b.as_double();
  return numbers_less(a, b);
}

bool is_nan(Value v) {
  return v.is_double() && v.as_double() != v.as_double();
}

// The first smallest (or largest) argument as it was given; a NaN if there is one.
template <bool kLargest>
Value extreme(Vm& vm, Args args) {
  Value best = args[0];
  if (GS_UNLIKELY(!best.is_number()) && !arg_numeric(vm, args, 0, best)) return Value::raised();
  u32 best_index = 0;
  for (u32 i = 1; i < args.count; i++) {
    Value v = args.base[i];
    if (GS_UNLIKELY(!v.is_number()) && !arg_numeric(vm, args, i, v)) return Value::raised();
    bool better = (kLargest ? number_below(best, v) : number_below(v, best)) || is_nan(v);
    if (!better || is_nan(best)) continue;
    best = v;
    best_index = i;
  }
  return args.base[best_index];
}

Value math_sign(Vm& vm, Args args) {
  f64 x;
  return arg_number(vm, args, 0, x) ? Value::small_int((x > 0) - (x < 0)) : Value::raised();
}

Value math_clamp(Vm& vm, Args args) {
  Value v[3];
  for (u32 i = 0; i < 3; i++) {
    if (!arg_numeric(vm, args, i, v[i])) return Value::raised();
  }
  Value clamped = number_below(v[0], v[1]) ? v[1] : number_below(v[2], v[0]) ? v[2] : v[0];
  if (v[0].is_int() && v[1].is_int() && v[2].is_int()) return clamped;
  f64 x = 0;
  Vm::to_f64(clamped, x);
  return Value::number(x);
}

Value math_lerp(Vm& vm, Args args) {
  f64 a, b, x;
  if (!arg_number(vm, args, 0, a) || !arg_number(vm, args, 1, b) || !arg_number(vm, args, 2, x)) return Value::raised();
  return Value::number(a + (b - a) * x);
}

Value math_isnan(Vm& vm, Args args) {
  f64 x;
  return arg_number(vm, args, 0, x) ? Value::boolean(x != x) : Value::raised();
}

Value math_isinf(Vm& vm, Args args) {
  f64 x;
  return arg_number(vm, args, 0, x) ? Value::boolean(std::isinf(x)) : Value::raised();
}

Value math_type(Vm& vm, Args args) {
  Value v = args[0];
  if (v.is_int()) return vm.string_value("integer");
  return v.is_double() ? vm.string_value("float") : Value::boolean(false);
}

Value math_tointeger(Vm& vm, Args args) {
  Value v = args[0];
  i64 n;
  if (v.is_int()) return v;
  return v.is_double() && prim::to_int_exact(v.as_double(), n) ? vm.integer(n) : Value::nil();
}

constexpr NativeRow kRows[] = {
    {"abs", math_abs},
    {"ceil", round_by<Rounding::kUp>},
    {"floor", round_by<Rounding::kDown>},
    {"trunc", round_by<Rounding::kToZero>},
    {"round", math_round},
    {"sqrt", real<sqrt_of>},
    {"sin", real<sin_of>},
    {"cos", real<cos_of>},
    {"tan", real<tan_of>},
    {"asin", real<asin_of>},
    {"acos", real<acos_of>},
    {"exp", real<exp_of>},
    {"atan", math_atan},
    {"log", math_log},
    {"pow", real2<pow_of>},
    {"fmod", real2<fmod_of>},
    {"hypot", real2<hypot_of>},
    {"modf", math_modf},
    {"div", math_div},
    {"mod", math_mod},
    {"max", extreme<true>},
    {"min", extreme<false>},
    {"sign", math_sign},
    {"clamp", math_clamp},
    {"lerp", math_lerp},
    {"isnan", math_isnan},
    {"isinf", math_isinf},
    {"type", math_type},
    {"tointeger", math_tointeger},
};

}  // namespace

bool install_math(Vm& vm) {
  Table* math = vm.register_library("math", kRows);
  return math && table_set_name(vm, math, "pi", Value::number(3.141592653589793)) &&
         table_set_name(vm, math, "huge", Value::number(std::numeric_limits<f64>::infinity())) &&
         table_set_name(vm, math, "maxinteger", vm.integer(prim::kMaxInt)) &&
         table_set_name(vm, math, "mininteger", vm.integer(prim::kMinInt)) && install_random(vm, math);
}

}  // namespace gs::stdlib
