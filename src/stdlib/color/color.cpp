#include "stdlib/color/color.hpp"

#include <cmath>

#include "stdlib/color/model.hpp"
#include "stdlib/support/natives.hpp"

namespace gs::stdlib {

using namespace vm;

namespace {

// ---- colors as tables. All natives here capture the metatable.

Value make_with(Vm& vm, Table* metatable, const Color& c) {
  Table* t = vm.table(0, 5);
  Value type = t ? vm.string_value("color") : Value::raised();
  bool done = !type.is_raised() && table_set_name(vm, t, "r", Value::number(c.r)) &&
              table_set_name(vm, t, "g", Value::number(c.g)) && table_set_name(vm, t, "b", Value::number(c.b)) &&
              table_set_name(vm, t, "a", Value::number(c.a)) && table_set_name(vm, t, "_type", type) &&
              table_set_metatable(vm, t, metatable);
  return done ? Value::table(t) : Value::raised();
}

Value make(Vm& vm, Args args, const Color& c) {
  return make_with(vm, capture(args, 0).as_table(), c);
}

bool read(Vm& vm, Value v, Color& out) {
  if (!v.is_table()) return false;
  Table* t = v.as_table();
  return Vm::to_f64(table_get_name(vm, t, "r"), out.r) && Vm::to_f64(table_get_name(vm, t, "g"), out.g) &&
         Vm::to_f64(table_get_name(vm, t, "b"), out.b) && Vm::to_f64(table_get_name(vm, t, "a"), out.a);
}

bool arg_color(Vm& vm, Args args, u32 index, Color& out) {
  if (read(vm, args[index], out)) return true;
  if (!vm.is_raising()) bad_type(vm, args, index, "color");
  return false;
}

// ---- operators

Value color_add(Vm& vm, Args args) {
  Color a, b;
  if (!arg_color(vm, args, 0, a) || !arg_color(vm, args, 1, b)) return Value::raised();
  return make(vm, args, {clamp_unit(a.r + b.r), clamp_unit(a.g + b.g), clamp_unit(a.b + b.b), clamp_unit(a.a + b.a)});
}

Value color_mul(Vm& vm, Args args) {
  Color a, b;
  f64 factor;
  if (args[0].is_table() && args[1].is_table()) {
    if (!arg_color(vm, args, 0, a) || !arg_color(vm, args, 1, b)) return Value::raised();
    return make(vm, args, {a.r * b.r, a.g * b.g, a.b * b.b, a.a * b.a});
  }
  u32 color_index = args[0].is_table() ? 0 : 1;
  if (!arg_color(vm, args, color_index, a) || !arg_number(vm, args, 1 - color_index, factor)) return Value::raised();
  return make(vm, args, {a.r * factor, a.g * factor, a.b * factor, a.a});
}

Value color_eq(Vm& vm, Args args) {
  Color a, b;
  bool both = read(vm, args[0], a) && read(vm, args[1], b);
  if (vm.is_raising()) return Value::raised();
  return Value::boolean(both && a.r == b.r && a.g == b.g && a.b == b.b && a.a == b.a);
}

constexpr NativeRow kOperators[] = {{"__add", color_add}, {"__mul", color_mul}, {"__eq", color_eq}};

// ---- making

/// color.new(r, g, b [, a=1])
/// A color of components 0 to 1.
///     print(color.toHex(color.new(1, 0.5, 0))) // #FF8000
Value color_new(Vm& vm, Args args) {
  Color c;
  if (!arg_number(vm, args, 0, c.r) || !arg_number(vm, args, 1, c.g) || !arg_number(vm, args, 2, c.b) ||
      !opt_number(vm, args, 3, c.a)) {
    return Value::raised();
  }
  return make(vm, args, c);
}

Value from_bytes(Vm& vm, Args args, bool with_alpha) {
  f64 part[4] = {0, 0, 0, 255};
  for (u32 i = 0; i < (with_alpha ? 4u : 3u); i++) {
    if (!arg_number(vm, args, i, part[i])) return Value::raised();
  }
  return make(vm, args, {part[0] / 255, part[1] / 255, part[2] / 255, part[3] / 255});
}

/// color.rgb(r, g, b)
/// A color of components 0 to 255.
///     print(color.toHex(color.rgb(255, 128, 0))) // #FF8000
Value color_rgb(Vm& vm, Args args) {
  return from_bytes(vm, args, false);
}
/// color.rgba(r, g, b, a)
/// A color of components 0 to 255.
///     print(color.rgba(0, 0, 0, 255).a) // 1.0
Value color_rgba(Vm& vm, Args args) {
  return from_bytes(vm, args, true);
}

/// color.fromHex(s)
/// The color of `#RGB`, `#RRGGBB` or `#RRGGBBAA`, `#` optional, or nil and an error.
///     print(color.fromHex("#f80").r) // 1.0
///     print((color.fromHex("nope"))) // nil
Value color_from_hex_text(Vm& vm, Args args) {
  std::string_view text;
  Color c;
  if (!arg_string(vm, args, 0, text)) return Value::raised();
  return color_from_hex(text, c) ? make(vm, args, c) : vm.failure("invalid hex color");
}

/// color.toHex(c)
/// `#RRGGBB`.
///     print(color.toHex(color.RED)) // #FF0000
Value color_to_hex_text(Vm& vm, Args args) {
  Color c;
  return arg_color(vm, args, 0, c) ? vm.string_value(color_to_hex(c)) : Value::raised();
}

/// color.fromHSV(h, s, v)
/// The color of a hue in degrees, saturation and value.
///     print(color.toHex(color.fromHSV(120, 1, 1))) // #00FF00

/// color.fromHSL(h, s, l)
/// The color of a hue in degrees, saturation and lightness.
///     print(color.toHex(color.fromHSL(240, 1, 0.5))) // #0000FF

template <Color (*kConvert)(const Hue&)>
Value from_hue(Vm& vm, Args args) {
  Hue hue;
  if (!arg_number(vm, args, 0, hue.h) || !arg_number(vm, args, 1, hue.s) || !arg_number(vm, args, 2, hue.x)) {
    return Value::raised();
  }
  if (!std::isfinite(hue.h)) return bad_argument(vm, args, 0, "finite number expected");
  return make(vm, args, kConvert(hue));
}

/// color.toHSV(c)
/// Hue in degrees, saturation and value.
///     print(color.toHSV(color.GREEN)) // 120.0  1.0  1.0

/// color.toHSL(c)
/// Hue in degrees, saturation and lightness.
///     print(color.toHSL(color.BLUE)) // 240.0  1.0  0.5

template <Hue (*kConvert)(const Color&)>
Value to_hue(Vm& vm, Args args) {
  Color c;
  if (!arg_color(vm, args, 0, c)) return Value::raised();
  Hue hue = kConvert(c);
  return vm.results({Value::number(hue.h), Value::number(hue.s), Value::number(hue.x)});
}

// ---- transforming

f64 between(f64 a, f64 b, f64 x) {
  return a + (b - a) * x;
}

/// color.lerp(a, b, x)
/// The color between a and b.
///     print(color.lerp(color.BLACK, color.WHITE, 0.5).r) // 0.5

/// color.mix(a, b, x)
/// The same as lerp.
///     print(color.mix(color.BLACK, color.WHITE, 0.25).g) // 0.25

Value color_lerp(Vm& vm, Args args) {
  Color a, b;
  f64 x;
  if (!arg_color(vm, args, 0, a) || !arg_color(vm, args, 1, b) || !arg_number(vm, args, 2, x)) return Value::raised();
  return make(vm, args, {between(a.r, b.r, x), between(a.g, b.g, x), between(a.b, b.b, x), between(a.a, b.a, x)});
}

/// color.darken(c, x)
/// c with r, g and b times 1 - x.
///     print(color.darken(color.WHITE, 0.5).r) // 0.5
Value color_darken(Vm& vm, Args args) {
  Color c;
  f64 x;
  if (!arg_color(vm, args, 0, c) || !arg_number(vm, args, 1, x)) return Value::raised();
  return make(vm, args, {c.r * (1 - x), c.g * (1 - x), c.b * (1 - x), c.a});
}

/// color.lighten(c, x)
/// c with r, g and b moved towards 1 by x.
///     print(color.lighten(color.BLACK, 0.5).r) // 0.5
Value color_lighten(Vm& vm, Args args) {
  Color c;
  f64 x;
  if (!arg_color(vm, args, 0, c) || !arg_number(vm, args, 1, x)) return Value::raised();
  return make(vm, args, {between(c.r, 1, x), between(c.g, 1, x), between(c.b, 1, x), c.a});
}

/// color.alpha(c, a)
/// c with this opacity.
///     print(color.alpha(color.RED, 0.5).a) // 0.5

/// color.withAlpha(c, a)
/// c with this opacity.
///     print(color.withAlpha(color.RED, 0.5).a) // 0.5

Value color_with_alpha(Vm& vm, Args args) {
  Color c;
  f64 a;
  if (!arg_color(vm, args, 0, c) || !arg_number(vm, args, 1, a)) return Value::raised();
  return make(vm, args, {c.r, c.g, c.b, a});
}

/// color.invert(c)
/// The complement.
///     print(color.toHex(color.invert(color.RED))) // #00FFFF
Value color_invert(Vm& vm, Args args) {
  Color c;
  return arg_color(vm, args, 0, c) ? make(vm, args, {1 - c.r, 1 - c.g, 1 - c.b, c.a}) : Value::raised();
}

/// color.grayscale(c)
/// The gray of the same brightness.
///     print(color.grayscale(color.WHITE).r) // 1.0
Value color_grayscale(Vm& vm, Args args) {
  Color c;
  if (!arg_color(vm, args, 0, c)) return Value::raised();
  f64 gray = 0.2126 * c.r + 0.7152 * c.g + 0.0722 * c.b;
  return make(vm, args, {gray, gray, gray, c.a});
}

/// color.isColor(v)
/// Whether v is a color.
///     print(color.isColor(color.RED), color.isColor({})) // true  false
Value color_is(Vm& vm, Args args) {
  if (!args[0].is_table()) return Value::boolean(false);
  Value type = table_get_name(vm, args[0].as_table(), "_type");
  if (vm.is_raising()) return Value::raised();
  return Value::boolean(type.is_string() && view(type.as_string()) == "color");
}

constexpr NativeRow kRows[] = {
    {"new", color_new},
    {"rgb", color_rgb},
    {"rgba", color_rgba},
    {"fromHex", color_from_hex_text},
    {"toHex", color_to_hex_text},
    {"fromHSV", from_hue<color_from_hsv>},
    {"fromHSL", from_hue<color_from_hsl>},
    {"toHSV", to_hue<color_to_hsv>},
    {"toHSL", to_hue<color_to_hsl>},
    {"lerp", color_lerp},
    {"mix", color_lerp},
    {"darken", color_darken},
    {"lighten", color_lighten},
    {"alpha", color_with_alpha},
    {"withAlpha", color_with_alpha},
    {"invert", color_invert},
    {"grayscale", color_grayscale},
    {"isColor", color_is},
};

struct NamedColor {
  const char* name;
  Color color;
};
constexpr NamedColor kConstants[] = {
    {"RED", {1, 0, 0}},      {"GREEN", {0, 1, 0}},      {"BLUE", {0, 0, 1}},           {"WHITE", {1, 1, 1}},
    {"BLACK", {0, 0, 0}},    {"YELLOW", {1, 1, 0}},     {"CYAN", {0, 1, 1}},           {"MAGENTA", {1, 0, 1}},
    {"ORANGE", {1, 0.5, 0}}, {"PURPLE", {0.5, 0, 0.5}}, {"TRANSPARENT", {0, 0, 0, 0}},
};

}  // namespace

/// color.RED
/// (1, 0, 0).
///     print(color.toHex(color.RED)) // #FF0000

/// color.GREEN
/// (0, 1, 0).
///     print(color.toHex(color.GREEN)) // #00FF00

/// color.BLUE
/// (0, 0, 1).
///     print(color.toHex(color.BLUE)) // #0000FF

/// color.WHITE
/// (1, 1, 1).
///     print(color.toHex(color.WHITE)) // #FFFFFF

/// color.BLACK
/// (0, 0, 0).
///     print(color.toHex(color.BLACK)) // #000000

/// color.YELLOW
/// (1, 1, 0).
///     print(color.toHex(color.YELLOW)) // #FFFF00

/// color.CYAN
/// (0, 1, 1).
///     print(color.toHex(color.CYAN)) // #00FFFF

/// color.MAGENTA
/// (1, 0, 1).
///     print(color.toHex(color.MAGENTA)) // #FF00FF

/// color.ORANGE
/// (1, 0.5, 0).
///     print(color.toHex(color.ORANGE)) // #FF8000

/// color.PURPLE
/// (0.5, 0, 0.5).
///     print(color.toHex(color.PURPLE)) // #800080

/// color.TRANSPARENT
/// All components 0.
///     print(color.TRANSPARENT.a) // 0.0

bool install_color(Vm& vm) {
  Table* color = vm.register_library("color", {});
  Table* metatable = color ? vm.table() : nullptr;
  if (!metatable) return false;
  Value captured = Value::table(metatable);
  if (!add_natives(vm, metatable, "color.", kOperators, {captured})) return false;
  for (const NamedColor& constant : kConstants) {
    Value v = make_with(vm, metatable, constant.color);
    if (v.is_raised() || !table_set_name(vm, color, constant.name, v)) return false;
  }
  return add_natives(vm, color, "color.", kRows, {captured});
}

}  // namespace gs::stdlib
