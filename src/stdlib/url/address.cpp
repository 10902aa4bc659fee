#include "stdlib/url/address.hpp"

#include <algorithm>

namespace gs::stdlib {

namespace {

// The parts of a reference as they stand in the text (RFC 3986, appendix B).
struct RawUrl {
  std::string_view scheme, authority, path, query, fragment;
  bool has_scheme = false, has_authority = false, has_query = false, has_fragment = false;
};

bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }
bool is_digit(char c) { return c >= '0' && c <= '9'; }

// Length of the scheme before a ':', 0 if there is none.
usize scheme_length(std::string_view text) {
  usize length = 0;
  while (length < text.size() &&
         (is_letter(text[length]) ||
          (length && (is_digit(text[length]) || text[length] == '+' || text[length] == '-' || text[length] == '.')))) {
    length++;
  }
  return length < text.size() && text[length] == ':' ? length : 0;
}

// Cuts `text` at the first `mark`; what follows it goes to `rest`.
bool cut(std::string_view& text, char mark, std::string_view& rest) {
  usize at = text.find(mark);
  if (at == text.npos) return false;
  rest = text.substr(at + 1);
  text = text.substr(0, at);
  return true;
}

bool split_url(std::string_view text, RawUrl& out, std::string& error) {
  for (char c : text) {
    if (u8(c) < 0x20 || c == 0x7f) return error = "invalid control character in URL", false;
  }
  if (text.starts_with(':')) return error = "missing protocol scheme", false;
  out.has_fragment = cut(text, '#', out.fragment);
  if (usize length = scheme_length(text)) {
    out.has_scheme = true;
    out.scheme = text.substr(0, length);
    text.remove_prefix(length + 1);
  }
  out.has_query = cut(text, '?', out.query);
  if (text.starts_with("//")) {
    out.has_authority = true;
    text.remove_prefix(2);
    usize end = text.find('/');
    out.authority = text.substr(0, end);
    text.remove_prefix(out.authority.size());
  }
  out.path = text;
  if (!out.has_scheme && !out.has_authority && out.path.substr(0, out.path.find('/')).find(':') != text.npos) {
    return error = "first path segment in URL cannot contain colon", false;
  }
  return true;
}

bool parse_user(std::string_view text, Url& out, std::string& error) {
  std::string_view password;
  out.has_user = true;
  out.has_password = cut(text, ':', password);
  return url_unescape(text, false, out.user, error) && url_unescape(password, false, out.password, error);
}

bool parse_host(std::string_view text, Url& out, std::string& error) {
  usize host_end = text.starts_with('[') ? text.find(']') : text.rfind(':');
  if (text.starts_with('[')) {
    if (host_end == text.npos) return error = "missing ']' in host", false;
    host_end++;
  }
  std::string_view host = text.substr(0, host_end);
  std::string_view port = host_end == text.npos ? std::string_view() : text.substr(host_end);
  bool is_port = port.empty() || (port[0] == ':' && std::all_of(port.begin() + 1, port.end(), is_digit));
  if (!is_port) {
    error = "invalid port \"";
    error.append(port).append("\" after host");
    return false;
  }
  if (!port.empty()) out.port = port.substr(1);
  if (host.starts_with('[')) host = host.substr(1, host.size() - 2);
  if (!url_unescape(host, false, out.host, error)) return false;
  // Escaped or not: such a name could only break what it is written into, as a Host header.
  for (char c : out.host) {
    if (u8(c) <= ' ' || c == '<' || c == '>' || c == '"' || c == 0x7f) {
      return error = "invalid character in host name", false;
    }
  }
  return true;
}

// A name or password: as in queries, but `+` does not stand for a space there.
std::string user_escape(std::string_view text) {
  std::string out = query_escape(text);
  for (usize at = out.find('+'); at != out.npos; at = out.find('+', at)) out.replace(at, 1, "%20");
  return out;
}

std::string lower_case(std::string_view text) {
  std::string out(text);
  for (char& c : out) c = c >= 'A' && c <= 'Z' ? char(c + 32) : c;
  return out;
}

// RFC 3986, 5.2.4.
std::string remove_dot_segments(std::string_view path) {
  std::string out;
  while (!path.empty()) {
    usize end = path.find('/', 1);
    std::string_view segment = path.substr(0, end);
    path.remove_prefix(segment.size());
    std::string_view name = segment.starts_with('/') ? segment.substr(1) : segment;
    if (name != "." && name != "..") {
      out.append(segment);
      continue;
    }
    if (name == "..") out.resize(out.rfind('/') == out.npos ? 0 : out.rfind('/'));
    if (path.empty()) out.push_back('/');
  }
  return out;
}

// A relative path takes the place of the base's last segment.
std::string merge_paths(const RawUrl& base, std::string_view path) {
  if (base.has_authority && base.path.empty()) return std::string("/").append(path);
  usize slash = base.path.rfind('/');
  return std::string(base.path.substr(0, slash == base.path.npos ? 0 : slash + 1)).append(path);
}

std::string unsplit(const RawUrl& url, std::string_view path) {
  std::string out;
  if (url.has_scheme) out.append(url.scheme).append(":");
  if (url.has_authority) out.append("//").append(url.authority);
  out.append(path);
  if (url.has_query) out.append("?").append(url.query);
  if (url.has_fragment) out.append("#").append(url.fragment);
  return out;
}

}  // namespace

bool parse_url(std::string_view text, Url& out, std::string& error) {
  RawUrl raw;
  if (!split_url(text, raw, error)) return false;
  out.scheme = lower_case(raw.scheme);
  out.has_authority = raw.has_authority;
  out.has_query = raw.has_query;
  out.query = raw.query;
  std::string_view host = raw.authority;
  usize at = host.rfind('@');
  if (at != host.npos) {
    if (!parse_user(host.substr(0, at), out, error)) return false;
    host.remove_prefix(at + 1);
  }
  return parse_host(host, out, error) && url_unescape(raw.path, false, out.path, error) &&
         url_unescape(raw.fragment, false, out.fragment, error);
}

std::string build_url(const Url& url) {
  std::string out;
  if (!url.scheme.empty()) out.append(url.scheme).append(":");
  if (!url.host.empty() || url.has_user) {
    out.append("//");
    if (url.has_user) out.append(user_escape(url.user));
    if (url.has_password) out.append(":").append(user_escape(url.password));
    if (url.has_user) out.append("@");
    bool is_ipv6 = url.host.find(':') != url.host.npos;
    out.append(is_ipv6 ? "[" : "").append(url.host).append(is_ipv6 ? "]" : "");
    if (!url.port.empty()) out.append(":").append(url.port);
    if (!url.path.empty() && url.path[0] != '/') out.append("/");
  } else if (url.path.starts_with("//")) {
    out.append("//");  // an empty host, so that the path is not taken for one
  }
  out.append(path_escape(url.path));
  if (!url.query.empty()) out.append("?").append(url.query);
  if (!url.fragment.empty()) out.append("#").append(path_escape(url.fragment));
  return out;
}

bool resolve_url(std::string_view base, std::string_view reference, std::string& out, std::string& error) {
  Url checked;
  if (!parse_url(base, checked, error) || !parse_url(reference, checked, error)) return false;
  RawUrl from, to;
  if (!split_url(base, from, error) || !split_url(reference, to, error)) return false;
  if (to.has_scheme) {
    out = unsplit(to, remove_dot_segments(to.path));
    return true;
  }
  to.has_scheme = from.has_scheme;
  to.scheme = from.scheme;
  if (to.has_authority) {
    out = unsplit(to, remove_dot_segments(to.path));
    return true;
  }
  to.has_authority = from.has_authority;
  to.authority = from.authority;
  std::string path(from.path);
  if (to.path.empty()) {
    if (!to.has_query) {
      to.has_query = from.has_query;
      to.query = from.query;
    }
  } else {
    path = remove_dot_segments(to.path.starts_with('/') ? std::string(to.path) : merge_paths(from, to.path));
  }
  out = unsplit(to, path);
  return true;
}

}  // namespace gs::stdlib
