// Arithmetic, comparison, length and concatenation on any values, metamethods included.
#include <cmath>
#include <cstring>
#include <utility>

#include "prim/arith.hpp"
#include "prim/number_text.hpp"
#include "vm/heap/heap.hpp"
#include "vm/runtime/generic.hpp"
#include "vm/runtime/operations.hpp"

namespace gs::vm {

namespace {

using bytecode::Instruction;
using bytecode::Op;

struct ArithInfo {
  const char* event;
  bool bitwise;
};

constexpr ArithInfo kArith[] = {
    {"__add", false}, {"__sub", false}, {"__mul", false}, {"__div", false}, {"__mod", false},
    {"__pow", false}, {"__band", true}, {"__bor", true},  {"__bxor", true}, {"", true},     
    {"__shl", true},  {"__shr", true},  {"__unm", false}, {"__bnot", true},
};

Value int_arith(Vm& vm, ArithOp op, i64 a, i64 b) {
  switch (op) {
    case ArithOp::kAdd: return vm.integer(prim::add(a, b));
    case ArithOp::kSub: return vm.integer(prim::sub(a, b));
    case ArithOp::kMul: return vm.integer(prim::mul(a, b));
    case ArithOp::kDiv:
      if (b == 0) return vm.raise("attempt to divide by zero");
      if (prim::divides(a, b)) return vm.integer(prim::div_exact(a, b));
      return Value::number(f64(a) / f64(b));
    case ArithOp::kMod:
      if (b == 0) return vm.raise("attempt to perform modulo by zero");
      return vm.integer(prim::mod(a, b));
    case ArithOp::kPow:
      if (b < 0) return Value::number(std::pow(f64(a), f64(b)));
      return vm.integer(prim::pow(a, b));
    case ArithOp::kBand: return vm.integer(a & b);
    case ArithOp::kBor: return vm.integer(a | b);
    case ArithOp::kBxor: return vm.integer(a ^ b);
    case ArithOp::kBandNot: return vm.integer(a & ~b);
    case ArithOp::kShl:
    case ArithOp::kShr:
      if (b < 0) return vm.raise("negative shift count");
      return vm.integer(op == ArithOp::kShl ? prim::shift_left(a, b) : prim::shift_right(a, b));
    case ArithOp::kUnm: return vm.integer(prim::neg(a));
    case ArithOp::kBnot: return vm.integer(~a);
  }
  return Value::nil();
}

Value float_arith(ArithOp op, f64 a, f64 b) {
  switch (op) {
    case ArithOp::kAdd: return Value::number(a + b);
    case ArithOp::kSub: return Value::number(a - b);
    case ArithOp::kMul: return Value::number(a * b);
    case ArithOp::kDiv: return Value::number(a / b);
    case ArithOp::kMod: return Value::number(std::fmod(a, b));
    case ArithOp::kPow: return Value::number(std::pow(a, b));
    case ArithOp::kUnm: return Value::number(-a);
    default: return Value::nil();
  }
}

// A binary handler comes from the left operand's metatable, else from the right one's.
Value binary_handler(Vm& vm, Value a, Value b, const char* event) {
  Value handler = vm.metamethod(a, event);
  return handler.is_nil() ? vm.metamethod(b, event) : handler;
}

bool is_number_like(Vm& vm, Value v, Value& number) { return v.is_number() ? (number = v, true) : vm.to_number(v, number); }

Value raise_operand(Vm& vm, const char* what, Value culprit) {
  return vm.raise_format("attempt to %s a %s value", what, vm.type_name(culprit));
}

}  // namespace

Value arith_numbers(Vm& vm, ArithOp op, Value a, Value b) {
  if (kArith[u8(op)].bitwise) {
    i64 x, y;
    if (!Vm::to_exact_int(a, x) || !Vm::to_exact_int(b, y)) return vm.raise("number has no integer representation");
    return int_arith(vm, op, x, y);
  }
  if (a.is_int() && b.is_int()) return int_arith(vm, op, a.as_int(), b.as_int());
  f64 x, y;
  Vm::to_f64(a, x);
  Vm::to_f64(b, y);
  return float_arith(op, x, y);
}

Value Vm::arithmetic(ArithOp op, Value a, Value b) {
  if (a.is_number() && b.is_number()) return arith_numbers(*this, op, a, b);
  Value x, y;
  bool left_ok = is_number_like(*this, a, x);
  bool right_ok = is_number_like(*this, b, y);
  if (raising_) return Value::raised();
  if (left_ok && right_ok) return arith_numbers(*this, op, x, y);
  if (op == ArithOp::kBandNot) {
    b = arithmetic(ArithOp::kBnot, b, b);
    return b.is_raised() ? b : arithmetic(ArithOp::kBand, a, b);
  }
  Value handler = binary_handler(*this, a, b, kArith[u8(op)].event);
  if (raising_) return Value::raised();
  if (!handler.is_nil()) {
    bool unary = op == ArithOp::kUnm || op == ArithOp::kBnot;
    return unary ? call(handler, {a}) : call(handler, {a, b});
  }
  Value culprit = left_ok ? b : a;
  return raise_operand(*this, kArith[u8(op)].bitwise ? "perform bitwise operation on" : "perform arithmetic on", culprit);
}

// ---- decoding and quickening of arithmetic instructions

namespace {

struct ArithForm {
  ArithOp op;
  bool constant;  // K form
  Op ints, floats, numbers;
};

bool arith_form(Op base, ArithForm& form) {
  switch (base) {
#define FORM(NAME, ARITH, I, F, N) \
  case Op::NAME: form = {ArithOp::ARITH, false, Op::I, Op::F, Op::N}; return true;
#define FORM_K(NAME, ARITH, I, F, N) \
  case Op::NAME: form = {ArithOp::ARITH, true, Op::I, Op::F, Op::N}; return true;
    FORM(ADD, kAdd, ADD_I, ADD_F, ADD_N)
    FORM(SUB, kSub, SUB_I, SUB_F, SUB_N)
    FORM(MUL, kMul, MUL_I, MUL_F, MUL_N)
    FORM(DIV, kDiv, DIV_N, DIV_F, DIV_N)
    FORM(MOD, kMod, MOD_I, MOD, MOD)
    FORM(POW, kPow, POW, POW, POW)
    FORM_K(ADDK, kAdd, ADDK_N, ADDK_F, ADDK_N)
    FORM_K(SUBK, kSub, SUBK_N, SUBK_F, SUBK_N)
    FORM_K(MULK, kMul, MULK_I, MULK_F, MULK_N)
    FORM_K(DIVK, kDiv, DIVK_N, DIVK_F, DIVK_N)
    FORM_K(MODK, kMod, MODK_I, MODK, MODK)
    FORM_K(POWK, kPow, POWK, POWK, POWK)
    FORM(BAND, kBand, BAND, BAND, BAND)
    FORM(BOR, kBor, BOR, BOR, BOR)
    FORM(BXOR, kBxor, BXOR, BXOR, BXOR)
    FORM(BANDNOT, kBandNot, BANDNOT, BANDNOT, BANDNOT)
    FORM(SHL, kShl, SHL, SHL, SHL)
    FORM(SHR, kShr, SHR, SHR, SHR)
    FORM_K(BANDK, kBand, BANDK, BANDK, BANDK)
    FORM_K(BORK, kBor, BORK, BORK, BORK)
    FORM_K(BXORK, kBxor, BXORK, BXORK, BXORK)
    FORM_K(SHLK, kShl, SHLK, SHLK, SHLK)
    FORM_K(SHRK, kShr, SHRK, SHRK, SHRK)
#undef FORM
#undef FORM_K
    default: return false;
  }
}

// An int constant has a float twin among the constants the loader appends (Prototype::twins), for float operands.
u32 twin_of(const Prototype* proto, u32 constant) {
  for (u32 i = 0; i < proto->twin_count; i++) {
    if (proto->twins[i] == constant) return proto->constant_count + i;
  }
  return constant;
}

u32 original_of(const Prototype* proto, u32 constant) {
  return constant < proto->constant_count ? constant : proto->twins[constant - proto->constant_count];
}

}  // namespace

ArithOp arith_operands(const Prototype* proto, const Value* base, const Instruction* at, Value& left, Value& right) {
  Op op = bytecode::op_info(at->op()).base;
  left = base[at->b()];
  ArithForm form{};
  if (op == Op::ADDI) {
    bool subtracts = at->x() == 1;
    right = Value::small_int(subtracts ? -i64(at->sc()) : at->sc());
    form.op = subtracts ? ArithOp::kSub : ArithOp::kAdd;
  } else if (op == Op::UNM || op == Op::BNOT) {
    right = left;
    return op == Op::UNM ? ArithOp::kUnm : ArithOp::kBnot;
  } else {
    arith_form(op, form);
    right = form.constant ? proto->constants[original_of(proto, at->c())] : base[at->c()];
  }
  if (at->x() == bytecode::kConstantOnLeft) std::swap(left, right);
  return form.op;
}

void quicken_arith(Prototype* proto, Instruction* at, Value left, Value right) {
  ArithForm form{};
  Op base = bytecode::op_info(at->op()).base;
  if (!arith_form(base, form) || form.floats == base) {
    if (base == Op::MOD || base == Op::MODK) quicken(proto, at, left.is_small_int() && right.is_small_int() ? form.ints : base);
    return;
  }
  bool first_time = at->op() == base;
  if (form.constant) at->set_c(original_of(proto, at->c()));
  if (at->x() == bytecode::kConstantOnLeft) std::swap(left, right);
  if (!left.is_number() || !right.is_number()) {
    quicken(proto, at, base);
    return;
  }
  if (!first_time) {
    quicken(proto, at, form.numbers);
    return;
  }
  bool floats = left.is_double() && (right.is_double() || (form.constant && right.is_small_int()));
  if (floats) {
    if (form.constant) at->set_c(twin_of(proto, at->c()));
    quicken(proto, at, form.constant && !right.is_double() && at->c() < proto->constant_count ? form.numbers : form.floats);
  } else {
    quicken(proto, at, left.is_int() && right.is_int() ? form.ints : form.numbers);
  }
}

// ---- comparison

bool numbers_equal(Value a, Value b) {
  if (a.is_int()) {
    return b.is_int() ? a.as_int() == b.as_int() : prim::equal(a.as_int(), b.as_double());
  }
  return b.is_int() ? prim::equal(b.as_int(), a.as_double()) : a.as_double() == b.as_double();
}

bool numbers_less(Value a, Value b) {
  if (a.is_int()) return b.is_int() ? a.as_int() < b.as_int() : prim::less(a.as_int(), b.as_double());
  return b.is_int() ? prim::less(a.as_double(), b.as_int()) : a.as_double() < b.as_double();
}

bool numbers_less_equal(Value a, Value b) {
  if (a.is_int()) return b.is_int() ? a.as_int() <= b.as_int() : prim::less_equal(a.as_int(), b.as_double());
  return b.is_int() ? prim::less_equal(a.as_double(), b.as_int()) : a.as_double() <= b.as_double();
}

bool Vm::raw_equals(Value a, Value b) {
  if (a.is_number() && b.is_number()) return numbers_equal(a, b);
  if (a == b) return true;
  if (!a.is_string() || !b.is_string()) return false;
  return strings_equal(a.as_string(), b.as_string());
}

bool Vm::equals(Value a, Value b, bool& result) {
  if (a.is_string()) charge(a.as_string()->length);
  result = raw_equals(a, b);
  if (result || a.is_number()) return true;
  bool may_define = (a.is_table() && b.is_table()) || (a.is_object() && b.is_object());
  if (!may_define) return true;
  Value handler = binary_handler(*this, a, b, "__eq");
  if (raising_) return false;
  if (handler.is_nil()) return true;
  Value answer = call(handler, {a, b});
  result = answer.is_truthy();
  return !answer.is_raised();
}

namespace {

bool compare_with_handler(Vm& vm, Value a, Value b, const char* event, bool& result) {
  Value handler = binary_handler(vm, a, b, event);
  if (vm.is_raising()) return false;
  if (handler.is_nil()) {
    vm.raise_format("attempt to compare %s with %s", vm.type_name(a), vm.type_name(b));
    return false;
  }
  Value answer = vm.call(handler, {a, b});
  result = answer.is_truthy();
  return !answer.is_raised();
}

}  // namespace

bool Vm::less(Value a, Value b, bool& result) {
  if (a.is_number() && b.is_number()) {
    result = numbers_less(a, b);
    return true;
  }
  if (a.is_string() && b.is_string()) {
    charge(a.as_string()->length);
    result = compare_strings(a.as_string(), b.as_string()) < 0;
    return true;
  }
  return compare_with_handler(*this, a, b, "__lt", result);
}

bool Vm::less_equal(Value a, Value b, bool& result) {
  if (a.is_number() && b.is_number()) {
    result = numbers_less_equal(a, b);
    return true;
  }
  if (a.is_string() && b.is_string()) {
    charge(a.as_string()->length);
    result = compare_strings(a.as_string(), b.as_string()) <= 0;
    return true;
  }
  return compare_with_handler(*this, a, b, "__le", result);
}

// ---- length and concatenation

Value Vm::length(Value v) {
  if (v.is_string()) return Value::small_int(i64(v.as_string()->length));
  Value handler = metamethod(v, "__len");
  if (raising_) return Value::raised();
  if (!handler.is_nil()) return call(handler, {v});
  if (v.is_table()) return Value::small_int(v.as_table()->array_length);
  return raise_operand(*this, "get length of", v);
}

namespace {

usize format_number(Value v, char* out) {
  return v.is_int() ? prim::format_int(v.as_int(), out) : prim::format_float(v.as_double(), out);
}

bool is_text(Value v) { return v.is_string() || v.is_number(); }

// A short result of strings and numbers, built in one step. False: not of that sort.
bool concat_short(Vm& vm, Value* values, u32 count, Value& result) {
  char bytes[256];
  usize used = 0;
  for (u32 i = 0; i < count; i++) {
    Value v = values[i];
    if (v.is_string()) {
      String* s = v.as_string();
      if (s->length > sizeof bytes - used) return false;
      std::memcpy(bytes + used, s->data, s->length);
      used += s->length;
    } else if (v.is_number() && sizeof bytes - used >= prim::kMaxNumberText) {
      used += format_number(v, bytes + used);
    } else {
      return false;
    }
  }
  result = vm.string_value({bytes, used});
  return true;
}

}  // namespace

Value Vm::concat(Value a, Value b) {
  if (is_text(a) && is_text(b)) {
    Value pair[2] = {a, b};
    String* parts[2];
    for (int i = 0; i < 2; i++) {
      if (pair[i].is_string()) {
        parts[i] = pair[i].as_string();
        continue;
      }
      char buffer[prim::kMaxNumberText];
      parts[i] = string({buffer, format_number(pair[i], buffer)});
      if (!parts[i]) return Value::raised();
    }
    String* s = concat_strings(*this, parts[0], parts[1]);
    return s ? Value::string(s) : Value::raised();
  }
  Value handler = binary_handler(*this, a, b, "__concat");
  if (raising_) return Value::raised();
  if (!handler.is_nil()) return call(handler, {a, b});
  return raise_operand(*this, "concatenate", is_text(a) ? b : a);
}

Value generic_concat(Vm& vm, Value* values, u32 count) {
  Value result;
  // A long left operand first: appending to it in one step keeps `s = s .. a .. b` linear.
  if (count > 2 && values[0].is_string() && values[0].as_string()->length > 200 &&
      concat_short(vm, values + 1, count - 1, result)) {
    return result.is_raised() ? result : vm.concat(values[0], result);
  }
  if (concat_short(vm, values, count, result)) return result;
  result = values[count - 1];
  for (u32 i = count - 1; i-- > 0;) {
    result = vm.concat(values[i], result);
    if (result.is_raised()) return result;
  }
  return result;
}

}  // namespace gs::vm
