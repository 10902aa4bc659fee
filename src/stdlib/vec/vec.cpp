#include "stdlib/vec/vec.hpp"

#include <cmath>

#include "stdlib/support/natives.hpp"

namespace gs::stdlib {

using namespace vm;

namespace {

// A vector of 2 or 3 components. All natives here capture the metatables of both kinds.
template <u32 kSize>
struct Vec {
  f64 at[kSize];
};
using Vec2 = Vec<2>;
using Vec3 = Vec<3>;

constexpr const char* kComponentNames[] = {"x", "y", "z"};

template <u32 kSize>
constexpr const char* kTypeName = kSize == 2 ? "vec2" : "vec3";

template <u32 kSize>
Value make(Vm& vm, Args args, const Vec<kSize>& v) {
  Table* t = vm.table(0, kSize + 1);
  if (!t) return Value::raised();
  for (u32 i = 0; i < kSize; i++) {
    if (!table_set_name(vm, t, kComponentNames[i], Value::number(v.at[i]))) return Value::raised();
  }
  Value type = vm.string_value(kTypeName<kSize>);
  bool done = !type.is_raised() && table_set_name(vm, t, "_type", type) &&
              table_set_metatable(vm, t, capture(args, kSize - 2).as_table());
  return done ? Value::table(t) : Value::raised();
}

template <u32 kSize>
bool read(Vm& vm, Value v, Vec<kSize>& out) {
  for (u32 i = 0; i < kSize; i++) {
    if (!v.is_table() || !Vm::to_f64(table_get_name(vm, v.as_table(), kComponentNames[i]), out.at[i])) return false;
  }
  return true;
}

template <u32 kSize>
bool arg_vec(Vm& vm, Args args, u32 index, Vec<kSize>& out) {
  if (read(vm, args[index], out)) return true;
  if (!vm.is_raising()) bad_type(vm, args, index, kTypeName<kSize>);
  return false;
}

template <u32 kSize, typename Function>
Vec<kSize> each(Function function) {
  Vec<kSize> out;
  for (u32 i = 0; i < kSize; i++) out.at[i] = function(i);
  return out;
}

template <u32 kSize>
f64 dot(const Vec<kSize>& a, const Vec<kSize>& b) {
  f64 sum = 0;
  for (u32 i = 0; i < kSize; i++) sum += a.at[i] * b.at[i];
  return sum;
}

template <u32 kSize>
Vec<kSize> difference(const Vec<kSize>& a, const Vec<kSize>& b) {
  return each<kSize>([&](u32 i) { return a.at[i] - b.at[i]; });
}

// ---- operators

template <u32 kSize>
Value vec_add(Vm& vm, Args args) {
  Vec<kSize> a, b;
  if (!arg_vec(vm, args, 0, a) || !arg_vec(vm, args, 1, b)) return Value::raised();
  return make(vm, args, each<kSize>([&](u32 i) { return a.at[i] + b.at[i]; }));
}

template <u32 kSize>
Value vec_sub(Vm& vm, Args args) {
  Vec<kSize> a, b;
  if (!arg_vec(vm, args, 0, a) || !arg_vec(vm, args, 1, b)) return Value::raised();
  return make(vm, args, difference(a, b));
}

template <u32 kSize>
Value vec_mul(Vm& vm, Args args) {
  Vec<kSize> v;
  f64 factor;
  bool vector_first = args[0].is_table();
  if (!arg_vec(vm, args, vector_first ? 0 : 1, v) || !arg_number(vm, args, vector_first ? 1 : 0, factor)) {
    return Value::raised();
  }
  return make(vm, args, each<kSize>([&](u32 i) { return v.at[i] * factor; }));
}

template <u32 kSize>
Value vec_div(Vm& vm, Args args) {
  Vec<kSize> v;
  f64 divisor;
  if (!arg_vec(vm, args, 0, v) || !arg_number(vm, args, 1, divisor)) return Value::raised();
  if (divisor == 0) return vm.raise("division by zero");
  return make(vm, args, each<kSize>([&](u32 i) { return v.at[i] / divisor; }));
}

template <u32 kSize>
Value vec_unm(Vm& vm, Args args) {
  Vec<kSize> v;
  if (!arg_vec(vm, args, 0, v)) return Value::raised();
  return make(vm, args, each<kSize>([&](u32 i) { return -v.at[i]; }));
}

template <u32 kSize>
Value vec_eq(Vm& vm, Args args) {
  Vec<kSize> a, b;
  bool equal = read(vm, args[0], a) && read(vm, args[1], b);
  for (u32 i = 0; equal && i < kSize; i++) equal = a.at[i] == b.at[i];
  return vm.is_raising() ? Value::raised() : Value::boolean(equal);
}

template <u32 kSize>
constexpr NativeRow kOperators[] = {{"__add", vec_add<kSize>}, {"__sub", vec_sub<kSize>}, {"__mul", vec_mul<kSize>},
                                    {"__div", vec_div<kSize>}, {"__unm", vec_unm<kSize>}, {"__eq", vec_eq<kSize>}};

// ---- making

/// vec.vec2(x, y)
/// A vector {x, y} with arithmetic by component.
///     print((vec.vec2(3, 4) * 2).x) // 6.0

/// vec.vec3(x, y, z)
/// A vector {x, y, z} with arithmetic by component.
///     print((vec.vec3(1, 2, 3) + vec.one3()).z) // 4.0

template <u32 kSize>
Value vec_new(Vm& vm, Args args) {
  Vec<kSize> v;
  for (u32 i = 0; i < kSize; i++) {
    if (!arg_number(vm, args, i, v.at[i])) return Value::raised();
  }
  return make(vm, args, v);
}

/// vec.zero2()
/// (0, 0).
///     print(vec.zero2().x) // 0.0

/// vec.zero3()
/// (0, 0, 0).
///     print(vec.zero3().z) // 0.0

template <u32 kSize>
Value vec_zero(Vm& vm, Args args) {
  return make(vm, args, Vec<kSize>{});
}

/// vec.one2()
/// (1, 1).
///     print(vec.one2().x) // 1.0

/// vec.one3()
/// (1, 1, 1).
///     print(vec.one3().z) // 1.0

template <u32 kSize>
Value vec_one(Vm& vm, Args args) {
  return make(vm, args, each<kSize>([](u32) { return 1.0; }));
}

/// vec.up()
/// (0, 1).
///     print(vec.up().y) // 1.0
Value vec_up(Vm& vm, Args args) {
  return make(vm, args, Vec2{{0, 1}});
}
/// vec.right()
/// (1, 0).
///     print(vec.right().x) // 1.0
Value vec_right(Vm& vm, Args args) {
  return make(vm, args, Vec2{{1, 0}});
}

// ---- measuring

/// vec.dot2(a, b)
/// The scalar product.
///     print(vec.dot2(vec.vec2(1, 2), vec.vec2(3, 4))) // 11.0

/// vec.dot3(a, b)
/// The scalar product.
///     print(vec.dot3(vec.vec3(1, 2, 3), vec.one3())) // 6.0

template <u32 kSize>
Value vec_dot(Vm& vm, Args args) {
  Vec<kSize> a, b;
  return arg_vec(vm, args, 0, a) && arg_vec(vm, args, 1, b) ? Value::number(dot(a, b)) : Value::raised();
}

/// vec.length2(v)
/// The length.
///     print(vec.length2(vec.vec2(3, 4))) // 5.0

/// vec.length3(v)
/// The length.
///     print(vec.length3(vec.vec3(2, 3, 6))) // 7.0

template <u32 kSize>
Value vec_length(Vm& vm, Args args) {
  Vec<kSize> v;
  return arg_vec(vm, args, 0, v) ? Value::number(std::sqrt(dot(v, v))) : Value::raised();
}

/// vec.lengthSq2(v)
/// The square of the length.
///     print(vec.lengthSq2(vec.vec2(3, 4))) // 25.0
Value vec_length_squared(Vm& vm, Args args) {
  Vec2 v;
  return arg_vec(vm, args, 0, v) ? Value::number(dot(v, v)) : Value::raised();
}

template <u32 kSize>
bool squared_distance(Vm& vm, Args args, f64& out) {
  Vec<kSize> a, b;
  if (!arg_vec(vm, args, 0, a) || !arg_vec(vm, args, 1, b)) return false;
  Vec<kSize> d = difference(a, b);
  out = dot(d, d);
  return true;
}

/// vec.dist2(a, b)
/// The distance.
///     print(vec.dist2(vec.vec2(0, 0), vec.vec2(3, 4))) // 5.0

/// vec.dist3(a, b)
/// The distance.
///     print(vec.dist3(vec.zero3(), vec.vec3(2, 3, 6))) // 7.0

template <u32 kSize>
Value vec_dist(Vm& vm, Args args) {
  f64 squared;
  return squared_distance<kSize>(vm, args, squared) ? Value::number(std::sqrt(squared)) : Value::raised();
}

/// vec.distSq2(a, b)
/// The square of the distance.
///     print(vec.distSq2(vec.zero2(), vec.vec2(3, 4))) // 25.0
Value vec_dist_squared(Vm& vm, Args args) {
  f64 squared;
  return squared_distance<2>(vm, args, squared) ? Value::number(squared) : Value::raised();
}

/// vec.angle2(v)
/// The angle to the x axis, in radians.
///     print(vec.angle2(vec.vec2(1, 0))) // 0.0
Value vec_angle(Vm& vm, Args args) {
  Vec2 v;
  return arg_vec(vm, args, 0, v) ? Value::number(std::atan2(v.at[1], v.at[0])) : Value::raised();
}

// ---- transforming

/// vec.normalize2(v)
/// The vector of length 1 in this direction; zero stays zero.
///     print(vec.normalize2(vec.vec2(0, 5)).y) // 1.0

/// vec.normalize3(v)
/// The vector of length 1 in this direction; zero stays zero.
///     print(vec.normalize3(vec.vec3(0, 0, 5)).z) // 1.0

template <u32 kSize>
Value vec_normalize(Vm& vm, Args args) {
  Vec<kSize> v;
  if (!arg_vec(vm, args, 0, v)) return Value::raised();
  f64 length = std::sqrt(dot(v, v));
  return make(vm, args, length == 0 ? v : each<kSize>([&](u32 i) { return v.at[i] / length; }));
}

/// vec.lerp2(a, b, x)
/// The vector between a and b.
///     print(vec.lerp2(vec.zero2(), vec.vec2(10, 20), 0.5).y) // 10.0

/// vec.lerp3(a, b, x)
/// The vector between a and b.
///     print(vec.lerp3(vec.zero3(), vec.vec3(2, 4, 6), 0.5).z) // 3.0

template <u32 kSize>
Value vec_lerp(Vm& vm, Args args) {
  Vec<kSize> a, b;
  f64 x;
  if (!arg_vec(vm, args, 0, a) || !arg_vec(vm, args, 1, b) || !arg_number(vm, args, 2, x)) return Value::raised();
  return make(vm, args, each<kSize>([&](u32 i) { return a.at[i] + (b.at[i] - a.at[i]) * x; }));
}

/// vec.rotate2(v, rad)
/// v turned counter-clockwise.
///     print(math.round(vec.rotate2(vec.vec2(1, 0), math.pi / 2).y)) // 1
Value vec_rotate(Vm& vm, Args args) {
  Vec2 v;
  f64 angle;
  if (!arg_vec(vm, args, 0, v) || !arg_number(vm, args, 1, angle)) return Value::raised();
  f64 sine = std::sin(angle), cosine = std::cos(angle);
  return make(vm, args, Vec2{{v.at[0] * cosine - v.at[1] * sine, v.at[0] * sine + v.at[1] * cosine}});
}

/// vec.reflect2(v, normal)
/// v mirrored at a line with this normal.
///     print(vec.reflect2(vec.vec2(1, -1), vec.up()).y) // 1.0
Value vec_reflect(Vm& vm, Args args) {
  Vec2 v, normal;
  if (!arg_vec(vm, args, 0, v) || !arg_vec(vm, args, 1, normal)) return Value::raised();
  f64 twice = 2 * dot(v, normal);
  return make(vm, args, each<2>([&](u32 i) { return v.at[i] - twice * normal.at[i]; }));
}

/// vec.perp2(v)
/// v turned by a quarter: (-y, x).
///     print(vec.perp2(vec.vec2(1, 2)).y) // 1.0
Value vec_perp(Vm& vm, Args args) {
  Vec2 v;
  return arg_vec(vm, args, 0, v) ? make(vm, args, Vec2{{-v.at[1], v.at[0]}}) : Value::raised();
}

// A number stands for a vector of it.
bool arg_bound(Vm& vm, Args args, u32 index, Vec2& out) {
  f64 x;
  if (!Vm::to_f64(args[index], x)) return arg_vec(vm, args, index, out);
  out = {{x, x}};
  return true;
}

/// vec.clamp2(v, lo, hi)
/// v with its components within bounds, numbers or vectors.
///     print(vec.clamp2(vec.vec2(5, -5), 0, 1).x) // 1.0
Value vec_clamp(Vm& vm, Args args) {
  Vec2 v, low, high;
  if (!arg_vec(vm, args, 0, v) || !arg_bound(vm, args, 1, low) || !arg_bound(vm, args, 2, high)) return Value::raised();
  return make(vm, args, each<2>([&](u32 i) {
                return v.at[i] < low.at[i] ? low.at[i] : v.at[i] > high.at[i] ? high.at[i] : v.at[i];
              }));
}

/// vec.cross3(a, b)
/// The vector product.
///     print(vec.cross3(vec.vec3(1, 0, 0), vec.vec3(0, 1, 0)).z) // 1.0
Value vec_cross(Vm& vm, Args args) {
  Vec3 a, b;
  if (!arg_vec(vm, args, 0, a) || !arg_vec(vm, args, 1, b)) return Value::raised();
  return make(vm, args, each<3>([&](u32 i) {
                u32 j = (i + 1) % 3, k = (i + 2) % 3;
                return a.at[j] * b.at[k] - a.at[k] * b.at[j];
              }));
}

/// vec.isVec2(v)
/// Whether v is a vector of two components.
///     print(vec.isVec2(vec.up()), vec.isVec2({})) // true  false

/// vec.isVec3(v)
/// Whether v is a vector of three components.
///     print(vec.isVec3(vec.one3()), vec.isVec3(1)) // true  false

template <u32 kSize>
Value vec_is(Vm& vm, Args args) {
  if (!args[0].is_table()) return Value::boolean(false);
  Value type = table_get_name(vm, args[0].as_table(), "_type");
  if (vm.is_raising()) return Value::raised();
  return Value::boolean(type.is_string() && view(type.as_string()) == kTypeName<kSize>);
}

constexpr NativeRow kRows[] = {
    {"vec2", vec_new<2>},
    {"zero2", vec_zero<2>},
    {"one2", vec_one<2>},
    {"up", vec_up},
    {"right", vec_right},
    {"vec3", vec_new<3>},
    {"zero3", vec_zero<3>},
    {"one3", vec_one<3>},
    {"dot2", vec_dot<2>},
    {"dot3", vec_dot<3>},
    {"length2", vec_length<2>},
    {"length3", vec_length<3>},
    {"lengthSq2", vec_length_squared},
    {"dist2", vec_dist<2>},
    {"dist3", vec_dist<3>},
    {"distSq2", vec_dist_squared},
    {"angle2", vec_angle},
    {"normalize2", vec_normalize<2>},
    {"normalize3", vec_normalize<3>},
    {"lerp2", vec_lerp<2>},
    {"lerp3", vec_lerp<3>},
    {"rotate2", vec_rotate},
    {"reflect2", vec_reflect},
    {"perp2", vec_perp},
    {"clamp2", vec_clamp},
    {"cross3", vec_cross},
    {"isVec2", vec_is<2>},
    {"isVec3", vec_is<3>},
};

}  // namespace

bool install_vec(Vm& vm) {
  Table* vec = vm.register_library("vec", {});
  Table* meta2 = vec ? vm.table() : nullptr;
  Table* meta3 = meta2 ? vm.table() : nullptr;
  if (!meta3) return false;
  Value two = Value::table(meta2), three = Value::table(meta3);
  return add_natives(vm, meta2, "vec2.", kOperators<2>, {two, three}) &&
         add_natives(vm, meta3, "vec3.", kOperators<3>, {two, three}) &&
         add_natives(vm, vec, "vec.", kRows, {two, three});
}

}  // namespace gs::stdlib
