#include "stdlib/sync/sync.hpp"

#include <new>

#include "stdlib/time/time.hpp"
#include "vm/heap/heap.hpp"
#include "vm/object/channel.hpp"
#include "vm/object/coroutine.hpp"
#include "vm/runtime/operations.hpp"
#include "vm/runtime/scheduler.hpp"

namespace gs::stdlib {

using namespace vm;

namespace {

// Goroutines waiting for a sync object, first come first served, linked through Coroutine::queue_next: a blocked goroutine is
// in no run queue.
struct Waiting {
  Coroutine* head = nullptr;
  Coroutine* tail = nullptr;

  void push(Coroutine* co) {
    co->queue_next = nullptr;
    (tail ? tail->queue_next : head) = co;
    tail = co;
  }
  Coroutine* pop() {
    Coroutine* co = head;
    head = co->queue_next;
    if (!head) tail = nullptr;
    return co;
  }
  void trace(Heap& heap) {
    for (Coroutine* co = head; co; co = co->queue_next) heap.mark_cell(co);
  }
};

struct WaitGroup {
  i64 count = 0;
  Waiting waiting;
};

struct Mutex {
  bool locked = false;
  Waiting waiting;
};

const UserdataClass kWaitGroup = {"waitgroup", nullptr, [](void* payload, void* marker) {
                                    static_cast<WaitGroup*>(payload)->waiting.trace(*static_cast<Heap*>(marker));
                                  }};
const UserdataClass kMutex = {"mutex", nullptr, [](void* payload, void* marker) {
                                static_cast<Mutex*>(payload)->waiting.trace(*static_cast<Heap*>(marker));
                              }};

template <typename T>
Value make(Vm& vm, const UserdataClass& type) {
  Userdata* object = vm.userdata(type, nullptr, sizeof(T));
  if (!object) return Value::raised();
  new (object->payload) T;
  return Value::object(object);
}

/// sync.waitgroup()
/// A counter to wait for.
///     wg, sum := sync.waitgroup(), 0
///     for i := range 4 { wg:add(1); go func() { defer wg:done(); sum += i }() }
///     wg:wait()
///     print(sum)
///     // 6
Value waitgroup(Vm& vm, Args) { return make<WaitGroup>(vm, kWaitGroup); }
/// sync.mutex()
/// A lock.
///     mu := sync.mutex()
///     mu:lock(); print(mu:tryLock()); mu:unlock()
///     print(mu:tryLock())
///     // false
///     // true
Value mutex(Vm& vm, Args) { return make<Mutex>(vm, kMutex); }

bool wait_in(Vm& vm, Waiting& waiting, WaitKind kind, Value object) {
  Coroutine* self = vm.scheduler().current_goroutine();
  waiting.push(self);
  vm.heap().barrier(object.as_cell());
  return vm.scheduler().block(kind, object);
}

Value change(Vm& vm, WaitGroup* group, i64 by) {
  if (group->count + by < 0) return vm.raise("negative waitgroup counter");
  group->count += by;
  while (group->count == 0 && group->waiting.head) vm.scheduler().wake(group->waiting.pop());
  return Value::multi(0);
}

/// waitgroup:add([n=1])
/// Adds n. Raises "negative waitgroup counter" below 0.
///     print(pcall(sync.waitgroup().add, -1)) // false  negative waitgroup counter
Value waitgroup_add(Vm& vm, Args args) {
  WaitGroup* group;
  i64 n = 1;
  if (!arg_object(vm, args, 0, kWaitGroup, group) || !opt_int(vm, args, 1, n)) return Value::raised();
  return change(vm, group, n);
}

/// waitgroup:done()
/// Takes one away. Raises "negative waitgroup counter" below 0.
///     print(pcall(sync.waitgroup().done)) // false  negative waitgroup counter
Value waitgroup_done(Vm& vm, Args args) {
  WaitGroup* group;
  if (!arg_object(vm, args, 0, kWaitGroup, group)) return Value::raised();
  return change(vm, group, -1);
}

/// waitgroup:wait()
/// Blocks the goroutine until the counter is 0.
Value waitgroup_wait(Vm& vm, Args args) {
  WaitGroup* group;
  if (!arg_object(vm, args, 0, kWaitGroup, group)) return Value::raised();
  if (group->count == 0) return Value::multi(0);
  return wait_in(vm, group->waiting, WaitKind::kWaitGroup, args[0]) ? Value::multi(0) : Value::raised();
}

/// mutex:lock()
/// Locks it; blocks the goroutine until it is free, first come first served.
Value mutex_lock(Vm& vm, Args args) {
  Mutex* m;
  if (!arg_object(vm, args, 0, kMutex, m)) return Value::raised();
  if (!m->locked) {
    m->locked = true;
    return Value::multi(0);
  }
  // unlock hands the mutex over still locked.
  return wait_in(vm, m->waiting, WaitKind::kMutex, args[0]) ? Value::multi(0) : Value::raised();
}

/// mutex:unlock()
/// Unlocks it. Raises "unlock of unlocked mutex".
///     print(pcall(sync.mutex().unlock)) // false  unlock of unlocked mutex
Value mutex_unlock(Vm& vm, Args args) {
  Mutex* m;
  if (!arg_object(vm, args, 0, kMutex, m)) return Value::raised();
  if (!m->locked) return vm.raise("unlock of unlocked mutex");
  if (m->waiting.head) {
    vm.scheduler().wake(m->waiting.pop());
  } else {
    m->locked = false;
  }
  return Value::multi(0);
}

/// mutex:tryLock()
/// Locks it if it is free; whether it did.
///     mu := sync.mutex(); mu:lock()
///     print(mu:tryLock())
///     // false
Value mutex_try_lock(Vm& vm, Args args) {
  Mutex* m;
  if (!arg_object(vm, args, 0, kMutex, m)) return Value::raised();
  bool free = !m->locked;
  m->locked = true;
  return Value::boolean(free);
}

/// sched.yield()
/// Lets the other runnable goroutines run first.
///     go func() { print("first") }()
///     sched.yield()
///     print("second")
///     // first
///     // second
Value sched_yield(Vm& vm, Args) { return vm.scheduler().yield() ? Value::multi(0) : Value::raised(); }

/// time.sleep(x)
/// Lets other goroutines run for x seconds.
///     go func() { print("meanwhile") }()
///     time.sleep(0.01)
///     // meanwhile
Value time_sleep(Vm& vm, Args args) {
  f64 seconds;
  if (!arg_number(vm, args, 0, seconds)) return Value::raised();
  return vm.scheduler().sleep(seconds) ? Value::multi(0) : Value::raised();
}

/// time.after(x)
/// A channel that receives the current time once, x seconds later.
///     select {
///     case <-make(chan): print("never")
///     case <-time.after(0.01): print("timeout")
///     }
///     // timeout
Value time_after(Vm& vm, Args args) {
  f64 seconds;
  if (!arg_number(vm, args, 0, seconds)) return Value::raised();
  Value channel = make_channel(vm, Value::small_int(1));
  if (channel.is_raised()) return channel;
  vm.scheduler().send_later(seconds, static_cast<Channel*>(channel.as_cell()), current_time);
  return channel;
}

constexpr NativeRow kSync[] = {{"waitgroup", waitgroup}, {"mutex", mutex}};
constexpr NativeRow kWaitGroupMethods[] = {{"add", waitgroup_add}, {"done", waitgroup_done}, {"wait", waitgroup_wait}};
constexpr NativeRow kMutexMethods[] = {{"lock", mutex_lock}, {"unlock", mutex_unlock}, {"tryLock", mutex_try_lock}};
constexpr NativeRow kSched[] = {{"yield", sched_yield}};
constexpr NativeRow kTime[] = {{"sleep", time_sleep}, {"after", time_after}};

}  // namespace

bool install_sync(Vm& vm) {
  return vm.register_library("sync", kSync) && vm.register_class(kWaitGroup, kWaitGroupMethods) &&
         vm.register_class(kMutex, kMutexMethods) && vm.register_library("sched", kSched) &&
         vm.register_library("time", kTime);
}

}  // namespace gs::stdlib
