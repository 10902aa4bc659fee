#include "vm/runtime/scheduler.hpp"

#include <algorithm>
#include <cstring>

#include "platform/clock.hpp"
#include "platform/context.hpp"
#include "vm/heap/heap.hpp"
#include "vm/object/channel.hpp"
#include "vm/runtime/operations.hpp"
#include "vm/runtime/stack_pool.hpp"
#include "vm/runtime/switch.hpp"
#include "vm/runtime/traceback.hpp"

namespace gs::vm {

namespace {

constexpr f64 kLongestNap = 0.050;   // between looks at the limits while all goroutines sleep
constexpr f64 kIoPollInterval = 0.0005;  // between looks for ready descriptors while goroutines run
constexpr usize kMaxListedGoroutines = 100;

const char* wait_name(WaitKind kind) {
  switch (kind) {
    case WaitKind::kReceive: return "chan receive";
    case WaitKind::kSend: return "chan send";
    case WaitKind::kSelect: return "select";
    case WaitKind::kSelectNone: return "select (no cases)";
    case WaitKind::kMutex: return "mutex lock";
    case WaitKind::kWaitGroup: return "waitgroup wait";
    case WaitKind::kExternal: return "io wait";
    default: return "running";
  }
}

std::string started_at(const Coroutine* co) {
  if (!co->started_source) return "";
  return std::string(view(co->started_source)) + ":" + std::to_string(co->started_line);
}

}  // namespace

// ---- creation

Coroutine* Scheduler::create(Value callee, bool is_goroutine) {
  auto* co = vm_.heap().allocate_cell<Coroutine>(CellKind::kCoroutine);
  if (!co) return nullptr;
  co->vm = &vm_;
  co->state = CoroutineState::kSuspended;
  co->is_goroutine = is_goroutine;
  co->entry = callee;
  co->transfer = co->wait_object = co->defers = Value::nil();
  bool has_stacks = main_ ? vm_.stacks().acquire(co) : vm_.stacks().acquire_main(co);
  if (!has_stacks) return nullptr;
  if (is_goroutine) {
    co->goroutine = co->active = co;
    co->number = next_number_++;
  }
  co->all_next = all_;
  co->all_link = &all_;
  if (all_) all_->all_link = &co->all_next;
  all_ = co;
  if (main_) co->native_sp = platform::make_context(co->native_high, &Scheduler::run_coroutine, co);
  return co;
}

void Scheduler::start_main() {
  Coroutine* co = create(Value::nil(), true);
  GS_CHECK(co, "main's stack can be reserved");
  main_ = co;
  begin_slice();
  co->state = CoroutineState::kRunning;
  vm_.coroutine = co;
  load_state(vm_, co);
}

void Scheduler::unlink(Coroutine* co) {
  if (!co->all_link) return;
  *co->all_link = co->all_next;
  if (co->all_next) co->all_next->all_link = co->all_link;
  co->all_link = nullptr;
}

void Scheduler::abandon() {
  for (Coroutine* co = all_; co; co = co->all_next) {
    if (co == main_ || !co->stack_base) continue;
    vm_.drop_rooted_between(co->native_low - StackPool::kNativeReserve, co->native_high);
  }
  queue_head_ = queue_tail_ = nullptr;
  timers_.clear();
}

bool Scheduler::start(Value callee, const Value* arguments, u32 count) {
  Coroutine* co = create(callee, true);
  if (!co) return false;
  Value* slot = co->stack_base;
  if (slot + count + 2 * kFrameHeader > co->stack_end) return vm_.raise_stack_overflow(), false;
  // The arguments wait where the call will find them; a big list grows the new stack's accounted part.
  usize extra = slot + count + 2 * kFrameHeader > co->stack_limit ? count * sizeof(Value) : 0;
  if (extra && !vm_.heap().account(extra)) return false;
  if (extra) co->stack_limit += count;
  std::memcpy(static_cast<void*>(slot + kFrameHeader), arguments, count * sizeof(Value));
  slot[0] = callee;
  co->passed_count = count;
  co->top = slot + kFrameHeader + count;
  if (vm_.frame_base) {
    FrameCursor here = FrameCursor::of_running(vm_);
    co->started_source = here.prototype()->source;
    co->started_line = here.line();
  }
  vm_.heap().barrier(co);
  enqueue(co);
  return true;
}

// ---- switching

void Scheduler::run_coroutine(void* argument) {
  platform::after_switch(nullptr);
  auto* co = static_cast<Coroutine*>(argument);
  Vm& vm = *co->vm;
  Value* slot = co->stack_base;
  i64 results = -1;
  if (co->is_goroutine) {
    results = call_in_place(vm, slot, co->passed_count);
    vm.scheduler().finish(co, results);
  }
  const Value* passed = co->passed;
  u32 count = co->passed_count;
  if (vm.stacks().ensure(slot, count + 2 * kFrameHeader)) {
    std::memcpy(static_cast<void*>(slot + kFrameHeader), passed, count * sizeof(Value));
    slot[0] = co->entry;
    results = call_in_place(vm, slot, count);
  }
  co->failed = results < 0;
  co->passed = slot;
  co->passed_count = co->failed ? 0 : u32(results);
  if (co->failed) {
    co->transfer = vm.take_error();
    vm.heap().barrier(co);
  }
  co->state = CoroutineState::kDead;
  vm.top = slot + co->passed_count;
  Coroutine* resumer = co->resumer;
  co->resumer = nullptr;
  co->goroutine->active = resumer;
  switch_to(vm, resumer);
  __builtin_unreachable();
}

void Scheduler::finish(Coroutine* goroutine, i64 results) {
  if (results < 0 && !has_fatal_) {
    has_fatal_ = true;
    ErrorTrace trace = vm_.take_trace();
    fatal_report_ = format_report(vm_, vm_.take_error(), trace, goroutine->number, started_at(goroutine));
  }
  goroutine->state = CoroutineState::kDead;
  unlink(goroutine);
  vm_.stacks().release(goroutine);
  Coroutine* next = has_fatal_ ? main_ : next_runnable();
  if (!next) next = main_;
  begin_slice();
  switch_to(vm_, next->active);
  __builtin_unreachable();
}

// ---- run queue

void Scheduler::enqueue(Coroutine* goroutine) {
  goroutine->queue_next = nullptr;
  (queue_tail_ ? queue_tail_->queue_next : queue_head_) = goroutine;
  queue_tail_ = goroutine;
}

void Scheduler::wake(Coroutine* goroutine) {
  goroutine->waiting = WaitKind::kNone;
  goroutine->ticket = 0;
  enqueue(goroutine);
}

Coroutine* Scheduler::next_runnable() {
  for (;;) {
    if (!timers_.empty()) fire_timers();
    if (!poller_.is_empty() && platform::monotonic_seconds() - last_io_poll_ > kIoPollInterval) poll_io(0);
    if (Coroutine* goroutine = queue_head_) {
      queue_head_ = goroutine->queue_next;
      if (!queue_head_) queue_tail_ = nullptr;
      goroutine->queue_next = nullptr;
      return goroutine;
    }
    if (timers_.empty() && poller_.is_empty()) {
      report_deadlock();
      return nullptr;
    }
    f64 wait = kLongestNap;
    if (!timers_.empty()) wait = std::min(wait, timers_.front().deadline - platform::monotonic_seconds());
    vm_.flush_output();
    if (poller_.is_empty()) {
      platform::sleep_seconds(wait);
    } else {
      poll_io(std::max(wait, 0.0));
    }
    if (!vm_.check_limits()) return nullptr;
  }
}

// It goes on without what it waited for, be that its turn.
void Scheduler::stop_waiting(Coroutine* goroutine) {
  goroutine->waiting = WaitKind::kNone;
  goroutine->ticket = 0;
  Coroutine* before = nullptr;
  for (Coroutine* at = queue_head_; at; before = at, at = at->queue_next) {
    if (at != goroutine) continue;
    (before ? before->queue_next : queue_head_) = at->queue_next;
    if (queue_tail_ == at) queue_tail_ = before;
    return;
  }
}

bool Scheduler::came_back() {
  Coroutine* self = current_goroutine();
  if (self == main_ && has_fatal_) vm_.raise_terminating("program ended");
  if (!vm_.is_raising()) return true;
  stop_waiting(self);
  return false;
}

bool Scheduler::block(WaitKind kind, Value object) {
  Coroutine* self = current_goroutine();
  self->waiting = kind;
  self->wait_object = object;
  vm_.heap().barrier(self);
  Coroutine* next = next_runnable();
  if (!next) {
    if (vm_.is_raising()) return stop_waiting(self), false;
    next = main_;
  }
  if (next != self) {
    begin_slice();
    switch_to(vm_, next->active);
  }
  self->wait_object = Value::nil();
  return came_back();
}

bool Scheduler::yield() {
  Coroutine* self = current_goroutine();
  enqueue(self);
  Coroutine* next = next_runnable();
  begin_slice();
  if (next != self) switch_to(vm_, next->active);
  return came_back();
}

// A slice is timed from its first poll on: most end long before, and the clock would take longer than the switch.
bool Scheduler::slice_is_over() {
  if (!queue_head_ && timers_.empty() && poller_.is_empty()) return false;
  const f64 now = platform::monotonic_seconds();
  if (!slice_start_) slice_start_ = now;
  return now - slice_start_ >= f64(vm_.options().tunables.sched_slice) * 1e-3;
}

bool Scheduler::preempt() { return !slice_is_over() || yield(); }

// ---- descriptors

void Scheduler::poll_io(f64 seconds) {
  poller_.poll(seconds, [this](Coroutine* goroutine) { wake(goroutine); });
  last_io_poll_ = platform::monotonic_seconds();
}

IoWait Scheduler::wait_for_io(int fd, bool for_writing, f64 deadline) {
  if (!poller_.add(fd, for_writing, current_goroutine(), deadline)) return IoWait::kRefused;
  const bool is_alive = block(WaitKind::kExternal, Value::nil());
  if (!is_alive) {
    poller_.remove(fd);
    return IoWait::kRaised;
  }
  return poller_.has_expired(fd) ? IoWait::kTimedOut : IoWait::kReady;
}

// ---- timers

void Scheduler::push_timer(Timer timer) {
  timers_.push_back(timer);
  std::push_heap(timers_.begin(), timers_.end());
}

bool Scheduler::fire_timers() {
  f64 now = platform::monotonic_seconds();
  bool fired = false;
  while (!timers_.empty() && timers_.front().deadline <= now) {
    std::pop_heap(timers_.begin(), timers_.end());
    Timer timer = timers_.back();
    timers_.pop_back();
    if (timer.channel) {
      Value time = timer.make(vm_);
      if (time.is_raised()) vm_.take_error();
      else if (!channel_send(vm_, Value::object(timer.channel), time)) vm_.take_error();
    } else if (timer.goroutine->ticket == timer.ticket) {
      wake(timer.goroutine);
    }
    fired = true;
  }
  return fired;
}

bool Scheduler::sleep(f64 seconds) {
  if (!(seconds > 0)) return yield();
  Coroutine* self = current_goroutine();
  self->ticket = new_ticket();
  push_timer({platform::monotonic_seconds() + seconds, timer_order_++, self, nullptr, nullptr, self->ticket});
  return block(WaitKind::kTimer, Value::nil());
}

void Scheduler::send_later(f64 seconds, Channel* channel, Value (*make)(Vm&)) {
  push_timer({platform::monotonic_seconds() + (seconds > 0 ? seconds : 0), timer_order_++, nullptr, channel, make, 0});
}

// ---- deadlock (11.4)

void Scheduler::report_deadlock() {
  std::vector<Coroutine*> goroutines;
  for (Coroutine* co = all_; co; co = co->all_next) {
    if (co->is_goroutine && co->state != CoroutineState::kDead) goroutines.push_back(co);
  }
  std::sort(goroutines.begin(), goroutines.end(), [](auto* a, auto* b) { return a->number < b->number; });
  // The running goroutine's frames are in the VM, not yet saved.
  if (vm_.coroutine->state != CoroutineState::kDead) save_state(vm_, vm_.coroutine);
  std::string text;
  for (usize i = 0; i < goroutines.size() && i < kMaxListedGoroutines; i++) {
    Coroutine* co = goroutines[i];
    ErrorTrace trace = trace_from(FrameCursor::of_suspended(co->active), 1);
    if (co == main_) text += trace.place + ": all goroutines are asleep - deadlock!\n";
    text += "\ngoroutine " + std::to_string(co->number) + " [" + wait_name(co->waiting) + "]:\n";
    std::string frames = format_frames(trace);
    text += frames.substr(frames.find('\n') + 1);
    if (co != main_) text += "\tstarted at " + started_at(co) + "\n";
  }
  if (goroutines.size() > kMaxListedGoroutines) {
    text += "... " + std::to_string(goroutines.size() - kMaxListedGoroutines) + " more\n";
  }
  fatal_report_ = text;
  has_fatal_ = is_deadlock_ = true;
}

bool start_goroutine(Vm& vm, Value callee, const Value* arguments, u32 count) {
  if (!callee.is_function() && vm.metamethod(callee, "__call").is_nil()) {
    vm.raise_format("attempt to call a %s value", vm.type_name(callee));
    return false;
  }
  return vm.scheduler().start(callee, arguments, count);
}

}  // namespace gs::vm
