// The tree as text for people (--dump=ast) and tests: one statement a line, blocks indented by two spaces,
// expressions with all grouping shown by parentheses; written ones are doubled. Called by dump_ast.
#pragma once

#include <string>

#include "front/syntax/ast.hpp"

namespace gs::front {

// A whole function or chunk; every line ends in a newline.
std::string print_tree(const ast::Function& function);

// One expression; `indent` is that of the line it stands on, for the bodies of function literals.
void print_expr(std::string& out, const ast::Expr& expr, usize indent);

void print_op_assign(std::string& out, const ast::OpAssign& assign, usize indent);

void print_function(std::string& out, const ast::Function& function, usize indent);

// `text` as a string literal.
void print_quoted(std::string& out, std::string_view text);

}  // namespace gs::front
