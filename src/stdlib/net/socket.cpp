#include "stdlib/net/socket.hpp"

#include <fcntl.h>
#include <netdb.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <unistd.h>

#include <cerrno>

#include "stdlib/io/system_error.hpp"
#include "vm/runtime/scheduler.hpp"

namespace gs::stdlib {

using namespace vm;

namespace {

constexpr int kBacklog = 1024;

bool is_temporary(int error) { return error == EAGAIN || error == EWOULDBLOCK; }

void set_flag(int fd, int level, int name) {
  const int on = 1;
  ::setsockopt(fd, level, name, &on, sizeof on);
}

}  // namespace

void Socket::close() {
  if (fd_ >= 0) ::close(fd_);
  fd_ = -1;
}

Io Socket::fail() {
  error_ = errno;
  return Io::kFailed;
}

Io Socket::wait(Vm& vm, bool for_writing, f64 deadline) {
  switch (vm.scheduler().wait_for_io(fd_, for_writing, deadline)) {
    case IoWait::kReady: return Io::kDone;
    case IoWait::kTimedOut: return Io::kTimedOut;
    case IoWait::kRefused: return fail();
    case IoWait::kRaised: break;
  }
  return Io::kRaised;
}

Io Socket::connect(Vm& vm, const sockaddr* address, socklen_t size, f64 deadline) {
  reset(::socket(address->sa_family, SOCK_STREAM | SOCK_NONBLOCK | SOCK_CLOEXEC, 0));
  if (!is_open()) return fail();
  set_flag(fd_, IPPROTO_TCP, TCP_NODELAY);
  if (::connect(fd_, address, size) == 0) return Io::kDone;
  if (errno != EINPROGRESS && errno != EINTR) return fail();
  const Io waited = wait(vm, true, deadline);
  if (waited != Io::kDone) return waited;
  socklen_t length = sizeof error_;
  if (::getsockopt(fd_, SOL_SOCKET, SO_ERROR, &error_, &length) != 0) return fail();
  return error_ == 0 ? Io::kDone : Io::kFailed;
}

Io Socket::accept(Vm& vm, int& fd) {
  for (;;) {
    fd = ::accept4(fd_, nullptr, nullptr, SOCK_NONBLOCK | SOCK_CLOEXEC);
    if (fd >= 0) {
      set_flag(fd, IPPROTO_TCP, TCP_NODELAY);
      return Io::kDone;
    }
    if (errno == EINTR || errno == ECONNABORTED) continue;
    if (!is_temporary(errno)) return fail();
    const Io waited = wait(vm, false, 0);
    if (waited != Io::kDone) return waited;
  }
}

Io Socket::read(Vm& vm, char* buffer, usize size, usize& count, f64 deadline) {
  for (;;) {
    const ssize_t got = ::recv(fd_, buffer, size, 0);
    count = got > 0 ? usize(got) : 0;
    if (got >= 0) return got > 0 ? Io::kDone : Io::kEnd;
    if (errno == EINTR) continue;
    if (!is_temporary(errno)) return fail();
    const Io waited = wait(vm, false, deadline);
    if (waited != Io::kDone) return waited;
  }
}

Io Socket::write(Vm& vm, std::string_view text, f64 deadline) {
  while (!text.empty()) {
    const ssize_t sent = ::send(fd_, text.data(), text.size(), MSG_NOSIGNAL);
    if (sent >= 0) {
      text.remove_prefix(usize(sent));
      continue;
    }
    if (errno == EINTR) continue;
    if (!is_temporary(errno)) return fail();
    const Io waited = wait(vm, true, deadline);
    if (waited != Io::kDone) return waited;
  }
  return Io::kDone;
}

bool is_port(std::string_view text) {
  constexpr int kHighest = 65535;
  if (text.empty() || text.size() > 5 || text.find_first_not_of("0123456789") != text.npos) return false;
  int port = 0;
  for (char digit : text) port = port * 10 + (digit - '0');
  return port <= kHighest;
}

// ---- listening

namespace {

// "host:port" into its parts; an empty host means every interface.
bool split_address(std::string_view address, std::string& host, std::string& port) {
  const usize colon = address.rfind(':');
  if (colon == address.npos) return false;
  std::string_view name = address.substr(0, colon);
  if (name.starts_with('[') && name.ends_with(']')) name = name.substr(1, name.size() - 2);
  host = name;
  if (name.find('\0') != name.npos) return false;
  port = address.substr(colon + 1);
  return is_port(port);
}

int listen_at(const addrinfo& at) {
  const int fd = ::socket(at.ai_family, SOCK_STREAM | SOCK_NONBLOCK | SOCK_CLOEXEC, 0);
  if (fd < 0) return -1;
  set_flag(fd, SOL_SOCKET, SO_REUSEADDR);
  if (::bind(fd, at.ai_addr, at.ai_addrlen) == 0 && ::listen(fd, kBacklog) == 0) return fd;
  const int error = errno;
  ::close(fd);
  errno = error;
  return -1;
}

u32 port_of(int fd) {
  sockaddr_storage address{};
  socklen_t size = sizeof address;
  if (::getsockname(fd, reinterpret_cast<sockaddr*>(&address), &size) != 0) return 0;
  return ntohs(address.ss_family == AF_INET6 ? reinterpret_cast<sockaddr_in6&>(address).sin6_port
                                             : reinterpret_cast<sockaddr_in&>(address).sin_port);
}

}  // namespace

int listen_on(std::string_view address, std::string& shown, std::string& error) {
  std::string host, port;
  shown = address;
  if (!split_address(address, host, port)) {
    error = "invalid address";
    return -1;
  }
  addrinfo hints{};
  hints.ai_family = host.empty() ? AF_INET6 : AF_UNSPEC;
  hints.ai_socktype = SOCK_STREAM;
  hints.ai_flags = AI_PASSIVE | AI_NUMERICSERV;
  int fd = -1;
  // Every interface: IPv6 sockets take IPv4 too; a system without IPv6 gets the second try.
  for (int attempt = 0; attempt < 2 && fd < 0; ++attempt) {
    addrinfo* found = nullptr;
    const int failure = ::getaddrinfo(host.empty() ? nullptr : host.c_str(), port.c_str(), &hints, &found);
    if (failure != 0) {
      error = failure == EAI_SYSTEM ? system_reason(errno) : std::string("no such host");
    } else {
      for (const addrinfo* at = found; at && fd < 0; at = at->ai_next) fd = listen_at(*at);
      if (fd < 0) error = system_reason(errno);
      ::freeaddrinfo(found);
    }
    if (!host.empty() || (fd < 0 && errno == EADDRINUSE)) break;
    hints.ai_family = AF_INET;
  }
  if (fd >= 0 && port.find_first_not_of('0') == port.npos) {
    shown = std::string(address.substr(0, address.rfind(':') + 1)) + std::to_string(port_of(fd));
  }
  return fd;
}

}  // namespace gs::stdlib
