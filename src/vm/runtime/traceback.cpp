#include "vm/runtime/traceback.hpp"

#include "bytecode/image.hpp"
#include "vm/object/coroutine.hpp"

namespace gs::vm {

namespace {

constexpr usize kShownFrames = 20;

// Keeps the first and the last ten.
void trim(ErrorTrace& trace) {
  if (trace.frames.size() <= kShownFrames) return;
  usize surplus = trace.frames.size() - kShownFrames;
  trace.hidden += surplus;
  auto first = trace.frames.begin() + kShownFrames / 2;
  trace.frames.erase(first, first + i64(surplus));
}

std::string text_of(const String* s) { return std::string(view(s)); }

}  // namespace

u32 line_of(const Prototype* prototype, const bytecode::Instruction* next_pc) {
  if (!next_pc) return prototype->line;
  u32 at = next_pc > prototype->code ? u32(next_pc - prototype->code) - 1 : 0;
  u32 low = 0, high = prototype->line_count;
  while (high - low > 1) {
    u32 middle = (low + high) / 2;
    (prototype->lines[middle].start <= at ? low : high) = middle;
  }
  return prototype->line_count ? prototype->lines[low].line : 0;
}

FrameCursor FrameCursor::of_suspended(const Coroutine* co) { return {co->frame_base, co->frame_pc, co->activation}; }

void FrameCursor::next() {
  Value* outer = outer_base(base);
  u64 link = frame_link(outer);
  if (is_bottom_link(link)) {
    Activation* left = link_activation(link);
    base = left->outer_base;
    pc = left->outer_pc;
  } else {
    base = caller_base(outer);
    pc = link_pc(link);
  }
}

std::string describe_frame(const Prototype* prototype, u32 line) {
  std::string source = text_of(prototype->source);
  std::string text = source + ":" + std::to_string(line) + ": in ";
  switch (bytecode::FunctionKind(prototype->function_kind)) {
    case bytecode::FunctionKind::kMain: return text + "main chunk";
    case bytecode::FunctionKind::kChunk: return text + "chunk";
    case bytecode::FunctionKind::kModule: return text + "module '" + text_of(prototype->name) + "'";
    case bytecode::FunctionKind::kFunction: break;
  }
  if (prototype->name && prototype->name->length) return text + "function '" + text_of(prototype->name) + "'";
  return text + "function <" + source + ":" + std::to_string(prototype->line) + ">";
}

ErrorTrace trace_from(FrameCursor cursor, i64 level) {
  ErrorTrace trace;
  std::vector<std::string> tail;
  u64 count = 0;
  std::vector<std::pair<Prototype*, u32>> last(kShownFrames / 2);
  for (; !cursor.at_end(); cursor.next(), count++) {
    if (i64(count) + 1 == level) trace.place = text_of(cursor.prototype()->source) + ":" + std::to_string(cursor.line());
    if (count < kShownFrames / 2) {
      trace.frames.push_back(describe_frame(cursor.prototype(), cursor.line()));
    } else {
      last[count % last.size()] = {cursor.prototype(), u32(0)};
      last[count % last.size()].second = cursor.line();
    }
  }
  u64 rest = count > kShownFrames / 2 ? count - kShownFrames / 2 : 0;
  u64 shown = std::min<u64>(rest, last.size());
  trace.hidden = rest - shown;
  for (u64 i = count - shown; i < count; i++) {
    trace.frames.push_back(describe_frame(last[i % last.size()].first, last[i % last.size()].second));
  }
  return trace;
}

ErrorTrace capture_trace(Vm& vm, i64 level) { return trace_from(FrameCursor::of_running(vm), level); }

void join_traces(ErrorTrace& inner, const ErrorTrace& outer) {
  if (inner.frames.empty()) inner.place = outer.place;
  inner.frames.insert(inner.frames.end(), outer.frames.begin(), outer.frames.end());
  inner.hidden += outer.hidden;
  trim(inner);
}

std::string format_frames(const ErrorTrace& trace, u32 goroutine) {
  std::string text = "stack traceback";
  if (goroutine > 1) text += " (goroutine " + std::to_string(goroutine) + ")";
  text += ":\n";
  for (usize i = 0; i < trace.frames.size(); i++) {
    if (trace.hidden && i == kShownFrames / 2) text += "\t... (" + std::to_string(trace.hidden) + " more)\n";
    text += "\t" + trace.frames[i] + "\n";
  }
  return text;
}

std::string format_report(Vm& vm, Value error, const ErrorTrace& trace, u32 goroutine, const std::string& started_at) {
  String* form = vm.to_string_form(error);
  std::string message = form ? std::string(view(form)) : "error in error handling";
  if (!form) vm.take_error();
  std::string text = trace.place.empty() ? message : trace.place + ": " + message;
  text += "\n" + format_frames(trace, goroutine);
  if (!started_at.empty()) text += "\tstarted at " + started_at + "\n";
  return text;
}

}  // namespace gs::vm
