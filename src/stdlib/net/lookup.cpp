#include "stdlib/net/lookup.hpp"

#include <pthread.h>
#include <sys/eventfd.h>
#include <unistd.h>

#include <cstring>

#include "vm/runtime/scheduler.hpp"

namespace gs::stdlib {

using namespace vm;

namespace {

constexpr usize kResolverStack = 256 << 10;

// Runs `body(argument)` on a detached thread.
bool start_thread(void* (*body)(void*), void* argument) {
  pthread_attr_t attributes;
  pthread_attr_init(&attributes);
  pthread_attr_setdetachstate(&attributes, PTHREAD_CREATE_DETACHED);
  pthread_attr_setstacksize(&attributes, kResolverStack);
  pthread_t thread;
  const bool started = pthread_create(&thread, &attributes, body, argument) == 0;
  pthread_attr_destroy(&attributes);
  return started;
}

}  // namespace

Lookup::~Lookup() {
  if (done_ >= 0) ::close(done_);
}

void Lookup::release() {
  if (users_.fetch_sub(1) == 1) delete this;
}

void Lookup::answer(int flags) {
  addrinfo hints{};
  hints.ai_socktype = SOCK_STREAM;
  hints.ai_flags = flags;
  addrinfo* found = nullptr;
  if (::getaddrinfo(host_.c_str(), port_.c_str(), &hints, &found) != 0) return;
  for (const addrinfo* at = found; at; at = at->ai_next) {
    Address& address = addresses_.emplace_back();
    std::memcpy(&address.storage, at->ai_addr, at->ai_addrlen);
    address.size = at->ai_addrlen;
  }
  ::freeaddrinfo(found);
}

Lookup* Lookup::start(const std::string& host, const std::string& port) {
  auto* lookup = new Lookup(host, port);
  // Addresses in digits need no resolver.
  lookup->answer(AI_NUMERICHOST | AI_NUMERICSERV);
  if (!lookup->addresses_.empty()) return lookup;
  lookup->done_ = ::eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK);
  const auto body = [](void* argument) -> void* {
    auto* self = static_cast<Lookup*>(argument);
    self->answer(0);
    ::eventfd_write(self->done_, 1);
    self->release();
    return nullptr;
  };
  lookup->users_ = 2;
  if (lookup->done_ >= 0 && start_thread(body, lookup)) return lookup;
  delete lookup;
  return nullptr;
}

Io Lookup::wait(Vm& vm, f64 deadline) {
  if (done_ < 0) return Io::kDone;
  switch (vm.scheduler().wait_for_io(done_, false, deadline)) {
    case IoWait::kReady: return Io::kDone;
    case IoWait::kTimedOut: return Io::kTimedOut;
    case IoWait::kRefused: return Io::kFailed;
    case IoWait::kRaised: break;
  }
  return Io::kRaised;
}

}  // namespace gs::stdlib
