// The recursive-descent parser behind parse(). One method per grammar rule of language section 2, in parse_*.cpp;
// tokens, errors and recovery are in parser.cpp. Nothing here throws or stops: after a syntax error the parser is
// *panicking*: methods consume nothing, report nothing and return what they have, until the innermost statement list
// has skipped to the next statement. Errors that leave the structure intact do not start a panic.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/attributes.hpp"
#include "front/syntax/lexer.hpp"
#include "front/syntax/parser.hpp"
#include "front/syntax/token.hpp"

namespace gs::front {

// The part of a shared stack that one list under construction uses; given back at the end of its scope.
template <class T>
class Collector {
 public:
  explicit Collector(std::vector<T>& stack) : stack_(stack), base_(stack.size()) {}
  ~Collector() { stack_.erase(stack_.begin() + std::ptrdiff_t(base_), stack_.end()); }
  Collector(const Collector&) = delete;
  Collector& operator=(const Collector&) = delete;

  void add(const T& item) { stack_.push_back(item); }
  usize size() const { return stack_.size() - base_; }
  bool empty() const { return size() == 0; }
  T& operator[](usize i) { return stack_[base_ + i]; }
  std::span<T> copy_to(Arena& arena) const { return arena.copy(std::span<const T>(stack_).subspan(base_)); }

 private:
  std::vector<T>& stack_;
  usize base_;
};

class Parser {
 public:
  // `source` must outlive the result's tree.
  Parser(std::string_view source, const ParseOptions& options, ParseResult& result);

  void parse_chunk();
  // Whether the whole source is an expression list; then it is the chunk.
  bool parse_expression_chunk();
  // Whether the first error is that the source ends too early.
  bool ended_early();

 private:
  // How newlines and ':' are read here (language 1.2, 2).
  struct Context {
    bool in_brackets = false;  // newlines are plain white space
    bool in_case = false;      // ':' ends the case
  };
  class ContextScope {
   public:
    ContextScope(Parser& parser, Context context) : parser_(parser), saved_(parser.context_) {
      parser.context_ = context;
    }
    ~ContextScope() { parser_.context_ = saved_; }

   private:
    Parser& parser_;
    Context saved_;
  };

  // Counts nesting while it lives; reports when it gets too deep.
  class Nesting {
   public:
    Nesting(Parser& parser, u32 units) : parser_(parser), units_(units) {
      parser.depth_ += units;
      parser.check_depth();
    }
    ~Nesting() { parser_.depth_ -= units_; }

   private:
    Parser& parser_;
    u32 units_;
  };

  // A binary operator waiting for its right operand. Chains of `..`, `&&`, `||` are one entry.
  struct Operator {
    u8 level;
    ast::BinaryOp op;
    ast::Position position;  // of the first of a chain
    u32 count;               // in the chain
  };

  // A simple statement, or an expression that may yet be something else, or the start of `k, v := range`.
  struct Simple {
    ast::Stmt* stmt = nullptr;
    ast::Expr* expr = nullptr;
    ast::Position start;
    bool is_range = false;
    std::span<ast::Name> names;
  };
  enum class SimpleMode : u8 { kStatement, kForInit, kForPost };

  enum class ListMode : u8 { kChunk, kBlock, kSwitchClause, kSelectClause };

  // What `break` can leave, for the analysis of reachability.
  struct JumpTarget {
    std::string_view label;
    bool is_broken;
  };

  // ---- parser.cpp: tokens
  const Token& peek(usize ahead = 0) {
    if (GS_UNLIKELY(count_ <= ahead)) read_ahead(ahead);
    return tokens_[(head_ + ahead) % kLookahead];
  }
  void read_ahead(usize ahead);
  Token advance();
  bool at(TokenKind kind) { return peek().kind == kind; }
  bool at_word(std::string_view word, usize ahead = 0);
  bool accept(TokenKind kind);
  bool expect(TokenKind kind);
  // Whether the current token, one of ( [ - <- ^ & ++ --, may continue a complete expression.
  bool continues() { return context_.in_brackets || !peek().first_on_line; }
  void track_bracket(TokenKind kind);
  // Notes a role of the token at a place, or of the current one.
  void note(ast::Position position, u16 roles) {
    if (GS_UNLIKELY(roles_ != nullptr)) roles_->push_back({position, roles});
  }
  void note_here(u16 roles) { note(peek().position, roles); }

  // ---- parser.cpp: errors
  void fail(std::string message);
  void fail_expected(std::string_view what);
  void error_at(ast::Position position, std::string message);
  void warn(ast::Position position, std::string message);
  void check_depth();
  void synchronize(usize bracket_base, bool must_move);
  bool close_bracket(TokenKind open, usize bracket_base);
  bool is_boundary(usize bracket_base);

  // ---- parse_expression.cpp
  ast::Expr* parse_expr();
  ast::List<ast::Expr> parse_expr_list();
  bool push_operator(usize base);
  void reduce();
  ast::Expr* make_chain(const Operator& chain);
  ast::Expr* parse_sign();
  ast::Expr* parse_signed();
  ast::Expr* parse_power(ast::Expr* base);
  ast::Expr* parse_prefix();
  ast::Expr* parse_prefixed();

  // ---- parse_operand.cpp
  ast::Expr* parse_postfix();
  ast::Expr* parse_field(ast::Expr* object);
  ast::Expr* parse_index(ast::Expr* object);
  ast::Expr* parse_call(ast::Expr* callee);
  ast::Expr* parse_method_call(ast::Expr* receiver);
  ast::List<ast::Expr> parse_arguments(bool& spread);
  std::string_view parse_key();
  ast::Expr* parse_primary();
  ast::Expr* parse_int();
  ast::Expr* parse_name_expr();
  ast::Expr* parse_paren();
  ast::Expr* parse_make_channel();
  ast::Expr* parse_function_literal();
  ast::Expr* parse_table();
  ast::TableField parse_table_field();
  bool is_table_field_start();

  // ---- parse_function.cpp
  ast::Function* parse_function(u32 line, std::string_view name);
  void parse_parameters(ast::Function& function);
  void parse_parameter(Collector<ast::Name>& parameters, ast::Function& function);
  void name_function(ast::Expr* value, std::string_view name);
  std::string_view dotted_name(const ast::Expr& target);

  // ---- parse_statement.cpp
  ast::Block parse_block();
  void parse_statements(ListMode mode, ast::Block& block, ast::Position* fallthrough = nullptr);
  bool at_list_end(ListMode mode);
  void warn_about_line_start(const ast::Stmt* previous);
  const char* unreachable_message(const ast::Stmt* previous);
  ast::Position parse_fallthrough();
  ast::Stmt* parse_statement();
  ast::Stmt* parse_plain_statement();
  ast::Stmt* parse_block_statement();
  ast::Name parse_name();
  std::span<ast::Name> parse_name_list();
  ast::Stmt* parse_func_decl();
  ast::Stmt* parse_declaration_keyword(ast::StmtKind kind);
  ast::Stmt* parse_return();
  ast::Stmt* parse_jump(ast::StmtKind kind);
  ast::Stmt* parse_deferred(ast::StmtKind kind, const char* message);
  ast::Stmt* parse_goto();
  ast::Stmt* parse_labeled();
  bool at_label();
  bool at_select(usize ahead);
  void name_functions(std::span<const ast::Name> names, ast::List<ast::Expr> values);

  // ---- parse_simple.cpp
  Simple parse_simple(SimpleMode mode);
  ast::Stmt* to_statement(const Simple& simple);
  std::span<ast::Name> to_names(Collector<ast::Expr*>& exprs, Collector<ast::Position>& starts);
  ast::Expr* to_target(ast::Expr* expr, ast::Position start);
  ast::List<ast::Expr> to_targets(Collector<ast::Expr*>& exprs, Collector<ast::Position>& starts);
  void parse_declare(Simple& simple, std::span<ast::Name> names, SimpleMode mode);
  ast::Stmt* parse_assign(ast::Position start, ast::List<ast::Expr> targets);
  ast::Stmt* parse_op_assign(ast::Position start, ast::Expr* target, ast::BinaryOp op);
  ast::Stmt* parse_increment(ast::Position start, ast::Expr* target);
  ast::Stmt* parse_send(ast::Position start, ast::Expr* channel);
  ast::Stmt* parse_single(const Simple& simple);

  // ---- parse_control.cpp
  ast::Stmt* parse_if();
  bool parse_else(ast::Block*& otherwise);
  ast::IfClause parse_if_clause();
  ast::Stmt* parse_for(ast::Name* label);
  ast::Stmt* parse_for_range(ast::Position start, ast::Name* label, std::span<ast::Name> names);
  void parse_for_header(ast::ForLoop& loop, const Simple& first);
  void push_jump_target(const ast::Name* label);
  bool pop_jump_target();
  void mark_break(const ast::Name* label);

  // ---- parse_clauses.cpp
  ast::Stmt* parse_switch(ast::Name* label);
  void parse_switch_header(ast::Switch& statement);
  ast::SwitchClause parse_switch_clause(bool& has_default, ast::Position& fallthrough);
  ast::Stmt* parse_select(ast::Name* label);
  ast::SelectClause parse_select_clause(bool& has_default);
  void parse_comm(ast::SelectClause& clause);
  void parse_comm_targets(ast::SelectClause& clause, Collector<ast::Expr*>& exprs, Collector<ast::Position>& starts);
  void set_receive(ast::SelectClause& clause, ast::Expr* expr);
  bool parse_default(bool& has_default);
  bool at_clause() { return at(TokenKind::kCase) || at(TokenKind::kDefault); }

  // ---- nodes
  template <class T, class... Rest>
  T* make_expr(ast::ExprKind kind, ast::Position position, Rest... rest) {
    return arena_.make<T>(T{ast::Expr{{position.line, position.column}, kind}, rest...});
  }
  template <class T, class... Rest>
  T* make_stmt(ast::StmtKind kind, ast::Position position, Rest... rest) {
    return arena_.make<T>(T{ast::Stmt{{position.line, position.column}, kind}, rest...});
  }
  ast::Expr* make_literal(ast::ExprKind kind, ast::Position position) {
    return make_expr<ast::Literal>(kind, position);
  }
  ast::Expr* make_bad() { return make_literal(ast::ExprKind::kBad, peek().position); }

  static constexpr usize kLookahead = 4;

  ParseResult& result_;
  Arena& arena_;
  Diagnostics& diagnostics_;
  Lexer lexer_;
  bool warnings_;
  std::vector<TokenRole>* roles_;

  Token tokens_[kLookahead];  // a ring
  usize head_ = 0;
  usize count_ = 0;

  TokenKind last_kind_ = TokenKind::kEnd;  // of the token consumed last
  u32 last_line_ = 0;                      // the line it began on

  Context context_;
  u32 depth_ = 0;
  bool panicking_ = false;
  bool reported_end_ = false;        // an error at the end of the source needs no second one
  bool allows_min_int_ = false;      // the next token is the operand of unary '-'
  bool flow_ends_ = false;           // the last statement parsed never completes
  std::vector<TokenKind> brackets_;  // open ones
  std::vector<JumpTarget> jump_targets_;
  usize jump_base_ = 0;  // of the current function

  std::vector<ast::Expr*> exprs_;
  std::vector<ast::Stmt*> stmts_;
  std::vector<ast::Name> names_;
  std::vector<ast::Position> positions_;
  std::vector<ast::TableField> fields_;
  std::vector<ast::Expr*> operands_;
  std::vector<Operator> operators_;
  std::vector<ast::Position> concat_positions_;
};

}  // namespace gs::front
