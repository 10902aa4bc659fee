// Bit operations on ints reduced to 32 bits.
#include "stdlib/bit32/bit32.hpp"

#include "stdlib/bit32/bit_field.hpp"
#include "vm/runtime/vm.hpp"

namespace gs::stdlib {

using namespace vm;

namespace {

bool arg_word(Vm& vm, Args args, u32 index, u32& word) {
  i64 value;
  if (!arg_int(vm, args, index, value)) return false;
  word = u32(value);
  return true;
}

Value word_value(u32 word) { return Value::small_int(i64(word)); }

template <typename Combine>
Value combine_all(Vm& vm, Args args, u32 result, Combine combine) {
  for (u32 i = 0; i < args.count; i++) {
    u32 word;
    if (!arg_word(vm, args, i, word)) return Value::raised();
    result = combine(result, word);
  }
  return word_value(result);
}

Value band(Vm& vm, Args args) {
  return combine_all(vm, args, ~u32(0), [](u32 a, u32 b) { return a & b; });
}
Value bor(Vm& vm, Args args) {
  return combine_all(vm, args, 0, [](u32 a, u32 b) { return a | b; });
}
Value bxor(Vm& vm, Args args) {
  return combine_all(vm, args, 0, [](u32 a, u32 b) { return a ^ b; });
}

Value bnot(Vm& vm, Args args) {
  u32 word;
  return arg_word(vm, args, 0, word) ? word_value(~word) : Value::raised();
}

bool shift_arguments(Vm& vm, Args args, u32& word, i64& count) {
  return arg_word(vm, args, 0, word) && arg_int(vm, args, 1, count);
}

// Any count this far out shifts everything out; keeps negation safe.
i64 clamp_count(i64 count) { return count > 32 ? 32 : count < -32 ? -32 : count; }

Value lshift(Vm& vm, Args args) {
  u32 word;
  i64 count;
  if (!shift_arguments(vm, args, word, count)) return Value::raised();
  return word_value(shift_word_left(word, clamp_count(count)));
}

Value rshift(Vm& vm, Args args) {
  u32 word;
  i64 count;
  if (!shift_arguments(vm, args, word, count)) return Value::raised();
  return word_value(shift_word_left(word, -clamp_count(count)));
}

Value arshift(Vm& vm, Args args) {
  u32 word;
  i64 count;
  if (!shift_arguments(vm, args, word, count)) return Value::raised();
  return Value::small_int(shift_word_arithmetic(word, clamp_count(count)));
}

bool bit_arguments(Vm& vm, Args args, u32& word, u32& bit) {
  i64 position;
  if (!arg_word(vm, args, 0, word) || !arg_int(vm, args, 1, position)) return false;
  if (position < 0 || position > 31) return bad_argument(vm, args, 1, "position out of range"), false;
  bit = u32(1) << position;
  return true;
}

Value test(Vm& vm, Args args) {
  u32 word, bit;
  return bit_arguments(vm, args, word, bit) ? Value::boolean(word & bit) : Value::raised();
}
Value set(Vm& vm, Args args) {
  u32 word, bit;
  return bit_arguments(vm, args, word, bit) ? word_value(word | bit) : Value::raised();
}
Value clear(Vm& vm, Args args) {
  u32 word, bit;
  return bit_arguments(vm, args, word, bit) ? word_value(word & ~bit) : Value::raised();
}
Value toggle(Vm& vm, Args args) {
  u32 word, bit;
  return bit_arguments(vm, args, word, bit) ? word_value(word ^ bit) : Value::raised();
}

// Position and width at `index`.
bool field_arguments(Vm& vm, Args args, u32 index, i64& position, i64& width) {
  if (!arg_int(vm, args, index, position) || !arg_int(vm, args, index + 1, width)) return false;
  return is_bit_field(position, width) || (bad_argument(vm, args, index, "position out of range"), false);
}

Value extract(Vm& vm, Args args) {
  u32 word;
  i64 position, width;
  if (!arg_word(vm, args, 0, word) || !field_arguments(vm, args, 1, position, width)) return Value::raised();
  return word_value(extract_field(word, position, width));
}

Value replace(Vm& vm, Args args) {
  u32 word, field;
  i64 position, width;
  if (!arg_word(vm, args, 0, word) || !arg_word(vm, args, 1, field) || !field_arguments(vm, args, 2, position, width)) {
    return Value::raised();
  }
  return word_value(replace_field(word, field, position, width));
}

Value countbits(Vm& vm, Args args) {
  u32 word;
  return arg_word(vm, args, 0, word) ? Value::small_int(std::popcount(word)) : Value::raised();
}

Value highbit(Vm& vm, Args args) {
  u32 word;
  return arg_word(vm, args, 0, word) ? Value::small_int(highest_bit(word)) : Value::raised();
}

Value to_hex(Vm& vm, Args args) {
  u32 word;
  i64 digits = 1;
  if (!arg_word(vm, args, 0, word) || !opt_int(vm, args, 1, digits)) return Value::raised();
  const i64 needed = word ? highest_bit(word) / 4 + 1 : 1;
  StringBuilder out(vm);
  out.append("0x");
  for (; digits > needed && !out.failed(); digits--) {
    out.append('0');
    if (!vm.poll()) return Value::raised();
  }
  for (i64 i = needed; i-- > 0;) out.append("0123456789ABCDEF"[word >> (4 * i) & 15]);
  return out.finish_value();
}

constexpr NativeRow kRows[] = {
    {"band", band},     {"bor", bor},         {"bxor", bxor},           {"bnot", bnot},       {"lshift", lshift},
    {"rshift", rshift}, {"arshift", arshift}, {"test", test},           {"set", set},         {"clear", clear},
    {"toggle", toggle}, {"extract", extract}, {"replace", replace},     {"countbits", countbits},
    {"highbit", highbit}, {"toHex", to_hex},
};

}  // namespace

bool install_bit32(Vm& vm) { return vm.register_library("bit32", kRows) != nullptr; }

}  // namespace gs::stdlib
