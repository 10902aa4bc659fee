// Loads, moves, globals and captured variables.

OPCODE(MOVE) {
  RA = RB;
  NEXT();
}

OPCODE(LOADK) {
  RA = KWIDE;
  NEXT();
}

OPCODE(LOADINT) {
  RA = INT_SWIDE;
  NEXT();
}

OPCODE(LOADPRIM) {
  RA = PRIM_B;
  NEXT();
}

OPCODE(LOADNIL) {
  Value* first = &RA;
  for (u32 i = 0; i < B; i++) first[i] = Value::nil();
  NEXT();
}

SLOW_HALF(GETGLOBAL) {
  PUBLISH();
  raise_undefined(*vm, reinterpret_cast<Global*>(KWIDE.bits)->name);
  RAISE();
}

OPCODE(GETGLOBAL) {
  Value v = reinterpret_cast<Global*>(KWIDE.bits)->value;
  if (GS_UNLIKELY(v.is_empty())) DECLINE(GETGLOBAL);
  RA = v;
  NEXT();
}

SLOW_HALF(SETGLOBAL) {
  PUBLISH();
  if (!assign_global(*vm, reinterpret_cast<Global*>(KWIDE.bits), RA)) RAISE();
  NEXT();
}

OPCODE(SETGLOBAL) {
  auto* global = reinterpret_cast<Global*>(KWIDE.bits);
  if (GS_UNLIKELY(global->aux != Global::kAssignedMany || Heap::needs_barrier(global))) DECLINE(SETGLOBAL);
  global->value = RA;
  NEXT();
}

SLOW_HALF(DEFGLOBAL) {
  PUBLISH();
  if (!define_global(*vm, reinterpret_cast<Global*>(KWIDE.bits), RA, X == 1)) RAISE();
  NEXT();
}

OPCODE(DEFGLOBAL) { DECLINE(DEFGLOBAL); }

OPCODE(GETUPVAL) {
  RA = frame_closure(base)->captures[B];
  NEXT();
}

SLOW_HALF(GETUPCELL) {
  PUBLISH();
  raise_undefined(*vm, KC.as_string());
  RAISE();
}

OPCODE(GETUPCELL) {
  auto* cell = static_cast<Variable*>(frame_closure(base)->captures[B].as_cell());
  Value v = cell->value;
  if (GS_UNLIKELY(v.is_empty())) DECLINE(GETUPCELL);
  RA = v;
  NEXT();
}

// Stores to a variable's cell: the slow half of both cell stores.
SLOW_HALF(SETUPCELL) {
  PUBLISH();
  auto* cell = static_cast<Variable*>(frame_closure(base)->captures[A].as_cell());
  if (!assign_variable(*vm, cell, RB, KC, X == 1)) RAISE();
  NEXT();
}

OPCODE(SETUPCELL) {
  auto* cell = static_cast<Variable*>(frame_closure(base)->captures[A].as_cell());
  if (GS_UNLIKELY(cell->value.is_empty() || Heap::needs_barrier(cell))) DECLINE(SETUPCELL);
  cell->value = RB;
  NEXT();
}

SLOW_HALF(NEWCELL) {
  PUBLISH();
  auto* cell = vm->heap().allocate_cell<Variable>(CellKind::kVariable);
  if (!cell) RAISE();
  cell->value = RB;
  RA = Value::object(cell);
  NEXT();
}

OPCODE(NEWCELL) { DECLINE(NEWCELL); }

SLOW_HALF(GETCELL) {
  PUBLISH();
  raise_undefined(*vm, KC.as_string());
  RAISE();
}

OPCODE(GETCELL) {
  Value v = static_cast<Variable*>(RB.as_cell())->value;
  if (GS_UNLIKELY(v.is_empty())) DECLINE(GETCELL);
  RA = v;
  NEXT();
}

SLOW_HALF(SETCELL) {
  PUBLISH();
  if (!assign_variable(*vm, static_cast<Variable*>(RA.as_cell()), RB, KC, X == 1)) RAISE();
  NEXT();
}

OPCODE(SETCELL) {
  auto* cell = static_cast<Variable*>(RA.as_cell());
  if (GS_UNLIKELY(cell->value.is_empty() || Heap::needs_barrier(cell))) DECLINE(SETCELL);
  cell->value = RB;
  NEXT();
}

SLOW_HALF(CLOSURE) {
  PUBLISH();
  Closure* closure = make_closure(*vm, reinterpret_cast<Prototype*>(KWIDE.bits), base);
  if (!closure) RAISE();
  RA = Value::function(closure);
  NEXT();
}

OPCODE(CLOSURE) { DECLINE(CLOSURE); }
