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

/// bit32.band(...)
/// The bits all arguments have, in 32 bits.
///     print(bit32.band(0xff, 0x0f), bit32.band()) // 15  4294967295
Value band(Vm& vm, Args args) {
  return combine_all(vm, args, ~u32(0), [](u32 a, u32 b) { return a & b; });
}
/// bit32.bor(...)
/// The bits any argument has.
///     print(bit32.bor(1, 2, 4)) // 7
Value bor(Vm& vm, Args args) {
  return combine_all(vm, args, 0, [](u32 a, u32 b) { return a | b; });
}
/// bit32.bxor(...)
/// The bits an odd number of arguments have.
///     print(bit32.bxor(5, 1)) // 4
Value bxor(Vm& vm, Args args) {
  return combine_all(vm, args, 0, [](u32 a, u32 b) { return a ^ b; });
}

/// bit32.bnot(n)
/// The complement in 32 bits.
///     print(bit32.bnot(0)) // 4294967295
Value bnot(Vm& vm, Args args) {
  u32 word;
  return arg_word(vm, args, 0, word) ? word_value(~word) : Value::raised();
}

bool shift_arguments(Vm& vm, Args args, u32& word, i64& count) {
  return arg_word(vm, args, 0, word) && arg_int(vm, args, 1, count);
}

// Any count this far out shifts everything out; keeps negation safe.
i64 clamp_count(i64 count) { return count > 32 ? 32 : count < -32 ? -32 : count; }

/// bit32.lshift(n, d)
/// n shifted left; a negative d shifts right.
///     print(bit32.lshift(1, 4), bit32.lshift(16, -4)) // 16  1
Value lshift(Vm& vm, Args args) {
  u32 word;
  i64 count;
  if (!shift_arguments(vm, args, word, count)) return Value::raised();
  return word_value(shift_word_left(word, clamp_count(count)));
}

/// bit32.rshift(n, d)
/// n shifted right, filled with zeros; a negative d shifts left.
///     print(bit32.rshift(16, 4)) // 1
Value rshift(Vm& vm, Args args) {
  u32 word;
  i64 count;
  if (!shift_arguments(vm, args, word, count)) return Value::raised();
  return word_value(shift_word_left(word, -clamp_count(count)));
}

/// bit32.arshift(n, d)
/// n shifted right as a signed number.
///     print(bit32.arshift(0x80000000, 4)) // -134217728
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

/// bit32.test(n, pos)
/// Whether bit pos is set. Raises "position out of range" outside 0..31.
///     print(bit32.test(5, 0), bit32.test(5, 1)) // true  false
Value test(Vm& vm, Args args) {
  u32 word, bit;
  return bit_arguments(vm, args, word, bit) ? Value::boolean(word & bit) : Value::raised();
}
/// bit32.set(n, pos)
/// n with bit pos set.
///     print(bit32.set(0, 3)) // 8
Value set(Vm& vm, Args args) {
  u32 word, bit;
  return bit_arguments(vm, args, word, bit) ? word_value(word | bit) : Value::raised();
}
/// bit32.clear(n, pos)
/// n with bit pos cleared.
///     print(bit32.clear(15, 3)) // 7
Value clear(Vm& vm, Args args) {
  u32 word, bit;
  return bit_arguments(vm, args, word, bit) ? word_value(word & ~bit) : Value::raised();
}
/// bit32.toggle(n, pos)
/// n with bit pos inverted.
///     print(bit32.toggle(1, 0)) // 0
Value toggle(Vm& vm, Args args) {
  u32 word, bit;
  return bit_arguments(vm, args, word, bit) ? word_value(word ^ bit) : Value::raised();
}

// Position and width at `index`.
bool field_arguments(Vm& vm, Args args, u32 index, i64& position, i64& width) {
  if (!arg_int(vm, args, index, position) || !arg_int(vm, args, index + 1, width)) return false;
  return is_bit_field(position, width) || (bad_argument(vm, args, index, "position out of range"), false);
}

/// bit32.extract(n, pos, width)
/// The field of width bits from pos. Raises "position out of range".
///     print(bit32.extract(0xabcd, 4, 8)) // 188
Value extract(Vm& vm, Args args) {
  u32 word;
  i64 position, width;
  if (!arg_word(vm, args, 0, word) || !field_arguments(vm, args, 1, position, width)) return Value::raised();
  return word_value(extract_field(word, position, width));
}

/// bit32.replace(n, v, pos, width)
/// n with that field replaced by v. Raises "position out of range".
///     print(bit32.toHex(bit32.replace(0, 0xf, 4, 4))) // 0xF0
Value replace(Vm& vm, Args args) {
  u32 word, field;
  i64 position, width;
  if (!arg_word(vm, args, 0, word) || !arg_word(vm, args, 1, field) || !field_arguments(vm, args, 2, position, width)) {
    return Value::raised();
  }
  return word_value(replace_field(word, field, position, width));
}

/// bit32.countbits(n)
/// The number of bits that are set.
///     print(bit32.countbits(255)) // 8
Value countbits(Vm& vm, Args args) {
  u32 word;
  return arg_word(vm, args, 0, word) ? Value::small_int(std::popcount(word)) : Value::raised();
}

/// bit32.highbit(n)
/// The position of the highest bit set, -1 for 0.
///     print(bit32.highbit(8), bit32.highbit(0)) // 3  -1
Value highbit(Vm& vm, Args args) {
  u32 word;
  return arg_word(vm, args, 0, word) ? Value::small_int(highest_bit(word)) : Value::raised();
}

/// bit32.toHex(n [, digits])
/// Hex digits after `0x`, at least that many.
///     print(bit32.toHex(255), bit32.toHex(255, 4)) // 0xFF  0x00FF
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
