// A value: 8 bytes, NaN-boxed. The encoding the whole system rests on:
//
//   double           raw IEEE-754 bits, every pattern <= 0xFFF8'0000'0000'0000 (unsigned)
//   0xFFF9           immediates: nil, false, true, and the runtime's own marks (empty, raised, multi)
//   0xFFFA           string        48-bit pointer below the tag
//   0xFFFB           table
//   0xFFFC           function (closure or native)
//   0xFFFD           other cell: coroutine, channel, userdata, variable cell
//   0xFFFE           boxed int64: an int that does not fit 48 bits
//   0xFFFF           int, biased: enc(v) = v - 2^47 (mod 2^64)
//
// Canonical form: an int that fits 48 bits is always inline, so identical bits mean equal ints. Only the two hardware NaNs
// occur (0xFFF8..., 0x7FF8...); Value::number canonicalises what comes from outside.
#pragma once

#include <bit>

#include "base/assert.hpp"
#include "base/attributes.hpp"
#include "base/types.hpp"

namespace gs::vm {

struct CellHeader;
struct String;
struct Table;
struct Function;
struct Closure;
struct BoxedInt;

constexpr u64 kTagImmediate = 0xFFF9ull << 48;
constexpr u64 kTagString = 0xFFFAull << 48;
constexpr u64 kTagTable = 0xFFFBull << 48;
constexpr u64 kTagFunction = 0xFFFCull << 48;
constexpr u64 kTagObject = 0xFFFDull << 48;
constexpr u64 kTagBoxedInt = 0xFFFEull << 48;
constexpr u64 kTagInt = 0xFFFFull << 48;
constexpr u64 kMaxDouble = 0xFFF8ull << 48;
constexpr u64 kIntBias = 1ull << 47;
constexpr u64 kPointerMask = (1ull << 48) - 1;
constexpr i64 kMinInlineInt = -(1ll << 47);
constexpr i64 kMaxInlineInt = (1ll << 47) - 1;

constexpr u64 kNilBits = kTagImmediate;
constexpr u64 kFalseBits = kTagImmediate | 1;
constexpr u64 kTrueBits = kTagImmediate | 2;
constexpr u64 kEmptyBits = kTagImmediate | 3;
constexpr u64 kRaisedBits = kTagImmediate | 1ull << 32;
constexpr u64 kMultiBits = kTagImmediate | 2ull << 32;

struct Value {
  u64 bits = kNilBits;

  constexpr Value() = default;
  constexpr explicit Value(u64 raw) : bits(raw) {}

  static constexpr Value nil() { return Value(kNilBits); }
  static constexpr Value boolean(bool b) { return Value(kFalseBits + u64(b)); }
  // Marks a variable or global whose declaration has not run, and a free hash entry. Never visible to scripts.
  static constexpr Value empty() { return Value(kEmptyBits); }
  // What a native returns after raising: the error is in the Vm.
  static constexpr Value raised() { return Value(kRaisedBits); }
  // What a native returns when it has left `count` results at Vm::top (0 included).
  static constexpr Value multi(u32 count) { return Value(kMultiBits + count); }
  static constexpr bool fits_inline(i64 v) { return v >= kMinInlineInt && v <= kMaxInlineInt; }
  // Precondition: fits_inline(v). Vm::integer boxes the others.
  static constexpr Value small_int(i64 v) { return Value(u64(v) - kIntBias); }
  static constexpr Value number(f64 d) {
    if (d != d) return Value(kMaxDouble);
    return Value(std::bit_cast<u64>(d));
  }
  static Value string(const String* s) { return Value(kTagString | reinterpret_cast<u64>(s)); }
  static Value table(const Table* t) { return Value(kTagTable | reinterpret_cast<u64>(t)); }
  static Value function(const Function* f) { return Value(kTagFunction | reinterpret_cast<u64>(f)); }
  static Value object(const CellHeader* o) { return Value(kTagObject | reinterpret_cast<u64>(o)); }
  static Value boxed_int(const BoxedInt* b) { return Value(kTagBoxedInt | reinterpret_cast<u64>(b)); }

  constexpr bool is_nil() const { return bits == kNilBits; }
  constexpr bool is_empty() const { return bits == kEmptyBits; }
  constexpr bool is_raised() const { return bits == kRaisedBits; }
  constexpr bool is_multi() const { return (bits >> 32) == (kMultiBits >> 32); }
  constexpr bool is_boolean() const { return bits - kFalseBits < 2; }
  constexpr bool is_true() const { return bits == kTrueBits; }
  constexpr bool is_falsy() const { return bits - kNilBits < 2; }
  constexpr bool is_truthy() const { return !is_falsy(); }
  constexpr bool is_double() const { return bits <= kMaxDouble; }
  constexpr bool is_small_int() const { return bits >= kTagInt; }
  constexpr bool is_boxed_int() const { return (bits >> 48) == (kTagBoxedInt >> 48); }
  constexpr bool is_int() const { return bits >= kTagBoxedInt; }
  constexpr bool is_number() const { return is_double() || is_int(); }
  constexpr bool is_string() const { return (bits >> 48) == (kTagString >> 48); }
  constexpr bool is_table() const { return (bits >> 48) == (kTagTable >> 48); }
  constexpr bool is_function() const { return (bits >> 48) == (kTagFunction >> 48); }
  constexpr bool is_object() const { return (bits >> 48) == (kTagObject >> 48); }
  // Refers to a heap cell.
  constexpr bool is_cell() const { return bits - kTagString < kTagInt - kTagString; }

  constexpr i64 as_small_int() const { return i64(bits + kIntBias); }
  constexpr f64 as_double() const { return std::bit_cast<f64>(bits); }
  constexpr u32 multi_count() const { return u32(bits); }
  CellHeader* as_cell() const { return reinterpret_cast<CellHeader*>(bits & kPointerMask); }
  String* as_string() const { return reinterpret_cast<String*>(bits & kPointerMask); }
  Table* as_table() const { return reinterpret_cast<Table*>(bits & kPointerMask); }
  Function* as_function() const { return reinterpret_cast<Function*>(bits & kPointerMask); }
  BoxedInt* as_boxed_int() const { return reinterpret_cast<BoxedInt*>(bits & kPointerMask); }
  inline i64 as_int() const;  // precondition: is_int()

  // Identity of bits: equal for the same int, boolean, nil, or cell; not for equal doubles of other sign of zero.
  friend constexpr bool operator==(Value a, Value b) { return a.bits == b.bits; }
};
static_assert(sizeof(Value) == 8);

}  // namespace gs::vm
