#include "stdlib/os/expand.hpp"

#include "base/types.hpp"

namespace gs::stdlib {

namespace {

bool is_name_character(char c, bool first) {
  bool is_letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_';
  return is_letter || (!first && c >= '0' && c <= '9');
}

usize name_length(std::string_view text) {
  usize length = 0;
  while (length < text.size() && is_name_character(text[length], length == 0)) length++;
  return length;
}

}  // namespace

std::string expand_variables(std::string_view text, std::string (*lookup)(const std::string& name)) {
  std::string out;
  for (usize i = 0; i < text.size();) {
    std::string_view rest = text.substr(i + 1);
    usize length = text[i] == '$' ? name_length(rest) : 0;
    usize close = text[i] == '$' && rest.starts_with('{') ? rest.find('}') : rest.npos;
    if (length) {
      out.append(lookup(std::string(rest.substr(0, length))));
      i += 1 + length;
    } else if (close != rest.npos) {
      out.append(lookup(std::string(rest.substr(1, close - 1))));
      i += 2 + close;
    } else {
      out.push_back(text[i++]);
    }
  }
  return out;
}

}  // namespace gs::stdlib
