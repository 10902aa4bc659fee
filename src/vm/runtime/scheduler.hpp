// Goroutines (11.1): the run queue, timers, blocking and waking, deadlock; and the switch between native stacks that
// coroutines use too. Cooperative, on the VM's one thread; preemption happens at the interpreter's polls.
//
// A goroutine is a Coroutine with is_goroutine set; coroutines it resumes run on its behalf (Coroutine::goroutine), and
// Coroutine::active is the innermost of them: where control goes when the goroutine is scheduled again.
#pragma once

#include <string>
#include <vector>

#include "vm/object/channel.hpp"
#include "vm/object/coroutine.hpp"
#include "vm/runtime/io_poller.hpp"
#include "vm/runtime/vm.hpp"

namespace gs::vm {

enum class IoWait : u8 { kReady, kTimedOut, kRefused, kRaised };  // kRefused: errno

class Scheduler {
 public:
  explicit Scheduler(Vm& vm) : vm_(vm) {}

  void start_main();
  // The VM ends: suspended native stacks are given up.
  void abandon();

  // A new suspended coroutine with stacks, entry callee. Null = raised.
  Coroutine* create(Value callee, bool is_goroutine);
  // Starts a goroutine with arguments; it waits at the end of the run queue.
  [[nodiscard]] bool start(Value callee, const Value* arguments, u32 count);

  // Parks the running goroutine until wake; false = raised (limit, or the program ends).
  [[nodiscard]] bool block(WaitKind kind, Value object);
  void wake(Coroutine* goroutine);
  [[nodiscard]] bool yield();
  [[nodiscard]] bool sleep(f64 seconds);
  // Parks the running goroutine until the descriptor can be read from or written to, or `deadline` (monotonic; 0: none).
  [[nodiscard]] IoWait wait_for_io(int fd, bool for_writing, f64 deadline);
  // At a poll: lets others run if the time slice is over.
  [[nodiscard]] bool preempt();
  // Whether preempt() would let others run.
  bool slice_is_over();
  void begin_slice() { slice_start_ = 0; }
  // Sends what `make` gives on `channel` after so many seconds (time.after).
  void send_later(f64 seconds, Channel* channel, Value (*make)(Vm&));

  Coroutine* main() { return main_; }
  Coroutine* current_goroutine() { return vm_.coroutine->goroutine; }
  Coroutine* all() { return all_; }
  void unlink(Coroutine* co);

  // A new wait: queued Waiters of earlier ones become stale.
  u64 new_ticket() { return ++tickets_; }

  // Set when the program ends for a reason outside main: an uncaught error in a goroutine, a deadlock.
  bool has_fatal() const { return has_fatal_; }
  const std::string& fatal_report() const { return fatal_report_; }
  bool is_deadlock() const { return is_deadlock_; }
  void clear_fatal() { has_fatal_ = is_deadlock_ = false; }
  // For the collector.
  template <typename Visitor>
  void each_root(Visitor visit) {
    visit(main_);
    for (Coroutine* co = queue_head_; co; co = co->queue_next) visit(co);
    for (const Timer& timer : timers_) visit(timer.goroutine), visit_channel(timer, visit);
    poller_.each_root([&](Coroutine* co) { visit(co); });
  }

 private:
  struct Timer {
    f64 deadline;
    u64 order;
    Coroutine* goroutine;  // to wake, or
    Channel* channel;      // to send on
    Value (*make)(Vm&);
    u64 ticket;
    bool operator<(const Timer& other) const {
      return deadline != other.deadline ? deadline > other.deadline : order > other.order;
    }
  };
  template <typename Visitor>
  static void visit_channel(const Timer& timer, Visitor visit) {
    visit(timer.channel);
  }
  static void run_coroutine(void* coroutine);
  [[noreturn]] void finish(Coroutine* goroutine, i64 results);
  void enqueue(Coroutine* goroutine);
  void stop_waiting(Coroutine* goroutine);
  // The goroutine to run next; waits for timers. Null: deadlock (then the fatal report is set) or a limit was hit (raised).
  Coroutine* next_runnable();
  bool fire_timers();
  void poll_io(f64 seconds);
  void push_timer(Timer timer);
  void report_deadlock();
  [[nodiscard]] bool came_back();

  Vm& vm_;
  Coroutine* main_ = nullptr;
  Coroutine* all_ = nullptr;
  Coroutine* queue_head_ = nullptr;
  Coroutine* queue_tail_ = nullptr;
  std::vector<Timer> timers_;
  IoPoller poller_;
  f64 last_io_poll_ = 0;
  u64 timer_order_ = 0;
  u64 tickets_ = 0;
  u32 next_number_ = 1;
  f64 slice_start_ = 0;
  bool has_fatal_ = false;
  bool is_deadlock_ = false;
  std::string fatal_report_;
};

}  // namespace gs::vm
