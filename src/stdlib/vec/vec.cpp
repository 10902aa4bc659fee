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

template <u32 kSize>
Value vec_new(Vm& vm, Args args) {
  Vec<kSize> v;
  for (u32 i = 0; i < kSize; i++) {
    if (!arg_number(vm, args, i, v.at[i])) return Value::raised();
  }
  return make(vm, args, v);
}

template <u32 kSize>
Value vec_zero(Vm& vm, Args args) {
  return make(vm, args, Vec<kSize>{});
}

template <u32 kSize>
Value vec_one(Vm& vm, Args args) {
  return make(vm, args, each<kSize>([](u32) { return 1.0; }));
}

Value vec_up(Vm& vm, Args args) {
  return make(vm, args, Vec2{{0, 1}});
}
Value vec_right(Vm& vm, Args args) {
  return make(vm, args, Vec2{{1, 0}});
}

// ---- measuring

template <u32 kSize>
Value vec_dot(Vm& vm, Args args) {
  Vec<kSize> a, b;
  return arg_vec(vm, args, 0, a) && arg_vec(vm, args, 1, b) ? Value::number(dot(a, b)) : Value::raised();
}

template <u32 kSize>
Value vec_length(Vm& vm, Args args) {
  Vec<kSize> v;
  return arg_vec(vm, args, 0, v) ? Value::number(std::sqrt(dot(v, v))) : Value::raised();
}

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

template <u32 kSize>
Value vec_dist(Vm& vm, Args args) {
  f64 squared;
  return squared_distance<kSize>(vm, args, squared) ? Value::number(std::sqrt(squared)) : Value::raised();
}

Value vec_dist_squared(Vm& vm, Args args) {
  f64 squared;
  return squared_distance<2>(vm, args, squared) ? Value::number(squared) : Value::raised();
}

Value vec_angle(Vm& vm, Args args) {
  Vec2 v;
  return arg_vec(vm, args, 0, v) ? Value::number(std::atan2(v.at[1], v.at[0])) : Value::raised();
}

// ---- transforming

template <u32 kSize>
Value vec_normalize(Vm& vm, Args args) {
  Vec<kSize> v;
  if (!arg_vec(vm, args, 0, v)) return Value::raised();
  f64 length = std::sqrt(dot(v, v));
  return make(vm, args, length == 0 ? v : each<kSize>([&](u32 i) { return v.at[i] / length; }));
}

template <u32 kSize>
Value vec_lerp(Vm& vm, Args args) {
  Vec<kSize> a, b;
  f64 x;
  if (!arg_vec(vm, args, 0, a) || !arg_vec(vm, args, 1, b) || !arg_number(vm, args, 2, x)) return Value::raised();
  return make(vm, args, each<kSize>([&](u32 i) { return a.at[i] + (b.at[i] - a.at[i]) * x; }));
}

Value vec_rotate(Vm& vm, Args args) {
  Vec2 v;
  f64 angle;
  if (!arg_vec(vm, args, 0, v) || !arg_number(vm, args, 1, angle)) return Value::raised();
  f64 sine = std::sin(angle), cosine = std::cos(angle);
  return make(vm, args, Vec2{{v.at[0] * cosine - v.at[1] * sine, v.at[0] * sine + v.at[1] * cosine}});
}

Value vec_reflect(Vm& vm, Args args) {
  Vec2 v, normal;
  if (!arg_vec(vm, args, 0, v) || !arg_vec(vm, args, 1, normal)) return Value::raised();
  f64 twice = 2 * dot(v, normal);
  return make(vm, args, each<2>([&](u32 i) { return v.at[i] - twice * normal.at[i]; }));
}

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

Value vec_clamp(Vm& vm, Args args) {
  Vec2 v, low, high;
  if (!arg_vec(vm, args, 0, v) || !arg_bound(vm, args, 1, low) || !arg_bound(vm, args, 2, high)) return Value::raised();
  return make(vm, args, each<2>([&](u32 i) {
                return v.at[i] < low.at[i] ? low.at[i] : v.at[i] > high.at[i] ? high.at[i] : v.at[i];
              }));
}

Value vec_cross(Vm& vm, Args args) {
  Vec3 a, b;
  if (!arg_vec(vm, args, 0, a) || !arg_vec(vm, args, 1, b)) return Value::raised();
  return make(vm, args, each<3>([&](u32 i) {
                u32 j = (i + 1) % 3, k = (i + 2) % 3;
                return a.at[j] * b.at[k] - a.at[k] * b.at[j];
              }));
}

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
