// Sockets for goroutines: what would block parks the goroutine in the scheduler instead. Deadlines are monotonic seconds, 0
// for none.
#pragma once

#include <sys/socket.h>

#include <string>
#include <string_view>

#include "vm/runtime/vm.hpp"

namespace gs::stdlib {

enum class Io : u8 {
  kDone,
  kEnd,  // the peer has closed
  kTimedOut,
  kFailed,  // Socket::error
  kRaised,  // an error passes: return at once
};

class Socket {
 public:
  Socket() = default;
  explicit Socket(int fd) : fd_(fd) {}
  ~Socket() { close(); }
  Socket(const Socket&) = delete;
  Socket& operator=(const Socket&) = delete;

  bool is_open() const { return fd_ >= 0; }
  int fd() const { return fd_; }
  int error() const { return error_; }  // errno
  void reset(int fd) {
    close();
    fd_ = fd;
  }
  void close();

  // Opens it towards an address.
  Io connect(vm::Vm& vm, const sockaddr* address, socklen_t size, f64 deadline);
  Io accept(vm::Vm& vm, int& fd);
  // Waits until there is something to read (or the peer has closed).
  Io wait_readable(vm::Vm& vm, f64 deadline) { return wait(vm, false, deadline); }
  Io read(vm::Vm& vm, char* buffer, usize size, usize& count, f64 deadline);
  Io write(vm::Vm& vm, std::string_view text, f64 deadline);

 private:
  Io wait(vm::Vm& vm, bool for_writing, f64 deadline);
  Io fail();

  int fd_ = -1;
  int error_ = 0;
};

// Whether the text is a port number. (The resolver would cut larger ones to 16 bits.)
bool is_port(std::string_view text);

// A socket that listens on "host:port", ":port" or "[v6]:port"; -1: `error`. `shown` is the address as people give it, with
// the port the system chose in place of 0.
int listen_on(std::string_view address, std::string& shown, std::string& error);

}  // namespace gs::stdlib
