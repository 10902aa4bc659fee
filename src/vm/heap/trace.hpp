// The references of every kind of cell, once. A Sink receives them:
//
//   cell(CellHeader*)        a reference, may be null
//   value(Value)
//   storage(CellHeader*)     storage whose contents the owner reports itself
//   table(Table*)            a table's array part, named fields and hash: large, perhaps weak
//   words(low, high)         memory to be scanned conservatively
//   prototype(Prototype*), userdata(Userdata*), coroutine(Coroutine*)
//
// Cells may be half made (zeroed with the kind set): every field may be null.
#pragma once

#include "vm/object/channel.hpp"
#include "vm/object/coroutine.hpp"
#include "vm/object/objects.hpp"
#include "vm/object/shape.hpp"
#include "vm/object/table_hash.hpp"

namespace gs::vm {

inline CellHeader* storage_cell(const Value* values) {
  return reinterpret_cast<CellHeader*>(const_cast<Value*>(values) - 1);
}

template <typename Sink>
void trace_shape(Shape* shape, Sink& sink) {
  sink.cell(shape->metatable);
  sink.cell(shape->parent);
  for (u32 i = 0; i < shape->field_count; i++) sink.cell(shape->keys[i]);
  each_transition(shape, [](void* context, Shape* target) { static_cast<Sink*>(context)->cell(target); }, &sink);
}

template <typename Sink>
void trace_wait_queue(const WaitQueue& queue, Sink& sink) {
  for (u32 i = 0; i < queue.count; i++) {
    const Waiter& waiter = queue.items[(queue.head + i) % queue.capacity];
    sink.cell(waiter.goroutine);
    sink.value(waiter.value);
  }
}

template <typename Sink>
void trace_channel(Channel* channel, Sink& sink) {
  if (channel->buffer) sink.cell(storage_cell(channel->buffer));
  trace_wait_queue(channel->senders, sink);
  trace_wait_queue(channel->receivers, sink);
}

template <typename Sink>
void trace_hash(HashPart* hash, Sink& sink) {
  sink.cell(hash->order);
  for (u32 i = 0; i < hash->used; i++) {
    sink.value(hash->entries[i].key);
    sink.value(hash->entries[i].value);
  }
}

template <typename Sink>
void trace_cell(CellHeader* cell, Sink& sink) {
  switch (cell->kind) {
    case CellKind::kTable: {
      auto* table = static_cast<Table*>(cell);
      sink.cell(table->shape);
      sink.table(table);
      break;
    }
    case CellKind::kClosure: {
      auto* closure = static_cast<Closure*>(cell);
      sink.cell(closure->prototype);
      for (u32 i = 0; i < closure->aux; i++) sink.value(closure->captures[i]);
      break;
    }
    case CellKind::kNative: {
      auto* native = static_cast<Native*>(cell);
      sink.cell(native->name);
      for (u32 i = 0; i < native->aux; i++) sink.value(native->captures[i]);
      break;
    }
    case CellKind::kVariable: sink.value(static_cast<Variable*>(cell)->value); break;
    case CellKind::kGlobal:
      sink.value(static_cast<Global*>(cell)->value);
      sink.cell(static_cast<Global*>(cell)->name);
      break;
    case CellKind::kString:
      if (cell->flags & String::kExternal) sink.storage(static_cast<String*>(cell)->storage);
      break;
    case CellKind::kShape: trace_shape(static_cast<Shape*>(cell), sink); break;
    case CellKind::kPrototype: sink.prototype(static_cast<Prototype*>(cell)); break;
    case CellKind::kCoroutine: sink.coroutine(static_cast<Coroutine*>(cell)); break;
    case CellKind::kChannel: trace_channel(static_cast<Channel*>(cell), sink); break;
    case CellKind::kUserdata: sink.userdata(static_cast<Userdata*>(cell)); break;
    case CellKind::kHash: trace_hash(static_cast<HashPart*>(cell), sink); break;
    // A record: a deferred call, a channel's buffer. What lies behind the part in use is not known.
    case CellKind::kValues: {
      auto* values = reinterpret_cast<Value*>(cell + 1);
      sink.words(values, values + cell->aux);
      break;
    }
    case CellKind::kFree:
    case CellKind::kBoxedInt:
    case CellKind::kRaw:
    case CellKind::kCount: break;
  }
}

}  // namespace gs::vm
