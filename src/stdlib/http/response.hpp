// An answer of the server while a handler writes it. Small ones go out in one piece with their length; once more than a buffer
// full is written, what there is goes out in chunks.
#pragma once

#include <string>
#include <string_view>

#include "stdlib/net/message.hpp"
#include "stdlib/net/socket.hpp"

namespace gs::stdlib {

class Response {
 public:
  // For the next request of a connection.
  void begin(bool is_head, bool keeps_alive, bool may_chunk);

  bool has_begun() const { return has_begun_; }  // something was written: status and headers are fixed
  bool keeps_alive() const { return keeps_alive_; }
  bool is_broken() const { return is_broken_; }  // the client is gone

  void set_status(u32 status) { status_ = status; }
  // Replaces a header of that name, but for Set-Cookie.
  void set_header(std::string_view name, std::string_view value);
  void close_afterwards() { keeps_alive_ = false; }

  // Each gives kDone, also if the client is gone, or kRaised.
  Io write(vm::Vm& vm, Socket& socket, std::string_view text, f64 timeout);
  Io flush(vm::Vm& vm, Socket& socket, f64 timeout);
  Io finish(vm::Vm& vm, Socket& socket, f64 timeout);

 private:
  bool has_body() const { return !is_head_ && status_ >= 200 && status_ != 204 && status_ != 304; }
  std::string head(std::string_view framing) const;
  void queue_chunk();
  Io send(vm::Vm& vm, Socket& socket, f64 timeout);

  u32 status_ = 200;
  HeaderList headers_;
  std::string body_;    // written and not yet framed
  std::string output_;  // framed and not yet sent
  bool is_head_ = false, keeps_alive_ = true, may_chunk_ = true;
  bool has_begun_ = false, has_sent_head_ = false, is_broken_ = false;
};

}  // namespace gs::stdlib
