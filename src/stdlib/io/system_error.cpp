#include "stdlib/io/system_error.hpp"

#include <cstring>

namespace gs::stdlib {

std::string system_reason(int error) {
  char buffer[128];
  std::string text = strerror_r(error, buffer, sizeof buffer);
  if (!text.empty() && text[0] >= 'A' && text[0] <= 'Z') text[0] = char(text[0] + 32);
  return text;
}

std::string system_failure(std::string_view operation, std::string_view path, int error) {
  std::string text(operation);
  text.append(" ").append(path).append(": ").append(system_reason(error));
  return text;
}

bool to_system_path(std::string_view path, std::string& out) {
  out.assign(path);
  return path.find('\0') == path.npos;
}

}  // namespace gs::stdlib
