// Statement lists and the statements that begin with a keyword, except those with clauses or headers
// (parse_control.cpp).
#include "front/syntax/parser_impl.hpp"

namespace gs::front {

using namespace ast;

namespace {

constexpr const char* kFallthroughMisplaced = "fallthrough must be the last statement of a clause";

}  // namespace

// Block = "{" { ";" | Statement } "}" .
Block Parser::parse_block() {
  ContextScope scope(*this, {});
  Block block;
  block.start = block.end = peek().position;
  Nesting nesting(*this, 1);
  flow_ends_ = false;
  note_here(role::kBlock);
  if (!expect(TokenKind::kLeftBrace)) return block;
  parse_statements(ListMode::kBlock, block);
  block.end = peek().position;
  expect(TokenKind::kRightBrace);
  return block;
}

bool Parser::at_list_end(ListMode mode) {
  switch (peek().kind) {
    case TokenKind::kEnd: return true;
    case TokenKind::kRightBrace: return mode != ListMode::kChunk;
    case TokenKind::kCase:
    case TokenKind::kDefault: return mode == ListMode::kSwitchClause || mode == ListMode::kSelectClause;
    default: return false;
  }
}

// { ";" | Statement } up to what ends such a list. A clause of a switch may end in a fallthrough, whose place it gives.
void Parser::parse_statements(ListMode mode, Block& block, Position* fallthrough) {
  Collector<Stmt*> statements(stmts_);
  const usize bracket_base = brackets_.size();
  bool separated = true;
  bool reachable = true;
  bool warned = false;
  while (!at_list_end(mode)) {
    const Position start = peek().position;
    if (accept(TokenKind::kSemicolon)) {
      note(start, role::kSeparator);
      separated = true;
      continue;
    }
    note(start, role::kStatement);
    if (!separated && !peek().first_on_line) warn(start, "statements share a line without ';'");
    const Stmt* previous = statements.empty() ? nullptr : statements[statements.size() - 1];
    if (!separated) warn_about_line_start(previous);
    if (!reachable && !warned) warn(start, unreachable_message(previous));
    warned |= !reachable;
    separated = false;
    if (fallthrough && at(TokenKind::kFallthrough)) {
      *fallthrough = parse_fallthrough();
      continue;
    }
    if (Stmt* statement = parse_statement()) statements.add(statement);
    reachable &= !flow_ends_;
    if (panicking_) synchronize(bracket_base, peek().position == start);
    if (mode == ListMode::kChunk && at(TokenKind::kRightBrace) && peek().position == start) advance();
  }
  flow_ends_ = !reachable;
  block.statements = statements.copy_to(arena_);
}

// Lines that look as if they went on with the statement before them (language 1.2).
void Parser::warn_about_line_start(const Stmt* previous) {
  if (!warnings_ || !previous || !peek().first_on_line || peek().position.line != last_line_ + 1) return;
  const bool could_be_called =
      last_kind_ == TokenKind::kName || last_kind_ == TokenKind::kRightParen || last_kind_ == TokenKind::kRightBracket;
  if (at(TokenKind::kLeftParen) && could_be_called) {
    warn(peek().position,
         "'(' at the start of a line begins a statement: it does not call what the line before ends in");
  }
}

// Of the current token, the first that is not reached.
const char* Parser::unreachable_message(const Stmt* previous) {
  const bool returns_nothing = previous && previous->kind == StmtKind::kReturn && as<Return>(*previous).values.empty();
  const bool looks_like_value = returns_nothing && starts_expression(peek().kind) && peek().first_on_line &&
                                peek().position.line == last_line_ + 1;
  return looks_like_value ? "unreachable statement: the 'return' before it ends with its line"
                          : "unreachable statement";
}

// The place of a fallthrough that ends a clause; of one that does not, nowhere and an error.
Position Parser::parse_fallthrough() {
  const Position position = advance().position;
  for (; at(TokenKind::kSemicolon); advance()) note_here(role::kSeparator);
  if (at_list_end(ListMode::kSwitchClause)) return position;
  error_at(position, kFallthroughMisplaced);
  return {};
}

Stmt* Parser::parse_statement() {
  switch (peek().kind) {
    case TokenKind::kLeftBrace: return parse_block_statement();
    case TokenKind::kIf: return parse_if();
    case TokenKind::kFor: return parse_for(nullptr);
    case TokenKind::kSwitch: return parse_switch(nullptr);
    case TokenKind::kReturn: return parse_return();
    case TokenKind::kBreak: return parse_jump(StmtKind::kBreak);
    case TokenKind::kContinue: return parse_jump(StmtKind::kContinue);
    case TokenKind::kName:
      if (at_label()) return parse_labeled();
      if (at_select(0)) return parse_select(nullptr);
      break;
    default: break;
  }
  Stmt* statement = parse_plain_statement();
  flow_ends_ = false;
  return statement;
}

// Statements after which the next one is always reached.
Stmt* Parser::parse_plain_statement() {
  switch (peek().kind) {
    case TokenKind::kFunc:
      if (peek(1).kind != TokenKind::kLeftParen) return parse_func_decl();
      break;
    case TokenKind::kVar: return parse_declaration_keyword(StmtKind::kVar);
    case TokenKind::kConst: return parse_declaration_keyword(StmtKind::kConst);
    case TokenKind::kGo: return parse_deferred(StmtKind::kGo, "go requires a function call");
    case TokenKind::kDefer: return parse_deferred(StmtKind::kDefer, "defer requires a function call");
    case TokenKind::kGoto: return parse_goto();
    case TokenKind::kFallthrough: error_at(advance().position, kFallthroughMisplaced); return nullptr;
    default: break;
  }
  if (!starts_expression(peek().kind)) {
    fail_expected("statement");
    return nullptr;
  }
  return to_statement(parse_simple(SimpleMode::kStatement));
}

Stmt* Parser::parse_block_statement() {
  const Position start = peek().position;
  const Block body = parse_block();
  return make_stmt<BlockStmt>(StmtKind::kBlock, start, body);
}

Name Parser::parse_name() {
  const Token& token = peek();
  Name name{{token.position.line, token.position.column}, {}};
  if (token.kind == TokenKind::kName) {
    name.text = advance().text;
  } else {
    fail_expected("name");
    name.text = "_";
  }
  return name;
}

std::span<Name> Parser::parse_name_list() {
  Collector<Name> names(names_);
  do {
    names.add(parse_name());
  } while (accept(TokenKind::kComma));
  return names.copy_to(arena_);
}

// FuncDecl = "func" Name Params Block .
Stmt* Parser::parse_func_decl() {
  const Position start = advance().position;
  const Name name = parse_name();
  Function* function = parse_function(start.line, name.text);
  return make_stmt<FuncDecl>(StmtKind::kFuncDecl, start, name, function);
}

// VarDecl = "var" NameList [ "=" ExprList ] .   ConstDecl = "const" NameList "=" ExprList .
Stmt* Parser::parse_declaration_keyword(StmtKind kind) {
  const Position start = advance().position;
  const std::span<Name> names = parse_name_list();
  List<Expr> values;
  if (accept(TokenKind::kAssign)) {
    values = parse_expr_list();
  } else if (at(TokenKind::kDeclare)) {
    fail_expected("'='");
  } else if (kind == StmtKind::kConst) {
    error_at(names[0].position(), "missing value in const declaration");
  }
  name_functions(names, values);
  return make_stmt<Declaration>(kind, start, names, values);
}

Stmt* Parser::parse_return() {
  const Position start = advance().position;
  List<Expr> values;
  if (!peek().first_on_line && starts_expression(peek().kind)) values = parse_expr_list();
  flow_ends_ = true;
  return make_stmt<Return>(StmtKind::kReturn, start, values);
}

// "break" [ Name ] | "continue" [ Name ]: the label stands on the same line.
Stmt* Parser::parse_jump(StmtKind kind) {
  const Position start = advance().position;
  Name* label = nullptr;
  if (at(TokenKind::kName) && !peek().first_on_line) label = arena_.make<Name>(parse_name());
  if (kind == StmtKind::kBreak) mark_break(label);
  flow_ends_ = true;
  return make_stmt<Jump>(kind, start, label);
}

// "go" Call | "defer" Call.
Stmt* Parser::parse_deferred(StmtKind kind, const char* message) {
  const Position start = advance().position;
  const Position operand_start = peek().position;
  Expr* call = parse_expr();
  if (!is_call(*call)) {
    error_at(operand_start, message);
    call = make_bad();
  }
  return make_stmt<Deferred>(kind, start, call);
}

Stmt* Parser::parse_goto() {
  error_at(advance().position, "goto is not supported");
  if (at(TokenKind::kName) && !peek().first_on_line) advance();
  return nullptr;
}

// Whether `select` as a keyword stands at the token `ahead`.
bool Parser::at_select(usize ahead) {
  return at_word("select", ahead) && peek(ahead + 1).kind == TokenKind::kLeftBrace;
}

bool Parser::at_label() {
  if (peek(1).kind != TokenKind::kColon) return false;
  const TokenKind kind = peek(2).kind;
  return kind == TokenKind::kFor || kind == TokenKind::kSwitch || at_select(2);
}

// Labeled = Name ":" ( For | Switch | Select ) .
Stmt* Parser::parse_labeled() {
  Name* label = arena_.make<Name>(parse_name());
  note(advance().position, role::kLabelColon);
  if (at(TokenKind::kFor)) return parse_for(label);
  return at(TokenKind::kSwitch) ? parse_switch(label) : parse_select(label);
}

}  // namespace gs::front
