// One connection of the server: reads requests off it, within limits, and carries the answers. Its goroutine blocks in here.
// Lives in a userdata that the goroutine and the handler's functions hold; the descriptor closes with it at the latest.
#pragma once

#include <string>

#include "stdlib/http/response.hpp"
#include "stdlib/net/message.hpp"
#include "stdlib/net/socket.hpp"

namespace gs::stdlib {

// Seconds and bytes.
struct ServerLimits {
  f64 read_timeout = 30;   // for a whole request, from its first byte
  f64 write_timeout = 30;  // for a piece of an answer
  f64 idle_timeout = 60;   // between requests
  i64 max_header = 64 << 10;
  i64 max_body = 10 << 20;
  i64 max_connections = 10000;
};

enum class RequestStatus : u8 {
  kReady,
  kRefused,  // refusal() is the status to answer with before closing
  kGone,     // closed, idle for too long, or broken: close without a word
  kRaised,
};

class Connection {
 public:
  Connection(int fd, const ServerLimits& limits) : socket_(fd), limits_(limits) {}

  RequestStatus read_request(vm::Vm& vm);
  u32 refusal() const { return refusal_; }
  const RequestHead& request() const { return head_; }
  const std::string& body() const { return body_; }
  // The request is answered: what it took is given back.
  void end_request(vm::Vm& vm);
  u64 number() const { return number_; }  // of the request

  Response& response() { return response_; }
  Socket& socket() { return socket_; }
  const ServerLimits& limits() const { return limits_; }

 private:
  RequestStatus read_head(vm::Vm& vm);
  RequestStatus read_body(vm::Vm& vm);
  RequestStatus refuse(u32 status);
  RequestStatus read_more(vm::Vm& vm);
  bool account(vm::Vm& vm, usize bytes);

  Socket socket_;
  ServerLimits limits_;
  std::string input_;  // received and not yet used
  RequestHead head_;
  std::string body_;
  Response response_;
  f64 deadline_ = 0;
  u32 refusal_ = 0;
  u64 number_ = 0;
  usize accounted_ = 0;
};

}  // namespace gs::stdlib
