#include "stdlib/http/response.hpp"

#include <time.h>

#include <algorithm>
#include <cstdio>

#include "platform/clock.hpp"

namespace gs::stdlib {

using namespace vm;

namespace {

constexpr usize kBufferSize = 32 << 10;

// "Thu, 01 Jan 1970 00:00:00 GMT"
std::string http_date() {
  char text[40];
  const time_t now = ::time(nullptr);
  tm parts;
  ::gmtime_r(&now, &parts);
  const usize size = ::strftime(text, sizeof text, "%a, %d %b %Y %H:%M:%S GMT", &parts);
  return {text, size};
}

// A guess for handlers that do not say.
std::string_view content_type_of(std::string_view body) {
  const usize start = body.find_first_not_of(" \t\r\n");
  const bool is_markup = start != body.npos && body[start] == '<';
  return is_markup ? "text/html; charset=utf-8" : "text/plain; charset=utf-8";
}

}  // namespace

void Response::begin(bool is_head, bool keeps_alive, bool may_chunk) {
  status_ = 200;
  headers_.clear();
  body_.clear();
  output_.clear();
  is_head_ = is_head;
  keeps_alive_ = keeps_alive;
  may_chunk_ = may_chunk;
  has_begun_ = has_sent_head_ = false;
}

void Response::set_header(std::string_view name, std::string_view value) {
  std::string key = canonical_header_name(name);
  // The server's own business.
  if (key == "Content-Length" || key == "Transfer-Encoding" || key == "Date") return;
  if (key == "Connection") {
    if (has_element(value, "close")) keeps_alive_ = false;
    return;
  }
  const auto found = std::find_if(headers_.begin(), headers_.end(), [&](const auto& h) { return h.first == key; });
  if (found == headers_.end() || key == "Set-Cookie") {
    headers_.emplace_back(std::move(key), value);
  } else {
    found->second = value;
  }
}

std::string Response::head(std::string_view framing) const {
  std::string text = "HTTP/1.1 " + std::to_string(status_) + " ";
  text.append(status_text(status_)).append("\r\n");
  for (const auto& [name, value] : headers_) text.append(name).append(": ").append(value).append("\r\n");
  if (has_body() && !body_.empty() && !has_header(headers_, "Content-Type")) {
    text.append("Content-Type: ").append(content_type_of(body_)).append("\r\n");
  }
  text.append(framing).append("Date: ").append(http_date()).append("\r\n");
  if (!keeps_alive_) text.append("Connection: close\r\n");
  return text.append("\r\n");
}

void Response::queue_chunk() {
  if (!has_sent_head_) {
    has_sent_head_ = true;
    if (!may_chunk_) keeps_alive_ = false;
    output_ += head(may_chunk_ ? "Transfer-Encoding: chunked\r\n" : "");
  }
  if (has_body() && !body_.empty()) {
    char size[24];
    const int length = std::snprintf(size, sizeof size, "%zx\r\n", body_.size());
    if (may_chunk_) output_.append(size, usize(length));
    output_ += body_;
    if (may_chunk_) output_ += "\r\n";
  }
  body_.clear();
}

Io Response::send(Vm& vm, Socket& socket, f64 timeout) {
  if (!is_broken_) {
    const Io sent = socket.write(vm, output_, platform::monotonic_seconds() + timeout);
    if (sent == Io::kRaised) return sent;
    is_broken_ = sent != Io::kDone;
  }
  output_.clear();
  return Io::kDone;
}

Io Response::write(Vm& vm, Socket& socket, std::string_view text, f64 timeout) {
  has_begun_ = true;
  body_ += text;
  return body_.size() < kBufferSize ? Io::kDone : flush(vm, socket, timeout);
}

Io Response::flush(Vm& vm, Socket& socket, f64 timeout) {
  has_begun_ = true;
  queue_chunk();
  return send(vm, socket, timeout);
}

Io Response::finish(Vm& vm, Socket& socket, f64 timeout) {
  has_begun_ = true;
  if (has_sent_head_) {
    queue_chunk();
    if (may_chunk_ && has_body()) output_ += "0\r\n\r\n";
  } else {
    const bool says_length = is_head_ || has_body();
    output_ = head(says_length ? "Content-Length: " + std::to_string(body_.size()) + "\r\n" : "");
    if (has_body()) output_ += body_;
    body_.clear();
  }
  const Io sent = send(vm, socket, timeout);
  if (output_.capacity() > 4 * kBufferSize) output_.shrink_to_fit();
  if (body_.capacity() > 4 * kBufferSize) body_.shrink_to_fit();
  return sent;
}

}  // namespace gs::stdlib
