// Reading and storing through metatables, and the inline caches of field instructions.
#include "vm/heap/heap.hpp"
#include "vm/object/shape.hpp"
#include "vm/object/table_hash_ops.hpp"
#include "vm/runtime/generic.hpp"
#include "vm/runtime/operations.hpp"

namespace gs::vm {

namespace {

using bytecode::Instruction;
using bytecode::Op;

constexpr int kMaxChain = 100;  // handlers followed

Value raise_chain(Vm& vm, const char* event) {
  return vm.raise_format("'%s' chain too long; possible loop", event);
}

Value raise_not_indexable(Vm& vm, Value object) {
  return vm.raise_format("attempt to index a %s value", vm.type_name(object));
}

Table* metatable_of(Value v) {
  if (v.is_table()) return table_metatable(v.as_table());
  if (v.is_object() && v.as_cell()->kind == CellKind::kUserdata) return static_cast<Userdata*>(v.as_cell())->metatable;
  return nullptr;
}

bool is_userdata(Value v) { return v.is_object() && v.as_cell()->kind == CellKind::kUserdata; }
bool is_indexable(Value v) { return v.is_table() || is_userdata(v); }

// ---- library objects (6.4): what is read off one with `.` is bound to it

// Captures: receiver, method. A first argument that is the receiver itself stands for it.
Value call_bound_method(Vm& vm, Args args) {
  const Native* self = args.callee();
  Value receiver = self->captures[0], method = self->captures[1];
  if (args.count && args.base[0] == receiver) {
    i64 count = vm.call_multi(method, {args.base, args.count});
    return count < 0 ? Value::raised() : Value::multi(u32(count));
  }
  RootedValues arguments(vm);
  if (!arguments.resize(args.count + 1)) return Value::raised();
  arguments[0] = receiver;
  for (u32 i = 0; i < args.count; i++) arguments[i + 1] = args.base[i];
  i64 count = vm.call_multi(method, {arguments.data(), arguments.size()});
  return count < 0 ? Value::raised() : Value::multi(u32(count));
}

// The table of a library object's methods; null for other values.
Table* methods_of(Vm& vm, Value object) {
  if (!is_userdata(object)) return nullptr;
  Value index = vm.metamethod(object, "__index");
  return index.is_table() ? index.as_table() : nullptr;
}

Value read_library_object(Vm& vm, Value object, Table* methods, Value key) {
  Value v = table_get(methods, key);
  auto* userdata = static_cast<Userdata*>(object.as_cell());
  if (v.is_nil() && userdata->type->field && key.is_string()) {
    return userdata->type->field(vm, userdata->payload, view(key.as_string()));
  }
  if (!v.is_function() || v.as_function()->is_closure()) return v;
  Native* bound = vm.native(view(static_cast<Native*>(v.as_function())->name), call_bound_method, {object, v});
  return bound ? Value::function(bound) : Value::raised();
}

}  // namespace

Value Vm::metamethod(Value v, std::string_view event) {
  Table* metatable = metatable_of(v);
  if (!metatable) return Value::nil();
  EventName& known = event_names[(u64(event.data()) >> 2) % kEventNames];
  if (known.text != event.data()) {
    String* name = string(event);
    if (!name) return Value::nil();
    known = {event.data(), name};
  }
  return table_get_string(metatable, known.name);
}

Value Vm::index(Value object, Value key) {
  if (Table* methods = methods_of(*this, object)) return read_library_object(*this, object, methods, key);
  for (int step = 0; step <= kMaxChain; step++) {
    if (object.is_table()) {
      Value v = table_get(object.as_table(), key);
      if (!v.is_nil() || !(object.as_table()->flags & Table::kHasMetatable)) return v;
    } else if (!is_indexable(object)) {
      return raise_not_indexable(*this, object);
    }
    Value handler = metamethod(object, "__index");
    if (raising_) return Value::raised();
    if (handler.is_nil()) return handler;
    if (handler.is_function()) return call(handler, {object, key});
    object = handler;
  }
  return raise_chain(*this, "__index");
}

bool Vm::set_index(Value object, Value key, Value value) {
  if (key.is_string()) charge(key.as_string()->length);
  for (int step = 0; step <= kMaxChain; step++) {
    if (object.is_table()) {
      Table* t = object.as_table();
      if (!(t->flags & Table::kHasMetatable) || !table_get(t, key).is_nil()) return table_set(*this, t, key, value);
    } else if (!is_indexable(object)) {
      raise_not_indexable(*this, object);
      return false;
    }
    Value handler = metamethod(object, "__newindex");
    if (raising_) return false;
    if (handler.is_nil()) {
      if (object.is_table()) return table_set(*this, object.as_table(), key, value);
      raise_format("cannot assign to a field of a %s object", static_cast<Userdata*>(object.as_cell())->type->name);
      return false;
    }
    if (handler.is_function()) return !call(handler, {object, key, value}).is_raised();
    object = handler;
  }
  raise_chain(*this, "__newindex");
  return false;
}

// ---- inline caches

namespace {

// Where reading `key` of a table of some shape finds its value, as long as the meta epoch stands.
struct FieldLookup {
  bool cacheable = false;
  FieldPlace place = FieldPlace::kInline;
  u32 offset = 0;
  const Value* holder = nullptr;
  Value value;
};

void set_own_place(FieldLookup& lookup, const Table* t, u32 slot) {
  u32 inline_capacity = t->shape->inline_capacity;
  lookup.cacheable = true;
  if (slot < inline_capacity) {
    lookup.place = FieldPlace::kInline;
    lookup.offset = u32(offsetof(Table, slots) + slot * sizeof(Value));
  } else {
    lookup.place = FieldPlace::kOverflow;
    lookup.offset = u32((slot - inline_capacity) * sizeof(Value));
  }
}

// The place of a string key in a table used as a prototype; null if absent.
Value* place_in_prototype(Table* t, String* key) {
  if (t->flags & Table::kDictionary) {
    HashEntry* entry = t->hash ? hash_find(t->hash, Value::string(key)) : nullptr;
    return entry && !entry->value.is_nil() ? &entry->value : nullptr;
  }
  i32 slot = key->is_interned() ? shape_find(t->shape, key) : -1;
  if (slot < 0) return nullptr;
  Value* place = field_slot(t, u32(slot));
  return place->is_nil() ? nullptr : place;
}

// Walks the chain of __index tables from t's shared metatable. Every table on the way is marked, so that changes to its layout
// or its __index advance the epoch.
void look_up_chain(const Table* t, String* key, String* index_name, FieldLookup& lookup) {
  Table* metatable = t->shape->metatable;
  for (int step = 0; step < kMaxChain; step++) {
    metatable->flags |= Table::kIsMetatable | Table::kIsPrototype;
    Value next = table_get_string(metatable, index_name);
    if (!next.is_table()) return;
    Table* holder = next.as_table();
    holder->flags |= Table::kIsPrototype;
    if (Value* place = place_in_prototype(holder, key)) {
      lookup.cacheable = true;
      lookup.place = FieldPlace::kHolder;
      lookup.holder = place;
      lookup.value = *place;
      return;
    }
    metatable = table_metatable(holder);
    if (!metatable) return;
  }
}

FieldLookup look_up(Vm& vm, Table* t, String* key) {
  FieldLookup lookup;
  if (t->flags & Table::kDictionary) return lookup;
  i32 slot = key->is_interned() ? shape_find(t->shape, key) : -1;
  if (slot >= 0) {
    lookup.value = *field_slot(t, u32(slot));
    if (!lookup.value.is_nil()) {
      set_own_place(lookup, t, u32(slot));
      return lookup;
    }
    return lookup;
  }
  if (!t->shape->metatable) return lookup;
  String* index_name = vm.string("__index");
  if (index_name) look_up_chain(t, key, index_name, lookup);
  return lookup;
}

// The running function's instruction learns.
void give_form(const Vm& vm, Instruction* at, Op form) { quicken(frame_closure(vm.frame_base)->prototype, at, form); }

struct FieldForms {
  Op inline_form, overflow_form, holder_form, many_form;
};

void remember_many(Vm& vm, const Table* t, u64 key, const FieldLookup& lookup) {
  FieldCacheEntry& entry = vm.field_cache[field_cache_index(t->shape, key)];
  entry = {t->shape, key, lookup.place, lookup.offset, vm.meta_epoch, lookup.holder};
}

// Records a lookup at an instruction: one shape in the slot itself, several in the VM's field cache.
void cache_lookup(Vm& vm, Instruction* at, FeedbackSlot* slot, const Table* t, const FieldLookup& lookup,
                  const FieldForms& forms) {
  bool first = at->op() == bytecode::op_info(at->op()).base;
  bool same_shape = (slot->word[0] & ~kCacheFormMask) == u64(t->shape);
  if (!first && !same_shape) {
    remember_many(vm, t, slot->word[3], lookup);
    give_form(vm, at, forms.many_form);
    return;
  }
  if (at->op() == forms.many_form) {
    remember_many(vm, t, slot->word[3], lookup);
    return;
  }
  slot->word[0] = u64(t->shape) + u64(lookup.place);
  switch (lookup.place) {
    case FieldPlace::kInline:
      give_form(vm, at, forms.inline_form);
      slot->word[1] = lookup.offset;
      break;
    case FieldPlace::kOverflow:
      if (forms.overflow_form == forms.many_form) {
        remember_many(vm, t, slot->word[3], lookup);
        give_form(vm, at, forms.many_form);
        break;
      }
      give_form(vm, at, forms.overflow_form);
      slot->word[1] = lookup.offset;
      break;
    case FieldPlace::kHolder:
      give_form(vm, at, forms.holder_form);
      slot->word[1] = vm.meta_epoch;
      slot->word[2] = u64(lookup.holder);
      break;
  }
}

// An own field's place is known even while it holds nil; readers of the cache look elsewhere then.
void remember_own(Vm& vm, Table* t, String* key, u32 slot) {
  FieldLookup lookup;
  set_own_place(lookup, t, slot);
  remember_many(vm, t, u64(key), lookup);
}

// For the optimizer: tables of this shape are read for a field that they do not have.
void remember_absent(Vm& vm, const Table* t, const String* key) {
  if (t->flags & Table::kDictionary || !key->is_interned() || shape_find(t->shape, key) >= 0) return;
  FieldLookup lookup;
  lookup.place = FieldPlace::kHolder;
  lookup.holder = &FieldCacheEntry::kAbsent;
  remember_many(vm, t, u64(key), lookup);
}

constexpr FieldForms kGetForms = {Op::GETFIELD_I, Op::GETFIELD_O, Op::GETFIELD_P, Op::GETFIELD_M};
constexpr FieldForms kMethodForms = {Op::METHOD_I, Op::METHOD_M, Op::METHOD_P, Op::METHOD_M};

}  // namespace

Value field_get_slow(Vm& vm, Instruction* at, FeedbackSlot* slot, Value object) {
  auto* key = reinterpret_cast<String*>(slot->word[3]);
  if (object.is_table()) {
    FieldLookup lookup = look_up(vm, object.as_table(), key);
    if (lookup.cacheable) {
      cache_lookup(vm, at, slot, object.as_table(), lookup, kGetForms);
      return lookup.value;
    }
    remember_absent(vm, object.as_table(), key);
  }
  return vm.index(object, Value::string(key));
}

void remember_field(Vm& vm, Table* table, String* key) {
  if (table->flags & Table::kDictionary || !key->is_interned()) return;
  i32 slot = shape_find(table->shape, key);
  if (slot >= 0) return remember_own(vm, table, key, u32(slot));
  FieldLookup lookup = look_up(vm, table, key);
  if (lookup.cacheable) return remember_many(vm, table, u64(key), lookup);
  remember_absent(vm, table, key);
}

Value generic_method(Vm& vm, Value object, String* key) {
  Value method;
  if (object.is_string()) {
    method = table_get_string(vm.string_methods(), key);
  } else if (Table* methods = methods_of(vm, object)) {
    method = table_get_string(methods, key);
    if (method.is_nil()) method = read_library_object(vm, object, methods, Value::string(key));
  } else if (is_indexable(object)) {
    method = vm.index(object, Value::string(key));
  } else {
    return vm.raise_format("attempt to call method '%.*s' on a %s value", int(key->length), key->data, vm.type_name(object));
  }
  if (method.is_nil()) {
    return vm.raise_format("attempt to call a nil value (method '%.*s' not found)", int(key->length), key->data);
  }
  return method;
}

Value method_get_slow(Vm& vm, Instruction* at, FeedbackSlot* slot, Value object) {
  auto* key = reinterpret_cast<String*>(slot->word[3]);
  if (object.is_table()) {
    FieldLookup lookup = look_up(vm, object.as_table(), key);
    if (lookup.cacheable) {
      cache_lookup(vm, at, slot, object.as_table(), lookup, kMethodForms);
      return lookup.value;
    }
  } else if (object.is_string() && (at->op() == Op::METHOD || at->op() == Op::METHOD_S) && vm.string_methods()) {
    vm.string_methods()->flags |= Table::kIsPrototype;
    if (Value* place = place_in_prototype(vm.string_methods(), key)) {
      give_form(vm, at, Op::METHOD_S);
      slot->word[1] = vm.meta_epoch;
      slot->word[2] = u64(place);
      return *place;
    }
  }
  return generic_method(vm, object, key);
}

namespace {

// Whether storing a new key into t may go by without asking a __newindex.
bool stores_raw(Vm& vm, const Table* t) {
  if (!(t->flags & Table::kHasMetatable)) return true;
  Table* metatable = t->shape->metatable;
  if (!metatable) return false;
  String* event = vm.string("__newindex");
  if (!event || !table_get_string(metatable, event).is_nil()) return false;
  metatable->flags |= Table::kIsMetatable | Table::kIsPrototype;
  return true;
}

bool is_event_name(const String* key) { return key->length > 2 && key->data[0] == '_' && key->data[1] == '_'; }

// After an add from shape `before`: caches the transition if storing it again is only that.
void cache_add(Vm& vm, Instruction* at, FeedbackSlot* slot, const Table* t, Shape* before) {
  auto* key = reinterpret_cast<String*>(slot->word[3]);
  u32 slot_index = t->shape->field_count - 1;
  bool simple = t->shape->parent == before && slot_index < t->shape->inline_capacity && t->shape->keys[slot_index] == key &&
                !t->hash && stores_raw(vm, t);
  bool free_to_use = at->op() == Op::SETFIELD || at->op() == Op::SETFIELD_A;
  if (!simple || !free_to_use) return;
  give_form(vm, at, Op::SETFIELD_A);
  slot->word[0] = u64(before) + u64(CacheForm::kAdd);
  slot->word[1] = u64(vm.meta_epoch) << 32 | u32(offsetof(Table, slots) + slot_index * sizeof(Value));
  slot->word[2] = u64(t->shape);
}

constexpr FieldForms kSetForms = {Op::SETFIELD_I, Op::SETFIELD_O, Op::SETFIELD_M, Op::SETFIELD_M};

}  // namespace

bool field_set_slow(Vm& vm, Instruction* at, FeedbackSlot* slot, Value object, Value value) {
  auto* key = reinterpret_cast<String*>(slot->word[3]);
  if (!object.is_table() || (object.as_table()->flags & Table::kDictionary) || !key->is_interned()) {
    return vm.set_index(object, Value::string(key), value);
  }
  Table* t = object.as_table();
  bool watched = (t->flags & (Table::kIsMetatable | Table::kIsPrototype)) && is_event_name(key);
  i32 index = shape_find(t->shape, key);
  if (index >= 0 && !field_slot(t, u32(index))->is_nil()) {
    if (!watched) {
      FieldLookup lookup;
      set_own_place(lookup, t, u32(index));
      if (at->op() == Op::SETFIELD_A) give_form(vm, at, Op::SETFIELD_M);
      cache_lookup(vm, at, slot, t, lookup, kSetForms);
    }
    return table_set_string(vm, t, key, value);
  }
  Shape* before = t->shape;
  if (!vm.set_index(object, Value::string(key), value)) return false;
  if (index < 0 && t->shape != before) cache_add(vm, at, slot, t, before);
  if (index >= 0 && t->shape == before) remember_own(vm, t, key, u32(index));
  return true;
}

}  // namespace gs::vm
