#include "stdlib/net/message.hpp"

#include <algorithm>
#include <charconv>

namespace gs::stdlib {

namespace {

constexpr usize kMaxHeaders = 200;
constexpr std::string_view kLineEnd = "\r\n";

char to_lower(char c) { return c >= 'A' && c <= 'Z' ? char(c + 32) : c; }
char to_upper(char c) { return c >= 'a' && c <= 'z' ? char(c - 32) : c; }

std::string_view trim_blanks(std::string_view text) {
  while (!text.empty() && (text.front() == ' ' || text.front() == '\t')) text.remove_prefix(1);
  while (!text.empty() && (text.back() == ' ' || text.back() == '\t')) text.remove_suffix(1);
  return text;
}

// The line at the front of `text`, which loses it.
std::string_view next_line(std::string_view& text) {
  const usize end = text.find(kLineEnd);
  const std::string_view line = text.substr(0, end);
  text.remove_prefix(end == text.npos ? text.size() : end + kLineEnd.size());
  return line;
}

// "HTTP/1.x". False: another protocol.
bool parse_version(std::string_view text, u32& minor) {
  if (text.size() != 8 || !text.starts_with("HTTP/1.") || text[7] < '0' || text[7] > '9') return false;
  minor = u32(text[7] - '0');
  return true;
}

bool parse_number(std::string_view text, int base, u64& out) {
  const auto [rest, error] = std::from_chars(text.data(), text.data() + text.size(), out, base);
  return error == std::errc() && rest == text.data() + text.size() && !text.empty();
}

}  // namespace

std::string canonical_header_name(std::string_view name) {
  std::string result(name);
  bool at_start = true;
  for (char& c : result) {
    c = at_start ? to_upper(c) : to_lower(c);
    at_start = c == '-';
  }
  return result;
}

bool is_token(std::string_view text) {
  constexpr std::string_view kOthers = "!#$%&'*+-.^_`|~";
  const auto is_token_byte = [&](char c) {
    const bool is_letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    return is_letter || (c >= '0' && c <= '9') || kOthers.find(c) != kOthers.npos;
  };
  return !text.empty() && std::all_of(text.begin(), text.end(), is_token_byte);
}

bool is_header_value(std::string_view text) {
  return std::all_of(text.begin(), text.end(), [](char c) { return (u8(c) >= 0x20 && c != 0x7f) || c == '\t'; });
}

bool equals_ignoring_case(std::string_view a, std::string_view b) {
  return std::equal(a.begin(), a.end(), b.begin(), b.end(), [](char x, char y) { return to_lower(x) == to_lower(y); });
}

bool has_element(std::string_view list, std::string_view element) {
  while (!list.empty()) {
    const usize comma = list.find(',');
    if (equals_ignoring_case(trim_blanks(list.substr(0, comma)), element)) return true;
    list.remove_prefix(comma == list.npos ? list.size() : comma + 1);
  }
  return false;
}

std::string header_values(const HeaderList& headers, std::string_view name) {
  std::string joined;
  bool found = false;
  for (const auto& [key, value] : headers) {
    if (key != name) continue;
    if (found) joined += ", ";
    joined += value;
    found = true;
  }
  return joined;
}

bool has_header(const HeaderList& headers, std::string_view name) {
  return std::any_of(headers.begin(), headers.end(), [name](const auto& header) { return header.first == name; });
}

bool parse_header_lines(std::string_view lines, HeaderList& out) {
  while (!lines.empty()) {
    const std::string_view line = next_line(lines);
    const usize colon = line.find(':');
    if (colon == line.npos || !is_token(line.substr(0, colon)) || out.size() == kMaxHeaders) return false;
    const std::string_view value = trim_blanks(line.substr(colon + 1));
    if (!is_header_value(value)) return false;
    out.emplace_back(canonical_header_name(line.substr(0, colon)), value);
  }
  return true;
}

u32 parse_request_head(std::string_view text, RequestHead& out) {
  const std::string_view line = next_line(text);
  const usize first = line.find(' '), last = line.rfind(' ');
  if (first == line.npos || first == last) return 400;
  const std::string_view target = line.substr(first + 1, last - first - 1);
  if (!line.substr(last + 1).starts_with("HTTP/")) return 400;
  if (!parse_version(line.substr(last + 1), out.minor_version)) return 505;
  const bool is_plain = std::all_of(target.begin(), target.end(), [](char c) { return u8(c) > 0x20 && c != 0x7f; });
  if (!is_token(line.substr(0, first)) || target.empty() || !is_plain) return 400;
  out.method = line.substr(0, first);
  out.target = target;
  if (!parse_header_lines(text, out.headers)) return 400;
  const auto hosts = std::count_if(out.headers.begin(), out.headers.end(), [](auto& h) { return h.first == "Host"; });
  return hosts > 1 || (hosts == 0 && out.minor_version >= 1) ? 400 : 0;
}

bool parse_response_head(std::string_view text, ResponseHead& out) {
  const std::string_view line = next_line(text);
  u64 status = 0;
  if (!parse_version(line.substr(0, 8), out.minor_version) || line.size() < 12 || line[8] != ' ') return false;
  if (!parse_number(line.substr(9, 3), 10, status) || (line.size() > 12 && line[12] != ' ')) return false;
  out.status = u32(status);
  return parse_header_lines(text, out.headers);
}

std::string_view status_text(u32 status) {
  switch (status) {
    case 100: return "Continue";
    case 101: return "Switching Protocols";
    case 200: return "OK";
    case 201: return "Created";
    case 202: return "Accepted";
    case 203: return "Non-Authoritative Information";
    case 204: return "No Content";
    case 205: return "Reset Content";
    case 206: return "Partial Content";
    case 300: return "Multiple Choices";
    case 301: return "Moved Permanently";
    case 302: return "Found";
    case 303: return "See Other";
    case 304: return "Not Modified";
    case 307: return "Temporary Redirect";
    case 308: return "Permanent Redirect";
    case 400: return "Bad Request";
    case 401: return "Unauthorized";
    case 402: return "Payment Required";
    case 403: return "Forbidden";
    case 404: return "Not Found";
    case 405: return "Method Not Allowed";
    case 406: return "Not Acceptable";
    case 408: return "Request Timeout";
    case 409: return "Conflict";
    case 410: return "Gone";
    case 411: return "Length Required";
    case 412: return "Precondition Failed";
    case 413: return "Content Too Large";
    case 414: return "URI Too Long";
    case 415: return "Unsupported Media Type";
    case 416: return "Range Not Satisfiable";
    case 417: return "Expectation Failed";
    case 418: return "I'm a teapot";
    case 422: return "Unprocessable Content";
    case 426: return "Upgrade Required";
    case 428: return "Precondition Required";
    case 429: return "Too Many Requests";
    case 431: return "Request Header Fields Too Large";
    case 451: return "Unavailable For Legal Reasons";
    case 500: return "Internal Server Error";
    case 501: return "Not Implemented";
    case 502: return "Bad Gateway";
    case 503: return "Service Unavailable";
    case 504: return "Gateway Timeout";
    case 505: return "HTTP Version Not Supported";
    default: return "";
  }
}

bool body_framing(const HeaderList& headers, BodyKind otherwise, BodyFraming& out) {
  out = {otherwise, 0};
  const bool has_length = has_header(headers, "Content-Length");
  if (has_header(headers, "Transfer-Encoding")) {
    out.kind = BodyKind::kChunked;
    return !has_length && equals_ignoring_case(header_values(headers, "Transfer-Encoding"), "chunked");
  }
  if (!has_length) return true;
  out.kind = BodyKind::kLength;
  return parse_number(header_values(headers, "Content-Length"), 10, out.length);
}

BodyDecoder::Status BodyDecoder::take(std::string_view input, usize& used, std::string& body) {
  used = 0;
  switch (kind_) {
    case BodyKind::kNone: return Status::kDone;
    case BodyKind::kUntilEnd:
      body.append(input);
      used = input.size();
      return Status::kMore;
    case BodyKind::kLength:
      used = usize(std::min<u64>(left_, input.size()));
      body.append(input.substr(0, used));
      left_ -= used;
      return left_ == 0 ? Status::kDone : Status::kMore;
    case BodyKind::kChunked: break;
  }
  return take_chunked(input, used, body);
}

bool BodyDecoder::read_chunk_size(std::string_view line) {
  line = trim_blanks(line.substr(0, line.find(';')));
  return line.size() <= 15 && parse_number(line, 16, left_);
}

BodyDecoder::Status BodyDecoder::take_chunked(std::string_view input, usize& used, std::string& body) {
  constexpr usize kMaxLine = 4096;
  for (;;) {
    const std::string_view rest = input.substr(used);
    if (part_ == Part::kData) {
      const usize count = usize(std::min<u64>(left_, rest.size()));
      body.append(rest.substr(0, count));
      used += count;
      left_ -= count;
      if (left_ > 0) return Status::kMore;
      part_ = Part::kDataEnd;
      continue;
    }
    const usize end = rest.find(kLineEnd);
    if (end == rest.npos) return rest.size() > kMaxLine ? Status::kMalformed : Status::kMore;
    const std::string_view line = rest.substr(0, end);
    used += end + kLineEnd.size();
    switch (part_) {
      case Part::kSize:
        if (!read_chunk_size(line)) return Status::kMalformed;
        part_ = left_ > 0 ? Part::kData : Part::kTrailer;
        break;
      case Part::kDataEnd:
        if (!line.empty()) return Status::kMalformed;
        part_ = Part::kSize;
        break;
      default:
        if (line.empty()) return Status::kDone;
    }
  }
}

}  // namespace gs::stdlib
