// The tree's operators in the compiler's terms: opcodes and relations.
#pragma once

#include "bytecode/opcode.hpp"
#include "front/compile/known_value.hpp"
#include "front/syntax/ast.hpp"

namespace gs::front {

inline bool is_relational(ast::BinaryOp op) {
  return op >= ast::BinaryOp::kEqual;
}

// Of kEqual .. kGreaterEqual, which Relation lists in the same order.
inline Relation relation_of(ast::BinaryOp op) {
  return Relation(u8(op) - u8(ast::BinaryOp::kEqual));
}

// The relation with its sides exchanged.
inline Relation mirrored(Relation relation) {
  static constexpr Relation kMirrored[] = {Relation::kEqual,        Relation::kNotEqual, Relation::kGreater,
                                           Relation::kGreaterEqual, Relation::kLess,     Relation::kLessEqual};
  return kMirrored[u8(relation)];
}

// Of kAdd .. kShiftRight.
inline bytecode::Op opcode_of(ast::BinaryOp op) {
  using bytecode::Op;
  static constexpr Op kOpcodes[] = {Op::ADD,  Op::SUB, Op::MUL,  Op::DIV,     Op::MOD, Op::POW,
                                    Op::BAND, Op::BOR, Op::BXOR, Op::BANDNOT, Op::SHL, Op::SHR};
  return kOpcodes[u8(op)];
}

inline bytecode::Op opcode_of(ast::UnaryOp op) {
  using bytecode::Op;
  static constexpr Op kOpcodes[] = {Op::UNM, Op::BNOT, Op::NOT, Op::LEN};
  return kOpcodes[u8(op)];
}

// The form with an int constant of BAND, BOR, BXOR, SHL, SHR.
inline bytecode::Op constant_bit_form(bytecode::Op op) {
  using bytecode::Op;
  return op < Op::BANDNOT ? Op(u8(Op::BANDK) + (u8(op) - u8(Op::BAND))) : Op(u8(Op::SHLK) + (u8(op) - u8(Op::SHL)));
}

static_assert(u8(ast::BinaryOp::kShiftRight) == 11 && u8(ast::UnaryOp::kLength) == 3);
static_assert(u8(ast::BinaryOp::kGreaterEqual) - u8(ast::BinaryOp::kEqual) == u8(Relation::kGreaterEqual));

}  // namespace gs::front
