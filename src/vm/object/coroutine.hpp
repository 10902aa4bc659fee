// Coroutines and goroutines: one object for both. Each owns a slot of the stack reservation that holds a native stack (grows
// down) and a value stack (grows up from the same boundary). The running coroutine's hot state is in the Vm; it is written
// back here when control leaves it.
#pragma once

#include "vm/object/objects.hpp"

namespace gs::vm {

struct Activation;
struct CatchScope;
struct Channel;
struct PanicScope;

enum class CoroutineState : u8 { kSuspended, kRunning, kNormal, kDead };

// Why a goroutine does not run (11.4).
enum class WaitKind : u8 {
  kNone, kReceive, kSend, kSelect, kSelectNone, kMutex, kWaitGroup, kTimer, kExternal
};

struct Coroutine : CellHeader {
  CoroutineState state;
  bool is_goroutine;       // scheduled; else resumed by coroutine.resume
  WaitKind waiting;
  bool caught_below;       // something in the chain of its resumers catches errors
  bool on_spare_stack;     // an error handler runs beyond the limits (SpareStack)
  u32 number;              // goroutine number, from 1
  u32 stack_slot;          // in the stack pool
  // stacks
  Value* stack_base;       // first value slot
  Value* stack_limit;      // committed and accounted up to here
  Value* stack_end;        // hard end
  char* native_low;        // lowest usable native address
  char* native_high;       // top of the native stack
  void* native_sp;         // saved stack pointer while not running
  // saved Vm state while not running
  Value* top;
  Value* frame_base;
  const bytecode::Instruction* frame_pc;
  Activation* activation;
  PanicScope* panic;
  CatchScope* catcher;
  Vm* vm;
  // what it runs
  Value entry;             // the function
  Coroutine* resumer;      // who resumed it (a coroutine or the goroutine's own chain)
  Coroutine* goroutine;    // the goroutine on whose behalf it runs
  Coroutine* active;       // of a goroutine: the innermost coroutine running in it
  // values passed by resume, yield, receive
  const Value* passed;     // values on the other side's stack, copied by the receiving side
  u32 passed_count;
  Value transfer;          // a channel hand-over, or the error that ended it
  u64 ticket;              // of the current wait; waiters with another one are stale
  f64 deadline;            // of a timer wait
  bool transfer_ok;        // channel: a value was sent
  bool failed;             // ended by an error (in transfer)
  // scheduling
  Coroutine* queue_next;   // run queue or wait list
  Coroutine* all_next;     // all coroutines with stacks
  Coroutine** all_link;
  Value wait_object;       // what it waits on
  u32 select_chosen;
  u32 started_line;
  String* started_source;  // place of the go statement
  Value defers;            // innermost deferred-call record (runtime/defer.cpp), or nil
};

}  // namespace gs::vm
