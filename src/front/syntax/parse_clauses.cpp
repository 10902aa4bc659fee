// `switch` and `select` (language 2).
#include "front/syntax/parser_impl.hpp"

namespace gs::front {

using namespace ast;

// At `default`: consumes it. A second one is an error.
bool Parser::parse_default(bool& has_default) {
  const Position position = peek().position;
  if (!accept(TokenKind::kDefault)) return false;
  if (has_default) error_at(position, "more than one default");
  has_default = true;
  return true;
}

// Switch = "switch" [ Simple ";" ] [ Expr ] "{" { Clause } "}" .
Stmt* Parser::parse_switch(Name* label) {
  const Position start = label ? label->position() : peek().position;
  advance();
  Switch statement{{{start.line, start.column}, StmtKind::kSwitch}, label, nullptr, nullptr, {}, {}};
  if (!at(TokenKind::kLeftBrace)) parse_switch_header(statement);

  ContextScope scope(*this, {});
  Nesting nesting(*this, 1);
  std::vector<SwitchClause> clauses;
  bool has_default = false;
  bool all_end = true;
  Position fallthrough;
  push_jump_target(label);
  note_here(role::kClauses);
  expect(TokenKind::kLeftBrace);
  while (!panicking_ && at_clause()) {
    clauses.push_back(parse_switch_clause(has_default, fallthrough));
    all_end &= flow_ends_ || clauses.back().falls_through;
  }
  if (!clauses.empty() && clauses.back().falls_through) {
    error_at(fallthrough, "cannot fall through out of the last clause");
    clauses.back().falls_through = false;
  }
  flow_ends_ = !pop_jump_target() && has_default && all_end;
  statement.end = peek().position;
  expect(TokenKind::kRightBrace);
  statement.clauses = arena_.copy(std::span<const SwitchClause>(clauses));
  return arena_.make<Switch>(statement);
}

void Parser::parse_switch_header(Switch& statement) {
  const Simple first = parse_simple(SimpleMode::kStatement);
  if (!at(TokenKind::kSemicolon) && !first.stmt) {
    statement.tag = first.expr;
    return;
  }
  statement.init = to_statement(first);
  if (expect(TokenKind::kSemicolon) && !at(TokenKind::kLeftBrace)) statement.tag = parse_expr();
}

// Clause = ( "case" ExprList | "default" ) ":" { ";" | Statement } .
SwitchClause Parser::parse_switch_clause(bool& has_default, Position& fallthrough) {
  const Position start = peek().position;
  note(start, role::kClause);
  SwitchClause clause{{start.line, start.column}, parse_default(has_default), false, {}, {}};
  if (!clause.is_default) {
    advance();
    ContextScope scope(*this, {.in_case = true});
    clause.values = parse_expr_list();
  }
  clause.body.start = peek().position;
  flow_ends_ = false;
  note(clause.body.start, role::kClauseColon);
  if (expect(TokenKind::kColon)) {
    Position place;
    parse_statements(ListMode::kSwitchClause, clause.body, &place);
    clause.falls_through = place.line != 0;
    if (clause.falls_through) fallthrough = place;
  }
  clause.body.end = peek().position;
  return clause;
}

// Select = "select" "{" { CommClause } "}" .
Stmt* Parser::parse_select(Name* label) {
  const Position start = label ? label->position() : peek().position;
  advance();
  ContextScope scope(*this, {});
  Nesting nesting(*this, 1);
  std::vector<SelectClause> clauses;
  bool has_default = false;
  bool all_end = true;
  push_jump_target(label);
  note_here(role::kClauses);
  expect(TokenKind::kLeftBrace);
  while (!panicking_ && at_clause()) {
    clauses.push_back(parse_select_clause(has_default));
    all_end &= flow_ends_;
  }
  flow_ends_ = !pop_jump_target() && all_end;
  const Position end = peek().position;
  expect(TokenKind::kRightBrace);
  return make_stmt<Select>(StmtKind::kSelect, start, label, arena_.copy(std::span<const SelectClause>(clauses)), end);
}

// CommClause = ( "case" Comm | "default" ) ":" { ";" | Statement } .
SelectClause Parser::parse_select_clause(bool& has_default) {
  const Position start = peek().position;
  note(start, role::kClause);
  SelectClause clause{{start.line, start.column}, CommKind::kDefault, start, nullptr, nullptr, {}, {}, {}};
  if (!parse_default(has_default)) {
    advance();
    ContextScope scope(*this, {.in_case = true});
    parse_comm(clause);
  }
  clause.body.start = peek().position;
  flow_ends_ = false;
  note(clause.body.start, role::kClauseColon);
  if (expect(TokenKind::kColon)) parse_statements(ListMode::kSelectClause, clause.body);
  clause.body.end = peek().position;
  return clause;
}

// Comm = Expr "<-" Expr | [ NameList ":=" | Target { "," Target } "=" ] Receive .
void Parser::parse_comm(SelectClause& clause) {
  clause.kind = CommKind::kReceive;
  clause.channel = make_bad();
  Collector<Expr*> exprs(exprs_);
  Collector<Position> starts(positions_);
  do {
    starts.add(peek().position);
    exprs.add(parse_expr());
  } while (exprs.size() < 2 && accept(TokenKind::kComma));
  if (panicking_) return;
  if (exprs.size() > 1 || at(TokenKind::kDeclare) || at(TokenKind::kAssign)) {
    parse_comm_targets(clause, exprs, starts);
  } else if (at(TokenKind::kArrow) && continues()) {
    clause.kind = CommKind::kSend;
    clause.arrow = advance().position;
    clause.channel = exprs[0];
    clause.value = parse_expr();
  } else {
    set_receive(clause, exprs[0]);
  }
}

void Parser::parse_comm_targets(SelectClause& clause, Collector<Expr*>& exprs, Collector<Position>& starts) {
  if (at(TokenKind::kDeclare)) {
    clause.names = to_names(exprs, starts);
    advance();
  } else if (at(TokenKind::kAssign)) {
    clause.targets = to_targets(exprs, starts);
    advance();
  } else {
    return fail_expected("':='");
  }
  if (!at(TokenKind::kArrow)) return fail_expected("'<-'");
  set_receive(clause, parse_prefix());
}

void Parser::set_receive(SelectClause& clause, Expr* expr) {
  if (expr->kind != ExprKind::kReceive) return fail_expected("'<-'");
  clause.arrow = expr->position();
  clause.channel = as<Receive>(*expr).channel;
}

}  // namespace gs::front
