#include "stdlib/color/model.hpp"

#include <algorithm>
#include <cmath>
#include <cstdio>

#include "stdlib/encoding/codec.hpp"

namespace gs::stdlib {

bool color_from_hex(std::string_view text, Color& out) {
  if (text.starts_with('#')) text.remove_prefix(1);
  std::string digits(text);
  if (digits.size() == 3) digits = {text[0], text[0], text[1], text[1], text[2], text[2]};
  if (digits.size() == 6) digits += "ff";
  std::string bytes;
  usize error_at;
  if (digits.size() != 8 || !hex_decode(digits, bytes, error_at)) return false;
  auto part = [&](usize i) { return u8(bytes[i]) / 255.0; };
  out = {part(0), part(1), part(2), part(3)};
  return true;
}

std::string color_to_hex(const Color& color) {
  auto part = [](f64 x) { return unsigned(std::lround(clamp_unit(x) * 255)); };
  char text[16];
  std::snprintf(text, sizeof text, "#%02X%02X%02X", part(color.r), part(color.g), part(color.b));
  return text;
}

namespace {

// The pure hue scaled to `chroma` and lifted by `base`.
Color from_chroma(f64 hue, f64 chroma, f64 base) {
  f64 sector = std::fmod(hue, 360) / 60;
  if (sector < 0) sector += 6;
  f64 second = chroma * (1 - std::fabs(std::fmod(sector, 2) - 1));
  switch (int(sector)) {
    case 0:
      return {chroma + base, second + base, base};
    case 1:
      return {second + base, chroma + base, base};
    case 2:
      return {base, chroma + base, second + base};
    case 3:
      return {base, second + base, chroma + base};
    case 4:
      return {second + base, base, chroma + base};
    default:
      return {chroma + base, base, second + base};
  }
}

f64 hue_of(const Color& c, f64 high, f64 chroma) {
  if (chroma == 0) return 0;
  f64 sector = high == c.r   ? std::fmod((c.g - c.b) / chroma, 6)
               : high == c.g ? (c.b - c.r) / chroma + 2
                             : (c.r - c.g) / chroma + 4;
  return sector < 0 ? sector * 60 + 360 : sector * 60;
}

}  // namespace

Color color_from_hsv(const Hue& hsv) {
  f64 chroma = hsv.x * hsv.s;
  return from_chroma(hsv.h, chroma, hsv.x - chroma);
}

Color color_from_hsl(const Hue& hsl) {
  f64 chroma = (1 - std::fabs(2 * hsl.x - 1)) * hsl.s;
  return from_chroma(hsl.h, chroma, hsl.x - chroma / 2);
}

Hue color_to_hsv(const Color& c) {
  f64 high = std::max({c.r, c.g, c.b}), chroma = high - std::min({c.r, c.g, c.b});
  return {hue_of(c, high, chroma), high == 0 ? 0 : chroma / high, high};
}

Hue color_to_hsl(const Color& c) {
  f64 high = std::max({c.r, c.g, c.b}), low = std::min({c.r, c.g, c.b});
  f64 lightness = (high + low) / 2, chroma = high - low;
  f64 range = 1 - std::fabs(2 * lightness - 1);
  return {hue_of(c, high, chroma), chroma == 0 || range == 0 ? 0 : chroma / range, lightness};
}

}  // namespace gs::stdlib
