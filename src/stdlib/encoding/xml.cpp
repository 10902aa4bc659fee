// XML entities. Unescaping goes once over the text, so that "&amp;lt;" becomes "&lt;".
#include "base/utf8.hpp"
#include "stdlib/encoding/codec.hpp"

namespace gs::stdlib {

namespace {

std::string_view entity_of(char c) {
  switch (c) {
    case '&': return "&amp;";
    case '<': return "&lt;";
    case '>': return "&gt;";
    case '"': return "&#34;";
    case '\'': return "&#39;";
    case '\t': return "&#x9;";
    case '\n': return "&#xA;";
    case '\r': return "&#xD;";
    default: return {};
  }
}

// "34" or "x22" to its character.
bool numeric_character(std::string_view digits, u32& code) {
  bool hex = digits.starts_with('x') || digits.starts_with('X');
  if (hex) digits.remove_prefix(1);
  if (digits.empty() || digits.size() > 8) return false;
  code = 0;
  for (char c : digits) {
    i32 digit = hex_digit(c);
    if (digit < 0 || (!hex && digit > 9)) return false;
    code = code * (hex ? 16 : 10) + u32(digit);
  }
  return is_scalar(code);
}

// Between '&' and ';'. False: unknown.
bool entity_character(std::string_view name, u32& code) {
  if (name.starts_with('#')) return numeric_character(name.substr(1), code);
  code = name == "amp"    ? '&'
         : name == "lt"   ? '<'
         : name == "gt"   ? '>'
         : name == "quot" ? '"'
         : name == "apos" ? '\''
                          : 0;
  return code != 0;
}

}  // namespace

std::string xml_escape(std::string_view text) {
  std::string out;
  for (char c : text) {
    std::string_view entity = entity_of(c);
    if (entity.empty()) {
      out.push_back(c);
    } else {
      out.append(entity);
    }
  }
  return out;
}

std::string xml_unescape(std::string_view text) {
  constexpr usize kLongestEntity = 12;
  std::string out;
  for (usize i = 0; i < text.size();) {
    usize end = text[i] == '&' ? text.substr(0, i + kLongestEntity).find(';', i) : text.npos;
    u32 code;
    if (end == text.npos || !entity_character(text.substr(i + 1, end - i - 1), code)) {
      out.push_back(text[i++]);
      continue;
    }
    char bytes[kMaxUtf8];
    out.append(bytes, encode_utf8(code, bytes));
    i = end + 1;
  }
  return out;
}

}  // namespace gs::stdlib
