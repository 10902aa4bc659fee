// `if` and `for` (language 2), and what `break` leaves, kept to tell which statements are reached.
#include "front/syntax/parser_impl.hpp"

namespace gs::front {

using namespace ast;

// If = "if" [ Simple ";" ] Expr Block [ Else ] .
Stmt* Parser::parse_if() {
  const Position start = peek().position;
  std::vector<IfClause> clauses;
  Block* otherwise = nullptr;
  bool all_end = true;
  do {
    clauses.push_back(parse_if_clause());
    all_end &= flow_ends_;
  } while (parse_else(otherwise));
  flow_ends_ = all_end && otherwise && flow_ends_;
  return make_stmt<If>(StmtKind::kIf, start, arena_.copy(std::span<const IfClause>(clauses)), otherwise);
}

// What follows a clause; whether it is another one. Else = "elseif" ... | "else" If | "else" Block .
bool Parser::parse_else(Block*& otherwise) {
  if (panicking_) return false;
  if (at(TokenKind::kElseif)) return true;
  if (!accept(TokenKind::kElse)) return false;
  if (at(TokenKind::kIf)) return true;
  otherwise = arena_.make<Block>(parse_block());
  return false;
}

// From `if` or `elseif`.
IfClause Parser::parse_if_clause() {
  const Position start = advance().position;
  IfClause clause{{start.line, start.column}, nullptr, nullptr, {}};
  const Simple first = parse_simple(SimpleMode::kStatement);
  if (at(TokenKind::kSemicolon) || first.stmt) {
    clause.init = to_statement(first);
    clause.condition = expect(TokenKind::kSemicolon) ? parse_expr() : make_bad();
  } else {
    clause.condition = first.expr;
  }
  clause.body = parse_block();
  return clause;
}

// For = "for" [ ForHeader ] Block .
Stmt* Parser::parse_for(Name* label) {
  const Position start = label ? label->position() : peek().position;
  advance();
  if (at(TokenKind::kRange)) return parse_for_range(start, label, {});
  ForLoop loop{{{start.line, start.column}, StmtKind::kForLoop}, label, nullptr, nullptr, nullptr, {}};
  if (!at(TokenKind::kLeftBrace)) {
    Simple first;
    if (!at(TokenKind::kSemicolon)) first = parse_simple(SimpleMode::kForInit);
    if (first.is_range) return parse_for_range(start, label, first.names);
    parse_for_header(loop, first);
  }
  push_jump_target(label);
  loop.body = parse_block();
  flow_ends_ = !pop_jump_target() && !loop.condition;
  return arena_.make<ForLoop>(loop);
}

// After the first part of the header: [ Simple ] ";" [ Expr ] ";" [ Simple ] or Expr.
void Parser::parse_for_header(ForLoop& loop, const Simple& first) {
  if (first.expr && !first.stmt && !at(TokenKind::kSemicolon)) {
    loop.condition = first.expr;
    return;
  }
  if (first.expr || first.stmt) loop.init = to_statement(first);
  if (!expect(TokenKind::kSemicolon)) return;
  if (!at(TokenKind::kSemicolon)) loop.condition = parse_expr();
  if (!expect(TokenKind::kSemicolon)) return;
  if (!at(TokenKind::kLeftBrace)) loop.post = to_statement(parse_simple(SimpleMode::kForPost));
}

// From `range`.
Stmt* Parser::parse_for_range(Position start, Name* label, std::span<Name> names) {
  if (names.size() > 2) {
    error_at(names[2].position(), "range permits at most two variables");
    names = names.first(2);
  }
  const Position range = advance().position;
  Expr* subject = parse_expr();
  push_jump_target(label);
  const Block body = parse_block();
  pop_jump_target();
  flow_ends_ = false;
  return make_stmt<ForRange>(StmtKind::kForRange, start, label, names, range, subject, body);
}

void Parser::push_jump_target(const Name* label) {
  jump_targets_.push_back({label ? label->text : std::string_view(), false});
}

// Whether a break leaves the statement.
bool Parser::pop_jump_target() {
  const bool is_broken = jump_targets_.back().is_broken;
  jump_targets_.pop_back();
  return is_broken;
}

void Parser::mark_break(const Name* label) {
  for (usize i = jump_targets_.size(); i > jump_base_; --i) {
    JumpTarget& target = jump_targets_[i - 1];
    if (label && target.label != label->text) continue;
    target.is_broken = true;
    return;
  }
}

}  // namespace gs::front
