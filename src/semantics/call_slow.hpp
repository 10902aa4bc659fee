// What a call does when its cache does not fit. Instantiated for the interpreter and, with other meanings of CALL_HALF, ENTER_*,
// FINISH_NATIVE_CALL and RAISE, for calls from machine code (vm/interp/code_calls.cpp).

DECLARE_SLOW(CALL_native);
DECLARE_SLOW(CALL);

// Anything callable that is not a function: a __call handler, or an error.
CALL_HALF(slow_CALL_other) {
  Value* callee = &RA;
  u32 count = X ? X - 1 : u32(vm->top - (callee + kFrameHeader));
  PUBLISH_TO(callee + kFrameHeader + count);
  if (!insert_call_handler(*vm, callee, count)) RAISE();
  vm->call_arguments = count + 1;
  if (callee->as_function()->is_closure()) ENTER_CLOSURE(static_cast<Closure*>(callee->as_function()), callee + kFrameHeader);
  GS_MUSTTAIL return slow_CALL_native(GS_ARGUMENTS);
}

// coroutine.yield and resuming by coroutine.wrap switch stacks right here: no C++ frame lies between, whose return the
// processor would mispredict.
CALL_HALF(slow_CALL_yield) {
  Value* arguments = &RA + kFrameHeader;
  switch_out(*vm, arguments, vm->call_arguments);
  Coroutine* co = vm->coroutine;
  if (GS_LIKELY(co->passed_count <= 1)) FINISH_NATIVE_CALL(co->passed_count ? *co->passed : Value::multi(0));
  FINISH_NATIVE_CALL(receive_passed(*vm, co));
}

CALL_HALF(slow_CALL_wrapped) {
  Value* callee = &RA;
  switch_into(*vm, coroutine_of_wrapper(*callee), callee + kFrameHeader, vm->call_arguments);
  Coroutine* co = coroutine_of_wrapper(RA);
  if (GS_LIKELY(co->passed_count == 1 && co->state != CoroutineState::kDead)) FINISH_NATIVE_CALL(*co->passed);
  FINISH_NATIVE_CALL(receive_wrapped(*vm, co));
}

// Calls the native in R[A] with vm->call_arguments arguments.
CALL_HALF(slow_CALL_native) {
  Value* callee = &RA;
  u32 count = vm->call_arguments;
  PUBLISH_TO(callee + kFrameHeader + count);
  auto* native = static_cast<Native*>(callee->as_function());
  if (native->entry == yield_from_coroutine) {
    if (GS_LIKELY(vm->coroutine->resumer)) GS_MUSTTAIL return slow_CALL_yield(GS_ARGUMENTS);
  } else if (resumable_of(*callee)) {
    GS_MUSTTAIL return slow_CALL_wrapped(GS_ARGUMENTS);
  }
  FINISH_NATIVE_CALL(native->entry(*vm, Args{callee + kFrameHeader, count}));
}

// Calls that miss the cache.
CALL_HALF(slow_CALL) {
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
CALL_HALF(second_CALL) {
  Value callee = RA;
  FeedbackSlot* slot = FEEDBACK(B);
  if (GS_UNLIKELY(!callee.is_function())) CALL_ANEW(slow);
  auto* closure = static_cast<Closure*>(callee.as_function());
  Prototype* target = closure->prototype;
  if (GS_LIKELY(u64(target) == slot->word[1])) {
    slot->word[0] = callee.bits;
    ENTER_EXACT(target);
  }
  // Nothing to learn where callees vary, nor from a call that passes all results of another on.
  u64 given = X ? X : u64(vm->top - &RA) - kFrameHeader + 1;
  bool may_enter = X == 0 || slot->word[2] == kManyCallees;
  if (may_enter && closure->is_closure() && target->quick_arguments == given) ENTER_EXACT(target);
  if (closure->is_closure() || X == 0) CALL_ANEW(slow);
  vm->call_arguments = X - 1;
  if (!switches_stacks(static_cast<Native*>(callee.as_function()))) {
    slot->word[2] = callee.bits;
    QUICKEN(CALL_C);
  }
  GS_MUSTTAIL return slow_CALL_native(GS_ARGUMENTS);
}
