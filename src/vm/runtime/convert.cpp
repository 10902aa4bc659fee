// Conversions and the text of values (3.3, 3.4).
#include <cstdio>

#include "prim/arith.hpp"
#include "prim/number_text.hpp"
#include "vm/heap/heap.hpp"
#include "vm/runtime/generic.hpp"
#include "vm/runtime/vm.hpp"

namespace gs::vm {

const char* Vm::type_name(Value v) const {
  if (v.is_number()) return "number";
  if (v.is_nil() || v.is_empty()) return "nil";
  if (v.is_boolean()) return "boolean";
  if (v.is_string()) return "string";
  if (v.is_table()) return "table";
  if (v.is_function()) return "function";
  switch (v.is_object() ? v.as_cell()->kind : CellKind::kFree) {
    case CellKind::kCoroutine: return "coroutine";
    case CellKind::kChannel: return "channel";
    case CellKind::kUserdata: return "userdata";
    default: return "internal";
  }
}

bool Vm::to_number(Value v, Value& number) {
  if (v.is_number()) {
    number = v;
    return true;
  }
  if (!v.is_string()) return false;
  charge(v.as_string()->length);
  prim::ParsedNumber parsed = prim::parse_number(view(v.as_string()));
  if (parsed.kind == prim::NumberKind::kNone) return false;
  number = parsed.kind == prim::NumberKind::kInt ? integer(parsed.as_int) : Value::number(parsed.as_float);
  return !number.is_raised();
}

bool Vm::to_f64(Value number, f64& out) {
  if (number.is_double()) {
    out = number.as_double();
  } else if (number.is_int()) {
    out = f64(number.as_int());
  } else {
    return false;
  }
  return true;
}

bool Vm::to_exact_int(Value number, i64& out) {
  if (number.is_int()) {
    out = number.as_int();
    return true;
  }
  return number.is_double() && prim::to_int_exact(number.as_double(), out);
}

namespace {

void append_address(StringBuilder& out, std::string_view type, Value v) {
  char text[32];
  int n = std::snprintf(text, sizeof text, ": 0x%llx", static_cast<unsigned long long>(v.bits & kPointerMask));
  out.append(type);
  out.append({text, usize(n)});
}

void append_number(StringBuilder& out, Value v) {
  char* at = out.reserve(prim::kMaxNumberText);
  if (!at) return;
  out.advance(v.is_int() ? prim::format_int(v.as_int(), at) : prim::format_float(v.as_double(), at));
}

// Tables and userdata: __tostring, else __name or the class's name, and the address.
bool append_object(Vm& vm, StringBuilder& out, Value v) {
  Value handler = vm.metamethod(v, "__tostring");
  if (vm.is_raising()) return false;
  if (!handler.is_nil()) {
    Value text = vm.call(handler, {v});
    if (text.is_raised()) return false;
    if (!text.is_string()) return vm.raise("'__tostring' must return a string"), false;
    out.append(view(text.as_string()));
    return true;
  }
  Value name = vm.metamethod(v, "__name");
  if (vm.is_raising()) return false;
  std::string_view type = vm.type_name(v);
  if (name.is_string()) {
    type = view(name.as_string());
  } else if (v.is_object()) {
    type = static_cast<Userdata*>(v.as_cell())->type->name;
  }
  append_address(out, type, v);
  return true;
}

}  // namespace

bool Vm::append_string_form(StringBuilder& out, Value v) {
  if (v.is_string()) {
    out.append(view(v.as_string()));
  } else if (v.is_number()) {
    append_number(out, v);
  } else if (v.is_nil()) {
    out.append("nil");
  } else if (v.is_boolean()) {
    out.append(v.is_true() ? "true" : "false");
  } else if (v.is_table() || (v.is_object() && v.as_cell()->kind == CellKind::kUserdata)) {
    return append_object(*this, out, v);
  } else if (v.is_function() && !v.as_function()->is_closure()) {
    out.append("function: ");
    out.append(view(static_cast<Native*>(v.as_function())->name));
  } else {
    append_address(out, type_name(v), v);
  }
  return !out.failed();
}

String* Vm::to_string_form(Value v) {
  if (v.is_string()) return v.as_string();
  StringBuilder out(*this);
  return append_string_form(out, v) ? out.finish() : nullptr;
}

}  // namespace gs::vm
