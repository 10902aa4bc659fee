// Calls, function entry, returns, varargs, defer and go. Frame layout: vm/runtime/frame.hpp.
//
// A call's feedback slot, filled when a call here passes a function exactly its parameters: word 0 the function value last
// called (cleared by collections: functions die), word 1 its prototype. Word 2: the native last called (cleared likewise), or
// kManyCallees.

// --- entry
SLOW_HALF(FUNC) {
  // The caller's frame is published: this one does not exist until there is room for it.
  if (!enter_stack_slow(*vm, base, proto->frame_size)) GS_MUSTTAIL return slow_unwind_entry(GS_ARGUMENTS);
  DISPATCH_AT(pc - 1);
}

OPCODE(FUNC) {
  if (GS_UNLIKELY(base + A > vm->stack_limit)) DECLINE(FUNC);
  for (u32 i = vm->call_arguments; i < B; i++) base[i] = Value::nil();
  NEXT();
}

SLOW_HALF(FUNCV) {
  if (!enter_stack_slow(*vm, base + vm->call_arguments, proto->frame_size + kFrameHeader)) {
    GS_MUSTTAIL return slow_unwind_entry(GS_ARGUMENTS);
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

// --- calls
#define ENTER_CLOSURE(closure, first_argument) \
  do { \
    base = (first_argument); \
    base[-1] = Value(u64(pc)); \
    proto = (closure)->prototype; \
    if (GS_UNLIKELY(--vm->budget < 0)) GS_MUSTTAIL return slow_CALL_poll(GS_ARGUMENTS); \
    DISPATCH_AT(proto->code); \
  } while (0)

// A function whose parameters are all given and whose frame fits the red zone: its entry instruction has nothing left to do
// but the stack check.
#define ENTER_EXACT(target) \
  do { \
    __label__ out_of_budget_; \
    Value* inner_ = &RA + kFrameHeader; \
    if (GS_UNLIKELY(inner_ > vm->stack_limit)) GS_MUSTTAIL return slow_CALL(GS_ARGUMENTS); \
    GS_COUNT_DOWN(vm->budget, out_of_budget_); \
    inner_[-1] = Value(u64(pc)); \
    base = inner_; \
    proto = (target); \
    DISPATCH_AT(proto->code + 1); \
  out_of_budget_: \
    GS_MUSTTAIL return slow_CALL(GS_ARGUMENTS); \
  } while (0)

// The budget ran out on the way into a function: its frame's header is set up, its entry has not run.
SLOW_HALF(CALL_poll) {
  Value* caller = base - kFrameHeader - pc[-1].a();
  vm->frame_base = caller;
  vm->frame_pc = pc;
  vm->top = base + vm->call_arguments;
  u32 arguments = vm->call_arguments;
  if (!loop_poll(*vm, proto)) GS_MUSTTAIL return slow_unwind_entry(GS_ARGUMENTS);
  vm->call_arguments = arguments;
  DISPATCH_AT(proto->code);
}

SLOW_HALF(CALL_native);
SLOW_HALF(CALL);

// Anything callable that is not a function: a __call handler, or an error.
SLOW_HALF(CALL_other) {
  Value* callee = &RA;
  u32 count = X ? X - 1 : u32(vm->top - (callee + kFrameHeader));
  PUBLISH_TO(callee + kFrameHeader + count);
  if (!insert_call_handler(*vm, callee, count)) RAISE();
  vm->call_arguments = count + 1;
  if (callee->as_function()->is_closure()) ENTER_CLOSURE(static_cast<Closure*>(callee->as_function()), callee + kFrameHeader);
  GS_MUSTTAIL return slow_CALL_native(GS_ARGUMENTS);
}

#define FINISH_NATIVE_CALL(result) \
  do { \
    Value result_ = (result); \
    if (GS_UNLIKELY(result_.is_raised())) RAISE(); \
    insn = pc[-1].word; \
    if (GS_LIKELY(C == 2)) { \
      RA = GS_LIKELY(!result_.is_multi()) ? result_ : result_.multi_count() ? *vm->top : Value::nil(); \
      NEXT(); \
    } \
    if (C == 1) NEXT(); \
    spread_results(*vm, &RA, result_, C); \
    NEXT(); \
  } while (0)

// coroutine.yield and resuming by coroutine.wrap switch stacks right here: no C++ frame lies between, whose return the
// processor would mispredict.
SLOW_HALF(CALL_yield) {
  Value* arguments = &RA + kFrameHeader;
  switch_out(*vm, arguments, vm->call_arguments);
  Coroutine* co = vm->coroutine;
  if (GS_LIKELY(co->passed_count <= 1)) FINISH_NATIVE_CALL(co->passed_count ? *co->passed : Value::multi(0));
  FINISH_NATIVE_CALL(receive_passed(*vm, co));
}

SLOW_HALF(CALL_wrapped) {
  Value* callee = &RA;
  auto* co = static_cast<Coroutine*>(static_cast<Native*>(callee->as_function())->captures[0].as_cell());
  switch_into(*vm, co, callee + kFrameHeader, vm->call_arguments);
  co = static_cast<Coroutine*>(static_cast<Native*>(RA.as_function())->captures[0].as_cell());
  if (GS_LIKELY(co->passed_count == 1 && co->state != CoroutineState::kDead)) FINISH_NATIVE_CALL(*co->passed);
  FINISH_NATIVE_CALL(receive_wrapped(*vm, co));
}

// Calls the native in R[A] with vm->call_arguments arguments.
SLOW_HALF(CALL_native) {
  Value* callee = &RA;
  u32 count = vm->call_arguments;
  PUBLISH_TO(callee + kFrameHeader + count);
  auto* native = static_cast<Native*>(callee->as_function());
  if (native->entry == yield_from_coroutine) {
    if (GS_LIKELY(vm->coroutine->resumer)) GS_MUSTTAIL return slow_CALL_yield(GS_ARGUMENTS);
  } else if (native->entry == resume_wrapped) {
    auto* co = static_cast<Coroutine*>(native->captures[0].as_cell());
    if (GS_LIKELY(!resume_obstacle(co))) GS_MUSTTAIL return slow_CALL_wrapped(GS_ARGUMENTS);
  }
  FINISH_NATIVE_CALL(native->entry(*vm, Args{callee + kFrameHeader, count}));
}

// Calls that miss the cache.
SLOW_HALF(CALL) {
  Value* callee = &RA;
  if (GS_UNLIKELY(!callee->is_function())) GS_MUSTTAIL return slow_CALL_other(GS_ARGUMENTS);
  vm->call_arguments = X ? X - 1 : u32(vm->top - (callee + kFrameHeader));
  if (!callee->as_function()->is_closure()) GS_MUSTTAIL return slow_CALL_native(GS_ARGUMENTS);
  auto* closure = static_cast<Closure*>(callee->as_function());
  note_callee(FEEDBACK(B), *callee, closure->prototype, X);
  PUBLISH_TO(callee + kFrameHeader + vm->call_arguments);
  ENTER_CLOSURE(closure, callee + kFrameHeader);
}

// Another value than last time: a native, or a new closure of the same function.
SECOND_HALF(CALL) {
  Value callee = RA;
  FeedbackSlot* slot = FEEDBACK(B);
  if (GS_UNLIKELY(!callee.is_function())) DECLINE(CALL);
  auto* closure = static_cast<Closure*>(callee.as_function());
  Prototype* target = closure->prototype;
  if (GS_LIKELY(u64(target) == slot->word[1])) {
    slot->word[0] = callee.bits;
    ENTER_EXACT(target);
  }
  if (closure->is_closure() || X == 0) DECLINE(CALL);
  vm->call_arguments = X - 1;
  if (!switches_stacks(static_cast<Native*>(callee.as_function()))) {
    slot->word[2] = callee.bits;
    QUICKEN(CALL_C);
  }
  GS_MUSTTAIL return slow_CALL_native(GS_ARGUMENTS);
}

// The native called here last time, once more.
OPCODE(CALL_C) {
  Value* callee = &RA;
  if (GS_UNLIKELY(callee->bits != FEEDBACK(B)->word[2])) {
    QUICKEN(CALL);
    GS_MUSTTAIL return second_CALL(GS_ARGUMENTS);
  }
  u32 count = X - 1;
  Value* arguments = callee + kFrameHeader;
  PUBLISH_TO(arguments + count);
  FINISH_NATIVE_CALL(static_cast<Native*>(callee->as_function())->entry(*vm, Args{arguments, count}));
}

OPCODE(CALL) {
  FeedbackSlot* slot = FEEDBACK(B);
  if (GS_UNLIKELY(RA.bits != slot->word[0])) SECOND(CALL);
  ENTER_EXACT(reinterpret_cast<Prototype*>(slot->word[1]));
}

// --- returns. Fast: an ordinary frame. The slow half leaves vararg frames, activations and range calls.
#define LEAVE_FRAME(to) \
  do { \
    pc = reinterpret_cast<const Instruction*>(to); \
    base = base - kFrameHeader - pc[-1].a(); \
    proto = frame_closure(base)->prototype; \
    NEXT(); \
  } while (0)

#define RETURN_VALUES(first_value, value_count) \
  do { \
    ReturnTarget target_; \
    if (leave_function(*vm, base, (first_value), (value_count), target_)) return target_.count; \
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
  u64 link = frame_link(base);
  if (GS_UNLIKELY((link & kLinkFlags) || link_pc(link)[-1].c() != 0)) DECLINE(RETURN);
  base[-2] = RA;
  vm->top = base - 1;
  LEAVE_FRAME(link);
}

OPCODE(RETURN1) {
  u64 link = frame_link(base);
  Value v = RA;
  if (GS_UNLIKELY(link & kLinkFlags)) SECOND(RETURN1);
  if (GS_UNLIKELY(link_pc(link)[-1].c() - 1 > 1)) SECOND(RETURN1);
  base[-2] = v;
  LEAVE_FRAME(link);
}

OPCODE(RETURN0) {
  u64 link = frame_link(base);
  if (GS_UNLIKELY(link & kLinkFlags)) DECLINE(RETURN);
  if (GS_UNLIKELY(link_pc(link)[-1].c() - 1 > 1)) DECLINE(RETURN);
  base[-2] = Value::nil();
  LEAVE_FRAME(link);
}

// Any number of values, to a caller that wants any number.
OPCODE(RETURN) {
  u64 link = frame_link(base);
  if (GS_UNLIKELY(link & kLinkFlags)) DECLINE(RETURN);
  const Value* value = &RA;
  const Value* end = B ? value + (B - 1) : vm->top;
  Value* out = base - kFrameHeader;
  u32 wanted = link_pc(link)[-1].c();
  if (wanted == 0) {
#pragma clang loop vectorize(disable) unroll(disable)
    while (value != end) *out++ = *value++;
    vm->top = out;
    LEAVE_FRAME(link);
  }
  const Value* out_end = out + (wanted - 1);
#pragma clang loop vectorize(disable) unroll(disable)
  while (out != out_end) *out++ = value < end ? *value++ : Value::nil();
  LEAVE_FRAME(link);
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
