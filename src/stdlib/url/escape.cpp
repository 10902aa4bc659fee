#include "stdlib/encoding/codec.hpp"
#include "stdlib/url/address.hpp"

namespace gs::stdlib {

namespace {

bool is_unreserved(char c) {
  bool is_letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
  return is_letter || (c >= '0' && c <= '9') || c == '-' || c == '_' || c == '.' || c == '~';
}

std::string escape(std::string_view text, std::string_view also_plain, bool space_is_plus) {
  constexpr char kDigits[] = "0123456789ABCDEF";
  std::string out;
  for (char c : text) {
    if (is_unreserved(c) || also_plain.find(c) != also_plain.npos) {
      out.push_back(c);
    } else if (c == ' ' && space_is_plus) {
      out.push_back('+');
    } else {
      out.push_back('%');
      out.push_back(kDigits[u8(c) >> 4]);
      out.push_back(kDigits[u8(c) & 15]);
    }
  }
  return out;
}

}  // namespace

std::string query_escape(std::string_view text) { return escape(text, "", true); }
std::string path_escape(std::string_view text) { return escape(text, "/$&+,:;=@!*'()", false); }

bool url_unescape(std::string_view text, bool plus_is_space, std::string& out, std::string& error) {
  out.clear();
  for (usize i = 0; i < text.size(); i++) {
    if (text[i] == '+' && plus_is_space) {
      out.push_back(' ');
      continue;
    }
    if (text[i] != '%') {
      out.push_back(text[i]);
      continue;
    }
    i32 high = i + 1 < text.size() ? hex_digit(text[i + 1]) : -1;
    i32 low = i + 2 < text.size() ? hex_digit(text[i + 2]) : -1;
    if (high < 0 || low < 0) {
      error = "invalid URL escape \"";
      error.append(text.substr(i, 3)).append("\"");
      return false;
    }
    out.push_back(char(high << 4 | low));
    i += 2;
  }
  return true;
}

bool parse_query(std::string_view query, QueryPairs& out, std::string& error) {
  while (!query.empty()) {
    usize end = query.find('&');
    std::string_view pair = query.substr(0, end);
    query.remove_prefix(end == query.npos ? query.size() : end + 1);
    if (pair.empty()) continue;
    usize equals = pair.find('=');
    std::string key, value;
    if (!url_unescape(pair.substr(0, equals), true, key, error)) return false;
    std::string_view raw_value = equals == pair.npos ? std::string_view() : pair.substr(equals + 1);
    if (!url_unescape(raw_value, true, value, error)) return false;
    out.emplace_back(std::move(key), std::move(value));
  }
  return true;
}

}  // namespace gs::stdlib
