// What the grammar says about single tokens, for the formatter: their kinds alone do not tell a block from a table or a
// sign from an operator. The parser notes roles on request (ParseOptions::roles), in source order of discovery.
#pragma once

#include "base/types.hpp"
#include "front/syntax/ast.hpp"

namespace gs::front {

namespace role {
enum Role : u16 {
  kStatement = 1 << 0,     // the first token of a statement in a statement list
  kSeparator = 1 << 1,     // a ';' between statements
  kBlock = 1 << 2,         // the '{' of a block
  kFunctionBody = 1 << 3,  // ... of a function
  kClauses = 1 << 4,       // the '{' of a switch or select
  kClause = 1 << 5,        // `case` or `default`
  kClauseColon = 1 << 6,   // the ':' after it
  kTable = 1 << 7,         // the '{' of a table literal
  kField = 1 << 8,         // the first token of a table field
  kUnary = 1 << 9,         // a prefix operator
  kMethodColon = 1 << 10,  // the ':' of a method call
  kLabelColon = 1 << 11,   // the ':' of a label
  kTight = 1 << 12,        // belongs to the token before: call and index brackets, `++`, a `...` that spreads
  kKey = 1 << 13,          // a name or keyword after '.' or ':'
};
}  // namespace role

struct TokenRole {
  ast::Position position;
  u16 roles = 0;
};

}  // namespace gs::front
