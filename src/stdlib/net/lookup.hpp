// Names to addresses. The system's resolver blocks, so it runs on a thread of its own while the goroutine waits.
#pragma once

#include <netdb.h>
#include <sys/socket.h>

#include <atomic>
#include <string>
#include <vector>

#include "stdlib/net/socket.hpp"

namespace gs::stdlib {

struct Address {
  sockaddr_storage storage{};
  socklen_t size = 0;
  const sockaddr* get() const { return reinterpret_cast<const sockaddr*>(&storage); }
};

// One question to the resolver, shared by the goroutine that asks and the thread that answers: the last to leave frees it.
class Lookup {
 public:
  // Starts it; null: the system has no thread or descriptor to spare.
  static Lookup* start(const std::string& host, const std::string& port);
  void release();

  Io wait(vm::Vm& vm, f64 deadline);
  const std::vector<Address>& addresses() const { return addresses_; }  // empty: there is no such host

 private:
  Lookup(const std::string& host, const std::string& port) : host_(host), port_(port) {}
  ~Lookup();
  void answer(int flags);

  std::string host_, port_;
  std::vector<Address> addresses_;
  int done_ = -1;  // eventfd
  std::atomic<int> users_{1};
};

}  // namespace gs::stdlib
