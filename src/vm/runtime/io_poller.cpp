#include "vm/runtime/io_poller.hpp"

#include <sys/epoll.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cmath>

#include "platform/clock.hpp"

namespace gs::vm {

namespace {

constexpr int kMaxEvents = 256;
// Deadlines are for peers that hang: they need not be met exactly, and looking at all of them costs time.
constexpr f64 kSweepInterval = 0.020;

}  // namespace

IoPoller::~IoPoller() {
  if (epoll_ >= 0) ::close(epoll_);
}

bool IoPoller::watch(int fd, bool for_writing, bool is_watched) const {
  epoll_event event{};
  event.events = (for_writing ? u32(EPOLLOUT) : u32(EPOLLIN | EPOLLRDHUP)) | EPOLLONESHOT;
  event.data.fd = fd;
  // A descriptor that was closed is forgotten by the system, and its number may have come back.
  if (is_watched && ::epoll_ctl(epoll_, EPOLL_CTL_MOD, fd, &event) == 0) return true;
  return ::epoll_ctl(epoll_, EPOLL_CTL_ADD, fd, &event) == 0;
}

bool IoPoller::add(int fd, bool for_writing, Coroutine* goroutine, f64 deadline) {
  if (epoll_ < 0) epoll_ = ::epoll_create1(EPOLL_CLOEXEC);
  if (epoll_ < 0) return false;
  if (usize(fd) >= waits_.size()) waits_.resize(usize(fd) + 64);
  Wait& wait = waits_[usize(fd)];
  if (wait.goroutine || !watch(fd, for_writing, wait.is_watched)) return false;
  wait = {goroutine, deadline, true, false};
  ++waiting_;
  return true;
}

void IoPoller::remove(int fd) {
  if (usize(fd) < waits_.size() && waits_[usize(fd)].goroutine) take(waits_[usize(fd)], false);
}

void IoPoller::take(Wait& wait, bool expired) {
  wait.goroutine = nullptr;
  wait.has_expired = expired;
  --waiting_;
}

const std::vector<Coroutine*>& IoPoller::collect(f64 seconds) {
  ready_.clear();
  epoll_event events[kMaxEvents];
  const int count = ::epoll_wait(epoll_, events, kMaxEvents, int(std::ceil(seconds * 1000)));
  for (int i = 0; i < count; ++i) {
    Wait& wait = waits_[usize(events[i].data.fd)];
    if (!wait.goroutine) continue;
    ready_.push_back(wait.goroutine);
    take(wait, false);
  }
  const f64 now = platform::monotonic_seconds();
  if (now < next_sweep_) return ready_;
  next_sweep_ = now + kSweepInterval;
  for (Wait& wait : waits_) {
    if (!wait.goroutine || wait.deadline == 0 || wait.deadline > now) continue;
    ready_.push_back(wait.goroutine);
    take(wait, true);
  }
  return ready_;
}

}  // namespace gs::vm
