// Channels (11.2). Waiting goroutines queue first in, first out.
#pragma once

#include "vm/object/objects.hpp"

namespace gs::vm {

struct Coroutine;

// One goroutine's place in a channel's queue. A select has one for each case; `ticket` tells stale ones.
struct Waiter {
  Coroutine* goroutine;
  Value value;         // to send
  u64 ticket;          // matches the goroutine's current wait, else stale
  u32 case_index;      // select: which case
  bool is_select;
};

struct WaitQueue {
  Waiter* items;       // ring buffer in a kRaw... traced by the channel
  u32 head, count, capacity;
};

struct Channel : CellHeader {
  Value* buffer;       // ring of `capacity` values in a kValues cell (address of its first value), null if unbuffered
  u64 capacity;
  u64 head, count;
  bool closed;
  WaitQueue senders;   // malloc'ed rings, freed with the channel
  WaitQueue receivers;
};

u64 channel_length(const CellHeader* channel);
u64 channel_capacity(const CellHeader* channel);

}  // namespace gs::vm
