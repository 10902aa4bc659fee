// An HTTP client for goroutines: one request with its redirects, over plain sockets or TLS. Used by the natives of net and http.
#pragma once

#include <openssl/ssl.h>

#include <memory>
#include <string>

#include "stdlib/net/message.hpp"
#include "stdlib/net/socket.hpp"
#include "stdlib/net/tls.hpp"
#include "stdlib/url/address.hpp"

namespace gs::stdlib {

struct ClientRequest {
  std::string method = "GET", url, body;
  HeaderList headers;
  f64 timeout = 30;  // seconds for all of it
  bool follows_redirects = true;
};

// Owns all that a request needs while its goroutine is parked. Lives in a userdata: if the program ends meanwhile, the
// collector takes it down.
class Exchange {
 public:
  Exchange(vm::Vm& vm, SSL_CTX*& context, ClientRequest request)
      : vm_(vm), context_(context), request_(std::move(request)) {}

  // kDone: head() and body(). kFailed: error(). kRaised: an error passes. Nothing else.
  Io run();
  const ResponseHead& head() const { return head_; }
  const std::string& body() const { return body_; }
  const std::string& error() const { return error_; }

 private:
  Io run_once();
  Io read_url();
  Io open();
  void write_request();
  Io receive_head();
  Io receive_body();
  Io read_more();
  Io finish(Io io, const char* doing);
  Io fail(std::string reason);
  bool redirect();
  bool account(usize bytes);

  vm::Vm& vm_;
  SSL_CTX*& context_;
  ClientRequest request_;
  f64 deadline_ = 0;
  Socket socket_;
  std::unique_ptr<TlsClient> tls_;
  class Lookup* lookup_ = nullptr;
  Url url_;
  std::string host_header_;
  std::string output_;
  std::string input_;  // received and not yet used
  ResponseHead head_;
  std::string body_;
  std::string error_;
  usize accounted_ = 0;

  friend struct ExchangeOwner;
};

// What the requests of one library table share.
vm::Userdata* make_net_state(vm::Vm& vm);

// The response table (15.31; with status, body and headers alone if not `is_full`), `nil, err`, or raised.
vm::Value perform_request(vm::Vm& vm, vm::Userdata* net_state, ClientRequest request, bool is_full);

}  // namespace gs::stdlib
