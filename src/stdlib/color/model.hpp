// Colors as four floats and their other forms: hex text, HSV, HSL. Pure.
#pragma once

#include <string>
#include <string_view>

#include "base/types.hpp"

namespace gs::stdlib {

struct Color {
  f64 r, g, b, a = 1;
};

// #RGB, #RRGGBB, #RRGGBBAA, the '#' optional. False: none of these.
bool color_from_hex(std::string_view text, Color& out);
std::string color_to_hex(const Color& color);  // #RRGGBB

// Hue in degrees, the others 0..1.
struct Hue {
  f64 h, s, x;  // x: value or lightness
};
Color color_from_hsv(const Hue& hsv);
Color color_from_hsl(const Hue& hsl);
Hue color_to_hsv(const Color& color);
Hue color_to_hsl(const Color& color);

inline f64 clamp_unit(f64 x) {
  return x < 0 ? 0 : x > 1 ? 1 : x;
}

}  // namespace gs::stdlib
