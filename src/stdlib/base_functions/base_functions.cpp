#include "stdlib/base_functions/base_functions.hpp"

#include "stdlib/base_functions/digits.hpp"
#include "stdlib/base_functions/iteration.hpp"
#include "stdlib/support/natives.hpp"
#include "stdlib/table/array.hpp"
#include "vm/object/channel.hpp"
#include "vm/runtime/generic.hpp"
#include "vm/runtime/intrinsic.hpp"

namespace gs::stdlib {

using namespace vm;

namespace {

/// print(...)
/// Writes the string forms of its arguments to standard output, joined by TABs, and a newline.
///     print("a", 1, 2.0, nil) // a  1  2.0  nil
Value base_print(Vm& vm, Args args) {
  StringBuilder out(vm);
  for (u32 i = 0; i < args.count; i++) {
    if (i) out.append('\t');
    if (!vm.append_string_form(out, args.base[i])) return Value::raised();
  }
  out.append('\n');
  if (out.failed()) return Value::raised();
  vm.write_output(out.view());
  return Value::multi(0);
}

// Names of types in the order of base_type's captures.
constexpr const char* kTypeNames[] = {"nil",    "boolean",   "string",  "table",   "function",
                                      "number", "coroutine", "channel", "userdata"};
enum TypeIndex : u32 { kNil, kBoolean, kString, kTable, kFunction, kNumber, kCoroutine, kChannel, kUserdata };

TypeIndex type_index(Value v) {
  if (v.is_number()) return kNumber;
  if (v.is_string()) return kString;
  if (v.is_table()) return kTable;
  if (v.is_function()) return kFunction;
  if (v.is_nil()) return kNil;
  if (v.is_boolean()) return kBoolean;
  CellKind kind = v.as_cell()->kind;
  return kind == CellKind::kCoroutine ? kCoroutine : kind == CellKind::kChannel ? kChannel : kUserdata;
}

/// type(v)
/// The name of the type of v: "nil", "boolean", "number", "string", "table", "function", "coroutine", "channel" or
/// "userdata".
///     print(type(1), type("a"), type({})) // number  string  table
Value base_type(Vm&, Args args) { return args.callee()->captures[type_index(args[0])]; }

/// tostring(v)
/// The string form of v; honours __tostring and __name.
///     print(tostring(1.0) .. tostring(nil)) // 1.0nil
Value base_tostring(Vm& vm, Args args) {
  String* s = vm.to_string_form(args[0]);
  return s ? Value::string(s) : Value::raised();
}

/// tonumber(v [, base])
/// v if it is a number, the number a string stands for, or nil. With a base of 2 to 36, v is a string of digits and
/// letters of that base. Raises "base out of range".
///     print(tonumber("0x10"), tonumber("1e2"), tonumber("x")) // 16  100.0  nil
///     print(tonumber("ff", 16), tonumber("12", 2)) // 255  nil
Value base_tonumber(Vm& vm, Args args) {
  if (!args.has(1)) {
    Value number;
    if (vm.to_number(args[0], number)) return number;
    return vm.is_raising() ? Value::raised() : Value::nil();
  }
  std::string_view text;
  i64 base, n;
  if (!arg_string(vm, args, 0, text) || !arg_int(vm, args, 1, base)) return Value::raised();
  if (base < 2 || base > 36) return bad_argument(vm, args, 1, "base out of range");
  return parse_digits(text, u32(base), n) ? vm.integer(n) : Value::nil();
}

bool is_channel(Value v) { return v.is_object() && v.as_cell()->kind == CellKind::kChannel; }

/// len(v)
/// The bytes of a string, the raw length of a table, or the number of buffered values of a channel.
///     print(len("abc"), len({1, 2}), len(make(chan, 3))) // 3  2  0
Value base_len(Vm& vm, Args args) {
  Value v = args[0];
  if (v.is_string()) return vm.integer(i64(v.as_string()->length));
  if (v.is_table()) return vm.integer(table_length(v.as_table()));
  if (is_channel(v)) return vm.integer(i64(channel_length(v.as_cell())));
  return bad_type(vm, args, 0, "string, table or channel");
}

/// cap(ch)
/// The size of a channel's buffer.
///     print(cap(make(chan, 3))) // 3
Value base_cap(Vm& vm, Args args) {
  Value v = args[0];
  return is_channel(v) ? vm.integer(i64(channel_capacity(v.as_cell()))) : bad_type(vm, args, 0, "channel");
}

/// append(t, v...)
/// Stores each v at `#t + 1` and returns t. A nil has no effect.
///     t := {1}; append(t, 2, 3)
///     print(#t)
///     // 3
Value base_append(Vm& vm, Args args) {
  Table* t;
  if (!arg_table(vm, args, 0, t)) return Value::raised();
  for (u32 i = 1; i < args.count; i++) {
    if (!table_append(vm, t, args.base[i])) return Value::raised();
  }
  return args[0];
}

bool is_nan(Value v) { return v.is_double() && v.as_double() != v.as_double(); }

/// delete(t, k)
/// Removes the entry of key k, without metamethods. Keys that are not there are ignored.
///     t := {a: 1, b: 2}; delete(t, "a")
///     print(t.a, table.count(t))
///     // nil  1
Value base_delete(Vm& vm, Args args) {
  Table* t;
  if (!arg_table(vm, args, 0, t)) return Value::raised();
  Value key = args[1];
  if (key.is_nil() || is_nan(key)) return Value::multi(0);
  return table_set(vm, t, key, Value::nil()) ? Value::multi(0) : Value::raised();
}

bool below(Value a, Value b) {
  if (a.is_small_int() && b.is_small_int()) return a.bits < b.bits;
  return a.is_string() ? compare_strings(a.as_string(), b.as_string()) < 0 : numbers_less(a, b);
}

/// min(v, ...)
/// The smallest argument; all must be numbers, or all strings. NaN if any is NaN.
///     print(min(3, 1, 2), min("b", "a")) // 1  a

/// max(v, ...)
/// The largest argument; all must be numbers, or all strings. NaN if any is NaN.
///     print(max(3, 1, 2), max("b", "a")) // 3  b

// All numbers or all strings, as the first argument is.
template <bool kLargest>
Value extreme(Vm& vm, Args args) {
  Value best = args[0];
  bool strings = best.is_string();
  if (!strings && !best.is_number()) return bad_type(vm, args, 0, "number");
  for (u32 i = 1; i < args.count; i++) {
    Value v = args.base[i];
    if (strings ? !v.is_string() : !v.is_number()) return bad_type(vm, args, i, strings ? "string" : "number");
    if (is_nan(best)) continue;
    if ((kLargest ? below(best, v) : below(v, best)) || is_nan(v)) best = v;
  }
  return best;
}

/// select(n, ...)
/// `select("#", ...)` is the number of further arguments; with n >= 1, those from the n-th on. Raises "index out of
/// range" if n < 1.
///     print(select("#", 1, nil, nil), select(2, "a", "b", "c")) // 3  b  c
Value base_select(Vm& vm, Args args) {
  if (args[0].is_string() && view(args[0].as_string()) == "#") return Value::small_int(i64(args.count) - 1);
  i64 n;
  if (!arg_int(vm, args, 0, n)) return Value::raised();
  if (n < 1) return bad_argument(vm, args, 0, "index out of range");
  if (n >= args.count) return Value::multi(0);
  if (!charge(vm, args.count / 64)) return Value::raised();
  return vm.results(std::span<const Value>(args.base + n, usize(args.count - n)));
}

/// unpack(t [, i [, j]])
/// The values t[i] to t[j], by default 1 to `#t`.
///     print(unpack({1, 2, 3})) // 1  2  3
///     print(unpack({1, 2, 3}, 2)) // 2  3
Value base_unpack(Vm& vm, Args args) {
  Table* t;
  i64 first = 1;
  if (!arg_table(vm, args, 0, t) || !opt_int(vm, args, 1, first)) return Value::raised();
  i64 last = table_length(t);
  return opt_int(vm, args, 2, last) ? unpack_elements(vm, t, first, last) : Value::raised();
}

/// rawget(t, k)
/// t[k] without metamethods.
///     print(rawget({a: 1}, "a")) // 1
Value base_rawget(Vm& vm, Args args) {
  Table* t;
  return arg_table(vm, args, 0, t) ? table_get(t, args[1]) : Value::raised();
}

/// rawset(t, k, v)
/// Stores t[k] = v without metamethods and returns t.
///     print(rawset({}, "a", 1).a) // 1
Value base_rawset(Vm& vm, Args args) {
  Table* t;
  return arg_table(vm, args, 0, t) && table_set(vm, t, args[1], args[2]) ? args[0] : Value::raised();
}

/// rawequal(a, b)
/// Whether a and b are equal without metamethods.
///     print(rawequal(1, 1.0), rawequal({}, {})) // true  false
Value base_rawequal(Vm&, Args args) { return Value::boolean(Vm::raw_equals(args[0], args[1])); }

/// rawlen(v)
/// The length of a table or string without metamethods.
///     print(rawlen({1, 2}), rawlen("abc")) // 2  3
Value base_rawlen(Vm& vm, Args args) {
  Value v = args[0];
  if (v.is_string()) return vm.integer(i64(v.as_string()->length));
  return v.is_table() ? vm.integer(table_length(v.as_table())) : bad_type(vm, args, 0, "string or table");
}

/// setmetatable(t, mt)
/// Gives t the metatable mt, or none for nil, and returns t. Raises "cannot change a protected metatable".
///     print(setmetatable({}, {__index: func(t, k) { return k .. "!" }}).hi) // hi!
Value base_setmetatable(Vm& vm, Args args) {
  Table* t;
  if (!arg_table(vm, args, 0, t)) return Value::raised();
  if (!args[1].is_nil() && !args[1].is_table()) return bad_type(vm, args, 1, "nil or table");
  if (t->flags & Table::kHasMetatable) {
    bool is_protected = !vm.metamethod(args[0], "__metatable").is_nil();
    if (vm.is_raising()) return Value::raised();
    if (is_protected) return vm.raise("cannot change a protected metatable");
  }
  return table_set_metatable(vm, t, args[1].is_nil() ? nullptr : args[1].as_table()) ? args[0] : Value::raised();
}

/// getmetatable(v)
/// The metatable of a table or userdata, or what its field __metatable holds; nil for anything else.
///     print(getmetatable({}), getmetatable(setmetatable({}, {__metatable: "locked"}))) // nil  locked
Value base_getmetatable(Vm& vm, Args args) {
  Value v = args[0];
  Table* metatable = nullptr;
  if (v.is_table()) {
    metatable = table_metatable(v.as_table());
  } else if (v.is_object() && v.as_cell()->kind == CellKind::kUserdata) {
    metatable = static_cast<Userdata*>(v.as_cell())->metatable;
  }
  if (!metatable) return Value::nil();
  Value shown = table_get_name(vm, metatable, "__metatable");
  if (vm.is_raising()) return Value::raised();
  return shown.is_nil() ? Value::table(metatable) : shown;
}

/// assert(v [, msg], ...)
/// Returns all its arguments if v is true; else raises msg, or "assertion failed".
///     print(assert(1, "unused")) // 1  unused
///     print(pcall(assert, false, "no")) // false  no
Value base_assert(Vm& vm, Args args) {
  if (args[0].is_truthy()) return vm.results(std::span<const Value>(args.base, args.count));
  return args.has(1) ? vm.raise_value(args[1]) : vm.raise("assertion failed");
}

constexpr NativeRow kRows[] = {
    {"print", base_print},
    {"tostring", base_tostring},
    {"tonumber", base_tonumber},
    {"len", base_len},
    {"cap", base_cap},
    {"append", base_append},
    {"delete", base_delete},
    {"min", extreme<false>},
    {"max", extreme<true>},
    {"select", base_select},
    {"unpack", base_unpack},
    {"rawget", base_rawget},
    {"rawset", base_rawset},
    {"rawequal", base_rawequal},
    {"rawlen", base_rawlen},
    {"setmetatable", base_setmetatable},
    {"getmetatable", base_getmetatable},
    {"assert", base_assert},
};

// `type` is called in hot loops: its answers are made once.
bool install_type(Vm& vm) {
  Value names[std::size(kTypeNames)];
  for (usize i = 0; i < std::size(kTypeNames); i++) {
    names[i] = vm.string_value(kTypeNames[i]);
    if (names[i].is_raised()) return false;
  }
  Native* type = vm.native("type", base_type,
                           {names[0], names[1], names[2], names[3], names[4], names[5], names[6], names[7], names[8]});
  if (type) type->detail = u8(Intrinsic::kType);
  return type && vm.set_global("type", Value::function(type));
}

}  // namespace

bool install_base_functions(Vm& vm) {
  return vm.register_builtins(kRows) && vm.register_builtins(iteration_rows()) && install_type(vm);
}

}  // namespace gs::stdlib
