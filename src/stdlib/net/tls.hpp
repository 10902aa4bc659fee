// A TLS client over a Socket (OpenSSL). Records go through memory, so that all waiting is the socket's.
#pragma once

#include <openssl/ssl.h>

#include <string>

#include "stdlib/net/socket.hpp"

namespace gs::stdlib {

class TlsClient {
 public:
  TlsClient() = default;
  ~TlsClient();
  TlsClient(const TlsClient&) = delete;
  TlsClient& operator=(const TlsClient&) = delete;

  // Shakes hands and checks the certificate against the system's authorities and `host`. kFailed: `error`.
  Io start(vm::Vm& vm, SSL_CTX* context, Socket& socket, const std::string& host, f64 deadline);
  Io read(vm::Vm& vm, char* buffer, usize size, usize& count, f64 deadline);
  Io write(vm::Vm& vm, std::string_view text, f64 deadline);
  const std::string& error() const { return error_; }

 private:
  // What an operation that gave `result` needs before it can be tried again; kDone: try again.
  Io serve(vm::Vm& vm, int result, f64 deadline);
  Io send_records(vm::Vm& vm, f64 deadline);
  Io fail(std::string text);

  Socket* socket_ = nullptr;
  SSL* ssl_ = nullptr;
  BIO* incoming_ = nullptr;
  BIO* outgoing_ = nullptr;
  std::string error_;
};

// A context that trusts the system's authorities; null: OpenSSL cannot make one.
SSL_CTX* make_tls_context();

}  // namespace gs::stdlib
