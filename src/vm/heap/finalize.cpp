// Ends of lives: cells that own memory outside the heap, and finalisers of tables (language.md 8, __gc).
#include <algorithm>
#include <cstdio>
#include <cstdlib>

#include "vm/heap/heap_impl.hpp"
#include "vm/heap/hooks.hpp"
#include "vm/runtime/vm.hpp"

namespace gs::vm {

namespace {

// Flag of a table whose finaliser is registered. Tables are never large, so the bit is free.
constexpr u8 kHasFinalizer = CellHeader::kMarkedFlag;
static_assert(sizeof(Table) + kMaxInlineFields * sizeof(Value) <= Heap::kMaxSmall);

// What a registered object takes in the lists: in its own, which may have twice the room it needs, and in the queue.
constexpr usize kFinalizerBytes = 4 * sizeof(Table*);

}  // namespace

// ---- cells that own memory

void Heap::Impl::add_tracked(CellHeader* cell) { tracked_young.push_back(cell); }

void Heap::Impl::destroy(CellHeader* cell) {
  switch (cell->kind) {
    case CellKind::kUserdata: {
      auto* userdata = static_cast<Userdata*>(cell);
      if (userdata->type && userdata->type->destroy) userdata->type->destroy(userdata->payload);
      break;
    }
    case CellKind::kChannel: {
      auto* channel = static_cast<Channel*>(cell);
      heap.unaccount((channel->senders.capacity + channel->receivers.capacity) * sizeof(Waiter));
      std::free(channel->senders.items);
      std::free(channel->receivers.items);
      break;
    }
    case CellKind::kShape: free_transitions(static_cast<Shape*>(cell)); break;
    case CellKind::kPrototype: destroy_prototype(static_cast<Prototype*>(cell), heap); break;
    default: coroutine_died(vm, static_cast<Coroutine*>(cell)); break;
  }
}

// The VM ends. Coroutines' stacks are gone with the pool they came from.
void Heap::Impl::destroy_all() {
  tracked_old.insert(tracked_old.end(), tracked_young.begin(), tracked_young.end());
  for (CellHeader* cell : tracked_old) {
    if (cell->kind != CellKind::kCoroutine) destroy(cell);
  }
  large.each_cell([this](CellHeader* cell) {
    if (cell->kind == CellKind::kPrototype) destroy(cell);
  });
}

void Heap::Impl::owner_survived(CellHeader* cell) {
  tracked_old.push_back(cell);
  auto* userdata = static_cast<Userdata*>(cell);
  if (cell->kind == CellKind::kUserdata && userdata->type && userdata->type->trace) tracing_userdata.push_back(userdata);
}

void Heap::Impl::sweep_young_owners() {
  for (CellHeader* cell : tracked_young) {
    if (marker.is_marked(cell)) {
      owner_survived(cell);
    } else {
      destroy(cell);
    }
  }
  tracked_young.clear();
}

// A full collection's owners are swept with the old ones, but which userdata report references must be known at once.
void Heap::Impl::merge_young_owners() {
  for (CellHeader* cell : tracked_young) owner_survived(cell);
  tracked_young.clear();
  std::erase_if(tracing_userdata, [this](Userdata* userdata) { return !marker.is_marked(userdata); });
}

// Looks at `count` old owners from sweep_position on; true: there are more. The list is in order at any time.
bool Heap::Impl::sweep_owners(usize count) {
  for (; count && sweep_position < tracked_old.size(); count--) {
    CellHeader* cell = tracked_old[sweep_position];
    if (marker.is_marked(cell)) {
      sweep_position++;
      continue;
    }
    tracked_old[sweep_position] = tracked_old.back();
    tracked_old.pop_back();
    destroy(cell);
  }
  return sweep_position < tracked_old.size();
}

// ---- finalisers

bool Heap::register_finalizer(Table* t) {
  if (t->flags & kHasFinalizer) return true;
  if (!account(kFinalizerBytes)) return false;
  t->flags |= kHasFinalizer;
  impl_->finalizable_young.push_back(t);
  return true;
}

void Heap::Impl::queue_dead(std::vector<Table*>& registered) {
  for (auto at = registered.rbegin(); at != registered.rend(); ++at) {
    if (!marker.is_marked(*at)) pending_finalizers.push_back(*at);
  }
  std::erase_if(registered, [this](Table* t) { return !marker.is_marked(t); });
}

bool Heap::Impl::queue_finalizers(bool full) {
  usize known = pending_finalizers.size();
  queue_dead(finalizable_young);
  if (full) queue_dead(finalizable_old);
  finalizable_old.insert(finalizable_old.end(), finalizable_young.begin(), finalizable_young.end());
  finalizable_young.clear();
  for (usize i = known; i < pending_finalizers.size(); i++) {
    marker.cell(pending_finalizers[i]);
    marker.keep_shallow();
  }
  return pending_finalizers.size() > known;
}

void Heap::Impl::run_finalizer(Table* table) {
  table->flags &= u8(~kHasFinalizer);
  heap.unaccount(kFinalizerBytes);
  Value handler = vm.metamethod(Value::table(table), "__gc");
  if (!vm.is_raising() && !handler.is_nil()) vm.call(handler, {Value::table(table)});
  if (!vm.is_raising() || vm.is_terminating()) return;
  String* text = vm.to_string_form(vm.take_error());
  if (!text) {
    if (vm.is_terminating()) return;
    vm.take_error();
  }
  std::string_view message = text ? view(text) : "(error without a string form)";
  vm.flush_output();
  std::fprintf(stderr, "warning: error in __gc: %.*s\n", int(message.size()), message.data());
}

void Heap::run_pending_finalizers() {
  if (impl_->runs_finalizers) return;
  impl_->runs_finalizers = true;
  while (!impl_->pending_finalizers.empty() && !vm_.is_raising()) {
    Table* table = impl_->pending_finalizers.front();
    impl_->pending_finalizers.pop_front();
    impl_->run_finalizer(table);
  }
  pending_finalizers_ = !impl_->pending_finalizers.empty();
  impl_->runs_finalizers = false;
}

void Heap::run_all_finalizers() {
  auto& young = impl_->finalizable_young;
  auto& old = impl_->finalizable_old;
  old.insert(old.end(), young.begin(), young.end());
  young.clear();
  impl_->pending_finalizers.insert(impl_->pending_finalizers.end(), old.rbegin(), old.rend());
  old.clear();
  run_pending_finalizers();
}

}  // namespace gs::vm
