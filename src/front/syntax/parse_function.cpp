// Functions: parameters, body, and the names they get for tracebacks (language 6.5).
#include <string>

#include "front/syntax/parser_impl.hpp"

namespace gs::front {

using namespace ast;

// From the '(' of the parameters to the '}' of the body. `line` is that of `func`.
Function* Parser::parse_function(u32 line, std::string_view name) {
  Function* function = arena_.make<Function>();
  function->name = name;
  function->line = line;
  function->last_line = line;
  Nesting nesting(*this, 1);
  parse_parameters(*function);
  const usize saved_base = std::exchange(jump_base_, jump_targets_.size());
  note_here(role::kFunctionBody);
  function->body = parse_block();
  function->last_line = function->body.end.line;
  jump_base_ = saved_base;
  return function;
}

// Params = "(" [ Param { "," Param } [ "," ] ] ")" .
void Parser::parse_parameters(Function& function) {
  ContextScope scope(*this, {.in_brackets = true});
  note_here(role::kTight);
  if (!expect(TokenKind::kLeftParen)) return;
  Collector<Name> parameters(names_);
  while (!panicking_ && !at(TokenKind::kRightParen)) {
    parse_parameter(parameters, function);
    if (!accept(TokenKind::kComma) || function.vararg != VarargKind::kNone) break;
  }
  expect(TokenKind::kRightParen);
  function.parameters = parameters.copy_to(arena_);
}

// Param = Name | [ Name ] "..." .
void Parser::parse_parameter(Collector<Name>& parameters, Function& function) {
  if (accept(TokenKind::kEllipsis)) {
    function.vararg = VarargKind::kAnonymous;
    return;
  }
  const Name name = parse_name();
  const Position after = peek().position;
  if (accept(TokenKind::kEllipsis)) {
    note(after, role::kTight);
    function.vararg = VarargKind::kNamed;
    function.vararg_name = arena_.make<Name>(name);
  } else if (!panicking_) {
    parameters.add(name);
  }
}

// Names the function if `value` is a function literal that stands directly.
void Parser::name_function(Expr* value, std::string_view name) {
  if (value->kind == ExprKind::kFunction) as<FunctionExpr>(*value).function->name = name;
}

void Parser::name_functions(std::span<const Name> names, List<Expr> values) {
  for (usize i = 0; i < names.size() && i < values.size(); ++i) name_function(values[i], names[i].text);
}

// "a.b.c" for names and chains of fields of one, else empty.
std::string_view Parser::dotted_name(const Expr& target) {
  std::vector<std::string_view> parts;
  const Expr* expr = &target;
  for (; expr->kind == ExprKind::kField; expr = as<Field>(*expr).object) parts.push_back(as<Field>(*expr).name);
  if (expr->kind != ExprKind::kName) return {};
  std::string name(as<NameExpr>(*expr).text);
  for (usize i = parts.size(); i > 0; --i) name.append(".").append(parts[i - 1]);
  return arena_.copy(std::string_view(name));
}

}  // namespace gs::front
