// Channel operations: all of them may block and are complete in C++.

SLOW_HALF(MAKECHAN) {
  PUBLISH();
  Value r = make_channel(*vm, X == 1 ? Value::small_int(0) : RB);
  if (r.is_raised()) RAISE();
  RA = r;
  NEXT();
}
OPCODE(MAKECHAN) { DECLINE(MAKECHAN); }

SLOW_HALF(SEND) {
  PUBLISH();
  if (!channel_send(*vm, RA, RB)) RAISE();
  NEXT();
}
OPCODE(SEND) { DECLINE(SEND); }

SLOW_HALF(RECV) {
  PUBLISH();
  bool ok;
  Value r = channel_receive(*vm, RB, ok);
  if (r.is_raised()) RAISE();
  Value* target = &RA;
  target[0] = r;
  if (X) target[1] = Value::boolean(ok);
  NEXT();
}
OPCODE(RECV) { DECLINE(RECV); }

SLOW_HALF(SELECT) {
  PUBLISH();
  i64 chosen = channel_select(*vm, base, pc, B, X == 1, &RA);
  if (chosen < 0) RAISE();
  if (chosen == i64(B)) DISPATCH_AT(pc + B);
  DISPATCH_AT(pc + chosen + 1 + pc[chosen].sc());
}
OPCODE(SELECT) { DECLINE(SELECT); }

// Never dispatched: an operand of SELECT.
OPCODE(SELECTCASE) { NEXT(); }
