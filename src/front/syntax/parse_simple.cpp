// Simple statements (language 2): declarations, assignments, sends, calls and receives. They begin with expressions,
// and only what follows these tells which they are.
#include <array>
#include <optional>

#include "front/syntax/parser_impl.hpp"

namespace gs::front {

using namespace ast;

namespace {

std::optional<BinaryOp> assign_operator(TokenKind kind) {
  switch (kind) {
#define GS_ASSIGN_OPERATOR(kind, op) \
  case TokenKind::kind:              \
    return BinaryOp::op;
#include "defs/tokens.def"
    default:
      return std::nullopt;
  }
}

}  // namespace

Parser::Simple Parser::parse_simple(SimpleMode mode) {
  Simple simple;
  simple.start = peek().position;
  Collector<Expr*> exprs(exprs_);
  Collector<Position> starts(positions_);
  do {
    starts.add(peek().position);
    exprs.add(parse_expr());
  } while (accept(TokenKind::kComma));
  if (panicking_) {
    simple.expr = make_bad();
  } else if (at(TokenKind::kDeclare) && mode != SimpleMode::kForPost) {
    parse_declare(simple, to_names(exprs, starts), mode);
  } else if (at(TokenKind::kAssign)) {
    simple.stmt = parse_assign(simple.start, to_targets(exprs, starts));
  } else if (exprs.size() > 1 || at(TokenKind::kDeclare)) {
    fail_expected("'='");
    simple.expr = make_bad();
  } else {
    simple.expr = exprs[0];
    simple.stmt = parse_single(simple);
  }
  return simple;
}

// What may follow a single expression; null if it stands for itself.
Stmt* Parser::parse_single(const Simple& simple) {
  const TokenKind kind = peek().kind;
  if (const std::optional<BinaryOp> op = assign_operator(kind)) {
    return parse_op_assign(simple.start, to_target(simple.expr, simple.start), *op);
  }
  if (!continues()) return nullptr;
  if (kind == TokenKind::kIncrement || kind == TokenKind::kDecrement) {
    return parse_increment(simple.start, to_target(simple.expr, simple.start));
  }
  return kind == TokenKind::kArrow ? parse_send(simple.start, simple.expr) : nullptr;
}

// An expression is a statement only if it is a call or a receive.
Stmt* Parser::to_statement(const Simple& simple) {
  if (simple.stmt) return simple.stmt;
  Expr* expr = simple.expr;
  if (!is_call(*expr) && expr->kind != ExprKind::kReceive && expr->kind != ExprKind::kBad) {
    error_at(simple.start, "expression is not a statement");
    expr = make_bad();
  }
  return make_stmt<ExprStmt>(StmtKind::kExpression, simple.start, expr);
}

// The left side of `:=`. What is not a name is reported and becomes the blank name.
std::span<Name> Parser::to_names(Collector<Expr*>& exprs, Collector<Position>& starts) {
  Collector<Name> names(names_);
  for (usize i = 0; i < exprs.size(); ++i) {
    Name name{{starts[i].line, starts[i].column}, "_"};
    if (exprs[i]->kind == ExprKind::kName) {
      name.text = as<NameExpr>(*exprs[i]).text;
    } else {
      error_at(starts[i], "cannot assign to this expression");
    }
    names.add(name);
  }
  return names.copy_to(arena_);
}

Expr* Parser::to_target(Expr* expr, Position start) {
  switch (expr->kind) {
    case ExprKind::kName:
    case ExprKind::kField:
    case ExprKind::kIndex:
    case ExprKind::kBad:
      return expr;
    default:
      error_at(start, "cannot assign to this expression");
      return make_bad();
  }
}

List<Expr> Parser::to_targets(Collector<Expr*>& exprs, Collector<Position>& starts) {
  for (usize i = 0; i < exprs.size(); ++i) exprs[i] = to_target(exprs[i], starts[i]);
  return exprs.copy_to(arena_);
}

// At `:=`. In the header of a for, `range` may follow instead of values.
void Parser::parse_declare(Simple& simple, std::span<Name> names, SimpleMode mode) {
  advance();
  if (mode == SimpleMode::kForInit && at(TokenKind::kRange)) {
    simple.is_range = true;
    simple.names = names;
    return;
  }
  const List<Expr> values = parse_expr_list();
  name_functions(names, values);
  simple.stmt = make_stmt<Declaration>(StmtKind::kDeclare, simple.start, names, values);
}

Stmt* Parser::parse_assign(Position start, List<Expr> targets) {
  advance();
  const List<Expr> values = parse_expr_list();
  for (usize i = 0; i < targets.size() && i < values.size(); ++i) {
    if (values[i]->kind == ExprKind::kFunction) name_function(values[i], dotted_name(*targets[i]));
  }
  return make_stmt<Assign>(StmtKind::kAssign, start, targets, values);
}

Stmt* Parser::parse_op_assign(Position start, Expr* target, BinaryOp op) {
  const Position position = advance().position;
  Expr* value = parse_expr();
  return make_stmt<OpAssign>(StmtKind::kOpAssign, start, op, position, target, value);
}

Stmt* Parser::parse_increment(Position start, Expr* target) {
  const Token token = advance();
  note(token.position, role::kTight);
  Expr* one = make_expr<IntLiteral>(ExprKind::kInt, token.position, i64{1});
  const BinaryOp op = token.kind == TokenKind::kIncrement ? BinaryOp::kAdd : BinaryOp::kSub;
  return make_stmt<OpAssign>(StmtKind::kOpAssign, start, op, token.position, target, one);
}

Stmt* Parser::parse_send(Position start, Expr* channel) {
  const Position arrow = advance().position;
  Expr* value = parse_expr();
  return make_stmt<Send>(StmtKind::kSend, start, arrow, channel, value);
}

}  // namespace gs::front
