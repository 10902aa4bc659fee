// range loops (language.md 5). RANGEPREP turns R[A] .. R[A+2] into the iterator's state:
//   ints       R[A] = empty, R[A+1] = next int, R[A+2] = limit
//   table      R[A] = the table, R[A+1] = cursor (raw)
//   others     R[A] = the iterable, R[A+1] = position; varargs: R[A] = empty, R[A+2] = nil

SLOW_HALF(RANGEPREP) {
  PUBLISH();
  if (!range_prepare(*vm, base, &RA, X == 1)) RAISE();
  DISPATCH_AT(pc + SWIDE);
}

OPCODE(RANGEPREP) { DECLINE(RANGEPREP); }

// A function made by coroutine.wrap: see CALL_wrapped.
SLOW_HALF(RANGENEXT_wrapped) {
  Value* state = &RA;
  PUBLISH();
  switch_into(*vm, coroutine_of_wrapper(state[0]), state, 0);
  insn = pc[-1].word;
  state = &RA;
  if (!receive_step(*vm, coroutine_of_wrapper(state[0]), state)) RAISE();
  if (GS_UNLIKELY(state[3].is_nil())) DISPATCH_AT(pc + 1);
  LOOP_BACK(SC);
}

// Strings, channels, varargs, natives, and tables past their array part.
SLOW_HALF(RANGENEXT) {
  Value* state = &RA;
  if (resumable_of(state[0])) DECLINE(RANGENEXT_wrapped);
  PUBLISH();
  RangeStep step = range_next(*vm, base, proto, state);
  if (step == RangeStep::kRaised) RAISE();
  if (step == RangeStep::kBody) LOOP_BACK(SC);
  if (step == RangeStep::kEnd) DISPATCH_AT(pc + 1);
  // A script function: called here, it returns to the RANGETEST that follows.
  vm->call_arguments = 0;
  CALL_ITERATOR(static_cast<Closure*>(state[3].as_function()), state + 3 + kFrameHeader);
}

OPCODE(RANGENEXT) {
  COUNT_LOOP();
  Value* state = &RA;
  if (state[0].is_empty()) {
    u64 next = state[1].bits;
    if (GS_UNLIKELY(state[2].bits < kTagInt)) DECLINE(RANGENEXT);
    if (next >= state[2].bits) SKIP_NEXT();
    state[3] = Value(next);
    state[4] = Value::nil();
    state[1] = Value(next + 1);
    LOOP_BACK(SC);
  }
  if (GS_UNLIKELY(!state[0].is_table())) DECLINE(RANGENEXT);
  Table* t = state[0].as_table();
  u64 at = state[1].bits;
  if (GS_UNLIKELY(at >= t->array_length)) DECLINE(RANGENEXT);
  Value v = t->array[at];
  if (GS_UNLIKELY(v.is_nil())) DECLINE(RANGENEXT);
  state[3] = Value(at + 1 - kIntBias);
  state[4] = v;
  state[1] = Value(at + 1);
  LOOP_BACK(SC);
}

OPCODE(RANGETEST) {
  COUNT_LOOP();
  if (!base[A + 3].is_nil()) LOOP_BACK(SC);
  NEXT();
}
