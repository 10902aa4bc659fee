// The text of JSON strings and numbers as json.encode writes them (language 15.11). Pure; any output with
// append(std::string_view) and append(char).
#pragma once

#include <cmath>
#include <string_view>

#include "base/types.hpp"
#include "base/utf8.hpp"
#include "prim/number_text.hpp"

namespace gs::stdlib {

// What a byte means inside an encoded string.
enum class JsonByte : u8 { kPlain, kEscaped, kMultibyte };

struct JsonBytes {
  JsonByte of[256] = {};
  constexpr JsonBytes() {
    for (int c = 0; c < 0x20; c++) of[c] = JsonByte::kEscaped;
    for (int c = 0x80; c < 256; c++) of[c] = JsonByte::kMultibyte;
    for (char c : {'"', '\\', '<', '>', '&'}) of[u8(c)] = JsonByte::kEscaped;
  }
};
inline constexpr JsonBytes kJsonBytes;

template <typename Output>
void append_json_escape(Output& out, u32 code) {
  switch (code) {
    case '"': out.append("\\\""); return;
    case '\\': out.append("\\\\"); return;
    case '\n': out.append("\\n"); return;
    case '\r': out.append("\\r"); return;
    case '\t': out.append("\\t"); return;
    case '\b': out.append("\\b"); return;
    case '\f': out.append("\\f"); return;
    default: break;
  }
  out.append("\\u");
  for (int shift = 12; shift >= 0; shift -= 4) out.append("0123456789abcdef"[code >> shift & 15]);
}

// A code point of several bytes, or an invalid byte, at p; returns its length.
template <typename Output>
usize append_json_multibyte(Output& out, const char* p, const char* end) {
  const CodePoint point = decode_utf8(p, end);
  if (!point.valid) {
    out.append("\xEF\xBF\xBD");
  } else if (point.code == 0x2028 || point.code == 0x2029) {
    append_json_escape(out, point.code);
  } else {
    out.append(std::string_view(p, point.length));
  }
  return point.length;
}

// The string with its quotes.
template <typename Output>
void append_json_string(Output& out, std::string_view text) {
  out.append('"');
  const char* p = text.data();
  const char* end = p + text.size();
  while (p < end) {
    const char* plain = p;
    while (p < end && kJsonBytes.of[u8(*p)] == JsonByte::kPlain) p++;
    out.append(std::string_view(plain, usize(p - plain)));
    if (p == end) break;
    if (kJsonBytes.of[u8(*p)] == JsonByte::kEscaped) {
      append_json_escape(out, u8(*p++));
    } else {
      p += append_json_multibyte(out, p, end);
    }
  }
  out.append('"');
}

// Shortest digits without ".0", exponent form below 1e-6 and from 1e21; null if not finite. Room: prim::kMaxNumberText.
inline usize format_json_float(f64 value, char* out) {
  if (!std::isfinite(value)) return std::string_view("null").copy(out, 4);
  return prim::layout_decimal(prim::shortest_decimal(value), {-6, 21, 1}, out);
}

}  // namespace gs::stdlib
