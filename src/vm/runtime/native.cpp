#include "vm/runtime/native.hpp"

#include <cstdlib>
#include <cstring>

#include "prim/arith.hpp"
#include "vm/heap/heap.hpp"
#include "vm/runtime/vm.hpp"

namespace gs::vm {

namespace {

// Methods do not count their receiver: "class:method" names tell them.
u32 shown_number(const Native* native, u32 index) {
  bool is_method = native->name && view(native->name).find(':') != std::string_view::npos;
  return is_method ? index : index + 1;
}

}  // namespace

Value bad_argument(Vm& vm, Args args, u32 index, std::string_view reason) {
  const Native* native = args.callee();
  std::string text = "bad argument #" + std::to_string(shown_number(native, index)) + " to '";
  text.append(view(native->name)).append("' (").append(reason).append(")");
  return vm.raise(text);
}

Value bad_type(Vm& vm, Args args, u32 index, std::string_view what) {
  std::string reason(what);
  reason.append(" expected, got ").append(vm.type_name(args[index]));
  return bad_argument(vm, args, index, reason);
}

bool arg_string(Vm& vm, Args args, u32 index, String*& out) {
  Value v = args[index];
  if (!v.is_string()) return bad_type(vm, args, index, "string"), false;
  out = v.as_string();
  vm.charge(out->length);  // what reading it may cost
  return true;
}

bool arg_string(Vm& vm, Args args, u32 index, std::string_view& out) {
  String* s;
  if (!arg_string(vm, args, index, s)) return false;
  out = view(s);
  return true;
}

bool arg_numeric(Vm& vm, Args args, u32 index, Value& out) {
  Value v = args[index];
  if (GS_LIKELY(v.is_number())) {
    out = v;
    return true;
  }
  if (vm.to_number(v, out)) return true;
  return vm.is_raising() ? false : (bad_type(vm, args, index, "number"), false);
}

bool arg_number(Vm& vm, Args args, u32 index, f64& out) {
  Value v = args[index];
  if (GS_LIKELY(v.is_double())) {
    out = v.as_double();
    return true;
  }
  return arg_numeric(vm, args, index, v) && Vm::to_f64(v, out);
}

bool arg_int(Vm& vm, Args args, u32 index, i64& out) {
  Value v = args[index];
  if (GS_LIKELY(v.is_small_int())) {
    out = v.as_small_int();
    return true;
  }
  if (!arg_numeric(vm, args, index, v)) return false;
  if (v.is_int()) {
    out = v.as_int();
    return true;
  }
  f64 d = v.as_double();
  if (!prim::in_int_range(d)) return bad_argument(vm, args, index, "number has no integer representation"), false;
  out = i64(d);
  return true;
}

bool arg_table(Vm& vm, Args args, u32 index, Table*& out) {
  Value v = args[index];
  if (!v.is_table()) return bad_type(vm, args, index, "table"), false;
  out = v.as_table();
  return true;
}

bool arg_callable(Vm& vm, Args args, u32 index, Value& out) {
  out = args[index];
  if (out.is_function() || !vm.metamethod(out, "__call").is_nil()) return true;
  return bad_type(vm, args, index, "function"), false;
}

bool opt_string(Vm& vm, Args args, u32 index, std::string_view& out) {
  return !args.has(index) || arg_string(vm, args, index, out);
}
bool opt_number(Vm& vm, Args args, u32 index, f64& out) { return !args.has(index) || arg_number(vm, args, index, out); }
bool opt_int(Vm& vm, Args args, u32 index, i64& out) { return !args.has(index) || arg_int(vm, args, index, out); }
bool opt_table(Vm& vm, Args args, u32 index, Table*& out) { return !args.has(index) || arg_table(vm, args, index, out); }

bool arg_userdata(Vm& vm, Args args, u32 index, const UserdataClass& type, void*& payload) {
  Value v = args[index];
  if (v.is_object() && v.as_cell()->kind == CellKind::kUserdata) {
    auto* object = static_cast<Userdata*>(v.as_cell());
    if (object->type == &type) {
      payload = object->payload;
      return true;
    }
  }
  return bad_type(vm, args, index, type.name), false;
}

// ---- RootedValues

RootedValues::RootedValues(Vm& vm) : vm_(vm), next_(vm.rooted_), link_(&vm.rooted_) {
  if (next_) next_->link_ = &next_;
  vm.rooted_ = this;
}

RootedValues::~RootedValues() {
  *link_ = next_;
  if (next_) next_->link_ = link_;
  vm_.heap().unaccount(capacity_ * sizeof(Value));
  std::free(data_);
}

void Vm::drop_rooted_between(const char* low, const char* high) {
  for (RootedValues** link = &rooted_; *link;) {
    RootedValues* rooted = *link;
    auto* address = reinterpret_cast<const char*>(rooted);
    if (address < low || address >= high) {
      link = &rooted->next_;
      continue;
    }
    rooted->~RootedValues();
  }
}

bool RootedValues::push(Value v) {
  if (GS_LIKELY(size_ < capacity_)) {
    data_[size_++] = v;
    return true;
  }
  if (!resize(size_ + 1)) return false;
  data_[size_ - 1] = v;
  return true;
}

bool RootedValues::resize(usize count) {
  if (count > capacity_) {
    usize capacity = capacity_ ? capacity_ * 2 : 16;
    if (capacity < count) capacity = count;
    if (!vm_.heap().account((capacity - capacity_) * sizeof(Value))) return false;
    auto* grown = static_cast<Value*>(std::realloc(static_cast<void*>(data_), capacity * sizeof(Value)));
    if (!grown) {
      vm_.heap().unaccount((capacity - capacity_) * sizeof(Value));
      vm_.raise_out_of_memory();
      return false;
    }
    data_ = grown;
    capacity_ = capacity;
  }
  for (usize i = size_; i < count; i++) data_[i] = Value::nil();
  size_ = count;
  return true;
}

// ---- StringBuilder

StringBuilder::~StringBuilder() {
  if (data_ == inline_) return;
  vm_.heap().unaccount(capacity_);
  std::free(data_);
}

bool StringBuilder::grow(usize count) {
  if (failed_) return false;
  usize needed = size_ + count;
  usize capacity = capacity_ * 2 < needed ? needed : capacity_ * 2;
  if (needed >= (usize(1) << 47)) {
    vm_.raise("string too large");
    failed_ = true;
    return false;
  }
  usize accounted = data_ == inline_ ? 0 : capacity_;
  if (!vm_.heap().account(capacity - accounted)) {
    failed_ = true;
    return false;
  }
  char* grown = static_cast<char*>(data_ == inline_ ? std::malloc(capacity) : std::realloc(data_, capacity));
  if (!grown) {
    vm_.heap().unaccount(capacity - accounted);
    vm_.raise_out_of_memory();
    failed_ = true;
    return false;
  }
  if (data_ == inline_) std::memcpy(grown, inline_, size_);
  data_ = grown;
  capacity_ = capacity;
  return true;
}

String* StringBuilder::finish() { return failed_ ? nullptr : new_string(vm_, view()); }

Value StringBuilder::finish_value() {
  String* s = finish();
  return s ? Value::string(s) : Value::raised();
}

}  // namespace gs::vm
