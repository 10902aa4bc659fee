// Operands (language 2, Postfix to Key): literals, names, calls, indexing, tables.
#include "front/syntax/check_table.hpp"
#include "front/syntax/parser_impl.hpp"

namespace gs::front {

using namespace ast;

Expr* Parser::parse_postfix() {
  Expr* expr = parse_primary();
  while (!panicking_) {
    switch (peek().kind) {
      case TokenKind::kDot:
        expr = parse_field(expr);
        break;
      case TokenKind::kLeftBracket:
        if (!continues()) return expr;
        expr = parse_index(expr);
        break;
      case TokenKind::kLeftParen:
        if (!continues()) return expr;
        expr = parse_call(expr);
        break;
      case TokenKind::kColon:
        if (context_.in_case) return expr;
        expr = parse_method_call(expr);
        break;
      default:
        return expr;
    }
  }
  return expr;
}

// A name or keyword after '.' or ':'.
std::string_view Parser::parse_key() {
  const Token& token = peek();
  if (token.kind == TokenKind::kName || is_keyword(token.kind)) {
    note(token.position, role::kKey);
    return advance().text;
  }
  fail_expected("name");
  return {};
}

Expr* Parser::parse_field(Expr* object) {
  const Position dot = advance().position;
  const std::string_view name = parse_key();
  return make_expr<Field>(ExprKind::kField, dot, object, name);
}

Expr* Parser::parse_index(Expr* object) {
  ContextScope scope(*this, {.in_brackets = true});
  const Position bracket = advance().position;
  note(bracket, role::kTight);
  Nesting nesting(*this, 1);
  if (panicking_) return object;
  Expr* key = parse_expr();
  expect(TokenKind::kRightBracket);
  if (object->kind == ExprKind::kVararg) {
    return make_expr<VarargIndex>(ExprKind::kVarargIndex, object->position(), key);
  }
  return make_expr<Index>(ExprKind::kIndex, bracket, object, key);
}

Expr* Parser::parse_call(Expr* callee) {
  const Position paren = peek().position;
  bool spread = false;
  const List<Expr> arguments = parse_arguments(spread);
  return make_expr<Call>(ExprKind::kCall, paren, spread, callee, arguments);
}

Expr* Parser::parse_method_call(Expr* receiver) {
  const Position colon = advance().position;
  note(colon, role::kMethodColon);
  const std::string_view name = parse_key();
  const Position paren = peek().position;
  bool spread = false;
  const List<Expr> arguments = parse_arguments(spread);
  return make_expr<MethodCall>(ExprKind::kMethodCall, paren, spread, receiver, name, colon, arguments);
}

// Args = "(" [ ExprList [ "..." ] [ "," ] ] ")" .
List<Expr> Parser::parse_arguments(bool& spread) {
  ContextScope scope(*this, {.in_brackets = true});
  note_here(role::kTight);
  if (!expect(TokenKind::kLeftParen)) return {};
  Nesting nesting(*this, 1);
  Collector<Expr*> arguments(exprs_);
  while (!panicking_ && !at(TokenKind::kRightParen)) {
    arguments.add(parse_expr());
    const Position after = peek().position;
    spread = accept(TokenKind::kEllipsis);
    if (spread) note(after, role::kTight);
    if (!accept(TokenKind::kComma) || spread) break;
  }
  expect(TokenKind::kRightParen);
  return arguments.copy_to(arena_);
}

Expr* Parser::parse_primary() {
  const Token& token = peek();
  switch (token.kind) {
    case TokenKind::kName:
      return parse_name_expr();
    case TokenKind::kInt:
      return parse_int();
    case TokenKind::kFloat: {
      const Token literal = advance();
      return make_expr<FloatLiteral>(ExprKind::kFloat, literal.position, literal.number);
    }
    case TokenKind::kString: {
      const Token literal = advance();
      return make_expr<StringLiteral>(ExprKind::kString, literal.position, literal.bytes);
    }
    case TokenKind::kNil:
      return make_literal(ExprKind::kNil, advance().position);
    case TokenKind::kTrue:
      return make_literal(ExprKind::kTrue, advance().position);
    case TokenKind::kFalse:
      return make_literal(ExprKind::kFalse, advance().position);
    case TokenKind::kEllipsis:
      return make_literal(ExprKind::kVararg, advance().position);
    case TokenKind::kLeftParen:
      return parse_paren();
    case TokenKind::kLeftBrace:
      return parse_table();
    case TokenKind::kFunc:
      return parse_function_literal();
    default:
      fail_expected("expression");
      return make_bad();
  }
}

Expr* Parser::parse_int() {
  const Token literal = advance();
  if (literal.is_min_int && !allows_min_int_) error_at(literal.position, "integer literal too large");
  allows_min_int_ = false;
  return make_expr<IntLiteral>(ExprKind::kInt, literal.position, literal.integer);
}

Expr* Parser::parse_name_expr() {
  if (at_word("make") && peek(1).kind == TokenKind::kLeftParen && peek(2).kind == TokenKind::kChan &&
      (context_.in_brackets || !peek(1).first_on_line)) {
    return parse_make_channel();
  }
  const Token name = advance();
  return make_expr<NameExpr>(ExprKind::kName, name.position, name.text);
}

Expr* Parser::parse_paren() {
  ContextScope scope(*this, {.in_brackets = true});
  const Position paren = advance().position;
  Nesting nesting(*this, 1);
  if (panicking_) return make_bad();
  Expr* inner = parse_expr();
  expect(TokenKind::kRightParen);
  return make_expr<Paren>(ExprKind::kParen, paren, inner);
}

// "make" "(" "chan" [ "," Expr ] ")" .
Expr* Parser::parse_make_channel() {
  const Position make = advance().position;
  ContextScope scope(*this, {.in_brackets = true});
  note(advance().position, role::kTight);
  advance();
  Nesting nesting(*this, 1);
  Expr* size = accept(TokenKind::kComma) ? parse_expr() : nullptr;
  expect(TokenKind::kRightParen);
  return make_expr<MakeChannel>(ExprKind::kMakeChannel, make, size);
}

Expr* Parser::parse_function_literal() {
  const Position func = advance().position;
  Function* function = parse_function(func.line, {});
  return make_expr<FunctionExpr>(ExprKind::kFunction, func, function);
}

// Table = "{" { Field [ "," | ";" ] } "}" .
Expr* Parser::parse_table() {
  ContextScope scope(*this, {.in_brackets = true});
  const Position brace = advance().position;
  note(brace, role::kTable);
  Nesting nesting(*this, 1);
  Collector<TableField> fields(fields_);
  bool separated = true;
  while (!panicking_ && !at(TokenKind::kRightBrace)) {
    if (!separated && !is_table_field_start()) break;
    if (!separated) warn(peek().position, "table fields without separator");
    fields.add(parse_table_field());
    separated = accept(TokenKind::kComma) || accept(TokenKind::kSemicolon);
  }
  expect(TokenKind::kRightBrace);
  const std::span<const TableField> list = fields.copy_to(arena_);
  if (warnings_ && !panicking_) warn_duplicate_keys(list, diagnostics_);
  return make_expr<Table>(ExprKind::kTable, brace, list);
}

bool Parser::is_table_field_start() {
  const TokenKind kind = peek().kind;
  if (kind == TokenKind::kLeftBracket || starts_expression(kind)) return true;
  return is_keyword(kind) && peek(1).kind == TokenKind::kColon;
}

// Field = "[" Expr "]" ":" Expr | Key ":" Expr | Expr .
TableField Parser::parse_table_field() {
  const Token start = peek();
  note(start.position, role::kField);
  TableField field{{start.position.line, start.position.column}, FieldKind::kPositional, {}};
  if (accept(TokenKind::kLeftBracket)) {
    field.kind = FieldKind::kKeyed;
    field.key = parse_expr();
    expect(TokenKind::kRightBracket);
    expect(TokenKind::kColon);
  } else if ((start.kind == TokenKind::kName || is_keyword(start.kind)) && peek(1).kind == TokenKind::kColon) {
    field.kind = FieldKind::kNamed;
    field.name = advance().text;
    advance();
  }
  field.value = panicking_ ? make_bad() : parse_expr();
  if (field.kind == FieldKind::kNamed) name_function(field.value, field.name);
  return field;
}

}  // namespace gs::front
