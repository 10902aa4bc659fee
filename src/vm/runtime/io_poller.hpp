// Goroutines that wait for file descriptors (epoll). The scheduler parks them here and looks for what is ready between
// goroutines and while there is nothing else to run. At most one goroutine waits for a descriptor at a time.
#pragma once

#include <vector>

#include "vm/object/coroutine.hpp"

namespace gs::vm {

class IoPoller {
 public:
  IoPoller() = default;
  ~IoPoller();
  IoPoller(const IoPoller&) = delete;
  IoPoller& operator=(const IoPoller&) = delete;

  bool is_empty() const { return waiting_ == 0; }

  // The goroutine waits for `fd` to become writable or readable, until `deadline` (monotonic; 0: none). False: the system
  // refuses to watch it (errno).
  [[nodiscard]] bool add(int fd, bool for_writing, Coroutine* goroutine, f64 deadline);
  // It does not wait any more, for whatever reason.
  void remove(int fd);
  // Whether the last wait for `fd` ended at its deadline.
  bool has_expired(int fd) const { return waits_[usize(fd)].has_expired; }

  // Waits at most so long for descriptors; calls wake(goroutine) for each that is ready or past its deadline.
  template <typename Wake>
  void poll(f64 seconds, Wake wake) {
    for (Coroutine* goroutine : collect(seconds)) wake(goroutine);
  }

  template <typename Visitor>
  void each_root(Visitor visit) {
    if (waiting_ == 0) return;
    for (const Wait& wait : waits_) visit(wait.goroutine);
  }

 private:
  struct Wait {
    Coroutine* goroutine = nullptr;
    f64 deadline = 0;
    bool is_watched = false;  // epoll knows the descriptor, or did before it was closed
    bool has_expired = false;
  };
  const std::vector<Coroutine*>& collect(f64 seconds);
  void take(Wait& wait, bool expired);
  bool watch(int fd, bool for_writing, bool is_watched) const;

  int epoll_ = -1;
  usize waiting_ = 0;
  f64 next_sweep_ = 0;
  std::vector<Wait> waits_;  // by descriptor
  std::vector<Coroutine*> ready_;
};

}  // namespace gs::vm
