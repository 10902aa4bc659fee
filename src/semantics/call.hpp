// Calls, function entry, returns, varargs, defer and go. Frame layout: vm/runtime/frame.hpp.
//
// A call's feedback slot, filled when a call here passes a function exactly its parameters: word 0 the function value last
// called (cleared by collections: functions die), word 1 its prototype. Word 2: the native last called (cleared likewise), or
// kManyCallees.

// --- entry
SLOW_HALF(FUNC) {
  // The caller's frame is published: this one does not exist until there is room for it.
  if (!enter_stack_slow(*vm, base, proto->frame_size)) DECLINE(unwind_entry);
  DISPATCH_AT(pc - 1);
}

OPCODE(FUNC) {
  if (GS_UNLIKELY(base + A > vm->stack_limit)) DECLINE(FUNC);
  for (u32 i = vm->call_arguments; i < B; i++) base[i] = Value::nil();
  NEXT();
}

SLOW_HALF(FUNCV) {
  if (!enter_stack_slow(*vm, base + vm->call_arguments, proto->frame_size + kFrameHeader)) {
    DECLINE(unwind_entry);
  }
  DISPATCH_AT(pc - 1);
}

// The named parameters move above the arguments, which stay where they are for `...`.
OPCODE(FUNCV) {
  u32 count = vm->call_arguments;
  Value* inner = base + count + kFrameHeader;
  if (GS_UNLIKELY(inner + A > vm->stack_limit)) DECLINE(FUNCV);
  inner[-2] = base[-2];
  inner[-1] = Value(u64(count + kFrameHeader) << 3 | kLinkVarargs);
  for (u32 i = 0; i < B; i++) inner[i] = i < count ? base[i] : Value::nil();
  base = inner;
  NEXT();
}

// --- calls. What follows a miss: semantics/call_slow.hpp.
// The budget ran out on the way into a function: its frame's header is set up, its entry has not run.
SLOW_HALF(CALL_poll) {
  Value* caller = base - kFrameHeader - pc[-1].a();
  vm->frame_base = caller;
  vm->frame_pc = pc;
  vm->top = base + vm->call_arguments;
  u32 arguments = vm->call_arguments;
  if (!loop_poll(*vm, proto)) DECLINE(unwind_entry);
  vm->call_arguments = arguments;
  DISPATCH_AT(proto->start);
}

// The native called here last time, once more.
OPCODE(CALL_C) {
  Value* callee = &RA;
  if (GS_UNLIKELY(callee->bits != FEEDBACK(B)->word[2])) {
    QUICKEN(CALL);
    CALL_ANEW(second);
  }
  u32 count = X - 1;
  Value* arguments = callee + kFrameHeader;
  PUBLISH_TO(arguments + count);
  FINISH_NATIVE_CALL(static_cast<Native*>(callee->as_function())->entry(*vm, Args{arguments, count}));
}

OPCODE(CALL) {
  FeedbackSlot* slot = FEEDBACK(B);
  if (GS_UNLIKELY(RA.bits != slot->word[0])) CALL_ANEW(second);
  ENTER_EXACT(reinterpret_cast<Prototype*>(slot->word[1]));
}

// --- returns. Fast: an ordinary frame. The slow half leaves vararg frames, activations and range calls.
#define RETURN_VALUES(first_value, value_count) \
  do { \
    ReturnTarget target_; \
    if (leave_function(*vm, base, (first_value), (value_count), target_)) RETURN_NATIVELY(target_.count); \
    base = target_.base; \
    pc = target_.pc; \
    proto = frame_closure(base)->prototype; \
    NEXT(); \
  } while (0)

SLOW_HALF(RETURN) {
  Op op = Op(u8(insn));
  const Value* values = &RA;
  u32 count = op == Op::RETURN0 ? 0 : op == Op::RETURN1 ? 1 : B ? B - 1 : u32(vm->top - values);
  RETURN_VALUES(values, count);
}

// The caller passes all results on: `return f(x)`, `g(f(x))`.
SECOND_HALF(RETURN1) {
  CHECK_FRAME(DECLINE(RETURN));
  if (GS_UNLIKELY(link_pc(link_)[-1].c() != 0)) DECLINE(RETURN);
  base[-2] = RA;
  vm->top = base - 1;
  LEAVE_FRAME(1);
}

OPCODE(RETURN1) {
  Value v = RA;
  CHECK_CALLER(SECOND(RETURN1));
  base[-2] = v;
  LEAVE_FRAME(1);
}

OPCODE(RETURN0) {
  CHECK_CALLER(DECLINE(RETURN));
  base[-2] = Value::nil();
  LEAVE_FRAME(0);
}

OPCODE(RETURN) {
  CHECK_FRAME(DECLINE(RETURN));
  const Value* value = &RA;
  const Value* end = B ? value + (B - 1) : vm->top;
  LEAVE_WITH(value, end);
}

SLOW_HALF(RETURND) {
  Value* values = &RA;
  u32 count = B ? B - 1 : u32(vm->top - values);
  Value* end = base + proto->frame_size;
  PUBLISH_TO(values + count > end ? values + count : end);
  if (!run_deferred(*vm, base)) RAISE();
  RETURN_VALUES(values, count);
}
OPCODE(RETURND) { DECLINE(RETURND); }

// --- varargs. The arguments are at the outer frame's base: the inner frame's link tells the distance.
#define EXTRA_ARGUMENTS(first, count) \
  u32 distance_ = u32(frame_link(base) >> 3); \
  u32 named_ = proto->parameters; \
  u32 given_ = distance_ - kFrameHeader; \
  Value* first = base - distance_ + named_; \
  u32 count = given_ > named_ ? given_ - named_ : 0

SLOW_HALF(VARARG) {
  EXTRA_ARGUMENTS(extra, count);
  Value* target = &RA;
  if (!enter_stack_slow(*vm, target, count + kFrameHeader)) {
    PUBLISH();
    RAISE();
  }
  for (u32 i = 0; i < count; i++) target[i] = extra[i];
  vm->top = target + count;
  NEXT();
}

OPCODE(VARARG) {
  if (B == 0) DECLINE(VARARG);
  EXTRA_ARGUMENTS(extra, count);
  Value* target = &RA;
  for (u32 i = 0; i + 1 < B; i++) target[i] = i < count ? extra[i] : Value::nil();
  NEXT();
}

OPCODE(VARARGCOUNT) {
  EXTRA_ARGUMENTS(extra, count);
  (void)extra;
  RA = Value::small_int(count);
  NEXT();
}

SLOW_HALF(VARARGGET) {
  EXTRA_ARGUMENTS(extra, count);
  RA = extra_argument(extra, count, RB);
  NEXT();
}

OPCODE(VARARGGET) {
  EXTRA_ARGUMENTS(extra, count);
  u64 at = RB.bits + (kIntBias - 1);
  if (GS_UNLIKELY(at >= count)) DECLINE(VARARGGET);
  RA = extra[at];
  NEXT();
}

SLOW_HALF(VARARGTABLE) {
  PUBLISH();
  EXTRA_ARGUMENTS(extra, count);
  Value r = pack_values(*vm, extra, count);
  if (r.is_raised()) RAISE();
  RA = r;
  NEXT();
}
OPCODE(VARARGTABLE) { DECLINE(VARARGTABLE); }

SLOW_HALF(SPREAD) {
  PUBLISH_TO(&RA + 1);
  if (!spread_table(*vm, &RA)) RAISE();
  NEXT();
}
OPCODE(SPREAD) { DECLINE(SPREAD); }

SLOW_HALF(DEFER) {
  Value* callee = &RA;
  u32 count = B ? B - 1 : u32(vm->top - (callee + kFrameHeader));
  PUBLISH_TO(callee + kFrameHeader + count);
  if (!register_deferred(*vm, base, *callee, callee + kFrameHeader, count)) RAISE();
  NEXT();
}
OPCODE(DEFER) { DECLINE(DEFER); }

SLOW_HALF(GO) {
  Value* callee = &RA;
  u32 count = B ? B - 1 : u32(vm->top - (callee + kFrameHeader));
  PUBLISH_TO(callee + kFrameHeader + count);
  if (!start_goroutine(*vm, *callee, callee + kFrameHeader, count)) RAISE();
  NEXT();
}
OPCODE(GO) { DECLINE(GO); }
