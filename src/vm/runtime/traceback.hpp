// Tracebacks (9.2): walking the script frames of a coroutine and writing them down.
#pragma once

#include "vm/runtime/frame.hpp"
#include "vm/runtime/vm.hpp"

namespace gs::vm {

u32 line_of(const Prototype* prototype, const bytecode::Instruction* next_pc);

// Where frames are walked from: the running coroutine (the Vm's state) or a suspended one's saved state.
struct FrameCursor {
  Value* base;
  const bytecode::Instruction* pc;
  Activation* activation;

  static FrameCursor of_running(const Vm& vm) { return {vm.frame_base, vm.frame_pc, vm.activation}; }
  static FrameCursor of_suspended(const Coroutine* co);
  bool at_end() const { return base == nullptr; }
  Prototype* prototype() const { return frame_closure(base)->prototype; }
  Closure* closure() const { return frame_closure(base); }
  u32 line() const { return line_of(prototype(), pc); }
  void next();
};

// "in function 'NAME'" and the like.
std::string describe_frame(const Prototype* prototype, u32 line);
ErrorTrace trace_from(FrameCursor cursor, i64 level);
// The running coroutine's frames; level 1: the innermost is the place, 0: no place.
ErrorTrace capture_trace(Vm& vm, i64 level);
// Puts the frames of `outer` after those of `inner`.
void join_traces(ErrorTrace& inner, const ErrorTrace& outer);
// "stack traceback:" and the frames, each line ended.
std::string format_frames(const ErrorTrace& trace, u32 goroutine = 0);
// The whole report of an uncaught error.
std::string format_report(Vm& vm, Value error, const ErrorTrace& trace, u32 goroutine, const std::string& started_at);

}  // namespace gs::vm
