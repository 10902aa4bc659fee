// Operators (language 2, Expr to Prefix). Binary operators are read with explicit stacks rather than one method per
// level: the native stack then grows only with real nesting, and chains of any length need none of it.
#include <array>

#include "front/syntax/parser_impl.hpp"

namespace gs::front {

using namespace ast;

namespace {

struct BinaryRow {
  u8 level = 0;  // 0: not a binary operator
  BinaryOp op{};
};

constexpr std::array<BinaryRow, 256> kBinaryRows = [] {
  std::array<BinaryRow, 256> rows{};
#define GS_BINARY_OPERATOR(kind, level, op) rows[usize(TokenKind::kind)] = {level, BinaryOp::op};
#include "defs/tokens.def"
  return rows;
}();

constexpr u8 kOrLevel = kBinaryRows[usize(TokenKind::kOr)].level;
constexpr u8 kAndLevel = kBinaryRows[usize(TokenKind::kAnd)].level;
constexpr u8 kConcatLevel = kBinaryRows[usize(TokenKind::kConcat)].level;

constexpr bool makes_list(u8 level) {
  return level == kOrLevel || level == kAndLevel || level == kConcatLevel;
}

// Binary operators that do not continue an expression from the start of a line (language 1.2).
constexpr bool needs_same_line(TokenKind kind) {
  return kind == TokenKind::kMinus || kind == TokenKind::kCaret || kind == TokenKind::kAmpersand;
}

}  // namespace

List<Expr> Parser::parse_expr_list() {
  Collector<Expr*> list(exprs_);
  do {
    list.add(parse_expr());
  } while (accept(TokenKind::kComma));
  return list.copy_to(arena_);
}

Expr* Parser::parse_expr() {
  const usize base = operators_.size();
  do {
    Expr* operand = parse_sign();
    operands_.push_back(operand);
  } while (!panicking_ && push_operator(base));
  while (operators_.size() > base) reduce();
  Expr* result = operands_.back();
  operands_.pop_back();
  return result;
}

// Consumes a binary operator, if there is one here, after completing the operations that bind tighter.
bool Parser::push_operator(usize base) {
  const TokenKind kind = peek().kind;
  const BinaryRow row = kBinaryRows[usize(kind)];
  if (row.level == 0 || (needs_same_line(kind) && !continues())) return false;
  while (operators_.size() > base && operators_.back().level > row.level) reduce();
  const bool same_level = operators_.size() > base && operators_.back().level == row.level;
  const bool extends_chain = same_level && makes_list(row.level);
  if (same_level && !extends_chain) reduce();
  const Position position = advance().position;
  if (row.level == kConcatLevel) concat_positions_.push_back(position);
  if (extends_chain) {
    ++operators_.back().count;
  } else {
    operators_.push_back({row.level, row.op, position, 1});
    check_depth();
  }
  return true;
}

// Replaces the operands of the last operator by their operation.
void Parser::reduce() {
  const Operator top = operators_.back();
  operators_.pop_back();
  Expr* result;
  if (makes_list(top.level)) {
    result = make_chain(top);
  } else {
    Expr* right = operands_.back();
    operands_.pop_back();
    result = make_expr<Binary>(ExprKind::kBinary, top.position, top.op, operands_.back(), right);
    operands_.pop_back();
  }
  operands_.push_back(result);
}

Expr* Parser::make_chain(const Operator& chain) {
  const usize first = operands_.size() - chain.count - 1;
  const List<Expr> operands = arena_.copy(std::span<Expr* const>(operands_).subspan(first));
  operands_.resize(first);
  if (chain.level != kConcatLevel) {
    return make_expr<Logical>(ExprKind::kLogical, chain.position, chain.level == kAndLevel, operands);
  }
  const usize first_position = concat_positions_.size() - chain.count;
  const std::span<const Position> positions =
      arena_.copy(std::span<const Position>(concat_positions_).subspan(first_position));
  concat_positions_.resize(first_position);
  return make_expr<Concat>(ExprKind::kConcat, chain.position, operands, positions);
}

// Sign = ( "-" | "^" ) Sign | Power .
Expr* Parser::parse_sign() {
  if (panicking_) return make_bad();
  if (at(TokenKind::kMinus) || at(TokenKind::kCaret)) return parse_signed();
  Expr* base = parse_prefix();
  return at(TokenKind::kPower) && !panicking_ ? parse_power(base) : base;
}

Expr* Parser::parse_signed() {
  const Token sign = advance();
  note(sign.position, role::kUnary);
  Nesting nesting(*this, 1);
  if (panicking_) return make_bad();
  const Token& next = peek();
  const Position operand_start = next.position;
  const bool is_min_int = sign.kind == TokenKind::kMinus && next.kind == TokenKind::kInt && next.is_min_int;
  allows_min_int_ = is_min_int;
  Expr* operand = parse_sign();
  if (is_min_int && operand->kind != ExprKind::kInt) error_at(operand_start, "integer literal too large");
  const UnaryOp op = sign.kind == TokenKind::kMinus ? UnaryOp::kNegate : UnaryOp::kComplement;
  return make_expr<Unary>(ExprKind::kUnary, sign.position, op, operand);
}

Expr* Parser::parse_power(Expr* base) {
  const Position position = advance().position;
  Nesting nesting(*this, 1);
  if (panicking_) return base;
  Expr* exponent = parse_sign();
  return make_expr<Binary>(ExprKind::kBinary, position, BinaryOp::kPow, base, exponent);
}

// Prefix = ( "!" | "#" | "<-" ) ( Prefix | ( "-" | "^" ) Sign ) | Postfix .
Expr* Parser::parse_prefix() {
  const bool is_prefixed = at(TokenKind::kNot) || at(TokenKind::kHash) || at(TokenKind::kArrow);
  return is_prefixed ? parse_prefixed() : parse_postfix();
}

Expr* Parser::parse_prefixed() {
  const Token prefix = advance();
  note(prefix.position, role::kUnary);
  Nesting nesting(*this, 1);
  if (panicking_) return make_bad();
  const bool is_signed = at(TokenKind::kMinus) || at(TokenKind::kCaret);
  Expr* operand = is_signed ? parse_signed() : parse_prefix();
  if (prefix.kind == TokenKind::kArrow) return make_expr<Receive>(ExprKind::kReceive, prefix.position, operand);
  if (prefix.kind == TokenKind::kNot)
    return make_expr<Unary>(ExprKind::kUnary, prefix.position, UnaryOp::kNot, operand);
  if (operand->kind == ExprKind::kVararg) return make_literal(ExprKind::kVarargCount, operand->position());
  return make_expr<Unary>(ExprKind::kUnary, prefix.position, UnaryOp::kLength, operand);
}

}  // namespace gs::front
