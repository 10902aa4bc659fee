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

/// math.ceil(x)
/// The least int not below x; a float beyond the ints is returned unchanged.
///     print(math.ceil(1.2), math.ceil(-1.5)) // 2  -1

/// math.floor(x)
/// The greatest int not above x; a float beyond the ints is returned unchanged.
///     print(math.floor(1.8), math.floor(-1.5)) // 1  -2

/// math.trunc(x)
/// x without its fraction, as an int; a float beyond the ints is returned unchanged.
///     print(math.trunc(-1.7)) // -1

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

/// math.sqrt(x)
/// The square root, a float.
///     print(math.sqrt(16)) // 4.0

/// math.sin(x)
/// The sine of x radians.
///     print(math.sin(0)) // 0.0

/// math.cos(x)
/// The cosine of x radians.
///     print(math.cos(0)) // 1.0

/// math.tan(x)
/// The tangent of x radians.
///     print(math.tan(0)) // 0.0

/// math.asin(x)
/// The arc sine, in radians.
///     print(math.asin(1)) // 1.5707963267948966

/// math.acos(x)
/// The arc cosine, in radians.
///     print(math.acos(1)) // 0.0

/// math.exp(x)
/// e to the power x.
///     print(math.exp(0)) // 1.0

template <RealFunction kFunction>
Value real(Vm& vm, Args args) {
  f64 x;
  return arg_number(vm, args, 0, x) ? Value::number(kFunction(x)) : Value::raised();
}

/// math.pow(x, y)
/// x to the power y, a float.
///     print(math.pow(2, 10)) // 1024.0

/// math.fmod(x, y)
/// The remainder with the sign of x, a float.
///     print(math.fmod(-7, 3)) // -1.0

/// math.hypot(x, y)
/// The length of the vector (x, y).
///     print(math.hypot(3, 4)) // 5.0

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

/// math.abs(x)
/// The absolute value; keeps ints.
///     print(math.abs(-4), math.abs(-0.5)) // 4  0.5
Value math_abs(Vm& vm, Args args) {
  Value v = args[0];
  if (!v.is_number() && !arg_numeric(vm, args, 0, v)) return Value::raised();
  if (v.is_double()) return Value::number(std::fabs(v.as_double()));
  i64 n = v.as_int();
  return n < 0 ? vm.integer(prim::neg(n)) : v;
}

/// math.round(x [, n=0])
/// x rounded, halves away from zero: an int, or a float with n decimals.
///     print(math.round(2.5), math.round(2.567, 2), math.round(1234, -2)) // 3  2.57  1200.0
Value math_round(Vm& vm, Args args) {
  Value v;
  i64 decimals = 0;
  if (!arg_numeric(vm, args, 0, v) || !opt_int(vm, args, 1, decimals)) return Value::raised();
  if (decimals == 0) return v.is_int() ? v : integral(vm, std::round(v.as_double()));
  f64 x = v.is_int() ? prim::to_float(v.as_int()) : v.as_double();
  return Value::number(round_to_decimals(x, decimals));
}

/// math.atan(y [, x=1])
/// The angle of the point (x, y), in radians.
///     print(math.atan(1), math.atan(0, -1)) // 0.7853981633974483  3.141592653589793
Value math_atan(Vm& vm, Args args) {
  f64 y, x = 1;
  if (!arg_number(vm, args, 0, y) || !opt_number(vm, args, 1, x)) return Value::raised();
  return Value::number(std::atan2(y, x));
}

/// math.log(x [, base])
/// The logarithm, natural by default; exact for powers of the bases 2 and 10.
///     print(math.log(8, 2), math.log(1000, 10)) // 3.0  3.0
Value math_log(Vm& vm, Args args) {
  f64 x, base;
  if (!arg_number(vm, args, 0, x)) return Value::raised();
  if (!args.has(1)) return Value::number(std::log(x));
  return arg_number(vm, args, 1, base) ? Value::number(log_to_base(x, base)) : Value::raised();
}

/// math.modf(x)
/// The integral and the fractional part, two floats.
///     print(math.modf(3.5)) // 3.0  0.5
Value math_modf(Vm& vm, Args args) {
  f64 x;
  if (!arg_number(vm, args, 0, x)) return Value::raised();
  f64 whole;
  f64 fraction = std::modf(x, &whole);
  return vm.results({Value::number(whole), Value::number(fraction)});
}

/// math.div(i, j)
/// Int division rounded down. Raises "attempt to divide by zero".
///     print(math.div(7, 2), math.div(-7, 2)) // 3  -4
Value math_div(Vm& vm, Args args) {
  i64 a, b;
  if (!arg_int(vm, args, 0, a) || !arg_int(vm, args, 1, b)) return Value::raised();
  if (b == 0) return vm.raise("attempt to divide by zero");
  if (b == -1) return vm.integer(prim::neg(a));
  return vm.integer(a / b - ((a % b != 0) & ((a ^ b) < 0)));
}

/// math.mod(i, j)
/// The remainder of div, with the sign of j. Raises "attempt to perform modulo by zero".
///     print(math.mod(-7, 3), math.mod(7, -3)) // 2  -2
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

/// math.max(x, ...)
/// The largest argument, unconverted; NaN if any is NaN.
///     print(math.max(3, 7.5, 1)) // 7.5

/// math.min(x, ...)
/// The smallest argument, unconverted; NaN if any is NaN.
///     print(math.min(3, 7.5, 1)) // 1

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

/// math.sign(x)
/// -1, 0 or 1; 0 for NaN.
///     print(math.sign(-2.5)) // -1
Value math_sign(Vm& vm, Args args) {
  f64 x;
  return arg_number(vm, args, 0, x) ? Value::small_int((x > 0) - (x < 0)) : Value::raised();
}

/// math.clamp(x, lo, hi)
/// x, or the bound it exceeds; an int if all three are.
///     print(math.clamp(15, 0, 10), math.clamp(0.5, 0, 1)) // 10  0.5
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

/// math.lerp(a, b, x)
/// a + (b - a) * x, a float.
///     print(math.lerp(10, 20, 0.5)) // 15.0
Value math_lerp(Vm& vm, Args args) {
  f64 a, b, x;
  if (!arg_number(vm, args, 0, a) || !arg_number(vm, args, 1, b) || !arg_number(vm, args, 2, x)) return Value::raised();
  return Value::number(a + (b - a) * x);
}

/// math.isnan(x)
/// Whether x is NaN.
///     print(math.isnan(0.0 / 0)) // true
Value math_isnan(Vm& vm, Args args) {
  f64 x;
  return arg_number(vm, args, 0, x) ? Value::boolean(x != x) : Value::raised();
}

/// math.isinf(x)
/// Whether x is infinite.
///     print(math.isinf(-math.huge)) // true
Value math_isinf(Vm& vm, Args args) {
  f64 x;
  return arg_number(vm, args, 0, x) ? Value::boolean(std::isinf(x)) : Value::raised();
}

/// math.type(v)
/// "integer" or "float", or false for anything else.
///     print(math.type(1), math.type(1.0), math.type("1")) // integer  float  false
Value math_type(Vm& vm, Args args) {
  Value v = args[0];
  if (v.is_int()) return vm.string_value("integer");
  return v.is_double() ? vm.string_value("float") : Value::boolean(false);
}

/// math.tointeger(v)
/// v if it is an int, the int a float stands for exactly, or nil.
///     print(math.tointeger(4.0), math.tointeger(4.5)) // 4  nil
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

/// math.pi
/// 3.141592653589793.
///     print(math.pi) // 3.141592653589793

/// math.huge
/// Positive infinity.
///     print(math.huge) // +Inf

/// math.maxinteger
/// The largest int, 2^63 - 1.
///     print(math.maxinteger) // 9223372036854775807

/// math.mininteger
/// The smallest int, -2^63.
///     print(math.mininteger) // -9223372036854775808

bool install_math(Vm& vm) {
  Table* math = vm.register_library("math", kRows);
  return math && table_set_name(vm, math, "pi", Value::number(3.141592653589793)) &&
         table_set_name(vm, math, "huge", Value::number(std::numeric_limits<f64>::infinity())) &&
         table_set_name(vm, math, "maxinteger", vm.integer(prim::kMaxInt)) &&
         table_set_name(vm, math, "mininteger", vm.integer(prim::kMinInt)) && install_random(vm, math);
}

}  // namespace gs::stdlib
