// Values the compiler knows: what literals, folded expressions and constant variables stand for. The folder computes
// operations on them with prim/ and declines everything that could raise or whose result depends on a metatable.
#pragma once

#include <optional>
#include <string_view>

#include "base/types.hpp"
#include "bytecode/opcode.hpp"

namespace gs::front {

struct KnownValue {
  enum class Kind : u8 { kNil, kBool, kInt, kFloat, kString };
  Kind kind = Kind::kNil;
  bool boolean = false;
  i64 integer = 0;
  f64 number = 0;
  std::string_view text{};  // lives in the tree's arena

  static KnownValue nil() { return {}; }
  static KnownValue from_bool(bool value) { return {.kind = Kind::kBool, .boolean = value}; }
  static KnownValue from_int(i64 value) { return {.kind = Kind::kInt, .integer = value}; }
  static KnownValue from_float(f64 value) { return {.kind = Kind::kFloat, .number = value}; }
  static KnownValue from_string(std::string_view value) { return {.kind = Kind::kString, .text = value}; }

  bool is_int() const { return kind == Kind::kInt; }
  bool is_number() const { return kind == Kind::kInt || kind == Kind::kFloat; }
  bool is_string() const { return kind == Kind::kString; }
  bool is_truthy() const { return kind != Kind::kNil && (kind != Kind::kBool || boolean); }
  f64 as_float() const { return is_int() ? f64(integer) : number; }
};

// Comparison operators as the compiler names them.
enum class Relation : u8 { kEqual, kNotEqual, kLess, kLessEqual, kGreater, kGreaterEqual };

// `op` is one of ADD .. POW, BAND .. SHR.
std::optional<KnownValue> fold_binary(bytecode::Op op, const KnownValue& left, const KnownValue& right);

// `op` is one of UNM, BNOT, NOT, LEN.
std::optional<KnownValue> fold_unary(bytecode::Op op, const KnownValue& operand);

std::optional<bool> fold_relation(Relation relation, const KnownValue& left, const KnownValue& right);

}  // namespace gs::front
