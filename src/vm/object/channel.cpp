#include "vm/object/channel.hpp"

#include <cstdlib>
#include <cstring>

#include "vm/heap/heap.hpp"
#include "vm/object/coroutine.hpp"
#include "vm/runtime/operations.hpp"
#include "vm/runtime/scheduler.hpp"

namespace gs::vm {

namespace {

bool is_live(const Waiter& waiter) { return waiter.goroutine->ticket == waiter.ticket; }

// Moves the waiters to `items`, leaving out those that wait no more (selects that went on by another case).
void queue_move(WaitQueue& queue, Waiter* items, u32 capacity) {
  u32 kept = 0;
  for (u32 i = 0; i < queue.count; i++) {
    const Waiter& waiter = queue.items[(queue.head + i) % queue.capacity];
    if (is_live(waiter)) items[kept++] = waiter;
  }
  std::free(queue.items);
  queue = {items, 0, kept, capacity};
}

bool queue_push(Vm& vm, WaitQueue& queue, const Waiter& waiter) {
  if (queue.count == queue.capacity) {
    u32 live = 0;
    for (u32 i = 0; i < queue.count; i++) live += is_live(queue.items[i]);
    u32 capacity = live < 4 ? 4 : live * 2;
    if (!vm.heap().account(capacity * sizeof(Waiter))) return false;
    auto* items = static_cast<Waiter*>(std::malloc(capacity * sizeof(Waiter)));
    if (!items) {
      vm.heap().unaccount(capacity * sizeof(Waiter));
      return vm.raise_out_of_memory(), false;
    }
    vm.heap().unaccount(queue.capacity * sizeof(Waiter));
    queue_move(queue, items, capacity);
  }
  queue.items[(queue.head + queue.count++) % queue.capacity] = waiter;
  return true;
}

// The first waiter that still waits, taken off the queue. False: none.
bool queue_take(WaitQueue& queue, Waiter& waiter) {
  while (queue.count) {
    waiter = queue.items[queue.head];
    queue.head = (queue.head + 1) % queue.capacity;
    queue.count--;
    if (is_live(waiter)) return true;
  }
  return false;
}


Channel* to_channel(Value v) {
  return v.is_object() && v.as_cell()->kind == CellKind::kChannel ? static_cast<Channel*>(v.as_cell()) : nullptr;
}

void buffer_push(Vm& vm, Channel* ch, Value v) {
  ch->buffer[(ch->head + ch->count++) % ch->capacity] = v;
  vm.heap().barrier(reinterpret_cast<CellHeader*>(ch->buffer - 1));
}

Value buffer_pop(Channel* ch) {
  Value v = ch->buffer[ch->head];
  ch->buffer[ch->head] = Value::nil();
  ch->head = (ch->head + 1) % ch->capacity;
  ch->count--;
  return v;
}

// Hands a waiting goroutine its outcome and makes it runnable.
void complete(Vm& vm, const Waiter& waiter, Value v, bool ok) {
  Coroutine* goroutine = waiter.goroutine;
  goroutine->transfer = v;
  goroutine->transfer_ok = ok;
  goroutine->select_chosen = waiter.case_index;
  vm.heap().barrier(goroutine);
  vm.scheduler().wake(goroutine);
}

bool raise_closed(Vm& vm) {
  vm.raise("send on closed channel");
  return false;
}

// Sends without waiting. False: would block.
bool send_now(Vm& vm, Channel* ch, Value v) {
  Waiter receiver;
  if (queue_take(ch->receivers, receiver)) {
    complete(vm, receiver, v, true);
    return true;
  }
  if (ch->count >= ch->capacity) return false;
  buffer_push(vm, ch, v);
  return true;
}

bool receive_now(Vm& vm, Channel* ch, Value& v, bool& ok) {
  Waiter sender;
  ok = true;
  if (ch->count) {
    v = buffer_pop(ch);
    if (queue_take(ch->senders, sender)) {
      buffer_push(vm, ch, sender.value);
      complete(vm, sender, Value::nil(), true);
    }
    return true;
  }
  if (queue_take(ch->senders, sender)) {
    v = sender.value;
    complete(vm, sender, Value::nil(), true);
    return true;
  }
  if (!ch->closed) return false;
  v = Value::nil();
  ok = false;
  return true;
}

}  // namespace

u64 channel_length(const CellHeader* channel) { return static_cast<const Channel*>(channel)->count; }
u64 channel_capacity(const CellHeader* channel) { return static_cast<const Channel*>(channel)->capacity; }

Value make_channel(Vm& vm, Value capacity) {
  i64 n;
  bool numeric = capacity.is_number();
  if (!numeric || !Vm::to_exact_int(capacity, n) || n < 0) {
    std::string got = vm.type_name(capacity);
    if (numeric) {
      String* text = vm.to_string_form(capacity);
      if (!text) return Value::raised();
      got = view(text);
    }
    return vm.raise("bad argument #2 to 'make' (non-negative integer expected, got " + got + ")");
  }
  auto* ch = vm.heap().allocate_cell<Channel>(CellKind::kChannel);
  if (!ch) return Value::raised();
  if (n > 0) {
    if (u64(n) >= 0xffffffffu) return vm.raise_out_of_memory();
    ch->buffer = vm.heap().allocate_record(u32(n));
    if (!ch->buffer) return Value::raised();
    for (i64 i = 0; i < n; i++) ch->buffer[i] = Value::nil();
    vm.heap().barrier(ch);
  }
  ch->capacity = u64(n);
  return Value::object(ch);
}

bool channel_send(Vm& vm, Value channel, Value v) {
  Channel* ch = to_channel(channel);
  if (!ch) return vm.raise("send on non-channel value"), false;
  if (ch->closed) return raise_closed(vm);
  if (send_now(vm, ch, v)) return true;
  Coroutine* self = vm.scheduler().current_goroutine();
  self->ticket = vm.scheduler().new_ticket();
  if (!queue_push(vm, ch->senders, {self, v, self->ticket, 0, false})) return false;
  vm.heap().barrier(ch);
  if (!vm.scheduler().block(WaitKind::kSend, channel)) return false;
  return self->transfer_ok || raise_closed(vm);
}

Value channel_receive(Vm& vm, Value channel, bool& ok) {
  Channel* ch = to_channel(channel);
  if (!ch) return vm.raise("receive from non-channel value");
  Value v;
  if (receive_now(vm, ch, v, ok)) return v;
  Coroutine* self = vm.scheduler().current_goroutine();
  self->ticket = vm.scheduler().new_ticket();
  if (!queue_push(vm, ch->receivers, {self, Value::nil(), self->ticket, 0, false})) return Value::raised();
  vm.heap().barrier(ch);
  if (!vm.scheduler().block(WaitKind::kReceive, channel)) return Value::raised();
  ok = self->transfer_ok;
  v = self->transfer;
  self->transfer = Value::nil();
  return v;
}

bool channel_close(Vm& vm, Value channel) {
  Channel* ch = to_channel(channel);
  if (ch->closed) return vm.raise("close of closed channel"), false;
  ch->closed = true;
  Waiter waiter;
  while (queue_take(ch->receivers, waiter)) complete(vm, waiter, Value::nil(), false);
  while (queue_take(ch->senders, waiter)) complete(vm, waiter, Value::nil(), false);
  return true;
}

i64 channel_select(Vm& vm, Value* base, const bytecode::Instruction* cases, u32 count, bool has_default, Value* target) {
  for (u32 i = 0; i < count; i++) {
    Value channel = base[cases[i].a()];
    if (channel.is_nil()) continue;
    Channel* ch = to_channel(channel);
    bool sends = cases[i].x() == 1;
    if (!ch) return vm.raise(sends ? "send on non-channel value" : "receive from non-channel value"), -1;
  }
  for (u32 i = 0; i < count; i++) {
    Channel* ch = to_channel(base[cases[i].a()]);
    if (!ch) continue;
    if (cases[i].x() == 1) {
      if (ch->closed) return raise_closed(vm), -1;
      if (send_now(vm, ch, base[cases[i].b()])) return i;
    } else {
      bool ok;
      Value v;
      if (receive_now(vm, ch, v, ok)) {
        target[0] = v;
        target[1] = Value::boolean(ok);
        return i;
      }
    }
  }
  if (has_default) return count;
  Coroutine* self = vm.scheduler().current_goroutine();
  self->ticket = vm.scheduler().new_ticket();
  for (u32 i = 0; i < count; i++) {
    Channel* ch = to_channel(base[cases[i].a()]);
    if (!ch) continue;
    bool sends = cases[i].x() == 1;
    Waiter waiter{self, sends ? base[cases[i].b()] : Value::nil(), self->ticket, i, true};
    if (!queue_push(vm, sends ? ch->senders : ch->receivers, waiter)) {
      self->ticket = 0;  // the cases before this one wait no more
      return -1;
    }
    vm.heap().barrier(ch);
  }
  if (!vm.scheduler().block(count ? WaitKind::kSelect : WaitKind::kSelectNone, Value::nil())) return -1;
  u32 chosen = self->select_chosen;
  if (cases[chosen].x() == 1) {
    if (!self->transfer_ok) return raise_closed(vm), -1;
  } else {
    target[0] = self->transfer;
    target[1] = Value::boolean(self->transfer_ok);
    self->transfer = Value::nil();
  }
  return chosen;
}

}  // namespace gs::vm
