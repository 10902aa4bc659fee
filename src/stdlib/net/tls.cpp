#include "stdlib/net/tls.hpp"

#include <arpa/inet.h>
#include <openssl/err.h>
#include <openssl/x509v3.h>

#include "stdlib/io/system_error.hpp"

namespace gs::stdlib {

using namespace vm;

namespace {

constexpr usize kRecordBuffer = 16 << 10;

bool is_ip_address(const std::string& host) {
  unsigned char bytes[16];
  return ::inet_pton(AF_INET, host.c_str(), bytes) == 1 || ::inet_pton(AF_INET6, host.c_str(), bytes) == 1;
}

std::string openssl_reason() {
  const unsigned long code = ERR_get_error();
  const char* reason = code ? ERR_reason_error_string(code) : nullptr;
  ERR_clear_error();
  return reason ? reason : "unknown error";
}

}  // namespace

SSL_CTX* make_tls_context() {
  SSL_CTX* context = SSL_CTX_new(TLS_client_method());
  if (!context) return nullptr;
  SSL_CTX_set_min_proto_version(context, TLS1_2_VERSION);
  SSL_CTX_set_verify(context, SSL_VERIFY_PEER, nullptr);
  SSL_CTX_set_default_verify_paths(context);
  // Servers often close without saying goodbye; lengths are in the messages.
  SSL_CTX_set_options(context, SSL_OP_IGNORE_UNEXPECTED_EOF);
  return context;
}

TlsClient::~TlsClient() {
  if (ssl_) SSL_free(ssl_);
}

Io TlsClient::fail(std::string text) {
  error_ = std::move(text);
  return Io::kFailed;
}

Io TlsClient::start(Vm& vm, SSL_CTX* context, Socket& socket, const std::string& host, f64 deadline) {
  socket_ = &socket;
  ssl_ = context ? SSL_new(context) : nullptr;
  if (!ssl_) return fail("tls: " + openssl_reason());
  incoming_ = BIO_new(BIO_s_mem());
  outgoing_ = BIO_new(BIO_s_mem());
  SSL_set_bio(ssl_, incoming_, outgoing_);
  SSL_set_connect_state(ssl_);
  if (is_ip_address(host)) {
    X509_VERIFY_PARAM_set1_ip_asc(SSL_get0_param(ssl_), host.c_str());
  } else {
    SSL_set_tlsext_host_name(ssl_, host.c_str());
    SSL_set1_host(ssl_, host.c_str());
  }
  for (;;) {
    const int result = SSL_do_handshake(ssl_);
    if (result == 1) return send_records(vm, deadline);
    const Io served = serve(vm, result, deadline);
    if (served == Io::kEnd) return fail("tls: connection closed during the handshake");
    if (served != Io::kDone) return served;
  }
}

Io TlsClient::serve(Vm& vm, int result, f64 deadline) {
  const int wanted = SSL_get_error(ssl_, result);
  if (wanted == SSL_ERROR_ZERO_RETURN) return Io::kEnd;
  const Io sent = send_records(vm, deadline);
  if (sent != Io::kDone) return sent;
  if (wanted == SSL_ERROR_WANT_WRITE) return Io::kDone;
  if (wanted != SSL_ERROR_WANT_READ) {
    const long verified = SSL_get_verify_result(ssl_);
    if (verified != X509_V_OK) return fail(std::string("tls: ") + X509_verify_cert_error_string(verified));
    return fail("tls: " + openssl_reason());
  }
  char buffer[kRecordBuffer];
  usize count = 0;
  const Io read = socket_->read(vm, buffer, sizeof buffer, count, deadline);
  if (read == Io::kFailed) return fail(system_reason(socket_->error()));
  if (read == Io::kDone) BIO_write(incoming_, buffer, int(count));
  return read;
}

Io TlsClient::send_records(Vm& vm, f64 deadline) {
  char buffer[kRecordBuffer];
  for (int count; (count = BIO_read(outgoing_, buffer, sizeof buffer)) > 0;) {
    const Io sent = socket_->write(vm, {buffer, usize(count)}, deadline);
    if (sent == Io::kFailed) return fail(system_reason(socket_->error()));
    if (sent != Io::kDone) return sent;
  }
  return Io::kDone;
}

Io TlsClient::read(Vm& vm, char* buffer, usize size, usize& count, f64 deadline) {
  for (;;) {
    const int result = SSL_read_ex(ssl_, buffer, size, &count);
    if (result == 1) return Io::kDone;
    count = 0;
    const Io served = serve(vm, result, deadline);
    if (served != Io::kDone) return served;
  }
}

Io TlsClient::write(Vm& vm, std::string_view text, f64 deadline) {
  usize written = 0;
  while (!text.empty()) {
    const int result = SSL_write_ex(ssl_, text.data(), text.size(), &written);
    if (result == 1) {
      text.remove_prefix(written);
      continue;
    }
    const Io served = serve(vm, result, deadline);
    if (served != Io::kDone) return served;
  }
  return send_records(vm, deadline);
}

}  // namespace gs::stdlib
