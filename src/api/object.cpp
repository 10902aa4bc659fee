// Bound classes: objects are userdata that own a C++ object; their metatable finds methods and properties in tables.
#include "api/state.hpp"
#include "vm/heap/heap.hpp"
#include "vm/object/table.hpp"

namespace gscript {

using Internal = detail::Access::Internal;
using gs::vm::Args;
using gs::vm::Vm;
using RawValue = gs::vm::Value;

namespace {

struct ObjectPayload {
  void* object;
  void (*destroy)(void*);
};

void destroy_object(void* payload) {
  auto& owned = *static_cast<ObjectPayload*>(payload);
  if (owned.object) owned.destroy(owned.object);
}

RawValue look_up(RawValue table, RawValue key) { return gs::vm::table_get(table.as_table(), key); }

// __index; captures: methods, getters.
RawValue read_member(Vm& vm, Args args) {
  const RawValue* tables = args.callee()->captures;
  RawValue method = look_up(tables[0], args[1]);
  if (!method.is_nil()) return method;
  RawValue getter = look_up(tables[1], args[1]);
  return getter.is_nil() ? getter : vm.call(getter, {args[0]});
}

// __newindex; captures: setters, class name.
RawValue write_member(Vm& vm, Args args) {
  const RawValue* captures = args.callee()->captures;
  RawValue setter = look_up(captures[0], args[1]);
  if (!setter.is_nil()) return vm.call(setter, {args[0], args[2]});
  std::string name(gs::vm::view(captures[1].as_string()));
  return vm.raise("cannot assign to a field of a " + name + " object");
}

}  // namespace

Table VM::define_class(const void* key, const std::string& name, void (*destroy)(void*)) {
  detail::Entry entry(state_);
  Vm& vm = *state_->vm;
  std::unique_ptr<detail::HostClass>& bound = state_->classes[key];
  if (bound) throw std::logic_error("gscript: class " + name + " is bound already");

  Table methods = table(), getters = table(), setters = table(), metatable = table(), global = table();
  auto raw = [&](const Value& value) { return Internal::unwrap(*state_, value); };
  Value class_name = string(name);
  auto native = [&](const char* what, gs::vm::NativeFunction function, RawValue first, RawValue second) {
    gs::vm::Native* made = vm.native(name + what, function, {first, second});
    if (!made) Internal::throw_error(*state_);
    return Internal::wrap_function(*state_, RawValue::function(made));
  };
  metatable.set("__name", class_name);
  metatable.set("__index", native(".__index", read_member, raw(methods), raw(getters)));
  metatable.set("__newindex", native(".__newindex", write_member, raw(setters), raw(class_name)));
  metatable.set("__metatable", name);

  auto made = std::make_unique<detail::HostClass>();
  made->key = key;
  made->class_name = name;
  made->name = made->class_name.c_str();
  made->destroy = destroy_object;
  made->destroy_object = destroy;
  made->metatable = state_->take_slot(raw(metatable));
  made->methods = state_->take_slot(raw(methods));
  made->getters = state_->take_slot(raw(getters));
  made->setters = state_->take_slot(raw(setters));
  bound = std::move(made);
  set_global(name, global);
  return global;
}

void VM::define_member(const void* key, detail::Member member, const std::string& name, const Value& function) {
  detail::Entry entry(state_);
  const detail::HostClass& bound = *state_->classes.at(key);
  std::uint32_t slot = member == detail::Member::method   ? bound.methods
                       : member == detail::Member::getter ? bound.getters
                                                          : bound.setters;
  Internal::wrap_table(*state_, state_->slot(slot)).set(name, function);
}

namespace detail {

void* Access::object(const Value& value, const void* key) {
  if (value.type_ != Type::userdata || !value.state_->vm) return nullptr;
  auto* holder = static_cast<gs::vm::Userdata*>(value.state_->slot(value.slot_).as_cell());
  if (holder->type->destroy != destroy_object || static_cast<const HostClass*>(holder->type)->key != key)
    return nullptr;
  return reinterpret_cast<ObjectPayload*>(holder->payload)->object;
}

Value Access::make_object(VM& vm, const void* key, void* object) {
  State& state = *vm.state_;
  Entry entry(&state);
  auto found = state.classes.find(key);
  if (found == state.classes.end()) throw Error("object of a class that is not bound");
  HostClass& bound = *found->second;
  gs::vm::Table* metatable = state.slot(bound.metatable).as_table();
  gs::vm::Userdata* holder = state.vm->userdata(bound, metatable, sizeof(ObjectPayload));
  if (!holder) Internal::throw_error(state);
  auto* payload = new (holder->payload) ObjectPayload{nullptr, bound.destroy_object};
  Value made = Internal::wrap(state, RawValue::object(holder));
  payload->object = object;
  return made;
}

}  // namespace detail
}  // namespace gscript
