// Tables: making them, fields through inline caches, indexing.
//
// A field's feedback slot: word 0 shape and form, word 1 offset or epoch, word 2 per form, word 3 the key. The form (CacheForm)
// is in the low bits of word 0, so that machine code of one form misses when the slot has meanwhile got another.
//   GETFIELD_I / SETFIELD_I   w1 = byte offset of the slot in the table cell
//   GETFIELD_O / SETFIELD_O   w1 = byte offset in the overflow storage
//   GETFIELD_P / METHOD_P     w1 = meta epoch, w2 = address of the value in the prototype that has it
//   SETFIELD_A                w1 = epoch << 32 | byte offset in the cell, w2 = shape after adding the field
//   _M                        several shapes: the VM's field cache
// A nil in the slot means absent: the slow half looks along the metatable chain.

SLOW_HALF(NEWTABLE) {
  PUBLISH();
  Table* t = new_table(*vm, B, C ? C : 2);
  if (!t) RAISE();
  RA = Value::table(t);
  NEXT();
}

OPCODE(NEWTABLE) { DECLINE(NEWTABLE); }

SLOW_HALF(NEWOBJECT) {
  PUBLISH();
  Table* t = make_object(*vm, reinterpret_cast<TableTemplate*>(KC.bits), &RB);
  if (!t) RAISE();
  RA = Value::table(t);
  NEXT();
}

OPCODE(NEWOBJECT) {
  auto* shape_template = reinterpret_cast<TableTemplate*>(KC.bits);
  auto* t = static_cast<Table*>(vm->heap().try_allocate(CellKind::kTable, shape_template->run));
  if (GS_UNLIKELY(!t)) DECLINE(NEWOBJECT);
  t->shape = shape_template->shape;
  // The fields, and one slot of rounding: slots come in pairs. A scalar loop: vector code would need a frame.
  const Value* values = &RB;
  const Value* end = values + shape_template->count;
  Value* slot = t->slots;
#pragma clang loop vectorize(disable) unroll(disable)
  do {
    *slot++ = *values++;
  } while (values != end);
  if (shape_template->count & 1) *slot = Value::nil();
  RA = Value::table(t);
  NEXT();
}

SLOW_HALF(SETLIST) {
  Value* items = &RA + 1;
  u32 count = B ? B - 1 : u32(vm->top - items);
  PUBLISH_TO(B ? base + proto->frame_size : vm->top);
  usize start = usize(X << 16 | C) * 64;
  if (!table_extend_array(*vm, RA.as_table(), start, items, count)) RAISE();
  NEXT();
}

OPCODE(SETLIST) { DECLINE(SETLIST); }

// --- reading fields
#define FIELD_SLOT(index) FeedbackSlot* slot = FEEDBACK(index)
#define SHAPE_IS(object, slot, form) \
  ((object).is_table() && u64((object).as_table()->shape) + u64(CacheForm::form) == (slot)->word[0])

SLOW_HALF(GETFIELD) {
  PUBLISH();
  Value r = field_get_slow(*vm, THIS_INSTRUCTION, FEEDBACK(C), RB);
  if (r.is_raised()) RAISE();
  RA = r;
  NEXT();
}

OPCODE(GETFIELD) { DECLINE(GETFIELD); }

OPCODE(GETFIELD_I) {
  FIELD_SLOT(C);
  Value object = RB;
  if (GS_UNLIKELY(!SHAPE_IS(object, slot, kInline))) DECLINE(GETFIELD);
  Value v = *reinterpret_cast<Value*>(reinterpret_cast<char*>(object.as_table()) + slot->word[1]);
  if (GS_UNLIKELY(v.is_nil())) DECLINE(GETFIELD);
  RA = v;
  NEXT();
}

OPCODE(GETFIELD_O) {
  FIELD_SLOT(C);
  Value object = RB;
  if (GS_UNLIKELY(!SHAPE_IS(object, slot, kOverflow))) DECLINE(GETFIELD);
  Value v = *reinterpret_cast<Value*>(reinterpret_cast<char*>(object.as_table()->overflow) + slot->word[1]);
  if (GS_UNLIKELY(v.is_nil())) DECLINE(GETFIELD);
  RA = v;
  NEXT();
}

OPCODE(GETFIELD_P) {
  FIELD_SLOT(C);
  Value object = RB;
  if (GS_UNLIKELY(!SHAPE_IS(object, slot, kHolder) || slot->word[1] != vm->meta_epoch)) DECLINE(GETFIELD);
  Value v = *reinterpret_cast<Value*>(slot->word[2]);
  if (GS_UNLIKELY(v.is_nil())) DECLINE(GETFIELD);
  RA = v;
  NEXT();
}

// Several shapes: own fields through the VM's cache of (shape, key) -> offset.
#define CACHED_OWN_FIELD(object, slot, FAIL) \
  if (GS_UNLIKELY(!(object).is_table())) FAIL; \
  Table* t = (object).as_table(); \
  const FieldCacheEntry& cached = vm->field_cache[field_cache_index(t->shape, (slot)->word[3])]; \
  if (GS_UNLIKELY(cached.shape != t->shape || cached.key != (slot)->word[3])) FAIL

OPCODE(GETFIELD_M) {
  FIELD_SLOT(C);
  Value object = RB;
  CACHED_OWN_FIELD(object, slot, DECLINE(GETFIELD));
  Value v;
  if (cached.place == FieldPlace::kInline) {
    v = *reinterpret_cast<Value*>(reinterpret_cast<char*>(t) + cached.offset);
  } else if (cached.place == FieldPlace::kOverflow) {
    v = *reinterpret_cast<Value*>(reinterpret_cast<char*>(t->overflow) + cached.offset);
  } else {
    if (GS_UNLIKELY(cached.epoch != vm->meta_epoch)) DECLINE(GETFIELD);
    v = *cached.holder;
  }
  if (GS_UNLIKELY(v.is_nil())) DECLINE(GETFIELD);
  RA = v;
  NEXT();
}

// --- methods: R[A] = method, R[A+2] = receiver
SLOW_HALF(METHOD) {
  PUBLISH();
  Value object = RB;
  Value r = method_get_slow(*vm, THIS_INSTRUCTION, FEEDBACK(C), object);
  if (r.is_raised()) RAISE();
  Value* call = &RA;
  call[0] = r;
  call[2] = object;
  NEXT();
}

OPCODE(METHOD) { DECLINE(METHOD); }

#define FINISH_METHOD(method) \
  do { \
    Value method_ = (method); \
    if (GS_UNLIKELY(method_.is_nil())) DECLINE(METHOD); \
    Value* call = &RA; \
    call[0] = method_; \
    call[2] = object; \
    NEXT(); \
  } while (0)

OPCODE(METHOD_I) {
  FIELD_SLOT(C);
  Value object = RB;
  if (GS_UNLIKELY(!SHAPE_IS(object, slot, kInline))) DECLINE(METHOD);
  FINISH_METHOD(*reinterpret_cast<Value*>(reinterpret_cast<char*>(object.as_table()) + slot->word[1]));
}

OPCODE(METHOD_P) {
  FIELD_SLOT(C);
  Value object = RB;
  if (GS_UNLIKELY(!SHAPE_IS(object, slot, kHolder) || slot->word[1] != vm->meta_epoch)) DECLINE(METHOD);
  FINISH_METHOD(*reinterpret_cast<Value*>(slot->word[2]));
}

OPCODE(METHOD_S) {
  FIELD_SLOT(C);
  Value object = RB;
  if (GS_UNLIKELY(!object.is_string() || slot->word[1] != vm->meta_epoch)) DECLINE(METHOD);
  FINISH_METHOD(*reinterpret_cast<Value*>(slot->word[2]));
}

OPCODE(METHOD_M) {
  FIELD_SLOT(C);
  Value object = RB;
  CACHED_OWN_FIELD(object, slot, DECLINE(METHOD));
  Value v;
  if (cached.place == FieldPlace::kHolder) {
    if (GS_UNLIKELY(cached.epoch != vm->meta_epoch)) DECLINE(METHOD);
    v = *cached.holder;
  } else if (cached.place == FieldPlace::kInline) {
    v = *reinterpret_cast<Value*>(reinterpret_cast<char*>(t) + cached.offset);
  } else {
    v = *reinterpret_cast<Value*>(reinterpret_cast<char*>(t->overflow) + cached.offset);
  }
  FINISH_METHOD(v);
}

// --- storing fields. Fast: over a value that is not nil, into a container that needs no barrier.
SLOW_HALF(SETFIELD) {
  PUBLISH();
  if (!field_set_slow(*vm, THIS_INSTRUCTION, FEEDBACK(C), RA, RB)) RAISE();
  NEXT();
}

OPCODE(SETFIELD) { DECLINE(SETFIELD); }

// The container is old: remember it, then store.
SLOW_HALF(SETFIELD_barrier) {
  vm->heap().remember(RA.as_cell());
  DISPATCH_AT(pc - 1);
}

#define STORE_FIELD(address) \
  do { \
    auto* place = reinterpret_cast<Value*>(address); \
    if (GS_UNLIKELY(place->is_nil())) DECLINE(SETFIELD); \
    if (GS_UNLIKELY(Heap::needs_barrier(object.as_cell()))) DECLINE(SETFIELD_barrier); \
    *place = RB; \
    NEXT(); \
  } while (0)

OPCODE(SETFIELD_I) {
  FIELD_SLOT(C);
  Value object = RA;
  if (GS_UNLIKELY(!SHAPE_IS(object, slot, kInline))) DECLINE(SETFIELD);
  STORE_FIELD(reinterpret_cast<char*>(object.as_table()) + slot->word[1]);
}

OPCODE(SETFIELD_O) {
  FIELD_SLOT(C);
  Value object = RA;
  if (GS_UNLIKELY(!SHAPE_IS(object, slot, kOverflow))) DECLINE(SETFIELD);
  STORE_FIELD(reinterpret_cast<char*>(object.as_table()->overflow) + slot->word[1]);
}

OPCODE(SETFIELD_A) {
  FIELD_SLOT(C);
  Value object = RA;
  Value v = RB;
  if (GS_UNLIKELY(!SHAPE_IS(object, slot, kAdd) || v.is_nil())) DECLINE(SETFIELD);
  Table* t = object.as_table();
  if (GS_UNLIKELY(t->hash || (t->flags & (Table::kIsPrototype | Table::kIsMetatable)) || t->gc != GcState::kYoung ||
                  (slot->word[1] >> 32) != vm->meta_epoch)) {
    DECLINE(SETFIELD);
  }
  t->shape = reinterpret_cast<Shape*>(slot->word[2]);
  *reinterpret_cast<Value*>(reinterpret_cast<char*>(t) + u32(slot->word[1])) = v;
  NEXT();
}

OPCODE(SETFIELD_M) {
  FIELD_SLOT(C);
  Value object = RA;
  CACHED_OWN_FIELD(object, slot, DECLINE(SETFIELD));
  if (cached.place == FieldPlace::kInline) STORE_FIELD(reinterpret_cast<char*>(t) + cached.offset);
  if (cached.place == FieldPlace::kOverflow) STORE_FIELD(reinterpret_cast<char*>(t->overflow) + cached.offset);
  DECLINE(SETFIELD);
}

// --- indexing. For an int key, one compare is the test for int, sign and bounds.
#define INDEX_RESULT(v) \
  do { \
    Value value_ = (v); \
    if (GS_UNLIKELY(value_.is_nil() && (t->flags & Table::kHasMetatable))) DECLINE(GETINDEX); \
    RA = value_; \
    NEXT(); \
  } while (0)

SLOW_HALF(GETINDEX) {
  PUBLISH();
  Value r = vm->index(RB, RC);
  if (r.is_raised()) RAISE();
  RA = r;
  NEXT();
}

// Keys other than array indices, raw.
SECOND_HALF(GETINDEX) {
  Value object = RB, key = RC;
  if (GS_UNLIKELY(!object.is_table())) DECLINE(GETINDEX);
  Table* t = object.as_table();
  if (key.is_string()) vm->charge(key.as_string()->length);
  Value v = table_get(t, key);
  INDEX_RESULT(v);
}

OPCODE(GETINDEX) {
  Value object = RB;
  u64 at = RC.bits + (kIntBias - 1);
  if (GS_UNLIKELY(!object.is_table())) DECLINE(GETINDEX);
  Table* t = object.as_table();
  if (GS_UNLIKELY(at >= t->array_length)) SECOND(GETINDEX);
  INDEX_RESULT(t->array[at]);
}

SLOW_HALF(GETINDEXI) {
  PUBLISH();
  Value r = vm->index(RB, Value::small_int(C));
  if (r.is_raised()) RAISE();
  RA = r;
  NEXT();
}

OPCODE(GETINDEXI) {
  Value object = RB;
  if (GS_UNLIKELY(!object.is_table())) DECLINE(GETINDEXI);
  Table* t = object.as_table();
  u64 at = u64(C) - 1;
  if (GS_UNLIKELY(at >= t->array_length)) DECLINE(GETINDEXI);
  Value v = t->array[at];
  if (GS_UNLIKELY(v.is_nil())) DECLINE(GETINDEXI);
  RA = v;
  NEXT();
}

// Stores inside the array: the element's kind must stay what it is (or the kind be "any"), and the value not be nil.
#define STORE_ELEMENT(KEY_AT, VALUE, SLOW) \
  Value object = RA; \
  u64 at = (KEY_AT); \
  if (GS_UNLIKELY(!object.is_table())) DECLINE(SLOW); \
  Table* t = object.as_table(); \
  Value v = (VALUE); \
  if (GS_UNLIKELY(at >= t->array_length)) SECOND(SLOW); \
  ArrayKind kind = t->array_kind(); \
  if (kind == ArrayKind::kAny) { \
    if (GS_UNLIKELY(v.is_nil() || Heap::needs_barrier(t))) DECLINE(SLOW); \
  } else if (kind == ArrayKind::kInts) { \
    if (GS_UNLIKELY(!v.is_small_int())) DECLINE(SLOW); \
  } else if (GS_UNLIKELY(kind == ArrayKind::kDoubles ? !v.is_double() : !v.is_boolean())) { \
    DECLINE(SLOW); \
  } \
  Value* place = &t->array[at]; \
  if (GS_UNLIKELY(place->is_nil())) DECLINE(SLOW); \
  *place = v; \
  NEXT()

// Appends at n + 1 with room in the array and nothing waiting in the hash.
#define APPEND_ELEMENT(KEY_AT, VALUE, SLOW) \
  Table* t = RA.as_table(); \
  u64 at = (KEY_AT); \
  Value v = (VALUE); \
  if (at != t->array_length || at >= t->array_capacity || t->hash || (t->flags & Table::kHasMetatable) || v.is_nil()) { \
    DECLINE(SLOW); \
  } \
  if (GS_UNLIKELY(Heap::needs_barrier(t))) DECLINE(SLOW); \
  ArrayKind own = kind_of_element(v); \
  if (t->array_kind() != own) t->detail = u8(at ? ArrayKind::kAny : own); \
  t->array[at] = v; \
  t->array_length = u32(at) + 1; \
  NEXT()

SLOW_HALF(SETINDEX) {
  PUBLISH();
  if (!vm->set_index(RA, RB, RC)) RAISE();
  NEXT();
}

SECOND_HALF(SETINDEX) {
  u64 position = RB.bits + (kIntBias - 1);
  if (position != RA.as_table()->array_length) {
    if (table_update(*vm, RA.as_table(), RB, RC)) NEXT();
    DECLINE(SETINDEX);
  }
  APPEND_ELEMENT(position, RC, SETINDEX);
}
OPCODE(SETINDEX) { STORE_ELEMENT(RB.bits + (kIntBias - 1), RC, SETINDEX); }

SLOW_HALF(SETINDEXI) {
  PUBLISH();
  if (!vm->set_index(RA, Value::small_int(B), RC)) RAISE();
  NEXT();
}

SECOND_HALF(SETINDEXI) { APPEND_ELEMENT(u64(B) - 1, RC, SETINDEXI); }
OPCODE(SETINDEXI) { STORE_ELEMENT(u64(B) - 1, RC, SETINDEXI); }
