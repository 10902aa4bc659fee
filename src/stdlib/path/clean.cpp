#include "stdlib/path/clean.hpp"

#include <vector>

#include "base/types.hpp"

namespace gs::stdlib {

namespace {

std::vector<std::string_view> split_elements(std::string_view path) {
  std::vector<std::string_view> elements;
  while (!path.empty()) {
    usize end = path.find('/');
    std::string_view element = path.substr(0, end);
    if (!element.empty()) elements.push_back(element);
    path.remove_prefix(end == path.npos ? path.size() : end + 1);
  }
  return elements;
}

std::string join_elements(const std::vector<std::string_view>& elements, usize from) {
  std::string out;
  for (usize i = from; i < elements.size(); i++) {
    if (i > from) out.push_back('/');
    out.append(elements[i]);
  }
  return out;
}

}  // namespace

std::string clean_path(std::string_view path) {
  bool rooted = path.starts_with('/');
  std::vector<std::string_view> kept;
  for (std::string_view element : split_elements(path)) {
    if (element == ".") continue;
    if (element != "..") {
      kept.push_back(element);
    } else if (!kept.empty() && kept.back() != "..") {
      kept.pop_back();
    } else if (!rooted) {
      kept.push_back(element);
    }
  }
  std::string out = rooted ? "/" : "";
  out += join_elements(kept, 0);
  return out.empty() ? "." : out;
}

std::string_view path_base(std::string_view path) {
  if (path.empty()) return ".";
  while (path.size() > 1 && path.ends_with('/')) path.remove_suffix(1);
  usize slash = path.rfind('/');
  return slash == path.npos || path.size() == 1 ? path : path.substr(slash + 1);
}

std::string path_directory(std::string_view path) {
  usize slash = path.rfind('/');
  return clean_path(slash == path.npos ? "" : path.substr(0, slash + 1));
}

std::string_view path_extension(std::string_view path) {
  usize dot = path.rfind('.');
  usize slash = path.rfind('/');
  bool in_last_element = dot != path.npos && (slash == path.npos || dot > slash);
  return in_last_element ? path.substr(dot) : std::string_view();
}

bool relative_path(std::string_view base, std::string_view target, std::string& out) {
  std::string clean_base = clean_path(base), clean_target = clean_path(target);
  if (clean_base.starts_with('/') != clean_target.starts_with('/')) return false;
  std::vector<std::string_view> from = split_elements(clean_base == "." ? "" : std::string_view(clean_base));
  std::vector<std::string_view> to = split_elements(clean_target == "." ? "" : std::string_view(clean_target));
  usize common = 0;
  while (common < from.size() && common < to.size() && from[common] == to[common]) common++;
  out.clear();
  for (usize i = common; i < from.size(); i++) {
    if (from[i] == "..") return false;
    out += "../";
  }
  out += join_elements(to, common);
  if (out.ends_with('/')) out.pop_back();
  if (out.empty()) out = ".";
  return true;
}

}  // namespace gs::stdlib
