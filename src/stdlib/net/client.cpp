#include "stdlib/net/client.hpp"

#include <algorithm>

#include "platform/clock.hpp"
#include "stdlib/encoding/codec.hpp"
#include "stdlib/io/system_error.hpp"
#include "stdlib/json/decoder.hpp"
#include "stdlib/net/lookup.hpp"
#include "stdlib/support/natives.hpp"
#include "vm/heap/heap.hpp"

namespace gs::stdlib {

using namespace vm;

namespace {

constexpr u32 kMaxRedirects = 10;
constexpr usize kMaxHead = 256 << 10;
constexpr usize kReadSize = 64 << 10;

// What a request line asks for: path and query as they stand in the URL, with bytes that have no place there escaped.
std::string request_target(std::string_view url) {
  constexpr char kDigits[] = "0123456789ABCDEF";
  const usize authority = url.find("://") + 3;
  const usize start = std::min(url.find_first_of("/?#", authority), url.size());
  const std::string_view raw = url.substr(start, std::min(url.find('#', start), url.size()) - start);
  std::string target = raw.starts_with('/') ? "" : "/";
  for (char c : raw) {
    if (u8(c) > 0x20 && u8(c) < 0x7f) {
      target += c;
    } else {
      (target += '%') += kDigits[u8(c) >> 4];
      target += kDigits[u8(c) & 15];
    }
  }
  return target;
}

bool is_redirect(u32 status) {
  return status == 301 || status == 302 || status == 303 || status == 307 || status == 308;
}

std::string host_of(std::string_view url) {
  Url parts;
  std::string error;
  return parse_url(url, parts, error) ? parts.host + ":" + parts.port : "";
}

}  // namespace

Io Exchange::fail(std::string reason) {
  error_ = request_.method + " " + request_.url + ": " + std::move(reason);
  return Io::kFailed;
}

Io Exchange::finish(Io io, const char* doing) {
  switch (io) {
    case Io::kDone:
    case Io::kRaised: return io;
    case Io::kTimedOut: return fail("timeout");
    case Io::kEnd: return fail("unexpected end of the connection");
    case Io::kFailed: break;
  }
  if (tls_ && !tls_->error().empty()) return fail(tls_->error());
  return fail(std::string(doing) + system_reason(socket_.error()));
}

bool Exchange::account(usize bytes) {
  if (!vm_.heap().account(bytes)) return false;
  accounted_ += bytes;
  return true;
}

Io Exchange::run() {
  deadline_ = platform::monotonic_seconds() + request_.timeout;
  Io io = Io::kFailed;
  for (u32 redirects = 0; redirects <= kMaxRedirects; ++redirects) {
    io = run_once();
    vm_.heap().unaccount(accounted_);
    accounted_ = 0;
    socket_.close();
    if (io != Io::kDone || !request_.follows_redirects || !redirect()) return io;
  }
  return fail("stopped after 10 redirects");
}

// Turns the request into the one the response asks for; false: there is none.
bool Exchange::redirect() {
  const std::string location = header_values(head_.headers, "Location");
  std::string target, error;
  if (!is_redirect(head_.status) || location.empty() || !resolve_url(request_.url, location, target, error))
    return false;
  const bool keeps_method = head_.status == 307 || head_.status == 308 || request_.method == "HEAD";
  if (!keeps_method) {
    request_.method = "GET";
    request_.body.clear();
    std::erase_if(request_.headers, [](const auto& header) { return header.first == "Content-Type"; });
  }
  if (host_of(target) != host_of(request_.url)) {
    std::erase_if(request_.headers,
                  [](const auto& header) { return header.first == "Authorization" || header.first == "Cookie"; });
  }
  request_.url = target;
  return true;
}

Io Exchange::run_once() {
  tls_.reset();
  input_.clear();
  body_.clear();
  head_ = {};
  if (Io io = read_url(); io != Io::kDone) return io;
  if (Io io = open(); io != Io::kDone) return io;
  if (url_.scheme == "https") {
    if (!context_) context_ = make_tls_context();
    tls_ = std::make_unique<TlsClient>();
    if (Io io = tls_->start(vm_, context_, socket_, url_.host, deadline_); io != Io::kDone) return finish(io, "");
  }
  write_request();
  const Io sent = tls_ ? tls_->write(vm_, output_, deadline_) : socket_.write(vm_, output_, deadline_);
  if (Io io = finish(sent, "write: "); io != Io::kDone) return io;
  if (Io io = receive_head(); io != Io::kDone) return io;
  return receive_body();
}

// The host and port to ask, and what the Host header says.
Io Exchange::read_url() {
  std::string reason;
  url_ = {};
  if (!parse_url(request_.url, url_, reason)) return fail(reason);
  const bool is_secure = url_.scheme == "https";
  if (!is_secure && url_.scheme != "http") return fail("unsupported protocol scheme \"" + url_.scheme + "\"");
  if (url_.host.empty()) return fail("no host in the URL");
  if (!url_.port.empty() && !is_port(url_.port)) return fail("invalid port \"" + url_.port + "\"");
  const std::string default_port = is_secure ? "443" : "80";
  host_header_ = url_.host.find(':') == url_.host.npos ? url_.host : "[" + url_.host + "]";
  if (!url_.port.empty() && url_.port != default_port) host_header_ += ":" + url_.port;
  if (url_.port.empty()) url_.port = default_port;
  return Io::kDone;
}

Io Exchange::open() {
  lookup_ = Lookup::start(url_.host, url_.port);
  if (!lookup_) return fail("lookup " + url_.host + ": no resources");
  Io io = lookup_->wait(vm_, deadline_);
  if (io != Io::kDone) return finish(io, "lookup: ");
  io = Io::kFailed;
  const bool is_known = !lookup_->addresses().empty();
  for (const Address& address : lookup_->addresses()) {
    io = socket_.connect(vm_, address.get(), address.size, deadline_);
    if (io != Io::kFailed) break;
  }
  lookup_->release();
  lookup_ = nullptr;
  return is_known ? finish(io, "connect: ") : fail("lookup " + url_.host + ": no such host");
}

void Exchange::write_request() {
  output_ = request_.method + " " + request_target(request_.url) + " HTTP/1.1\r\n";
  const auto add = [&](std::string_view name, std::string_view value) {
    output_.append(name).append(": ").append(value).append("\r\n");
  };
  const auto add_default = [&](std::string_view name, std::string_view value) {
    if (!has_header(request_.headers, name)) add(name, value);
  };
  add_default("Host", host_header_);
  add_default("User-Agent", "gscript/1.0");
  add_default("Accept", "*/*");
  for (const auto& [name, value] : request_.headers) {
    if (name != "Content-Length" && name != "Transfer-Encoding" && name != "Connection") add(name, value);
  }
  if (url_.has_user && !has_header(request_.headers, "Authorization")) {
    add("Authorization", "Basic " + base64_encode(url_.user + ":" + url_.password, kBase64));
  }
  const bool may_have_body = request_.method != "GET" && request_.method != "HEAD";
  if (may_have_body || !request_.body.empty()) add("Content-Length", std::to_string(request_.body.size()));
  add("Connection", "close");
  (output_ += "\r\n") += request_.body;
}

// Appends to input_. kEnd when the peer has closed.
Io Exchange::read_more() {
  if (!vm_.poll()) return Io::kRaised;
  const usize size = input_.size();
  input_.resize(size + kReadSize);
  usize count = 0;
  const Io io = tls_ ? tls_->read(vm_, input_.data() + size, kReadSize, count, deadline_)
                     : socket_.read(vm_, input_.data() + size, kReadSize, count, deadline_);
  input_.resize(size + count);
  return io;
}

Io Exchange::receive_head() {
  constexpr std::string_view kHeadEnd = "\r\n\r\n";
  do {
    usize end;
    while ((end = input_.find(kHeadEnd)) == input_.npos) {
      if (input_.size() > kMaxHead) return fail("response header too large");
      if (Io io = read_more(); io != Io::kDone) return finish(io, "read: ");
    }
    head_ = {};
    if (!parse_response_head(std::string_view(input_).substr(0, end), head_)) return fail("malformed response");
    input_.erase(0, end + kHeadEnd.size());
  } while (head_.status >= 100 && head_.status < 200);
  return Io::kDone;
}

Io Exchange::receive_body() {
  const bool has_none = request_.method == "HEAD" || head_.status == 204 || head_.status == 304;
  BodyFraming framing;
  if (!body_framing(head_.headers, BodyKind::kUntilEnd, framing)) return fail("malformed response");
  if (has_none) framing = {};
  BodyDecoder decoder(framing);
  for (;;) {
    usize used = 0;
    const usize before = body_.size();
    const BodyDecoder::Status status = decoder.take(input_, used, body_);
    input_.erase(0, used);
    if (!account(body_.size() - before)) return Io::kRaised;
    if (status == BodyDecoder::Status::kDone) return Io::kDone;
    if (status == BodyDecoder::Status::kMalformed) return fail("malformed response");
    const Io io = read_more();
    if (io == Io::kEnd && decoder.may_end()) return Io::kDone;
    if (io != Io::kDone) return finish(io, "read: ");
  }
}

// ---- in the VM

struct ExchangeOwner {
  Exchange* exchange;
  static void destroy(void* payload) {
    Exchange* exchange = static_cast<ExchangeOwner*>(payload)->exchange;
    if (exchange && exchange->lookup_) exchange->lookup_->release();
    delete exchange;
  }
};

namespace {

struct NetState {
  SSL_CTX* context;  // made when first needed
};

const UserdataClass kNetStateClass = {"net state", [](void* payload) {
                                        if (SSL_CTX* context = static_cast<NetState*>(payload)->context)
                                          SSL_CTX_free(context);
                                      }};
const UserdataClass kExchangeClass = {"net request", &ExchangeOwner::destroy};

bool set_text(Vm& vm, Table* t, std::string_view name, std::string_view text) {
  Value value = vm.string_value(text);
  return !value.is_raised() && table_set_name(vm, t, name, value);
}

Value response_json(Vm& vm, Args args) { return decode_json(vm, view(capture(args, 0).as_string())); }

Table* header_table(Vm& vm, const HeaderList& headers) {
  Table* t = vm.table(0, u32(headers.size()));
  for (const auto& [name, value] : headers) {
    if (t && !set_text(vm, t, name, header_values(headers, name))) return nullptr;
  }
  return t;
}

// {status, body, headers}, if `is_full` with statusText, ok and json.
Value response_table(Vm& vm, const Exchange& exchange, bool is_full) {
  const u32 status = exchange.head().status;
  Value body = vm.string_value(exchange.body());
  Table* headers = body.is_raised() ? nullptr : header_table(vm, exchange.head().headers);
  Table* t = headers ? vm.table(0, 6) : nullptr;
  bool done = t && table_set_name(vm, t, "status", Value::small_int(status));
  if (done && is_full) {
    Native* json = vm.native("response.json", response_json, {body});
    done = json && set_text(vm, t, "statusText", std::to_string(status) + " " + std::string(status_text(status))) &&
           table_set_name(vm, t, "ok", Value::boolean(status < 400)) &&
           table_set_name(vm, t, "json", Value::function(json));
  }
  done = done && table_set_name(vm, t, "body", body) && table_set_name(vm, t, "headers", Value::table(headers));
  return done ? Value::table(t) : Value::raised();
}

}  // namespace

Userdata* make_net_state(Vm& vm) { return vm.userdata(kNetStateClass, nullptr, sizeof(NetState)); }

Value perform_request(Vm& vm, Userdata* net_state, ClientRequest request, bool is_full) {
  Userdata* object = vm.userdata(kExchangeClass, nullptr, sizeof(ExchangeOwner));
  if (!object) return Value::raised();
  auto* owner = reinterpret_cast<ExchangeOwner*>(object->payload);
  SSL_CTX*& context = reinterpret_cast<NetState*>(net_state->payload)->context;
  owner->exchange = new Exchange(vm, context, std::move(request));
  Value result = Value::raised();
  switch (owner->exchange->run()) {
    case Io::kDone: result = response_table(vm, *owner->exchange, is_full); break;
    case Io::kRaised: break;
    default: result = vm.failure(owner->exchange->error());
  }
  ExchangeOwner::destroy(owner);
  owner->exchange = nullptr;
  return result;
}

}  // namespace gs::stdlib
