// Values the compiler knows: what literals, folded expressions and constant variables stand for. The folder computes
// operations on them with prim/ and declines everything that could raise or whose result depends on a metatable.
#pragma once

#include <optional>
#include <string>

#include "base/types.hpp"
#include "bytecode/opcode.hpp"

namespace gs::front {

struct Literal {
  enum class Kind : u8 { kNil, kBool, kInt, kFloat, kString };
  Kind kind = Kind::kNil;
  bool boolean = false;
  i64 integer = 0;
  f64 number = 0;
  std::string text{};

  static Literal nil() { return {}; }
  static Literal from_bool(bool value) { return {.kind = Kind::kBool, .boolean = value}; }
  static Literal from_int(i64 value) { return {.kind = Kind::kInt, .integer = value}; }
  static Literal from_float(f64 value) { return {.kind = Kind::kFloat, .number = value}; }
  static Literal from_string(std::string value) { return {.kind = Kind::kString, .text = std::move(value)}; }

  bool is_int() const { return kind == Kind::kInt; }
  bool is_number() const { return kind == Kind::kInt || kind == Kind::kFloat; }
  bool is_string() const { return kind == Kind::kString; }
  bool is_truthy() const { return kind != Kind::kNil && (kind != Kind::kBool || boolean); }
  f64 as_float() const { return is_int() ? f64(integer) : number; }
};

// Comparison operators as the compiler names them.
enum class Relation : u8 { kEqual, kNotEqual, kLess, kLessEqual, kGreater, kGreaterEqual };

// `op` is one of ADD .. POW, BAND .. SHR.
std::optional<Literal> fold_binary(bytecode::Op op, const Literal& left, const Literal& right);

// `op` is one of UNM, BNOT, NOT, LEN.
std::optional<Literal> fold_unary(bytecode::Op op, const Literal& operand);

std::optional<bool> fold_relation(Relation relation, const Literal& left, const Literal& right);

}  // namespace gs::front
