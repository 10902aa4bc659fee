// The parser's machinery: tokens, errors, recovery, and the entry point.
#include "front/syntax/parser.hpp"

#include <algorithm>

#include "front/syntax/parser_impl.hpp"

namespace gs::front {
namespace {

bool is_opening(TokenKind kind) {
  return kind == TokenKind::kLeftParen || kind == TokenKind::kLeftBracket || kind == TokenKind::kLeftBrace;
}

// The bracket that `kind` closes, or kBad.
TokenKind opening_of(TokenKind kind) {
  switch (kind) {
    case TokenKind::kRightParen:
      return TokenKind::kLeftParen;
    case TokenKind::kRightBracket:
      return TokenKind::kLeftBracket;
    case TokenKind::kRightBrace:
      return TokenKind::kLeftBrace;
    default:
      return TokenKind::kBad;
  }
}

// Keywords that begin statements and nothing else, so that recovery can trust them inside unclosed brackets.
bool is_statement_keyword(TokenKind kind) {
  switch (kind) {
    case TokenKind::kBreak:
    case TokenKind::kConst:
    case TokenKind::kContinue:
    case TokenKind::kDefer:
    case TokenKind::kFor:
    case TokenKind::kGo:
    case TokenKind::kIf:
    case TokenKind::kReturn:
    case TokenKind::kSwitch:
    case TokenKind::kVar:
      return true;
    default:
      return false;
  }
}

// A token for a message: its text, shortened if it is long or has line breaks.
std::string describe(const Token& token) {
  constexpr usize kLongest = 40;
  if (token.kind == TokenKind::kEnd) return std::string(token_text(TokenKind::kEnd));
  std::string_view text = token.text.substr(0, std::min(token.text.find_first_of("\r\n"), kLongest));
  return "'" + std::string(text) + (text.size() < token.text.size() ? "...'" : "'");
}

ParseResult start_result(std::string_view& source) {
  ParseResult result;
  source = result.arena.copy(source);
  return result;
}

ParseResult parse_repl_input(std::string_view source, const ParseOptions& options) {
  std::string_view text = source;
  ParseResult as_list = start_result(text);
  Parser list_parser(text, options, as_list);
  if (list_parser.parse_expression_chunk()) return as_list;

  text = source;
  ParseResult result = start_result(text);
  Parser parser(text, options, result);
  parser.parse_chunk();
  result.incomplete = result.diagnostics.has_errors() && (parser.ended_early() || list_parser.ended_early());
  return result;
}

}  // namespace

ParseResult parse(std::string_view source, const ParseOptions& options) {
  if (options.kind == ChunkKind::kRepl) return parse_repl_input(source, options);
  ParseResult result = start_result(source);
  Parser(source, options, result).parse_chunk();
  return result;
}

Parser::Parser(std::string_view source, const ParseOptions& options, ParseResult& result)
    : result_(result),
      arena_(result.arena),
      diagnostics_(result.diagnostics),
      lexer_(source, result.arena, result.diagnostics, options.warnings),
      warnings_(options.warnings),
      roles_(options.roles) {
  result.chunk = arena_.make<ast::Function>();
  result.chunk->vararg = ast::VarargKind::kAnonymous;
  result.chunk->is_chunk = true;
  result.chunk->line = 1;
}

void Parser::parse_chunk() {
  ast::Block& body = result_.chunk->body;
  body.start = peek().position;
  parse_statements(ListMode::kChunk, body);
  body.end = peek().position;
  result_.chunk->last_line = body.end.line;
}

bool Parser::parse_expression_chunk() {
  const ast::Position start = peek().position;
  ast::Block& body = result_.chunk->body;
  Collector<ast::Stmt*> statements(stmts_);
  statements.add(make_stmt<ast::Return>(ast::StmtKind::kReturn, start, parse_expr_list()));
  if (!at(TokenKind::kEnd)) fail_expected("end of file");
  body.statements = statements.copy_to(arena_);
  body.start = start;
  body.end = peek().position;
  result_.chunk->last_line = body.end.line;
  result_.is_expression = !panicking_ && !diagnostics_.has_errors();
  return result_.is_expression;
}

bool Parser::ended_early() {
  if (!diagnostics_.has_errors()) return false;
  while (!at(TokenKind::kEnd)) advance();
  const Diagnostic& first = diagnostics_.errors().front();
  const ast::Position place{first.line, first.column};
  return place == peek().position || place == lexer_.open_at_end();
}

// ---------------------------------------------------------------------------------------------------------------------
// Tokens

void Parser::read_ahead(usize ahead) {
  for (; count_ <= ahead; ++count_) tokens_[(head_ + count_) % kLookahead] = lexer_.next();
}

Token Parser::advance() {
  Token token = peek();
  if (token.kind == TokenKind::kEnd) return token;
  head_ = (head_ + 1) % kLookahead;
  --count_;
  track_bracket(token.kind);
  last_kind_ = token.kind;
  last_line_ = token.position.line;
  return token;
}

void Parser::track_bracket(TokenKind kind) {
  if (is_opening(kind)) {
    brackets_.push_back(kind);
  } else if (!panicking_ && opening_of(kind) != TokenKind::kBad && !brackets_.empty()) {
    brackets_.pop_back();
  }
}

bool Parser::at_word(std::string_view word, usize ahead) {
  const Token& token = peek(ahead);
  return token.kind == TokenKind::kName && token.text == word;
}

bool Parser::accept(TokenKind kind) {
  if (panicking_ || !at(kind)) return false;
  advance();
  return true;
}

bool Parser::expect(TokenKind kind) {
  if (accept(kind)) return true;
  fail_expected("'" + std::string(token_text(kind)) + "'");
  return false;
}

// ---------------------------------------------------------------------------------------------------------------------
// Errors

void Parser::fail(std::string message) {
  const bool is_end = at(TokenKind::kEnd);
  // Of a bad token the lexer has spoken already.
  if (!panicking_ && !at(TokenKind::kBad) && !(is_end && reported_end_)) {
    diagnostics_.error(peek().position, std::move(message));
    reported_end_ |= is_end;
  }
  panicking_ = true;
}

void Parser::fail_expected(std::string_view what) {
  if (!panicking_) fail("expected " + std::string(what) + ", found " + describe(peek()));
}

void Parser::error_at(ast::Position position, std::string message) {
  if (!panicking_) diagnostics_.error(position, std::move(message));
}

void Parser::warn(ast::Position position, std::string message) {
  if (warnings_ && !panicking_) diagnostics_.warning(position, std::move(message));
}

void Parser::check_depth() {
  if (depth_ + operators_.size() > ast::kMaxNesting) fail("nesting too deep");
}

// ---------------------------------------------------------------------------------------------------------------------
// Recovery

// Ends a panic: skips to where the list of statements whose brackets begin at `bracket_base` can go on. `must_move`:
// the error is at the first token of a statement.
void Parser::synchronize(usize bracket_base, bool must_move) {
  while (!at(TokenKind::kEnd) && (must_move || !is_boundary(bracket_base))) {
    const TokenKind opening = opening_of(peek().kind);
    const bool is_closing = opening != TokenKind::kBad;
    if (is_closing && !close_bracket(opening, bracket_base) && opening == TokenKind::kLeftBrace) break;
    advance();
    must_move = false;
  }
  brackets_.resize(std::min(brackets_.size(), bracket_base));
  panicking_ = false;
}

// Forgets the innermost open bracket of this kind and all inside it; false if there is none.
bool Parser::close_bracket(TokenKind open, usize bracket_base) {
  for (usize i = brackets_.size(); i > bracket_base; --i) {
    if (brackets_[i - 1] != open) continue;
    brackets_.resize(i - 1);
    return true;
  }
  return false;
}

bool Parser::is_boundary(usize bracket_base) {
  const Token& token = peek();
  if (brackets_.size() > bracket_base) return token.first_on_line && is_statement_keyword(token.kind);
  if (token.kind == TokenKind::kSemicolon || token.kind == TokenKind::kRightBrace) return true;
  if (!token.first_on_line) return false;
  return is_statement_keyword(token.kind) || starts_expression(token.kind) || token.kind == TokenKind::kCase ||
         token.kind == TokenKind::kDefault;
}

}  // namespace gs::front
